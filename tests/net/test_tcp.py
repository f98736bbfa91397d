from __future__ import annotations

import pytest
import trio
import trio.testing
from trio.testing import wait_all_tasks_blocked

from triopenai._net.tcp import TcpStream


async def make_pair():
    listeners = await trio.open_tcp_listeners(0, host="127.0.0.1")
    client = await trio.open_tcp_stream("127.0.0.1", listeners[0].socket.getsockname()[1])
    server = await listeners[0].accept()
    await listeners[0].aclose()
    return TcpStream(client), TcpStream(server)


async def clogged_pair():
    client, server = await make_pair()
    while client.send_nowait(b"x" * 65536):
        pass
    return client, server


async def test_tcp_stream_steps_without_a_wait():
    client, server = await make_pair()
    assert client.receive_nowait(10) is None
    assert not client.is_readable()
    assert server.send_nowait(b"abc") == 3
    await trio.lowlevel.wait_readable(client.fd)
    assert client.is_readable()
    assert client.receive_nowait(2) == b"ab"
    assert await client.receive_some() == b"c"
    server.close()
    server.close()
    await trio.lowlevel.wait_readable(client.fd)
    assert client.is_readable()
    assert client.receive_nowait(10) == b""
    client.close()
    assert client.is_readable()
    for use in (lambda: client.send_nowait(b"x"), client.check_open, lambda: client.receive_nowait(1)):
        with pytest.raises(trio.ClosedResourceError):
            use()


async def test_tcp_stream_sends_as_much_as_the_peer_takes():
    client, server = await make_pair()
    data = bytes(range(256)) * 40_000
    received = b""

    async def read():
        nonlocal received
        while len(received) < len(data):
            received += await server.receive_some()

    async with trio.open_nursery() as nursery:
        nursery.start_soon(client.send_all, data)
        await wait_all_tasks_blocked(0.01)
        nursery.start_soon(read)
    assert received == data
    await client.aclose()
    with pytest.raises(trio.ClosedResourceError):
        await client.send_all(b"x")
    await server.aclose()


@pytest.mark.parametrize("method", ["send_all", "wait_send_all_might_not_block", "receive_some"])
async def test_tcp_stream_closed_under_a_task_tells_it(method):
    client, server = await (make_pair() if method == "receive_some" else clogged_pair())

    async def use():
        with pytest.raises(trio.ClosedResourceError):
            await (client.send_all(b"x" * 100_000) if method == "send_all" else getattr(client, method)())

    async with trio.open_nursery() as nursery:
        nursery.start_soon(use)
        await wait_all_tasks_blocked()
        client.close()
    server.close()


async def test_tcp_stream_every_async_call_is_a_checkpoint():
    client, server = await make_pair()
    for call in (
        lambda: client.send_all(b"x"),
        lambda: client.send_all(b""),
        client.wait_send_all_might_not_block,
        server.receive_some,
        client.aclose,
        server.aclose,
    ):
        with trio.testing.assert_checkpoints():
            await call()


async def test_tcp_stream_broken_by_the_peer_says_so():
    client, server = await make_pair()
    client.send_nowait(b"unread")
    await trio.lowlevel.wait_readable(server.fd)
    server.close()  # with bytes unread: a reset
    await trio.lowlevel.wait_readable(client.fd)
    assert client.is_readable()
    with pytest.raises(trio.BrokenResourceError):
        await client.receive_some()
    with pytest.raises(trio.BrokenResourceError):
        await client.send_all(b"x" * 100_000)
        await client.send_all(b"x" * 100_000)
    client.close()
