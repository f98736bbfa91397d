"""The keywords of ``beta_threads``. Generated: do not edit."""

from __future__ import annotations

from typing import Required

from triopenai._base.options import RequestOptions
from triopenai.types.beta._params import (
    ThreadCreateAndRunParamsBase,
    ThreadCreateAndRunParamsNonStreaming,
    ThreadCreateAndRunParamsStreaming,
    ThreadCreateParams,
    ThreadUpdateParams,
)
from triopenai.types.beta.threads._params import (
    MessageCreateParams,
    MessageListParams,
    MessageUpdateParams,
    RunCreateParamsBase,
    RunCreateParamsNonStreaming,
    RunCreateParamsStreaming,
    RunListParams,
    RunSubmitToolOutputsParamsBase,
    RunSubmitToolOutputsParamsNonStreaming,
    RunSubmitToolOutputsParamsStreaming,
    RunUpdateParams,
)
from triopenai.types.beta.threads.runs._params import StepListParams, StepRetrieveParams

__all__ = [
    "BetaThreadsCreateAndRunArgs",
    "BetaThreadsCreateAndRunArgsOnce",
    "BetaThreadsCreateAndRunArgsStream",
    "BetaThreadsCreateArgs",
    "BetaThreadsMessagesCreateArgs",
    "BetaThreadsMessagesDeleteArgs",
    "BetaThreadsMessagesListArgs",
    "BetaThreadsMessagesRetrieveArgs",
    "BetaThreadsMessagesUpdateArgs",
    "BetaThreadsRunsCancelArgs",
    "BetaThreadsRunsCreateArgs",
    "BetaThreadsRunsCreateArgsOnce",
    "BetaThreadsRunsCreateArgsStream",
    "BetaThreadsRunsListArgs",
    "BetaThreadsRunsRetrieveArgs",
    "BetaThreadsRunsStepsListArgs",
    "BetaThreadsRunsStepsRetrieveArgs",
    "BetaThreadsRunsSubmitToolOutputsArgs",
    "BetaThreadsRunsSubmitToolOutputsArgsOnce",
    "BetaThreadsRunsSubmitToolOutputsArgsStream",
    "BetaThreadsRunsUpdateArgs",
    "BetaThreadsUpdateArgs",
]


class BetaThreadsCreateArgs(ThreadCreateParams, RequestOptions, total=False):
    """Keywords of ``beta.threads.create``."""


class BetaThreadsCreateAndRunArgs(ThreadCreateAndRunParamsBase, RequestOptions, total=False):
    """Keywords of ``beta.threads.create_and_run``."""

    stream: bool | None


class BetaThreadsCreateAndRunArgsOnce(ThreadCreateAndRunParamsNonStreaming, RequestOptions, total=False):
    """Keywords of ``beta.threads.create_and_run``."""


class BetaThreadsCreateAndRunArgsStream(ThreadCreateAndRunParamsStreaming, RequestOptions, total=False):
    """Keywords of ``beta.threads.create_and_run``."""


class BetaThreadsMessagesCreateArgs(MessageCreateParams, RequestOptions, total=False):
    """Keywords of ``beta.threads.messages.create``."""


class BetaThreadsMessagesDeleteArgs(RequestOptions, total=False):
    """Keywords of ``beta.threads.messages.delete``."""

    thread_id: Required[str]


class BetaThreadsMessagesListArgs(MessageListParams, RequestOptions, total=False):
    """Keywords of ``beta.threads.messages.list``."""


class BetaThreadsMessagesRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``beta.threads.messages.retrieve``."""

    thread_id: Required[str]


class BetaThreadsMessagesUpdateArgs(MessageUpdateParams, RequestOptions, total=False):
    """Keywords of ``beta.threads.messages.update``."""


class BetaThreadsRunsCancelArgs(RequestOptions, total=False):
    """Keywords of ``beta.threads.runs.cancel``."""

    thread_id: Required[str]


class BetaThreadsRunsCreateArgs(RunCreateParamsBase, RequestOptions, total=False):
    """Keywords of ``beta.threads.runs.create``."""

    stream: bool | None


class BetaThreadsRunsCreateArgsOnce(RunCreateParamsNonStreaming, RequestOptions, total=False):
    """Keywords of ``beta.threads.runs.create``."""


class BetaThreadsRunsCreateArgsStream(RunCreateParamsStreaming, RequestOptions, total=False):
    """Keywords of ``beta.threads.runs.create``."""


class BetaThreadsRunsListArgs(RunListParams, RequestOptions, total=False):
    """Keywords of ``beta.threads.runs.list``."""


class BetaThreadsRunsRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``beta.threads.runs.retrieve``."""

    thread_id: Required[str]


class BetaThreadsRunsStepsListArgs(StepListParams, RequestOptions, total=False):
    """Keywords of ``beta.threads.runs.steps.list``."""


class BetaThreadsRunsStepsRetrieveArgs(StepRetrieveParams, RequestOptions, total=False):
    """Keywords of ``beta.threads.runs.steps.retrieve``."""


class BetaThreadsRunsSubmitToolOutputsArgs(RunSubmitToolOutputsParamsBase, RequestOptions, total=False):
    """Keywords of ``beta.threads.runs.submit_tool_outputs``."""

    stream: bool | None


class BetaThreadsRunsSubmitToolOutputsArgsOnce(
    RunSubmitToolOutputsParamsNonStreaming,
    RequestOptions,
    total=False,
):
    """Keywords of ``beta.threads.runs.submit_tool_outputs``."""


class BetaThreadsRunsSubmitToolOutputsArgsStream(
    RunSubmitToolOutputsParamsStreaming,
    RequestOptions,
    total=False,
):
    """Keywords of ``beta.threads.runs.submit_tool_outputs``."""


class BetaThreadsRunsUpdateArgs(RunUpdateParams, RequestOptions, total=False):
    """Keywords of ``beta.threads.runs.update``."""


class BetaThreadsUpdateArgs(ThreadUpdateParams, RequestOptions, total=False):
    """Keywords of ``beta.threads.update``."""
