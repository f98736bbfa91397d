"""The keywords of ``uploads``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types._params import UploadCompleteParams, UploadCreateParams
from triopenai.types.uploads._params import PartCreateParams

__all__ = ["UploadsCompleteArgs", "UploadsCreateArgs", "UploadsPartsCreateArgs"]


class UploadsCompleteArgs(UploadCompleteParams, RequestOptions, total=False):
    """Keywords of ``uploads.complete``."""


class UploadsCreateArgs(UploadCreateParams, RequestOptions, total=False):
    """Keywords of ``uploads.create``."""


class UploadsPartsCreateArgs(PartCreateParams, RequestOptions, total=False):
    """Keywords of ``uploads.parts.create``."""
