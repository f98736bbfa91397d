# ruff: noqa: SIM117  # the block of a client and that of a stream in it are told apart
"""The helpers that follow runs of assistants: hooks in their order, snapshots, and how such a stream ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.support.fakes import FakeResponse, events, open_fake
from tests.support.peers import sweep
from tests.support.runs import CODE, DONE, WAITS, named, run_events
from triopenai import AsyncAssistantEventHandler, errors, open_client
from triopenai.testing import faults, open_sandbox

if TYPE_CHECKING:
    from triopenai.types.beta import AssistantStreamEvent
    from triopenai.types.beta.threads import Text, TextDelta

pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated by the API:DeprecationWarning")


def hook(name: str) -> Any:
    async def note(self: Noting, *arguments: Any) -> None:
        self.calls.append((name, arguments))
        await trio.lowlevel.checkpoint()

    return note


class Noting(AsyncAssistantEventHandler):
    """Notes each call of each hook. It has a state of its own, and does not call ``super().__init__()``."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def names(self) -> list[str]:
        return [name for name, _ in self.calls if name != "on_event"]

    def arguments(self, name: str) -> list[tuple[Any, ...]]:
        return [arguments for called, arguments in self.calls if called == name]


for hook_name in dir(AsyncAssistantEventHandler):
    if hook_name.startswith("on_"):
        setattr(Noting, hook_name, hook(hook_name))


WHERE: Any = {"thread_id": "th_1", "assistant_id": "asst_1"}


async def test_runs_stream_calls_the_hooks_in_their_order():
    handler = Noting()
    async with open_fake(named(*run_events(), DONE)) as (client, _):
        async with client.beta.threads.runs.stream(**WHERE, event_handler=handler) as stream:
            assert stream is handler
            await stream.until_done()
    assert handler.names() == [
        "on_run_step_created",
        "on_tool_call_created",
        "on_run_step_delta",
        *(["on_tool_call_delta", "on_run_step_delta"] * 3),
        "on_tool_call_done",
        "on_tool_call_created",
        "on_run_step_delta",
        *(["on_tool_call_delta", "on_run_step_delta"] * 2),
        "on_tool_call_done",
        "on_run_step_done",
        "on_run_step_created",
        "on_message_created",
        "on_text_created",
        "on_text_delta",
        "on_message_delta",
        "on_text_delta",
        "on_message_delta",
        "on_text_delta",
        "on_text_done",
        "on_message_delta",
        "on_image_file_done",
        "on_text_created",
        "on_text_delta",
        "on_message_delta",
        "on_text_done",
        "on_message_done",
        "on_run_step_done",
        "on_end",
    ]
    assert len(handler.arguments("on_event")) == len(run_events())


async def test_runs_stream_gives_hooks_what_there_is_so_far():
    handler = Noting()
    async with open_fake(named(*run_events(), DONE)) as (client, _):
        async with client.beta.threads.runs.stream(**WHERE, event_handler=handler) as stream:
            await stream.until_done()
    texts = [(delta.value, text.value) for delta, text in handler.arguments("on_text_delta")]
    assert texts == [("Hel", "Hel"), ("lo", "Hello"), (None, "Hello"), ("Bye", "Bye")]
    assert [text.value for (text,) in handler.arguments("on_text_done")] == ["Hello", "Bye"]
    assert [image.file_id for (image,) in handler.arguments("on_image_file_done")] == ["file_1"]
    code, function = (call for (call,) in handler.arguments("on_tool_call_done"))
    assert code.code_interpreter.input == "print(1)"
    assert code.code_interpreter.outputs[0].logs == "1\n2\n"
    assert function.function.arguments == '{"a": 1}'
    grown = [snapshot for _, snapshot in handler.arguments("on_message_delta")]
    assert [len(message.content) for message in grown] == [1, 1, 2, 3]
    steps = [snapshot for _, snapshot in handler.arguments("on_run_step_delta")]
    assert len(steps[-1].step_details.tool_calls) == 2


def where(stream: AsyncAssistantEventHandler) -> tuple[str | None, str | None, str | None]:
    run, step = stream.current_run, stream.current_run_step_snapshot
    message = stream.current_message_snapshot
    return (
        None if run is None else run.status,
        None if step is None else step.id,
        None if message is None else message.id,
    )


