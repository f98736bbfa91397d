"""Warnings about endpoints that the API has deprecated."""

from __future__ import annotations

import inspect
import os
import warnings
from pathlib import Path
from typing import Final

__all__ = ["warn_of_deprecation"]

PACKAGE: Final = f"{Path(__file__).parents[1]}{os.sep}"


def warn_of_deprecation(name: str) -> None:
    """Warn at the line that called the method, however many frames of this package lie between."""
    level = 1
    frame = inspect.currentframe()
    while frame is not None and frame.f_code.co_filename.startswith(PACKAGE):
        frame = frame.f_back
        level += 1
    del frame  # a frame that holds itself would live until the garbage collector comes
    warnings.warn(f"{name} is deprecated by the API", DeprecationWarning, stacklevel=level)
