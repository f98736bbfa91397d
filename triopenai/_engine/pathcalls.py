"""The methods of a client that call a path: typed by `cast_to`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar, overload

from triopenai._engine.generic import make_call
from triopenai._engine.resource import Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from triopenai._base.files import FileTypes
    from triopenai._base.options import RequestOptions
    from triopenai._engine.events import EventStream

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
            self._engine, "GET", path, cast_to=cast_to, options=options, stream=stream
        )

    @overload
    async def post(
        self,
        path: str,
        *,
        cast_to: type[T],
        body: object = None,
        content: bytes | None = None,
        files: Mapping[str, FileTypes | Sequence[FileTypes]] | None = None,
        options: RequestOptions | None = None,
        stream: Literal[False] = False,
    ) -> T: ...

    @overload
    async def post(
        self,
        path: str,
        *,
        cast_to: None,
        body: object = None,
        content: bytes | None = None,
        files: Mapping[str, FileTypes | Sequence[FileTypes]] | None = None,
        options: RequestOptions | None = None,
        stream: Literal[False] = False,
    ) -> None: ...

    @overload
    async def post(
        self,
        path: str,
        *,
        cast_to: type[T],
        body: object = None,
        content: bytes | None = None,
        files: Mapping[str, FileTypes | Sequence[FileTypes]] | None = None,
        options: RequestOptions | None = None,
        stream: Literal[True],
    ) -> EventStream[T]: ...

    async def post(
        self,
        path: str,
        *,
        cast_to: type[T] | None,
        body: object = None,
        content: bytes | None = None,
        files: Mapping[str, FileTypes | Sequence[FileTypes]] | None = None,
        options: RequestOptions | None = None,
        stream: bool = False,
    ) -> T | EventStream[T] | None:
        """Post to a path.

        Args:
            path: Where to.
            cast_to: What to read the answer as, or each event of a stream.
            body: What to send as JSON: a mapping, a model, a list.
            content: Bytes to send as they are, in place of `body`.
            files: Files by field name; the fields of `body` then go into the same form.
            options: Headers, query, timeout, retries of this call.
            stream: Whether the answer is a stream of events. What makes the server stream goes into
                `body`, mostly ``{"stream": True}``.

        Raises:
            APIError: The call failed; the subclass says how.
            TypeError: An option is unknown, something cannot be sent, or `cast_to` is no type to read.
            ValueError: The path leads to another server, or out of the base URL.
        """
        return await make_call(  # type: ignore[no-any-return]  # `cast_to` says it
            self._engine,
            "POST",
            path,
            cast_to=cast_to,
            options=options,
            body=body,
            content=content,
            files=files,
            stream=stream,
        )

    @overload
    async def put(
        self,
        path: str,
        *,
        cast_to: type[T],
        body: object = None,
        content: bytes | None = None,
        files: Mapping[str, FileTypes | Sequence[FileTypes]] | None = None,
        options: RequestOptions | None = None,
    ) -> T: ...

    @overload
    async def put(
        self,
        path: str,
        *,
        cast_to: None,
        body: object = None,
        content: bytes | None = None,
        files: Mapping[str, FileTypes | Sequence[FileTypes]] | None = None,
        options: RequestOptions | None = None,
    ) -> None: ...

    async def put(
        self,
        path: str,
        *,
        cast_to: type[T] | None,
        body: object = None,
        content: bytes | None = None,
        files: Mapping[str, FileTypes | Sequence[FileTypes]] | None = None,
        options: RequestOptions | None = None,
    ) -> T | None:
        """Put to a path.

        Args:
            path: Where to.
            cast_to: What to read the answer as.
            body: What to send as JSON: a mapping, a model, a list.
            content: Bytes to send as they are, in place of `body`.
            files: Files by field name; the fields of `body` then go into the same form.
            options: Headers, query, timeout, retries of this call.

        Raises:
            APIError: The call failed; the subclass says how.
            TypeError: An option is unknown, something cannot be sent, or `cast_to` is no type to read.
            ValueError: The path leads to another server, or out of the base URL.
        """
        return await make_call(  # type: ignore[no-any-return]  # `cast_to` says it
            self._engine,
            "PUT",
            path,
            cast_to=cast_to,
            options=options,
            body=body,
            content=content,
            files=files,
        )

    @overload
    async def patch(
        self,
        path: str,
        *,
        cast_to: type[T],
        body: object = None,
        content: bytes | None = None,
        files: Mapping[str, FileTypes | Sequence[FileTypes]] | None = None,
        options: RequestOptions | None = None,
    ) -> T: ...

    @overload
    async def patch(
        self,
        path: str,
        *,
        cast_to: None,
        body: object = None,
        content: bytes | None = None,
        files: Mapping[str, FileTypes | Sequence[FileTypes]] | None = None,
        options: RequestOptions | None = None,
    ) -> None: ...

    async def patch(
        self,
        path: str,
        *,
        cast_to: type[T] | None,
        body: object = None,
        content: bytes | None = None,
        files: Mapping[str, FileTypes | Sequence[FileTypes]] | None = None,
        options: RequestOptions | None = None,
    ) -> T | None:
        """Patch what is at a path.

        Args:
            path: Where to.
            cast_to: What to read the answer as.
            body: What to send as JSON: a mapping, a model, a list.
            content: Bytes to send as they are, in place of `body`.
            files: Files by field name; the fields of `body` then go into the same form.
            options: Headers, query, timeout, retries of this call.

        Raises:
            APIError: The call failed; the subclass says how.
            TypeError: An option is unknown, something cannot be sent, or `cast_to` is no type to read.
            ValueError: The path leads to another server, or out of the base URL.
        """
        return await make_call(  # type: ignore[no-any-return]  # `cast_to` says it
            self._engine,
            "PATCH",
            path,
            cast_to=cast_to,
            options=options,
            body=body,
            content=content,
            files=files,
        )

    @overload
    async def delete(
        self,
        path: str,
        *,
        cast_to: type[T],
        body: object = None,
        content: bytes | None = None,
        options: RequestOptions | None = None,
    ) -> T: ...

    @overload
    async def delete(
        self,
        path: str,
        *,
        cast_to: None,
        body: object = None,
        content: bytes | None = None,
        options: RequestOptions | None = None,
    ) -> None: ...

    async def delete(
        self,
        path: str,
        *,
        cast_to: type[T] | None,
        body: object = None,
        content: bytes | None = None,
        options: RequestOptions | None = None,
    ) -> T | None:
        """Delete what is at a path.

        Args:
            path: Where to.
            cast_to: What to read the answer as.
            body: What to send as JSON: a mapping, a model, a list.
            content: Bytes to send as they are, in place of `body`.
            options: Headers, query, timeout, retries of this call.

        Raises:
            APIError: The call failed; the subclass says how.
            TypeError: An option is unknown, something cannot be sent, or `cast_to` is no type to read.
            ValueError: The path leads to another server, or out of the base URL.
        """
        return await make_call(  # type: ignore[no-any-return]  # `cast_to` says it
            self._engine, "DELETE", path, cast_to=cast_to, options=options, body=body, content=content
        )