async def test_runs_stream_shows_where_it_is():
    seen: list[tuple[str | None, str | None, str | None]] = []
    async with open_fake(named(*run_events(), DONE)) as (client, _):
        async with client.beta.threads.runs.stream(**WHERE) as stream:
            assert where(stream) == (None, None, None)
            async for event in stream:
                assert stream.current_event is event
                seen.append(where(stream))
            assert where(stream) == ("completed", None, "msg_1")
    assert seen[0] == ("queued", None, None)
    assert seen[4] == ("in_progress", "step_1", None)
    assert seen[-3] == ("in_progress", "step_2", "msg_1")
    assert seen[-1] == ("completed", None, "msg_1")


async def test_runs_stream_gives_the_result_at_its_end():
    async with open_fake(named(*run_events(), DONE)) as (client, transport):
        async with client.beta.threads.runs.stream(**WHERE, include=[]) as stream:
            run = await stream.get_final_run()
            steps = await stream.get_final_run_steps()
            [message] = await stream.get_final_messages()
            assert stream.response.request_id == "req_s"
        assert transport.responses[0].closed
    assert run.status == "completed"
    assert [step.id for step in steps] == ["step_1", "step_2"]
    assert len(message.content) == 3
    assert transport.sent() == {"assistant_id": "asst_1", "stream": True}


async def test_text_deltas_gives_the_pieces_of_the_text_and_calls_hooks():
    handler = Noting()
    async with open_fake(named(*run_events(), DONE)) as (client, _):
        async with client.beta.threads.runs.create_and_stream(**WHERE, event_handler=handler) as stream:
            assert [piece async for piece in stream.text_deltas] == ["Hel", "lo", "Bye"]
            assert [piece async for piece in stream.text_deltas] == []
    assert handler.names()[-1] == "on_end"
    assert handler.names().count("on_end") == 1


async def test_runs_stream_ends_a_call_when_the_run_waits_for_its_output():
    handler = Noting()
    async with open_fake(named(*CODE, WAITS, DONE)) as (client, _):
        async with client.beta.threads.runs.stream(**WHERE, event_handler=handler) as stream:
            assert (await stream.get_final_run()).status == "requires_action"
    assert handler.names()[-2:] == ["on_tool_call_done", "on_end"]


async def test_runs_stream_ends_without_done_if_the_run_has_ended():
    async with open_fake(named(*run_events())) as (client, _):
        async with client.beta.threads.runs.stream(**WHERE) as stream:
            assert (await stream.get_final_run()).status == "completed"


async def test_runs_stream_that_ends_too_soon_is_truncated_and_keeps_the_run():
    handler = Noting()
    async with open_fake(named(*run_events()[:-1])) as (client, transport):
        async with client.beta.threads.runs.stream(**WHERE, event_handler=handler) as stream:
            with pytest.raises(errors.StreamTruncated, match="no terminal event") as caught:
                await stream.until_done()
            assert getattr(caught.value.partial, "status", None) == "in_progress"
            assert stream.current_message_snapshot is not None
            assert transport.responses[0].closed
            with pytest.raises(trio.ClosedResourceError):
                await stream.get_final_run()
    assert handler.arguments("on_exception") == [(caught.value,)]
    assert handler.names()[-2:] == ["on_exception", "on_end"]


async def test_runs_create_that_ends_too_soon_is_truncated():
    async with open_fake(named(*CODE[:-1])) as (client, _):
        async with await client.beta.threads.runs.create("th_1", assistant_id="a", stream=True) as stream:
            with pytest.raises(errors.ToolCallTruncated):
                async for _ in stream:
                    pass


async def test_runs_stream_reports_an_error_of_the_server():
    handler = Noting()
    failure: Any = {"code": "server_error", "message": "it broke", "type": "server_error", "param": None}
    async with open_fake(named(*CODE, ("error", failure))) as (client, transport):
        async with client.beta.threads.runs.stream(**WHERE, event_handler=handler) as stream:
            with pytest.raises(errors.APIError, match="it broke"):
                await stream.until_done()
            assert transport.responses[0].closed
    assert handler.names()[-2:] == ["on_exception", "on_end"]


