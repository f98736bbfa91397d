from __future__ import annotations

import attrs
import pytest

from triopenai._tools.connection_classes import Event, write_module
from triopenai._tools.connection_table import load

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
        'LiveConnection(Connection["ServerEvent", "ClientEvent | ClientEventParam"]):',
        'ForksConnection(Connection["ForkServerEvent", "ForkClientEvent | ForkClientEventParam"]):',
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
    for kind in list(found)[:2]:
        assert "def talk(self) -> TalkEvents" in found[kind]


def test_only_what_nothing_derives_from_is_final() -> None:
    same = [event("a.x"), event("b.x")]
    text = write_module("live", {LIVE: [*same, event("b.y")], FORKS: same})
    assert "@final\nclass AEvents" in text
    assert "\n\n\nclass BEvents" in text
    assert "@final\nclass LiveConnectionB(BEvents)" in text


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
