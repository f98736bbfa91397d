"""The keywords of ``completions``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types._params import (
    CompletionCreateParamsBase,
    CompletionCreateParamsNonStreaming,
    CompletionCreateParamsStreaming,
)

__all__ = ["CompletionsCreateArgs", "CompletionsCreateArgsOnce", "CompletionsCreateArgsStream"]


class CompletionsCreateArgs(CompletionCreateParamsBase, RequestOptions, total=False):
    """Keywords of ``completions.create``."""

    stream: bool | None


class CompletionsCreateArgsOnce(CompletionCreateParamsNonStreaming, RequestOptions, total=False):
    """Keywords of ``completions.create``."""


class CompletionsCreateArgsStream(CompletionCreateParamsStreaming, RequestOptions, total=False):
    """Keywords of ``completions.create``."""
