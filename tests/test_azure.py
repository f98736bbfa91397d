"""`open_azure_client()`: addresses, versions, credentials, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.fakes import FakeTransport, answer, completion
from triopenai import HttpxBinaryResponseContent, MissingCredentialsError, open_azure_client, open_client
from triopenai._environment import Environment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai.types.chat._params import CompletionCreateParamsNonStreaming

ENDPOINT = "https://mine.openai.azure.com"
VERSION = "2024-10-21"
AZURE: dict[str, Any] = {"azure_endpoint": ENDPOINT, "api_version": VERSION, "api_key": "key-1"}
V1: dict[str, Any] = {"base_url": f"{ENDPOINT}/openai/v1/", "api_key": "key-1"}
CHAT: CompletionCreateParamsNonStreaming = {
    "model": "gpt-4o",
    "messages": [{"role": "user", "content": "Hello!"}],
}
WAV = ("a.wav", b"RIFF")
PNG = ("a.png", b"PNG")
ROUTED: dict[str, dict[str, object]] = {
    "audio.speech.create": {"input": "Hi", "voice": "alloy"},
    "audio.transcriptions.create": {"file": WAV},
    "audio.translations.create": {"file": WAV},
    "chat.completions.create": {"messages": CHAT["messages"]},
    "completions.create": {"prompt": "Hi"},
    "embeddings.create": {"input": "Hi"},
    "images.edit": {"image": PNG, "prompt": "a cat"},
    "images.generate": {"prompt": "a cat"},
}
UNROUTED: dict[str, dict[str, object]] = {
    "responses.create": {"input": "Hi", "model": "gpt-4o"},
    "models.list": {},
    "files.create": {"file": ("a.jsonl", b"{}"), "purpose": "batch"},
    "fine_tuning.jobs.list": {"limit": 2},
    "moderations.create": {"input": "Hi", "model": "m"},
    "admin.organization.projects.list": {},
}


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_API_KEY", "AZURE_OPENAI_AD_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    for name in ("OPENAI_API_VERSION", "OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID"):
        monkeypatch.delenv(name, raising=False)


async def urls(options: Mapping[str, Any], calls: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Where calls go, and that all of them carry the key."""
    transport = FakeTransport([])
    async with open_azure_client(**options, transport=transport) as client:
        for name, arguments in calls.items():
            method: Any = client
            for part in name.split("."):
                method = getattr(method, part)
            transport.script.append(answer({"data": [], "text": "", "choices": []}))
            result = await method(**arguments)
            if isinstance(result, HttpxBinaryResponseContent):
                await result.aclose()
    assert {transport.header(n, "api-key") for n in range(len(calls))} == {"key-1"}
    assert {transport.header(n, "authorization") for n in range(len(calls))} == {None}
    return [request.url for request in transport.requests]


# Addresses


@pytest.mark.filterwarnings("ignore:audio.translations.create is deprecated")
async def test_calls_of_a_deployment_go_to_the_one_that_is_their_model() -> None:
    given = {name: {**arguments, "model": "my model"} for name, arguments in ROUTED.items()}
    assert await urls(AZURE, given) == [
        f"{ENDPOINT}/openai/deployments/my%20model/{path}?api-version={VERSION}"
        for path in (
            *("audio/speech", "audio/transcriptions", "audio/translations", "chat/completions"),
            *("completions", "embeddings", "images/edits", "images/generations"),
        )
    ]


@pytest.mark.filterwarnings("ignore:audio.translations.create is deprecated")
async def test_calls_of_a_deployment_go_to_the_client_s() -> None:
    given = {name: {**arguments, "model": "other"} for name, arguments in ROUTED.items()}
    there = await urls({**AZURE, "azure_deployment": "mine"}, given)
    assert {url.partition("/openai/")[2].split("/")[1] for url in there} == {"mine"}


