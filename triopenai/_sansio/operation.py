"""What the client knows of one endpoint: an `Operation` is a row of the API's own table.

The rows are generated (`triopenai._operations`) and read by everybody else: `encode` builds requests from
them, `decode` finds the type of the answer, the sandbox routes by them, the documentation lists them.

A type is named by a string, ``"chat:ChatCompletion"``: the attribute `ChatCompletion` of
`triopenai.types.chat`; with nothing before the colon, of `triopenai.types`. So the table costs no import of a
model until an answer is read. Results that are no model have names of their own: see `Special`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeAlias, final

import attrs
from typing_extensions import TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Operation", "PageKind", "PageOperation", "Special", "StreamOperation", "Verb"]

R = TypeVar("R", covariant=True)
E = TypeVar("E", covariant=True)
ItemT = TypeVar("ItemT", covariant=True)

Verb: TypeAlias = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
PageKind: TypeAlias = Literal["page", "cursor", "conversation_cursor", "next_cursor", "token"]

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


@final
class Special:
    """Results that are not a type of `triopenai.types`."""

    NONE: Final = "none"  #: the answer's body is ignored, the method returns None
    TEXT: Final = "str"  #: the body as text
    BINARY: Final = "binary"  #: the body as a stream of bytes
    JSON: Final = "json"  #: the body as plain JSON values
    EMBEDDINGS: Final = "embeddings"  #: of a call, never of an operation: embeddings asked for as base64


@attrs.frozen(kw_only=True, eq=False)
class Operation(Generic[R]):
    """One endpoint that answers with a single value.

    Attributes:
        name: The dotted path of the method, ``"chat.completions.create"``.
        verb: The HTTP method.
        path: The path under the base URL with ``{name}`` for each path parameter.
        path_params: Names of the path parameters in the order of the path; the last one is the
            method's positional argument, earlier ones are keywords.
        query: Names of the keywords that go into the query.
        body: Names of the keywords that go into the body.
        headers: Keyword to header name, for keywords that travel as headers.
        wire: Keyword to its name on the wire, where the two differ.
        required: Keywords that must be given, path parameters not among them.
        files: Body keywords that hold files (multipart only).
        multipart: Whether the body is ``multipart/form-data`` instead of JSON.
        fixed_headers: Headers that the endpoint always wants.
        accept: The `Accept` header, where it is not JSON.
        admin: Whether the endpoint takes the admin key.
        deprecated: Whether calling the method warns.
        result: Type reference of the answer.
        result_by: Where an argument's value decides the type: the keyword, then value to reference.
        reference: Address of the endpoint in the API reference, or the empty string.
    """

    name: str
    verb: Verb
    path: str
    path_params: tuple[str, ...] = ()
    query: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    headers: Mapping[str, str] = _NOTHING
    wire: Mapping[str, str] = _NOTHING
    required: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    multipart: bool = False
    fixed_headers: tuple[tuple[str, str], ...] = ()
    accept: str = "application/json"
    admin: bool = False
    deprecated: bool = False
    result: str = Special.NONE
    result_by: tuple[str, Mapping[str, str]] | None = None
    reference: str = ""


@attrs.frozen(kw_only=True, eq=False)
class StreamOperation(Operation[R], Generic[R, E]):
    """An endpoint that can answer with server-sent events.

    Attributes:
        event: Type reference of one event.
        stream_only: Whether there is no other answer than the stream (no `stream` keyword is sent).
        sse_named: Whether events are read as ``{"event": name, "data": ...}`` (the assistants' streams).
    """

    event: str
    stream_only: bool = False
    sse_named: bool = False


@attrs.frozen(kw_only=True, eq=False)
class PageOperation(Operation[R], Generic[R, ItemT]):
    """An endpoint that answers with a page of a list.

    `R` is the page type, `ItemT` the item type; `result` stays unused.

    Attributes:
        item: Type reference of one item.
        page: The kind of page, which says how the next one is asked for.
    """

    item: str
    page: PageKind
