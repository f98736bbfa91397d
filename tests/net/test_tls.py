from __future__ import annotations

import ssl

import pytest
import trio
import trustme
from trio.testing import wait_all_tasks_blocked

from tests.support.peers import (
    LoopbackServer,
    MemoryNetwork,
    Peer,
    ok,
    open_loopback,
    request,
    serve_ok,
    sweep,
)
from triopenai._base.config import Origin, PoolLimits, Timeout
from triopenai._net.dial import default_ssl_context
from triopenai._net.errors import ConnectError, ReadError, TransportTimeout
from triopenai._net.pool import ConnectionPool

NEVER = Timeout.of(None)


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture(scope="module")
def server_context(authority):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "api.test").configure_cert(context)
    context.set_alpn_protocols(["h2", "http/1.1"])
    return context


@pytest.fixture
def cafile(authority, tmp_path):
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


async def hang(peer):
    await trio.sleep_forever()


async def get(pool, server: LoopbackServer, body=b"", timeout=NEVER):  # noqa: ASYNC109  # bounds of each wait
    response = await pool.send(request("POST", "/", body, origin=server.origin), timeout)
    return await response.read_all()


async def test_tls_connection_is_verified_reused_and_speaks_http1(server_context, cafile):
    spoken = []

    async def serve(peer: Peer):
        assert isinstance(peer.stream, trio.SSLStream)
        spoken.append(peer.stream.selected_alpn_protocol() if await peer.receive() else None)
        await peer.send(ok())
        await serve_ok(peer)

    async with open_loopback(serve, context=server_context) as server, ConnectionPool(cafile=cafile) as pool:
        for _ in range(5):
            assert await get(pool, server, timeout=Timeout()) == b"ok"
        assert pool.statistics().opened == 1
    assert spoken == ["http/1.1"]


async def test_tls_certificate_that_is_not_trusted_is_refused(server_context):
    async with open_loopback(context=server_context) as server, ConnectionPool() as pool:
        with pytest.raises(ConnectError, match="certificate not trusted") as caught:
            await get(pool, server)
        assert (caught.value.phase, caught.value.sent) == ("tls", False)
        assert pool.statistics().open == 0


async def test_tls_certificate_of_another_host_is_refused(server_context, cafile):
    async with trio.open_nursery() as nursery:

        class Elsewhere(MemoryNetwork):
            async def open_stream(self, host, port):
                return await trio.open_tcp_stream("127.0.0.1", server.origin.port)

        async with (
            open_loopback(context=server_context) as server,
            ConnectionPool(network=Elsewhere(nursery), cafile=cafile) as pool,
        ):
            with pytest.raises(ConnectError, match="TLS"):
                await pool.send(request(origin=Origin("https", "other.test", 443)), NEVER)
            response = await pool.send(request(origin=Origin("https", "api.test", 443)), NEVER)
            assert await response.read_all() == b"ok"


async def test_tls_takes_the_context_it_is_given(server_context, authority):
    context = ssl.create_default_context()
    authority.configure_trust(context)
    async with open_loopback(context=server_context) as server, ConnectionPool(ssl_context=context) as pool:
        assert await get(pool, server) == b"ok"


async def test_tls_works_over_a_stream_in_memory(server_context, cafile):
    async with trio.open_nursery() as nursery:

        async def serve(peer: Peer):
            peer.stream = trio.SSLStream(peer.stream, server_context, server_side=True, https_compatible=True)
            await serve_ok(peer)

        network = MemoryNetwork(nursery, serve)
        async with ConnectionPool(network=network, cafile=cafile) as pool:
            for _ in range(2):
                response = await pool.send(request(origin=Origin("https", "api.test", 443)), Timeout())
                assert await response.read_all() == b"ok"
            assert pool.statistics().opened == 1
        assert network.open_streams == 0
        nursery.cancel_scope.cancel()


async def test_tls_with_a_server_that_speaks_plain_is_an_error(cafile):
    async def serve(peer: Peer):
        await peer.stream.receive_some(100)
        await peer.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    async with open_loopback(serve) as server, ConnectionPool(cafile=cafile) as pool:
        with pytest.raises(ConnectError) as caught:
            await pool.send(request(origin=Origin("https", "127.0.0.1", server.origin.port)), NEVER)
        assert caught.value.phase == "tls"


