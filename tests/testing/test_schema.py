from __future__ import annotations

import re
from typing import Any

import pytest

from triopenai.testing._schema import instance
from triopenai.testing._text import compose, content_text, tokens
from triopenai.testing._tools import Tool, ToolChoice, decide


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "string"}, "value"),
        ({"type": "string", "minLength": 8}, "valuexxx"),
        ({"type": "string", "maxLength": 2}, "va"),
        ({"type": "string", "format": "date"}, "2025-06-15"),
        ({"type": "integer"}, 1),
        ({"type": "integer", "minimum": 7}, 7),
        ({"type": "integer", "exclusiveMinimum": 7}, 8),
        ({"type": "integer", "minimum": 3, "multipleOf": 5}, 5),
        ({"type": "integer", "maximum": -4}, -4),
        ({"type": "number", "minimum": 0, "maximum": 1}, 0),
        ({"type": "boolean"}, True),
        ({"type": "null"}, None),
        ({"type": ["null", "integer"]}, 1),
        ({"const": "x"}, "x"),
        ({"enum": [3, 4]}, 3),
        ({"anyOf": [{"type": "null"}, {"type": "boolean"}]}, True),
        ({"type": "array", "items": {"type": "integer"}}, [1, 1]),
        ({"type": "array", "items": {"type": "integer"}, "minItems": 3}, [1, 1, 1]),
        ({"type": "array", "items": {"type": "integer"}, "maxItems": 1}, [1]),
        ({"type": "array", "prefixItems": [{"type": "string"}, {"type": "null"}]}, ["value", None]),
        ({"type": "object", "properties": {"a": {"type": "string"}}}, {"a": "a"}),
        ({"properties": {"a": {"type": "null"}}}, {"a": None}),
        (
            {
                "allOf": [
                    {"type": "object", "properties": {"a": {"const": 1}}},
                    {"properties": {"b": {"const": 2}}},
                ]
            },
            {"a": 1, "b": 2},
        ),
        ({}, "value"),
    ],
)
async def test_instance_fits_the_schema(schema, value):
    assert instance(schema) == value


@pytest.mark.parametrize("pattern", [r"^\d{4}$", r"^@\w+$", r"^[A-Z]{2}$", r"^#[0-9a-f]{6}$"])
async def test_instance_tries_to_match_patterns(pattern):
    found = instance({"type": "string", "pattern": pattern})
    assert isinstance(found, str)
    assert re.search(pattern, found)


async def test_instance_ends_for_schemas_that_hold_themselves():
    node: dict[str, Any] = {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "children": {"type": "array", "items": {"$ref": "#/$defs/node"}},
            "next": {"anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]},
            "other": {"$ref": "#/$defs/node"},
        },
        "required": ["name", "children", "next"],
    }
    found = instance({"$ref": "#/$defs/node", "$defs": {"node": node}})
    assert found == {"name": "name", "children": [], "next": None}
    endless = {"properties": {"more": {"$ref": "#"}}, "required": ["more"]}
    assert isinstance(instance(endless), dict)


async def test_instance_takes_a_name_from_the_question():
    schema = {"type": "object", "properties": {"city": {"type": "string"}}}
    assert instance(schema, "What is the weather in Paris?") == {"city": "Paris"}
    assert instance(schema, "What is the weather?") == {"city": "city"}


async def test_text_depends_on_question_and_choice_only():
    assert compose("a", 0) == compose("a", 0)
    assert len({compose("a", 0), compose("a", 1), compose("b", 0)}) == 3
    assert len(compose("a story", 0)) > 300
    for text in (compose("a story", 0), "  x\n\ny ", "", "ünïcode 😀"):
        assert "".join(tokens(text)) == text


async def test_content_is_read_from_strings_and_parts():
    assert content_text("a") == "a"
    assert content_text([{"type": "text", "text": "a"}, {"type": "image"}, {"text": "b"}]) == "a b"
    assert content_text(None) == ""


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("please get_weather", ["get_weather"]),
        ("how is the weather", ["get_weather"]),
        ("weathered", []),
        ("send the email", ["send_email"]),
        ("the email", []),
    ],
)
async def test_tools_are_named_by_their_words(question, names):
    tools = [Tool("get_weather", {"type": "object"}), Tool("send_email", {"type": "object"})]
    calls = decide(tools, ToolChoice(), question, parallel=True, answered=False)
    assert [call.tool.name for call in calls] == names
