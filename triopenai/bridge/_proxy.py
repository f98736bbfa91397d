"""Proxies: the objects of Trio's side, one for one, with methods that hand calls over.

A proxy has the special methods that its object's class has, so that ``await``, ``async for`` and
``async with`` work on what they work on at Trio's side (``for`` and ``with``, in synchronous programs), and
`isinstance` is told the object's class.
"""

from __future__ import annotations

from functools import partial
from inspect import iscoroutinefunction
from types import CoroutineType
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol, TypeGuard, TypeVar, cast
from weakref import WeakKeyDictionary

import trio

from triopenai.bridge._blocks import HostBlock
from triopenai.bridge._values import Exporter, is_live, restored

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Coroutine, Generator
    from contextlib import AbstractAsyncContextManager
    from types import FunctionType, TracebackType

__all__ = ["AsyncProxy", "Proxy", "SyncProxy", "run_to_end", "shown"]

T = TypeVar("T")

# How many items in a row an iterator may give without a round trip, in which other tasks have their turn.
IN_A_ROW: Final = 32


class HasNextNowait(Protocol):
    """An iterator of Trio's side that tells items which are there from those to wait for."""

    def next_nowait(self) -> object:
        """The next item; `trio.WouldBlock` where it takes waiting."""


class Proxy:
    """An object of Trio's side, as the host sees it.

    Attributes:
        bridge_target: The object.
        bridge_block: The block that calls run in.
        bridge_entered: The blocks that it was entered as, innermost last.
        bridge_first: What it gave when it was first awaited without `await`, in a synchronous program.
        bridge_left: How many items it may still give in a row.
    """

    __slots__ = ("bridge_block", "bridge_entered", "bridge_first", "bridge_left", "bridge_target")

    # Special methods for the proxies of the objects whose class has the one named.
    SPECIAL: ClassVar[dict[str, tuple[str, Callable[..., object]]]]
    HOST: ClassVar[type[Proxy]]

    def __init__(self, target: object, block: HostBlock) -> None:
        self.bridge_target = target
        self.bridge_block = block
        self.bridge_entered: list[HostBlock] = []
        self.bridge_first: object = None
        self.bridge_left = 0

    def bridge_call(self, fn: Callable[..., object], *args: object, **kwargs: object) -> object:
        """Call a function of Trio's side with what the host's code gave."""
        raise NotImplementedError

    def bridge_bound(
        self, fn: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object], *, wait_in: bool
    ) -> Callable[[], object]:
        """A function of Trio's side with its arguments made fit for it.

        Args:
            fn: The function.
            args: Its arguments.
            kwargs: As above.
            wait_in: Whether functions among `args` are called as async ones.
        """
        self.bridge_block.check()
        host = self.bridge_block.host
        keyword = Exporter(host, self.bridge_show)
        positional = Exporter(host, self.bridge_show, wait_in=True) if wait_in else keyword
        return partial(
            fn,
            *(positional.export(value) for value in args),
            **{name: keyword.export(value) for name, value in kwargs.items()},
        )

    def bridge_show(self, value: object) -> object:
        """What the host sees of what this object gave."""
        return shown(value, self.bridge_block, self.HOST)

    async def bridge_wait(self, fn: Callable[[], Awaitable[object]]) -> object:
        """Wait for a function of Trio's side; returns what the host sees of its result."""
        return self.bridge_show(await self.bridge_block.call(fn))

    async def bridge_enter(self) -> object:
        """Enter the object as a block."""
        manager = cast("AbstractAsyncContextManager[object]", self.bridge_target)
        block = HostBlock(self.bridge_block.host, manager, self.bridge_block)
        value = await block.enter()
        self.bridge_entered.append(block)
        return shown(value, block, self.HOST)

    async def bridge_leave(self, error: BaseException | None) -> bool:
        """Leave the block; returns whether the error is handled."""
        return await self.bridge_entered.pop().leave(error)

    def __getattr__(self, name: str) -> object:
        return self.bridge_show(getattr(self.bridge_target, name))

    def __dir__(self) -> list[str]:
        return dir(self.bridge_target)

    def __repr__(self) -> str:
        return f"<bridge to {self.bridge_target!r}>"

    def __eq__(self, other: object) -> bool:
        return self.bridge_target == (other.bridge_target if _is_proxy(other) else other)

    def __hash__(self) -> int:
        return hash(self.bridge_target)

    @property  # type: ignore[misc]  # what `isinstance` asks
    def __class__(self) -> type:  # pyright: ignore[reportIncompatibleMethodOverride]  # as above
        return type(self.bridge_target)


def _is_proxy(value: object) -> TypeGuard[Proxy]:
    return issubclass(type(value), Proxy)  # not `isinstance`, which is told the class of what it stands for


_KINDS: Final[dict[type[Proxy], WeakKeyDictionary[type, type[Proxy]]]] = {}


def shown(value: object, block: HostBlock, host: type[Proxy]) -> object:
    """What the host sees of a value: itself, or a proxy.

    Args:
        value: The value.
        block: Where calls through the proxy run.
        host: Which kind of proxy: `AsyncProxy` or `SyncProxy`.
    """
    kind = type(value)
    if kind is list or kind is tuple:
        items = cast("list[object]", value)
        if not any(map(is_live, items)):
            return value
        each = [shown(item, block, host) for item in items]
        return each if kind is list else tuple(each)
    value = restored(value)
    if not is_live(value):
        return value
    kinds = _KINDS.setdefault(host, WeakKeyDictionary())
    proxies = kinds.get(kind)
    if proxies is None:
        has = {name for base in kind.__mro__ for name in vars(base)}
        special = {name: method for name, (needed, method) in host.SPECIAL.items() if needed in has}
        proxies = kinds[kind] = type(
            f"{host.__name__}Of{kind.__name__}", (host,), {"__slots__": (), **special}
        )
    return proxies(value, block)


