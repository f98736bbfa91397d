from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import trio
from pydantic import TypeAdapter

from tests.support.wire import Heard, ask
from triopenai.types.responses import Response, ResponseItem, ResponseStreamEvent

if TYPE_CHECKING:
    from triopenai.testing import Sandbox

EVENTS: TypeAdapter[object] = TypeAdapter(ResponseStreamEvent)
ITEMS: TypeAdapter[object] = TypeAdapter(ResponseItem)
WEATHER: dict[str, Any] = {
    "type": "function",
    "name": "get_weather",
    "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
}


async def post(sandbox: Sandbox, asked: object = "Hello!", /, **more: object) -> Heard:
    body = {"model": "gpt-5", "input": asked, **more}
    heard = await ask(sandbox, "POST", "/responses", json_body=body)
    assert heard.status == 200, heard.body
    if more.get("stream"):
        check_events(heard)
    else:
        Response.model_validate(heard.json, strict=True)
    return heard


def check_events(heard: Heard) -> None:
    for (name, _), event in zip(heard.blocks, heard.events, strict=True):
        EVENTS.validate_python(event, strict=True)
        assert name == event["type"]


def kinds(heard: Heard) -> list[str]:
    """The types of the events, with a run of equal ones as one, without their prefix."""
    found: list[str] = []
    for event in heard.events:
        kind = event["type"].removeprefix("response.")
        if not found or found[-1] != kind:
            found.append(kind)
    return found


MESSAGE = [
    "output_item.added",
    "content_part.added",
    "output_text.delta",
    "output_text.done",
    "content_part.done",
    "output_item.done",
]


async def test_stream_tells_of_the_message_in_order(sandbox):
    heard = await post(sandbox, stream=True)
    assert kinds(heard) == ["created", "in_progress", *MESSAGE, "completed"]
    assert [event["sequence_number"] for event in heard.events] == list(range(len(heard.events)))
    text = "".join(event["delta"] for event in heard.events if event["type"].endswith("text.delta"))
    final = heard.events[-1]["response"]
    assert final["output"][0]["content"][0]["text"] == text
    assert (heard.events[0]["response"]["status"], final["status"]) == ("in_progress", "completed")
    plain = (await post(sandbox)).json
    assert plain["output"][0]["content"][0]["text"] == text
    assert plain["usage"] == final["usage"]


async def test_stream_can_be_read_again_from_any_event(sandbox):
    heard = await post(sandbox, stream=True)
    path = f"/responses/{heard.events[-1]['response']['id']}?stream=true"
    again = await ask(sandbox, "GET", f"{path}&starting_after=4")
    check_events(again)
    assert again.events == heard.events[5:]
    assert (await ask(sandbox, "GET", path)).events == heard.events
    assert (await ask(sandbox, "GET", f"{path}&starting_after=x")).status == 400


async def test_reasoning_summary_comes_first(sandbox):
    heard = await post(sandbox, stream=True, reasoning={"summary": "auto", "effort": "low"})
    prefix = "reasoning_summary_"
    summary = [f"{prefix}{one}" for one in ("part.added", "text.delta", "text.done", "part.done")]
    assert kinds(heard)[2:8] == ["output_item.added", *summary, "output_item.done"]
    final = heard.events[-1]["response"]
    assert [item["type"] for item in final["output"]] == ["reasoning", "message"]
    assert final["usage"]["output_tokens_details"]["reasoning_tokens"] > 0


