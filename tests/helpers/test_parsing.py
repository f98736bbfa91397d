from __future__ import annotations

import gc
import json
import pickle
import weakref
from dataclasses import dataclass
from typing import Any, TypedDict

import attrs
import pydantic
import pytest

from tests.support.fakes import FakeTransport, answer
from tests.support.tools import chatted
from triopenai import (
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    open_client,
    pydantic_function_tool,
    raw,
)
from triopenai.testing import faults, open_sandbox

MESSAGES: Any = [{"role": "user", "content": "When do we meet?"}]
EVENT = '{"name": "Fair", "day": 3}'


class Event(pydantic.BaseModel):
    name: str
    day: int = 1


@dataclass
class DataEvent:
    name: str
    day: int


@attrs.frozen
class AttrsEvent:
    name: str
    day: int = 1


class DictEvent(TypedDict):
    name: str
    day: int


class GetWeather(pydantic.BaseModel):
    """The weather in a city."""

    city: str


KINDS = [
    (Event, Event(name="Fair", day=3)),
    (DataEvent, DataEvent("Fair", 3)),
    (AttrsEvent, AttrsEvent("Fair", 3)),
    (DictEvent, {"name": "Fair", "day": 3}),
]


def chat(content: str | None = EVENT, *, finish: str = "stop", calls: Any = None, refusal: str | None = None):
    message: Any = {"role": "assistant", "content": content, "refusal": refusal}
    if calls is not None:
        message["tool_calls"] = calls
    return faults.answer(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "gpt-4",
            "choices": [{"index": 0, "finish_reason": finish, "logprobs": None, "message": message}],
            "usage": {"prompt_tokens": 2, "completion_tokens": 3, "total_tokens": 5},
        },
    )


def response(text: str | None = EVENT, *, reason: str | None = None, more: tuple[Any, ...] = ()):
    content: Any = {"type": "output_text", "text": text, "annotations": [], "logprobs": []}
    message: Any = {
        "type": "message",
        "id": "m",
        "role": "assistant",
        "status": "completed",
        "content": [content],
    }
    return faults.answer(
        {
            "id": "resp_1",
            "object": "response",
            "created_at": 1,
            "model": "gpt-5",
            "status": "incomplete" if reason else "completed",
            "incomplete_details": {"reason": reason} if reason else None,
            "output": [*([message] if text is not None else []), *more],
            "parallel_tool_calls": True,
            "tool_choice": "auto",
            "tools": [],
            "usage": {"input_tokens": 2, "output_tokens": 3, "total_tokens": 5},
        },
    )


@pytest.fixture
async def sandbox():
    async with open_sandbox() as sandbox:
        yield sandbox


@pytest.fixture
async def client(sandbox):
    async with open_client(**sandbox.client_options) as client:
        yield client


def sent(sandbox) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(sandbox.requests[-1].body)
    return body


@pytest.mark.parametrize(("kind", "value"), KINDS, ids=lambda kind: getattr(kind, "__name__", ""))
async def test_chat_parse_gives_the_type(kind, value, sandbox, client):
    sandbox.faults.add(chat())
    completion = await client.chat.completions.parse(
        model="gpt-4", messages=MESSAGES, response_format=kind, temperature=0.5
    )
    assert completion.choices[0].message.parsed == value
    assert completion.choices[0].message.content == EVENT
    assert completion._request_id == "req_00000001"
    body = sent(sandbox)
    assert body["temperature"] == 0.5
    assert body["response_format"]["type"] == "json_schema"
    form = body["response_format"]["json_schema"]
    assert (form["name"], form["strict"]) == (kind.__name__, True)
    assert form["schema"]["required"] == ["name", "day"]
    assert form["schema"]["additionalProperties"] is False


@pytest.mark.parametrize(("kind", "value"), KINDS, ids=lambda kind: getattr(kind, "__name__", ""))
async def test_responses_parse_gives_the_type(kind, value, sandbox, client):
    sandbox.faults.add(response())
    found = await client.responses.parse(
        model="gpt-5", input="When?", text_format=kind, text={"verbosity": "low"}
    )
    assert found.output_parsed == value
    assert found.output_text == EVENT
    text = sent(sandbox)["text"]
    assert text["verbosity"] == "low"
    assert text["format"]["type"] == "json_schema"
    assert text["format"]["name"] == kind.__name__