def _forwarded(name: str) -> tuple[str, Callable[..., object]]:
    def forward(self: Proxy, *args: object) -> object:
        return self.bridge_call(getattr(self.bridge_target, name), *args)

    return name, forward


def _call(self: Proxy, *args: object, **kwargs: object) -> object:
    return self.bridge_call(cast("Callable[..., object]", self.bridge_target), *args, **kwargs)


def _bind(self: Proxy, instance: object, owner: type | None = None) -> object:
    if not _is_proxy(instance):
        return self  # a class of the user's has it as an attribute
    return self.bridge_show(cast("FunctionType", self.bridge_target).__get__(instance.bridge_target, owner))


_AT_BOTH: Final = {
    "__call__": ("__call__", _call),
    "__get__": ("__get__", _bind),
    **{name: _forwarded(name) for name in ("__len__", "__getitem__", "__contains__")},
}


async def _awaited(value: object) -> object:
    return await cast("Awaitable[object]", value)


def _aiter(self: Proxy) -> object:
    iterator = cast("AsyncIterable[object]", self.bridge_target).__aiter__()
    return self if iterator is self.bridge_target else self.bridge_show(iterator)


def _anext(self: Proxy) -> Coroutine[Any, Any, object]:
    return self.bridge_wait(cast("AsyncIterator[object]", self.bridge_target).__anext__)


async def _anext_here(self: Proxy) -> object:
    """The next item: at once if it is there, as this is Trio's thread too."""
    if self.bridge_left:
        self.bridge_left -= 1
        try:
            item = self.bridge_block.take(cast("HasNextNowait", self.bridge_target).next_nowait)
        except trio.WouldBlock:
            pass
        else:
            return self.bridge_show(item)
    item = await _anext(self)
    self.bridge_left = IN_A_ROW - 1 if hasattr(self.bridge_target, "next_nowait") else 0
    return item


def _await(self: Proxy) -> Generator[Any, Any, object]:
    return self.bridge_wait(partial(_awaited, self.bridge_target)).__await__()


async def _aexit(
    self: Proxy,
    _kind: type[BaseException] | None,
    error: BaseException | None,
    _trace: TracebackType | None,
) -> bool:
    return await self.bridge_leave(error)


class AsyncProxy(Proxy):
    """A proxy whose calls are awaited."""

    __slots__ = ()

    SPECIAL: ClassVar = {
        **_AT_BOTH,
        "__await__": ("__await__", _await),
        "__aiter__": ("__aiter__", _aiter),
        "__anext__": ("__anext__", _anext_here),
        "__aenter__": ("__aenter__", Proxy.bridge_enter),
        "__aexit__": ("__aexit__", _aexit),
    }

    def bridge_call(self, fn: Callable[..., object], *args: object, **kwargs: object) -> object:
        """Call a function of Trio's side; an async one is called when what this gives is awaited."""
        bound = self.bridge_bound(fn, args, kwargs, wait_in=False)
        if iscoroutinefunction(fn):
            return self.bridge_wait(cast("Callable[[], Awaitable[object]]", bound))
        result = bound()
        if isinstance(result, CoroutineType):
            return self.bridge_wait(lambda: cast("CoroutineType[Any, Any, object]", result))
        return self.bridge_show(result)


AsyncProxy.HOST = AsyncProxy


def run_to_end(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that blocks where others would suspend."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return cast("T", stop.value)
    msg = "a synchronous host's waits never suspend"
    raise AssertionError(msg)


def _next(self: Proxy) -> object:
    try:
        return run_to_end(_anext(self))
    except StopAsyncIteration:
        raise StopIteration from None


def _enter(self: Proxy) -> object:
    return run_to_end(self.bridge_enter())


def _exit(
    self: Proxy,
    _kind: type[BaseException] | None,
    error: BaseException | None,
    _trace: TracebackType | None,
) -> bool:
    return run_to_end(self.bridge_leave(error))


class SyncProxy(Proxy):
    """A proxy whose calls block."""

    __slots__ = ()

    SPECIAL: ClassVar = {
        **_AT_BOTH,
        "__iter__": ("__aiter__", _aiter),
        "__next__": ("__anext__", _next),
        "__enter__": ("__aenter__", _enter),
        "__exit__": ("__aexit__", _exit),
    }

    def bridge_call(self, fn: Callable[..., object], *args: object, **kwargs: object) -> object:
        """Call a function in Trio's thread, and wait for it if it is async."""
        bound = self.bridge_bound(fn, args, kwargs, wait_in=_takes_async_functions(fn))

        async def call() -> object:
            result = bound()
            if isinstance(result, CoroutineType):
                return await cast("CoroutineType[Any, Any, object]", result)
            return result

        return run_to_end(self.bridge_wait(call))

    def __getattr__(self, name: str) -> object:
        target = self.bridge_target
        if hasattr(type(target), "__await__") and not hasattr(target, name):
            # Of a list that was not asked for yet, say: asynchronous code would `await` it first.
            if self.bridge_first is None:
                self.bridge_first = run_to_end(self.bridge_wait(partial(_awaited, target)))
            return getattr(self.bridge_first, name)
        return super().__getattr__(name)


SyncProxy.HOST = SyncProxy


def _takes_async_functions(fn: Callable[..., object]) -> bool:
    """Whether a function takes async functions by position, as `map` and `start_soon` do."""
    module = getattr(fn, "__module__", "")
    return module.startswith("triopenai._flow.") or module == "triopenai._api"
