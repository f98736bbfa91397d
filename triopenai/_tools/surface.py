"""The API's methods: what the document says of each operation, joined with the official client's names.

The document knows verbs, paths, parameters and bodies. What it does not know stands in
``tables/surface.json``, keyed by the dotted path of the method:

- ``id``: the operation's `operationId` in the document;
- ``params``, ``result``, ``item``, ``event``: type references (see `triopenai._sansio.operation`);
  a method without ``result``, ``item`` and ``event`` returns None;
- ``page``: the kind of page; ``accept``: for binary answers; ``stream_only``, ``sse_named``, ``deprecated``;
- ``result_by``: the keyword whose value decides the type, and the type for each value.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast, final

import attrs

from triopenai._tools.areas import area_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triopenai._tools.document import JsonObject

__all__ = ["Method", "Surface", "load", "reference_of"]

Node: TypeAlias = Mapping[str, Any]

TABLE: Final = Path(__file__).with_name("tables") / "surface.json"
REFERENCE: Final = "https://developers.openai.com/api/reference/resources/"


@final
@attrs.frozen(kw_only=True)
class Method:
    """One method of the client; the fields that `Operation` has too mean the same."""

    resource: str
    name: str
    verb: str
    path: str
    path_params: tuple[str, ...]
    query: tuple[str, ...]
    body: tuple[str, ...]
    headers: Mapping[str, str]
    required: tuple[str, ...]
    files: tuple[str, ...]
    multipart: bool
    fixed_headers: tuple[tuple[str, str], ...]
    accept: str
    admin: bool
    deprecated: bool
    params: str | None
    result: str
    item: str | None
    page: str | None
    event: str | None
    stream_only: bool
    sse_named: bool
    result_by: tuple[str, Mapping[str, str]] | None

    @property
    def dotted(self) -> str:
        """The path by which users call it."""
        return f"{self.resource}.{self.name}"

    @property
    def area(self) -> str:
        """The module that it is generated into."""
        return area_of(self.resource)

    @property
    def constant(self) -> str:
        """The name of its operation."""
        return self.dotted.replace(".", "_").upper()

    @property
    def reference(self) -> str:
        """Its page in the API reference."""
        return f"{reference_of(self.resource)}/methods/{self.name}"

    @property
    def keywords(self) -> tuple[str, ...]:
        """All keywords but the request options: earlier path parameters, required ones, the others."""
        rest = {*self.query, *self.body, *self.headers} - set(self.required)
        return (*self.path_params[:-1], *self.required, *sorted(rest))


@final
@attrs.frozen
class Surface:
    """All methods, in the order of their dotted paths, and the resources that are another's twin."""

    methods: tuple[Method, ...]
    aliases: Mapping[str, str]


def reference_of(resource: str) -> str:
    """The page of a resource in the API reference."""
    return REFERENCE + resource.replace(".", "/subresources/")


def load(document: JsonObject) -> Surface:
    """Join the document with the table.

    Raises:
        ValueError: An operation is in one of the two only.
    """
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    operations = dict(_operations(document))
    rows: dict[str, Node] = table["methods"]
    named = {row["id"] for row in rows.values()}
    if named != set(operations):
        missing, unnamed = sorted(named - set(operations)), sorted(set(operations) - named)
        msg = f"not in the document: {missing}; without a row in {TABLE.name}: {unnamed}"
        raise ValueError(msg)
    reader = _Reader(document, table)
    methods = tuple(reader.method(name, row, *operations[row["id"]]) for name, row in sorted(rows.items()))
    return Surface(methods, table["aliases"])


def _operations(document: Node) -> Iterable[tuple[str, tuple[str, str, Node]]]:
    for path, item in document["paths"].items():
        for verb, operation in item.items():
            if isinstance(operation, dict) and "operationId" in operation:
                yield operation["operationId"], (verb.upper(), path, cast("Node", operation))


