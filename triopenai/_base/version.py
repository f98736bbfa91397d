"""The library's version, where it can be read without asking the installation's metadata."""

__version__ = "0.1.0"
