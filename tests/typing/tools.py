"""What type checkers make of runs with tools: checked by mypy and pyright, never run."""

from __future__ import annotations

from typing import assert_type

import pydantic

from triopenai import Client, pydantic_function_tool
from triopenai.tools import ChatToolRun, ResponseToolRun, Tool, ToolResult, ToolStep, tool
from triopenai.types.chat import ParsedChatCompletion
from triopenai.types.responses import ParsedResponse


class Event(pydantic.BaseModel):
    name: str


@tool
async def look(city: str) -> str:
    return city


@tool(timeout=5)
def add(a: int, b: int = 1) -> int:
    return a + b


async def plain(city: str) -> None: ...


async def tools() -> None:
    assert_type(await look("Lisbon"), str)
    assert_type(add(1, b=2), int)
    assert_type(tool(plain, name="other").timeout, float | None)
    await look(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # a text
    numbers: Tool[[int], int] = tool(abs)
    assert_type(numbers(1), int)


async def responses(client: Client) -> None:
    run_tools = client.responses.run_tools
    assert_type(run_tools(model="m", input="Hi", tools=[look, add, plain, Event]), ResponseToolRun[None])
    tools = [pydantic_function_tool(Event), {"type": "web_search"}]
    async with run_tools(model="m", input="Hi", tools=[look, *tools], text_format=Event) as run:
        assert_type(run, ResponseToolRun[Event])
        async for step in run:
            assert_type(step, ToolStep[ParsedResponse[Event]])
            assert_type(step.results, tuple[ToolResult, ...])
        async for event in run.events():
            if event.type == "response.output_text.delta":
                assert_type(event.delta, str)
            elif event.type == "step":
                assert_type(event, ToolStep[ParsedResponse[Event]])
        assert_type([text async for text in run.text_stream], list[str])
        assert_type(await run.get_final_response(), ParsedResponse[Event])
        assert_type((await run.get_final_response()).output_parsed, Event | None)
    run_tools(model="m", input="Hi", tools=[look], on_tool_error="ignore")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]  # one of two words


async def chat(client: Client) -> None:
    run_tools = client.chat.completions.run_tools
    assert_type(run_tools(model="m", messages=[], tools=[look]), ChatToolRun[None])
    async with run_tools(model="m", messages=[], tools=[look], response_format=Event) as run:
        assert_type([step.response async for step in run], list[ParsedChatCompletion[Event]])
        async for event in run.events():
            if event.type == "content.delta":
                assert_type(event.delta, str)
            elif event.type == "step":
                assert_type(event, ToolStep[ParsedChatCompletion[Event]])
        assert_type(await run.get_final_completion(), ParsedChatCompletion[Event])
    run_tools(model="m", messages=[])  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]  # tools are due


async def pages(client: Client) -> None:
    async with client.models.list().prefetch(2) as models:
        async for model in models:
            assert_type(model.id, str)
    assert_type([model.id for model in await client.models.list().collect(max_items=3)], list[str])
