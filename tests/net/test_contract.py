from __future__ import annotations

import httpx
import pytest

from triopenai._net.httpx_adapter import HttpxTransport, PoolTransport
from triopenai._net.pool import ConnectionPool
from triopenai.testing.transport_contract import CHECKS, check_transport


def only(name):
    return frozenset(CHECKS) - {name}


@pytest.mark.parametrize("name", CHECKS)
async def test_pool_keeps_the_contract(name):
    await check_transport(ConnectionPool, skip=only(name))


@pytest.mark.parametrize("name", sorted(set(CHECKS) - {"refusal"}))
async def test_httpx_client_keeps_the_contract(name):
    await check_transport(
        lambda: HttpxTransport(httpx.AsyncClient(trust_env=False), owned=True), skip=only(name)
    )


@pytest.mark.parametrize("name", CHECKS)
async def test_httpx_client_over_our_pool_keeps_the_contract(name):
    def make():
        return HttpxTransport(httpx.AsyncClient(transport=PoolTransport()), owned=True)

    await check_transport(make, skip=only(name))


async def test_contract_knows_its_checks():
    with pytest.raises(ValueError, match=r"refusals.*no such check, but plain, framings"):
        await check_transport(ConnectionPool, skip=frozenset({"refusals"}))


async def test_contract_says_which_promise_is_broken(monkeypatch):
    async def send(self, request, timeout):  # noqa: ASYNC109  # as of `Transport.send`
        response = await plain(self, request, timeout)
        response.status = 201
        return response

    plain = ConnectionPool.send
    monkeypatch.setattr(ConnectionPool, "send", send)
    with pytest.raises(AssertionError, match=r"status and version: .*200.* expected, not .*201") as caught:
        await check_transport(ConnectionPool, skip=only("plain"))
    assert caught.value.__notes__ == ["in check 'plain' of the transport contract"]
