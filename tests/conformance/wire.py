"""A request taken apart again, by the standard library: nothing of the client's is used."""

from __future__ import annotations

import email.policy
import json
import re
from email.parser import BytesParser
from typing import Any, Final, TypeAlias
from urllib.parse import parse_qsl, unquote

import attrs

from tests.conformance.schemas import File, Text

__all__ = ["Caught", "Form", "MisspelledError", "read_form", "read_json", "read_query", "split_path"]

_STEPS: Final = re.compile(r"([^\[\]]+)((?:\[[^\[\]]*\])*)")

Form: TypeAlias = "dict[str, Any]"


class MisspelledError(Exception):
    """A request that cannot be read."""


@attrs.frozen
class Caught:
    """A request as a transport was given it."""

    method: str
    origin: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        found = [value for given, value in self.headers if given.lower() == name]
        if len(found) > 1:
            msg = f"the header {name} stands there {len(found)} times"
            raise MisspelledError(msg)
        return found[0] if found else None


def split_path(path: str) -> list[str]:
    return [unquote(segment, errors="strict") for segment in path.split("/")]


def read_query(query: str) -> Form:
    return _tree([(name, Text(value)) for name, value in parse_qsl(query, True, True, errors="strict")])


def read_json(body: bytes) -> object:
    try:
        return json.loads(body)
    except ValueError as error:
        msg = f"the body is no JSON: {error}"
        raise MisspelledError(msg) from None


def read_form(content_type: str, body: bytes, encodings: dict[str, str]) -> Form:
    """The parts of a multipart body. `encodings` are the content types that the document wants of some."""
    _, _, boundary = content_type.partition("boundary=")
    if boundary and body.strip() == f"--{boundary}--".encode():
        return {}  # a form of no parts, which the parser does not know
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser(policy=email.policy.HTTP).parsebytes(head + body)
    if not message.is_multipart() or message.defects:
        msg = f"the body is no form: {message.defects or content_type}"
        raise MisspelledError(msg)
    pairs: list[tuple[str, object]] = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        if part.get_content_disposition() != "form-data" or not isinstance(name, str):
            msg = f"a part is no form-data with a name: {part['content-disposition']}"
            raise MisspelledError(msg)
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        pairs.append((name, _part_value(name, part, content, encodings.get(name))))
    return _tree(pairs)


def _part_value(name: str, part: Any, content: bytes, due: str | None) -> object:
    given = part.get_content_type() if part["content-type"] else None
    filename = part.get_filename()
    if filename is not None:
        return File(filename, given, len(content))
    if given != due:
        msg = f"the part {name} has the content type {given}, not {due}"
        raise MisspelledError(msg)
    return read_json(content) if due == "application/json" else Text(content.decode())


def _tree(pairs: list[tuple[str, Any]]) -> Form:
    """Nest ``a[b]`` and ``a[]``; a name that comes twice without ``[]`` is a mistake."""
    root: Form = {}
    for name, value in pairs:
        match = _STEPS.fullmatch(name)
        if match is None:
            msg = f"no name of a field: {name!r}"
            raise MisspelledError(msg)
        steps = [match[1], *re.findall(r"\[(.*?)\]", match[2])]
        _place(root, steps, value, name)
    return root


def _place(target: Form, steps: list[str], value: object, name: str) -> None:
    step, *rest = steps
    if not rest:
        if step in target:
            msg = f"{name} stands there twice"
            raise MisspelledError(msg)
        target[step] = value
    elif rest[0] == "":
        items = target.setdefault(step, [])
        if not isinstance(items, list):
            msg = f"{name} is both a list and a value"
            raise MisspelledError(msg)
        if not rest[1:]:
            items.append(value)
            return
        # A field that comes again begins the next object of the list.
        if not items or rest[1] in items[-1]:
            items.append({})
        _place(items[-1], rest[1:], value, name)
    else:
        inner = target.setdefault(step, {})
        if not isinstance(inner, dict):
            msg = f"{name} is both an object and a value"
            raise MisspelledError(msg)
        _place(inner, rest, value, name)
