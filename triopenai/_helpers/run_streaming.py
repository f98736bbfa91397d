"""Runs of threads: following one by its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import TypeVar, deprecated

from triopenai._engine.deprecation import warn_of_deprecation
from triopenai._helpers.threads import CREATE, CREATE_BOTH, SUBMIT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from triopenai._engine.engine import Engine
    from triopenai._helpers.assistant_stream import AsyncAssistantEventHandler, AsyncAssistantStreamManager
    from triopenai._helpers.run_args import RunHelperArgs, SubmitHelperArgs, ThreadRunHelperArgs
    from triopenai._sansio.operation import StreamOperation
    from triopenai.types.beta import AssistantStreamEvent
    from triopenai.types.beta.threads import Run

__all__ = ["RunStreaming", "ThreadStreaming"]

# Its default is what a call without a handler gives.
HandlerT = TypeVar("HandlerT", bound="AsyncAssistantEventHandler", default="AsyncAssistantEventHandler")


class ThreadStreaming:
    """The streaming helper of ``client.beta.threads``."""

    _engine: Engine

    @deprecated("beta.threads.create_and_run_stream is deprecated by the API", category=None)
    def create_and_run_stream(
        self, *, event_handler: HandlerT | None = None, **params: Unpack[ThreadRunHelperArgs]
    ) -> AsyncAssistantStreamManager[HandlerT]:
        """Create a thread, run it, and follow the run by its events.

        ``POST /threads/runs``

        Nothing is sent before the block is entered. Leaving it closes the connection at once; the run goes
        on. Deprecated by the API: a call warns.

        Args:
            event_handler: A new instance of a class with hooks, which the block gives back.
            **params: The keywords of ``create_and_run``, without `stream`.

        Returns:
            What gives the handler to ``async with``.

        Raises:
            TypeError: `event_handler` is no `AsyncAssistantEventHandler`, or `stream` was given.
            RuntimeError: `event_handler` follows a run already.
        """
        name = "beta.threads.create_and_run_stream"
        return _follow(self._engine, name, CREATE_BOTH, params, handler=event_handler)


class RunStreaming:
    """The streaming helpers of ``client.beta.threads.runs``."""

    _engine: Engine

    @deprecated("beta.threads.runs.stream is deprecated by the API", category=None)
    def stream(
        self, *, thread_id: str, event_handler: HandlerT | None = None, **params: Unpack[RunHelperArgs]
    ) -> AsyncAssistantStreamManager[HandlerT]:
        """Run a thread, and follow the run by its events.

        ``POST /threads/{thread_id}/runs``

        Example::

            async with client.beta.threads.runs.stream(thread_id=thread.id, assistant_id="asst_1") as stream:
                async for text in stream.text_deltas:
                    print(text, end="")
                run = await stream.get_final_run()

        Nothing is sent before the block is entered. Leaving it closes the connection at once; the run goes
        on. Deprecated by the API: a call warns.

        Args:
            thread_id: Id of the thread.
            event_handler: A new instance of a class with hooks, which the block gives back.
            **params: The keywords of ``create``, without `stream`.

        Returns:
            What gives the handler to ``async with``.

        Raises:
            TypeError: `event_handler` is no `AsyncAssistantEventHandler`, or `stream` was given.
            RuntimeError: `event_handler` follows a run already.
        """
        name = "beta.threads.runs.stream"
        return _follow(self._engine, name, CREATE, params, path_arg=thread_id, handler=event_handler)

    @deprecated("beta.threads.runs.create_and_stream is deprecated by the API", category=None)
    def create_and_stream(
        self, *, thread_id: str, event_handler: HandlerT | None = None, **params: Unpack[RunHelperArgs]
    ) -> AsyncAssistantStreamManager[HandlerT]:
        """The older name of `stream`. Deprecated by the API: a call warns."""
        name = "beta.threads.runs.create_and_stream"
        return _follow(self._engine, name, CREATE, params, path_arg=thread_id, handler=event_handler)

    @deprecated("beta.threads.runs.submit_tool_outputs_stream is deprecated by the API", category=None)
    def submit_tool_outputs_stream(
        self, *, run_id: str, event_handler: HandlerT | None = None, **params: Unpack[SubmitHelperArgs]
    ) -> AsyncAssistantStreamManager[HandlerT]:
        """Hand a run what its tools gave, and follow it by its events.

        ``POST /threads/{thread_id}/runs/{run_id}/submit_tool_outputs``

        Nothing is sent before the block is entered. Leaving it closes the connection at once; the run goes
        on. Deprecated by the API: a call warns.

        Args:
            run_id: Id of the run.
            event_handler: A new instance of a class with hooks, which the block gives back.
            **params: The keywords of ``submit_tool_outputs``, without `stream`.

        Returns:
            What gives the handler to ``async with``.

        Raises:
            TypeError: `event_handler` is no `AsyncAssistantEventHandler`, or `stream` was given.
            RuntimeError: `event_handler` follows a run already.
        """
        name = "beta.threads.runs.submit_tool_outputs_stream"
        return _follow(self._engine, name, SUBMIT, params, path_arg=run_id, handler=event_handler)


def _follow(
    engine: Engine,
    name: str,
    operation: StreamOperation[Run, AssistantStreamEvent],
    params: Mapping[str, object],
    *,
    path_arg: str | None = None,
    handler: HandlerT | None,
) -> AsyncAssistantStreamManager[HandlerT]:
    """The block of a call.

    Args:
        engine: Makes the call.
        name: What the caller has called.
        operation: The endpoint.
        params: The caller's keywords.
        path_arg: The last argument of the path, if there is one.
        handler: The caller's, or None.
    """
    from triopenai._helpers import assistant_stream  # noqa: PLC0415  # load on first use

    warn_of_deprecation(name)
    if "stream" in params:
        msg = f"{name}() streams by itself: leave the keyword `stream` away"
        raise TypeError(msg)
    return assistant_stream.manage(engine, operation, params, path_arg, handler)
