"""The base of the generated resources."""

from __future__ import annotations

from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from triopenai._engine.engine import Engine
    from triopenai._engine.views import RawResponses, StreamingResponses

__all__ = ["Resource", "check_gives_reply", "gives_answer", "is_call", "no_call", "one_call"]

M = TypeVar("M", bound="Callable[..., Any]")

_MARK: Final = "__one_call__"
_NO_MARK: Final = "__no_call__"
_PLAIN: Final = ("triopenai.resources.", "triopenai._engine.")  # where every method is one call

_CONNECT: Final = "connect"  # opens a WebSocket, which is no answer


class Resource:
    """A group of endpoints. Users reach it through a client: ``client.chat.completions``."""

    _calls: ClassVar[frozenset[str] | None] = None  # names of the methods that are calls, where not all are

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def with_raw_response(self) -> RawResponses:
        """The same methods, each answering with a `Reply`: status, headers and content beside the value.

        `raw` does it for one method and keeps its types.
        """
        from triopenai._engine.views import RawResponses  # noqa: PLC0415  # only who asks pays for it

        return RawResponses(self._on(self._engine.raw))

    @property
    def with_streaming_response(self) -> StreamingResponses:
        """The same methods, each giving a block whose `OpenReply` has a body that is still to be read."""
        from triopenai._engine.views import StreamingResponses  # noqa: PLC0415  # as above

        return StreamingResponses(self._on(self._engine.open))

    def _on(self, engine: Engine) -> Self:
        """The same resource on another engine."""
        return type(self)(engine)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._engine!r}>"


def is_call(resource: Resource, name: str) -> bool:
    """Whether a method of a resource makes a call, so that it has an answer to be told of."""
    calls = resource._calls  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # the class is above
    return not name.startswith("_") and name != _CONNECT and (calls is None or name in calls)


def one_call(method: M) -> M:
    """Mark a method of a helper class that is one call and gives what the engine gives."""
    setattr(method, _MARK, True)
    return method


def no_call(method: M) -> M:
    """Mark an async method of a helper class that gives no call's answer."""
    setattr(method, _NO_MARK, True)
    return method


def gives_answer(method: Callable[..., Any]) -> bool:
    """Whether a method gives what the engine gives, which a helper that reads answers itself does not."""
    return method.__module__.startswith(_PLAIN) or hasattr(method, _MARK)


def check_gives_reply(method: Callable[..., Any]) -> None:
    """Refuse a method that has no raw form.

    Async helpers have one: they end with a call's answer, unless they are marked by `no_call`. The others
    make their calls later, step by step, or none.

    Raises:
        TypeError: There is no one answer that a `Reply` could tell of.
    """
    if not gives_answer(method) and (not iscoroutinefunction(method) or hasattr(method, _NO_MARK)):
        msg = f"{method.__qualname__} has no raw form: it is no single call, so it has no one answer"
        raise TypeError(msg)
