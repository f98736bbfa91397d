"""The contract of `triopenai.Transport`, as checks that an implementation passes.

Run it from a test::

    async def test_transport_keeps_its_contract():
        await check_transport(MyTransport)
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, final

import trio

from triopenai._base.config import Origin, Timeout
from triopenai._sansio.request import Request
from triopenai.testing._contract_server import CONTENT, ContractServer, Seen, open_contract_server

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai._sansio.request import BodySource

__all__ = ["CHECKS", "SendsRequests", "check_transport"]

NEVER: Final = Timeout.of(None)
QUICK: Final = Timeout.of(0.1)
PATIENCE: Final = 10.0
PATIENT: Final = Timeout.of(PATIENCE)


class Answers(Protocol):
    """A response, as the contract needs it; see `triopenai.Response`."""

    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def http_version(self) -> str: ...
    async def receive_some(self) -> bytes: ...
    async def receive_before(self, deadline: float) -> bytes: ...
    async def read_all(self, limit: int | None = None) -> bytes: ...
    async def drain(self, max_bytes: int, seconds: float) -> bool: ...
    async def aclose(self) -> None: ...


class SendsRequests(Protocol):
    """A transport, as the contract needs it; see `triopenai.Transport`."""

    async def send(self, request: Request, timeout: Timeout) -> Answers:  # noqa: ASYNC109  # of each wait
        """See `triopenai.Transport.send`."""
        ...

    async def aclose(self) -> None:
        """See `triopenai.Transport.aclose`."""
        ...

    def statistics(self) -> Counts:
        """See `triopenai.Transport.statistics`."""
        ...


class Counts(Protocol):
    """The statistics, as the contract needs them."""

    @property
    def active(self) -> int: ...
    @property
    def waiting(self) -> int: ...


async def check_transport(make: Callable[[], SendsRequests], *, skip: frozenset[str] = frozenset()) -> None:
    """Try a transport against the contract of `triopenai.Transport`.

    A server on a loopback port answers in every way that HTTP/1.1 knows and some that it does not. Takes a
    second or two of real time: use it without an autojump clock.

    Args:
        make: Makes a new transport; called once for each check. The transport is closed here.
        skip: Names of `CHECKS` that do not apply, such as ``"refusal"`` for a transport that cannot listen
            while it sends.

    Raises:
        AssertionError: A promise is not kept; the message and a note say which.
        ValueError: `skip` has a name that no check has.
    """
    if unknown := skip - CHECKS.keys():
        msg = f"skip={unknown}: there is no such check, but {', '.join(CHECKS)}"
        raise ValueError(msg)
    for name, check in CHECKS.items():
        if name in skip:
            continue
        try:
            with trio.fail_after(PATIENCE):
                async with open_contract_server() as server:
                    transport = make()
                    try:
                        await check(_Try(transport, server))
                    finally:
                        await transport.aclose()
                    await server.wait_connections(0)
        except BaseException as error:
            error.add_note(f"in check {name!r} of the transport contract")
            raise


@final
class _Try:
    """A transport and the server it is tried against."""

    def __init__(self, transport: SendsRequests, server: ContractServer) -> None:
        self.transport = transport
        self.server = server

    async def send(
        self,
        target: str,
        *,
        method: str = "GET",
        body: bytes | BodySource = b"",
        headers: tuple[tuple[bytes, bytes], ...] = (),
        timeout: Timeout = NEVER,  # noqa: ASYNC109  # the subject of the checks
        origin: Origin | None = None,
    ) -> Answers:
        request = Request(method, origin or self.server.origin, target, headers, body)
        return await self.transport.send(request, timeout)

    async def post(self, target: str, body: bytes | BodySource) -> Seen:
        """Send a body and give the request as it arrived."""
        response = await self.send(target, method="POST", body=body)
        await response.read_all()
        return self.server.seen[-1]

    async def works(self) -> None:
        """The transport can still be used, and holds nothing."""
        response = await self.send("/plain")
        _same(await response.read_all(), CONTENT, "body after trouble")
        counts = self.transport.statistics()
        _same((counts.active, counts.waiting), (0, 0), "active and waiting requests at rest")


def _same(actual: object, expected: object, what: str) -> None:
    if actual != expected:
        msg = f"{what}: {expected!r} expected, not {actual!r}"
        raise AssertionError(msg)


def _holds(condition: object, what: str) -> None:
    if not condition:
        msg = f"{what}: not so"
        raise AssertionError(msg)


async def _fails(
    what: str, call: Callable[[], Awaitable[object]], phase: str, *, kind: str = ""
) -> Exception:
    """Check that a call raises a `TransportError` of this phase."""
    try:
        result = await call()
    except Exception as error:
        names = {base.__name__ for base in type(error).__mro__}
        if "TransportError" not in names or (kind and kind not in names):
            raise
        _holds(bool(re.fullmatch(phase, str(getattr(error, "phase", "")))), f"{what}: phase {phase}")
        _holds(isinstance(getattr(error, "sent", None), bool), f"{what}: `sent` is true or false")
        return error
    msg = f"{what}: an error was expected, not {result!r}"
    raise AssertionError(msg)


async def _check_plain(to: _Try) -> None:
    response = await to.send("/plain")
    _same((response.status, response.http_version), (200, "HTTP/1.1"), "status and version")
    _same(response.headers["x-first"], "1", "header")
    _same(response.headers["X-Twice"], "a, b", "header that came twice")
    body = b""
    while piece := await response.receive_some():
        body += piece
    _same(body, CONTENT, "body")
    for _ in range(3):
        _same(await response.receive_some(), b"", "receive_some after the end")
    _same(await response.read_all(), b"", "read_all after the end")
    await response.aclose()
    await response.aclose()
    await to.works()


async def _check_framings(to: _Try) -> None:
    for target in ("/chunked", "/until-end", "/gzip", "/interim"):
        response = await to.send(target)
        _same((response.status, await response.read_all()), (200, CONTENT), target)
        await response.aclose()
    for target, method, status in (("/empty", "GET", 204), ("/head", "HEAD", 200)):
        response = await to.send(target, method=method)
        _same((response.status, await response.read_all()), (status, b""), f"{method} {target}")
    await to.works()


async def _check_statuses(to: _Try) -> None:
    response = await to.send("/missing")
    _same((response.status, await response.read_all()), (404, b"nothing here"), "an error status")
    response = await to.send("/redirect")
    _same((response.status, response.headers["location"]), (307, "/plain"), "a redirect, not followed")
    await response.aclose()


async def _check_request(to: _Try) -> None:
    headers = ((b"X-One", b"1"), (b"Accept", b"text/x"))
    response = await to.send("/plain?a=b%20c", method="PATCH", body=b"abc", headers=headers)
    await response.aclose()
    seen = to.server.seen[-1]
    _same((seen.method, seen.target, seen.body), ("PATCH", "/plain?a=b%20c", b"abc"), "request")
    _same((seen.headers["x-one"], seen.headers["accept"]), ("1", "text/x"), "headers sent")
    _same(seen.headers["host"], f"127.0.0.1:{to.server.origin.port}", "host sent")
    _same(seen.headers["content-length"], "3", "length sent")
    for bad in ((b"X", b"a\r\nY: b"), (b"X", b"a\nb"), (b"X\r\nY", b"a"), (b"X", b"\0")):
        try:
            await to.send("/plain", headers=(bad,))
        except ValueError:
            continue
        msg = f"a header with a line break was sent: {bad!r}"
        raise AssertionError(msg)
    _same(len(to.server.seen), 1, "number of requests sent")
    await to.works()


@final
class _Source:
    """A body in pieces."""

    replayable = True

    def __init__(self, *pieces: bytes, length: int | None) -> None:
        self._pieces = pieces
        self._left: list[bytes] = []
        self.length = length
        self.open_count = 0

    async def open(self) -> _Source:
        self.open_count += 1
        self._left = list(self._pieces)
        return self

    async def receive_some(self) -> bytes:
        await trio.lowlevel.checkpoint()
        return self._left.pop(0) if self._left else b""

    async def aclose(self) -> None:
        self.open_count -= 1


async def _check_bodies(to: _Try) -> None:
    large = CONTENT * 200
    _same((await to.post("/plain", large)).body, large, "a large body")
    for length in (None, len(large) + 3):
        source = _Source(b"abc", large, length=length)
        seen = await to.post("/plain", source)
        _same(seen.body, b"abc" + large, "a body from a source")
        framing = ("transfer-encoding", "chunked") if length is None else ("content-length", str(length))
        _same(seen.headers.get(framing[0]), framing[1], "framing of a body from a source")
        _same(source.open_count, 0, "source streams left open")
    await to.works()


async def _check_refusal(to: _Try) -> None:
    source = _Source(*[CONTENT * 100] * 1000, length=None)
    response = await to.send("/refuse", method="POST", body=source)
    _same((response.status, await response.read_all()), (413, b"no"), "an answer before the body was sent")
    await response.aclose()
    _same(source.open_count, 0, "source streams left open")
    await to.works()


async def _check_failures(to: _Try) -> None:
    nobody = Origin("http", "127.0.0.1", await _free_port())
    error = await _fails(
        "refused connection", lambda: to.send("/", origin=nobody), "connect", kind="ConnectError"
    )
    _holds(not getattr(error, "sent", True), "`sent` of a refused connection is false")
    for target in ("/cut-head", "/garbage"):
        await _fails(target, partial(to.send, target), "read")
    for target in ("/cut-body", "/cut-chunk", "/cut-gzip"):
        response = await to.send(target)
        await _fails(target, response.read_all, "read")
        await response.aclose()
    await to.works()


async def _free_port() -> int:
    listeners = await trio.open_tcp_listeners(0, host="127.0.0.1")
    port: int = listeners[0].socket.getsockname()[1]
    for listener in listeners:
        await listener.aclose()
    return port


async def _check_timeouts(to: _Try) -> None:
    await _fails("no answer", lambda: to.send("/no-answer", timeout=QUICK), "read", kind="TransportTimeout")
    response = await to.send("/stall", timeout=QUICK)
    await _fails("stalled body", response.read_all, "read", kind="TransportTimeout")
    response = await to.send("/chunked", timeout=QUICK)
    _same(await response.read_all(), CONTENT, "a slow body whose pieces are in time")
    await to.works()


async def _check_deadlines(to: _Try) -> None:
    response = await to.send("/chunked")
    body = b""
    while piece := await response.receive_before(trio.current_time() + PATIENCE):
        body += piece
    _same(body, CONTENT, "body received before deadlines")
    _same(await response.receive_before(trio.current_time() + PATIENCE), b"", "receive_before after the end")
    for timeout, seconds in ((NEVER, 0.05), (QUICK, PATIENCE), (PATIENT, 0.05)):
        response = await to.send("/stall", timeout=timeout)
        start = trio.current_time()
        await _fails(
            "stalled body and a deadline",
            partial(_receive_all, response, start + seconds),
            "read",
            kind="TransportTimeout",
        )
        _holds(trio.current_time() - start < 1, "waiting until the first of timeout and deadline")
        await to.server.wait_connections(0)
    response = await to.send("/stall")
    with trio.move_on_after(0.03) as scope:
        await _receive_all(response, trio.current_time() + PATIENCE)
    _holds(scope.cancelled_caught, "cancellation before a deadline")
    await response.aclose()
    await to.works()


async def _receive_all(response: Answers, deadline: float) -> None:
    while await response.receive_before(deadline):
        pass


async def _check_cancellation(to: _Try) -> None:
    for seconds in (0, 0.03):
        with trio.move_on_after(seconds) as scope:
            await to.send("/no-answer", timeout=NEVER)
        _holds(scope.cancelled_caught, "cancellation while waiting for an answer")
    response = await to.send("/stall")
    with trio.move_on_after(0.03) as scope:
        await response.read_all()
    _holds(scope.cancelled_caught, "cancellation while reading")
    await response.aclose()
    await to.works()
    await to.server.wait_connections(1)


async def _check_closing(to: _Try) -> None:
    response = await to.send("/stall")
    await response.receive_some()
    await response.aclose()
    await response.aclose()
    await to.server.wait_connections(0)
    await _fails("reading a closed response", response.receive_some, "read", kind="TransportClosed")
    response = await to.send("/stall")
    await to.transport.aclose()
    await to.server.wait_connections(0)
    await _fails("reading after the transport was closed", response.read_all, "read")
    await to.transport.aclose()
    await _fails("sending after close", lambda: to.send("/plain"), ".*", kind="TransportClosed")


async def _check_draining(to: _Try) -> None:
    response = await to.send("/chunked")
    await response.receive_some()
    _holds(await response.drain(100_000, 5), "drain of a body that ends")
    response = await to.send("/stall")
    start = trio.current_time()
    _holds(not await response.drain(100_000, 0.05), "drain of a body that stalls, false")
    _holds(trio.current_time() - start < 1, "drain within its time")
    response = await to.send("/chunked")
    _holds(not await response.drain(10, 5), "drain of more bytes than allowed, false")
    response = await to.send("/cut-body")
    _holds(not await response.drain(100_000, 5), "drain of a body that is cut short, false")
    await to.works()


async def _check_limit(to: _Try) -> None:
    for target in ("/plain", "/chunked", "/gzip"):
        response = await to.send(target)
        await _fails("a body larger than the limit", partial(response.read_all, 100), "read")
        response = await to.send(target)
        _same(await response.read_all(len(CONTENT)), CONTENT, "a body as large as the limit")
    await to.works()


async def _check_two_readers(to: _Try) -> None:
    response = await to.send("/stall")
    busy = 0

    async def read() -> None:
        nonlocal busy
        try:
            while await response.receive_some():
                pass
        except trio.BusyResourceError:
            busy += 1

    async with trio.open_nursery() as nursery:
        nursery.start_soon(read)
        await trio.sleep(0.05)
        await read()
        nursery.cancel_scope.cancel()
    _same(busy, 1, "readers told that another one is reading")
    await response.aclose()
    await to.works()


async def _check_many(to: _Try) -> None:
    done = 0

    async def one() -> None:
        nonlocal done
        for _ in range(3):
            response = await to.send("/chunked" if done % 2 else "/plain")
            _same(await response.read_all(), CONTENT, "body of one of many")
            done += 1

    async with trio.open_nursery() as nursery:
        for _ in range(20):
            nursery.start_soon(one)
    _same(done, 60, "requests done")
    await to.works()


Check: TypeAlias = Callable[[_Try], Awaitable[None]]

CHECKS: Final[Mapping[str, Check]] = {
    "plain": _check_plain,
    "framings": _check_framings,
    "statuses": _check_statuses,
    "request": _check_request,
    "bodies": _check_bodies,
    "refusal": _check_refusal,
    "failures": _check_failures,
    "timeouts": _check_timeouts,
    "deadlines": _check_deadlines,
    "cancellation": _check_cancellation,
    "closing": _check_closing,
    "draining": _check_draining,
    "limit": _check_limit,
    "two readers": _check_two_readers,
    "many": _check_many,
}
