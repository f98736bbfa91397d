from __future__ import annotations

import pytest

from triopenai._tools.params import Field, ParamsBook

TEXT = """
from __future__ import annotations
from typing import Literal, Required, TypeAlias, TypedDict
from triopenai.types.shared._params import Metadata

class Base(TypedDict, total=False):
    model: Required[str | Literal["a", "b"]]
    metadata: Metadata | None

class Streaming(Base, total=False):
    stream: Required[Literal[True]]

Either: TypeAlias = Base | Streaming
"""
SHARED = """
from typing import TypeAlias
Metadata: TypeAlias = dict[str, str]
"""
BOOK = ParamsBook(
    {"types/chat/_params.py": TEXT, "types/shared/_params.py": SHARED, "types/chat/_models.py": "?"}
)
CHAT = "triopenai.types.chat"


def plain(module: str, name: str) -> str:
    return name


def test_place_follows_imports() -> None:
    assert BOOK.place(CHAT, "Base") == (f"{CHAT}._params", "Base")
    assert BOOK.place(CHAT, "Metadata") == ("triopenai.types.shared._params", "Metadata")
    with pytest.raises(LookupError):
        BOOK.place(CHAT, "Absent")


def test_fields_include_inherited_ones() -> None:
    fields = BOOK.fields(CHAT, "Streaming")
    assert {key: field.required for key, field in fields.items()} == {
        "model": True,
        "metadata": False,
        "stream": True,
    }
    assert fields["metadata"].names == {"Metadata": ("triopenai.types.shared._params", "Metadata")}
    assert fields["model"].lines("model", plain) == ['model: Required[str | Literal["a", "b"]]']
    with pytest.raises(TypeError, match="not a class"):
        BOOK.fields(CHAT, "Either")


def test_field_lines_take_the_names_that_are_known_there() -> None:
    field = BOOK.fields(CHAT, "Base")["metadata"]
    assert field.lines("metadata", lambda module, name: f"Shared{name}") == [
        "metadata: SharedMetadata | None"
    ]


def test_base_is_the_largest_class_that_holds_nothing_else() -> None:
    keys = "\n".join(f"    key{number}: int" for number in range(6))
    text = f"class Small(TypedDict):\n{keys}\nclass Large(Small):\n    name: str\n"
    book = ParamsBook({"types/chat/_params.py": text})
    fields = book.fields(CHAT, "Large")
    assert book.base_of(CHAT, fields) == "Large"
    assert book.base_of(CHAT, {**fields, "name": Field.of("int", required=True)}) == "Small"
    assert book.base_of(CHAT, {"name": fields["name"]}) is None


def test_members_of_a_union() -> None:
    assert BOOK.members(CHAT, "Either") == ["Base", "Streaming"]
    assert BOOK.members(CHAT, "Base") == []


def test_field_lines_break_where_a_formatter_would() -> None:
    values = ", ".join(f'"value-number-{number}"' for number in range(8))
    field = Field.of(f"str | Literal[{values}]", required=True)
    assert field.lines("model", plain)[:5] == [
        "model: Required[",
        "    str",
        "    | Literal[",
        '        "value-number-0",',
        '        "value-number-1",',
    ]
