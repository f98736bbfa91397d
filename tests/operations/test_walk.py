"""Every operation, with few arguments and with all, answered by the sandbox and read strictly."""

from __future__ import annotations

import importlib
import typing
import warnings
from typing import TYPE_CHECKING, cast

import pytest

from tests.support.arguments import keywords_of
from tests.support.objects import OPERATIONS, keywords_for, locate, prepare
from triopenai import AsyncPaginator, EventStream, HttpxBinaryResponseContent, open_client
from triopenai._helpers.agent_stream import AsyncAgentSessionEventStream
from triopenai._sansio.operation import Operation, PageOperation, Special, StreamOperation
from triopenai.testing import open_sandbox

if TYPE_CHECKING:
    import trio

    from tests.support.objects import Method

# The document says that only the assistant's messages are listed; the API lists the user's too.
LOOSE = {"chat.completions.messages.list"}


def type_of(reference: str) -> tuple[type, ...]:
    """The type that a reference names, as something to check instances against."""
    area, _, name = reference.partition(":")
    found = getattr(importlib.import_module(f"triopenai.types.{area}" if area else "triopenai.types"), name)
    return tuple(flat(found))


def flat(found: object) -> list[type]:
    """The classes of a union, an alias or a class."""
    members = typing.get_args(found)
    origin = typing.get_origin(found)
    if origin is typing.Annotated:
        return flat(members[0])
    if origin is typing.Literal:
        return [type(member) for member in members]
    if members and origin not in (list, dict):
        return [one for member in members for one in flat(member)]
    return [cast("type", origin or found)]


async def start_in_the_list(method: Method, positional: list[str], keywords: dict[str, object]) -> None:
    """Let the cursor of a list name an item that is there."""
    given = {name for name in ("after", "before", "page") if isinstance(keywords.get(name), str)}
    if given:
        rest = {name: value for name, value in keywords.items() if name not in given}
        first = await method(*positional, **rest)
        item = getattr(first, "data")[0]  # noqa: B009  # pages of any type
        for name in given:
            keywords[name] = getattr(item, "id", None) or getattr(first, "envelope").get("next")  # noqa: B009  # as above
        if "page" in given and not keywords["page"]:
            del keywords["page"]


@pytest.mark.parametrize("full", [False, True], ids=["minimal", "full"])
@pytest.mark.parametrize("name", sorted(OPERATIONS))
async def test_operation_is_answered_and_read_as_its_type(
    name: str, full: bool, autojump_clock: trio.testing.MockClock
) -> None:
    operation = OPERATIONS[name]
    async with (
        open_sandbox() as sandbox,
        open_client(
            **sandbox.client_options, admin_api_key=sandbox.admin_key, strict=name not in LOOSE
        ) as client,
    ):
        method = locate(client, operation)
        keywords = keywords_for(operation, method, full=full)
        keywords.pop("stream", None)
        with warnings.catch_warnings(record=operation.deprecated) as caught:
            warnings.simplefilter("always")
            identity = await prepare(client, operation, keywords)
            positional = [identity] if operation.path_params else []
            if isinstance(operation, PageOperation):
                await start_in_the_list(method, positional, keywords)
            result = method(*positional, **keywords, max_retries=0)
            value = await result
            await check(operation, result, value)
        if operation.deprecated:
            assert any(f"{name} is deprecated" in str(warning.message) for warning in caught or ())
        sent = sandbox.requests[-1]
        assert sent.method == operation.verb
        assert sent.path.count("/") == operation.path.partition("?")[0].count("/")
        assert set(operation.required) <= {*keywords, *operation.path_params}
        if full and not keywords_of(method).__name__.endswith("1"):  # one of several kinds of body
            assert set(operation.body) - {"stream"} <= set(keywords)


async def check(operation: Operation[object], result: object, value: object) -> None:
    """Whether a value has the type that the operation promises."""
    if isinstance(operation, PageOperation):
        assert isinstance(result, AsyncPaginator)
        items = getattr(value, "data")  # noqa: B009  # pages of any type
        assert items
        assert all(isinstance(item, type_of(operation.item)) for item in items)
    elif isinstance(operation, StreamOperation) and operation.stream_only:
        assert isinstance(value, EventStream)
        events = [event async for event in value]
        assert events
        assert all(isinstance(event, type_of(operation.event)) for event in events)
    elif operation.result == Special.NONE:
        assert value is None
    elif operation.result == Special.TEXT:
        assert isinstance(value, str)
    elif operation.result == Special.BINARY:
        assert isinstance(value, HttpxBinaryResponseContent)
        assert await value.read()
    else:
        assert isinstance(value, type_of(operation.result))


STREAMS = [
    one.name for one in OPERATIONS.values() if isinstance(one, StreamOperation) and not one.stream_only
]


@pytest.mark.parametrize("name", STREAMS)
async def test_operation_streams_events_of_its_type(
    name: str, autojump_clock: trio.testing.MockClock
) -> None:
    operation = cast("StreamOperation[object, object]", OPERATIONS[name])
    async with (
        open_sandbox() as sandbox,
        open_client(**sandbox.client_options, strict=True) as client,
    ):
        method = locate(client, operation)
        keywords = keywords_for(operation, method, full=False) | {"stream": True}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            identity = await prepare(client, operation, keywords)
            stream = await method(*([identity] if operation.path_params else []), **keywords, max_retries=0)
        assert isinstance(stream, (EventStream, AsyncAgentSessionEventStream))
        async with stream:
            events = [event async for event in stream]
    assert events
    assert all(isinstance(event, type_of(operation.event)) for event in events)