async def test_chat_parse_is_there_by_its_older_name(sandbox, client):
    sandbox.faults.add(chat())
    completion = await client.beta.chat.completions.parse(
        model="gpt-4", messages=MESSAGES, response_format=Event
    )
    assert completion.choices[0].message.parsed == Event(name="Fair", day=3)


async def test_parse_as_reads_without_asking_for_a_schema(sandbox, client):
    sandbox.faults.add(response())
    found = await client.responses.parse(model="gpt-5", input="When?", parse_as=Event)
    assert found.output_parsed == Event(name="Fair", day=3)
    assert "text" not in sent(sandbox)


async def test_responses_parse_sends_verbosity_where_the_api_has_it(sandbox, client):
    for _ in range(2):
        sandbox.faults.add(response())
    await client.responses.parse(
        model="gpt-5", input="When?", text_format=Event, verbosity="low", stream=False
    )
    assert sent(sandbox)["text"]["verbosity"] == "low"
    assert "stream" not in sent(sandbox)
    text = {"verbosity": "high"}
    await client.responses.parse(model="gpt-5", input="x", parse_as=Event, text=text, verbosity="low")
    assert sent(sandbox)["text"] == text


async def test_sandbox_answers_chat_parse_by_the_schema(client):
    completion = await client.chat.completions.parse(model="gpt-4", messages=MESSAGES, response_format=Event)
    assert isinstance(completion.choices[0].message.parsed, Event)


async def test_sandbox_answers_responses_parse_by_the_schema(client):
    found = await client.responses.parse(model="gpt-5", input="When?", text_format=Event)
    assert isinstance(found.output_parsed, Event)


async def test_parsed_answer_is_dumped_without_warnings(sandbox, client):
    sandbox.faults.add(chat())
    completion = await client.chat.completions.parse(model="gpt-4", messages=MESSAGES, response_format=Event)
    dumped = completion.model_dump(warnings=True)
    assert dumped["choices"][0]["message"]["parsed"] == {"name": "Fair", "day": 3}
    sandbox.faults.add(response())
    found = await client.responses.parse(model="gpt-5", input="When?", text_format=Event)
    assert json.loads(found.model_dump_json(warnings=True))["output"][0]["content"][0]["parsed"]["day"] == 3


async def test_refusal_is_not_parsed(sandbox, client):
    sandbox.faults.add(chat(None, refusal="I will not."))
    completion = await client.chat.completions.parse(model="gpt-4", messages=MESSAGES, response_format=Event)
    assert completion.choices[0].message.parsed is None
    assert completion.choices[0].message.refusal == "I will not."


def call(name: str, arguments: str) -> dict[str, Any]:
    return {"id": "call_1", "type": "function", "function": {"name": name, "arguments": arguments}}


STRICT: Any = {
    "type": "function",
    "function": {"name": "strict", "strict": True, "parameters": {"type": "object", "properties": {}}},
}
LOOSE: Any = {"type": "function", "function": {"name": "loose", "parameters": {"type": "object"}}}


async def test_chat_parse_reads_tool_arguments(sandbox, client):
    calls = [call("GetWeather", '{"city": "Rome"}'), call("strict", "{}"), call("loose", "not JSON")]
    sandbox.faults.add(chat(None, finish="tool_calls", calls=calls))
    completion = await client.chat.completions.parse(
        model="gpt-4",
        messages=MESSAGES,
        tools=iter([pydantic_function_tool(GetWeather), STRICT, LOOSE]),
    )
    found = completion.choices[0].message.tool_calls
    assert found is not None
    assert [one.function.parsed_arguments for one in found] == [GetWeather(city="Rome"), {}, None]
    function = sent(sandbox)["tools"][0]["function"]
    assert function["name"] == "GetWeather"
    assert function["description"] == "The weather in a city."
    assert function["strict"] is True
    assert function["parameters"]["additionalProperties"] is False


