"""What crosses a bridge, and as what.

From Trio's side to the host: data as it is, and everything with methods of the library's behind a proxy
(`is_live`). From the host to Trio's side: a proxy as what it stands for; a function, an async iterable or an
open file of the user's as a stand-in that runs it at the host; all else as it is. Whatever crosses a second
time comes out as what it was.
"""

from __future__ import annotations

import functools
from collections.abc import AsyncIterable, AsyncIterator, Mapping
from enum import Enum
from inspect import isawaitable, iscoroutinefunction
from types import CoroutineType, FunctionType, MethodType, NoneType
from typing import TYPE_CHECKING, Final, cast, final
from weakref import WeakKeyDictionary

import attrs

from triopenai._base.model import BaseModel
from triopenai._helpers.tool_functions import Tool

if TYPE_CHECKING:
    from collections.abc import Callable

    from triopenai.bridge._host import Host
    from triopenai.bridge._proxy import Proxy

__all__ = ["Exporter", "HostObject", "is_live", "restored"]

_DATA: Final = (BaseModel, BaseException, Enum, Mapping, tuple, str, bytes, type)
_PLAIN_KINDS: Final = frozenset({str, int, float, bool, bytes, NoneType})
_CONTAINERS: Final = frozenset({list, tuple, dict})
_ROUTINES: Final = (FunctionType, MethodType)
# Packages whose own classes never need a proxy.
_PLAIN: Final = ("triopenai._base.", "triopenai._sansio.", "triopenai.bridge.")
_WAITS: Final = ("__await__", "__aiter__", "__anext__", "__aenter__")

# Functions that were made for Trio's side, and the user's functions that they stand for.
_ORIGINALS: Final[WeakKeyDictionary[object, object]] = WeakKeyDictionary()


def _is_ours(value: object) -> bool:
    """Whether a function or object is of Trio's side by where it was defined."""
    kind = value if isinstance(value, _ROUTINES) else type(value)
    module: object = getattr(kind, "__module__", None)
    return isinstance(module, str) and module.partition(".")[0] in {"triopenai", "trio"}


_LIVE: Final[WeakKeyDictionary[type, bool]] = WeakKeyDictionary()


def _is_live_class(cls: type[object]) -> bool:
    known = _LIVE.get(cls)
    if known is None:
        is_data = issubclass(cls, _DATA)
        known = _LIVE[cls] = not is_data and _has_methods_that_wait(cls)
    return known


def _has_methods_that_wait(cls: type) -> bool:
    if cls.__module__.startswith(_PLAIN):
        return False
    waits = any(hasattr(cls, name) for name in _WAITS) or any(
        iscoroutinefunction(member) for base in cls.__mro__ for member in vars(base).values()
    )
    roots = {base.__module__.partition(".")[0] for base in cls.__mro__}
    if "triopenai" in roots:
        return waits or not hasattr(
            cls, "__attrs_attrs__"
        )  # a value, of attrs, has no more to it than its data
    return waits and not roots.isdisjoint({"trio", "contextlib"})


def is_live(value: object) -> bool:
    """Whether a value of Trio's side needs a proxy: it has methods that wait, or give what does."""
    if isinstance(value, _ROUTINES):
        owner: object = getattr(value, "__self__", value)
        return _is_ours(value) or (owner is not value and _is_live_class(type(owner)))
    return _is_live_class(type(value))


def _is_async(value: object) -> bool:
    call = getattr(type(value), "__call__", None)  # noqa: B004  # not whether it is callable
    return iscoroutinefunction(value) or iscoroutinefunction(call)


def restored(value: object) -> object:
    """The user's object that a stand-in stands for; other values as they are."""
    if isinstance(value, HostObject):
        return value.original
    return _ORIGINALS.get(value, value) if isinstance(value, FunctionType) else value


