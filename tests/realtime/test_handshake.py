"""Opening a connection: addresses, keys, refusals, and what is wrong before anything is sent."""

from __future__ import annotations

import contextlib
import ssl
import sys
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import trio
import trio.testing
import trustme

from tests.support.fakes import FakeTransport
from tests.support.peers import MemoryNetwork, Peer, open_loopback
from tests.support.sessions import prepared_call
from tests.support.sockets import MODEL, open_bench
from triopenai import (
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    NotFoundError,
    RateLimitError,
    open_azure_client,
    open_client,
)
from triopenai.testing import faults, open_sandbox

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


async def refused(client: Any, **arguments: Any) -> None:
    async with client.realtime.connect(**arguments):
        raise AssertionError


async def test_refused_handshake_is_the_api_error_of_its_status():
    async with open_bench() as bench:
        with pytest.raises(AuthenticationError, match="Incorrect API key") as caught:
            await refused(bench.client.with_options(api_key="sk-wrong-key-of-nobody"), model=MODEL)
        assert caught.value.status_code == 401
        assert caught.value.request_id
        assert caught.value.operation == "realtime.connect"
        assert "nobody" not in repr(caught.value)
        bench.sandbox.faults.add(faults.status(404))
        with pytest.raises(NotFoundError):
            await refused(bench.client, model=MODEL)


async def test_key_is_asked_for_each_connection():
    keys = iter(["sk-sandbox-0123456789", "sk-wrong-0123456789"])

    async def ask() -> str:
        await trio.lowlevel.checkpoint()
        return next(keys)

    async with open_bench({"api_key": ask}) as bench:
        async with bench.client.realtime.connect(model=MODEL) as connection:
            await connection.recv()
        with pytest.raises(AuthenticationError):
            await refused(bench.client, model=MODEL)


async def test_client_sends_its_headers_and_query():
    options = {"default_headers": {"X-Mine": "1"}, "default_query": {"q": "2"}, "project": "proj_1"}
    async with open_bench(options) as bench:
        call_id = await prepared_call(bench.client, "realtime.calls.accept")
        connect = bench.client.realtime.connect(
            call_id=call_id, extra_query={"more": True}, extra_headers={"X-More": "3"}
        )
        async with connect as connection:
            await connection.recv()
        request = bench.sandbox.requests[-1]
        assert request.params == {"q": "2", "call_id": call_id, "more": "true"}
        assert request.headers["x-mine"] == "1"
        assert request.headers["x-more"] == "3"
        assert request.headers["openai-project"] == "proj_1"
        assert request.headers["host"] == "sandbox.invalid"


async def test_websockets_have_an_address_of_their_own_if_one_is_given():
    async with open_bench({"websocket_base_url": "ws://ws.test/v1?x=1"}) as bench:
        client = bench.client
        region = client.with_options(data_residency="eu", websocket_base_url=None)
        assert region._engine.settings.websocket_place is None
        other = client.with_options(base_url="http://b.test/v2", websocket_base_url="ws://w2.test/v1")
        for one in (client, client.with_options(base_url="http://b.test/v2"), other):
            async with one.realtime.connect(model=MODEL) as connection:
                await connection.recv()
            await client.models.list()
        sent = [(request.headers["host"], request.target) for request in bench.sandbox.requests]
        assert sent[::2] == [
            ("ws.test", f"/v1/realtime?x=1&model={MODEL}"),
            ("ws.test", f"/v1/realtime?x=1&model={MODEL}"),
            ("w2.test", f"/v1/realtime?model={MODEL}"),
        ]
        assert {host for host, _ in sent[1::2]} == {"sandbox.invalid"}
        for wrong in ("ftp://ws.test", "", "wss://u:p@ws.test"):
            with pytest.raises(ValueError, match="websocket_base_url"):
                client.with_options(websocket_base_url=wrong)
        with pytest.raises(ValueError, match="data_residency and websocket_base_url exclude each other"):
            client.with_options(data_residency="eu", websocket_base_url="wss://ws.test")


