"""`open_client()`: what it takes, what it refuses, and how its block ends."""

from __future__ import annotations

import ssl
import warnings
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import trio

from tests.support.fakes import FakeTransport, answer, completion, failure
from triopenai import (
    ClientClosedError,
    MissingCredentialsError,
    NotFoundError,
    PoolLimits,
    concurrency,
    errors,
    omit,
    open_client,
    raw,
)
from triopenai._base.config import Origin
from triopenai._environment import Environment
from triopenai._net.httpx_adapter import HttpxTransport
from triopenai._net.pool import ConnectionPool
from triopenai._sansio.decode import resolve

if TYPE_CHECKING:
    from triopenai._options import DataResidency
    from triopenai.types.chat._params import CompletionCreateParamsNonStreaming

CHAT: CompletionCreateParamsNonStreaming = {
    "model": "gpt-4",
    "messages": [{"role": "user", "content": "Hello!"}],
}


VARIABLES = [
    *("OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_BASE_URL"),
    *("OPENAI_WEBHOOK_SECRET", "SSL_CERT_FILE", "http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"),
    *("all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"),
]


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


# Credentials and settings


async def test_client_without_a_key_says_how_to_give_one() -> None:
    with pytest.raises(MissingCredentialsError, match="OPENAI_API_KEY") as caught:
        async with open_client():
            pass
    assert "api_key=" in str(caught.value)


async def test_client_takes_all_it_can_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-env")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "sk-admin-env")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-env")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj_env")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://env.test:8080/base/")
    monkeypatch.setenv("OPENAI_WEBHOOK_SECRET", "whsec_env")
    transport = FakeTransport([answer(completion()), answer({"id": "proj_1"})])
    async with open_client(transport=transport) as client:
        assert client.webhook_secret == "whsec_env"
        assert client.base_url == "http://env.test:8080/base"
        await client.chat.completions.create(**CHAT)
        await client.admin.organization.projects.retrieve("proj_1")
    assert transport.requests[0].url == "http://env.test:8080/base/chat/completions"
    assert transport.header(0, "authorization") == "Bearer sk-env"
    assert transport.header(1, "authorization") == "Bearer sk-admin-env"
    assert transport.header(0, "openai-organization") == "org-env"
    assert transport.header(0, "openai-project") == "proj_env"


async def test_client_arguments_come_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-env")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://env.test/v1")
    transport = FakeTransport([answer(completion())])
    async with open_client(
        transport=transport,
        api_key="sk-arg",
        base_url="https://arg.test/v2",
        organization="org-arg",
        default_headers={"X-Team": "a", "User-Agent": omit},
        default_query={"q": [1, 2]},
    ) as client:
        await client.chat.completions.create(**CHAT)
    assert transport.requests[0].url == "https://arg.test/v2/chat/completions?q[]=1&q[]=2".replace(
        "[]", "%5B%5D"
    )
    assert transport.header(0, "authorization") == "Bearer sk-arg"
    assert transport.header(0, "x-team") == "a"
    assert transport.header(0, "user-agent") is None


@pytest.mark.parametrize(
    ("region", "base_url"),
    [("eu", "https://eu.api.openai.com/v1"), ("global", "https://api.openai.com/v1")],
)
async def test_client_of_a_region_goes_there_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, region: DataResidency, base_url: str
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://env.test/v1")
    async with open_client(api_key="sk-test", data_residency=region) as client:
        assert client.base_url == base_url
    async with open_client(api_key="sk-test") as client:
        assert client.with_options(data_residency=region).base_url == base_url
        with pytest.raises(ValueError, match="exclude each other"):
            client.with_options(data_residency=region, base_url=base_url)


async def test_client_takes_the_official_name_of_strict() -> None:
    transport = FakeTransport([answer({"id": 7})])
    async with open_client(
        api_key="sk-test", transport=transport, _strict_response_validation=True
    ) as client:
        with pytest.raises(errors.APIResponseValidationError):
            await client.models.retrieve("x")


@pytest.mark.parametrize(
    "arguments",
    [
        {"data_residency": "mars"},
        {"data_residency": "eu", "base_url": "https://api.test/v1"},
        {"base_url": "not a url"},
        {"base_url": "ftp://host/v1"},
        {"base_url": "https://user:secret@host/v1"},
        {"timeout": -1},
        {"timeout": 0},
        {"default_headers": {"X-Bad": "a\r\nb"}},
        {"default_headers": {"X Bad": "a"}},
        {"organization": "org\nX-Evil: 1"},
        {"max_retries": -1},
        {"api_key": "sk-with space"},
        {"api_key": "sk-line\nbreak"},
        {"api_key": ""},
        {"preload": ["nonsense"]},
    ],
    ids=str,
)
async def test_client_refuses_nonsense_at_once(arguments: dict[str, object]) -> None:
    given: dict[str, Any] = {"api_key": "sk-test", **arguments}
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # each has its own words
        async with open_client(**given):
            pass
    assert "sk-" not in str(caught.value)
    assert "secret" not in str(caught.value)


