"""The keywords of ``images``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types._params import (
    ImageCreateVariationParams,
    ImageEditParamsBase,
    ImageEditParamsNonStreaming,
    ImageEditParamsStreaming,
    ImageGenerateParamsBase,
    ImageGenerateParamsNonStreaming,
    ImageGenerateParamsStreaming,
)

__all__ = [
    "ImagesCreateVariationArgs",
    "ImagesEditArgs",
    "ImagesEditArgsOnce",
    "ImagesEditArgsStream",
    "ImagesGenerateArgs",
    "ImagesGenerateArgsOnce",
    "ImagesGenerateArgsStream",
]


class ImagesCreateVariationArgs(ImageCreateVariationParams, RequestOptions, total=False):
    """Keywords of ``images.create_variation``."""


class ImagesEditArgs(ImageEditParamsBase, RequestOptions, total=False):
    """Keywords of ``images.edit``."""

    stream: bool | None


class ImagesEditArgsOnce(ImageEditParamsNonStreaming, RequestOptions, total=False):
    """Keywords of ``images.edit``."""


class ImagesEditArgsStream(ImageEditParamsStreaming, RequestOptions, total=False):
    """Keywords of ``images.edit``."""


class ImagesGenerateArgs(ImageGenerateParamsBase, RequestOptions, total=False):
    """Keywords of ``images.generate``."""

    stream: bool | None


class ImagesGenerateArgsOnce(ImageGenerateParamsNonStreaming, RequestOptions, total=False):
    """Keywords of ``images.generate``."""


class ImagesGenerateArgsStream(ImageGenerateParamsStreaming, RequestOptions, total=False):
    """Keywords of ``images.generate``."""
