"""httpx on either side: what the contract suite does not cover."""

from __future__ import annotations

import gzip
import inspect

import httpx
import pytest
import trio
from trio.testing import wait_all_tasks_blocked

from tests.support.peers import ok, open_loopback, request
from triopenai._base.config import Origin, PoolLimits, Timeout
from triopenai._net.errors import (
    ConnectError,
    RemoteProtocolError,
    TransportClosed,
    TransportError,
    TransportTimeout,
)
from triopenai._net.httpx_adapter import HttpxTransport, PoolTransport, _raise_translated, proxy_transport
from triopenai._net.pool import ConnectionPool

NEVER = Timeout.of(None)


async def hang(peer):
    await trio.sleep_forever()


def mock(handler):
    return HttpxTransport(httpx.AsyncClient(transport=httpx.MockTransport(handler)), owned=True)


async def test_mock_transport_answers():
    def handler(asked: httpx.Request) -> httpx.Response:
        assert asked.headers["x-a"] == "b"
        return httpx.Response(201, json={"got": asked.content.decode()}, headers={"x-request-id": "req_1"})

    async with mock(handler) as transport:
        response = await transport.send(request("POST", "/x?y=1", b"abc", headers=[(b"X-A", b"b")]), NEVER)
        assert (response.status, response.headers["x-request-id"]) == (201, "req_1")
        assert await response.read_all() == b'{"got":"abc"}'
        assert await response.receive_some() == b""
        assert transport.statistics().requests == 1


async def test_mock_transport_streams():
    class Stream(httpx.AsyncByteStream):
        async def __aiter__(self):
            for piece in (b"a", b"", b"b"):
                await trio.lowlevel.checkpoint()
                yield piece

    async with mock(lambda _: httpx.Response(200, stream=Stream())) as transport:
        response = await transport.send(request(), NEVER)
        assert [await response.receive_some() for _ in range(4)] == [b"a", b"b", b"", b""]
        response = await transport.send(request(), NEVER)
        assert await response.receive_some() == b"a"
        await response.aclose()
        with pytest.raises(TransportClosed):
            await response.receive_some()


async def test_mock_transport_content_is_decoded_by_whoever_can():
    zipped = gzip.compress(b"text")
    async with mock(
        lambda _: httpx.Response(200, content=zipped, headers={"content-encoding": "gzip"})
    ) as transport:
        assert await (await transport.send(request(), NEVER)).read_all() == b"text"


def every_error() -> list[type[Exception]]:
    found = [
        value
        for value in vars(httpx).values()
        if inspect.isclass(value) and issubclass(value, Exception) and value is not httpx.CookieConflict
    ]
    assert len(found) > 20
    return [kind for kind in found if kind not in {httpx.InvalidURL, httpx.HTTPStatusError}]


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
async def test_every_error_of_httpx_becomes_ours(kind):
    try:
        error = kind("what happened")
    except TypeError:
        error = kind()
    with pytest.raises(TransportError):
        _raise_translated(error, NEVER)

    def handler(_: httpx.Request) -> httpx.Response:
        raise error

    async with mock(handler) as transport:
        with pytest.raises(TransportError) as caught:
            await transport.send(request(), Timeout.of(5))
        assert caught.value.__cause__ is error
        if "Timeout" in kind.__name__:
            assert isinstance(caught.value, TransportTimeout)


async def test_errors_of_another_package_by_the_same_names_become_ours():
    """As httpx2 raises them."""

    class TimeoutException(Exception):  # noqa: N818  # httpx's name
        pass

    class ConnectTimeout(TimeoutException):
        pass

    with pytest.raises(TransportTimeout) as caught:
        _raise_translated(ConnectTimeout("slow"), Timeout.of(3))
    assert (caught.value.phase, caught.value.sent) == ("connect", False)


