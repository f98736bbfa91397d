"""Calls of tools: beside each other, in time or out of it, and what the model or the caller is told."""

from __future__ import annotations

import json
import pickle
import threading
from typing import Any

import pytest
import trio

from tests.support.tools import ARGUMENTS, Weather, bodies, called, chat, chatted, fake, look, respond
from triopenai import ToolCallError
from triopenai.tools import tool


@pytest.mark.parametrize(("limit", "seconds"), [(1, 5), (2, 3), (5, 1), (8, 1)])
async def test_calls_run_beside_each_other_up_to_the_limit(
    limit: int, seconds: float, autojump_clock: trio.testing.MockClock
):
    cities = [("look", json.dumps({"city": str(number)})) for number in range(5)]
    async with fake(called(*cities), called()) as (client, _), respond(client, tool_limit=limit) as run:
        began = trio.current_time()
        step = await anext(run)
        assert trio.current_time() - began == pytest.approx(seconds)
    assert [result.output for result in step.results] == [f"blue over {number}" for number in range(5)]


async def test_call_out_of_time_is_told_to_the_model(autojump_clock: trio.testing.MockClock):
    @tool(timeout=7)
    async def patient(city: str) -> str:
        await trio.sleep(6)
        return city

    async def slow(city: str) -> None:
        await trio.sleep_forever()

    calls = [("slow", ARGUMENTS), ("patient", ARGUMENTS)]
    async with (
        fake(called(*calls), called()) as (client, _),
        respond(client, slow, patient, tool_timeout=3) as run,
    ):
        late, good = (await anext(run)).results
    assert late.output == "TooSlowError: slow was not done within its 3 seconds"
    assert isinstance(late.error, trio.TooSlowError)
    assert late.seconds == pytest.approx(3)
    assert (good.output, good.error) == ("Lisbon", None)


async def test_sync_functions_run_in_threads():
    main = threading.get_ident()
    both = threading.Barrier(2, timeout=10)

    def meet(city: str) -> bool:
        both.wait()
        return threading.get_ident() != main

    calls = [("meet", ARGUMENTS), ("meet", ARGUMENTS)]
    async with fake(called(*calls), called()) as (client, _), respond(client, meet) as run:
        step = await anext(run)
    assert [result.output for result in step.results] == ["true", "true"]


async def test_sync_function_can_be_left_to_itself_when_cancelled():
    release = threading.Event()
    done = threading.Event()

    @tool(abandon_on_cancel=True, timeout=0.01)
    def block(city: str) -> None:
        release.wait(10)
        done.set()

    async with fake(called(("block", ARGUMENTS)), called()) as (client, _), respond(client, block) as run:
        (result,) = (await anext(run)).results
    assert isinstance(result.error, trio.TooSlowError)
    assert not done.is_set()
    release.set()
    assert await trio.to_thread.run_sync(done.wait, 10)


async def fail(city: str) -> str:
    msg = f"no {city} for sk-abcdefghijklmnopqrstuvwx"
    raise RuntimeError(msg)


async def odd(city: str) -> object:
    return object()


async def nothing(city: str) -> None:
    pass


async def data(city: str) -> list[Weather]:
    return [Weather(summary=city)]


@pytest.mark.parametrize(
    ("name", "arguments", "output"),
    [
        ("nothing", ARGUMENTS, ""),
        ("data", ARGUMENTS, '[{"summary":"Lisbon"}]'),
        ("fail", ARGUMENTS, "RuntimeError: no Lisbon for "),
        ("odd", ARGUMENTS, "a tool gave object, which JSON has no place for"),
        (
            "unknown",
            ARGUMENTS,
            "ToolCallError: There is no tool 'unknown'; there are: nothing, data, fail, odd",
        ),
        ("data", '{"city": 1}', "The arguments of data do not fit: city: Input should be a valid string"),
        ("data", "", "city: Field required"),
        ("data", '{"city": ', "JSON: Invalid JSON"),
    ],
)
async def test_model_is_told_what_became_of_a_call(name: str, arguments: str, output: str):
    tools = [nothing, data, fail, odd]
    async with (
        fake(called((name, arguments)), called()) as (client, transport),
        respond(client, *tools) as run,
    ):
        await run.until_done()
    told = bodies(transport)[1]["input"][0]["output"]
    assert output in told
    assert "sk-abc" not in told
    result = run.steps[0].results[0]
    assert result.output == told
    assert (result.error is None) == (name in {"nothing", "data"} and arguments == ARGUMENTS)


