"""Opening connections: TCP by default, TLS over whatever stream there is."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, cast, final

import trio

from triopenai._base.network import Network
from triopenai._net.errors import ConnectError
from triopenai._net.tcp import TcpStream
from triopenai._net.timing import FRESH_PERIODS, STALL, timed_out

if TYPE_CHECKING:
    from triopenai._base.config import Origin
    from triopenai._net.errors import Phase

__all__ = ["Dialer", "TcpNetwork", "default_ssl_context"]


@final
class TcpNetwork(Network):
    """The network there is: names are looked up and addresses tried as RFC 8305 says (happy eyeballs)."""

    __slots__ = ()

    async def open_stream(self, host: str, port: int) -> trio.abc.Stream:
        """Open a TCP connection. See `Network.open_stream`."""
        return TcpStream(await trio.open_tcp_stream(host, port))


def default_ssl_context(cafile: str | None = None, capath: str | None = None) -> ssl.SSLContext:
    """The TLS settings for talking to public servers: certificates verified, HTTP/1.1 announced.

    Trust comes from the operating system's store, or only from the given certificates (what the
    environment variables `SSL_CERT_FILE` and `SSL_CERT_DIR` are for). Reads files, so it blocks for some
    milliseconds.

    Raises:
        OSError: A file cannot be read.
    """
    context: ssl.SSLContext
    if cafile or capath:
        context = ssl.create_default_context(cafile=cafile, capath=capath)
    else:
        import truststore  # noqa: PLC0415  # slow to import, and plain HTTP does without

        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.set_alpn_protocols(["http/1.1"])
    return context


@final
class Dialer:
    """Opens streams to origins. Loads the default TLS settings when the first one needs them."""

    __slots__ = ("_cafile", "_network", "_ssl_context")

    def __init__(
        self, network: Network | None, ssl_context: ssl.SSLContext | None, cafile: str | None = None
    ) -> None:
        self._cafile = cafile
        self._network = network if network is not None else TcpNetwork()
        self._ssl_context = ssl_context

    async def open(self, origin: Origin, seconds: float | None) -> trio.abc.Stream:
        """Open a stream to `origin`, TLS included.

        Where the deadline fires late, the loop was stalled, and there is another try with the same time.

        Raises:
            ConnectError: It cannot be reached, or its certificate is not trusted.
            TransportTimeout: That took longer than `seconds`.
        """
        context: ssl.SSLContext | None = None
        if origin.scheme == "https":
            context = self._ssl_context = self._ssl_context or await self._load_certificates()
        phase: list[Phase] = ["connect"]
        for _ in range(FRESH_PERIODS):
            phase[0] = "connect"
            scope = trio.CancelScope()
            if seconds is not None:
                scope.deadline = trio.current_time() + seconds
            with scope:
                return await self._open(origin, context, phase)
            if trio.current_time() - scope.deadline < STALL:
                break
        raise timed_out(seconds or 0.0, phase[0], sent=False)

    async def _load_certificates(self) -> ssl.SSLContext:
        # No part of the time allowed: a file is read, and nobody is waited for.
        try:
            return await trio.to_thread.run_sync(default_ssl_context, self._cafile)
        except OSError as error:
            msg = f"could not load certificates from {self._cafile or 'the system'}: {error}"
            raise ConnectError(msg, phase="tls") from error

    async def _open(
        self, origin: Origin, context: ssl.SSLContext | None, phase: list[Phase]
    ) -> trio.abc.Stream:
        try:
            stream = await self._network.open_stream(origin.host, origin.port)
        except (OSError, UnicodeError, trio.BrokenResourceError) as error:
            msg = f"could not connect to {origin}: {_reason(error)}"
            raise ConnectError(msg, phase="connect") from error
        if context is None:
            return stream
        phase[0] = "tls"
        try:
            tls = trio.SSLStream(stream, context, server_hostname=origin.host, https_compatible=True)
            await tls.do_handshake()
        except (OSError, trio.BrokenResourceError) as error:
            await trio.aclose_forcefully(stream)
            msg = f"could not set up TLS with {origin}: {_reason(error)}"
            raise ConnectError(msg, phase="tls") from error
        except BaseException:
            await trio.aclose_forcefully(stream)
            raise
        return tls


def _reason(error: BaseException) -> str:
    """The cause that tells most: what failed underneath, rather than that something did."""
    cause = error.__cause__
    if isinstance(cause, BaseExceptionGroup):
        group = cast("BaseExceptionGroup[BaseException]", cause)
        return "; ".join(dict.fromkeys(str(e) for e in group.exceptions))
    if cause is not None and not str(error):
        return _reason(cause)
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"certificate not trusted: {error.verify_message}"
    return str(error) or type(error).__name__
