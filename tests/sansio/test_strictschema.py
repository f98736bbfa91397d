"""What the types of callers cannot show as well; the rest is in tests/helpers."""

from __future__ import annotations

import json
from typing import Any

from triopenai._sansio.strictschema import strict_schema


def described(name: str, text: str) -> dict[str, object]:
    return {"$ref": f"#/$defs/{name}", "default": None, "description": text}


def model(**properties: object) -> dict[str, object]:
    return {"type": "object", "properties": properties, "required": []}


def test_described_reference_is_put_in_place_of_what_it_refers_to() -> None:
    schema = model(one=described("Leaf", "it")) | {"$defs": {"Leaf": model(size={"type": "integer"})}}
    strict: Any = strict_schema(schema)
    assert strict["properties"]["one"] == strict["$defs"]["Leaf"] | {"description": "it"}


def test_described_reference_to_what_it_is_part_of_stays_a_reference() -> None:
    schema: dict[str, object] = {
        "$ref": "#/$defs/Tree",
        "$defs": {
            "Tree": model(left=described("Leaf", "first"), right=described("Leaf", "second")),
            "Leaf": model(
                size={"type": "integer"}, up=described("Tree", "above"), side=described("Leaf", "x")
            ),
        },
    }
    strict: Any = strict_schema(schema)
    leaf = strict["$defs"]["Leaf"]
    assert leaf["properties"]["side"] == {"description": "x", "anyOf": [{"$ref": "#/$defs/Leaf"}]}
    up = leaf["properties"]["up"]
    right = up["properties"]["right"]
    assert right["description"] == "second"
    assert right["properties"]["up"] == {"description": "above", "anyOf": [{"$ref": "#/$defs/Tree"}]}
    assert (up["description"], up["required"], up["additionalProperties"]) == (
        "above",
        ["left", "right"],
        False,
    )
    assert strict["properties"]["left"]["properties"]["size"] == {"type": "integer"}
    assert "default" not in json.dumps(strict)
