from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import triopenai
from triopenai._tools.connection_classes import Event, write_module
from triopenai._tools.connection_table import load

MODULES = Path(triopenai.__file__).parent / "realtime" / "connections"
LIVE, FORKS, *_ = (kind for kind in load() if kind.module == "live")


def event(name: str, *optional: str, typed: str = "") -> Event:
    return Event(type=name, required=(), optional=optional, arguments=f"{typed}Args" if optional else None)


def classes(text: str) -> dict[str, str]:
    """The bodies of the classes, by the lines that begin them."""
    blocks = text.split("\nclass ")[1:]
    return {block.partition("\n")[0]: block for block in blocks}


def test_what_kinds_have_in_common_stands_once() -> None:
    same = [event("item.add", "id"), event("item.note.drop")]
    found = classes(
        write_module(
            "live",
            {
                LIVE: [*same, event("item.set", "id"), event("talk.begin", "id")],
                FORKS: [*same, event("item.set", "id", typed="Forks"), event("talk.begin", "id")],
            },
        )
    )
    assert list(found) == [
        "AnyConnection(Connection[ServerT, ClientT]):",
        'LiveConnection(AnyConnection["ServerEvent", "ClientEvent | ClientEventParam"]):',
        'ForksConnection(AnyConnection["ForkServerEvent", "ForkClientEvent | ForkClientEventParam"]):',
        "ItemEvents(ConnectionResource):",
        "ItemNoteEvents(ConnectionResource):",
        "TalkEvents(ConnectionResource):",
        "ForksConnectionItem(ItemEvents):",
        "LiveConnectionItem(ItemEvents):",
    ]
    assert "def add(" in found["ItemEvents(ConnectionResource):"]
    assert "def note(self) -> ItemNoteEvents" in found["ItemEvents(ConnectionResource):"]
    assert "def set(self, **event: Unpack[args.ForksArgs])" in found["ForksConnectionItem(ItemEvents):"]
    assert "def add(" not in found["ForksConnectionItem(ItemEvents):"]
    assert "def talk(self) -> TalkEvents" in found["AnyConnection(Connection[ServerT, ClientT]):"]


def test_only_what_nothing_derives_from_is_final() -> None:
    same = [event("a.x"), event("b.x")]
    text = write_module("live", {LIVE: [*same, event("b.y")], FORKS: same})
    assert "@final\nclass AEvents" in text
    assert "\n\n\nclass BEvents" in text
    assert "@final\nclass LiveConnectionB(BEvents)" in text


def test_what_all_connections_have_is_in_their_base() -> None:
    found = classes(write_module("live", {LIVE: [event("a.x"), event("b.x")], FORKS: [event("a.x")]}))
    assert "def a(self) -> AEvents" in found["AnyConnection(Connection[ServerT, ClientT]):"]
    (live,) = (body for head, body in found.items() if head.startswith("LiveConnection(AnyConnection["))
    assert "def a(" not in live
    assert "def b(self) -> LiveConnectionB" in live


def test_body_of_a_call_is_not_spelled_out_again() -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in MODULES.glob("*responses.py")}
    assert "(*RESPONSES_CREATE.body," in files["responses.py"]
    assert "(*BETA_RESPONSES_CREATE.body," in files["beta_responses.py"]


def test_a_module_of_one_kind_shares_nothing() -> None:
    found = classes(write_module("live", {LIVE: [event("a.x")]}))
    assert "LiveConnectionA(ConnectionResource):" in found


def test_one_type_with_two_sets_of_fields_is_refused() -> None:
    with pytest.raises(ValueError, match=r"a\.x has not the same fields"):
        write_module("live", {LIVE: [event("a.x", "id")], FORKS: [event("a.x")]})


def test_kinds_of_a_module_share_nothing_that_differs_in_type() -> None:
    other = attrs.evolve(event("a.x", "id"), arguments="OtherArgs")
    text = write_module("live", {LIVE: [event("a.x", "id")], FORKS: [other]})
    assert "AEvents" not in text
