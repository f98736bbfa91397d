"""Layer 8: the command ``triopenai``, which is also ``python -m triopenai``."""