@pytest.mark.parametrize("deployment", [None, "mine"])
async def test_calls_of_no_deployment_go_to_the_resource(deployment: str | None) -> None:
    version = f"api-version={VERSION}"
    assert await urls({**AZURE, "azure_deployment": deployment}, UNROUTED) == [
        f"{ENDPOINT}/openai/responses?{version}",
        f"{ENDPOINT}/openai/models?{version}",
        f"{ENDPOINT}/openai/files?{version}",
        f"{ENDPOINT}/openai/fine_tuning/jobs?{version}&limit=2",
        f"{ENDPOINT}/openai/moderations?{version}",
        f"{ENDPOINT}/openai/organization/projects?{version}",
    ]


@pytest.mark.parametrize(
    ("options", "url"),
    [
        ({"base_url": "https://gw.test/x", "api_version": "v"}, "/x/deployments/gpt-4o"),
        ({"base_url": "https://gw.test/x?api-version=v"}, "/x/deployments/gpt-4o"),
        ({"base_url": "https://gw.test/x", "default_query": {"api-version": "v"}}, "/x/deployments/gpt-4o"),
        ({"base_url": "https://gw.test/deployments/d/", "api_version": "v"}, "/deployments/d"),
    ],
)
async def test_base_url_takes_the_place_of_the_endpoint(
    monkeypatch: pytest.MonkeyPatch, options: dict[str, object], url: str
) -> None:
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", ENDPOINT)
    there = await urls({"api_key": "key-1", **options}, {"chat.completions.create": {**CHAT}})
    assert there == [f"https://gw.test{url}/chat/completions?api-version=v"]


async def test_v1_surface_has_neither_deployments_nor_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_VERSION", VERSION)
    calls = {"chat.completions.create": {**CHAT}, "models.list": {}}
    there = [f"{ENDPOINT}/openai/v1/chat/completions", f"{ENDPOINT}/openai/v1/models"]
    assert await urls(V1, calls) == there
    preview = await urls({**V1, "api_version": "preview"}, calls)
    assert preview == [f"{url}?api-version=preview" for url in there]


async def test_v1_surface_takes_a_plain_client_too() -> None:
    transport = FakeTransport([answer(completion())])
    async with open_client(base_url=V1["base_url"], api_key=lambda: "token-1", transport=transport) as client:
        await client.chat.completions.create(**CHAT)
    assert transport.requests[0].url == f"{ENDPOINT}/openai/v1/chat/completions"
    assert transport.header(0, "authorization") == "Bearer token-1"


async def test_version_of_a_call_replaces_the_client_s() -> None:
    given: dict[str, object] = {"extra_query": {"api-version": "other"}}
    assert await urls(AZURE, {"models.list": given}) == [f"{ENDPOINT}/openai/models?api-version=other"]
    options = {**AZURE, "default_query": {"api-version": "never", "a": 1}}
    assert await urls(options, {"models.list": {}}) == [f"{ENDPOINT}/openai/models?a=1&api-version={VERSION}"]


async def test_pages_after_the_first_name_the_version_too() -> None:
    first = {"data": [{"id": "file-1"}], "has_more": True}
    transport = FakeTransport([answer(first), answer({"data": [], "has_more": False})])
    async with open_azure_client(**AZURE, transport=transport) as client:
        assert [file.id async for file in client.files.list()] == ["file-1"]
    assert transport.requests[1].url == f"{ENDPOINT}/openai/files?api-version={VERSION}&after=file-1"


async def test_calls_by_path_are_routed_as_methods_are() -> None:
    transport = FakeTransport([answer({}) for _ in range(6)])
    async with open_azure_client(**AZURE, transport=transport) as client:
        await client.post("/chat/completions", cast_to=dict, body={"model": "m"})
        await client.post("embeddings", cast_to=dict, options={"extra_body": {"model": "m"}})
        await client.post("/audio/transcriptions", cast_to=dict, body={"model": "m"}, files={"file": WAV})
        await client.get("/models", cast_to=dict)
        await client.get("/models?api-version=other&b=2", cast_to=dict)
        await client.post(f"{ENDPOINT}/openai/deployments/x/completions", cast_to=dict, body={"model": "m"})
        with pytest.raises(ValueError, match=r"client\.post\(\).*names a deployment"):
            await client.post("/completions", cast_to=dict, body={"prompt": "Hi"})
    assert [request.target.removeprefix("/openai/") for request in transport.requests] == [
        f"deployments/m/chat/completions?api-version={VERSION}",
        f"deployments/m/embeddings?api-version={VERSION}",
        f"deployments/m/audio/transcriptions?api-version={VERSION}",
        f"models?api-version={VERSION}",
        "models?api-version=other&b=2",
        f"deployments/x/completions?api-version={VERSION}",
    ]


