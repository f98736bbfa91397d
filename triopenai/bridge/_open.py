"""The blocks that users open, and what they are given in them."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast, final

from triopenai._api import open_client
from triopenai.bridge._asyncio import AsyncioHost
from triopenai.bridge._blocks import HostBlock
from triopenai.bridge._proxy import AsyncProxy, SyncProxy, run_to_end, shown
from triopenai.bridge._sync import SyncHost
from triopenai.bridge._values import Exporter

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager, AbstractContextManager
    from types import TracebackType

    from triopenai._api import Client
    from triopenai.bridge._host import Host
    from triopenai.bridge._proxy import Proxy

__all__ = ["open_bridge", "open_bridge_to", "open_client_sync", "open_sync"]

P = ParamSpec("P")
T = TypeVar("T")
BlockT = TypeVar("BlockT")


class _Opened(Generic[T]):
    """A block of Trio's side at a host of its own, or one that is shared."""

    HOST: type[AsyncioHost | SyncHost]
    PROXY: type[Proxy]

    def __init__(
        self,
        opener: Callable[..., AbstractAsyncContextManager[T]],
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> None:
        self._opener = opener
        self._args = args
        self._kwargs = kwargs
        self._inside: tuple[Host, HostBlock] | None = None
        self._entered = False

    async def _enter(self) -> T:
        if self._entered:
            msg = "this block has been entered before: open another"
            raise RuntimeError(msg)
        self._entered = True
        host = await self.HOST.acquire()
        try:
            block = HostBlock(host, self._manager(host), None)
            value = await block.enter()
        except BaseException:
            await host.release()  # noqa: ASYNC102  # asyncio's; it outlasts cancellation
            raise
        self._inside = host, block
        return cast("T", shown(value, block, self.PROXY))

    def _manager(self, host: Host) -> AbstractAsyncContextManager[T]:
        exporter = Exporter(host, lambda value: value)
        args = (exporter.export(value) for value in self._args)
        kwargs = {name: exporter.export(value) for name, value in self._kwargs.items()}
        return self._opener(*args, **kwargs)

    async def _leave(self, error: BaseException | None) -> bool:
        assert self._inside is not None  # noqa: S101  # entered
        host, block = self._inside
        try:
            return await block.leave(error)
        finally:
            await host.release()  # noqa: ASYNC102  # as above


@final
class _Bridge(_Opened[T]):
    HOST = AsyncioHost
    PROXY = AsyncProxy

    async def __aenter__(self) -> T:
        return await self._enter()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        return await self._leave(error)  # noqa: ASYNC102  # as above


@final
class _Portal(_Opened[T]):
    HOST = SyncHost
    PROXY = SyncProxy

    def __enter__(self) -> T:
        return run_to_end(self._enter())

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        return run_to_end(self._leave(error))


def _with_options_of(
    opener: Callable[P, AbstractAsyncContextManager[Client]],
) -> Callable[[Callable[..., BlockT]], Callable[P, BlockT]]:
    """Give a function the parameters of another, for type checkers and for `help`."""

    def give(function: Callable[..., BlockT]) -> Callable[P, BlockT]:
        function.__signature__ = signature(opener)  # type: ignore[attr-defined]  # where `inspect` looks
        return cast("Callable[P, BlockT]", function)

    return give


# The parameters of what calls it are those of the client's opener, by `_with_options_of`.
_open_client = cast("Callable[..., AbstractAsyncContextManager[Client]]", open_client)


def open_bridge_to(
    opener: Callable[P, AbstractAsyncContextManager[T]], /, *args: P.args, **kwargs: P.kwargs
) -> AbstractAsyncContextManager[T]:
    """Open a block of Trio's side for the time of a block in an asyncio program.

    What `open_bridge` does for `triopenai.open_client`, this does for anything of this library that is opened
    so::

        async with open_bridge_to(open_azure_client, azure_endpoint=...) as client: ...
        async with open_bridge_to(open_sandbox) as sandbox: ...

    Args:
        opener: A function that gives an async context manager.
        *args: What to call it with.
        **kwargs: As above.

    Raises:
        RuntimeError: No asyncio event loop is running, or Trio runs in this thread already; and from uses on
            another loop or in another thread.
        ClientClosedError: From uses after the block.
    """
    return _Bridge(opener, args, kwargs)


@_with_options_of(open_client)
def open_bridge(**options: object) -> AbstractAsyncContextManager[Client]:
    """Open a client for the time of a block in an asyncio program.

    Trio runs as a guest of the asyncio event loop, in the same thread, and the client and all that it gives
    are awaited and iterated by asyncio code as by Trio's::

        async with open_bridge() as client:
            async with asyncio.timeout(30):
                reply = await client.responses.create(model="gpt-5", input="Hello")

    Calls, streams, pages, downloads, helpers and tasks are proxies of the client's own, one for one, and
    type checkers see those. What they wait for runs as a Trio task. When the asyncio task is cancelled, so
    is that, and the cancellation goes on when it has ended. Errors are the same objects on both sides. Async
    functions handed in (to ``client.map`` and ``client.start_soon``, as ``api_key``) run as asyncio tasks.

    When a task of the block fails, the asyncio task that opened the block is cancelled, as in an
    `asyncio.TaskGroup`, and the failure leaves the block in an `ExceptionGroup`. Leaving the block waits for
    the tasks; calls that other asyncio tasks still make through it end with `ClientClosedError`.

    Any number of bridges may be open on a loop, also one inside another; they share one Trio run.

    Args:
        **options: Those of `triopenai.open_client`.

    Raises:
        RuntimeError: No asyncio event loop is running, or Trio runs in this thread already; and from uses on
            another loop or in another thread.
        ClientClosedError: From uses after the block.
        MissingCredentialsError: As from `triopenai.open_client`.
        ValueError: As from there.
    """
    return open_bridge_to(_open_client, **options)


def open_sync(
    opener: Callable[P, AbstractAsyncContextManager[object]], /, *args: P.args, **kwargs: P.kwargs
) -> AbstractContextManager[Any]:
    """Open a block of Trio's side for the time of a ``with`` block of a synchronous program.

    What `open_client_sync` does for `triopenai.open_client`, this does for anything of this library that is
    opened so: ``with open_sync(open_azure_client, azure_endpoint=...) as client``.

    Args:
        opener: A function that gives an async context manager.
        *args: What to call it with.
        **kwargs: As above.

    Raises:
        RuntimeError: The caller runs an event loop; and from uses in one, or in a callback of Trio's thread.
        ClientClosedError: From uses after the block.
    """
    return _Portal(opener, args, kwargs)


@_with_options_of(open_client)
def open_client_sync(**options: object) -> AbstractContextManager[Any]:
    """Open a client for the time of a ``with`` block of a synchronous program.

    Trio runs in a thread of its own, and the client's calls block. Where Trio's code has ``await``, this has
    nothing; ``async for`` and ``async with`` are ``for`` and ``with``::

        with open_client_sync() as client:
            reply = client.responses.create(model="gpt-5", input="Hello")
            with client.chat.completions.create(model="gpt-4", messages=messages, stream=True) as stream:
                for chunk in stream: ...

    Any number of threads may use the client. Ctrl-C cancels the call that the main thread waits for, and is
    raised when that has ended. Functions for ``client.map`` and ``client.start_soon`` are plain ones and run
    in threads; what those call through the client is cancelled with them. Other callbacks run in Trio's
    thread, and must not block.

    Type checkers take the client for `typing.Any`: its annotations are those of async methods. `blocking`,
    `enter` and `iterate` make use of them.

    Args:
        **options: Those of `triopenai.open_client`.

    Raises:
        RuntimeError: The caller runs an event loop; and from uses in one, or in a callback of Trio's thread.
        ClientClosedError: From uses after the block, and in a block that is ending as a task of it failed.
        MissingCredentialsError: As from `triopenai.open_client`.
        ValueError: As from there.
    """
    return open_sync(_open_client, **options)