async def test_client_takes_one_way_of_sending_only() -> None:
    async with httpx.AsyncClient() as http_client:
        with pytest.raises(ValueError, match="http_client and transport"):
            async with open_client(api_key="sk-test", http_client=http_client, transport=FakeTransport([])):
                pass


@pytest.mark.parametrize("name", ["pool_limits", "ssl_context"])
async def test_client_refuses_settings_of_connections_that_it_does_not_make(name: str) -> None:
    values = {"pool_limits": PoolLimits(max_connections=3), "ssl_context": ssl.create_default_context()}
    given: dict[str, Any] = {name: values[name], "transport": FakeTransport([])}
    with pytest.raises(ValueError, match=f"{name} is for the client's own connections, and transport"):
        async with open_client(api_key="sk-test", **given):
            pass


async def test_client_sends_through_an_httpx_client() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.headers["authorization"] == "Bearer sk-test"
        return httpx.Response(200, json=completion("by httpx"))

    async with (
        httpx.AsyncClient(transport=httpx.MockTransport(handler)) as http_client,
        open_client(api_key="sk-test", base_url="https://api.test/v1", http_client=http_client) as client,
    ):
        reply = await client.chat.completions.create(**CHAT)
    assert reply.choices[0].message.content == "by httpx"


async def test_client_goes_through_the_environment_s_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.test:3128")
    async with open_client(api_key="sk-test") as client:
        assert isinstance(client._engine.shared.transport, HttpxTransport)
    monkeypatch.setenv("NO_PROXY", "localhost,.openai.com")
    async with open_client(api_key="sk-test") as client:
        assert isinstance(client._engine.shared.transport, ConnectionPool)


@pytest.mark.parametrize(
    ("no_proxy", "proxied"),
    [
        ("", True),
        ("*", False),
        ("api.test", False),
        (".test", False),
        ("api.test:8443", True),
        ("i.test", True),
    ],
)
def test_environment_proxy_exceptions(no_proxy: str, proxied: bool) -> None:
    environment = Environment.read({"https_proxy": "http://p:1", "NO_PROXY": no_proxy})
    assert (environment.proxy_for(Origin("https", "api.test", 443)) is not None) is proxied
    assert environment.proxy_for(Origin("http", "api.test", 80)) is None


@pytest.mark.parametrize("no_proxy", ["::1", "[::1]"])
def test_environment_proxy_exception_can_be_an_ipv6_address(no_proxy: str) -> None:
    environment = Environment.read({"all_proxy": "http://p:1", "no_proxy": no_proxy})
    assert environment.proxy_for(Origin("http", "::1", 8000)) is None
    assert environment.proxy_for(Origin("http", "::2", 8000)) == "http://p:1"


def test_environment_shows_no_secrets() -> None:
    environment = Environment.read(
        {"OPENAI_API_KEY": "sk-secret", "OPENAI_ADMIN_KEY": "sk-secret", "ALL_PROXY": "http://u:secret@p"}
    )
    assert "secret" not in repr(environment)


async def test_client_preloads_areas() -> None:
    async with open_client(api_key="sk-test", preload=["embeddings"]):
        assert resolve(":CreateEmbeddingResponse")._validate_json is not None


async def test_client_shows_no_key_anywhere() -> None:
    transport = FakeTransport([failure(401, "invalid_api_key", "Incorrect API key provided: sk-secret1234.")])
    async with open_client(transport=transport, api_key="sk-secret1234") as client:
        texts = [repr(client), repr(client.chat.completions), repr(client._engine.settings), repr(transport)]
        with pytest.raises(errors.AuthenticationError) as caught:
            await client.chat.completions.create(**CHAT)
        texts += [str(caught.value), repr(caught.value), str(vars(caught.value))]
    assert not [text for text in texts if "secret1234" in text]


# The block


async def test_block_waits_for_its_tasks() -> None:
    transport = FakeTransport([answer(completion("a")), answer(completion("b"))])
    async with open_client(transport=transport, api_key="sk-test") as client:
        messages = list(CHAT["messages"])
        first = client.start_soon(client.chat.completions.create, model="gpt-4", messages=messages)
        second = client.start_soon(raw(client.chat.completions.create), model="gpt-4", messages=messages)
        one = (await first.wait()).choices[0].message.content
    assert {one, second.result.parse().choices[0].message.content} == {"a", "b"}


async def test_block_starts_a_task_and_waits_until_it_is_ready() -> None:
    async def serve(*, task_status: trio.TaskStatus[int]) -> str:
        task_status.started(7)
        await trio.lowlevel.checkpoint()
        return "served"

    async with open_client(transport=FakeTransport([]), api_key="sk-test") as client:
        task = await client.start(serve)
        assert task.started == 7
    assert task.result == "served"
    with pytest.raises(ClientClosedError, match="serve cannot be started"):
        await client.start(serve)


async def test_client_offers_what_concurrency_does() -> None:
    async with open_client(transport=FakeTransport([]), api_key="sk-test") as client:
        for name in ("map", "map_each", "gather", "race", "fallback", "hedge", "merge", "broadcast"):
            assert getattr(client, name) is getattr(concurrency, name)


