"""httpx on either side of the seam: its clients as our transport, our pool as its transport.

`HttpxTransport` is what ``http_client=`` becomes: HTTP/2, SOCKS, respx and mock transports come with it, at
httpx's speed, and with what httpx does to its pool under cancellation. Clients of ``httpx2`` have the same
calls and do as well, so exceptions are told apart by the names of their classes.

Theory of operation
    httpx reads bodies through async generators, several deep. One that is left unfinished is finished by the
    garbage collector, at any time, with a warning. So a response that is closed early asks for one more piece
    under a cancelled scope: the cancellation rises from the innermost generator through all of them.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from typing import TYPE_CHECKING, Final, NoReturn, final

import httpx
import trio

from triopenai._base.config import Origin, Timeout
from triopenai._base.headers import Headers
from triopenai._net.decoding import receive_decoded
from triopenai._net.dial import default_ssl_context
from triopenai._net.errors import (
    ConnectError,
    ReadError,
    RemoteProtocolError,
    TransportClosed,
    TransportError,
    TransportTimeout,
    WriteError,
)
from triopenai._net.pool import ConnectionPool
from triopenai._net.timing import timed_out
from triopenai._net.transport import Response, Transport, TransportStatistics
from triopenai._sansio.content import ContentDecoder, ContentError
from triopenai._sansio.http1 import serialize_head
from triopenai._sansio.request import Request

if TYPE_CHECKING:
    import ssl

    from triopenai._base.config import PoolLimits
    from triopenai._net.errors import Phase
    from triopenai._sansio.request import BodySource, BodyStream

__all__ = ["HttpxTransport", "PoolTransport", "proxy_transport"]

CLOSE_SECONDS: Final = 1.0
MAX_BUFFERED: Final = 10_000
_CLOSED: Final = "the response is closed"


def proxy_transport(
    proxy: str,
    *,
    limits: PoolLimits,
    ssl_context: ssl.SSLContext | None = None,
    cafile: str | None = None,
) -> HttpxTransport:
    """A transport that goes through a proxy.

    Args:
        proxy: The proxy's address, such as ``"http://user:password@proxy.example:3128"``; ``socks5://`` needs
            httpx's ``socks`` extra.
        limits: How many connections.
        ssl_context: TLS settings for servers; the operating system's trust by default.
        cafile: Certificates to trust in place of the operating system's.

    Raises:
        ValueError: `proxy` is no address of a proxy.
        ImportError: httpx lacks what this kind of proxy needs.
    """
    context = ssl_context if ssl_context is not None else default_ssl_context(cafile)
    client = httpx.AsyncClient(
        proxy=proxy,
        verify=context,
        trust_env=False,
        limits=httpx.Limits(
            max_connections=limits.max_connections,
            max_keepalive_connections=limits.max_keepalive,
            keepalive_expiry=limits.keepalive_expiry,
        ),
    )
    return HttpxTransport(client, owned=True)


@final
class HttpxTransport(Transport):
    """Sends requests through an `httpx.AsyncClient`.

    Redirects are left to the caller; the client's own cookies, headers and authentication apply.

    Args:
        client: An open client of httpx or httpx2.
        owned: Whether `aclose` closes the client too; otherwise that is its opener's.
    """

    __slots__ = ("_active", "_client", "_closed", "_owned", "_requests")

    def __init__(self, client: httpx.AsyncClient, *, owned: bool = False) -> None:
        self._client = client
        self._owned = owned
        self._closed = False
        self._requests = 0
        self._active: set[_HttpxResponse] = set()

    async def send(self, request: Request, timeout: Timeout) -> Response:  # noqa: ASYNC109  # the bounds of each wait, not of the call
        """See `Transport.send`."""
        self._check_open()
        serialize_head(request, 0, b"host")  # refuses what httpx would refuse later, or not at all
        headers = list(request.headers)
        body = request.body
        content: bytes | _Upload | None = body or None if isinstance(body, bytes) else None
        upload: BodyStream | None = None
        if not isinstance(body, bytes):
            if body.length is not None:
                headers.append((b"Content-Length", b"%d" % body.length))
            upload = await body.open()
            content = _Upload(upload)
        self._requests += 1
        try:
            built = self._client.build_request(
                request.method,
                request.url,
                headers=headers,
                content=content,
                timeout=(timeout.connect, timeout.read, timeout.write, timeout.pool),
            )
            response = await self._client.send(built, stream=True, follow_redirects=False)
        except Exception as error:  # noqa: BLE001  # what is not httpx's goes on
            _raise_translated(error, timeout)
        finally:
            if upload is not None:
                await upload.aclose()
        ours = _HttpxResponse(response, timeout, self._active)
        try:
            self._check_open()
        except TransportClosed:
            await ours.aclose()
            raise
        return ours

    def _check_open(self) -> None:
        if self._closed:
            raise TransportClosed

    async def aclose(self) -> None:
        """Close responses that are still open, and the client if it is owned. Idempotent."""
        self._closed = True
        with trio.CancelScope(deadline=trio.current_time() + CLOSE_SECONDS, shield=True):
            for response in tuple(self._active):
                await response.aclose()
            if self._owned:
                await self._client.aclose()
        await trio.lowlevel.checkpoint()

    def statistics(self) -> TransportStatistics:
        """Requests and open responses; httpx does not tell the rest."""
        return TransportStatistics(requests=self._requests, active=len(self._active))


@final
class _HttpxResponse(Response):
    """States: open (has an iterator); ended, or broken with `_error`, (has none)."""

    __slots__ = ("_active", "_busy", "_decoder", "_error", "_iterator", "_response", "_started", "_timeout")

    def __init__(self, response: httpx.Response, timeout: Timeout, active: set[_HttpxResponse]) -> None:
        self.status = response.status_code
        self.headers = Headers(response.headers.raw)
        self.http_version = response.http_version
        self._response = response
        self._timeout = timeout
        self._busy = self._started = False
        self._error: str | None = None
        self._decoder: ContentDecoder | None = None
        self._iterator: AsyncIterator[bytes] | None = self._iterate()
        self._active = active
        active.add(self)

    def _iterate(self) -> AsyncIterator[bytes]:
        response = self._response
        if response.is_stream_consumed or response.is_closed:  # read already, as a mock's is
            return _Once(response.content)
        try:
            # Better than httpx's own, which takes a body cut short for a whole one.
            decoder = ContentDecoder(self.headers.get("content-encoding", ""))
        except ContentError:
            return response.aiter_bytes()
        self._decoder = decoder if decoder.layered else None
        return response.aiter_raw()

    async def receive_some(self) -> bytes:
        """See `Response.receive_some`."""
        if self._busy:
            msg = "another task is reading this response"
            raise trio.BusyResourceError(msg)
        self._busy = True
        try:
            if self._decoder is not None:
                return await receive_decoded(self._decoder, self._receive_raw, self.headers)
            return await self._receive_raw()
        except BaseException as error:
            if isinstance(error, TransportError):
                self._error = str(error)
            await self._finish("reading was cancelled")  # noqa: ASYNC102  # shields itself, for a second
            raise
        finally:
            self._busy = False

    async def _receive_raw(self) -> bytes:
        await trio.lowlevel.checkpoint()
        iterator = self._iterator
        if iterator is None:
            if self._error is not None:
                raise TransportClosed(self._error, phase="read", sent=True)
            return b""
        self._started = True
        try:
            async for piece in iterator:
                if piece:
                    return piece
        except Exception as error:  # noqa: BLE001  # as above
            if self._iterator is None:
                raise TransportClosed(self._error or _CLOSED, phase="read", sent=True) from None
            _raise_translated(error, self._timeout)
        self._iterator = None
        self._active.discard(self)
        await self._response.aclose()
        return b""

    async def aclose(self) -> None:
        """See `Response.aclose`."""
        await self._finish(_CLOSED)
        await trio.lowlevel.checkpoint()

    async def _finish(self, reason: str) -> None:
        iterator, self._iterator = self._iterator, None
        if iterator is None:
            return
        self._active.discard(self)
        self._error = self._error or reason
        self._decoder = None
        with trio.CancelScope(deadline=trio.current_time() + CLOSE_SECONDS, shield=True):
            if self._started and not self._busy:
                await _unwind(iterator)
            try:
                await self._response.aclose()
            except Exception as error:  # noqa: BLE001  # closed is closed; what failed is of no use to anybody
                _ = error


async def _unwind(iterator: AsyncIterator[bytes]) -> None:
    """End a chain of async generators from the inside."""
    with trio.CancelScope() as scope:
        scope.cancel()
        try:
            for _ in range(MAX_BUFFERED):  # pieces that need no wait come first
                await anext(iterator)
        except (StopAsyncIteration, Exception) as error:  # noqa: BLE001  # ended by its own failure: as good
            _ = error


@final
class _Once(AsyncIterator[bytes]):
    """A body that is there already."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __aiter__(self) -> _Once:
        return self

    async def __anext__(self) -> bytes:
        data, self._data = self._data, b""
        if not data:
            raise StopAsyncIteration
        return data


