from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._tools import document
from triopenai._tools.pointers import child, expand, parts, shorten


def test_strip_drops_prose_and_keeps_properties_of_that_name():
    schema: document.Json = {
        "description": "prose",
        "example": 1,
        "x-stainless-const": True,
        "x-stainless-go-name": "X",
        "properties": {"description": {"type": "string", "summary": "prose"}, "example": {}},
    }
    assert document.strip(schema) == {
        "x-stainless-const": True,
        "properties": {"description": {"type": "string"}, "example": {}},
    }


def test_strip_twice_changes_nothing():
    schema: document.Json = {"properties": {"properties": {"properties": {"summary": {"summary": "x"}}}}}
    once = document.strip(schema)
    assert document.strip(once) == once
    assert once == {"properties": {"properties": {"properties": {"summary": {}}}}}


def test_digest_ignores_the_order_of_keys():
    assert document.digest({"a": 1, "b": [2]}) == document.digest({"b": [2], "a": 1})
    assert document.digest({"a": [1, 2]}) != document.digest({"a": [2, 1]})


def test_apply_edits_adds_replaces_and_removes():
    doc: document.JsonObject = {"a": {"x/y": 1}, "list": [1, 2, 3]}
    document.apply_edits(
        doc,
        [
            {"op": "replace", "path": "/a/x~1y", "value": 2},
            {"op": "add", "path": "/a/z", "value": 3},
            {"op": "remove", "path": "/list/0"},
            {"op": "add", "path": "/list/0", "value": 9},
        ],
    )
    assert doc == {"a": {"x/y": 2, "z": 3}, "list": [9, 2, 3]}


@pytest.mark.parametrize(
    "edit",
    [
        {"op": "replace", "path": "/a/gone", "value": 1},
        {"op": "remove", "path": "/a/gone"},
        {"op": "add", "path": "/gone/x", "value": 1},
        {"op": "remove", "path": "/list/7"},
    ],
)
def test_apply_edits_names_the_edit_that_has_no_place(edit):
    with pytest.raises(LookupError, match=edit["path"]):
        document.apply_edits({"a": {}, "list": []}, [edit])


def test_edit_tables_hold_one_object_a_line():
    for name in ("overlay.jsonl", "addendum.jsonl"):
        edits = document.read_edits(name)
        assert edits
        assert all({"op", "path", "why"} <= edit.keys() for edit in edits)


def test_load_reads_a_folder_and_leaves_an_edited_document_alone(tmp_path):
    doc = {"openapi": "3.1.0", "paths": {"/x": {"get": {"x-origin": "y", "summary": "prose"}}}}
    (tmp_path / "openapi.json").write_text(json.dumps(doc), encoding="utf-8")
    stripped, edited = document.load(tmp_path)
    assert stripped == edited == {"openapi": "3.1.0", "paths": {"/x": {"get": {"x-origin": "y"}}}}


def test_load_says_what_a_folder_lacks(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"openapi\.json"):
        document.load(tmp_path)


@pytest.mark.parametrize(
    ("pointer", "short"),
    [
        ("#/components/schemas/Response", "Response"),
        ("#/components/schemas/Response/properties/output/items", "Response.output[]"),
        ("#/components/schemas/A/anyOf/0/oneOf/1/allOf/2", "A|0^1&2"),
        ("#/components/schemas/A/additionalProperties", "A{}"),
        ("#/paths/~1x/get", "#/paths/~1x/get"),
        ("#/components/schemas/A/properties/b.c", "#/components/schemas/A/properties/b.c"),
    ],
)
def test_shorten_and_expand_are_inverse(pointer, short):
    assert shorten(pointer) == short
    assert expand(short) == pointer


@given(st.lists(st.text(), min_size=1))
def test_parts_undo_child(steps):
    assert parts(child("#", *steps)) == steps


@given(st.lists(st.sampled_from(["properties", "items", "anyOf", "0", "a.b", "c", "x[", "~0", ""])))
def test_expand_undoes_shorten(steps):
    pointer = "/".join(["#/components/schemas/Name", *steps])
    assert expand(shorten(pointer)) == pointer
