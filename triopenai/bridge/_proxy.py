"""Proxies: the objects of Trio's side, one for one, with methods that hand calls over.

A proxy has the special methods that its object's class has, so that ``await``, ``async for`` and
``async with`` work on what they work on at Trio's side (``for`` and ``with``, in synchronous programs), and
`isinstance` is told the object's class.
"""

from __future__ import annotations

from functools import cache, partial
from inspect import iscoroutinefunction
from types import CoroutineType
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeGuard, TypeVar, cast

from triopenai.bridge._host import HostBlock
from triopenai.bridge._values import Exporter, is_live, restored

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Coroutine, Generator
    from contextlib import AbstractAsyncContextManager
    from types import FunctionType, TracebackType

__all__ = ["AsyncProxy", "Proxy", "SyncProxy", "run_to_end", "shown"]

T = TypeVar("T")


class Proxy:
    """An object of Trio's side, as the host sees it.

    Attributes:
        bridge_target: The object.
        bridge_block: The block that calls run in.
    """

    __slots__ = ("_entered", "bridge_block", "bridge_target")

    # Special methods for the proxies of classes that have the one named first.
    SPECIAL: ClassVar[dict[str, tuple[str, Callable[..., object]]]]
    HOST: ClassVar[type[Proxy]]

    def __init__(self, target: object, block: HostBlock) -> None:
        self.bridge_target = target
        self.bridge_block = block
        self._entered: list[HostBlock] = []

    def bridge_call(self, fn: Callable[..., object], *args: object, **kwargs: object) -> Any:
        """Call a function of Trio's side with what the host's code gave."""
        raise NotImplementedError

    def _exported(
        self, fn: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object], *, wait_in: bool
    ) -> Callable[[], object]:
        self.bridge_block.check()
        host = self.bridge_block.host
        positional = Exporter(host, self._show, wait_in=wait_in)
        keyword = Exporter(host, self._show)
        return partial(
            fn,
            *(positional.export(value) for value in args),
            **{name: keyword.export(value) for name, value in kwargs.items()},
        )

    def _show(self, value: object) -> Any:
        return shown(value, self.bridge_block, self.HOST)

    async def _wait_for(self, fn: Callable[[], Awaitable[object]]) -> Any:
        return self._show(await self.bridge_block.call(fn))

    async def _enter(self) -> Any:
        manager = cast("AbstractAsyncContextManager[object]", self.bridge_target)
        block = HostBlock(self.bridge_block.host, manager, self.bridge_block)
        value = await block.enter()
        self._entered.append(block)
        return shown(value, block, self.HOST)

    async def _leave(self, error: BaseException | None) -> bool:
        return await self._entered.pop().leave(error)

    def __getattr__(self, name: str) -> Any:
        return self._show(getattr(self.bridge_target, name))

    def __dir__(self) -> list[str]:
        return dir(self.bridge_target)

    def __repr__(self) -> str:
        return f"<bridge to {self.bridge_target!r}>"

    def __eq__(self, other: object) -> bool:
        return self.bridge_target == (other.bridge_target if _is_proxy(other) else other)

    def __hash__(self) -> int:
        return hash(self.bridge_target)

    @property  # type: ignore[misc]  # what `isinstance` asks
    def __class__(self) -> type:
        return type(self.bridge_target)


def _is_proxy(value: object) -> TypeGuard[Proxy]:
    return issubclass(type(value), Proxy)  # not `isinstance`, which is told the class of what it stands for


def shown(value: object, block: HostBlock, host: type[Proxy]) -> Any:
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
    return _kind(host, type(value))(value, block) if is_live(value) else value


@cache
def _kind(host: type[Proxy], cls: type) -> type[Proxy]:
    """The class of the proxies of a class's objects."""
    has = {name for base in cls.__mro__ for name in vars(base)}
    special = {name: method for name, (needed, method) in host.SPECIAL.items() if needed in has}
    return type(f"{host.__name__}Of{cls.__name__}", (host,), {"__slots__": (), **special})


def _forwarded(name: str) -> tuple[str, Callable[..., object]]:
    def forward(self: Proxy, *args: object) -> Any:
        return self.bridge_call(getattr(self.bridge_target, name), *args)

    return name, forward


def _call(self: Proxy, *args: object, **kwargs: object) -> Any:
    return self.bridge_call(cast("Callable[..., object]", self.bridge_target), *args, **kwargs)


