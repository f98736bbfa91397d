"""Requests that are broken on purpose, made of good ones: the checker has to refuse each of them.

They are broken in their bytes, so that neither the client nor what it is checked with has a say in it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import attrs

from tests.conformance.checker import ADMIN_KEY, API_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conformance.document import Endpoint
    from tests.conformance.schemas import Schema
    from tests.conformance.wire import Caught

__all__ = ["broken_requests"]

_SCALARS: Final = ("string", "integer", "number", "boolean")
_UNKNOWN: Final = "no_such_field"


def broken_requests(endpoint: Endpoint, request: Caught) -> Iterator[tuple[str, Caught]]:
    """What is wrong, and the request that is wrong in that way only."""
    yield "another verb", attrs.evolve(request, method="PUT" if endpoint.verb != "PUT" else "POST")
    yield from _with_broken_headers(endpoint, request)
    yield from _with_broken_target(endpoint, request)
    media = (request.header("content-type") or "").partition(";")[0]
    if media == "application/json":
        yield from _with_broken_json(endpoint.bodies[media], request)
    elif media:
        yield from _with_broken_form(endpoint.bodies[media], request)
    if media:
        yield "another content type", _with_header(request, "content-type", "text/plain")


def _with_header(request: Caught, name: str, value: str | None) -> Caught:
    rest = [pair for pair in request.headers if pair[0].lower() != name]
    return attrs.evolve(request, headers=(*rest, *([] if value is None else [(name, value)])))


def _with_broken_headers(endpoint: Endpoint, request: Caught) -> Iterator[tuple[str, Caught]]:
    yield "an unknown header", _with_header(request, "x-unknown", "1")
    yield "a header twice", attrs.evolve(request, headers=(*request.headers, *request.headers))
    wrong = API_KEY if endpoint.admin else ADMIN_KEY
    yield "the wrong key", _with_header(request, "authorization", f"Bearer {wrong}")
    for name in {"authorization", *endpoint.headers, *endpoint.parts["header"]["required"]}:
        yield f"no header {name}", _with_header(request, name, None)
        yield f"another header {name}", _with_header(request, name, "other")


def _with_broken_target(endpoint: Endpoint, request: Caught) -> Iterator[tuple[str, Caught]]:
    path, _, query = request.target.partition("?")
    pairs = query.split("&") if query else []

    def asking(changed: list[str]) -> Caught:
        return attrs.evolve(request, target="?".join([path, *(["&".join(changed)] if changed else [])]))

    yield "a longer path", attrs.evolve(request, target=f"{path}/more?{query}")
    yield "another path", attrs.evolve(request, target=path.replace("/v1/", "/v1/x", 1) + f"?{query}")
    yield "an unknown query parameter", asking([*pairs, f"{_UNKNOWN}=1"])
    for name, schema in endpoint.parts["query"]["properties"].items():
        listed = quote(f"{name}[]")
        spelled = next((one for one in (listed, f"{name}[]") if f"{one}=" in query), None)
        if name in endpoint.parts["query"]["required"]:
            rest = [pair for pair in pairs if pair.partition("=")[0].partition("%5B")[0] != name]
            yield f"no {name} in the query", asking(rest)
        if spelled is not None and schema.get("type") == "array":
            yield f"the list {name} without []", asking([pair.replace(spelled, name) for pair in pairs])
        elif schema.get("type") in ("integer", "number", "boolean"):
            rest = [pair for pair in pairs if not pair.startswith(f"{name}=")]
            yield f"the query's {name} in words", asking([*rest, f"{name}=some"])
        elif schema.get("type") == "object" and f"{quote(name + '[')}" in query:
            yield f"the query's {name} dotted", asking([_dotted(pair, name) for pair in pairs])
    for name in endpoint.constants:
        yield f"no {name} in the query", asking([pair for pair in pairs if not pair.startswith(f"{name}=")])


def _dotted(pair: str, name: str) -> str:
    return pair.replace("%5B", ".").replace("%5D", "") if pair.startswith(f"{name}%5B") else pair


def _with_broken_json(schema: Schema, request: Caught) -> Iterator[tuple[str, Caught]]:
    body = json.loads(request.body)

    def saying(changed: object) -> Caught:
        return attrs.evolve(request, body=json.dumps(changed).encode())

    yield "a body that is cut", attrs.evolve(request, body=request.body[:-1])
    yield "a list for a body", saying([body])
    if schema.get("additionalProperties") is False:
        yield "an unknown field", saying({**body, _UNKNOWN: 1})
    for name in schema.get("required", ()):
        yield f"no field {name}", saying({key: value for key, value in body.items() if key != name})
    for name, field in schema.get("properties", {}).items():
        if field.get("type") in _SCALARS:
            yield f"a list for the field {name}", saying({**body, name: [["x"]]})
        elif field.get("type") == "array":
            yield f"a number for the field {name}", saying({**body, name: 0.5})


def _with_broken_form(schema: Schema, request: Caught) -> Iterator[tuple[str, Caught]]:
    _, _, boundary = (request.header("content-type") or "").partition("boundary=")
    line = f"--{boundary}".encode()
    parts = request.body.split(line)[1:-1]

    def holding(*changed: bytes) -> Caught:
        return attrs.evolve(request, body=b"".join([line + part for part in changed]) + line + b"--\r\n")

    text = f'\r\nContent-Disposition: form-data; name="{_UNKNOWN}"\r\n\r\n1\r\n'.encode()
    yield "another boundary", attrs.evolve(request, body=request.body.replace(line, line[:-1] + b"?"))
    yield "an unknown part", holding(*parts, text)
    for name, field in schema.get("properties", {}).items():
        own = [
            part for part in parts if f'name="{name}"'.encode() in part or f'name="{name}['.encode() in part
        ]
        if not own:
            continue
        rest = [part for part in parts if part not in own]
        if name in schema.get("required", ()):
            yield f"no part {name}", holding(*rest)
        for what, changed in _broken_parts(name, field.get("type"), own):
            yield what, holding(*rest, *changed)


def _broken_parts(name: str, kind: str | None, parts: list[bytes]) -> Iterator[tuple[str, list[bytes]]]:
    """The parts of one field, each time broken in another way."""
    if kind == "array":
        flat = [part.replace(f'"{name}[]"'.encode(), f'"{name}"'.encode()) for part in parts]
        yield f"the list {name} without []", flat
    elif kind in _SCALARS:
        yield f"the part {name} twice", [*parts, *parts]
    if b"filename=" in parts[0]:
        yield f"no file name in {name}", [part.replace(b"; filename=", b"; no=") for part in parts]
    elif kind in ("integer", "number", "boolean"):
        yield f"the part {name} in words", [_in_words(part) for part in parts]


def _in_words(part: bytes) -> bytes:
    head, _, _ = part.partition(b"\r\n\r\n")
    return head + b"\r\n\r\nsome\r\n"
