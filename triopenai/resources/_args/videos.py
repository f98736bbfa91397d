"""The keywords of ``videos``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types._params import (
    VideoCreateCharacterParams,
    VideoCreateParams,
    VideoDownloadContentParams,
    VideoEditParams,
    VideoExtendParams,
    VideoListParams,
    VideoRemixParams,
)

__all__ = [
    "VideosCreateArgs",
    "VideosCreateCharacterArgs",
    "VideosDownloadContentArgs",
    "VideosEditArgs",
    "VideosExtendArgs",
    "VideosListArgs",
    "VideosRemixArgs",
]


class VideosCreateArgs(VideoCreateParams, RequestOptions, total=False):
    """Keywords of ``videos.create``."""


class VideosCreateCharacterArgs(VideoCreateCharacterParams, RequestOptions, total=False):
    """Keywords of ``videos.create_character``."""


class VideosDownloadContentArgs(VideoDownloadContentParams, RequestOptions, total=False):
    """Keywords of ``videos.download_content``."""


class VideosEditArgs(VideoEditParams, RequestOptions, total=False):
    """Keywords of ``videos.edit``."""


class VideosExtendArgs(VideoExtendParams, RequestOptions, total=False):
    """Keywords of ``videos.extend``."""


class VideosListArgs(VideoListParams, RequestOptions, total=False):
    """Keywords of ``videos.list``."""


class VideosRemixArgs(VideoRemixParams, RequestOptions, total=False):
    """Keywords of ``videos.remix``."""
