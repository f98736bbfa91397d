"""What type checkers make of calls that parse: checked by mypy and pyright, never run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict, assert_type

import attrs
import pydantic

from triopenai import Client, pydantic_function_tool
from triopenai.types.chat import ChatCompletionFunctionToolParam, ParsedChatCompletion
from triopenai.types.responses import ParsedResponse

if TYPE_CHECKING:
    from triopenai.types.webhooks import UnwrapWebhookEvent


class Event(pydantic.BaseModel):
    name: str


@dataclass
class DataEvent:
    name: str


@attrs.frozen
class AttrsEvent:
    name: str


class DictEvent(TypedDict):
    name: str


async def chat(client: Client) -> None:
    parse = client.chat.completions.parse
    assert_type(
        await parse(model="m", messages=[{"role": "user", "content": "Hi"}], response_format=Event),
        ParsedChatCompletion[Event],
    )
    assert_type(
        await parse(model="m", messages=[], response_format=DataEvent), ParsedChatCompletion[DataEvent]
    )
    assert_type(
        await parse(model="m", messages=[], response_format=AttrsEvent), ParsedChatCompletion[AttrsEvent]
    )
    assert_type(
        await parse(model="m", messages=[], response_format=DictEvent), ParsedChatCompletion[DictEvent]
    )
    assert_type(await parse(model="m", messages=[], tools=[tool()]), ParsedChatCompletion[None])
    completion = await client.beta.chat.completions.parse(model="m", messages=[], response_format=Event)
    assert_type(completion.choices[0].message.parsed, Event | None)
    await parse(model="m", messages=[], response_format={"type": "json_object"})  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]  # hand-written schemas go to create()
    await parse(model="m", messages=[], stream=True)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]  # nothing streams here


async def responses(client: Client) -> None:
    parse = client.responses.parse
    assert_type(await parse(model="m", input="Hi", text_format=Event), ParsedResponse[Event])
    assert_type(await parse(model="m", input="Hi", text_format=Event, parse_as=None), ParsedResponse[Event])
    assert_type(await parse(model="m", input="Hi", parse_as=DataEvent), ParsedResponse[DataEvent])
    assert_type(
        await parse(model="m", input="Hi", text_format=Event, parse_as=DataEvent), ParsedResponse[DataEvent]
    )
    assert_type(await parse(model="m", input="Hi"), ParsedResponse[None])
    found = await parse(model="m", input="Hi", text_format=AttrsEvent)
    assert_type(found.output_parsed, AttrsEvent | None)


def tool() -> ChatCompletionFunctionToolParam:
    return pydantic_function_tool(Event, name="event", description="An event.")


def webhooks(client: Client, body: bytes, headers: dict[str, str]) -> UnwrapWebhookEvent:
    event = client.webhooks.unwrap(body, headers)
    if event.type == "response.completed":
        assert_type(event.data.id, str)
    client.webhooks.verify_signature(body, [(b"webhook-id", b"x")], secret="whsec_x", clock=lambda: 0.0)
    return event
