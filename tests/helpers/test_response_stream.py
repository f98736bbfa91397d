# ruff: noqa: SIM117  # the block of a client and that of a stream in it are told apart
"""``responses.stream``: events, snapshots, parsed values, attaching, and how such a stream ends."""

from __future__ import annotations

import json
from typing import Any

import pydantic
import pytest
import trio

from tests.support.fakes import events, open_fake
from tests.support.peers import sweep
from tests.support.responses import JsonObject, numbered, response, sent, writes
from tests.support.tools import FUNCTION, City
from triopenai import errors, open_client
from triopenai.testing import open_sandbox
from triopenai.types import responses as api

STRICT: Any = {"type": "function", **FUNCTION}


def text_of(value: object) -> str:
    assert isinstance(value, api.Response)
    return value.output_text


def calls(*pieces: str) -> list[JsonObject]:
    """The events of a function call."""
    arguments = "".join(pieces)
    begun: JsonObject = {
        "type": "function_call",
        "id": "fc_1",
        "call_id": "call_1",
        "name": "f",
        "arguments": "",
        "status": "in_progress",
    }
    whole = {**begun, "arguments": arguments, "status": "completed"}
    at: JsonObject = {"output_index": 0, "item_id": "fc_1"}
    delta = "response.function_call_arguments.delta"
    return numbered(
        [
            {"type": "response.created", "response": response()},
            {"type": "response.output_item.added", "output_index": 0, "item": begun},
            *({"type": delta, **at, "delta": piece} for piece in pieces),
            {"type": "response.function_call_arguments.done", **at, "arguments": arguments, "name": "f"},
            {"type": "response.output_item.done", "output_index": 0, "item": whole},
            {"type": "response.completed", "response": response("completed", [whole])},
        ]
    )


async def test_text_deltas_have_snapshots_and_other_events_pass() -> None:
    script = writes("Hel", "lo")
    async with open_fake(sent(script)) as (client, transport):
        async with client.responses.stream(model="gpt-5", input="Hi") as stream:
            found = [event async for event in stream]
            final = await stream.get_final_response()
    assert [event.type for event in found] == [event["type"] for event in script]
    texts = [event for event in found if event.type == "response.output_text.delta"]
    assert [(event.delta, event.snapshot) for event in texts] == [("Hel", "Hel"), ("lo", "Hello")]
    assert isinstance(texts[0], api.ResponseTextDeltaEvent)
    assert texts[0].item_id == "msg_1"
    assert final.output_text == "Hello"
    assert final.output_parsed is None
    assert transport.sent() == {"model": "gpt-5", "input": "Hi", "stream": True}


async def test_text_is_parsed_on_the_way_and_at_the_end() -> None:
    script = writes('{"name":"Lisbon",', '"people":5}')
    async with open_fake(sent(script)) as (client, transport):
        manager = client.responses.stream(
            model="gpt-5", input="Hi", text_format=City, text={"verbosity": "low"}
        )
        async with manager as stream:
            found = [event async for event in stream]
            final = await stream.get_final_response()
    lisbon = City(name="Lisbon", people=5)
    assert [event.parsed for event in found if event.type == "response.output_text.done"] == [lisbon]
    [completed] = [event for event in found if event.type == "response.completed"]
    assert completed.response.output_parsed == lisbon
    written: Any = completed.model_dump()
    assert written["response"]["output"][0]["content"][0]["parsed"] == lisbon.model_dump()
    assert final.output_parsed == lisbon
    text = transport.sent()["text"]
    assert text["verbosity"] == "low"
    assert text["format"]["name"] == "City"


async def test_what_is_said_before_the_answer_is_not_parsed() -> None:
    script: Any = writes("Let me see.")
    for event in script:
        items = event["response"]["output"] if "response" in event else [event.get("item", {})]
        for item in items:
            item["phase"] = "commentary"
    async with open_fake(sent(script)) as (client, _):
        async with client.responses.stream(model="gpt-5", input="Hi", text_format=City) as stream:
            found = [event async for event in stream]
            final = await stream.get_final_response()
    assert [event.parsed for event in found if event.type == "response.output_text.done"] == [None]
    assert (final.output_text, final.output_parsed) == ("Let me see.", None)