@final
class Exporter:
    """Makes what users hand in fit for Trio's side.

    Args:
        host: The host that the users' functions run at.
        show: Makes a proxy of what those functions are given, where they need one.
        wait_in: Whether functions that are not async run at the host too, as async ones for Trio.
    """

    def __init__(self, host: Host, show: Callable[[object], object], *, wait_in: bool = False) -> None:
        self.host = host
        self._show = show
        self._wait_in = wait_in

    def export(self, value: object) -> object:
        """What stands for a value on Trio's side."""
        kind = type(value)
        if kind in _PLAIN_KINDS:
            return value
        if hasattr(kind, "bridge_target"):
            return cast("Proxy", value).bridge_target
        if kind in _CONTAINERS:
            return self._export_items(cast("list[object] | tuple[object, ...] | dict[object, object]", value))
        if isinstance(value, (functools.partial, Tool)):
            return self._export_wrapped(cast("functools.partial[object] | Tool[..., object]", value))
        is_library = _is_ours(value) or isinstance(value, type)
        return value if is_library else self._export_users(value)

    def _export_users(self, value: object) -> object:
        if isinstance(value, _ROUTINES) or _is_async(value):
            return self._export_function(cast("Callable[..., object]", value))
        if isinstance(value, AsyncIterable) or iscoroutinefunction(getattr(value, "read", None)):
            return HostObject(self, cast("AsyncIterable[object]", value))
        return value

    def _export_items(
        self, items: list[object] | tuple[object, ...] | dict[object, object]
    ) -> list[object] | tuple[object, ...] | dict[object, object]:
        """The items made fit in what holds them; that itself if they are, or if it names no functions."""
        if isinstance(items, dict):
            if not any(isinstance(value, (*_ROUTINES, functools.partial)) for value in items.values()):
                return items
            return {name: self.export(value) for name, value in items.items()}
        exported = [self.export(item) for item in items]
        if all(new is old for new, old in zip(exported, items, strict=True)):
            return items
        return exported if isinstance(items, list) else tuple(exported)

    def _export_wrapped(self, value: functools.partial[object] | Tool[..., object]) -> object:
        if isinstance(value, Tool):
            return attrs.evolve(value, fn=cast("Callable[..., object]", self.export(value.fn)))
        fn = cast("Callable[..., object]", self.export(value.func))
        args = (self.export(item) for item in value.args)
        return functools.partial(
            fn, *args, **{name: self.export(item) for name, item in value.keywords.items()}
        )

    def _export_function(self, fn: Callable[..., object]) -> Callable[..., object]:
        if self._wait_in or _is_async(fn):

            async def run(*args: object, **kwargs: object) -> object:
                return await self.host.run_here(self._called(fn, args, kwargs))

            stand_in: Callable[..., object] = run
        else:

            def call(*args: object, **kwargs: object) -> object:
                result = self._called(fn, args, kwargs)()
                return self._finished(result) if isawaitable(result) else result

            stand_in = call
        functools.update_wrapper(stand_in, fn)
        _ORIGINALS[stand_in] = fn
        return stand_in

    async def _finished(self, awaitable: object) -> object:
        """Await at the host what a function gave that is not async itself."""
        try:
            return await self.host.run_here(lambda: awaitable)
        finally:
            if isinstance(awaitable, CoroutineType):  # cancelled before it could begin
                awaitable.close()

    def _called(
        self, fn: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]
    ) -> Callable[[], object]:
        shown = [self._show(value) for value in args]
        return functools.partial(fn, *shown, **{name: self._show(value) for name, value in kwargs.items()})


@final
class HostObject:
    """An async iterable or open file of the user's, whose methods run at the host."""

    def __init__(self, exporter: Exporter, original: object) -> None:
        self._exporter = exporter
        self.original = original

    def __aiter__(self) -> HostObject:
        iterator = cast("AsyncIterable[object]", self.original).__aiter__()
        return self if iterator is self.original else HostObject(self._exporter, iterator)

    async def __anext__(self) -> object:
        return await self._exporter.host.run_here(cast("AsyncIterator[object]", self.original).__anext__)

    async def aclose(self) -> None:
        close = getattr(self.original, "aclose", None)
        if close is not None:
            await self._exporter.host.run_here(close)

    def __getattr__(self, name: str) -> object:
        return self._exporter.export(getattr(self.original, name))
