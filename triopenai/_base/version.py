"""The library's version, where it can be read without asking the installation's metadata."""

from __future__ import annotations

__version__ = "0.1.0"