async def test_function_calls_have_snapshots_and_are_parsed_if_strict() -> None:
    async with open_fake(sent(calls('{"a":', "1}"))) as (client, _):
        async with client.responses.stream(model="gpt-5", input="Hi", tools=[STRICT]) as stream:
            snapshots = [
                event.snapshot
                async for event in stream
                if event.type == "response.function_call_arguments.delta"
            ]
            final = await stream.get_final_response()
    assert snapshots == ['{"a":', '{"a":1}']
    called = final.output[0]
    assert isinstance(called, api.ParsedResponseFunctionToolCall)
    assert called.parsed_arguments == {"a": 1}


async def test_snapshot_of_the_response_grows() -> None:
    async with open_fake(sent(writes("Hel", "lo"))) as (client, _):
        async with client.responses.stream(model="gpt-5", input="Hi") as stream:
            assert not stream.current_response_snapshot.output
            seen = [
                stream.current_response_snapshot.output_text
                async for event in stream
                if event.type == "response.output_text.delta"
            ]
    assert seen == ["Hel", "Hello"]


async def test_text_stream_gives_the_text_alone() -> None:
    async with open_fake(sent(writes("Hel", "", "lo"))) as (client, _):
        async with client.responses.stream(model="gpt-5", input="Hi") as stream:
            assert [text async for text in stream.text_stream] == ["Hel", "lo"]


async def test_character_that_was_cut_in_two_comes_whole() -> None:
    script = writes("one \\ud83c", "\\udf89!")
    pieces = [b"data: " + json.dumps(event).replace("\\\\u", "\\u").encode() + b"\n\n" for event in script]
    async with open_fake(events(*pieces, done=False)) as (client, _):
        async with client.responses.stream(model="gpt-5", input="Hi") as stream:
            assert [text async for text in stream.text_stream] == ["one ", "\U0001f389!"]


async def test_attaching_gives_later_events_with_whole_snapshots() -> None:
    async with open_fake(sent(writes("Hel", "lo"))) as (client, transport):
        async with client.responses.stream(response_id="resp_1", starting_after=3) as stream:
            found = [event async for event in stream]
            final = await stream.get_final_response()
    assert transport.requests[0].method == "GET"
    assert transport.requests[0].target == "/v1/responses/resp_1?stream=true"
    assert found[0].type == "response.output_text.delta"
    assert found[0].snapshot == "Hello"
    assert len(found) == 5
    assert final.output_text == "Hello"


async def test_attached_stream_is_parsed_too() -> None:
    async with open_fake(sent(writes('{"name":"Lisbon","people":5}'))) as (client, transport):
        async with client.responses.stream(response_id="resp_1", text_format=City, timeout=3) as stream:
            final = await stream.get_final_response()
    assert final.output_parsed == City(name="Lisbon", people=5)
    assert not transport.requests[0].body


@pytest.mark.parametrize(
    ("reason", "error"),
    [
        ("max_output_tokens", errors.LengthFinishReasonError),
        ("content_filter", errors.ContentFilterFinishReasonError),
        ("other", pydantic.ValidationError),
    ],
)
async def test_incomplete_text_cannot_be_parsed(reason: str, error: type[Exception]) -> None:
    body = sent(writes('{"na', end="incomplete", incomplete_details={"reason": reason}))
    async with open_fake(body) as (client, _):
        async with client.responses.stream(model="gpt-5", input="Hi", text_format=City) as stream:
            with pytest.raises(error) as caught:
                await stream.get_final_response()
    if isinstance(caught.value, errors.LengthFinishReasonError):
        assert text_of(caught.value.completion) == '{"na'
    assert body.closed


async def test_incomplete_response_is_given_where_nothing_is_to_be_parsed() -> None:
    details = {"reason": "max_output_tokens"}
    async with open_fake(sent(writes("Hel", end="incomplete", incomplete_details=details))) as (client, _):
        async with client.responses.stream(model="gpt-5", input="Hi") as stream:
            final = await stream.get_final_response()
    assert (final.status, final.output_text) == ("incomplete", "Hel")


async def test_text_that_does_not_fit_its_type_is_an_error_at_the_end() -> None:
    async with open_fake(sent(writes('{"name": 1}'))) as (client, _):
        async with client.responses.stream(model="gpt-5", input="Hi", text_format=City) as stream:
            with pytest.raises(pydantic.ValidationError):
                await stream.until_done()


