"""Calls by path, for endpoints that have no method yet.

They are calls like all others (attempts, errors, raw and streaming forms); only what the table of operations
says of an endpoint comes from the caller here.
"""

from __future__ import annotations

# Imported for good, because the keywords of a call can then be read by `typing.get_type_hints`.
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
import trio
from typing_extensions import TypedDict

from triopenai._base.files import FileTypes  # noqa: TC001  # as said
from triopenai._base.options import RequestOptions  # noqa: TC001  # as said
from triopenai._engine.binary import HttpxBinaryResponseContent
from triopenai._engine.call import prepare, random_token
from triopenai._engine.events import EventStream
from triopenai._engine.reply import Reply, describe
from triopenai._engine.silence import limit_silence
from triopenai._engine.values import attach_request_id, invalid_answer, is_json
from triopenai._sansio.address import parse_path
from triopenai._sansio.arguments import check_names
from triopenai._sansio.cast import is_ours, reader_of, wants_json
from triopenai._sansio.decode import DecodeError
from triopenai._sansio.errormap import find_request_id
from triopenai._sansio.fields import replace_headers
from triopenai._sansio.multipart import encode_multipart
from triopenai._sansio.operation import Special, StreamOperation
from triopenai._sansio.plain import encode_json, model_fields

if TYPE_CHECKING:
    from triopenai._engine.call import Call
    from triopenai._engine.engine import Engine
    from triopenai._net.transport import Response
    from triopenai._sansio.operation import Verb

__all__ = ["SendOptions", "make_call"]

_ADMIN: Final = ("/organization/", "/projects/")


def _operation(verb: Verb, *, admin: bool, json: bool) -> StreamOperation[object, object]:
    return StreamOperation(
        name=f"client.{verb.lower()}",
        verb=verb,
        path="",
        admin=admin,
        accept="application/json" if json else "*/*",
        result=Special.JSON,
        event=Special.JSON,
    )


_VERBS: Final[tuple[Verb, ...]] = ("GET", "POST", "PUT", "PATCH", "DELETE")
_OPERATIONS: Final = {
    (verb, admin, json): _operation(verb, admin=admin, json=json)
    for verb in _VERBS
    for admin in (False, True)
    for json in (False, True)
}


class SendOptions(TypedDict, total=False):
    """Keywords of what is sent to a path."""

    body: object
    """What to send as JSON: a mapping, a model, a list."""
    content: bytes | None
    """Bytes to send as they are, in place of `body`."""
    files: Mapping[str, FileTypes | Sequence[FileTypes]] | None
    """Files by field name; the fields of `body` then go into the same form."""
    options: RequestOptions | None
    """Headers, query, timeout, retries of this call."""


_SEND_NAMES: Final = frozenset(SendOptions.__annotations__)


async def make_call(
    engine: Engine, verb: Verb, path: str, *, cast_to: object, send: SendOptions, stream: bool = False
) -> Any:  # noqa: ANN401  # what `cast_to` says; the client's methods state it
    """Call a path, and read the answer as a type.

    Raises:
        TypeError: A keyword or an option is unknown, the body cannot be sent, or nothing can be read as
            `cast_to`.
        ValueError: The path leads to another server.
    """
    name = f"client.{verb.lower()}"
    engine.check_open(name)
    check_names(name, send, valid=_SEND_NAMES, required=())
    call = _prepare(engine, verb, path, cast_to, send)
    limit_silence(call, send.get("options") or {}, streams=stream)
    if stream:
        read = reader_of(cast_to)

        def decode(data: bytes, *, strict: bool = False) -> object:
            return read(data, strict)

        async def take_stream(call: Call, response: Response) -> object:
            events: EventStream[object] = EventStream(call, response, engine.shared.forget, decode)
            return await engine.begin_stream(events)

        return await engine.carry_out(call, take_stream, live=True)
    if cast_to is HttpxBinaryResponseContent:
        return await engine.carry_out(call, engine.take_binary, live=True)
    return await engine.carry_out(call, _taker(engine, cast_to))


def _taker(engine: Engine, cast_to: object) -> Any:  # noqa: ANN401  # a consumer for `carry_out`
    read = reader_of(cast_to)
    ours = is_ours(cast_to)

    async def take(call: Call, response: Response) -> object:
        body = await response.read_all()
        if wants_json(cast_to) and not is_json(response, body):
            raise invalid_answer(call, response, body)
        try:
            value = read(body, call.settings.strict)
        except DecodeError as error:
            raise invalid_answer(call, response, body) from error
        if ours:
            attach_request_id(value, find_request_id(response.headers))
        return Reply(describe(call, response), value, body) if engine.as_replies else value

    return take


def _prepare(engine: Engine, verb: Verb, path: str, cast_to: object, send: SendOptions) -> Call:
    settings = engine.settings
    defaults = settings.defaults
    whole_path, query = parse_path(path, defaults.origin, defaults.base_path)
    below = whole_path.removeprefix(defaults.base_path)
    json = wants_json(cast_to) and cast_to is not HttpxBinaryResponseContent
    operation = _OPERATIONS[verb, below.startswith(_ADMIN), json]
    options: dict[str, object] = {**(send.get("options") or {})}
    extra = options.get("extra_body")
    files = send.get("files")
    fields = _fields(send.get("body"))
    whole = _whole(operation.name, send, fields=fields, more=bool(extra) or files is not None)
    if isinstance(extra, Mapping):
        fields = {**(fields or {}), **cast("Mapping[str, object]", extra)}
    if defaults.azure is not None:
        model = (fields or {}).get("model")
        whole_path = defaults.azure.base_of(operation.name, defaults.base_path, below, model) + below
    there = defaults.at(defaults.origin, whole_path, query)
    if files is not None:
        options.pop("extra_body", None)
    elif fields is not None:
        options["extra_body"] = fields
    call = prepare(operation, options, None, attrs.evolve(settings, defaults=there))
    if files is not None:
        named = {**(fields or {}), **files}
        form = attrs.evolve(operation, body=tuple(named), files=tuple(files))
        call.form = encode_multipart(form, named, random_token())
        headers = replace_headers(call.request.headers, {"Content-Type": call.form.content_type})
        call.request = attrs.evolve(call.request, headers=headers)
    elif whole is not None:
        kind, data = whole
        headers = list(call.request.headers)
        if not any(name.lower() == b"content-type" for name, _ in headers):
            headers.append((b"Content-Type", kind))
        call.request = attrs.evolve(call.request, headers=headers, body=data)
    call.started = trio.current_time()
    return call


def _fields(body: object) -> dict[str, object] | None:
    """The fields of a body that has some."""
    if isinstance(body, Mapping):
        return dict(cast("Mapping[str, object]", body))
    found = None if body is None else model_fields(body)
    return None if found is None else dict(found)


def _whole(
    name: str, send: SendOptions, *, fields: Mapping[str, object] | None, more: bool
) -> tuple[bytes, bytes] | None:
    """The media type and bytes of a body that has no fields; `more`: something else gives it some."""
    body, content = send.get("body"), send.get("content")
    if content is not None:
        if body is not None or more:
            msg = f"{name}(): content is all of the body, and excludes body, files and extra_body"
            raise TypeError(msg)
        if not isinstance(cast("object", content), bytes):
            msg = f"{name}(): content must be bytes, not {type(content).__qualname__}"
            raise TypeError(msg)
        return b"application/octet-stream", content
    if body is None or fields is not None:
        return None
    if more:
        msg = (
            f"{name}(): to go with files or extra_body, body must be a mapping, not {type(body).__qualname__}"
        )
        raise TypeError(msg)
    return b"application/json", encode_json(body, name)
