"""Every method in its three forms: what each reads an answer into, and where it warns.

The methods and the names of their types are those of `tests/data/surface.jsonl`, the official client's.
"""

from __future__ import annotations

import importlib
import json
import typing
import warnings
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import attrs

from tests.support.arguments import arguments, keywords_of
from tests.support.fakes import FakeResponse, FakeTransport, answer, events
from tests.support.surface import ROWS, UNEXPORTED
from triopenai import AsyncPaginator, EventStream, HttpxBinaryResponseContent, OpenReply, Reply, open_client
from triopenai._helpers.agent_stream import AsyncAgentSessionEventStream
from triopenai.testing._instances import Instances, is_model, members, tag

if TYPE_CHECKING:
    from triopenai import Client

BYTES = b"\x00some bytes\xff"
FORMS = ("plain", "raw", "open")


@attrs.frozen
class Case:
    """A method, and what it is answered with.

    Attributes:
        name: The method's dotted path.
        kind: "binary", "text", "none", "page", "stream" or "value".
        type: What an answer, an item or an event has to be.
        keywords: The arguments.
        positional: The path parameter.
        deprecated: Whether the official client warns.
    """

    name: str
    kind: Literal["binary", "text", "none", "page", "stream", "value"]
    type: object
    keywords: dict[str, object]
    positional: list[str]
    deprecated: bool

    def sent_type(self) -> object:
        """The type, or that of an event which does not tell of a failure."""
        options = [one for one in members(self.type) if is_model(one)]
        return next(
            (one for one in options if "error" not in (tag(one, "type"), tag(one, "event"))), self.type
        )

    def reply(self) -> FakeResponse:
        """What the API would answer."""
        if self.kind in ("binary", "text", "none"):
            body = {"binary": BYTES, "text": b"some text", "none": b""}[self.kind]
            return FakeResponse(200, {"content-type": "application/octet-stream"}, [body] if body else [])
        made = Instances(1_700_000_000, "{}_1".format).build(self.sent_type())
        assert isinstance(made, dict)
        if self.kind == "stream" and "event" in made:
            lines = f"event: {made['event']}\ndata: {json.dumps(made['data'])}\n\nevent: done\n"
            return events(lines.encode())
        if self.kind == "stream":
            return events(made)
        envelope = {"object": "list", "data": [made, made], "has_more": False}
        return answer(envelope if self.kind == "page" else made)


def type_of(name: str) -> object:
    module, _, attribute = UNEXPORTED.get(name, name).rpartition(".")
    return getattr(importlib.import_module(f"triopenai.{module}"), attribute)


def classes_of(found: object) -> tuple[type, ...]:
    """What an instance of a type can be an instance of."""
    plain = (typing.get_origin(member) or member for member in members(found))
    return tuple(member if isinstance(member, type) else str for member in plain)


def cases_of(client: Client, row: list[Any]) -> list[Case]:
    """A method's case, and another if it can stream."""
    name, _, _, path_params, _, _, returns, extra = row
    keywords = arguments(keywords_of(attrgetter(name)(client)), full=False)
    positional = ["id_1"] if path_params else []

    def case(kind: Any, reference: str | None, **more: object) -> Case:
        found = None if reference is None else type_of(reference)
        deprecated = "deprecated" in extra
        return Case(name, kind, found, {**keywords, **more}, positional, deprecated=deprecated)

    if extra.get("stream_only"):
        return [case("stream", extra["stream"])]
    special = {None: "none", "str": "text", "binary": "binary"}
    if returns in special:
        found = [case(special[returns], None)]
    elif returns.endswith("]"):
        found = [case("page", returns.removesuffix("]").partition("[")[2])]
    else:
        found = [case("value", returns)]
    if "stream" in extra:
        found.append(case("stream", extra["stream"], stream=True))
    return found


async def answers_of(client: Client, case: Case, form: str) -> list[object]:
    """What a form of a method's call gives: the value, the items of a page, the events of a stream."""
    owner, _, method = case.name.rpartition(".")
    view = {"plain": owner, "raw": f"{owner}.with_raw_response", "open": f"{owner}.with_streaming_response"}
    call = attrgetter(f"{view[form]}.{method}")(client)
    if form == "open":
        async with call(*case.positional, **case.keywords) as opened:
            assert isinstance(opened, OpenReply)
            assert opened.status_code == 200
            return await parts_of(await opened.parse())
    result: object = call(*case.positional, **case.keywords)
    assert (case.kind == "page") is isinstance(result, AsyncPaginator) or form == "raw"
    value = await result  # type: ignore[misc]  # all that a method gives can be awaited
    if form == "raw":
        assert isinstance(value, Reply)
        assert value.status_code == 200
        value = value.parse()
    return await parts_of(value)


async def parts_of(value: object) -> list[object]:
    if isinstance(value, (EventStream, AsyncAgentSessionEventStream)):
        async with value:
            return [event async for event in value]
    if isinstance(value, HttpxBinaryResponseContent):
        return [await value.read()]
    data = getattr(value, "data", None)
    return list(data) if type(value).__name__.endswith("Page") and data else [value]


def wrong_with(case: Case, parts: list[object]) -> str | None:
    """What is not as it should be in what a call gave."""
    if case.kind in ("none", "text", "binary"):
        due = {"none": [None], "text": ["some text"], "binary": [BYTES]}[case.kind]
        return None if parts == due else f"{parts} instead of {due}"
    number = 2 if case.kind == "page" else 1
    if len(parts) != number:
        return f"{len(parts)} parts instead of {number}"
    due_types = classes_of(case.type)
    return (
        None if all(isinstance(part, due_types) for part in parts) else f"{parts[0]!r:.100} is no {case.type}"
    )


async def test_every_method_reads_its_type_and_warns_in_each_form() -> None:
    wrong: list[str] = []
    called = 0
    transport = FakeTransport([])
    async with open_client(
        transport=transport, api_key="k", admin_api_key="a", base_url="https://api.test/v1", strict=True
    ) as client:
        for row in ROWS:
            for case in cases_of(client, row):
                for form in FORMS:
                    called += 1
                    transport.script.append(case.reply())
                    where = f"{case.name} ({case.kind}, {form})"
                    with warnings.catch_warnings(record=True) as caught:
                        warnings.simplefilter("always")
                        try:
                            problem = wrong_with(case, await answers_of(client, case, form))
                        except Exception as error:  # noqa: BLE001  # the list is to be complete
                            problem = repr(error)
                    places = [(Path(one.filename), one.category) for one in caught]
                    due = [(Path(__file__), DeprecationWarning)] if case.deprecated else []
                    wrong += [f"{where}: {problem}"] if problem else []
                    wrong += [f"{where}: warned at {places}"] if places != due else []
    assert called == 3 * (len(ROWS) + 14)
    assert not wrong, "\n".join(wrong)
