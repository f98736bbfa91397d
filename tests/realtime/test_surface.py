"""Every row of the official inventory: `connect` of each resource, and each method of open connections."""

from __future__ import annotations

import inspect
import json
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, final

import pytest

from tests.support.fakes import FakeTransport
from triopenai import open_client, realtime
from triopenai._tools.areas import class_name
from triopenai._tools.connection_table import load, parse
from triopenai.realtime._dispatch import Handlers

if TYPE_CHECKING:
    from triopenai.realtime import Connection

DATA = Path(__file__).parents[1] / "data" / "connections.jsonl"
PLAIN = {"on", "off", "once", "parse_event"}


class Row(NamedTuple):
    resource: str
    method: str
    positional: list[str]
    keyword: list[str]
    is_async: bool
    sends: str | None


ROWS = [Row(*json.loads(line)) for line in DATA.read_text(encoding="utf-8").splitlines()]
KINDS = {kind.resource: kind for kind in load()}
OPENS = [row for row in ROWS if row.method == "connect" and row.sends is None and not row.is_async]
METHODS = [row for row in ROWS if row not in OPENS]


@final
class Recorder:
    """A session that keeps what is sent."""

    def __init__(self) -> None:
        self.sent: list[str | bytes] = []

    async def send(self, message: str | bytes) -> None:
        self.sent.append(message)


def connection_of(resource: str) -> tuple[Any, Recorder]:
    session = Recorder()
    kind: Any = getattr(realtime, KINDS[resource].name)
    return kind(session, Handlers(), max_size=1 << 20, strict=False), session


def test_inventory_is_whole() -> None:
    assert len(METHODS) == 136
    assert len(OPENS) == 8


@pytest.mark.parametrize("row", OPENS, ids=lambda row: row.resource)
async def test_connect_has_the_official_signature(row: Row) -> None:
    async with open_client(api_key="sk-1", transport=FakeTransport([])) as client:
        owner: Any = client
        for step in row.resource.split("."):
            owner = getattr(owner, step)
        parameters = inspect.signature(owner.connect).parameters
        positional = [name for name, one in parameters.items() if one.kind is one.POSITIONAL_OR_KEYWORD]
        keywords = [name for name, one in parameters.items() if one.kind is one.KEYWORD_ONLY]
        assert positional == row.positional
        assert [name for name in keywords if name not in {"extra_query", "extra_headers"}] == row.keyword
        needed = {name: "x" for name, one in parameters.items() if one.default is one.empty}
        manager = owner.connect(**needed)
        assert isinstance(manager, realtime.ConnectionManager)
        assert f"{row.resource}.connect()" in repr(manager)
        with pytest.raises(AttributeError, match="no call 'connect'"):
            _ = owner.with_raw_response.connect


async def test_connection_methods_are_the_official_ones() -> None:
    for row in METHODS:
        resource, _, group = row.resource.partition(".connection")
        connection, session = connection_of(resource)
        owner = connection
        for step in group.split(".")[1:]:
            owner = getattr(owner, step)
        method = getattr(owner, row.method)
        assert inspect.iscoroutinefunction(method) == row.is_async, row
        if row.sends is None:
            parameters = inspect.signature(method).parameters
            names = [name for name, one in parameters.items() if one.kind is one.POSITIONAL_OR_KEYWORD]
            assert names == row.positional, row
            assert [name for name in parameters if name not in names] == row.keyword, row
            continue
        await check_sending(KINDS[resource].module, row, method, session)


async def check_sending(module: str, row: Row, method: Any, session: Recorder) -> None:
    """A method sends its event with its keywords, takes the official ones, and refuses others."""
    assert row.sends is not None
    home = import_module(f"triopenai.realtime.connections.{module}")
    event = getattr(home, row.sends.replace(".", "_").upper())
    assert {*event.required, *event.optional} == set(row.keyword), row
    if row.keyword:
        args = import_module(f"triopenai.realtime.connections._args.{module}")
        assert set(getattr(args, f"{class_name(row.sends)}Args").__annotations__) == set(row.keyword), row
    given = dict.fromkeys(row.keyword, "x")
    await method(**given)
    assert json.loads(session.sent.pop()) == {"type": row.sends, **given}, row
    with pytest.raises(TypeError, match=rf"{row.sends}\(\) has no keyword 'nonsense'"):
        await method(**given, nonsense=1)
    if event.required:
        with pytest.raises(TypeError, match=rf"{row.sends}\(\) needs the keyword"):
            await method()
    assert session.sent == []


def test_connections_name_types_that_exist() -> None:
    for kind in KINDS.values():
        connection: Connection[object, Any] = connection_of(kind.resource)[0]
        event = connection.parse_event(
            '{"type": "error", "event_id": "e", "error": {"type": "t", "message": "m"}}'
        )
        assert event.type == "error"  # type: ignore[attr-defined]  # every union has it


def test_connection_table_refuses_other_lines() -> None:
    with pytest.raises(ValueError, match="not a line of connections"):
        parse("realtime\tRealtimeConnection")
