"""What the type generator makes of schemas, on documents of a few lines."""

from __future__ import annotations

from typing import TypeAlias

import attrs
import pytest

from triopenai._tools.definitions import Modules, in_order
from triopenai._tools.document import JsonObject
from triopenai._tools.names import Entry, Names, read_names
from triopenai._tools.render import ParamsRenderer, Renderer
from triopenai._tools.shapes import Resolver
from triopenai._tools.write_models import define_models
from triopenai._tools.write_params import define_params

Schemas: TypeAlias = dict[str, JsonObject]

ROOT = "#/components/schemas/"


def tag(value):
    return {"type": "string", "enum": [value]}


def thing(value, *required, **properties):
    return {
        "type": "object",
        "properties": {"type": tag(value), **properties},
        "required": ["type", *required],
    }


def entry(name, kind="m", *, area="area", side=None, exported=True, main=True, schema=None, operation=""):
    return Entry(
        area=area,
        name=name,
        kind=kind,
        side=side or ("p" if kind == "p" else "m"),
        pointer=schema if schema and schema.startswith("#") else ROOT + (schema or name),
        official=name,
        definition="d",
        exported=exported,
        main=main,
        operation=operation,
    )


def resolver(schemas, *entries, paths=None):
    return Resolver({"paths": paths or {}, "components": {"schemas": schemas}}, Names(entries))


def written(schema, *, side="m", schemas=None, entries=()):
    made = resolver({"X": schema, **(schemas or {})}, *entries)
    renderer = Renderer(made, "area", "m") if side == "m" else ParamsRenderer(made, "area", "p")
    return renderer.shape(made.shape(ROOT + "X", side, "area"))


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ({"type": "string"}, "str"),
        ({"type": "integer", "format": "unixtime"}, "int"),
        ({"type": "number", "nullable": True}, "float | None"),
        ({"anyOf": [{"type": "boolean"}, {"type": "null"}]}, "bool | None"),
        ({"allOf": [{"type": "string"}, {"nullable": True}]}, "str"),
        ({"type": "string", "enum": ["a", None, 'b"c']}, 'Literal["a", "b\\"c"] | None'),
        ({"const": "a"}, 'Literal["a"]'),
        ({"anyOf": [tag("a"), {"type": "string"}, tag("b")]}, 'str | Literal["a", "b"]'),
        ({"type": "array", "items": {"type": "integer"}}, "list[int]"),
        ({"type": "array"}, "list[object]"),
        ({"type": "object"}, "dict[str, object]"),
        (
            {"type": "object", "additionalProperties": {"type": "number", "nullable": True}},
            "dict[str, float | None]",
        ),
        ({}, "object"),
        ({"type": "string", "format": "binary"}, "str"),
    ],
)
def test_shape_of_plain_schemas(schema, text):
    assert written(schema) == text


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ({"type": "string", "format": "binary"}, "FileTypes"),
        ({"type": "array", "items": {"type": "string"}}, "SequenceNotStr[str]"),
        ({"type": "array", "items": {"type": "integer"}}, "Iterable[int]"),
    ],
)
def test_shape_of_request_schemas(schema, text):
    assert written(schema, side="p") == text


def test_union_of_tagged_objects_is_marked():
    text = written(
        {"oneOf": [{"$ref": ROOT + "A"}, {"$ref": ROOT + "B"}, {"type": "string"}]},
        schemas={"A": thing("a"), "B": thing("b")},
        entries=(entry("A"), entry("B")),
    )
    assert text == 'str | Annotated[A | B, OneOf("type")]'


def test_union_with_one_value_twice_takes_a_second_tag():
    text = written(
        {"oneOf": [{"$ref": ROOT + name} for name in "ABC"]},
        schemas={"A": thing("m", role=tag("u")), "B": thing("m", role=tag("s")), "C": thing("c")},
        entries=map(entry, "ABC"),
    )
    assert text == 'Annotated[A | B | C, OneOf("type", "role")]'


def test_union_without_tags_is_left_to_pydantic():
    schemas = {name: {"properties": {name: {"type": "string"}}} for name in "AB"}
    text = written(
        {"oneOf": [{"$ref": ROOT + "A"}, {"$ref": ROOT + "B"}]},
        schemas=schemas,
        entries=map(entry, "AB"),
    )
    assert text == "A | B"


def test_properties_merge_all_of_and_references():
    made = resolver(
        {
            "Base": {"properties": {"a": {}, "b": {}}, "required": ["a", "leftover"]},
            "X": {
                "allOf": [
                    {"$ref": ROOT + "Base"},
                    {"properties": {"b": {"type": "string"}, "c": {}}, "required": ["c"]},
                ]
            },
        }
    )
    found = [(prop.name, prop.required) for prop in made.properties(ROOT + "X")]
    assert found == [("a", True), ("b", False), ("c", True)]


def test_models_write_optional_fields_aliases_and_facts():
    schemas = {
        "X": {
            "properties": {
                "at": {"type": "integer", "format": "unixtime"},
                "schema": {"type": "string"},
                "a.b": {"type": "string", "nullable": True, "deprecated": True},
                "str": {"type": "string"},
            },
            "required": ["at", "schema", "a.b"],
        }
    }
    text = define_models(resolver(schemas, entry("X")), "area", {})["X"].text
    assert '    at: int\n    """Unix seconds."""' in text
    assert '    schema_: builtins.str = Field(alias="schema")' in text
    assert '    a_b: builtins.str | None = Field(alias="a.b", default=None)\n    """Deprecated."""' in text
    assert "    str: builtins.str | None = None" in text