def _bind(self: Proxy, instance: object, owner: type | None = None) -> Any:
    if not _is_proxy(instance):
        return self  # as an attribute of a class of the user's
    function = cast("FunctionType", self.bridge_target)
    return self._show(function.__get__(instance.bridge_target, owner))  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # a method of the class


_PLAIN: Final = {
    "__call__": ("__call__", _call),
    "__get__": ("__get__", _bind),
    **{name: _forwarded(name) for name in ("__len__", "__getitem__", "__contains__")},
}


class AsyncProxy(Proxy):
    """A proxy whose calls are awaited."""

    __slots__ = ()

    def bridge_call(self, fn: Callable[..., object], *args: object, **kwargs: object) -> Any:
        """Call a function of Trio's side; an async one is called when what this gives is awaited."""
        made = self._exported(fn, args, kwargs, wait_in=False)
        if iscoroutinefunction(fn):
            return self._wait_for(cast("Callable[[], Awaitable[object]]", made))
        result = made()
        return self._wait_for(lambda: result) if isinstance(result, CoroutineType) else self._show(result)

    def _await(self) -> Generator[Any, Any, Any]:
        return self._wait_for(partial(_awaited, self.bridge_target)).__await__()

    def _aiter(self) -> Any:
        iterator = cast("AsyncIterable[object]", self.bridge_target).__aiter__()
        return self if iterator is self.bridge_target else self._show(iterator)

    def _anext(self) -> Coroutine[Any, Any, Any]:
        return self._wait_for(cast("AsyncIterator[object]", self.bridge_target).__anext__)

    async def _aexit(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        return await self._leave(error)


async def _awaited(value: Awaitable[object]) -> object:
    return await value


AsyncProxy.HOST = AsyncProxy
AsyncProxy.SPECIAL = {
    **_PLAIN,
    "__await__": ("__await__", AsyncProxy._await),
    "__aiter__": ("__aiter__", AsyncProxy._aiter),
    "__anext__": ("__anext__", AsyncProxy._anext),
    "__aenter__": ("__aenter__", AsyncProxy._enter),
    "__aexit__": ("__aexit__", AsyncProxy._aexit),
}


def run_to_end(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that blocks where others would suspend."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return cast("T", stop.value)
    msg = "a synchronous host's waits never suspend"
    raise AssertionError(msg)


class SyncProxy(Proxy):
    """A proxy whose calls block."""

    __slots__ = ()

    def bridge_call(self, fn: Callable[..., object], *args: object, **kwargs: object) -> Any:
        """Call a function in Trio's thread, and wait for it if it is async."""
        made = self._exported(fn, args, kwargs, wait_in=_waits_for_its_functions(fn))

        async def call() -> object:
            result = made()
            return await result if isinstance(result, CoroutineType) else result

        return run_to_end(self._wait_for(call))

    def _iter(self) -> Any:
        iterator = cast("AsyncIterable[object]", self.bridge_target).__aiter__()
        return self if iterator is self.bridge_target else self._show(iterator)

    def _next(self) -> Any:
        try:
            return run_to_end(
                self._wait_for(cast("AsyncIterator[object]", self.bridge_target).__anext__)
            )
        except StopAsyncIteration:
            raise StopIteration from None

    def _enter_now(self) -> Any:
        return run_to_end(self._enter())

    def _exit_now(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        return run_to_end(self._leave(error))

    def __getattr__(self, name: str) -> Any:
        target = self.bridge_target
        if hasattr(type(target), "__await__") and not hasattr(target, name):
            # A page that was not asked for yet, say: this is the moment to wait for it.
            page = run_to_end(self._wait_for(partial(_awaited, cast("Awaitable[object]", target))))
            return getattr(page, name)
        return super().__getattr__(name)


SyncProxy.HOST = SyncProxy
SyncProxy.SPECIAL = {
    **_PLAIN,
    "__iter__": ("__aiter__", SyncProxy._iter),
    "__next__": ("__anext__", SyncProxy._next),
    "__enter__": ("__aenter__", SyncProxy._enter_now),
    "__exit__": ("__aexit__", SyncProxy._exit_now),
}


def _waits_for_its_functions(fn: Callable[..., object]) -> bool:
    """Whether a function takes async functions by position, as `map` and `start_soon` do."""
    module = getattr(fn, "__module__", "")
    return module.startswith("triopenai._flow.") or module == "triopenai._api"