async def test_tls_handshake_that_hangs_times_out(cafile, autojump_clock):
    async with trio.open_nursery() as nursery:
        network = MemoryNetwork(nursery, hang)
        async with ConnectionPool(network=network, cafile=cafile) as pool:
            with pytest.raises(TransportTimeout, match="TLS") as caught:
                await pool.send(request(origin=Origin("https", "api.test", 443)), Timeout(connect=5))
            assert caught.value.phase == "tls"
            assert trio.current_time() == pytest.approx(5)
        assert network.open_streams == 0
        nursery.cancel_scope.cancel()


@pytest.mark.parametrize("body", [b"small", b"x" * 300_000])
async def test_tls_cancelled_at_any_stop_leaves_the_pool_whole(server_context, authority, body):
    context = ssl.create_default_context()
    authority.configure_trust(context)
    limits = PoolLimits(max_connections=1)
    async with open_loopback(context=server_context) as server:
        async with ConnectionPool(ssl_context=context, limits=limits) as pool:

            async def once():
                assert await get(pool, server, body) == b"ok"

            async def audit():
                now = pool.statistics()
                assert now.active == now.connecting == now.waiting == 0
                assert now.open == now.idle
                assert await get(pool, server) == b"ok"

            assert await sweep(once, audit) >= 4

        async def connect():
            async with ConnectionPool(ssl_context=context, limits=limits) as pool:
                await get(pool, server)

        assert await sweep(connect, wait_all_tasks_blocked) >= 8


async def test_tls_refusal_before_a_large_body_is_sent_is_given(server_context, cafile):
    async def serve(peer: Peer):
        await peer.stream.receive_some(100)
        await peer.send(ok(b"too large", status=413)[:-4])
        await wait_all_tasks_blocked(0.02)
        await peer.send(b"arge")
        await trio.sleep_forever()

    async with open_loopback(serve, context=server_context) as server, ConnectionPool(cafile=cafile) as pool:
        with trio.fail_after(10):
            response = await pool.send(request("POST", "/", b"x" * 30_000_000, origin=server.origin), NEVER)
            assert response.status == 413
            assert await response.read_all() == b"too large"
        assert pool.statistics().open == 0


async def test_tls_read_that_takes_too_long_times_out(server_context, cafile, autojump_clock):
    autojump_clock.autojump_threshold = 0.05

    async def serve(peer: Peer):
        await peer.receive()
        await trio.sleep_forever()

    async with open_loopback(serve, context=server_context) as server, ConnectionPool(cafile=cafile) as pool:
        with pytest.raises(TransportTimeout) as caught:
            await get(pool, server, timeout=Timeout(connect=None, read=5))
        assert caught.value.phase == "read"


async def test_tls_connection_cut_in_the_body_is_an_error(server_context, cafile):
    async def serve(peer: Peer):
        await peer.receive()
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")

    async with open_loopback(serve, context=server_context) as server, ConnectionPool(cafile=cafile) as pool:
        with pytest.raises(ReadError):
            await get(pool, server)


async def test_tls_idle_connection_that_the_server_closed_is_replaced(server_context, cafile):
    async def serve_one(peer: Peer):
        await peer.receive()
        await peer.send(ok())

    async with (
        open_loopback(serve_one, context=server_context) as server,
        ConnectionPool(cafile=cafile) as pool,
    ):
        for _ in range(3):
            assert await get(pool, server) == b"ok"
            await wait_all_tasks_blocked(0.01)
        assert pool.statistics().replaced == 2


async def test_tls_certificates_that_are_not_there_are_an_error(server_context):
    async with open_loopback(context=server_context) as server, ConnectionPool(cafile="/no/such.pem") as pool:
        with pytest.raises(ConnectError, match="/no/such") as caught:
            await get(pool, server)
        assert caught.value.phase == "tls"
        assert pool.statistics().open == 0


def test_default_context_reads_the_system_unless_told_otherwise(cafile, tmp_path):
    assert default_ssl_context().verify_mode is ssl.CERT_REQUIRED
    only = default_ssl_context(cafile)
    assert only.check_hostname
    assert len(only.get_ca_certs()) == 1
    with pytest.raises(OSError, match="No such file"):
        default_ssl_context(str(tmp_path / "nothing"))