def test_models_quote_what_refers_to_itself():
    schemas = {"X": {"properties": {"inner": {"type": "array", "items": {"$ref": ROOT + "X"}}}}}
    definition = define_models(resolver(schemas, entry("X")), "area", {})["X"]
    assert '    inner: "list[X] | None" = None' in definition.text
    assert definition.order == frozenset()


def test_models_of_one_schema_twice_are_derived():
    schemas: Schemas = {"X": {"properties": {"a": {}}}}
    made = define_models(resolver(schemas, entry("X"), entry("Y", main=False, schema="X")), "area", {})
    assert "class Y(X):" in made["Y"].text


def test_mixins_replace_fields():
    schemas = {"X": {"properties": {"a": {"type": "string"}, "text": {"type": "string"}}}}
    made = define_models(resolver(schemas, entry("X")), "area", {"area:X": "module:Mixin,text"})
    assert "class X(Mixin, BaseModel):" in made["X"].text
    assert "text:" not in made["X"].text


def test_params_hold_the_keywords_of_a_method():
    path = "/a/{a_id}/b/{b_id}?beta=true"
    operation = {
        "parameters": [
            {"name": "b_id", "in": "path", "required": True, "schema": {"type": "string"}},
            {"name": "a_id", "in": "path", "required": True, "schema": {"type": "string"}},
            {"name": "include[]", "in": "query", "schema": {"type": "string"}},
            {"name": "beta", "in": "query", "schema": {"type": "boolean"}},
            {"name": "openai-beta", "in": "header", "schema": {"type": "string"}},
            {"name": "OpenAI-Beta", "in": "header", "schema": tag("fixed")},
        ],
    }
    body = {"properties": {"n": {"type": "integer", "minimum": 1, "maximum": 9, "default": 2}}}
    made = resolver(
        {"Body": body},
        entry("XParams", "p", schema="Body", operation=f"POST {path}"),
        paths={path: {"post": operation}},
    )
    text = define_params(made, "area")["XParams"].text
    keys = [line.split(":")[0].strip() for line in text.splitlines() if ": " in line and "class" not in line]
    assert keys == ["a_id", "include", "betas", "n"]
    assert "    a_id: Required[str]" in text
    assert '    """1 to 9. Default 2."""' in text


def test_params_of_streaming_methods_come_in_three():
    body = {"properties": {"a": {"type": "string"}, "stream": {"type": "boolean", "nullable": True}}}
    made = resolver(
        {"Body": body},
        entry("XParams", "u", side="p", schema="Body", operation="POST /x"),
        *(
            entry("XParams" + end, "p", schema="Body", exported=False, main=False)
            for end in ("Base", "NonStreaming", "Streaming")
        ),
        paths={"/x": {"post": {}}},
    )
    found = define_params(made, "area")
    assert "stream" not in found["XParamsBase"].text
    assert "    stream: Literal[False] | None" in found["XParamsNonStreaming"].text
    assert "    stream: Required[Literal[True]]" in found["XParamsStreaming"].text
    assert found["XParams"].text == "XParams: TypeAlias = XParamsNonStreaming | XParamsStreaming"


def test_params_with_keys_that_are_keywords_take_the_call_form():
    body = {"properties": {"async": {"type": "boolean"}, "type": tag("x")}, "required": ["type"]}
    text = define_params(resolver({"X": body}, entry("X", "p")), "area")["X"].text
    assert '"async": "bool",' in text
    assert '"type": \'Required[Literal["x"]]\',' in text


def test_definitions_that_need_each_other_are_an_error():
    schemas: Schemas = {name: {"properties": {"a": {}}} for name in "AB"}
    made = define_models(resolver(schemas, entry("A"), entry("B")), "area", {})
    made["A"] = attrs.evolve(made["A"], order=frozenset("B"))
    made["B"] = attrs.evolve(made["B"], order=frozenset("A"))
    with pytest.raises(ValueError, match="cycle"):
        in_order(made)


def test_names_that_other_areas_use_move_out_of_large_areas():
    many: Schemas = {f"N{number}": {"properties": {"a": {}}} for number in range(70)}
    schemas = {**many, "X": {"properties": {"n": {"$ref": ROOT + "N5"}}}}
    made = resolver(schemas, *map(entry, many), entry("X", area="other"))
    modules = Modules("m", {area: define_models(made, area, {}) for area in ("area", "other")})
    assert modules.module_of("area", "N5") == "triopenai.types.area._common_models"
    assert modules.module_of("area", "N6") == "triopenai.types.area._models"
    assert "import N5" in modules.texts("other")["_models"]


def test_table_of_names_is_whole():
    names = read_names()
    exported = [e for e in names.entries if e.exported]
    assert len(exported) == 1737
    assert len({(e.area, e.name) for e in names.entries}) == len(names.entries)
    assert sum(e.hand for e in names.entries) == 21