# Credentials


async def test_environment_fills_in_what_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", ENDPOINT)
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "key-env")
    monkeypatch.setenv("OPENAI_API_VERSION", "v-env")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-service")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://api.test/v1")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-env")
    transport = FakeTransport([answer({"data": []}) for _ in range(3)])
    async with open_azure_client(transport=transport) as client:
        await client.models.list()
    monkeypatch.setenv("AZURE_OPENAI_AD_TOKEN", "token-env")
    async with open_azure_client(transport=FakeTransport(transport.script)) as client:
        await client.models.list()
    other = FakeTransport(transport.script)
    async with open_azure_client(transport=other, api_key="key-arg") as client:
        await client.models.list()
    assert transport.requests[0].url == f"{ENDPOINT}/openai/models?api-version=v-env"
    assert transport.header(0, "api-key") == "key-env"
    assert transport.header(0, "authorization") is None
    assert transport.header(0, "openai-organization") == "org-env"
    assert other.header(0, "api-key") == "key-arg"
    assert other.header(0, "authorization") is None


async def plain_token() -> str:
    return "token-1"


@pytest.mark.parametrize(
    ("credential", "header", "value"),
    [
        ({"api_key": "key-1"}, "api-key", "key-1"),
        ({"api_key": lambda: "key-2"}, "api-key", "key-2"),
        ({"azure_ad_token": "token-1"}, "authorization", "Bearer token-1"),
        ({"azure_ad_token_provider": lambda: "token-2"}, "authorization", "Bearer token-2"),
        ({"azure_ad_token_provider": plain_token}, "authorization", "Bearer token-1"),
    ],
)
async def test_credentials_go_into_their_own_header(
    credential: dict[str, Any], header: str, value: str
) -> None:
    transport = FakeTransport([answer({"data": []}), answer({"id": "p"}), answer({"data": []})])
    async with open_azure_client(
        azure_endpoint=ENDPOINT, api_version=VERSION, transport=transport, **credential
    ) as client:
        await client.models.list()
        await client.admin.organization.projects.retrieve("p")
        await client.models.list(extra_headers={header: "mine"})
    other = {"api-key": "authorization", "authorization": "api-key"}[header]
    assert [transport.header(n, header) for n in range(3)] == [value, value, "mine"]
    assert [transport.header(n, other) for n in range(3)] == [None] * 3


async def test_headers_and_options_are_those_of_any_client() -> None:
    transport = FakeTransport([answer({"data": []})])
    async with open_azure_client(
        **AZURE,
        transport=transport,
        organization="org-1",
        project="proj-1",
        webhook_secret="whsec_1",
        default_headers={"X-Team": "a", "api-key": "mine"},
        default_query={"a": [1, 2]},
    ) as client:
        assert client.webhook_secret == "whsec_1"
        await client.models.list()
    assert transport.header(0, "openai-organization") == "org-1"
    assert transport.header(0, "openai-project") == "proj-1"
    assert transport.header(0, "x-team") == "a"
    assert transport.header(0, "api-key") == "mine"
    assert transport.requests[0].target.endswith(f"?a%5B%5D=1&a%5B%5D=2&api-version={VERSION}")


