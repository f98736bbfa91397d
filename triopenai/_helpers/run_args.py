"""The keywords of the helpers of runs: those of ``create`` but `stream`, and but those of the path."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types.beta._params import ThreadCreateAndRunParamsBase
from triopenai.types.beta.threads._params import RunCreateParamsBase, RunSubmitToolOutputsParamsBase

__all__ = ["RunHelperArgs", "SubmitHelperArgs", "ThreadRunHelperArgs"]


class RunHelperArgs(RunCreateParamsBase, RequestOptions, total=False):
    """Keywords of the helpers that run a thread."""


class SubmitHelperArgs(RunSubmitToolOutputsParamsBase, RequestOptions, total=False):
    """Keywords of the helpers that hand a run what its tools gave."""


class ThreadRunHelperArgs(ThreadCreateAndRunParamsBase, RequestOptions, total=False):
    """Keywords of the helpers that create a thread and run it."""