async def test_runs_stream_tells_the_handler_that_it_fell_silent(autojump_clock: trio.testing.MockClock):
    handler = Noting()
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        assistant = await client.beta.assistants.create(model="gpt-4")
        thread = await client.beta.threads.create()
        sandbox.faults.add(faults.stall_stream(after_events=2))
        async with client.beta.threads.runs.stream(
            thread_id=thread.id, assistant_id=assistant.id, event_handler=handler, timeout=3, max_retries=0
        ) as stream:
            with pytest.raises(errors.StreamStalled):
                await stream.until_done()
    assert handler.names()[-3:] == ["on_timeout", "on_exception", "on_end"]


class Raising(Noting):
    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error

    async def on_text_delta(self, delta: TextDelta, snapshot: Text) -> None:
        raise self.error


async def test_an_exception_in_a_hook_leaves_as_itself_and_closes_the_stream():
    error = KeyError("mine")
    handler = Raising(error)
    async with open_fake(named(*run_events(), DONE)) as (client, transport):
        with pytest.raises(KeyError) as caught:
            async with client.beta.threads.runs.stream(**WHERE, event_handler=handler) as stream:
                try:
                    await stream.until_done()
                finally:
                    assert transport.responses[0].closed
    assert caught.value is error
    assert handler.names()[-2:] == ["on_exception", "on_end"]


@pytest.mark.parametrize("error", [StopAsyncIteration(), trio.ClosedResourceError()])
async def test_an_exception_in_a_hook_does_not_look_like_the_end_of_the_stream(error: Exception):
    handler = Raising(error)
    async with open_fake(named(*run_events(), DONE)) as (client, transport):
        async with client.beta.threads.runs.stream(**WHERE, event_handler=handler) as stream:
            with pytest.raises((RuntimeError, trio.ClosedResourceError)):
                await stream.until_done()
            assert transport.responses[0].closed
    assert "on_exception" in handler.names()


async def test_runs_stream_left_early_closes_the_socket_and_calls_no_more_hooks():
    handler = Noting()
    async with open_fake(named(*run_events(), DONE)) as (client, transport):
        async with client.beta.threads.runs.stream(**WHERE, event_handler=handler) as stream:
            async for _ in stream:
                break
        assert transport.responses[0].closed
        with pytest.raises(trio.ClosedResourceError):
            await anext(stream)
    assert "on_end" not in handler.names()


async def test_runs_stream_is_read_by_one_at_a_time():
    class Reading(AsyncAssistantEventHandler):
        async def on_event(self, event: AssistantStreamEvent) -> None:
            await self.until_done()

    async with open_fake(named(*run_events(), DONE)) as (client, _):
        async with client.beta.threads.runs.stream(**WHERE, event_handler=Reading()) as stream:
            with pytest.raises(trio.BusyResourceError):
                await stream.until_done()


async def test_runs_stream_cancelled_anywhere_leaves_nothing_open():
    responses: list[FakeResponse] = []

    async def follow() -> None:
        async with open_fake(named(*CODE, WAITS, DONE)) as (client, transport):
            try:
                async with client.beta.threads.runs.stream(**WHERE, event_handler=Noting()) as stream:
                    await stream.until_done()
            finally:
                responses.extend(transport.responses)

    async def audit() -> None:
        assert all(response.closed for response in responses)

    await sweep(follow, audit)


async def test_a_handler_follows_one_run():
    handler = AsyncAssistantEventHandler()
    with pytest.raises(RuntimeError, match="enter the block"):
        _ = handler.current_run
    async with open_fake(named(*run_events(), DONE)) as (client, transport):
        twice = client.beta.threads.runs.stream(**WHERE, event_handler=handler)
        async with client.beta.threads.runs.stream(**WHERE, event_handler=handler) as stream:
            await stream.until_done()
        with pytest.raises(RuntimeError, match="one run"):
            client.beta.threads.runs.stream(**WHERE, event_handler=handler)
        with pytest.raises(RuntimeError, match="one run"):
            await twice.__aenter__()
        assert len(transport.requests) == 1