async def test_functions_and_custom_tools_are_called(sandbox):
    tools = [WEATHER, {"type": "custom", "name": "sql"}]
    heard = await post(sandbox, "The weather in Rome by sql", stream=True, tools=tools)
    assert kinds(heard)[2:-1] == [
        *("output_item.added", "function_call_arguments.delta", "function_call_arguments.done"),
        *("output_item.done", "output_item.added"),
        *("custom_tool_call_input.delta", "custom_tool_call_input.done", "output_item.done"),
    ]
    call, custom = heard.events[-1]["response"]["output"]
    assert json.loads(call["arguments"]) == {"city": "Rome"}
    assert custom["input"] == "The weather in Rome by sql"
    deltas = [event for event in heard.events if event["type"].endswith("arguments.delta")]
    assert "".join(event["delta"] for event in deltas) == call["arguments"]


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        ("none", []),
        ("required", ["get_weather"]),
        ({"type": "function", "name": "get_weather"}, ["get_weather"]),
        ({"type": "allowed_tools", "mode": "required", "tools": [WEATHER]}, ["get_weather"]),
    ],
)
async def test_tool_choice_is_heeded(sandbox, choice, names):
    output = (await post(sandbox, "Hi", tools=[WEATHER], tool_choice=choice)).json["output"]
    assert [item["name"] for item in output if item["type"] == "function_call"] == names


async def test_result_of_a_tool_is_answered_in_words(sandbox):
    first = (await post(sandbox, "The weather?", tools=[WEATHER])).json
    call_id = first["output"][0]["call_id"]
    result = [{"type": "function_call_output", "call_id": call_id, "output": "22 degrees"}]
    second = (await post(sandbox, result, tools=[WEATHER], previous_response_id=first["id"])).json
    assert [item["type"] for item in second["output"]] == ["message"]
    items = (await ask(sandbox, "GET", f"/responses/{second['id']}/input_items?order=asc")).json["data"]
    assert [item["type"] for item in items] == ["message", "function_call", "function_call_output"]
    for item in items:
        ITEMS.validate_python(item, strict=True)


CODE = {"type": "code_interpreter", "container": {"type": "auto"}}
WIKI = {"type": "mcp", "server_label": "wiki", "server_url": "https://wiki.test"}


@pytest.mark.parametrize(
    ("tool", "word", "events", "item"),
    [
        ({"type": "web_search"}, "web", ["web_search_call.searching"], "web_search_call"),
        (
            {"type": "file_search", "vector_store_ids": ["v"]},
            "file",
            ["file_search_call.completed"],
            "file_search_call",
        ),
        (
            CODE,
            "code",
            ["code_interpreter_call_code.delta", "code_interpreter_call.interpreting"],
            "code_interpreter_call",
        ),
        (
            {"type": "image_generation"},
            "image",
            ["image_generation_call.partial_image"],
            "image_generation_call",
        ),
        (
            WIKI,
            "wiki",
            ["mcp_list_tools.completed", "mcp_call_arguments.done", "mcp_call.completed"],
            "mcp_call",
        ),
    ],
)
async def test_tools_of_the_server_run_before_the_message(sandbox, tool, word, events, item):
    heard = await post(sandbox, f"Use the {word}", tools=[tool], stream=True)
    assert set(events) <= set(kinds(heard))
    output = [one["type"] for one in heard.events[-1]["response"]["output"]]
    assert output[-2:] == [item, "message"]
    assert [one["type"] for one in (await post(sandbox, "Hi", tools=[tool])).json["output"]] == ["message"]


async def test_structured_output_fits(sandbox):
    form = {"type": "json_schema", "name": "w", "schema": WEATHER["parameters"], "strict": True}
    whole = (await post(sandbox, "In Oslo", text={"format": form})).json
    assert json.loads(whole["output"][0]["content"][0]["text"]) == {"city": "Oslo"}
    assert whole["text"]["format"] == form
    whole = (await post(sandbox, text={"format": {"type": "json_object"}})).json
    assert isinstance(json.loads(whole["output"][0]["content"][0]["text"]), dict)


async def test_limit_leaves_a_response_incomplete(sandbox):
    heard = await post(sandbox, "Tell me a story", max_output_tokens=16, stream=True)
    assert kinds(heard)[-1] == "incomplete"
    final = heard.events[-1]["response"]
    assert final["incomplete_details"] == {"reason": "max_output_tokens"}
    assert (final["output"][0]["status"], final["usage"]["output_tokens"]) == ("incomplete", 16)