@final
class _Upload(AsyncIterator[bytes]):
    """A body as httpx reads it."""

    def __init__(self, stream: BodyStream) -> None:
        self._stream = stream

    def __aiter__(self) -> _Upload:
        return self

    async def __anext__(self) -> bytes:
        if piece := await self._stream.receive_some():
            return piece
        raise StopAsyncIteration


_TIMEOUTS: Final[Mapping[str, Phase]] = {
    "PoolTimeout": "pool",
    "ConnectTimeout": "connect",
    "WriteTimeout": "write",
    "ReadTimeout": "read",
    "TimeoutException": "read",
}
_FAILURES: Final[Mapping[str, Callable[[str], TransportError]]] = {
    "ProxyError": lambda text: ConnectError(text, phase="connect"),
    "ConnectError": lambda text: ConnectError(text, phase="connect"),
    "UnsupportedProtocol": lambda text: ConnectError(text, phase="connect"),
    "WriteError": lambda text: WriteError(text, phase="write", sent=True),
    "LocalProtocolError": lambda text: WriteError(text, phase="write", sent=True),
    "RemoteProtocolError": RemoteProtocolError,
    "DecodingError": RemoteProtocolError,
    "TooManyRedirects": RemoteProtocolError,
    "StreamClosed": lambda text: TransportClosed(text, phase="read", sent=True),
    "HTTPError": lambda text: ReadError(text, phase="read", sent=True),
    "StreamError": lambda text: ReadError(text, phase="read", sent=True),
    # What httpx lets through from below.
    "BrokenResourceError": lambda text: ReadError(text, phase="read", sent=True),
    "ClosedResourceError": lambda text: TransportClosed(text, phase="read", sent=True),
    "OSError": lambda text: ReadError(text, phase="read", sent=True),
}


