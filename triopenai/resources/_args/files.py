"""The keywords of ``files``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types._params import FileCreateParams, FileListParams

__all__ = ["FilesCreateArgs", "FilesListArgs"]


class FilesCreateArgs(FileCreateParams, RequestOptions, total=False):
    """Keywords of ``files.create``."""


class FilesListArgs(FileListParams, RequestOptions, total=False):
    """Keywords of ``files.list``."""