async def test_background_response_goes_its_way(sandbox, autojump_clock):
    made = (await post(sandbox, background=True)).json
    path = f"/responses/{made['id']}"
    seen = [made["status"]]
    for _ in range(5):
        await trio.sleep(0.75)
        now = (await ask(sandbox, "GET", path)).json
        Response.model_validate(now, strict=True)
        seen.append(now["status"])
    assert seen == ["queued", "queued", "in_progress", "in_progress", "completed", "completed"]
    assert (await ask(sandbox, "POST", f"{path}/cancel")).json["status"] == "completed"


async def test_background_response_streams_as_it_goes(sandbox, autojump_clock):
    began = trio.current_time()
    heard = await post(sandbox, background=True, stream=True)
    assert kinds(heard)[:3] == ["created", "queued", "in_progress"]
    assert heard.times[0] == began
    assert heard.times[2] - began == pytest.approx(1)
    assert heard.times[-1] - began == pytest.approx(3)
    assert heard.times == sorted(heard.times)


async def test_background_response_can_be_cancelled(sandbox):
    made = (await post(sandbox, background=True)).json
    path = f"/responses/{made['id']}"
    cancelled = (await ask(sandbox, "POST", f"{path}/cancel")).json
    Response.model_validate(cancelled, strict=True)
    assert cancelled["status"] == (await ask(sandbox, "GET", path)).json["status"] == "cancelled"
    other = (await post(sandbox)).json["id"]
    assert (await ask(sandbox, "POST", f"/responses/{other}/cancel")).status == 400


async def test_stored_responses_can_be_had_until_deleted(sandbox):
    made = (await post(sandbox)).json
    path = f"/responses/{made['id']}"
    assert (await ask(sandbox, "GET", path)).json == made
    assert (await ask(sandbox, "DELETE", path)).status == 200
    assert (await ask(sandbox, "GET", path)).status == 404
    loose = (await post(sandbox, store=False)).json["id"]
    assert (await ask(sandbox, "GET", f"/responses/{loose}")).status == 404


async def test_input_items_come_in_pages(sandbox):
    made = (await post(sandbox, [{"role": "user", "content": str(n)} for n in range(5)])).json
    path = f"/responses/{made['id']}/input_items"
    first = (await ask(sandbox, "GET", f"{path}?limit=3")).json
    assert [item["content"][0]["text"] for item in first["data"]] == ["4", "3", "2"]
    rest = (await ask(sandbox, "GET", f"{path}?limit=3&after={first['last_id']}")).json
    assert ([item["content"][0]["text"] for item in rest["data"]], rest["has_more"]) == (["1", "0"], False)
    for item in first["data"]:
        ITEMS.validate_python(item, strict=True)


async def test_input_tokens_are_counted(sandbox):
    body: dict[str, object] = {"model": "gpt-5", "input": "a b c"}
    for _ in range(2):
        count = (await ask(sandbox, "POST", "/responses/input_tokens", json_body=body)).json
        made = (await ask(sandbox, "POST", "/responses", json_body=body)).json
        assert count["object"] == "response.input_tokens"
        assert count["input_tokens"] == made["usage"]["input_tokens"]
        body |= {"previous_response_id": made["id"], "instructions": "Be brief."}
    assert count["input_tokens"] > 2 * 3


async def test_request_is_echoed(sandbox):
    given: dict[str, Any] = {"instructions": "Be brief.", "metadata": {"a": "b"}, "temperature": 0.5}
    conversation = (await ask(sandbox, "POST", "/conversations", json_body={})).json["id"]
    made = (await post(sandbox, **given, tools=[WEATHER], conversation=conversation)).json
    assert {name: made[name] for name in given} == given
    assert made["conversation"] == {"id": conversation}
    assert made["tools"][0]["strict"] is True
