"""The sandbox as a resource of Azure, asked by another client than ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from triopenai import open_azure_client, open_client
from triopenai.testing import Sandbox, open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

CHAT = {"model": "gpt-4", "messages": [{"role": "user", "content": "Hello!"}]}


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with open_sandbox(port=0) as sandbox:
        yield sandbox


@pytest.mark.parametrize(
    ("verb", "path", "status"),
    [
        ("POST", "/openai/deployments/gpt-4/chat/completions?api-version=v", 200),
        ("POST", "/openai/v1/chat/completions", 200),
        ("GET", "/openai/models?api-version=v", 200),
        ("POST", "/openai/deployments/gpt-4/chat/completions", 404),
        ("POST", "/openai/chat/completions?api-version=v", 404),
        ("GET", "/openai/deployments/gpt-4/models?api-version=v", 404),
        ("GET", "/openai/models", 404),
    ],
)
async def test_sandbox_answers_at_addresses_of_azure(
    sandbox: Sandbox, verb: str, path: str, status: int
) -> None:
    address = sandbox.azure_options["azure_endpoint"]
    async with httpx.AsyncClient(headers={"api-key": sandbox.api_key}) as http:
        given = await http.request(verb, f"{address}{path}", json=CHAT if verb == "POST" else None)
    assert given.status_code == status, given.text


@pytest.mark.parametrize(
    ("path", "header", "value", "status"),
    [
        ("/openai/v1/models", "api-key", "{key}", 200),
        ("/openai/v1/models", "Authorization", "Bearer {key}", 200),
        ("/openai/v1/models", "api-key", "wrong", 401),
        ("/openai/v1/models", "X-Other", "{key}", 401),
        ("/v1/models", "api-key", "{key}", 401),
    ],
)
async def test_sandbox_takes_keys_as_azure_does(
    sandbox: Sandbox, path: str, header: str, value: str, status: int
) -> None:
    address = sandbox.azure_options["azure_endpoint"]
    async with httpx.AsyncClient(headers={header: value.format(key=sandbox.api_key)}) as http:
        assert (await http.get(f"{address}{path}")).status_code == status


async def test_azure_options_lead_to_what_the_other_options_do() -> None:
    async with (
        open_sandbox() as sandbox,
        open_client(**sandbox.client_options) as plain,
        open_azure_client(**sandbox.azure_options) as azure,
    ):
        file = await plain.files.create(file=("a.jsonl", b"{}"), purpose="fine-tune")
        assert (await azure.files.retrieve(file.id)).filename == "a.jsonl"
        await azure.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": "Hello!"}])
    assert sandbox.requests.to("/chat/completions")[0].target.startswith("/openai/deployments/gpt-4/")