@pytest.mark.parametrize(
    ("options", "arguments", "target"),
    [
        ({}, {"model": "m"}, "/openai/realtime?api-version=v&deployment=m"),
        ({"azure_deployment": "d"}, {"model": "m"}, "/openai/realtime?api-version=v&deployment=d"),
        (
            {},
            {"model": "m", "call_id": "rtc_00000001"},
            "/openai/realtime?api-version=v&call_id=rtc_00000001&deployment=m",
        ),
    ],
)
async def test_azure_names_the_deployment_in_the_query(options: Any, arguments: Any, target: str):
    async with open_sandbox() as sandbox:
        azure: dict[str, Any] = {"azure_endpoint": "http://mine.azure.test", "api_version": "v"}
        async with open_azure_client(
            **azure, **options, api_key=sandbox.api_key, network=sandbox.network
        ) as client:
            await prepared_call(client, "realtime.calls.accept")
            sandbox.requests.clear()
            async with client.realtime.connect(**arguments) as connection:
                assert (await connection.recv()).type == "session.created"
            with pytest.raises(ValueError, match="model is required on Azure"):
                client.realtime.connect()
        (request,) = sandbox.requests
        assert request.target == target
        assert request.headers["api-key"] == sandbox.api_key


async def test_v1_surface_of_azure_keeps_the_model():
    async with open_sandbox() as sandbox:
        base = "http://mine.azure.test/openai/v1"
        async with (
            open_azure_client(base_url=base, api_key=sandbox.api_key, network=sandbox.network) as client,
            client.realtime.connect(model="m") as connection,
        ):
            await connection.recv()
        (request,) = sandbox.requests
        assert request.target == "/openai/v1/realtime?model=m"


async def test_without_the_extra_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "trio_websocket", None)
    async with open_bench() as bench:
        with pytest.raises(ImportError, match=r"pip install 'triopenai\[realtime\]'"):
            bench.client.realtime.connect(model=MODEL)
        assert bench.network.hosts == []


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        ({"max_retries": -1}, ValueError, "max_retries"),
        ({"max_retries": "x"}, TypeError, "max_retries"),
        ({"max_queue_size": 0}, ValueError, "max_queue_size must be more than 0"),
        ({"max_queue_size": 1.5}, TypeError, "max_queue_size must be a whole number"),
        ({"initial_delay": -1}, ValueError, "initial_delay must not be less than 0 seconds"),
        ({"max_delay": "x"}, TypeError, "max_delay must be a number of seconds"),
        ({"on_reconnecting": trio.sleep}, TypeError, "on_reconnecting must be a function that is not async"),
        ({"extra_headers": {"X": "a\r\nb"}}, ValueError, "line break"),
        ({"websocket_connection_options": {"max_size": 0}}, ValueError, "max_size must be more than 0"),
        ({"websocket_connection_options": {"max_queue": -1}}, ValueError, "max_queue must be a whole number"),
        ({"websocket_connection_options": {"subprotocols": "one"}}, TypeError, "subprotocols must be a list"),
        ({"websocket_connection_options": {"compression": "deflate"}}, ValueError, "not supported over Trio"),
        ({"websocket_connection_options": {"ping_interval": 3}}, TypeError, "has no ping_interval; it has"),
    ],
)
async def test_bad_arguments_are_refused_before_anything_is_sent(arguments: Any, error: Any, text: str):
    async with open_bench() as bench:
        with pytest.raises(error, match=text):
            bench.client.realtime.connect(model=MODEL, **arguments)
        with pytest.raises(TypeError):
            bench.client.realtime.translations.connect()  # type: ignore[call-arg]  # as said
        assert bench.network.hosts == []


