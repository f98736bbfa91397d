"""The methods of ``beta_threads``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from typing_extensions import deprecated

from triopenai._engine.resource import Resource
from triopenai._helpers.run_streaming import RunStreaming, ThreadStreaming
from triopenai._helpers.threads import RunHelpers, ThreadHelpers
from triopenai._operations import beta_threads as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.events import EventStream
    from triopenai._engine.pages import AsyncCursorPage, AsyncPaginator
    from triopenai.resources._args import beta_threads as args
    from triopenai.types.beta import AssistantStreamEvent, Thread, ThreadDeleted
    from triopenai.types.beta.threads import Message, MessageDeleted, Run
    from triopenai.types.beta.threads.runs import RunStep

__all__ = ["BetaThreads", "BetaThreadsMessages", "BetaThreadsRuns", "BetaThreadsRunsSteps"]


class BetaThreads(ThreadHelpers, ThreadStreaming, Resource):
    """Methods of ``client.beta.threads``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/threads
    """

    @cached_property
    def messages(self) -> BetaThreadsMessages:
        """Methods of ``client.beta.threads.messages``."""
        return BetaThreadsMessages(self._engine)

    @cached_property
    def runs(self) -> BetaThreadsRuns:
        """Methods of ``client.beta.threads.runs``."""
        return BetaThreadsRuns(self._engine)

    @deprecated("beta.threads.create is deprecated by the API", category=None)
    async def create(self, **params: Unpack[args.BetaThreadsCreateArgs]) -> Thread:
        """Create a thread.

        ``POST /threads``

        Deprecated by the API: a call warns.

        Args:
            **params: The keys of `triopenai.types.beta.ThreadCreateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/methods/create
        """
        return await self._engine.call(ops.BETA_THREADS_CREATE, params)

    @overload
    @deprecated("beta.threads.create_and_run is deprecated by the API", category=None)
    async def create_and_run(self, **params: Unpack[args.BetaThreadsCreateAndRunArgsOnce]) -> Run: ...

    @overload
    @deprecated("beta.threads.create_and_run is deprecated by the API", category=None)
    async def create_and_run(
        self, **params: Unpack[args.BetaThreadsCreateAndRunArgsStream]
    ) -> EventStream[AssistantStreamEvent]: ...

    @overload
    @deprecated("beta.threads.create_and_run is deprecated by the API", category=None)
    async def create_and_run(
        self, **params: Unpack[args.BetaThreadsCreateAndRunArgs]
    ) -> Run | EventStream[AssistantStreamEvent]: ...

    @deprecated("beta.threads.create_and_run is deprecated by the API", category=None)
    async def create_and_run(
        self, **params: Unpack[args.BetaThreadsCreateAndRunArgs]
    ) -> Run | EventStream[AssistantStreamEvent]:
        """Create a thread and run it.

        ``POST /threads/runs``

        Deprecated by the API: a call warns.

        Args:
            **params: The keys of `triopenai.types.beta.ThreadCreateAndRunParams` (`assistant_id` is
                required), and the request options.

        Returns:
            The answer; with ``stream=True`` its events as they arrive, to be used as a block.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/methods/create_and_run
        """
        return await self._engine.call_or_stream(ops.BETA_THREADS_CREATE_AND_RUN, params)

    @deprecated("beta.threads.delete is deprecated by the API", category=None)
    async def delete(self, thread_id: str, **params: Unpack[RequestOptions]) -> ThreadDeleted:
        """Delete a thread.

        ``DELETE /threads/{thread_id}``

        Deprecated by the API: a call warns.

        Args:
            thread_id: Id of the thread.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/methods/delete
        """
        return await self._engine.call(ops.BETA_THREADS_DELETE, params, thread_id)

    @deprecated("beta.threads.retrieve is deprecated by the API", category=None)
    async def retrieve(self, thread_id: str, **params: Unpack[RequestOptions]) -> Thread:
        """Retrieve a thread.

        ``GET /threads/{thread_id}``

        Deprecated by the API: a call warns.

        Args:
            thread_id: Id of the thread.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/methods/retrieve
        """
        return await self._engine.call(ops.BETA_THREADS_RETRIEVE, params, thread_id)

    @deprecated("beta.threads.update is deprecated by the API", category=None)
    async def update(self, thread_id: str, **params: Unpack[args.BetaThreadsUpdateArgs]) -> Thread:
        """Update a thread.

        ``POST /threads/{thread_id}``

        Deprecated by the API: a call warns.

        Args:
            thread_id: Id of the thread.
            **params: The keys of `triopenai.types.beta.ThreadUpdateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/methods/update
        """
        return await self._engine.call(ops.BETA_THREADS_UPDATE, params, thread_id)


class BetaThreadsMessages(Resource):
    """Methods of ``client.beta.threads.messages``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/messages
    """

    @deprecated("beta.threads.messages.create is deprecated by the API", category=None)
    async def create(self, thread_id: str, **params: Unpack[args.BetaThreadsMessagesCreateArgs]) -> Message:
        """Create a thread message.

        ``POST /threads/{thread_id}/messages``

        Deprecated by the API: a call warns.

        Args:
            thread_id: Id of the thread.
            **params: The keys of `triopenai.types.beta.threads.MessageCreateParams` (`content` and `role` are
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/messages/methods/create
        """
        return await self._engine.call(ops.BETA_THREADS_MESSAGES_CREATE, params, thread_id)

    @deprecated("beta.threads.messages.delete is deprecated by the API", category=None)
    async def delete(
        self, message_id: str, **params: Unpack[args.BetaThreadsMessagesDeleteArgs]
    ) -> MessageDeleted:
        """Delete a thread message.

        ``DELETE /threads/{thread_id}/messages/{message_id}``

        Deprecated by the API: a call warns.

        Args:
            message_id: Id of the message.
            **params: `thread_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/messages/methods/delete
        """
        return await self._engine.call(ops.BETA_THREADS_MESSAGES_DELETE, params, message_id)

    @deprecated("beta.threads.messages.list is deprecated by the API", category=None)
    def list(
        self, thread_id: str, **params: Unpack[args.BetaThreadsMessagesListArgs]
    ) -> AsyncPaginator[Message, AsyncCursorPage[Message]]:
        """List thread messages.

        ``GET /threads/{thread_id}/messages``

        Deprecated by the API: a call warns.

        Args:
            thread_id: Id of the thread.
            **params: The keys of `triopenai.types.beta.threads.MessageListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/messages/methods/list
        """
        return self._engine.paginate(ops.BETA_THREADS_MESSAGES_LIST, params, thread_id)

    @deprecated("beta.threads.messages.retrieve is deprecated by the API", category=None)
    async def retrieve(
        self, message_id: str, **params: Unpack[args.BetaThreadsMessagesRetrieveArgs]
    ) -> Message:
        """Retrieve a thread message.

        ``GET /threads/{thread_id}/messages/{message_id}``

        Deprecated by the API: a call warns.

        Args:
            message_id: Id of the message.
            **params: `thread_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/messages/methods/retrieve
        """
        return await self._engine.call(ops.BETA_THREADS_MESSAGES_RETRIEVE, params, message_id)

    @deprecated("beta.threads.messages.update is deprecated by the API", category=None)
    async def update(self, message_id: str, **params: Unpack[args.BetaThreadsMessagesUpdateArgs]) -> Message:
        """Update a thread message.

        ``POST /threads/{thread_id}/messages/{message_id}``

        Deprecated by the API: a call warns.

        Args:
            message_id: Id of the message.
            **params: The keys of `triopenai.types.beta.threads.MessageUpdateParams` (`thread_id` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/messages/methods/update
        """
        return await self._engine.call(ops.BETA_THREADS_MESSAGES_UPDATE, params, message_id)


class BetaThreadsRuns(RunHelpers, RunStreaming, Resource):
    """Methods of ``client.beta.threads.runs``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs
    """

    @cached_property
    def steps(self) -> BetaThreadsRunsSteps:
        """Methods of ``client.beta.threads.runs.steps``."""
        return BetaThreadsRunsSteps(self._engine)

    @deprecated("beta.threads.runs.cancel is deprecated by the API", category=None)
    async def cancel(self, run_id: str, **params: Unpack[args.BetaThreadsRunsCancelArgs]) -> Run:
        """Cancel a thread run.

        ``POST /threads/{thread_id}/runs/{run_id}/cancel``

        Deprecated by the API: a call warns.

        Args:
            run_id: Id of the run.
            **params: `thread_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs/methods/cancel
        """
        return await self._engine.call(ops.BETA_THREADS_RUNS_CANCEL, params, run_id)

    @overload
    @deprecated("beta.threads.runs.create is deprecated by the API", category=None)
    async def create(self, thread_id: str, **params: Unpack[args.BetaThreadsRunsCreateArgsOnce]) -> Run: ...

    @overload
    @deprecated("beta.threads.runs.create is deprecated by the API", category=None)
    async def create(
        self, thread_id: str, **params: Unpack[args.BetaThreadsRunsCreateArgsStream]
    ) -> EventStream[AssistantStreamEvent]: ...

    @overload
    @deprecated("beta.threads.runs.create is deprecated by the API", category=None)
    async def create(
        self, thread_id: str, **params: Unpack[args.BetaThreadsRunsCreateArgs]
    ) -> Run | EventStream[AssistantStreamEvent]: ...

    @deprecated("beta.threads.runs.create is deprecated by the API", category=None)
    async def create(
        self, thread_id: str, **params: Unpack[args.BetaThreadsRunsCreateArgs]
    ) -> Run | EventStream[AssistantStreamEvent]:
        """Create a thread run.

        ``POST /threads/{thread_id}/runs``

        Deprecated by the API: a call warns.

        Args:
            thread_id: Id of the thread.
            **params: The keys of `triopenai.types.beta.threads.RunCreateParams` (`assistant_id` is required),
                and the request options.

        Returns:
            The answer; with ``stream=True`` its events as they arrive, to be used as a block.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs/methods/create
        """
        return await self._engine.call_or_stream(ops.BETA_THREADS_RUNS_CREATE, params, thread_id)

    @deprecated("beta.threads.runs.list is deprecated by the API", category=None)
    def list(
        self, thread_id: str, **params: Unpack[args.BetaThreadsRunsListArgs]
    ) -> AsyncPaginator[Run, AsyncCursorPage[Run]]:
        """List thread runs.

        ``GET /threads/{thread_id}/runs``

        Deprecated by the API: a call warns.

        Args:
            thread_id: Id of the thread.
            **params: The keys of `triopenai.types.beta.threads.RunListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs/methods/list
        """
        return self._engine.paginate(ops.BETA_THREADS_RUNS_LIST, params, thread_id)

    @deprecated("beta.threads.runs.retrieve is deprecated by the API", category=None)
    async def retrieve(self, run_id: str, **params: Unpack[args.BetaThreadsRunsRetrieveArgs]) -> Run:
        """Retrieve a thread run.

        ``GET /threads/{thread_id}/runs/{run_id}``

        Deprecated by the API: a call warns.

        Args:
            run_id: Id of the run.
            **params: `thread_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs/methods/retrieve
        """
        return await self._engine.call(ops.BETA_THREADS_RUNS_RETRIEVE, params, run_id)

    @overload
    @deprecated("beta.threads.runs.submit_tool_outputs is deprecated by the API", category=None)
    async def submit_tool_outputs(
        self, run_id: str, **params: Unpack[args.BetaThreadsRunsSubmitToolOutputsArgsOnce]
    ) -> Run: ...

    @overload
    @deprecated("beta.threads.runs.submit_tool_outputs is deprecated by the API", category=None)
    async def submit_tool_outputs(
        self, run_id: str, **params: Unpack[args.BetaThreadsRunsSubmitToolOutputsArgsStream]
    ) -> EventStream[AssistantStreamEvent]: ...

    @overload
    @deprecated("beta.threads.runs.submit_tool_outputs is deprecated by the API", category=None)
    async def submit_tool_outputs(
        self, run_id: str, **params: Unpack[args.BetaThreadsRunsSubmitToolOutputsArgs]
    ) -> Run | EventStream[AssistantStreamEvent]: ...

    @deprecated("beta.threads.runs.submit_tool_outputs is deprecated by the API", category=None)
    async def submit_tool_outputs(
        self, run_id: str, **params: Unpack[args.BetaThreadsRunsSubmitToolOutputsArgs]
    ) -> Run | EventStream[AssistantStreamEvent]:
        """Hand the outputs of tools to a run.

        ``POST /threads/{thread_id}/runs/{run_id}/submit_tool_outputs``

        Deprecated by the API: a call warns.

        Args:
            run_id: Id of the run.
            **params: The keys of `triopenai.types.beta.threads.RunSubmitToolOutputsParams` (`thread_id` and
                `tool_outputs` are required), and the request options.

        Returns:
            The answer; with ``stream=True`` its events as they arrive, to be used as a block.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs/methods/submit_tool_outputs
        """
        return await self._engine.call_or_stream(ops.BETA_THREADS_RUNS_SUBMIT_TOOL_OUTPUTS, params, run_id)

    @deprecated("beta.threads.runs.update is deprecated by the API", category=None)
    async def update(self, run_id: str, **params: Unpack[args.BetaThreadsRunsUpdateArgs]) -> Run:
        """Update a thread run.

        ``POST /threads/{thread_id}/runs/{run_id}``

        Deprecated by the API: a call warns.

        Args:
            run_id: Id of the run.
            **params: The keys of `triopenai.types.beta.threads.RunUpdateParams` (`thread_id` is required),
                and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs/methods/update
        """
        return await self._engine.call(ops.BETA_THREADS_RUNS_UPDATE, params, run_id)


class BetaThreadsRunsSteps(Resource):
    """Methods of ``client.beta.threads.runs.steps``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs/subresources/steps
    """

    @deprecated("beta.threads.runs.steps.list is deprecated by the API", category=None)
    def list(
        self, run_id: str, **params: Unpack[args.BetaThreadsRunsStepsListArgs]
    ) -> AsyncPaginator[RunStep, AsyncCursorPage[RunStep]]:
        """List thread run steps.

        ``GET /threads/{thread_id}/runs/{run_id}/steps``

        Deprecated by the API: a call warns.

        Args:
            run_id: Id of the run.
            **params: The keys of `triopenai.types.beta.threads.runs.StepListParams` (`thread_id` is
                required), and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs/subresources/steps/methods/list
        """
        return self._engine.paginate(ops.BETA_THREADS_RUNS_STEPS_LIST, params, run_id)

    @deprecated("beta.threads.runs.steps.retrieve is deprecated by the API", category=None)
    async def retrieve(
        self, step_id: str, **params: Unpack[args.BetaThreadsRunsStepsRetrieveArgs]
    ) -> RunStep:
        """Retrieve a thread run step.

        ``GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}``

        Deprecated by the API: a call warns.

        Args:
            step_id: Id of the step.
            **params: The keys of `triopenai.types.beta.threads.runs.StepRetrieveParams` (`thread_id` and
                `run_id` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs/subresources/steps/methods/retrieve
        """
        return await self._engine.call(ops.BETA_THREADS_RUNS_STEPS_RETRIEVE, params, step_id)
