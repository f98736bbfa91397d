from __future__ import annotations

import pytest

from tests.support.peers import Received, ok, request
from triopenai._base.config import Timeout
from triopenai._net.errors import RemoteProtocolError
from triopenai._net.redirects import follow

NEVER = Timeout.of(None)
KEY = ((b"Authorization", b"Bearer sk-x"), (b"Accept", b"*/*"))


async def send_following(transport, first, timeout):  # noqa: ASYNC109  # bounds of each wait
    return await follow(transport, first, await transport.send(first, timeout), timeout)


def server(seen, answers):
    async def serve(peer):
        while received := await peer.receive():
            seen.append((peer.host, received))
            await peer.send(answers[peer.host, received.target])

    return serve


def to(location, status=302):
    return ok(b"moved", status=status, headers=f"Location: {location}\r\nx-request-id: req_9\r\n")


async def test_redirect_is_followed_over_the_same_connection(pool, network):
    seen: list[tuple[str, Received]] = []
    network.serve = server(
        seen,
        {("api.test", "/a"): to("/b"), ("api.test", "/b"): to("/c", 308), ("api.test", "/c"): ok(b"here")},
    )
    response = await send_following(pool, request("GET", "/a", headers=KEY), NEVER)
    assert await response.read_all() == b"here"
    assert [received.headers["authorization"] for _, received in seen] == ["Bearer sk-x"] * 3
    assert pool.statistics().opened == 1


async def test_redirect_to_another_host_carries_no_credentials(pool, network):
    seen: list[tuple[str, Received]] = []
    network.serve = server(
        seen, {("api.test", "/a"): to("http://files.test/b"), ("files.test", "/b"): ok(b"file")}
    )
    response = await send_following(pool, request("GET", "/a", headers=KEY), NEVER)
    assert await response.read_all() == b"file"
    host, received = seen[-1]
    assert (host, received.headers["host"]) == ("files.test", "files.test")
    assert "authorization" not in received.headers
    assert received.headers["accept"] == "*/*"


@pytest.mark.parametrize(
    ("location", "what"),
    [("http://evil.test/", "another host"), ("mailto:x@y", "no http address"), ("/a", "more than 10")],
)
async def test_redirect_that_is_not_followed_is_an_error_with_its_headers(pool, network, location, what):
    seen: list[tuple[str, Received]] = []
    network.serve = server(seen, {("api.test", "/a"): to(location, 307)})
    with pytest.raises(RemoteProtocolError, match=what) as caught:
        await send_following(pool, request("POST", "/a", b"prompt", headers=KEY), NEVER)
    assert caught.value.headers["x-request-id"] == "req_9"
    assert {host for host, _ in seen} == {"api.test"}
    assert pool.statistics().active == 0


async def test_redirect_with_a_body_that_does_not_end_costs_its_connection(pool, network, autojump_clock):
    async def serve(peer):
        while received := await peer.receive():
            if received.target == "/":
                await peer.send(b"HTTP/1.1 302 Found\r\nLocation: /b\r\nTransfer-Encoding: chunked\r\n\r\n")
            else:
                await peer.send(ok(b"here"))

    network.serve = serve
    response = await send_following(pool, request(), NEVER)
    assert await response.read_all() == b"here"
    assert pool.statistics().opened == 2