@final
@attrs.frozen
class _Reader:
    document: Node
    table: Node

    def method(self, dotted: str, row: Node, verb: str, path: str, operation: Node) -> Method:
        resource, _, name = dotted.rpartition(".")
        parameters = [self.resolve(parameter) for parameter in operation.get("parameters", ())]
        fixed = self.fixed_headers(resource)
        query, headers = self.keywords(parameters, {key.lower() for key, _ in fixed})
        content = self.content(operation)
        multipart, schema = self.pick_body(content)
        properties = self.properties(schema)
        wanted = {key.removesuffix("[]") for p in parameters if p.get("required") for key in [p["name"]]}
        wanted |= self.required(schema)
        files = sorted(key for key in properties if self.is_file(properties[key]))
        returns_none = not row.keys() & {"result", "item", "event"}
        by: list[tuple[str, Mapping[str, str]]] = list(row.get("result_by", {}).items())
        return Method(
            resource=resource,
            name=name,
            verb=verb,
            path=path,
            path_params=tuple(piece[1:].partition("}")[0] for piece in path.split("/") if piece[:1] == "{"),
            query=query,
            body=tuple(sorted(properties, key=lambda key: (key not in wanted, key))),
            headers=headers,
            required=tuple(key for key in (*query, *sorted(properties)) if key in wanted),
            files=tuple(files) if multipart else (),
            multipart=multipart,
            fixed_headers=fixed,
            accept=row.get("accept", "*/*" if returns_none else "application/json"),
            admin=any("AdminApiKeyAuth" in entry for entry in operation.get("security", ())),
            deprecated=row.get("deprecated", False),
            params=row.get("params"),
            result=row.get("result", "none"),
            item=row.get("item"),
            page=row.get("page"),
            event=row.get("event"),
            stream_only=row.get("stream_only", False),
            sse_named=row.get("sse_named", False),
            result_by=by[0] if by else None,
        )

    def resolve(self, node: Node) -> Node:
        while "$ref" in node:
            target: Any = self.document
            for key in node["$ref"].removeprefix("#/").split("/"):
                target = target[key.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def fixed_headers(self, resource: str) -> tuple[tuple[str, str], ...]:
        for prefix, value in self.table["headers"].items():
            if f"{resource}.".startswith(f"{prefix}."):
                return (("OpenAI-Beta", value),)
        return ()

    def keywords(self, parameters: list[Node], fixed: set[str]) -> tuple[tuple[str, ...], dict[str, str]]:
        query: list[tuple[bool, str]] = []
        headers: dict[str, str] = {}
        for parameter in parameters:
            name: str = parameter["name"]
            if parameter["in"] == "query":
                query.append((not parameter.get("required"), name.removesuffix("[]")))
            elif parameter["in"] == "header" and name.lower() not in fixed:
                headers[self.table["keywords"][name.lower()]] = name
        return tuple(name for _, name in sorted(query)), headers

    def content(self, operation: Node) -> Node:
        return cast("Node", self.resolve(operation.get("requestBody", {})).get("content", {}))

    def pick_body(self, content: Node) -> tuple[bool, Node]:
        """Multipart where files are sent, or where JSON is not offered."""
        form, plain = content.get("multipart/form-data"), content.get("application/json")
        if form is not None:
            properties = self.properties(form["schema"])
            if plain is None or any(map(self.is_file, properties.values())):
                return True, form["schema"]
        return False, {} if plain is None else plain["schema"]

    def properties(self, schema: Node) -> dict[str, Node]:
        schema = self.resolve(schema)
        found: dict[str, Node] = {}
        for combined in ("allOf", "oneOf", "anyOf"):
            for part in schema.get(combined, ()):
                found |= self.properties(part)
        return {**found, **schema.get("properties", {})}

    def required(self, schema: Node) -> set[str]:
        """Names that every variant requires."""
        schema = self.resolve(schema)
        found = set(schema.get("required", ()))
        for part in schema.get("allOf", ()):
            found |= self.required(part)
        for combined in ("oneOf", "anyOf"):
            if combined in schema:
                found |= set[str].intersection(*(self.required(part) for part in schema[combined]))
        return found & set(self.properties(schema))

    def is_file(self, schema: Node) -> bool:
        schema = self.resolve(schema)
        if schema.get("format") == "binary":
            return True
        parts = [*schema.get("oneOf", ()), *schema.get("anyOf", ()), schema.get("items", {})]
        return any(self.is_file(part) for part in parts if part)
