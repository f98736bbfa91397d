"""`open_bridge()` and `open_bridged()`: the client in asyncio programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar, cast, final

from triopenai._api import open_client
from triopenai.bridge._asyncio import AsyncioHost
from triopenai.bridge._host import HostBlock
from triopenai.bridge._proxy import AsyncProxy, shown
from triopenai.bridge._values import Exporter

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from types import TracebackType

    from triopenai._api import Client

__all__ = ["open_bridge", "open_bridged"]

P = ParamSpec("P")
T = TypeVar("T")


@final
class _Bridge(Generic[T]):
    """A block of Trio's side in an asyncio program."""

    def __init__(
        self,
        opener: Callable[..., AbstractAsyncContextManager[T]],
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> None:
        self._opener = opener
        self._args = args
        self._kwargs = kwargs
        self._host: AsyncioHost | None = None
        self._block: HostBlock | None = None

    async def __aenter__(self) -> T:
        if self._host is not None:
            msg = "this bridge has been entered before; open another"
            raise RuntimeError(msg)
        self._host = host = await AsyncioHost.acquire()
        try:
            exporter = Exporter(host, lambda value: value)
            self._block = block = HostBlock(host, self._made(exporter), None)
            value = await block.enter()
        except BaseException:
            await host.release()
            raise
        return cast("T", shown(value, block, AsyncProxy))

    def _made(self, exporter: Exporter) -> AbstractAsyncContextManager[T]:
        args = (exporter.export(value) for value in self._args)
        kwargs = {name: exporter.export(value) for name, value in self._kwargs.items()}
        return self._opener(*args, **kwargs)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        assert self._block is not None  # noqa: S101  # entered
        assert self._host is not None  # noqa: S101  # as above
        try:
            return await self._block.leave(error)
        finally:
            await self._host.release()


def open_bridged(
    opener: Callable[P, AbstractAsyncContextManager[T]], /, *args: P.args, **kwargs: P.kwargs
) -> AbstractAsyncContextManager[T]:
    """..."""
    return _Bridge(opener, args, kwargs)


def _with_options_of(
    opener: Callable[P, AbstractAsyncContextManager[Client]],
) -> Callable[[Callable[..., AbstractAsyncContextManager[Client]]], Callable[P, AbstractAsyncContextManager[Client]]]:
    """Give a function the parameters of another, for type checkers."""
    return lambda function: cast("Callable[P, AbstractAsyncContextManager[Client]]", function)


@_with_options_of(open_client)
def open_bridge(**options: object) -> AbstractAsyncContextManager[Client]:
    """..."""
    return open_bridged(cast("Callable[..., AbstractAsyncContextManager[Client]]", open_client), **options)
