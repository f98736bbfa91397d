"""The methods of a client that call a path: typed by `cast_to`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar, overload

from triopenai._engine.generic import make_call
from triopenai._engine.resource import Resource

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.events import EventStream
    from triopenai._engine.generic import SendOptions

__all__ = ["PathCalls"]

T = TypeVar("T")


class PathCalls(Resource):
    """Calls by path, for endpoints that have no method yet.

    All of them read the answer as `cast_to`: a model class, `dict`, ``list[Model]``, a TypedDict, dataclass;
    `object` for plain JSON values; `str` or `bytes` for the body as it is; `HttpxBinaryResponseContent` for a
    download; None to ignore it. The library's models (subclasses of `triopenai.BaseModel`) keep what does not
    fit, other types are checked.

    A path is one under the base URL, with or without its first slash, or a whole address on the same server.
    `options` are the keywords that every method has: `RequestOptions`. Paths under ``/organization`` and
    ``/projects`` take the admin key.
    """

    _calls: ClassVar[frozenset[str] | None] = frozenset({"get", "post", "put", "patch", "delete"})

    @overload
    async def get(
        self,
        path: str,
        *,
        cast_to: type[T],
        options: RequestOptions | None = None,
        stream: Literal[False] = False,
    ) -> T: ...

    @overload
    async def get(
        self,
        path: str,
        *,
        cast_to: None,
        options: RequestOptions | None = None,
        stream: Literal[False] = False,
    ) -> None: ...

    @overload
    async def get(
        self,
        path: str,
        *,
        cast_to: type[T],
        options: RequestOptions | None = None,
        stream: Literal[True],
    ) -> EventStream[T]: ...

    async def get(
        self,
        path: str,
        *,
        cast_to: type[T] | None,
        options: RequestOptions | None = None,
        stream: bool = False,
    ) -> T | EventStream[T] | None:
        """Get from a path.

        Args:
            path: Where to.
            cast_to: What to read the answer as, or each event of a stream.
            options: Headers, query, timeout, retries of this call.
            stream: Whether the answer is a stream of events.

        Raises:
            APIError: The call failed; the subclass says how.
            TypeError: An option is unknown, something cannot be sent, or `cast_to` is no type to read.
            ValueError: The path leads to another server, or out of the base URL.
        """
        return await make_call(  # type: ignore[no-any-return]  # `cast_to` says it
            self._engine, "GET", path, cast_to=cast_to, send={"options": options}, stream=stream
        )

    @overload
    async def post(
        self, path: str, *, cast_to: type[T], stream: Literal[False] = False, **send: Unpack[SendOptions]
    ) -> T: ...

    @overload
    async def post(
        self, path: str, *, cast_to: None, stream: Literal[False] = False, **send: Unpack[SendOptions]
    ) -> None: ...

    @overload
    async def post(
        self, path: str, *, cast_to: type[T], stream: Literal[True], **send: Unpack[SendOptions]
    ) -> EventStream[T]: ...

    async def post(
        self, path: str, *, cast_to: type[T] | None, stream: bool = False, **send: Unpack[SendOptions]
    ) -> T | EventStream[T] | None:
        """Post to a path.

        Args:
            path: Where to.
            cast_to: What to read the answer as, or each event of a stream.
            stream: Whether the answer is a stream of events. What makes the server stream goes into
                `body`, mostly ``{"stream": True}``.
            **send: `body` is sent as JSON: a mapping, a model, a list; `content` are bytes to send as they
                are in its place; `files` are files by field name, and the fields of `body` then go into the
                same form; `options` are headers, query, timeout and retries of this call.

        Raises:
            APIError: The call failed; the subclass says how.
            TypeError: A keyword or an option is unknown, something cannot be sent, or `cast_to` is no type to
                read.
            ValueError: The path leads to another server, or out of the base URL.
        """
        return await make_call(  # type: ignore[no-any-return]  # as above
            self._engine, "POST", path, cast_to=cast_to, send=send, stream=stream
        )

    @overload
    async def put(self, path: str, *, cast_to: type[T], **send: Unpack[SendOptions]) -> T: ...

    @overload
    async def put(self, path: str, *, cast_to: None, **send: Unpack[SendOptions]) -> None: ...

    async def put(self, path: str, *, cast_to: type[T] | None, **send: Unpack[SendOptions]) -> T | None:
        """Put to a path; arguments and errors are those of `post`, with no stream."""
        return await make_call(  # type: ignore[no-any-return]  # as above
            self._engine, "PUT", path, cast_to=cast_to, send=send
        )

    @overload
    async def patch(self, path: str, *, cast_to: type[T], **send: Unpack[SendOptions]) -> T: ...

    @overload
    async def patch(self, path: str, *, cast_to: None, **send: Unpack[SendOptions]) -> None: ...

    async def patch(self, path: str, *, cast_to: type[T] | None, **send: Unpack[SendOptions]) -> T | None:
        """Patch what is at a path; arguments and errors are those of `post`, with no stream."""
        return await make_call(  # type: ignore[no-any-return]  # as above
            self._engine, "PATCH", path, cast_to=cast_to, send=send
        )

    @overload
    async def delete(self, path: str, *, cast_to: type[T], **send: Unpack[SendOptions]) -> T: ...

    @overload
    async def delete(self, path: str, *, cast_to: None, **send: Unpack[SendOptions]) -> None: ...

    async def delete(self, path: str, *, cast_to: type[T] | None, **send: Unpack[SendOptions]) -> T | None:
        """Delete what is at a path; arguments and errors are those of `post`, with no stream."""
        return await make_call(  # type: ignore[no-any-return]  # as above
            self._engine, "DELETE", path, cast_to=cast_to, send=send
        )