async def test_error_of_a_body_stays_what_it_is():
    class Source:
        length = None
        replayable = True

        async def open(self):
            return self

        async def receive_some(self):
            raise KeyError(self.length)

        async def aclose(self):
            pass

    async with (
        open_loopback() as server,
        HttpxTransport(httpx.AsyncClient(trust_env=False), owned=True) as transport,
    ):
        with pytest.raises(KeyError):
            await transport.send(request("POST", body=Source(), origin=server.origin), NEVER)


async def test_redirects_are_not_followed_even_if_the_client_would():
    client = httpx.AsyncClient(
        transport=httpx.MockTransport(lambda _: httpx.Response(302, headers={"location": "/x"})),
        follow_redirects=True,
    )
    async with HttpxTransport(client, owned=True) as transport:
        assert (await transport.send(request(), NEVER)).status == 302


@pytest.mark.parametrize("owned", [True, False])
async def test_close_of_the_transport_closes_a_client_that_it_owns(owned):
    client = httpx.AsyncClient()
    transport = HttpxTransport(client, owned=owned)
    await transport.aclose()
    await transport.aclose()
    assert client.is_closed is owned
    await client.aclose()
    with pytest.raises(TransportClosed):
        await transport.send(request(), NEVER)


async def test_close_of_the_transport_ends_what_is_under_way():
    async def half(peer):
        if (await peer.receive()).target == "/half":
            await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab")
        await trio.sleep_forever()

    async with open_loopback(half) as server, trio.open_nursery() as nursery:
        transport = HttpxTransport(httpx.AsyncClient(trust_env=False), owned=True)
        response = await transport.send(request("GET", "/half", origin=server.origin), NEVER)
        assert await response.receive_some() == b"ab"

        async def ends(call):
            with pytest.raises(TransportError):
                await call()

        nursery.start_soon(ends, response.receive_some)
        nursery.start_soon(ends, lambda: transport.send(request(origin=server.origin), NEVER))
        await wait_all_tasks_blocked(0.02)
        await transport.aclose()
        assert transport.statistics().active == 0


async def test_client_that_was_closed_elsewhere_is_a_closed_transport():
    client = httpx.AsyncClient()
    await client.aclose()
    with pytest.raises(TransportClosed):
        await HttpxTransport(client).send(request(), NEVER)


async def test_timeouts_reach_the_client():
    async with (
        open_loopback(hang) as server,
        HttpxTransport(httpx.AsyncClient(trust_env=False), owned=True) as transport,
    ):
        with pytest.raises(TransportTimeout, match=r"0\.05 s") as caught:
            await transport.send(request(origin=server.origin), Timeout(read=0.05))
        assert caught.value.phase == "read"


# Proxies


async def test_proxy_is_asked_for_the_server():
    asked = []

    async def proxy(peer):
        received = await peer.receive()
        asked.append((received.method, received.target, received.headers.get("proxy-authorization")))
        await peer.send(ok(b"by proxy"))

    async with open_loopback(proxy) as server:
        address = f"http://user:pw@127.0.0.1:{server.origin.port}"
        async with proxy_transport(address, limits=PoolLimits(max_connections=3)) as transport:
            response = await transport.send(request("GET", "/x"), NEVER)
            assert await response.read_all() == b"by proxy"
            assert asked == [("GET", "http://api.test/x", "Basic dXNlcjpwdw==")]


async def test_proxy_that_refuses_to_connect_is_an_error():
    async def proxy(peer):
        await peer.receive()
        await peer.send(ok(b"", status=407))

    async with (
        open_loopback(proxy) as server,
        proxy_transport(f"http://127.0.0.1:{server.origin.port}", limits=PoolLimits()) as transport,
    ):
        with pytest.raises(ConnectError, match="407"):
            await transport.send(request(origin=Origin("https", "api.test", 443)), NEVER)


