"""Runs of threads: waiting until one is done, or wants something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import attrs
from typing_extensions import deprecated

from triopenai._base.absent import NOT_GIVEN, omit
from triopenai._engine.deprecation import warn_of_deprecation
from triopenai._helpers.polling import Pace, fetch, given, later_options, poll
from triopenai._operations import beta_threads as ops

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Literal, Unpack

    from triopenai._base.absent import NotGiven, Omit
    from triopenai._base.config import Timeout
    from triopenai._base.options import RequestOptions
    from triopenai._base.sequences import SequenceNotStr
    from triopenai._engine.engine import Engine
    from triopenai.types.beta import (
        AssistantResponseFormatOptionParam,
        AssistantToolChoiceOptionParam,
        AssistantToolParam,
    )
    from triopenai.types.beta._params import (
        ThreadCreateAndRunToolResourcesParam,
        ThreadCreateAndRunTruncationStrategyParam,
        ThreadCreateParams,
    )
    from triopenai.types.beta.threads import Run
    from triopenai.types.beta.threads._params import (
        MessageCreateParams,
        RunCreateTruncationStrategyParam,
        RunSubmitToolOutputsToolOutputParam,
    )
    from triopenai.types.shared_params import ChatModel, Metadata, ReasoningEffort

__all__ = ["RunHelpers", "ThreadHelpers"]

PENDING: Final = frozenset({"queued", "in_progress", "cancelling"})

# A helper warns once, not with each of its requests.
CREATE: Final = attrs.evolve(ops.BETA_THREADS_RUNS_CREATE, deprecated=False)
CREATE_BOTH: Final = attrs.evolve(ops.BETA_THREADS_CREATE_AND_RUN, deprecated=False)
RETRIEVE: Final = attrs.evolve(ops.BETA_THREADS_RUNS_RETRIEVE, deprecated=False)
SUBMIT: Final = attrs.evolve(ops.BETA_THREADS_RUNS_SUBMIT_TOOL_OUTPUTS, deprecated=False)


class ThreadHelpers:
    """Helpers of ``client.beta.threads``."""

    _engine: Engine

    @deprecated("beta.threads.create_and_run_poll is deprecated by the API", category=None)
    async def create_and_run_poll(
        self,
        *,
        assistant_id: str,
        instructions: str | Omit | None = omit,
        max_completion_tokens: int | Omit | None = omit,
        max_prompt_tokens: int | Omit | None = omit,
        metadata: Metadata | Omit | None = omit,
        model: str | ChatModel | Omit | None = omit,
        parallel_tool_calls: bool | Omit = omit,
        response_format: AssistantResponseFormatOptionParam | Omit | None = omit,
        temperature: float | Omit | None = omit,
        thread: ThreadCreateParams | Omit = omit,
        tool_choice: AssistantToolChoiceOptionParam | Omit | None = omit,
        tool_resources: ThreadCreateAndRunToolResourcesParam | Omit | None = omit,
        tools: Iterable[AssistantToolParam] | Omit | None = omit,
        top_p: float | Omit | None = omit,
        truncation_strategy: ThreadCreateAndRunTruncationStrategyParam | Omit | None = omit,
        poll_interval_ms: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Run:
        """Create a thread, run it, and wait until the run is done or wants something.

        As `create_and_run` with the same keywords, then `runs.poll`. Deprecated by the API: a call warns.

        Raises:
            APIError: A request failed; the subclass says how.
        """
        warn_of_deprecation("beta.threads.create_and_run_poll")
        pace = Pace.of(poll_interval_ms)
        body = given(
            assistant_id=assistant_id,
            instructions=instructions,
            max_completion_tokens=max_completion_tokens,
            max_prompt_tokens=max_prompt_tokens,
            metadata=metadata,
            model=model,
            parallel_tool_calls=parallel_tool_calls,
            response_format=response_format,
            temperature=temperature,
            thread=thread,
            tool_choice=tool_choice,
            tool_resources=tool_resources,
            tools=tools,
            top_p=top_p,
            truncation_strategy=truncation_strategy,
        )
        run = await fetch(self._engine, CREATE_BOTH, {**body, **options})
        return await _run(self._engine, run.id, run.thread_id, pace, later_options(options))


class RunHelpers:
    """Helpers of ``client.beta.threads.runs``."""

    _engine: Engine

    @deprecated("beta.threads.runs.create_and_poll is deprecated by the API", category=None)
    async def create_and_poll(
        self,
        *,
        assistant_id: str,
        include: SequenceNotStr[Literal["step_details.tool_calls[*].file_search.results[*].content"]]
        | Omit = omit,
        additional_instructions: str | Omit | None = omit,
        additional_messages: Iterable[MessageCreateParams] | Omit | None = omit,
        instructions: str | Omit | None = omit,
        max_completion_tokens: int | Omit | None = omit,
        max_prompt_tokens: int | Omit | None = omit,
        metadata: Metadata | Omit | None = omit,
        model: str | ChatModel | Omit | None = omit,
        parallel_tool_calls: bool | Omit = omit,
        reasoning_effort: ReasoningEffort | Omit | None = omit,
        response_format: AssistantResponseFormatOptionParam | Omit | None = omit,
        temperature: float | Omit | None = omit,
        tool_choice: AssistantToolChoiceOptionParam | Omit | None = omit,
        tools: Iterable[AssistantToolParam] | Omit | None = omit,
        top_p: float | Omit | None = omit,
        truncation_strategy: RunCreateTruncationStrategyParam | Omit | None = omit,
        poll_interval_ms: int | Omit = omit,
        thread_id: str,
        **options: Unpack[RequestOptions],
    ) -> Run:
        """Run a thread, and wait until the run is done or wants something.

        As `create` with the same keywords, then `poll`. Deprecated by the API: a call warns.

        Raises:
            APIError: A request failed; the subclass says how.
        """
        warn_of_deprecation("beta.threads.runs.create_and_poll")
        pace = Pace.of(poll_interval_ms)
        body = given(
            assistant_id=assistant_id,
            include=include,
            additional_instructions=additional_instructions,
            additional_messages=additional_messages,
            instructions=instructions,
            max_completion_tokens=max_completion_tokens,
            max_prompt_tokens=max_prompt_tokens,
            metadata=metadata,
            model=model,
            parallel_tool_calls=parallel_tool_calls,
            reasoning_effort=reasoning_effort,
            response_format=response_format,
            temperature=temperature,
            tool_choice=tool_choice,
            tools=tools,
            top_p=top_p,
            truncation_strategy=truncation_strategy,
        )
        run = await fetch(self._engine, CREATE, {**body, **options}, thread_id)
        return await _run(self._engine, run.id, thread_id, pace, later_options(options))

    @deprecated("beta.threads.runs.poll is deprecated by the API", category=None)
    async def poll(  # noqa: PLR0917  # the official positions
        self,
        run_id: str,
        thread_id: str,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | NotGiven | None = NOT_GIVEN,  # noqa: ASYNC109  # of each request's waits
        poll_interval_ms: int | Omit = omit,
    ) -> Run:
        """Wait until a run is done or wants something.

        That is the status "requires_action", "completed", "failed", "cancelled", "expired" or "incomplete";
        none of them is an error here. The wait is bounded by the caller's cancel scope; ending it does not
        end the run. Deprecated by the API: a call warns.

        Args:
            run_id: Id of the run.
            thread_id: Id of its thread.
            extra_headers: Header fields to add.
            extra_query: Query parameters to add.
            extra_body: Fields of a body, for servers that read one.
            timeout: Seconds for each wait of a request's attempt.
            poll_interval_ms: Milliseconds between two looks; left out, what the server asks for, or 1000.

        Raises:
            APIError: A request failed; the subclass says how.
        """
        warn_of_deprecation("beta.threads.runs.poll")
        options = given(
            extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
        )
        return await _run(self._engine, run_id, thread_id, Pace.of(poll_interval_ms), options)

    @deprecated("beta.threads.runs.submit_tool_outputs_and_poll is deprecated by the API", category=None)
    async def submit_tool_outputs_and_poll(
        self,
        *,
        tool_outputs: Iterable[RunSubmitToolOutputsToolOutputParam],
        run_id: str,
        thread_id: str,
        poll_interval_ms: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Run:
        """Hand a run what its tools gave, and wait until it is done or wants something again.

        As `submit_tool_outputs`, then `poll`. Deprecated by the API: a call warns.

        Args:
            tool_outputs: The result of each tool call.
            run_id: Id of the run.
            thread_id: Id of its thread.
            poll_interval_ms: See `poll`.
            **options: The request options.

        Raises:
            APIError: A request failed; the subclass says how.
        """
        warn_of_deprecation("beta.threads.runs.submit_tool_outputs_and_poll")
        pace = Pace.of(poll_interval_ms)
        body = {"thread_id": thread_id, "tool_outputs": tool_outputs, **options}
        await fetch(self._engine, SUBMIT, body, run_id)
        return await _run(self._engine, run_id, thread_id, pace, later_options(options))


async def _run(engine: Engine, run_id: str, thread_id: str, pace: Pace, options: Mapping[str, object]) -> Run:
    params = cast("dict[str, object]", {"thread_id": thread_id, **options})
    return await poll(engine, RETRIEVE, params, run_id, pending=PENDING, pace=pace)
