"""What the generated methods call: one line each."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, TypeVar, final

import trio

from triopenai._base.errors import ClientClosedError
from triopenai._engine.binary import HttpxBinaryResponseContent
from triopenai._engine.call import prepare, run
from triopenai._engine.deprecation import warn_of_deprecation
from triopenai._engine.events import EventStream
from triopenai._engine.keptbody import KeptBody
from triopenai._engine.openreply import OpenReply
from triopenai._engine.pages import AsyncPaginator, read_page
from triopenai._engine.reply import Reply, describe
from triopenai._engine.silence import limit_silence
from triopenai._engine.values import read_value
from triopenai._engine.watch import Watch
from triopenai._flow.scope import Scopes
from triopenai._sansio.operation import Special

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from triopenai._engine.call import Call
    from triopenai._engine.instruments import Instruments
    from triopenai._engine.pages import BasePage
    from triopenai._engine.settings import Settings
    from triopenai._flow.governor import Governor, Lanes
    from triopenai._net.transport import Response, Transport
    from triopenai._sansio.operation import Operation, PageOperation, StreamOperation

__all__ = ["Engine"]

R = TypeVar("R")
E = TypeVar("E")
S = TypeVar("S")
ItemT = TypeVar("ItemT")
PageT = TypeVar("PageT", bound="BasePage[Any]")

CLOSE_SECONDS = 5.0


@final
class Shared:
    """What the views of one client share: transport, limits, scopes, instruments, and what is still open."""

    __slots__ = ("closed", "governor", "instruments", "open", "scopes", "transport")

    def __init__(self, transport: Transport, governor: Governor, instruments: Instruments) -> None:
        self.transport: Transport = transport
        self.governor: Governor = governor
        self.instruments: Instruments = instruments
        self.scopes: Scopes = Scopes()
        self.closed: bool = False
        self.open: set[trio.abc.AsyncResource] = set()

    def watch(self, call: Call) -> Watch | None:
        """What is told of a call, if there is somebody to tell."""
        if not (self.scopes.by_task or self.instruments):
            return None
        scope = self.scopes.current()
        return Watch(call, scope, self.instruments) if scope is not None or self.instruments else None

    def forget(self, thing: trio.abc.AsyncResource) -> None:
        """A stream or download was closed."""
        self.open.discard(thing)

    async def aclose(self) -> None:
        """Refuse new calls and close everything; waits a bounded time, also when cancelled.

        Everything is closed, whatever happens to the others: when the time is up the rest is closed by
        cancelled calls, which is by force, and a failure is raised when all have had their turn.

        Raises:
            Exception: What closing one of them raised; a group, if it was several.
        """
        self.closed = True
        left = list(self.open)
        self.open.clear()
        deadline = trio.current_time() + CLOSE_SECONDS
        failures: list[Exception] = []
        for thing in (*left, self.transport):
            with trio.CancelScope(shield=True, deadline=deadline):
                try:
                    await thing.aclose()
                except Exception as error:  # noqa: BLE001  # raised below, when the others are closed too
                    failures.append(error)
        for thing in left:
            msg = f"{thing!r} was left open and is closed with its client: use it as `async with`"
            try:
                warnings.warn(msg, ResourceWarning, stacklevel=2)
            except ResourceWarning as warning:  # where warnings are errors, the others are still to be told
                failures.append(warning)
        try:
            if len(failures) == 1:
                raise failures[0]
            if failures:
                msg = "closing the client failed"
                raise ExceptionGroup(msg, failures)
        finally:
            failures.clear()  # their tracebacks hold this frame


@final
class Engine:
    """Carries out operations with one set of settings.

    Resources hold an engine and nothing else. `raw` is the engine whose results are `Reply` objects, `open`
    the one whose results are `OpenReply` objects, whose bodies nobody has read.
    """

    __slots__ = ("_lanes", "_open", "_raw", "as_replies", "leaves_open", "settings", "shared")

    def __init__(
        self, settings: Settings, shared: Shared, *, as_replies: bool = False, leaves_open: bool = False
    ) -> None:
        self.settings: Settings = settings
        self.shared: Shared = shared
        self.as_replies: bool = as_replies
        self.leaves_open: bool = leaves_open
        self._lanes: Lanes = shared.governor.lanes((str(settings.defaults.origin), settings.keys.account))
        self._raw: Engine | None = None
        self._open: Engine | None = None

    @property
    def raw(self) -> Engine:
        """The same engine, answering with `Reply`."""
        if self.as_replies:
            return self
        if self._raw is None:
            self._raw = Engine(self.settings, self.shared, as_replies=True)
        return self._raw

    @property
    def open(self) -> Engine:
        """The same engine, answering with `OpenReply`."""
        if self.leaves_open:
            return self
        if self._open is None:
            self._open = Engine(self.settings, self.shared, leaves_open=True)
        return self._open

    @property
    def plain(self) -> Engine:
        """The same engine, answering with values."""
        return Engine(self.settings, self.shared) if self.as_replies or self.leaves_open else self

    def with_settings(self, settings: Settings) -> Engine:
        """An engine with other settings over the same connections."""
        return Engine(settings, self.shared, as_replies=self.as_replies, leaves_open=self.leaves_open)

    def check_open(self, name: str) -> None:
        """Refuse a call on a closed client.

        Raises:
            ClientClosedError: The block has ended.
        """
        if self.shared.closed:
            msg = f"{name} was called on a closed client: its open_client() block has ended."
            raise ClientClosedError(msg)

    def _prepare(
        self,
        operation: Operation[object],
        params: Mapping[str, object],
        path_arg: str | None,
        *,
        timed: bool = True,
        streams: bool = False,
    ) -> Call:
        if self.shared.closed:
            self.check_open(operation.name)
        if operation.deprecated:
            warn_of_deprecation(operation.name)
        call = prepare(operation, params, path_arg, self.settings)
        limit_silence(call, params, streams=streams)
        if timed:
            call.started = trio.current_time()
        return call

    # What has nothing to add is no `async def`: each is a frame that every wait of a call goes through.

    def call(
        self, operation: Operation[R], params: Mapping[str, object], path_arg: str | None = None
    ) -> Awaitable[R]:
        """Make a call and read its answer."""
        binary = operation.result == Special.BINARY
        # What nobody is told need not be measured: a look at the clock is a hundredth of a call.
        untold = not (binary or self.as_replies or self.leaves_open)
        call = self._prepare(operation, params, path_arg, timed=not untold)
        take = self.take_binary if binary else self._take_value
        return self.carry_out(call, take, live=binary)

    async def stream(
        self, operation: StreamOperation[R, E], params: Mapping[str, object], path_arg: str | None = None
    ) -> EventStream[E]:
        """Make a call and give its events once the first one is there."""
        call = self._prepare(operation, params, path_arg, streams=True)
        stream: EventStream[E] = await self.carry_out(call, self._take_stream, live=True)
        return stream

    async def stream_as(
        self,
        operation: StreamOperation[R, E],
        params: Mapping[str, object],
        make: Callable[[EventStream[E]], S],
    ) -> S:
        """As `stream`, with what is made of the events in their place, in every form of answer."""
        call = self._prepare(operation, params, None, streams=True)

        async def take(call: Call, response: Response) -> Any:  # noqa: ANN401  # as below
            events: EventStream[E] = EventStream(call, response, self.shared.forget)
            return await self.begin_stream(events, make)

        made: S = await self.carry_out(call, take, live=True)
        return made

    def call_or_stream(
        self, operation: StreamOperation[R, E], params: Mapping[str, object], path_arg: str | None = None
    ) -> Awaitable[R | EventStream[E]]:
        """`stream` if the arguments ask for it, else `call`."""
        if params.get("stream"):
            return self.stream(operation, params, path_arg)
        return self.call(operation, params, path_arg)

    def paginate(
        self,
        operation: PageOperation[PageT, ItemT],
        params: Mapping[str, object],
        path_arg: str | None = None,
    ) -> AsyncPaginator[ItemT, PageT]:
        """The pages of a list; nothing is sent before they are awaited or iterated."""
        return AsyncPaginator(self, operation, params, path_arg)

    async def fetch_page(
        self, operation: PageOperation[PageT, ItemT], params: Mapping[str, object], path_arg: str | None
    ) -> PageT:
        """One page of a list."""
        call = self._prepare(operation, params, path_arg)

        async def take_page(call: Call, response: Response) -> Any:  # noqa: ANN401  # as below
            body = await response.read_all()
            page = read_page(self.plain, call, response, body, params=params, path_arg=path_arg)
            return Reply(describe(call, response), page, body) if self.as_replies else page

        result: PageT = await self.carry_out(call, take_page)
        return result

    def carry_out(
        self, call: Call, take: Callable[[Call, Response], Awaitable[Any]], *, live: bool = False
    ) -> Awaitable[Any]:
        """Run a prepared call; what `take` makes of the response is the result.

        Args:
            call: What to send.
            take: Reads the response.
            live: Whether its result reads on from the response, instead of being whole.
        """
        call.watch = self.shared.watch(call)
        return run(
            call,
            self.shared.transport,
            self._lanes[call.model],
            self._taker(take, live=live),
            live=live or self.leaves_open,
        )

    def _taker(
        self, take: Callable[[Call, Response], Awaitable[Any]], *, live: bool
    ) -> Callable[[Call, Response], Awaitable[Any]]:
        if not self.leaves_open:
            return take

        async def leave_open(call: Call, response: Response) -> OpenReply[Any]:  # noqa: ASYNC124  # as `run` awaits it
            return OpenReply(call, response, take, live=live)

        return leave_open

    # What these give has the type that the operation names, or is a `Reply` of it where replies are asked
    # for; the methods above state it once.

    async def _take_value(self, call: Call, response: Response) -> Any:  # noqa: ANN401  # as said
        body = await response.read_all()
        value = read_value(call, response, body)
        return Reply(describe(call, response), value, body) if self.as_replies else value

    async def take_binary(self, call: Call, response: Response) -> Any:  # noqa: ANN401  # as said
        """The answer as a download."""
        if self.as_replies:
            body = await response.read_all()
            content = HttpxBinaryResponseContent(call, KeptBody(response, body), self.shared.forget)
            return Reply(content.response, content, body)
        content = HttpxBinaryResponseContent(call, response, self.shared.forget)
        self.shared.open.add(content)
        return content

    async def _take_stream(self, call: Call, response: Response) -> Any:  # noqa: ANN401  # as said
        return await self.begin_stream(EventStream(call, response, self.shared.forget))

    async def begin_stream(
        self, stream: EventStream[E], make: Callable[[EventStream[E]], object] | None = None
    ) -> Any:  # noqa: ANN401  # as said
        """Wait for a stream's first event; from then on it is closed with the client at the latest.

        Args:
            stream: The stream.
            make: Makes of it what the caller is given in its place.
        """
        if await stream.begin():
            self.shared.open.add(stream)
        value = stream if make is None else make(stream)
        return Reply(stream.response, value, None) if self.as_replies else value

    def __repr__(self) -> str:
        state = "closed" if self.shared.closed else "open"
        return f"{self.settings.defaults.origin}{self.settings.defaults.base_path}, {state}"
