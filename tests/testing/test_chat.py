from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.wire import Heard, ask, chat
from triopenai.types.chat import ChatCompletion, ChatCompletionChunk

if TYPE_CHECKING:
    from triopenai.testing import Sandbox

WEATHER: dict[str, Any] = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}, "days": {"type": "integer", "minimum": 3}},
            "required": ["city", "days"],
        },
    },
}
CLOCK: dict[str, Any] = {"type": "function", "function": {"name": "get_time"}}


async def post(sandbox: Sandbox, text: str = "Hello!", **more: object) -> Heard:
    heard = await ask(sandbox, "POST", "/chat/completions", json_body={**chat(text), **more})
    assert heard.status == 200
    if more.get("stream"):
        for event in heard.events:
            ChatCompletionChunk.model_validate(event, strict=True)
    else:
        ChatCompletion.model_validate(heard.json, strict=True)
    return heard


def folded(heard: Heard, index: int = 0) -> tuple[str, list[dict[str, str]], str | None]:
    """Text, tool calls and finish reason of a streamed choice."""
    text, reason = "", None
    calls: list[dict[str, str]] = []
    for event in heard.events:
        for choice in event["choices"]:
            if choice["index"] != index:
                continue
            delta = choice["delta"]
            text += delta.get("content") or ""
            reason = choice["finish_reason"] or reason
            for call in delta.get("tool_calls", []):
                if call["index"] == len(calls):
                    calls.append({"id": call["id"], "name": call["function"]["name"], "arguments": ""})
                calls[call["index"]]["arguments"] += call["function"]["arguments"]
    return text, calls, reason


async def test_stream_says_the_same_as_the_plain_answer(sandbox):
    whole = (await post(sandbox, "Tell me a story")).json
    heard = await post(sandbox, "Tell me a story", stream=True, stream_options={"include_usage": True})
    first, *_, last = heard.events
    assert first["choices"][0]["delta"] == {"role": "assistant", "content": "", "refusal": None}
    assert folded(heard) == (whole["choices"][0]["message"]["content"], [], "stop")
    assert (last["choices"], last["usage"]) == ([], whole["usage"])
    assert all(event["usage"] is None for event in heard.events[:-1])
    assert {event["id"] for event in heard.events} == {"chatcmpl-00000002"}
    assert heard.blocks[-1] == (None, "[DONE]")
    assert len(heard.times) == len(heard.blocks)


async def test_usage_is_left_out_of_streams_unless_asked_for(sandbox):
    heard = await post(sandbox, stream=True)
    assert all("usage" not in event for event in heard.events)
    assert all(event["obfuscation"] for event in heard.events)
    heard = await post(sandbox, stream=True, stream_options={"include_obfuscation": False})
    assert all("obfuscation" not in event for event in heard.events)


async def test_choices_differ_and_take_turns(sandbox):
    whole = (await post(sandbox, n=3)).json
    texts = [choice["message"]["content"] for choice in whole["choices"]]
    assert len(set(texts)) == 3
    heard = await post(sandbox, n=3, stream=True)
    assert [folded(heard, index)[0] for index in range(3)] == texts
    assert [event["choices"][0]["index"] for event in heard.events[:6]] == [0, 1, 2, 0, 1, 2]


@pytest.mark.parametrize("name", ["max_tokens", "max_completion_tokens"])
async def test_limits_end_an_answer_early(sandbox, name):
    heard = await post(sandbox, "Tell me a story", **{name: 5})
    assert heard.json["choices"][0]["finish_reason"] == "length"
    assert heard.json["usage"]["completion_tokens"] == 5
    assert folded(await post(sandbox, "Tell me a story", stream=True, **{name: 5}))[2] == "length"


async def test_stop_ends_an_answer_early(sandbox):
    text = (await post(sandbox, "Tell me a story", stop=["time", "zzz"])).json["choices"][0]["message"][
        "content"
    ]
    assert text == "Once upon a "


async def test_logprobs_stand_for_each_token(sandbox):
    whole = (await post(sandbox, logprobs=True, top_logprobs=1)).json["choices"][0]
    pieces = [one["token"] for one in whole["logprobs"]["content"]]
    assert "".join(pieces) == whole["message"]["content"]
    heard = await post(sandbox, logprobs=True, stream=True)
    given = [event["choices"][0]["logprobs"] for event in heard.events]
    assert [one["content"][0]["token"] for one in given if one] == pieces


