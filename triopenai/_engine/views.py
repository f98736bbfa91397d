"""`with_raw_response` and `with_streaming_response`: one view each, for every resource and method.

A view holds a twin of the resource, whose engine answers with replies, and looks everything up there. So
there is one class for each form, and none for each resource or method. What a method takes and returns
depends on its name, which no annotation of a view can say: to a type checker a view's methods take anything,
and its replies are `Reply[Any]`. Where types matter, `raw` has them.
"""

from __future__ import annotations

from functools import partial
from inspect import ismethod
from typing import TYPE_CHECKING, Any, cast, final

from triopenai._engine.callblock import CallBlock
from triopenai._engine.resource import Resource, check_gives_reply, gives_answer, is_call

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    from triopenai._engine.openreply import OpenReply
    from triopenai._engine.reply import Reply

__all__ = ["RawResponses", "StreamingResponses"]


class _View:
    """A resource, or one of its methods, seen through a twin on another engine."""

    __slots__ = ("_target",)

    def __init__(self, target: Resource | Callable[..., Awaitable[Any]]) -> None:
        self._target = target

    def _member(self, name: str) -> Resource | Callable[..., Awaitable[Any]]:
        owner = self._target
        if not name.startswith("_") and isinstance(owner, Resource):
            found: object = getattr(owner, name)
            if isinstance(found, Resource):
                return found
            if ismethod(found) and is_call(owner, name):
                return cast("Callable[..., Awaitable[Any]]", found)
        msg = f"{self!r} has no call {name!r}"
        raise AttributeError(msg)

    def _method(self) -> Callable[..., Awaitable[Any]]:
        if isinstance(self._target, Resource):
            msg = f"{self!r} is no method: call one of its methods"
            raise TypeError(msg)
        return self._target

    @property
    def __wrapped__(self) -> Callable[..., Awaitable[Any]]:
        """The method, for who asks for its signature."""
        if isinstance(self._target, Resource):
            raise AttributeError("__wrapped__")  # noqa: EM101, TRY004  # what `inspect` expects
        return self._target

    def __dir__(self) -> list[str]:
        owner = self._target
        if not isinstance(owner, Resource):
            return []
        own = {name for name in dir(Resource) if not name.startswith("_")}
        return sorted(name for name in set(dir(owner)) - own if not name.startswith("_"))

    def __repr__(self) -> str:
        shown = getattr(self._target, "__qualname__", type(self._target).__name__)
        return f"<{type(self).__name__} of {shown}>"


@final
class RawResponses(_View):
    """A resource whose methods answer with a `Reply`.

    Example::

        reply = await client.models.with_raw_response.retrieve("gpt-4")
        reply.headers["x-request-id"], reply.parse()

    Lists give the reply of one page. Subresources are reached through it too.
    """

    __slots__ = ()

    def __getattr__(self, name: str) -> RawResponses:
        return RawResponses(self._member(name))

    def __call__(self, *args: object, **kwargs: object) -> Awaitable[Reply[Any]]:
        """Make the call; arguments, errors and retries are the method's own.

        Raises:
            TypeError: The method is a helper that is no single call, such as ``stream``.
        """
        method = self._method()
        check_gives_reply(method)
        return method(*args, **kwargs)


@final
class StreamingResponses(_View):
    """A resource whose methods give a block; nothing of the body is read before it is asked for.

    Example::

        async with client.files.with_streaming_response.content("file-1") as reply:
            await reply.stream_to_file("file.bin")

    The block's end closes the answer, and the connection with it unless the body was read to its end.
    """

    __slots__ = ()

    def __getattr__(self, name: str) -> StreamingResponses:
        return StreamingResponses(self._member(name))

    def __call__(self, *args: object, **kwargs: object) -> AbstractAsyncContextManager[OpenReply[Any]]:
        """The block. The call is made where the block begins, and retried until there is an answer's head.

        Raises:
            TypeError: The method is a helper, which reads answers itself.
        """
        method = self._method()
        if not gives_answer(method):
            msg = f"{method.__qualname__} has no streaming response: it reads what is answered itself"
            raise TypeError(msg)
        return CallBlock(partial(method, *args, **kwargs))
