"""Runs of threads: waiting until one is done, or wants something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
from typing_extensions import deprecated

from triopenai._base.absent import NOT_GIVEN, omit
from triopenai._engine.deprecation import warn_of_deprecation
from triopenai._helpers.polling import Pace, fetch, given, later_options, poll
from triopenai._operations import beta_threads as ops

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from triopenai._base.absent import NotGiven, Omit
    from triopenai._base.config import Timeout
    from triopenai._engine.engine import Engine
    from triopenai._helpers.run_args import RunHelperArgs, SubmitHelperArgs, ThreadRunHelperArgs
    from triopenai._sansio.operation import Operation
    from triopenai.types.beta.threads import Run

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
        self, *, poll_interval_ms: int | Omit = omit, **params: Unpack[ThreadRunHelperArgs]
    ) -> Run:
        """Create a thread, run it, and wait until the run is done or wants something.

        As `create_and_run` with the same keywords, then `runs.poll`. Deprecated by the API: a call warns.

        Args:
            poll_interval_ms: See `runs.poll`.
            **params: The keywords of `create_and_run`, without `stream`.

        Raises:
            APIError: A request failed; the subclass says how.
        """
        warn_of_deprecation("beta.threads.create_and_run_poll")
        pace = Pace.of(poll_interval_ms)
        run = await fetch(self._engine, _waited(CREATE_BOTH), params)
        return await _run(self._engine, run.id, run.thread_id, pace, later_options(params))


class RunHelpers:
    """Helpers of ``client.beta.threads.runs``."""

    _engine: Engine

    @deprecated("beta.threads.runs.create_and_poll is deprecated by the API", category=None)
    async def create_and_poll(
        self, *, thread_id: str, poll_interval_ms: int | Omit = omit, **params: Unpack[RunHelperArgs]
    ) -> Run:
        """Run a thread, and wait until the run is done or wants something.

        As `create` with the same keywords, then `poll`. Deprecated by the API: a call warns.

        Args:
            thread_id: Id of the thread.
            poll_interval_ms: See `poll`.
            **params: The keywords of `create`, without `stream`.

        Raises:
            APIError: A request failed; the subclass says how.
        """
        warn_of_deprecation("beta.threads.runs.create_and_poll")
        pace = Pace.of(poll_interval_ms)
        run = await fetch(self._engine, _waited(CREATE), params, thread_id)
        return await _run(self._engine, run.id, thread_id, pace, later_options(params))

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
        self, *, run_id: str, poll_interval_ms: int | Omit = omit, **params: Unpack[SubmitHelperArgs]
    ) -> Run:
        """Hand a run what its tools gave, and wait until it is done or wants something again.

        As `submit_tool_outputs`, then `poll`. Deprecated by the API: a call warns.

        Args:
            run_id: Id of the run.
            poll_interval_ms: See `poll`.
            **params: The keywords of `submit_tool_outputs`, without `stream`.

        Raises:
            APIError: A request failed; the subclass says how.
        """
        warn_of_deprecation("beta.threads.runs.submit_tool_outputs_and_poll")
        pace = Pace.of(poll_interval_ms)
        await fetch(self._engine, _waited(SUBMIT), params, run_id)
        return await _run(self._engine, run_id, params["thread_id"], pace, later_options(params))


def _waited(operation: Operation[Run]) -> Operation[Run]:
    """An operation whose answer is waited for: it does not take `stream`."""
    body = tuple(keyword for keyword in operation.body if keyword != "stream")
    return attrs.evolve(operation, body=body)


async def _run(engine: Engine, run_id: str, thread_id: str, pace: Pace, options: Mapping[str, object]) -> Run:
    params = {"thread_id": thread_id, **options}
    return await poll(engine, RETRIEVE, params, run_id, pending=PENDING, pace=pace)