async def test_secrets_are_shown_nowhere() -> None:
    async with open_azure_client(
        **{**AZURE, "api_key": "topsecret"}, transport=FakeTransport([answer({"data": []})])
    ) as client:
        await client.models.list()
        settings = client._engine.settings
        transport = client._engine.shared.transport
        assert isinstance(transport, FakeTransport)
        shown = f"{client!r} {settings!r} {settings.keys!r} {settings.authorization!r} {transport.requests!r}"
    environment = Environment.read(
        {"AZURE_OPENAI_API_KEY": "topsecret", "AZURE_OPENAI_AD_TOKEN": "topsecret"}
    )
    assert "topsecret" not in f"{shown} {environment!r}"


# Misuse


async def refused(options: Mapping[str, Any], kind: type[Exception] = ValueError) -> str:
    with pytest.raises(kind) as caught:
        async with open_azure_client(**options):
            pass
    assert "key-1" not in str(caught.value)
    return str(caught.value)


def without(*names: str, **more: object) -> dict[str, Any]:
    return {name: value for name, value in AZURE.items() if name not in names} | more


async def test_client_without_credentials_names_what_gives_them() -> None:
    said = await refused(without("api_key"), MissingCredentialsError)
    for name in ("api_key=", "azure_ad_token=", "azure_ad_token_provider="):
        assert name in said
    assert "AZURE_OPENAI_API_KEY" in said
    assert "AZURE_OPENAI_AD_TOKEN" in said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (without("azure_endpoint"), "AZURE_OPENAI_ENDPOINT"),
        (without("api_version"), "OPENAI_API_VERSION"),
        (without(base_url=f"{ENDPOINT}/openai"), "base_url and azure_endpoint exclude each other"),
        ({**V1, "azure_deployment": "a"}, "azure_deployment goes with azure_endpoint"),
        (without(azure_deployment="a/b"), "'a/b'"),
        (without(azure_deployment=""), "azure_deployment is empty"),
        (without(azure_endpoint=f"{ENDPOINT}/openai/v1"), "as base_url="),
        (without(azure_endpoint="mine"), "azure_endpoint 'mine' is not usable"),
        (without(azure_endpoint=""), "azure_endpoint '' is not usable"),
        (without(api_version=""), "api_version is empty"),
        (without(azure_ad_token="t"), "api_key and azure_ad_token exclude each other"),
        (without("api_key", azure_ad_token="Bearer t"), "azure_ad_token= gave no usable key"),
        (without(api_key=""), "api_key= gave no usable key"),
        (without(api_key="key-1\n"), "api_key= gave no usable key"),
    ],
)
async def test_client_refuses_nonsense_at_once(options: Mapping[str, Any], said: str) -> None:
    assert said in await refused(options)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (without(api_version=2024), "api_version must be a string, not int"),
        (without("api_key", azure_ad_token_provider="token"), "azure_ad_token_provider must be a function"),
        (without(azure_endpoint=7), "azure_endpoint must be a string"),
        (without(azure_deployment=7), "azure_deployment must be a string"),
    ],
)
async def test_client_refuses_other_types_at_once(options: Mapping[str, Any], said: str) -> None:
    assert said in await refused(options, TypeError)


async def test_call_that_names_no_deployment_is_not_sent() -> None:
    transport = FakeTransport([])
    async with open_azure_client(**AZURE, transport=transport) as client:
        with pytest.raises(ValueError, match=r"images\.generate\(\).*azure_deployment="):
            await client.images.generate(prompt="a cat")
    assert transport.requests == []


# with_options