async def test_runs_stream_refuses_bad_arguments_before_anything_is_sent():
    wrong: Any = AsyncAssistantEventHandler
    async with open_fake() as (client, transport):
        runs: Any = client.beta.threads.runs
        with pytest.raises(TypeError, match="an instance of AsyncAssistantEventHandler"):
            runs.stream(**WHERE, event_handler=wrong)
        with pytest.raises(TypeError, match="leave the keyword `stream` away"):
            runs.stream(**WHERE, stream=True)
        with pytest.raises(TypeError, match=r"stream\(\) missing .* argument: 'thread_id'"):
            runs.stream(assistant_id="asst_1")
        with pytest.raises(TypeError, match=r"submit_tool_outputs_stream\(\) missing .* argument: 'run_id'"):
            runs.submit_tool_outputs_stream(thread_id="th_1", tool_outputs=[])
        with pytest.raises(TypeError, match="assistant"):
            await runs.stream(thread_id="th_1", assistent_id="a").__aenter__()
        assert not transport.requests


async def test_following_a_run_without_one_is_an_error():
    async with open_fake(named(("thread.created", {"id": "th_1", "object": "thread"}), DONE)) as (client, _):
        async with client.beta.threads.runs.stream(**WHERE) as stream:
            with pytest.raises(RuntimeError, match="none of its events told of a run"):
                await stream.get_final_run()


@pytest.mark.filterwarnings("default:.*deprecated by the API:DeprecationWarning")
async def test_following_a_run_warns_once_where_it_is_called():
    async with open_fake(named(*run_events(), DONE)) as (client, _):
        with pytest.warns(DeprecationWarning, match="runs.stream is deprecated") as caught:
            async with client.beta.threads.runs.stream(**WHERE) as stream:
                await stream.until_done()
        assert [warning.filename for warning in caught] == [__file__]


async def test_submit_tool_outputs_stream_goes_on_with_a_run(autojump_clock: trio.testing.MockClock):
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        assistant = await client.beta.assistants.create(model="gpt-4")
        tools: Any = [{"type": "function", "function": {"name": "f"}}]
        async with client.beta.threads.create_and_run_stream(
            assistant_id=assistant.id, tools=tools, thread={"messages": [{"role": "user", "content": "Hi"}]}
        ) as stream:
            run = await stream.get_final_run()
        assert run.required_action is not None
        calls = run.required_action.submit_tool_outputs.tool_calls
        async with client.beta.threads.runs.submit_tool_outputs_stream(
            thread_id=run.thread_id,
            run_id=run.id,
            tool_outputs=[{"tool_call_id": call.id, "output": "1"} for call in calls],
        ) as stream:
            text = "".join([piece async for piece in stream.text_deltas])
            assert (await stream.get_final_run()).status == "completed"
            [message] = await stream.get_final_messages()
    assert [part.text.value for part in message.content if part.type == "text"] == [text]


@pytest.mark.parametrize(
    ("method", "last"), [("generate", "image_generation.completed"), ("edit", "image_edit.completed")]
)
async def test_images_that_end_too_soon_are_truncated(method: str, last: str):
    image: Any = {"prompt": "a cat", "stream": True, **({"image": b"png"} if method == "edit" else {})}
    begun = {"type": last.replace("completed", "partial_image"), "b64_json": "", "partial_image_index": 0}
    async with open_fake(events(begun, done=False), events(begun, {"type": last}, done=False)) as (client, _):
        async with await getattr(client.images, method)(**image) as stream:
            with pytest.raises(errors.StreamTruncated, match=f"with no {last}"):
                async for _ in stream:
                    pass
        async with await getattr(client.images, method)(**image) as stream:
            assert [event.type async for event in stream][-1] == last


async def test_transcriptions_that_end_too_soon_are_truncated_and_keep_the_text():
    words = [{"type": "transcript.text.delta", "delta": word} for word in ("Hello", " there")]
    end = {"type": "transcript.text.done", "text": "Hello there"}
    async with open_fake(events(*words, done=False), events(*words, end, done=False)) as (client, _):
        create = client.audio.transcriptions.create
        async with await create(file=("a.mp3", b"x"), model="whisper-1", stream=True) as stream:
            with pytest.raises(errors.StreamTruncated, match=r"such as transcript\.text\.done") as caught:
                async for _ in stream:
                    pass
        assert getattr(caught.value.partial, "text", None) == "Hello there"
        async with await create(file=("a.mp3", b"x"), model="whisper-1", stream=True) as stream:
            assert len([event async for event in stream]) == 3