async def test_response_that_failed_is_an_error() -> None:
    body = sent(writes("Hel", end="failed", error={"code": "server_error", "message": "it broke"}))
    async with open_fake(body) as (client, _), client.responses.stream(model="gpt-5", input="Hi") as stream:
        with pytest.raises(errors.APIError, match="it broke"):
            await stream.get_final_response()
        assert stream.current_response_snapshot.output_text == "Hel"


async def test_stream_cut_short_is_an_error_with_what_came() -> None:
    body = sent(writes("Hel", "lo")[:5])
    async with open_fake(body) as (client, _), client.responses.stream(model="gpt-5", input="Hi") as stream:
        with pytest.raises(errors.StreamTruncated) as caught:
            await stream.get_final_response()
        with pytest.raises(trio.ClosedResourceError):
            await stream.get_final_response()
    assert text_of(caught.value.partial) == "Hello"
    assert body.closed


async def test_server_that_leaves_the_output_out_of_the_end_is_followed() -> None:
    script = writes("Hel", "lo")
    script[-1] = {**script[-1], "response": response("completed")}
    async with open_fake(sent(script)) as (client, _):
        async with client.responses.stream(model="gpt-5", input="Hi") as stream:
            assert (await stream.get_final_response()).output_text == "Hello"


async def test_server_that_leaves_out_positions_is_followed() -> None:
    script: list[JsonObject] = [
        {"type": "response.created", "response": response()},
        {"type": "response.output_text.delta", "delta": "Hel"},
        {"type": "response.output_text.delta", "delta": "lo"},
        {"type": "response.completed", "response": response("completed")},
    ]
    async with open_fake(sent(script)) as (client, _):
        async with client.responses.stream(model="gpt-5", input="Hi") as stream:
            found = [event async for event in stream]
            assert [event.snapshot for event in found if event.type == "response.output_text.delta"] == [
                "Hel",
                "Hello",
            ]
            assert (await stream.get_final_response()).output_text == "Hello"


async def test_leaving_early_closes_at_once() -> None:
    script = writes("Hel", "lo")
    body = events(*script[:4], 3600.0, *script[4:], done=False)
    async with open_fake(body) as (client, _):
        async with client.responses.stream(model="gpt-5", input="Hi") as stream:
            async for event in stream:
                if event.type == "response.output_text.delta":
                    break
        assert body.closed
        assert not body.drained


@pytest.mark.parametrize(
    ("keywords", "error", "said"),
    [
        ({}, ValueError, "response_id"),
        ({"response_id": "resp_1", "input": "Hi", "model": "gpt-5"}, ValueError, "input, model"),
        ({"response_id": ""}, ValueError, "empty"),
        ({"response_id": "resp_1", "text": {"verbosity": "low"}}, ValueError, "go with text"),
        ({"model": "gpt-5", "input": "Hi", "starting_after": 1}, ValueError, "starting_after"),
        ({"model": "gpt-5", "input": "Hi", "stream": True}, TypeError, "stream"),
        ({"model": "gpt-5", "input": "Hi", "text_format": int}, TypeError, "text_format"),
        (
            {"model": "gpt-5", "input": "Hi", "text_format": City, "text": {"format": {"type": "text"}}},
            TypeError,
            "text has a format and text_format= is given too",
        ),
    ],
)
async def test_misuse_is_told_before_anything_is_sent(
    keywords: dict[str, object], error: type[Exception], said: str
) -> None:
    async with open_fake() as (client, transport):
        with pytest.raises(error, match=said):
            client.responses.stream(**keywords)  # type: ignore[call-overload]  # the mistake under test
    assert transport.requests == []


async def test_sandbox_streams_to_the_end() -> None:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        async with client.responses.stream(model="gpt-5", input="Tell me") as stream:
            text = "".join([piece async for piece in stream.text_stream])
            final = await stream.get_final_response()
        assert text
        assert final.output_text == text
        assert final.status == "completed"


async def test_cancelling_anywhere_leaves_nothing_open() -> None:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:

        async def use() -> None:
            async with client.responses.stream(model="gpt-5", input="Tell me") as stream:
                await stream.get_final_response()

        async def audit() -> None:
            statistics = client.statistics()
            assert statistics.open == statistics.idle

        assert await sweep(use, audit) > 3