async def test_options_of_the_socket_are_honoured():
    async with open_bench() as bench:
        options: Any = {
            "subprotocols": ["realtime"],
            "max_queue": (4, 2),
            "max_size": None,
            "compression": None,
        }
        async with bench.client.realtime.connect(
            model=MODEL, websocket_connection_options=options
        ) as connection:
            await connection.recv()
        (request,) = bench.sandbox.requests
        assert request.headers["sec-websocket-protocol"] == "realtime"


async def test_transports_without_streams_are_refused_clearly():
    async with httpx.AsyncClient() as http_client:
        for options in ({"http_client": http_client}, {"transport": FakeTransport([])}):
            chosen: Any = options
            async with open_client(api_key="sk-1", **chosen) as client:
                with pytest.raises(ValueError, match="leave out http_client= and transport=, and the proxy"):
                    await refused(client, model=MODEL)


async def test_unreachable_server_is_a_connection_error():
    async with open_bench() as bench:
        bench.network.refusals = 1
        with pytest.raises(APIConnectionError, match="could not connect") as caught:
            await refused(bench.client, model=MODEL)
        assert caught.value.phase == "connect"


async def test_connection_is_made_over_tls():
    authority = trustme.CA()
    served, trusted = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(served)
    authority.configure_trust(trusted)
    async with open_sandbox() as sandbox:

        async def relay(source: trio.abc.Stream, sink: trio.abc.Stream) -> None:
            with contextlib.suppress(trio.BrokenResourceError, trio.ClosedResourceError):
                while data := await source.receive_some(65536):
                    await sink.send_all(data)
            await trio.aclose_forcefully(sink)

        async def serve(peer: Peer) -> None:
            behind = await sandbox.network.open_stream("127.0.0.1", 443)
            async with trio.open_nursery() as nursery:
                nursery.start_soon(relay, peer.stream, behind)
                nursery.start_soon(relay, behind, peer.stream)

        async with open_loopback(serve, context=served) as server:
            options: Any = {"base_url": f"{server.origin}/v1", "ssl_context": trusted}
            async with (
                open_client(api_key=sandbox.api_key, **options) as client,
                client.realtime.connect(model=MODEL) as connection,
            ):
                assert (await connection.recv()).type == "session.created"
            async with open_client(api_key="sk-1", base_url=options["base_url"]) as client:
                with pytest.raises(APIConnectionError, match="certificate"):
                    await refused(client, model=MODEL)


async def refuse_without_length(peer: Peer) -> None:
    await peer.receive()
    await peer.send(b'HTTP/1.1 429 Slow Down\r\nX-Request-Id: req_1\r\n\r\n{"error": {"message": "later"}}')


async def hang_up(peer: Peer) -> None:
    await peer.receive()


async def stay_silent(peer: Peer) -> None:
    await trio.sleep_forever()


async def talk_nonsense(peer: Peer) -> None:
    await peer.receive()
    await peer.send(b"HTTP/1.1 101 X\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n")
    await trio.sleep_forever()


async def send_bad_frames(peer: Peer) -> None:
    await peer.receive()
    await peer.send(b"\x00\xff not http at all\r\n\r\n")
    await trio.sleep_forever()


@pytest.mark.parametrize(
    ("serve", "error"),
    [
        (refuse_without_length, RateLimitError),
        (hang_up, APIConnectionError),
        (stay_silent, APITimeoutError),
        (talk_nonsense, APIConnectionError),
        (send_bad_frames, APIConnectionError),
    ],
)
async def test_server_that_is_none_is_a_connection_error(
    serve: Callable[[Peer], Awaitable[None]], error: type[Exception], autojump_clock: trio.testing.MockClock
):
    async with trio.open_nursery() as nursery:
        network = MemoryNetwork(nursery, serve)
        async with open_client(api_key="sk-1", base_url="http://api.test/v1", network=network) as client:
            with pytest.raises(error) as caught:
                await refused(client, model=MODEL)
            assert type(caught.value) is error
            assert network.open_streams == 0
        nursery.cancel_scope.cancel()
