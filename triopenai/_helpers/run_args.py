"""The keywords of the helpers that follow a run: those of ``create`` but `stream`."""

from __future__ import annotations

from typing import Required

from triopenai._base.options import RequestOptions
from triopenai.types.beta._params import ThreadCreateAndRunParamsBase
from triopenai.types.beta.threads._params import RunCreateParamsBase, RunSubmitToolOutputsParamsBase

__all__ = ["RunHelperArgs", "SubmitHelperArgs", "ThreadRunHelperArgs"]


class RunHelperArgs(RunCreateParamsBase, RequestOptions, total=False):
    """Keywords of ``beta.threads.runs.stream``."""

    thread_id: Required[str]


class SubmitHelperArgs(RunSubmitToolOutputsParamsBase, RequestOptions, total=False):
    """Keywords of ``beta.threads.runs.submit_tool_outputs_stream``."""

    run_id: Required[str]


class ThreadRunHelperArgs(ThreadCreateAndRunParamsBase, RequestOptions, total=False):
    """Keywords of ``beta.threads.create_and_run_stream``."""