async def test_responses_parse_reads_tool_arguments(sandbox, client):
    item = {"type": "function_call", "call_id": "c", "name": "weather", "arguments": '{"city": "Rome"}'}
    sandbox.faults.add(response(None, more=(item,)))
    found = await client.responses.parse(
        model="gpt-5", input="How is it?", tools=[pydantic_function_tool(GetWeather, name="weather")]
    )
    assert found.output[0].parsed_arguments == GetWeather(city="Rome")
    assert found.output_parsed is None
    tool = sent(sandbox)["tools"][0]
    assert (tool["type"], tool["name"], tool["strict"]) == ("function", "weather", True)


def namespace(tool: object) -> dict[str, Any]:
    return {"type": "namespace", "name": "sky", "description": "Of the sky.", "tools": [tool]}


@pytest.mark.parametrize(
    ("called", "parsed"),
    [
        ({"namespace": "sky"}, GetWeather(city="Rome")),
        ({}, {"city": "Rome"}),
        ({"namespace": "weather"}, {"city": "Rome"}),
        ({"namespace": "sea"}, None),
    ],
)
async def test_responses_parse_tells_tools_of_namespaces_apart(called, parsed, sandbox, client):
    item = {"type": "function_call", "call_id": "c", "name": "weather", "arguments": '{"city": "Rome"}'}
    sandbox.faults.add(response(None, more=({**item, **called},)))
    other = {"type": "function", "name": "weather", "strict": True, "parameters": {"type": "object"}}
    found = await client.responses.parse(
        model="gpt-5",
        input="How is it?",
        tools=[other, namespace(pydantic_function_tool(GetWeather, name="weather"))],
    )
    assert found.output[0].parsed_arguments == parsed
    (tool,) = sent(sandbox)["tools"][1]["tools"]
    assert (tool["type"], tool["name"], tool["strict"]) == ("function", "weather", True)


async def test_responses_parse_leaves_what_is_said_before_the_answer(sandbox, client):
    part = {"type": "output_text", "text": "Let me see.", "annotations": [], "logprobs": []}
    said = {"type": "message", "id": "s", "role": "assistant", "status": "completed", "content": [part]}
    sandbox.faults.add(response(more=({**said, "phase": "commentary"},)))
    found = await client.responses.parse(model="gpt-5", input="x", text_format=Event)
    assert found.output_parsed == Event(name="Fair", day=3)
    assert found.output[1].content[0].parsed is None


@pytest.mark.parametrize(
    ("finish", "error"),
    [("length", LengthFinishReasonError), ("content_filter", ContentFilterFinishReasonError)],
)
async def test_cut_chat_keeps_what_there_is(finish, error, sandbox, client):
    sandbox.faults.add(chat('{"name": "Fa', finish=finish))
    with pytest.raises(error, match="req_00000001") as caught:
        await client.chat.completions.parse(model="gpt-4", messages=MESSAGES, response_format=Event)
    copy = pickle.loads(pickle.dumps(caught.value))
    for found in (caught.value, copy):
        assert found.text == '{"name": "Fa'
        assert found.usage.total_tokens == 5
        assert found.request_id == "req_00000001"
        assert found.completion.choices[0].finish_reason == finish
    assert len(sandbox.requests) == 1


@pytest.mark.parametrize(
    ("reason", "error"),
    [("max_output_tokens", LengthFinishReasonError), ("content_filter", ContentFilterFinishReasonError)],
)
@pytest.mark.parametrize("text", ['{"name": "Fa', None])
async def test_cut_response_keeps_what_there_is(reason, error, text, sandbox, client):
    sandbox.faults.add(response(text, reason=reason))
    with pytest.raises(error) as caught:
        await client.responses.parse(model="gpt-5", input="When?", text_format=Event)
    assert caught.value.text == (text or "")
    assert caught.value.usage.total_tokens == 5
    assert caught.value.request_id == "req_00000001"


