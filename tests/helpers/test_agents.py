# ruff: noqa: SIM117  # the block of a client and that of a stream in it are told apart
"""Sessions of agents: their streams, and the tools that run beside them."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import pydantic
import pytest
import trio

from tests.support.fakes import FakeResponse, FakeTransport, answer, events, failure, open_fake
from tests.support.peers import sweep
from triopenai import errors, open_client
from triopenai._net.errors import ReadError
from triopenai.agents import AgentOutputParseError, AgentToolError, AgentTurnResultError
from triopenai.testing import open_sandbox

Json = dict[str, Any]
HERE: Json = {"environment": {"type": "none"}, "agent": {"model": "gpt-5", "instructions": "Help."}}


class City(pydantic.BaseModel):
    name: str


def sent(transport: FakeTransport) -> list[Json]:
    """The events that were sent to the session."""
    posts = [index for index, request in enumerate(transport.requests) if request.method == "POST"]
    return [transport.sent(index)["events"][0] for index in posts]


def session(status: str, *actions: Json) -> Json:
    return {"id": "sess_1", "object": "agent.session", "status": status, "required_actions": list(actions)}


def now(status: str, *actions: Json) -> Json:
    return {"type": f"agent.session.{status}", "session": session(status, *actions)}


def turn(status: str, **more: object) -> Json:
    return {"id": "turn_1", "object": "agent.session.turn", "session_id": "sess_1", "status": status, **more}


def message(text: str, **more: object) -> Json:
    content = [{"type": "output_text", "text": text, "annotations": []}]
    about: Json = {"id": "msg_1", "type": "message", "role": "assistant", "status": "completed"}
    return {**about, "turn_id": "turn_1", "content": content, "phase": "final_answer", **more}


def call(number: int = 1, name: str = "f", arguments: object = '{"a": 1}') -> Json:
    about: Json = {"id": f"fc_{number}", "type": "function_call", "call_id": f"call_{number}"}
    return {**about, "turn_id": "turn_1", "name": name, "arguments": arguments, "status": "completed"}


def added(item: Json) -> Json:
    return {"type": "agent.session.turn.item.added", "item": item, "turn_id": "turn_1"}


def done(item: Json) -> Json:
    return {"type": "agent.session.turn.item.done", "item": item, "turn_id": "turn_1", "output_index": 0}


BEGINS: Json = {"type": "agent.session.turn.created", "turn": turn("queued")}
ENDS: Json = {"type": "agent.session.turn.completed", "turn": turn("completed")}
RESTS: Json = now("idle")


def stream_of(*found: Json | float | Exception) -> FakeResponse:
    script: list[object] = []
    for number, event in enumerate(found):
        script.append(
            {"event_id": f"ev_{number}", "session_id": "sess_1", **event}
            if isinstance(event, dict)
            else event
        )
    return events(*script, done=False)


def turn_of(*found: Json | float | Exception, results: int = 0) -> list[FakeResponse]:
    """What the server answers to a stream: the session, its events, and what is sent to it."""
    return [answer(session("idle")), stream_of(*found), *[answer(b"", 204) for _ in range(1 + results)]]


async def test_stream_sends_the_input_once_the_events_are_followed():
    script = turn_of(
        RESTS, BEGINS, done(message("Aha", phase="commentary")), done(message("Hello")), ENDS, RESTS
    )
    async with open_fake(*script) as (client, transport):
        stream = client.beta.agents.sessions.stream("sess_1", input="Hi", idempotency_key="once")
        async with stream as opened:
            assert [event.type async for event in opened][-1] == "agent.session.idle"
            assert [event async for event in opened] == []
            result = await opened.get_final_result()
        assert all(response.closed for response in transport.responses[1:2])
    said = {"role": "user", "content": [{"type": "input_text", "text": "Hi"}]}
    assert sent(transport) == [{"type": "agent.session.input.message", "input": [said]}]
    assert [request.method for request in transport.requests] == ["GET", "GET", "POST"]
    assert transport.header(2, "idempotency-key") == "once"
    assert (result.output_text, result.session_id, result.turn_id) == ("Hello", "sess_1", "turn_1")


async def test_stream_passes_over_repeated_events_and_the_turns_of_subagents():
    other = {**ENDS, "turn": turn("failed", subagent_id="sub_1")}
    repeated = {**BEGINS, "event_id": "same"}
    script = turn_of(repeated, repeated, other, done(message("Hello")), ENDS, RESTS)
    async with open_fake(*script) as (client, _):
        async with client.beta.agents.sessions.stream("sess_1", input="Hi") as stream:
            assert len([event async for event in stream]) == 5
            assert (await stream.get_final_result()).turn.status == "completed"


async def test_stream_reads_the_answer_into_a_type():
    script = turn_of(BEGINS, done(message('{"name": "Rome"}')), ENDS, RESTS)
    async with open_fake(*script) as (client, _):
        async with client.beta.agents.sessions.stream("sess_1", input="Hi", output_type=City) as stream:
            result = await stream.with_result_collection().get_final_result()
    assert result.output_parsed == City(name="Rome")


async def test_stream_keeps_an_answer_that_does_not_fit_the_type():
    async with open_fake(*turn_of(BEGINS, done(message("Rome")), ENDS, RESTS)) as (client, _):
        async with client.beta.agents.sessions.stream("sess_1", input="Hi", output_type=City) as stream:
            with pytest.raises(AgentOutputParseError) as caught:
                await stream.get_final_result()
    assert getattr(caught.value.result, "output_text", None) == "Rome"


async def test_tools_run_at_once_and_their_results_are_sent(autojump_clock: trio.testing.MockClock):
    times: list[float] = []

    async def tool(arguments: dict[str, Any]) -> Any:
        await trio.sleep(2)
        times.append(trio.current_time())
        return {"r": arguments["a"]}

    calls = [added(call(number)) for number in (1, 2)]
    needs = now("requires_action", call(1), call(2))
    script = turn_of(BEGINS, *calls, needs, 5.0, done(message("Hello")), ENDS, RESTS, results=2)
    async with open_fake(*script) as (client, transport):
        async with client.beta.agents.sessions.stream(
            "sess_1", input="Hi", tool_handlers={"f": tool}
        ) as stream:
            assert (await stream.get_final_result()).output_text == "Hello"
    assert times[0] == times[1]
    results = sorted(sent(transport)[1:], key=lambda event: str(event["call_id"]))
    assert results == [
        {
            "type": "agent.session.input.tool_result",
            "turn_id": "turn_1",
            "call_id": f"call_{number}",
            "success": True,
            "output": '{"r":1}',
        }
        for number in (1, 2)
    ]


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("text", "text"),
        (None, ""),
        ([{"type": "input_text", "text": "x"}], [{"type": "input_text", "text": "x"}]),
    ],
)
async def test_tools_may_be_plain_functions_and_give_several_things(
    autojump_clock: trio.testing.MockClock, output: Any, told: object
):
    script = turn_of(BEGINS, added(call(arguments={"a": 1})), 1.0, ENDS, RESTS, results=1)
    async with open_fake(*script) as (client, transport):
        tools = {"f": lambda _: output}
        async with client.beta.agents.sessions.stream("sess_1", input="Hi", tool_handlers=tools) as stream:
            await stream.until_done()
    assert sent(transport)[1]["output"] == told


@pytest.mark.parametrize(
    ("given", "output", "stage"),
    [("no JSON", "x", "arguments"), ("{}", None, "execution"), ("{}", 1.5, "output")],
)
async def test_a_tool_that_fails_is_told_to_the_agent_and_to_the_caller(
    autojump_clock: trio.testing.MockClock, given: str, output: Any, stage: str
):
    heard: list[AgentToolError] = []

    def tool(arguments: dict[str, Any]) -> Any:
        if output is None:
            msg = "secret"
            raise KeyError(msg)
        return output

    script = turn_of(BEGINS, added(call(arguments=given)), 1.0, ENDS, RESTS, results=1)
    async with open_fake(*script) as (client, transport):
        async with client.beta.agents.sessions.stream(
            "sess_1", input="Hi", tool_handlers={"f": tool}, on_tool_error=heard.append
        ) as stream:
            await stream.until_done()
    [error] = heard
    assert (error.stage, error.tool_name, error.call_id, error.turn_id) == (stage, "f", "call_1", "turn_1")
    result = sent(transport)[1]
    assert result["success"] is False
    assert "secret" not in result["error"]


async def test_what_the_hearer_of_failures_raises_leaves_the_stream(autojump_clock: trio.testing.MockClock):
    mine = LookupError("mine")

    async def hear(error: AgentToolError) -> None:
        await trio.sleep(1)
        raise mine

    def tool(_: dict[str, Any]) -> str:
        raise KeyError

    async with open_fake(*turn_of(BEGINS, added(call()), 60.0, RESTS)) as (client, transport):
        with pytest.raises(LookupError) as caught:
            async with client.beta.agents.sessions.stream(
                "sess_1", input="Hi", tool_handlers={"f": tool}, on_tool_error=hear
            ) as stream:
                with pytest.raises(LookupError) as met:
                    await stream.until_done()
                assert transport.responses[1].closed
                await trio.sleep(1)  # the block itself is not cancelled
                raise met.value
    assert caught.value is mine
    assert trio.current_time() < 10


async def test_a_failure_that_nobody_reads_leaves_with_the_block(autojump_clock: trio.testing.MockClock):
    script = [*turn_of(BEGINS, added(call()), 60.0, RESTS), failure(400)]
    async with open_fake(*script) as (client, _):
        with pytest.raises(errors.BadRequestError) as caught:
            async with client.beta.agents.sessions.stream(
                "sess_1", input="Hi", tool_handlers={"f": lambda _: "x"}
            ) as stream:
                async for event in stream:
                    if event.type.endswith("item.added"):
                        break
                await trio.sleep(1)
    assert "call_1" in caught.value.__notes__[0]


async def test_a_second_failure_is_told_by_the_first(autojump_clock: trio.testing.MockClock):
    script = [*turn_of(BEGINS, added(call(1)), added(call(2)), 60.0, RESTS), failure(400), failure(404)]
    async with open_fake(*script) as (client, _):
        with pytest.raises(errors.BadRequestError) as caught:
            async with client.beta.agents.sessions.stream(
                "sess_1", input="Hi", tool_handlers={"f": lambda _: "x"}
            ) as stream:
                async for event in stream:
                    if event.event_id == "ev_2":
                        break
                await trio.sleep(1)
    assert any(note.startswith("failed at the same time: NotFoundError") for note in caught.value.__notes__)


async def test_a_result_that_is_not_waited_for_any_more_is_no_failure(autojump_clock: trio.testing.MockClock):
    script = [*turn_of(BEGINS, added(call()), 1.0, ENDS, RESTS), failure(409)]
    async with open_fake(*script, max_retries=0) as (client, _):
        async with client.beta.agents.sessions.stream(
            "sess_1", input="Hi", tool_handlers={"f": lambda _: "x"}
        ) as stream:
            await stream.until_done()


async def test_leaving_the_block_cancels_the_tools(autojump_clock: trio.testing.MockClock):
    left: list[str] = []

    async def tool(_: dict[str, Any]) -> str:
        try:
            await trio.sleep(60)
        finally:
            left.append("tool")
        return ""

    async with open_fake(*turn_of(BEGINS, added(call()), 60.0, RESTS)) as (client, transport):
        async with client.beta.agents.sessions.stream(
            "sess_1", input="Hi", tool_handlers={"f": tool}
        ) as stream:
            async for event in stream:
                if event.type.endswith("item.added"):
                    break
            await trio.sleep(1)
            assert not left
        assert left == ["tool"]
        assert transport.responses[1].closed
        with pytest.raises(trio.ClosedResourceError):
            await anext(stream)


async def test_leaving_the_block_cancels_a_tool_that_has_not_begun_yet(
    autojump_clock: trio.testing.MockClock,
):
    async def tool(_: dict[str, Any]) -> None:
        await trio.sleep(60)

    async with open_fake(*turn_of(BEGINS, added(call()), 60.0, RESTS)) as (client, _):
        async with client.beta.agents.sessions.stream(
            "sess_1", input="Hi", tool_handlers={"f": tool}
        ) as stream:
            async for event in stream:
                if event.type.endswith("item.added"):
                    break
    assert trio.current_time() == 0


async def test_a_failure_beside_the_error_of_the_block_is_told_by_it(autojump_clock: trio.testing.MockClock):
    script = [*turn_of(BEGINS, added(call()), 60.0, RESTS), failure(400)]
    async with open_fake(*script) as (client, _):
        with pytest.raises(KeyError) as caught:
            async with client.beta.agents.sessions.stream(
                "sess_1", input="Hi", tool_handlers={"f": lambda _: "x"}
            ) as stream:
                async for event in stream:
                    if event.type.endswith("item.added"):
                        break
                await trio.sleep(1)
                raise KeyError
    [note] = caught.value.__notes__
    assert note.startswith("failed at the same time: BadRequestError: ")
    assert "call_1" in note


async def test_stream_passes_limits_on_silence_and_options_on(autojump_clock: trio.testing.MockClock):
    script = turn_of(BEGINS, added(call()), 1.0, 60.0, RESTS, results=1)
    async with open_fake(*script) as (client, transport):
        async with client.beta.agents.sessions.stream(
            "sess_1",
            input="Hi",
            tool_handlers={"f": lambda _: "x"},
            idle_timeout=30,
            first_event_timeout=10,
            extra_headers={"x-mine": "1"},
        ) as stream:
            with pytest.raises(errors.StreamStalled) as caught:
                await stream.until_done()
    assert caught.value.seconds == 30
    assert [transport.header(index, "x-mine") for index in range(4)] == ["1"] * 4


async def test_events_without_ids_are_all_taken():
    script = turn_of(
        *[{**event, "event_id": None} for event in (BEGINS, done(message("Hello")), ENDS, RESTS)]
    )
    async with open_fake(*script) as (client, _):
        async with client.beta.agents.sessions.stream("sess_1", input="Hi") as stream:
            assert (await stream.get_final_result()).output_text == "Hello"


async def test_stream_that_ends_too_soon_is_truncated_and_keeps_the_turn():
    async with open_fake(*turn_of(BEGINS, done(message("Hello")))) as (client, _):
        async with client.beta.agents.sessions.stream("sess_1", input="Hi") as stream:
            with pytest.raises(errors.StreamTruncated, match="before the session came to rest") as caught:
                await stream.until_done()
    assert getattr(caught.value.partial, "id", None) == "turn_1"


async def test_stream_whose_connection_breaks_keeps_the_turn():
    async with open_fake(*turn_of(BEGINS, ReadError("reset", phase="read", sent=True))) as (client, _):
        async with client.beta.agents.sessions.stream("sess_1", input="Hi") as stream:
            with pytest.raises(errors.StreamReset) as caught:
                await stream.until_done()
    assert getattr(caught.value.partial, "id", None) == "turn_1"


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        ([RESTS], True),
        ([RESTS, BEGINS], False),
        ([RESTS, BEGINS, ENDS], True),
        (
            [RESTS, BEGINS, ENDS, now("in_progress")],
            False,
        ),
        ([BEGINS, now("requires_action")], True),
        ([RESTS, {**BEGINS, "turn": turn("queued", subagent_id="sub_1")}], True),
        ([{"type": "agent.session.created", "session": session("idle")}, added(call())], True),
        ([BEGINS, now("failed"), {"type": "new"}], True),
    ],
)
async def test_events_of_a_session_may_end_where_it_rests(found: list[Json], whole: bool):
    async with open_fake(stream_of(*found)) as (client, transport):
        async with await client.beta.agents.sessions.events.stream("sess_1") as stream:
            read: list[object] = []
            with nullcontext() if whole else pytest.raises(errors.StreamTruncated, match="came to rest"):
                read.extend([event async for event in stream])
        assert transport.responses[0].closed
    assert len(read) == (len(found) if whole else 0)


@pytest.mark.parametrize("status", ["failed", "cancelled"])
async def test_a_turn_without_a_result_says_why(status: Any):
    end = {"type": f"agent.session.turn.{status}", "turn": turn(status)}
    async with open_fake(*turn_of(BEGINS, done(message("Hel")), end, RESTS)) as (client, _):
        async with client.beta.agents.sessions.stream("sess_1", input="Hi") as stream:
            with pytest.raises(AgentTurnResultError) as caught:
                await stream.get_final_result()
    assert (caught.value.reason, caught.value.turn_id, len(caught.value.messages)) == (status, "turn_1", 1)


async def test_get_final_result_does_not_wait_for_what_no_tool_gives(autojump_clock: trio.testing.MockClock):
    needs = now("requires_action", call(name="other"))
    async with open_fake(*turn_of(BEGINS, added(call(name="other")), needs, 3600.0)) as (client, _):
        async with client.beta.agents.sessions.stream(
            "sess_1", input="Hi", tool_handlers={"f": lambda _: "x"}
        ) as stream:
            with pytest.raises(AgentTurnResultError) as caught:
                await stream.get_final_result()
    assert caught.value.reason == "requires_action"
    assert len(caught.value.required_actions) == 1


async def test_an_answer_that_was_cut_is_no_result():
    script = turn_of(BEGINS, done(message("Hel", status="incomplete")), ENDS, RESTS)
    async with open_fake(*script) as (client, _):
        async with client.beta.agents.sessions.stream("sess_1", input="Hi") as stream:
            with pytest.raises(AgentTurnResultError, match="incomplete"):
                await stream.get_final_result()


async def test_stream_wants_an_idle_session():
    async with open_fake(answer(session("in_progress"))) as (client, transport):
        with pytest.raises(ValueError, match="sess_1 is in_progress, not idle"):
            await client.beta.agents.sessions.stream("sess_1", input="Hi").__aenter__()
        assert len(transport.requests) == 1


async def test_stream_cancelled_anywhere_leaves_nothing_open():
    responses: list[FakeResponse] = []

    async def follow() -> None:
        script = turn_of(BEGINS, added(call()), done(message("Hello")), ENDS, RESTS, results=1)
        async with open_fake(*script) as (client, transport):
            try:
                async with client.beta.agents.sessions.stream(
                    "sess_1", input="Hi", tool_handlers={"f": lambda _: "x"}
                ) as stream:
                    await stream.until_done()
            finally:
                responses.extend(transport.responses[1:2])

    async def audit() -> None:
        assert all(response.closed for response in responses)

    await sweep(follow, audit)


async def test_stream_refuses_bad_arguments_before_anything_is_sent():
    async with open_fake() as (client, transport):
        sessions: Any = client.beta.agents.sessions
        with pytest.raises(ValueError, match="session_id is empty"):
            sessions.stream("", input="Hi")
        nothing: tuple[Any, ...] = ("", [])
        for empty in nothing:
            with pytest.raises(ValueError, match="input is empty"):
                sessions.stream("sess_1", input=empty)
        with pytest.raises(TypeError, match="tool_handlers must map"):
            sessions.stream("sess_1", input="Hi", tool_handlers=[print])
        with pytest.raises(TypeError, match="tool_handlers must map"):
            sessions.stream("sess_1", input="Hi", tool_handlers={"f": "g"})
        with pytest.raises(TypeError, match="on_tool_error must be a function"):
            sessions.stream("sess_1", input="Hi", on_tool_error="g")
        with pytest.raises(TypeError, match="output_type= takes a pydantic model"):
            sessions.stream("sess_1", input="Hi", output_type="City")
        with pytest.raises(ValueError, match="need stream=True"):
            await sessions.create(**HERE, tool_handlers={"f": print})
        with pytest.raises(TypeError, match="sets the text format of `agent`"):
            await sessions.create(environment={"type": "none"}, agent_id="agent_1", output_type=City)
        with pytest.raises(TypeError, match="has a text format already"):
            await sessions.create(
                environment={"type": "none"}, agent={"text": {"format": {"type": "text"}}}, output_type=City
            )
        with pytest.raises(RuntimeError, match="not open yet"):
            await anext(sessions.stream("sess_1", input="Hi"))
        assert not transport.requests


async def test_create_asks_for_the_schema_of_the_output_type():
    async with open_fake(answer(session("idle"))) as (client, transport):
        made = await client.beta.agents.sessions.create(**HERE, output_type=City)
    form = transport.sent()["agent"]["text"]["format"]
    assert (made.id, form["type"], form["schema"]["required"]) == ("sess_1", "json_schema", ["name"])


async def test_create_with_a_stream_runs_tools_and_gives_the_result(autojump_clock: trio.testing.MockClock):
    created = {"type": "agent.session.created", "session": session("in_progress")}
    pieces: list[Json | float] = [
        created,
        BEGINS,
        added(call()),
        1.0,
        done(message('{"name": "Rome"}')),
        ENDS,
        RESTS,
    ]
    async with open_fake(stream_of(*pieces), answer(b"", 204)) as (client, transport):
        stream = await client.beta.agents.sessions.create(
            **HERE, stream=True, output_type=City, tool_handlers={"f": lambda _: "x"}
        )
        async with stream:
            result = await stream.get_final_result()
    assert result.output_parsed == City(name="Rome")
    assert transport.requests[1].target.endswith("/agents/sessions/sess_1/events")


async def test_create_with_a_stream_gives_the_same_in_its_raw_forms(autojump_clock: trio.testing.MockClock):
    created = {"type": "agent.session.created", "session": session("in_progress")}
    pieces: list[Json | float] = [created, BEGINS, added(call()), 1.0, done(message("Hello")), ENDS, RESTS]
    script = [stream_of(*pieces), answer(b"", 204), stream_of(*pieces), answer(b"", 204)]
    async with open_fake(*script) as (client, transport):
        sessions = client.beta.agents.sessions
        asked: Json = {**HERE, "stream": True, "tool_handlers": {"f": lambda _: "x"}}
        reply = await sessions.with_raw_response.create(**asked)
        async with reply.parse() as stream:
            assert (await stream.get_final_result()).output_text == "Hello"
            assert stream.request_id == stream.response.request_id == reply.request_id
        async with sessions.with_streaming_response.create(**asked) as opened:
            async with await opened.parse() as stream:
                assert (await stream.get_final_result()).output_text == "Hello"
        assert all(response.closed for response in transport.responses[::2])
    results = [request.target.partition("/sessions")[2] for request in transport.requests[1::2]]
    assert results == ["/sess_1/events"] * 2


async def test_tools_run_only_in_the_block():
    created = {"type": "agent.session.created", "session": session("in_progress")}
    async with open_fake(stream_of(created, added(call()))) as (client, _):
        stream = await client.beta.agents.sessions.create(**HERE, stream=True, tool_handlers={"f": print})
        with pytest.raises(RuntimeError, match="tools run in the stream's block"):
            await stream.until_done()


async def test_an_agent_of_the_sandbox_calls_a_tool_here(autojump_clock: trio.testing.MockClock):
    given: list[dict[str, Any]] = []
    tool: Any = {"type": "function", "name": "f", "description": "d", "parameters": {"type": "object"}}
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        made = await client.beta.agents.sessions.create(
            environment={"type": "none"}, agent={"model": "gpt-5", "instructions": "Help.", "tools": [tool]}
        )

        async def note(arguments: dict[str, Any]) -> str:
            given.append(arguments)
            return "noted"

        async with client.beta.agents.sessions.stream(
            made.id, input="Hi", tool_handlers={"f": note}
        ) as stream:
            result = await stream.get_final_result()
    assert given == [{}]
    assert result.output_text