IMAGE = {"type": "input_image", "image_url": "data:image/png;base64,AAAA"}


async def picture() -> list[object]:
    return [{"type": "input_text", "text": "The sky"}, IMAGE]


async def plain() -> list[object]:
    return [{"type": "other"}]


async def test_parts_of_content_are_told_as_such():
    tools = [("picture", "{}"), ("plain", "{}")]
    async with (
        fake(called(*tools), called(), chatted(*tools), chatted()) as (client, transport),
        respond(client, picture, plain) as run,
        chat(client, picture, plain) as other,
    ):
        await run.until_done()
        await other.until_done()
    text = json.dumps(await picture(), separators=(",", ":"))
    assert [one["output"] for one in bodies(transport)[1]["input"]] == [await picture(), '[{"type":"other"}]']
    assert [one["content"] for one in bodies(transport)[3]["messages"][2:]] == [text, '[{"type":"other"}]']
    assert run.steps[0].results[0].output == text


@pytest.mark.parametrize(
    ("name", "arguments", "output"),
    [("look", {"city": "Lisbon"}, "blue over Lisbon"), ("now", None, "noon"), ("now", "", "noon")],
)
async def test_arguments_of_loose_servers_are_read_too(
    name: str, arguments: Any, output: str, autojump_clock: trio.testing.MockClock
):
    def now() -> str:
        return "noon"

    for start, script in ((respond, called), (chat, chatted)):
        async with fake(script((name, arguments)), script()) as (client, _), start(client, look, now) as run:
            await run.until_done()
        assert run.steps[0].results[0].output == output


@pytest.mark.parametrize("at", range(3))
async def test_error_that_is_raised_cancels_the_other_calls(at: int, autojump_clock: trio.testing.MockClock):
    ended: list[str] = []

    async def wait(city: str) -> None:
        try:
            await trio.sleep_forever()
        finally:
            ended.append(city)

    async def fail_late(city: str) -> None:
        await trio.sleep(1)
        await fail(city)

    calls = [("wait", ARGUMENTS)] * 3
    calls[at] = ("fail_late", ARGUMENTS)
    tools = [wait, fail_late]
    async with fake(called(*calls)) as (client, _), respond(client, *tools, on_tool_error="raise") as run:
        with pytest.raises(RuntimeError, match="no Lisbon") as info:
            await anext(run)
        assert f"raised by call_{at}, a call of the tool 'fail_late'" in info.value.__notes__
        assert ended == ["Lisbon", "Lisbon"]
        with pytest.raises(trio.ClosedResourceError, match="tools of a step failed"):
            await anext(run)
    assert run.steps == ()
    assert run.response is not None
    assert run.usage.requests == 1


@pytest.mark.parametrize(
    ("name", "arguments", "kind"),
    [("unknown", ARGUMENTS, ToolCallError), ("look", "{}", ToolCallError), ("slow", "{}", trio.TooSlowError)],
)
async def test_call_that_cannot_be_made_is_raised_too(
    name: str, arguments: str, kind: type[Exception], autojump_clock: trio.testing.MockClock
):
    async def slow() -> None:
        await trio.sleep_forever()

    async with (
        fake(called((name, arguments))) as (client, _),
        respond(client, look, slow, on_tool_error="raise", tool_timeout=2) as run,
    ):
        with pytest.raises(kind) as info:
            await run.until_done()
    if isinstance(info.value, ToolCallError):
        again = pickle.loads(pickle.dumps(info.value))
        assert (again.tool_name, again.call_id, again.arguments) == (name, "call_0", arguments)