async def moved(options: Mapping[str, Any], changes: Mapping[str, Any]) -> tuple[str, str | None, str | None]:
    """Where a chat goes after `with_options`, and what it carries."""
    transport = FakeTransport([answer(completion())])
    async with open_azure_client(**options, transport=transport) as client:
        await client.with_options(**changes).chat.completions.create(**CHAT)
    url = transport.requests[0].url.replace(ENDPOINT, "")
    return url, transport.header(0, "api-key"), transport.header(0, "authorization")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"max_retries": 5}, "/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21"),
        ({"api_version": "v2"}, "/openai/deployments/gpt-4o/chat/completions?api-version=v2"),
        ({"azure_deployment": "d"}, "/openai/deployments/d/chat/completions?api-version=2024-10-21"),
        (
            {"azure_endpoint": "https://b.test", "azure_deployment": "d"},
            "https://b.test/openai/deployments/d/chat/completions?api-version=2024-10-21",
        ),
        (
            {"base_url": "https://b.test/openai/deployments/e"},
            "https://b.test/openai/deployments/e/chat/completions?api-version=2024-10-21",
        ),
        ({"base_url": "https://b.test/openai/v1"}, "https://b.test/openai/v1/chat/completions"),
        (
            {"default_query": {"a": 1, "api-version": "v3"}},
            "/openai/deployments/gpt-4o/chat/completions?a=1&api-version=v3",
        ),
    ],
)
async def test_with_options_stays_on_azure(changes: dict[str, object], expected: str) -> None:
    assert await moved(AZURE, changes) == (expected, "key-1", None)


async def test_with_options_keeps_and_drops_the_deployment() -> None:
    options = {**AZURE, "azure_deployment": "mine"}
    version = f"?api-version={VERSION}"
    there = await moved(options, {"azure_endpoint": "https://b.test"})
    assert there[0] == f"https://b.test/openai/deployments/mine/chat/completions{version}"
    there = await moved(options, {"azure_deployment": None})
    assert there[0] == f"/openai/deployments/gpt-4o/chat/completions{version}"


async def test_with_options_leaves_the_v1_surface_with_a_version() -> None:
    changes = {"azure_endpoint": ENDPOINT, "api_version": "v2"}
    assert (await moved(V1, changes))[0] == "/openai/deployments/gpt-4o/chat/completions?api-version=v2"


@pytest.mark.parametrize(
    ("changes", "key", "token"),
    [
        ({"api_key": "key-2"}, "key-2", None),
        ({"azure_ad_token": "token-2"}, None, "Bearer token-2"),
        ({"azure_ad_token_provider": plain_token}, None, "Bearer token-1"),
    ],
)
async def test_with_options_replaces_the_credential(
    changes: dict[str, object], key: str | None, token: str | None
) -> None:
    for credential in ("api_key", "azure_ad_token"):
        there = await moved(without("api_key", **{credential: "old"}), changes)
        assert there[1:] == (key, token)


@pytest.mark.parametrize(
    ("options", "changes", "said"),
    [
        (AZURE, {"base_url": "https://b.test", "azure_endpoint": ENDPOINT}, "exclude each other"),
        (AZURE, {"base_url": "https://b.test", "azure_deployment": "d"}, "azure_deployment goes with"),
        (AZURE, {"azure_deployment": "a/b"}, "'a/b'"),
        (AZURE, {"api_key": "key-2", "azure_ad_token": "t"}, "exclude each other"),
        (AZURE, {"data_residency": "eu"}, "data_residency is not for clients of Azure"),
        (AZURE, {"admin_api_key": "sk-admin"}, "admin_api_key is not for clients of Azure"),
        (AZURE, {"api_version": ""}, "api_version is empty"),
        (V1, {"azure_deployment": "d"}, "azure_deployment goes with azure_endpoint"),
        (V1, {"azure_endpoint": ENDPOINT}, "No version of the Azure API"),
    ],
)
async def test_with_options_refuses_nonsense(
    options: Mapping[str, Any], changes: dict[str, Any], said: str
) -> None:
    async with open_azure_client(**options, transport=FakeTransport([])) as client:
        with pytest.raises(ValueError, match=said):
            client.with_options(**changes)


@pytest.mark.parametrize(
    "name", ["azure_endpoint", "azure_deployment", "api_version", "azure_ad_token", "azure_ad_token_provider"]
)
async def test_with_options_of_another_client_takes_nothing_of_azure(name: str) -> None:
    async with open_client(api_key="sk-test", transport=FakeTransport([])) as client:
        changes: dict[str, Any] = {name: "value"}
        with pytest.raises(ValueError, match=f"{name} is for clients of open_azure_client"):
            client.with_options(**changes)