async def test_block_s_own_exception_leaves_it_as_itself() -> None:
    with pytest.raises(KeyError):
        async with open_client(transport=FakeTransport([]), api_key="sk-test") as client:
            client.start_soon(trio.sleep_forever)
            raise KeyError
    transport = FakeTransport([failure(404, "model_not_found")])
    with pytest.raises(NotFoundError):
        async with open_client(transport=transport, api_key="sk-test") as client:
            await client.chat.completions.create(**CHAT)


async def test_block_gives_failures_of_tasks_as_a_group() -> None:
    transport = FakeTransport([failure(404, "model_not_found")])
    with pytest.raises(ExceptionGroup) as caught:  # noqa: ASYNC401  # the very group is looked at
        async with open_client(transport=transport, api_key="sk-test") as client:
            client.start_soon(client.models.retrieve, "gpt-4")
            await trio.sleep_forever()
    assert caught.value.subgroup(NotFoundError) is not None


async def test_block_closes_its_transport_even_when_cancelled() -> None:
    transport = FakeTransport([])
    with trio.CancelScope() as scope:
        async with open_client(transport=transport, api_key="sk-test"):
            scope.cancel()
            await trio.lowlevel.checkpoint()
    assert transport.closed


@pytest.mark.parametrize("failures", [1, 2])
async def test_block_closes_the_rest_where_one_fails_to_close(failures: int) -> None:
    class Stuck(FakeTransport):
        async def aclose(self) -> None:
            await super().aclose()
            if failures > 1:
                msg = "the transport"
                raise OSError(msg)

    class Broken(trio.abc.AsyncResource):
        async def aclose(self) -> None:
            msg = "the stream"
            raise OSError(msg)

    transport = Stuck([])
    with (
        pytest.warns(ResourceWarning, match="left open"),
        pytest.raises(OSError if failures == 1 else ExceptionGroup) as caught,
    ):
        async with open_client(transport=transport, api_key="sk-test") as client:
            client._engine.shared.open.add(Broken())
    assert transport.closed
    if isinstance(caught.value, ExceptionGroup):
        assert [str(error) for error in caught.value.exceptions] == ["the stream", "the transport"]


async def test_block_tells_what_failed_to_close_where_warnings_are_errors() -> None:
    class Broken(trio.abc.AsyncResource):
        async def aclose(self) -> None:
            msg = "the stream"
            raise OSError(msg)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(ExceptionGroup) as caught:  # noqa: ASYNC401  # the very group is looked at
            async with open_client(transport=FakeTransport([]), api_key="sk-test") as client:
                client._engine.shared.open.add(Broken())
    assert [type(error) for error in caught.value.exceptions] == [OSError, ResourceWarning]


async def test_block_closes_its_transport_where_a_stream_takes_for_ever_to_close(
    autojump_clock: trio.testing.MockClock,
) -> None:
    class Endless(trio.abc.AsyncResource):
        async def aclose(self) -> None:
            await trio.sleep_forever()

    transport = FakeTransport([])
    with pytest.warns(ResourceWarning, match="left open"):
        async with open_client(transport=transport, api_key="sk-test") as client:
            client._engine.shared.open.add(Endless())
    assert transport.closed
    assert trio.current_time() < 10


async def test_block_can_be_opened_by_one_run_after_another() -> None:
    transport = FakeTransport([answer(completion())])

    async def main() -> str | None:
        async with open_client(transport=transport, api_key="sk-test") as client:
            return (await client.chat.completions.create(**CHAT)).choices[0].message.content

    assert await trio.to_thread.run_sync(trio.run, main) == "Hello"
    transport.closed = False
    transport.script.append(answer(completion("again")))
    assert await trio.to_thread.run_sync(trio.run, main) == "again"


async def test_map_keeps_order_and_bounds(autojump_clock: trio.testing.MockClock) -> None:
    running = peak = 0

    async def ask(number: int) -> int:
        nonlocal running, peak
        running += 1
        peak = max(peak, running)
        await trio.sleep(10 - number)
        running -= 1
        return number * 2

    async with open_client(transport=FakeTransport([]), api_key="sk-test") as client:
        assert await client.map(ask, range(10), limit=3) == [n * 2 for n in range(10)]
        assert peak == 3
        async with client.map_each(ask, range(4), limit=4, ordered=False) as results:
            assert [result async for result in results] == [6, 4, 2, 0]


async def test_map_ends_with_the_first_failure(autojump_clock: trio.testing.MockClock) -> None:
    ended = []

    async def ask(number: int) -> None:
        try:
            await trio.sleep(number)
            raise ValueError(number)
        finally:
            ended.append(number)

    async with open_client(transport=FakeTransport([]), api_key="sk-test") as client:
        with pytest.raises(ValueError, match="1"):
            await client.map(ask, [5, 1, 3], limit=3)
    assert sorted(ended) == [1, 3, 5]
