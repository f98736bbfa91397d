"""The keywords of `open_client` and `Client.with_options`: what each changes, and what is no keyword."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.fakes import FakeTransport, answer, completion
from tests.test_api import CHAT
from triopenai import (
    NOT_GIVEN,
    Client,
    ClientChanges,
    ClientOptions,
    MissingCredentialsError,
    Timeout,
    __version__,
    open_azure_client,
    open_client,
)
from triopenai.bridge import open_bridge

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager


async def test_with_options_shares_connections_and_block() -> None:
    transport = FakeTransport([answer(completion()), answer(completion())])
    async with open_client(transport=transport, api_key="sk-a", organization="org-a") as client:
        other = client.with_options(
            api_key="sk-b",
            base_url="https://b.test/v1",
            organization=None,
            project="proj_b",
            timeout=Timeout(read=1),
            default_headers={"X-B": "1"},
            default_query={"b": True},
        )
        await other.chat.completions.create(**CHAT)
        await client.chat.completions.create(**CHAT)
    assert transport.requests[0].url == "https://b.test/v1/chat/completions?b=true"
    assert transport.header(0, "authorization") == "Bearer sk-b"
    assert transport.header(0, "openai-organization") is None
    assert transport.header(0, "openai-project") == "proj_b"
    assert transport.header(0, "x-b") == "1"
    assert transport.requests[1].url == "https://api.openai.com/v1/chat/completions"
    assert transport.header(1, "openai-organization") == "org-a"
    assert transport.header(1, "x-b") is None


async def test_with_options_replaces_the_webhook_secret() -> None:
    async with open_client(
        transport=FakeTransport([]), api_key="sk-test", webhook_secret="whsec_1"
    ) as client:
        assert client.with_options(timeout=1).webhook_secret == "whsec_1"
        assert client.copy(webhook_secret="whsec_2").webhook_secret == "whsec_2"
        assert client.with_options(webhook_secret=None).webhook_secret is None


async def test_with_options_takes_the_official_names_for_replacing_all_defaults() -> None:
    transport = FakeTransport([answer(completion()) for _ in range(3)])
    async with open_client(
        transport=transport,
        api_key="sk-a",
        organization="org-a",
        base_url="https://a.test/v1?region=x",
        default_headers={"X-A": "1", "User-Agent": "mine"},
        default_query={"a": 1, "b": [2]},
    ) as client:
        other = client.with_options(set_default_headers={"X-B": "2"}, set_default_query={"c": 3})
        await other.chat.completions.create(**CHAT)
        third = other.copy(organization="org-b", default_query={"d": 4}, set_default_headers={})
        await third.with_options(set_default_query={"e": 5}).chat.completions.create(**CHAT)
        await client.with_options(set_default_headers=None).chat.completions.create(**CHAT)
        for name in ("default_headers", "default_query"):
            both: dict[str, Any] = {name: {}, f"set_{name}": {}}
            with pytest.raises(ValueError, match=f"{name} and set_{name} exclude each other"):
                client.with_options(**both)
    assert transport.requests[0].target == "/v1/chat/completions?region=x&c=3"
    assert transport.requests[1].target == "/v1/chat/completions?region=x&e=5"
    assert transport.requests[2].target == "/v1/chat/completions?region=x&a=1&b%5B%5D=2"
    shown = [
        [transport.header(n, name) for n in range(3)]
        for name in ("x-a", "x-b", "openai-organization", "user-agent")
    ]
    ours = f"triopenai/{__version__}"
    assert shown == [
        [None, None, "1"],
        ["2", None, None],
        ["org-a", "org-b", "org-a"],
        [ours, ours, "mine"],
    ]


async def test_with_options_leaves_what_is_none_as_the_official_client_does() -> None:
    transport = FakeTransport([answer(completion())])
    async with open_client(transport=transport, api_key="sk-a", base_url="https://a.test/v1") as client:
        names = ("api_key", "admin_api_key", "base_url", "data_residency", "default_headers", "http_client")
        nothing: dict[str, Any] = dict.fromkeys((*names, "provider", "set_default_query"))
        await client.copy(**nothing, max_retries=NOT_GIVEN).chat.completions.create(**CHAT)
    assert transport.requests[0].url == "https://a.test/v1/chat/completions"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("http_client", "belong to the client's block"),
        ("workload_identity", "async function"),
        ("_extra_kwargs", "themselves"),
    ],
)
async def test_with_options_says_why_it_takes_no_keyword_of_the_official_one(name: str, said: str) -> None:
    given: dict[str, Any] = {name: object()}
    async with open_client(api_key="sk-test") as client:
        with pytest.raises(TypeError, match=rf"with_options\(\) takes no {name}: .*{said}"):
            client.with_options(**given)


@pytest.mark.parametrize(
    ("opener", "name", "said"),
    [
        (open_client, "provider", "base_url="),
        (open_client, "workload_identity", "async function"),
        (open_azure_client, "workload_identity", "async function"),
        (open_azure_client, "admin_api_key", "no keys of administration"),
        (open_azure_client, "data_residency", "has its region"),
    ],
)
async def test_opener_says_why_it_takes_no_keyword_of_the_official_client(
    opener: Callable[..., AbstractAsyncContextManager[Client]], name: str, said: str
) -> None:
    given: dict[str, Any] = {name: object()}
    with pytest.raises(TypeError, match=rf"{opener.__name__}\(\) takes no {name}: .*{said}"):
        async with opener(api_key="sk-test", **given):
            pass


async def test_client_names_the_nearest_of_an_unknown_keyword() -> None:
    with pytest.raises(TypeError, match=r"open_client\(\) has no keyword 'timout' \(nearest: 'timeout'"):
        async with open_client(api_key="sk-test", timout=3):  # type: ignore[call-arg]  # the mistake
            pass
    with pytest.raises(TypeError, match=r"has no keyword 'apikey' \(nearest: 'api_key'"):
        async with open_client(apikey="sk-test"):  # type: ignore[call-arg]  # the mistake
            pass
    async with open_client(api_key="sk-test") as client:
        with pytest.raises(TypeError, match=r"with_options\(\) has no keyword 'modle'"):
            client.with_options(modle=3)  # type: ignore[call-arg]  # the mistake


@pytest.mark.parametrize(
    ("function", "keywords"),
    [
        (open_client, ClientOptions),
        (open_azure_client, ClientOptions),
        (open_bridge, ClientOptions),
        (Client.with_options, ClientChanges),
    ],
)
def test_signatures_and_docstrings_show_each_keyword(function: Callable[..., object], keywords: type) -> None:
    parameters = inspect.signature(function).parameters
    described = re.findall(r"^    (\w+):", inspect.getdoc(keywords) or "", re.MULTILINE)
    assert described == list(keywords.__annotations__)
    assert set(described) < set(parameters)
    assert not [one for one in parameters.values() if one.kind is one.VAR_KEYWORD]


async def test_client_without_a_key_makes_calls_with_a_header_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    transport = FakeTransport([answer(completion())])
    async with open_client(transport=transport, _enforce_credentials=False) as client:
        with pytest.raises(MissingCredentialsError, match="the client has none"):
            await client.chat.completions.create(**CHAT)
        await client.chat.completions.create(**CHAT, extra_headers={"Authorization": "Custom x"})
    assert transport.header(0, "authorization") == "Custom x"


async def test_with_options_replaces_query_parameters_of_a_name() -> None:
    transport = FakeTransport([answer(completion())])
    query = {"a": 1, "b": [1, 2], "c": 3}
    async with open_client(transport=transport, api_key="sk-a", default_query=query) as client:
        other = client.with_options(base_url="https://b.test/v1?d=4", default_query={"a": 2, "b": [3]})
        await other.chat.completions.create(**CHAT)
    assert transport.requests[0].target == "/v1/chat/completions?c=3&d=4&a=2&b%5B%5D=3"