@pytest.mark.parametrize(
    ("text", "more", "names", "reason"),
    [
        ("What is the weather in Paris?", {}, ["get_weather"], "tool_calls"),
        ("Call get_time now", {}, ["get_time"], "tool_calls"),
        ("The weather and the time?", {}, ["get_weather", "get_time"], "tool_calls"),
        ("The weather and the time?", {"parallel_tool_calls": False}, ["get_weather"], "tool_calls"),
        ("Hello!", {}, [], "stop"),
        ("The weather?", {"tool_choice": "none"}, [], "stop"),
        ("Hello!", {"tool_choice": "required"}, ["get_weather"], "tool_calls"),
        ("Hi", {"tool_choice": {"type": "function", "function": {"name": "get_time"}}}, ["get_time"], "stop"),
    ],
)
async def test_tools_are_called_by_rule(sandbox, text, more, names, reason):
    whole = (await post(sandbox, text, tools=[WEATHER, CLOCK], **more)).json["choices"][0]
    calls = whole["message"].get("tool_calls", [])
    assert ([call["function"]["name"] for call in calls], whole["finish_reason"]) == (names, reason)
    heard = await post(sandbox, text, tools=[WEATHER, CLOCK], stream=True, **more)
    streamed = folded(heard)[1]
    assert [call["name"] for call in streamed] == names
    assert [call["arguments"] for call in streamed] == [call["function"]["arguments"] for call in calls]
    assert len({call["id"] for call in streamed}) == len(names)


async def test_arguments_fit_the_schema(sandbox):
    whole = (await post(sandbox, "What is the weather in Paris?", tools=[WEATHER])).json
    arguments = whole["choices"][0]["message"]["tool_calls"][0]["function"]["arguments"]
    assert json.loads(arguments) == {"city": "Paris", "days": 3}


async def test_result_of_a_tool_is_answered_in_words(sandbox):
    call = {"id": "call_1", "type": "function", "function": {"name": "get_weather", "arguments": "{}"}}
    messages = [
        {"role": "user", "content": "The weather?"},
        {"role": "assistant", "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "call_1", "content": "22 degrees"},
    ]
    whole = (await post(sandbox, messages=messages, tools=[WEATHER])).json["choices"][0]
    assert whole["message"]["content"]
    assert "tool_calls" not in whole["message"]


async def test_tool_that_is_not_there_cannot_be_chosen(sandbox):
    choice = {"type": "function", "function": {"name": "nope"}}
    body = chat("Hi", tools=[WEATHER], tool_choice=choice)
    heard = await ask(sandbox, "POST", "/chat/completions", json_body=body)
    assert (heard.status, heard.error["param"]) == (400, "tool_choice")


async def test_structured_output_fits(sandbox):
    schema = WEATHER["function"]["parameters"]
    form = {"type": "json_schema", "json_schema": {"name": "w", "schema": schema}}
    whole = (await post(sandbox, "In Oslo", response_format=form)).json["choices"][0]["message"]
    assert json.loads(whole["content"]) == {"city": "Oslo", "days": 3}
    heard = await post(sandbox, "In Oslo", response_format=form, stream=True)
    assert folded(heard)[0] == whole["content"]
    whole = (await post(sandbox, response_format={"type": "json_object"})).json["choices"][0]["message"]
    assert isinstance(json.loads(whole["content"]), dict)


async def test_content_may_come_in_parts(sandbox):
    parts = [{"type": "text", "text": "Hello!"}, {"type": "image_url", "image_url": {"url": "data:"}}]
    whole = (await post(sandbox, messages=[{"role": "user", "content": parts}])).json
    assert whole["choices"] == (await post(sandbox)).json["choices"]


async def test_stored_completions_can_be_listed_changed_and_deleted(sandbox):
    await post(sandbox)
    for number in range(3):
        await post(sandbox, store=True, stream=number == 1, metadata={"n": str(number)})
    listing = (await ask(sandbox, "GET", "/chat/completions?limit=2")).json
    ids = [item["id"] for item in listing["data"]]
    assert (ids, listing["has_more"]) == (["chatcmpl-00000002", "chatcmpl-00000003"], True)
    rest = (await ask(sandbox, "GET", f"/chat/completions?limit=2&after={ids[-1]}")).json
    assert ([item["id"] for item in rest["data"]], rest["has_more"]) == (["chatcmpl-00000004"], False)
    found = (await ask(sandbox, "GET", "/chat/completions?metadata[n]=1")).json["data"]
    assert [item["id"] for item in found] == ["chatcmpl-00000003"]
    path = "/chat/completions/chatcmpl-00000003"
    changed = await ask(sandbox, "POST", path, json_body={"metadata": {"a": "b"}})
    assert changed.json["metadata"] == {"a": "b"}
    (message,) = (await ask(sandbox, "GET", f"{path}/messages")).json["data"]
    assert (message["id"], message["content"]) == ("chatcmpl-00000003-0", "Hello!")
    assert (await ask(sandbox, "DELETE", path)).json["deleted"] is True
    assert (await ask(sandbox, "GET", path)).status == 404