async def test_text_that_does_not_fit_is_a_validation_error(sandbox, client):
    sandbox.faults.add(chat('{"name": "Fair", "day": "soon"}'))
    with pytest.raises(pydantic.ValidationError, match="day"):
        await client.chat.completions.parse(model="gpt-4", messages=MESSAGES, response_format=Event)
    assert len(sandbox.requests) == 1


async def test_raw_parses_too_and_open_bodies_are_refused(sandbox, client):
    sandbox.faults.add(chat())
    parse = client.chat.completions.parse
    reply = await raw(parse)(model="gpt-4", messages=MESSAGES, response_format=Event)
    assert reply.request_id == "req_00000001"
    assert reply.parse().choices[0].message.parsed == Event(name="Fair", day=3)
    with pytest.raises(TypeError, match="reads what is answered itself"):
        client.chat.completions.with_streaming_response.parse(model="gpt-4", messages=MESSAGES)


class Unfit(pydantic.BaseModel):
    counts: dict[str, int]


class Untyped(pydantic.BaseModel):
    anything: Any


class Pair(pydantic.BaseModel):
    both: tuple[int, str]


def old_model() -> Any:
    import pydantic.v1  # noqa: PLC0415  # no other test looks at it

    return pydantic.v1.create_model("Old", name=(str, ...))


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (old_model, TypeError, r"Old is a model of pydantic\.v1"),
        (lambda: Unfit, ValueError, "Unfit has no strict schema: counts is a mapping with any keys"),
        (lambda: Untyped, ValueError, "anything says nothing of its type"),
        (lambda: Pair, ValueError, "both needs 'prefixItems'"),
        (lambda: list[Event], TypeError, "takes a pydantic model.* not list"),
        (lambda: int, TypeError, "not int"),
        (lambda: {"type": "json_object"}, TypeError, r"goes to create\(\)"),
        (lambda: Event(name="x"), TypeError, "as a class"),
    ],
)
async def test_unusable_type_is_refused_before_anything_is_sent(make, error, message, sandbox, client):
    kind = make()
    with pytest.raises(error, match=message):
        await client.chat.completions.parse(model="gpt-4", messages=MESSAGES, response_format=kind)
    with pytest.raises(error, match=message):
        await client.responses.parse(model="gpt-5", input="x", text_format=kind)
    with pytest.raises(error, match=message):
        pydantic_function_tool(kind)
    assert len(sandbox.requests) == 0


async def test_misused_keywords_are_refused_before_anything_is_sent(sandbox, client):
    with pytest.raises(TypeError, match=r"chat\.completions\.parse\(\) has no keyword 'stream'"):
        await client.chat.completions.parse(model="gpt-4", messages=MESSAGES, stream=True)
    with pytest.raises(TypeError, match=r"use responses\.stream\(\)"):
        await client.responses.parse(model="gpt-5", input="x", stream=True)
    with pytest.raises(TypeError, match="text has a format and text_format= is given too"):
        await client.responses.parse(
            model="gpt-5", input="x", text_format=Event, text={"format": {"type": "text"}}
        )
    with pytest.raises(TypeError, match="text is to be a mapping, not str"):
        await client.responses.parse(model="gpt-5", input="x", text_format=Event, text="x")
    with pytest.raises(
        ValueError, match=r"chat\.completions\.parse\(\): idle_timeout limits the wait for events"
    ):
        await client.chat.completions.parse(model="gpt-4", messages=MESSAGES, idle_timeout=3)
    assert len(sandbox.requests) == 0


async def test_a_thousand_types_made_at_run_time_are_let_go():
    content = chatted().pieces[0]
    transport = FakeTransport([answer(content) for _ in range(1000)])
    left: list[weakref.ref[Any]] = []
    async with open_client(transport=transport, api_key="sk-test") as client:
        for number in range(1000):
            kind: Any = pydantic.create_model(f"Weather{number}", summary=(str, ...))
            left.append(weakref.ref(kind))
            found = await client.chat.completions.parse(
                model="gpt-4", messages=MESSAGES, response_format=kind
            )
            assert found.choices[0].message.parsed == kind(summary="blue")
            transport.requests.clear()
            del kind, found
    gc.collect()
    assert [one for one in left if one() is not None] == []
