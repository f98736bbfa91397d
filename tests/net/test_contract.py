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
