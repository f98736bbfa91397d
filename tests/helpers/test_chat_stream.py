# ruff: noqa: SIM117  # the block of a client and that of a stream in it are told apart
"""``chat.completions.stream``: events, snapshots, parsed values, and how such a stream ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydantic
import pytest
import trio
from hypothesis import given
from hypothesis import strategies as st

from tests.support.fakes import FakeResponse, chunk, events, open_fake
from tests.support.peers import sweep
from tests.support.tools import FUNCTION, City
from triopenai import errors, open_client
from triopenai._helpers.folded import GrowingText
from triopenai._net.errors import ReadError
from triopenai.testing import faults, open_sandbox
from triopenai.types.chat import ChatCompletion

if TYPE_CHECKING:
    from triopenai._helpers.chat_args import ChatHelperArgs

ASK: ChatHelperArgs = {"model": "gpt-4", "messages": [{"role": "user", "content": "Hello!"}]}
TWICE: ChatHelperArgs = {**ASK, "n": 2}
STRICT: Any = {"type": "function", "function": FUNCTION}


def partial_of(value: object) -> ChatCompletion:
    assert isinstance(value, ChatCompletion)
    return value


def delta(finish: str | None = None, index: int = 0, logprobs: object = None, **fields: object):
    choice = {"index": index, "delta": fields, "finish_reason": finish, "logprobs": logprobs}
    return {**chunk(), "choices": [choice]}


def call(index: int | None, arguments: str, **more: object):
    part: dict[str, object] = {"function": {"arguments": arguments}}
    if index is not None:
        part["index"] = index
    if more:
        part = {
            **part,
            "id": more["id"],
            "type": "function",
            "function": {"name": "f", "arguments": arguments},
        }
    return delta(tool_calls=[part])


async def told(response: FakeResponse, **params: Any) -> list[dict[str, Any]]:
    """What the events say, without the chunks."""
    found: list[dict[str, Any]] = []
    async with open_fake(response) as (client, _), client.chat.completions.stream(**ASK, **params) as stream:
        async for event in stream:
            if event.type != "chunk":
                fields = ("delta", "snapshot", "content", "refusal", "parsed", "name", "index")
                more = ("arguments", "arguments_delta", "parsed_arguments")
                said = {name: getattr(event, name) for name in (*fields, *more) if hasattr(event, name)}
                found.append({"type": event.type, **said})
    return found


async def test_text_comes_as_deltas_with_snapshots_and_is_done_once() -> None:
    response = events(delta(role="assistant", content=""), chunk("Hel"), chunk("lo"), chunk(finish="stop"))
    assert await told(response) == [
        {"type": "content.delta", "delta": "", "snapshot": "", "parsed": None},
        {"type": "content.delta", "delta": "Hel", "snapshot": "Hel", "parsed": None},
        {"type": "content.delta", "delta": "lo", "snapshot": "Hello", "parsed": None},
        {"type": "content.done", "content": "Hello", "parsed": None},
    ]


async def test_refusal_has_events_of_its_own() -> None:
    response = events(delta(refusal="I "), delta(refusal="can't"), chunk(finish="stop"))
    assert await told(response, response_format=City) == [
        {"type": "refusal.delta", "delta": "I ", "snapshot": "I "},
        {"type": "refusal.delta", "delta": "can't", "snapshot": "I can't"},
        {"type": "refusal.done", "refusal": "I can't"},
    ]


async def test_refusal_ends_the_text_before_it() -> None:
    response = events(chunk("Well"), delta(refusal="no"), chunk(finish="stop"))
    assert [event["type"] for event in await told(response)] == [
        "content.delta",
        "refusal.delta",
        "content.done",
        "refusal.done",
    ]


async def test_tool_calls_come_as_deltas_and_are_parsed_if_strict() -> None:
    response = events(
        chunk("Hm"),
        call(0, "", id="c1"),
        call(0, '{"a":'),
        call(0, "1}"),
        call(1, '{"a":2}', id="c2"),
        chunk(finish="tool_calls"),
    )
    found = await told(response, tools=[STRICT])
    assert [event["type"].removeprefix("tool_calls.function.") for event in found] == [
        "content.delta",
        "arguments.delta",
        "content.done",
        "arguments.delta",
        "arguments.delta",
        "arguments.delta",
        "arguments.done",
        "arguments.done",
    ]
    assert [event.get("arguments_delta") for event in found[3:6]] == ['{"a":', "1}", '{"a":2}']
    assert [event["parsed_arguments"] for event in found[3:]] == [{}, {"a": 1}, {"a": 2}, {"a": 1}, {"a": 2}]
    assert [event["index"] for event in found[3:]] == [0, 0, 1, 0, 1]
    assert found[-2]["name"] == "f"


async def test_tool_that_is_not_strict_is_not_parsed() -> None:
    response = events(call(0, '{"a": 1}', id="c1"), chunk(finish="tool_calls"))
    loose = {"type": "function", "function": {"name": "f"}}
    assert [event["parsed_arguments"] for event in await told(response, tools=[loose])] == [None, None]


async def test_custom_tool_calls_pass_as_chunks() -> None:
    part = {"index": 0, "id": "c1", "type": "custom", "custom": {"name": "g", "input": "x"}}
    response = events(delta(tool_calls=[part]), chunk(finish="tool_calls"))
    assert await told(response) == []


async def test_calls_of_a_server_without_indices_are_told_apart() -> None:
    response = events(
        call(None, '{"a":1}', id="c1"),
        call(None, "", id="c2"),
        call(None, '{"a":2}'),
        chunk(finish="tool_calls"),
    )
    found = await told(response)
    done = [event for event in found if event["type"].endswith("done")]
    assert [(event["index"], event["arguments"]) for event in done] == [(0, '{"a":1}'), (1, '{"a":2}')]


async def test_server_that_sends_messages_for_deltas_is_followed() -> None:
    message = {"role": "assistant", "content": "Hello"}
    whole = {**chunk(), "choices": [{"message": message, "finish_reason": "stop"}]}
    found = await told(events(whole))
    assert [event["type"] for event in found] == ["content.delta", "content.done"]
    assert found[0]["snapshot"] == "Hello"


async def test_log_probabilities_have_events() -> None:
    def token(text: str) -> dict[str, object]:
        return {"token": text, "logprob": -1.0, "bytes": None, "top_logprobs": []}

    response = events(
        delta(content="a", logprobs={"content": [token("a")], "refusal": None}),
        delta(content="b", logprobs={"content": [token("b")], "refusal": None}),
        delta(refusal="r", logprobs={"content": None, "refusal": [token("r")]}),
        chunk(finish="stop"),
    )
    async with open_fake(response) as (client, _), client.chat.completions.stream(**ASK) as stream:
        found = [event async for event in stream if event.type.startswith("logprobs")]
    assert [event.type for event in found] == [
        "logprobs.content.delta",
        "logprobs.content.delta",
        "logprobs.refusal.delta",
        "logprobs.content.done",
        "logprobs.refusal.done",
    ]
    assert found[0].type == "logprobs.content.delta"
    assert [one.token for one in found[0].snapshot] == ["a"]
    assert found[1].type == "logprobs.content.delta"
    assert [one.token for one in found[1].snapshot] == ["a", "b"]
    assert found[2].type == "logprobs.refusal.delta"
    assert [one.token for one in found[2].snapshot] == ["r"]


async def test_text_is_parsed_on_the_way_and_at_the_end() -> None:
    response = events(chunk('{"name":"Lis'), chunk('bon","people"'), chunk(":5}"), chunk(finish="stop"))
    async with open_fake(response) as (client, transport):
        async with client.chat.completions.stream(**ASK, response_format=City) as stream:
            parsed = [
                event.parsed async for event in stream if event.type in {"content.delta", "content.done"}
            ]
            completion = await stream.get_final_completion()
        sent = transport.sent()
    assert parsed == [{}, {"name": "Lisbon"}, {"name": "Lisbon", "people": 5}, City(name="Lisbon", people=5)]
    assert completion.choices[0].message.parsed == City(name="Lisbon", people=5)
    assert sent["stream"] is True
    assert sent["response_format"]["json_schema"]["name"] == "City"
    assert sent["response_format"]["json_schema"]["schema"]["required"] == ["name", "people"]


async def test_snapshots_grow_with_the_stream() -> None:
    response = events(chunk('{"name":"Lisbon",'), chunk('"people":5}'), chunk(finish="stop"))
    async with open_fake(response) as (client, _):
        async with client.chat.completions.stream(**ASK, response_format=City) as stream:
            seen = [
                (event.snapshot.choices[0].message.content, event.snapshot.choices[0].message.parsed)
                async for event in stream
                if event.type == "chunk"
            ]
    assert seen[:2] == [
        ('{"name":"Lisbon",', {"name": "Lisbon"}),
        ('{"name":"Lisbon","people":5}', {"name": "Lisbon", "people": 5}),
    ]


async def test_snapshot_may_be_asked_for_before_the_first_event() -> None:
    async with open_fake(events(chunk("Hi"), chunk(finish="stop"))) as (client, _):
        async with client.chat.completions.stream(**ASK) as stream:
            assert not stream.current_completion_snapshot.choices
            await stream.until_done()
            assert stream.current_completion_snapshot.choices[0].message.content == "Hi"


async def test_choices_are_kept_apart() -> None:
    response = events(
        delta(content="A"),
        delta(index=1, content="B"),
        delta(content="a"),
        chunk(finish="stop"),
        delta(index=1, finish="stop"),
    )
    async with open_fake(response) as (client, _), client.chat.completions.stream(**TWICE) as stream:
        assert [text async for text in stream.text_stream] == ["A", "a"]
        final = await stream.get_final_completion()
    assert [choice.message.content for choice in final.choices] == ["Aa", "B"]


async def test_usage_after_the_last_choice_is_in_the_final_completion() -> None:
    usage = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
    response = events(chunk("Hi"), chunk(finish="stop"), {**chunk(), "choices": [], "usage": usage})
    async with open_fake(response) as (client, _), client.chat.completions.stream(**ASK) as stream:
        final = await stream.get_final_completion()
    assert final.usage is not None
    assert final.usage.total_tokens == 3


@pytest.mark.parametrize(
    ("reason", "error"),
    [("length", errors.LengthFinishReasonError), ("content_filter", errors.ContentFilterFinishReasonError)],
)
async def test_choice_that_is_cut_cannot_be_parsed(reason: str, error: type[Exception]) -> None:
    response = events(chunk('{"na'), chunk(finish=reason), chunk("never"))
    async with open_fake(response) as (client, _):
        async with client.chat.completions.stream(**ASK, response_format=City) as stream:
            with pytest.raises(error) as caught:
                await stream.until_done()
            with pytest.raises(trio.ClosedResourceError):
                await stream.get_final_completion()
    assert response.closed
    if isinstance(caught.value, errors.LengthFinishReasonError):
        assert partial_of(caught.value.completion).choices[0].message.content == '{"na'


async def test_choice_that_is_cut_is_given_where_nothing_is_to_be_parsed() -> None:
    async with open_fake(events(chunk("Hel"), chunk(finish="length"))) as (client, _):
        async with client.chat.completions.stream(**ASK) as stream:
            final = await stream.get_final_completion()
    assert final.choices[0].finish_reason == "length"


async def test_text_that_does_not_fit_its_type_closes_the_stream() -> None:
    response = events(chunk('{"name": 1}'), chunk(finish="stop"))
    async with open_fake(response) as (client, _):
        async with client.chat.completions.stream(**ASK, response_format=City) as stream:
            with pytest.raises(pydantic.ValidationError):
                await stream.get_final_completion()
    assert response.closed


async def test_events_that_came_together_are_taken_without_waiting() -> None:
    pieces = [delta(content="Oslo "), delta(content="is "), delta(content="far"), chunk(finish="stop")]
    whole = b"".join(piece for piece in events(*pieces).pieces if isinstance(piece, bytes))
    async with open_fake(events(whole, done=False)) as (client, _):
        async with client.chat.completions.stream(**ASK) as stream:
            assert await anext(stream.text_stream) == "Oslo "
            assert stream.text_stream.next_nowait() == "is "
            kinds = [stream.next_nowait().type for _ in range(4)]
            assert kinds == ["chunk", "content.delta", "chunk", "content.done"]
            with pytest.raises(trio.WouldBlock):
                stream.next_nowait()
            assert partial_of(stream.current_completion_snapshot).choices[0].message.content == "Oslo is far"
            with pytest.raises(StopAsyncIteration):
                await stream.__anext__()


async def test_event_that_cannot_be_taken_is_an_error_of_iterating() -> None:
    pieces = [delta(content='{"name'), chunk(finish="length")]
    whole = b"".join(piece for piece in events(*pieces).pieces if isinstance(piece, bytes))
    response = events(whole, done=False)
    async with open_fake(response) as (client, _):
        async with client.chat.completions.stream(**ASK, response_format=City) as stream:
            assert (await anext(stream)).type == "chunk"
            assert stream.next_nowait().type == "content.delta"
            for _ in range(2):
                with pytest.raises(trio.WouldBlock):
                    stream.next_nowait()
            assert not response.closed
            with pytest.raises(errors.LengthFinishReasonError):
                await stream.__anext__()
            assert response.closed


async def test_text_that_does_not_fit_is_an_error_also_where_no_finish_reason_came() -> None:
    async with open_fake(events(chunk('{"name": 1}'))) as (client, _):
        async with client.chat.completions.stream(**ASK, response_format=City) as stream:
            with pytest.raises(pydantic.ValidationError) as caught:
                await stream.get_final_completion()
            with pytest.raises(trio.ClosedResourceError):
                await stream.get_final_completion()
    assert not isinstance(caught.value.__context__, StopAsyncIteration)


async def test_stream_that_ends_without_finish_reason_still_tells_what_is_done() -> None:
    assert [event["type"] for event in await told(events(chunk("Hi")))] == ["content.delta", "content.done"]


@pytest.mark.parametrize(
    ("pieces", "error"),
    [
        ([chunk("Hi")], errors.StreamTruncated),
        ([chunk("Hi"), call(0, '{"a":', id="c1")], errors.ToolCallTruncated),
        ([chunk("Hi"), ReadError("reset", phase="read", sent=True)], errors.StreamReset),
    ],
)
async def test_stream_cut_short_is_an_error_with_what_came(
    pieces: list[object], error: type[Exception]
) -> None:
    response = events(*pieces, done=False)
    async with open_fake(response) as (client, _), client.chat.completions.stream(**ASK) as stream:
        with pytest.raises(error) as caught:
            await stream.get_final_completion()
        assert stream.current_completion_snapshot.choices[0].message.content == "Hi"
        with pytest.raises(trio.ClosedResourceError):
            await anext(stream)
    assert isinstance(caught.value, errors.PartialStreamError)
    partial = partial_of(caught.value.partial)
    assert partial.choices[0].message.content == "Hi"
    assert partial._request_id == "req_s"
    assert response.closed


async def test_error_in_the_stream_is_raised() -> None:
    failed = {"error": {"message": "overloaded", "type": "server_error", "code": None}}
    async with open_fake(events(chunk("Hi"), failed)) as (client, _):
        async with client.chat.completions.stream(**ASK) as stream:
            with pytest.raises(errors.APIError, match="overloaded"):
                await stream.until_done()


async def test_leaving_early_closes_at_once() -> None:
    response = events(chunk("Hi"), 3600.0, chunk(finish="stop"))
    async with open_fake(response) as (client, _):
        async with client.chat.completions.stream(**ASK) as stream:
            async for event in stream:
                if event.type == "content.delta":
                    break
        assert response.closed
        assert not response.drained
        assert "closed" in repr(stream)
        with pytest.raises(trio.ClosedResourceError):
            await stream.until_done()


async def test_stream_that_was_read_stays_readable_as_an_empty_one() -> None:
    response = events(chunk("Hi"), chunk(finish="stop"))
    async with open_fake(response) as (client, _):
        async with client.chat.completions.stream(**ASK) as stream:
            await stream.until_done()
        assert [event async for event in stream] == []
        assert (await stream.get_final_completion()).choices[0].message.content == "Hi"
        assert response.drained
        await stream.close()
        assert stream.request_id == "req_s"
        assert stream.response.status_code == 200


async def test_only_one_task_may_read(autojump_clock: trio.testing.MockClock) -> None:
    response = events(chunk("Hi"), 10.0, chunk(finish="stop"))
    async with open_fake(response) as (client, _):
        async with client.chat.completions.stream(**ASK) as stream, trio.open_nursery() as nursery:
            nursery.start_soon(stream.until_done)
            await trio.testing.wait_all_tasks_blocked()
            with pytest.raises(trio.BusyResourceError):
                await anext(stream)
    assert response.drained


async def test_stream_is_opened_once() -> None:
    async with open_fake(events(chunk(finish="stop"))) as (client, _):
        manager = client.chat.completions.stream(**ASK)
        async with manager as stream:
            await stream.until_done()
        with pytest.raises(RuntimeError, match="once"):
            await manager.__aenter__()


async def test_misuse_is_told_before_anything_is_sent() -> None:
    async with open_fake() as (client, transport):
        with pytest.raises(TypeError, match="stream"):
            client.chat.completions.stream(**ASK, stream=True)  # type: ignore[call-overload]  # the mistake under test
        with pytest.raises(TypeError, match="response_format"):
            client.chat.completions.stream(**ASK, response_format=int)
        with pytest.raises(TypeError, match="temprature"):
            async with client.chat.completions.stream(**ASK, temprature=1):  # type: ignore[call-overload]  # the mistake under test
                pass
    assert transport.requests == []


async def test_format_written_by_hand_is_sent_as_it_is() -> None:
    response = events(chunk('{"a": 1}'), chunk(finish="stop"))
    async with open_fake(response) as (client, transport):
        async with client.chat.completions.stream(**ASK, response_format={"type": "json_object"}) as stream:
            final = await stream.get_final_completion()
    assert transport.sent()["response_format"] == {"type": "json_object"}
    assert final.choices[0].message.parsed is None


async def test_beta_has_the_same_stream() -> None:
    async with open_fake(events(chunk("Hi"), chunk(finish="stop"))) as (client, _):
        async with client.beta.chat.completions.stream(**ASK) as stream:
            assert [text async for text in stream.text_stream] == ["Hi"]


async def test_closing_the_text_closes_the_stream() -> None:
    response = events(chunk("Hi"), 3600.0)
    async with open_fake(response) as (client, _), client.chat.completions.stream(**ASK) as stream:
        texts = stream.text_stream
        assert await anext(texts) == "Hi"
        await texts.aclose()
        assert response.closed


async def test_sandbox_streams_to_the_end_and_through_retries() -> None:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        sandbox.faults.add(faults.status(503, headers={"retry-after-ms": "1"}))
        async with client.chat.completions.stream(**ASK) as stream:
            text = "".join([piece async for piece in stream.text_stream])
            final = await stream.get_final_completion()
        assert text
        assert final.choices[0].message.content == text
        assert final.choices[0].finish_reason == "stop"
        assert len(stream.response.attempts) == 2


async def test_cancelling_anywhere_leaves_nothing_open() -> None:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:

        async def use() -> None:
            async with client.chat.completions.stream(**ASK) as stream:
                await stream.get_final_completion()

        async def audit() -> None:
            statistics = client.statistics()
            assert statistics.open == statistics.idle

        assert await sweep(use, audit) > 3


@given(st.lists(st.sampled_from(["a", "é", "\ud83c", "\udf89", "\ud83c\udf89"]), max_size=8))
def test_growing_text_never_shows_half_a_character(pieces: list[str]) -> None:
    text = GrowingText()
    shown = [text.add(piece) for piece in pieces]
    assert "".join(shown) == text.text
    text.text.encode()
    whole = "".join(pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    assert whole.removesuffix("�").startswith(text.text.removesuffix("�"))