@pytest.mark.parametrize("address", ["", "not a proxy", "ftp://x"])
def test_proxy_address_that_is_none_is_refused(address):
    with pytest.raises(ValueError, match=r"[Pp]roxy|URL|scheme"):
        proxy_transport(address, limits=PoolLimits())


# Our pool under an httpx client


async def test_httpx_client_over_our_pool_reuses_connections():
    async def serve(peer):
        while received := await peer.receive():
            await peer.send(ok(received.body or received.target.encode(), headers="X-A: b\r\n"))

    async with open_loopback(serve) as server, ConnectionPool() as pool:
        async with httpx.AsyncClient(transport=PoolTransport(pool), base_url=str(server.origin)) as client:
            response = await client.get("/x", params={"y": "1 2"})
            assert (response.status_code, response.text, response.headers["x-a"]) == (200, "/x?y=1+2", "b")
            assert response.http_version == "HTTP/1.1"
            assert (await client.post("/", json={"a": 1})).json() == {"a": 1}
            assert (await client.post("/", files={"f": b"data"})).status_code == 200

            async def pieces():
                for piece in (b"a", b"bc"):
                    yield piece

            assert (await client.put("/", content=pieces())).text == "abc"
            async with client.stream("GET", "/z") as streamed:
                assert [piece async for piece in streamed.aiter_bytes()] == [b"/z"]
            assert pool.statistics().opened == 1
        assert await (await pool.send(request(origin=server.origin), NEVER)).read_all() == b"/"


async def test_httpx_client_over_our_pool_decodes_once_and_keeps_the_header():
    async def serve(peer):
        while await peer.receive():
            await peer.send(ok(gzip.compress(b"text"), headers="Content-Encoding: gzip\r\n"))

    async with open_loopback(serve) as server, httpx.AsyncClient(transport=PoolTransport()) as client:
        response = await client.get(str(server.origin))
        assert (response.text, response.headers["content-encoding"]) == ("text", "gzip")


async def test_httpx_client_over_our_pool_gets_httpx_errors():
    async def serve(peer):
        received = await peer.receive()
        if received.target == "/garbage":
            await peer.send(b"garbage")
        elif received.target == "/slow":
            await trio.sleep_forever()
        elif received.target == "/cut":
            await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab")

    async with (
        open_loopback(serve) as server,
        httpx.AsyncClient(transport=PoolTransport(), timeout=0.2) as client,
    ):
        base = str(server.origin)
        with pytest.raises(httpx.RemoteProtocolError):
            await client.get(f"{base}/garbage")
        with pytest.raises(httpx.ReadTimeout):
            await client.get(f"{base}/slow")
        with pytest.raises(httpx.ReadError):
            await client.get(f"{base}/cut")
    async with httpx.AsyncClient(transport=PoolTransport()) as client:
        with pytest.raises(httpx.ConnectError):
            await client.get(base)


async def test_httpx_client_over_our_pool_survives_a_cancel_storm():
    async def serve(peer):
        while await peer.receive():
            await trio.sleep(0.002)
            await peer.send(ok())

    async with open_loopback(serve) as server:
        pool = ConnectionPool(limits=PoolLimits(max_connections=5))
        async with pool, httpx.AsyncClient(transport=PoolTransport(pool)) as client:

            async def one(seconds):
                with trio.move_on_after(seconds):
                    await client.get(str(server.origin))

            for _ in range(10):
                async with trio.open_nursery() as nursery:
                    for number in range(20):
                        nursery.start_soon(one, number * 0.0005)
            now = pool.statistics()
            assert now.active == now.waiting == 0
            assert (await client.get(str(server.origin))).text == "ok"
            await wait_all_tasks_blocked()


async def test_response_larger_than_its_limit_is_closed():
    async with mock(lambda _: httpx.Response(200, content=b"x" * 100)) as transport:
        with pytest.raises(RemoteProtocolError, match="larger"):
            await (await transport.send(request(), NEVER)).read_all(10)
        assert transport.statistics().active == 0
