"""Whether a request is one that the document allows, and carries all that the method was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.conformance.schemas import Text
from tests.conformance.wire import MisspelledError, read_form, read_json, read_query, split_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.conformance.document import Endpoint
    from tests.conformance.schemas import Schemas
    from tests.conformance.wire import Caught, Form

__all__ = ["ADMIN_KEY", "API_KEY", "BASE", "Checker"]

API_KEY: Final = "sk-conformance"
ADMIN_KEY: Final = "sk-admin-conformance"
BASE: Final = "/v1"

_FORM: Final = "multipart/form-data"
# What a client sends with any request; other headers have to be the endpoint's.
_GENERAL: Final = frozenset({"accept", "accept-encoding", "authorization", "content-type", "user-agent"})
_ON_WRITES: Final = "idempotency-key"


class Checker:
    """Holds requests against endpoints."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas

    def problems(self, endpoint: Endpoint, request: Caught, given: Mapping[str, object]) -> list[str]:
        """What is wrong with a request; nothing if it is as it should be.

        Args:
            endpoint: What the method calls.
            request: What was sent.
            given: The arguments, by keyword; the path's are among them.
        """
        try:
            return list(self._problems(endpoint, request, given))
        except MisspelledError as error:
            return [str(error)]

    def _problems(self, endpoint: Endpoint, request: Caught, given: Mapping[str, object]) -> Iterator[str]:
        if request.method != endpoint.verb:
            yield f"the verb is {request.method}, not {endpoint.verb}"
        path, _, query = request.target.partition("?")
        parts: dict[str, Any] = {
            "path": _read_path(endpoint, path),
            "query": _read_query(endpoint, query),
            "header": {},
        }
        yield from self._header_problems(endpoint, request, parts["header"])
        for place, schema in endpoint.parts.items():
            yield from (f"{place} {problem}" for problem in self._schemas.problems(parts[place], schema))
        body = self._read_body(endpoint, request)
        if body is None and endpoint.body_due:
            yield "there is no body"
        elif body is not None:
            media = _media_type(request)
            yield from (f"body {problem}" for problem in self._schemas.problems(body, endpoint.bodies[media]))
        yield from _lost(endpoint, given, parts, body)

    def _header_problems(self, endpoint: Endpoint, request: Caught, found: Form) -> Iterator[str]:
        """Check the headers that all requests have; put the endpoint's own into `found`."""
        key = ADMIN_KEY if endpoint.admin else API_KEY
        if request.header("authorization") != f"Bearer {key}":
            yield "the header authorization does not hold the key that is due"
        for name, value in endpoint.headers.items():
            if request.header(name) != value:
                yield f"the header {name} is {request.header(name)!r}, not {value!r}"
        own = endpoint.parts["header"]["properties"]
        general = _GENERAL | endpoint.headers.keys()
        if endpoint.verb != "GET":
            general |= {_ON_WRITES}
        for name in {name.lower() for name, _ in request.headers}:
            text = request.header(name)
            if name in own and text is not None:
                is_list = own[name].get("type") == "array"
                found[name] = [Text(item) for item in text.split(",")] if is_list else Text(text)
            elif name not in general:
                yield f"nobody knows the header {name}"

    def _read_body(self, endpoint: Endpoint, request: Caught) -> object:
        content_type = request.header("content-type")
        if content_type is None:
            if request.body:
                msg = "a body is sent without a content type"
                raise MisspelledError(msg)
            return None
        media = _media_type(request)
        if media not in endpoint.bodies:
            msg = f"the body is {media}, not {' or '.join(endpoint.bodies) or 'left out'}"
            raise MisspelledError(msg)
        if media == _FORM:
            return read_form(content_type, request.body, endpoint.encodings)
        return read_json(request.body)


def _media_type(request: Caught) -> str:
    return (request.header("content-type") or "").partition(";")[0].strip()


def _read_path(endpoint: Endpoint, path: str) -> Form:
    segments, template = split_path(path), (BASE + endpoint.path).split("/")
    if len(segments) != len(template):
        msg = f"the path {path} is not of the form {endpoint.path}"
        raise MisspelledError(msg)
    found: Form = {}
    for segment, wanted in zip(segments, template, strict=True):
        if wanted.startswith("{"):
            found[wanted.strip("{}")] = Text(segment)
        elif segment != wanted:
            msg = f"the path {path} has {segment!r} for {wanted!r}"
            raise MisspelledError(msg)
    return found


def _read_query(endpoint: Endpoint, query: str) -> Form:
    found = read_query(query)
    for name, value in endpoint.constants.items():
        if found.pop(name, None) != value:
            msg = f"the query lacks {name}={value}"
            raise MisspelledError(msg)
    return found


def _lost(endpoint: Endpoint, given: Mapping[str, object], parts: Form, body: object) -> Iterator[str]:
    """The arguments that did not arrive, or arrived as something else."""
    fields = body if isinstance(body, dict) else {}
    headers = {endpoint.header_keywords.get(name, name) for name in parts["header"]}
    arrived = {**parts["path"], **parts["query"], **fields}
    form = given.keys() - endpoint.encodings.keys() if _FORM in endpoint.bodies else ()
    as_text = {*endpoint.parts["query"]["properties"], *form}
    for name, passed in given.items():
        value = _without_null(passed) if name in as_text else passed
        if name in arrived:
            if not _same(value, arrived[name]):
                yield f"the argument {name} was sent as something else: {arrived[name]!r:.200}"
        elif name not in headers and not (value is None and name in as_text):
            yield f"the argument {name} was not sent"


def _without_null(value: object) -> object:
    """A value without what text has no way to say."""
    if isinstance(value, dict):
        return {name: _without_null(item) for name, item in value.items() if item is not None}
    return [_without_null(item) for item in value if item is not None] if isinstance(value, list) else value


def _same(given: object, arrived: object) -> bool:
    """Whether a value arrived. Only its size is compared where text or a file stands for it."""
    if isinstance(given, dict) and isinstance(arrived, dict):
        return given.keys() == arrived.keys() and all(_same(given[name], arrived[name]) for name in given)
    if isinstance(given, list) and isinstance(arrived, list):
        return len(given) == len(arrived) and all(map(_same, given, arrived))
    if isinstance(arrived, Text):
        return str(arrived) == (str(given).lower() if isinstance(given, bool) else str(given))
    return given == arrived or type(arrived).__name__ == "File"