def _raise_translated(error: Exception, timeout: Timeout) -> NoReturn:
    """Raise our error for one of httpx's; another's, such as that of a body being read, goes on as it is."""
    for base in type(error).__mro__:
        if (phase := _TIMEOUTS.get(base.__name__)) is not None:
            raise timed_out(getattr(timeout, phase) or 0.0, phase, sent=phase in {"read", "write"}) from error
        if (make := _FAILURES.get(base.__name__)) is not None:
            raise make(str(error) or type(error).__name__) from error
    if isinstance(error, RuntimeError) and "closed" in str(error):
        msg = "the HTTP client is closed"
        raise TransportClosed(msg) from error
    try:
        raise error
    finally:
        del error  # the traceback holds this frame; the frame must not hold the error


@final
class PoolTransport(httpx.AsyncBaseTransport):
    """Our pool for an application that uses httpx: ``httpx.AsyncClient(transport=PoolTransport())``.

    Args:
        pool: The pool to use, which stays the caller's to close; by default one of its own, closed with the
            httpx client.
    """

    def __init__(self, pool: ConnectionPool | None = None) -> None:
        self._pool = pool if pool is not None else ConnectionPool()
        self._owned = pool is None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. httpx calls this."""
        try:
            response = await self._pool.send(_request(request), _timeout(request), decode=False)
        except TransportError as error:
            raise _httpx_error(error, request) from error
        return httpx.Response(
            response.status,
            headers=list(response.headers.raw),
            stream=_Download(response, request),
            extensions={"http_version": response.http_version.encode("ascii")},
        )

    async def aclose(self) -> None:
        """Close the pool, if it was made here."""
        if self._owned:
            await self._pool.aclose()


_FRAMING: Final = frozenset({b"content-length", b"transfer-encoding"})


def _request(request: httpx.Request) -> Request:
    url = request.url
    port = url.port or (443 if url.scheme == "https" else 80)
    stream = request.stream
    if not isinstance(stream, httpx.AsyncByteStream):
        msg = "PoolTransport sends requests of httpx.AsyncClient only"
        raise TypeError(msg)
    length = request.headers.get("content-length")
    try:
        body: bytes | BodySource = request.content
    except httpx.RequestNotRead:
        body = _StreamSource(stream, None if length is None else int(length))
    return Request(
        request.method,
        Origin(url.scheme, url.host, port),
        url.raw_path.decode("ascii"),
        [pair for pair in request.headers.raw if pair[0].lower() not in _FRAMING],
        body,
    )


def _timeout(request: httpx.Request) -> Timeout:
    seconds = request.extensions.get("timeout", {})
    return Timeout(**{phase: seconds.get(phase) for phase in ("connect", "read", "write", "pool")})


def _httpx_error(error: TransportError, request: httpx.Request) -> httpx.TransportError:
    kind: type[httpx.TransportError]
    if isinstance(error, TransportTimeout):
        kind = {
            "pool": httpx.PoolTimeout,
            "connect": httpx.ConnectTimeout,
            "tls": httpx.ConnectTimeout,
            "write": httpx.WriteTimeout,
            "read": httpx.ReadTimeout,
        }[error.phase]
    elif isinstance(error, ConnectError):
        kind = httpx.ConnectError
    elif isinstance(error, WriteError):
        kind = httpx.WriteError
    elif isinstance(error, RemoteProtocolError):
        kind = httpx.RemoteProtocolError
    else:
        kind = httpx.ReadError
    return kind(str(error), request=request)


@final
class _StreamSource:
    """The body of an httpx request that is not in memory."""

    replayable = False

    def __init__(self, stream: httpx.AsyncByteStream, length: int | None) -> None:
        self._stream = stream
        self.length = length

    async def open(self) -> BodyStream:
        return _StreamBody(aiter(self._stream))


@final
class _StreamBody:
    def __init__(self, iterator: AsyncIterator[bytes]) -> None:
        self._iterator = iterator

    async def receive_some(self) -> bytes:
        async for piece in self._iterator:
            if piece:
                return piece
        return b""

    async def aclose(self) -> None:
        close = getattr(self._iterator, "aclose", None)
        if close is not None:
            await close()


@final
class _Download(httpx.AsyncByteStream):
    """The body of one of our responses, as httpx reads it."""

    def __init__(self, response: Response, request: httpx.Request) -> None:
        self._response = response
        self._request = request

    def __aiter__(self) -> AsyncIterator[bytes]:
        return _DownloadIterator(self._response, self._request)

    async def aclose(self) -> None:
        await self._response.aclose()


@final
class _DownloadIterator(AsyncIterator[bytes]):
    def __init__(self, response: Response, request: httpx.Request) -> None:
        self._response = response
        self._request = request

    async def __anext__(self) -> bytes:
        try:
            piece = await self._response.receive_some()
        except TransportError as error:
            raise _httpx_error(error, self._request) from error
        if not piece:
            raise StopAsyncIteration
        return piece
