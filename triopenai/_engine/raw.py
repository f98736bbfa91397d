"""`raw(fn)`: the same call, with status and headers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from triopenai._engine.resource import Resource, check_gives_reply, is_call

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from triopenai._engine.reply import Reply

__all__ = ["raw"]

P = ParamSpec("P")
R = TypeVar("R")


def raw(method: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[Reply[R]]]:
    """Make of a client's method one that answers with a `Reply`.

    Example::

        reply = await raw(client.chat.completions.create)(model="gpt-4", messages=messages)
        reply.headers["x-request-id"], reply.parse()

    The parameters stay as they are, overloads included. What is sent and how it is retried does not change.

    Args:
        method: A method of one of the client's resources, ``client.files.retrieve``.

    Raises:
        TypeError: `method` is something else, or a helper that is no single call, such as ``stream``.
    """
    owner = getattr(method, "__self__", None)
    function = getattr(method, "__func__", None)
    if not isinstance(owner, Resource) or function is None or not is_call(owner, function.__name__):
        msg = f"raw() takes a method of a client's resource, such as client.models.retrieve, not {method!r}"
        raise TypeError(msg)
    check_gives_reply(method)
    twin = owner._on(owner._engine.raw)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # the twin takes it over
    return cast("Callable[P, Awaitable[Reply[R]]]", function.__get__(twin))
