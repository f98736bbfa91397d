"""What cannot work is refused before anything is sent, in words that say what to do."""

from __future__ import annotations

import base64
import hmac
import inspect
import io
from typing import TYPE_CHECKING, Any

import pydantic
import pydantic.v1
import pytest
import trio

from tests.cases.conftest import CHAT, OpenPair
from triopenai import InvalidWebhookSignatureError, Limits, open_azure_client

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from triopenai import Client

MESSAGES = CHAT["messages"]
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OLD = pydantic.v1.create_model("Old", name=(str, ...))


class Unfit(pydantic.BaseModel):
    counts: dict[str, int]


async def parse_chat(client: Client, kind: Any) -> None:
    await client.chat.completions.parse(model="gpt-4", messages=MESSAGES, response_format=kind)


async def parse_response(client: Client, kind: Any) -> None:
    await client.responses.parse(model="gpt-5", input="Hi", text_format=kind)


async def stream_response(client: Client, kind: Any) -> None:
    async with client.responses.stream(model="gpt-5", input="Hi", text_format=kind):
        pass


async def stream_chat(client: Client, kind: Any) -> None:
    async with client.chat.completions.stream(model="gpt-4", messages=MESSAGES, response_format=kind):
        pass


@pytest.mark.parametrize("use", [parse_chat, parse_response, stream_chat, stream_response])
@pytest.mark.parametrize(
    ("kind", "error", "message"),
    [
        (OLD, TypeError, r"Old is a model of pydantic\.v1"),
        (Unfit, ValueError, "Unfit has no strict schema: counts is a mapping with any keys"),
    ],
    ids=["pydantic v1", "no strict schema"],
)
async def test_type_that_cannot_be_asked_for(
    pair: OpenPair,
    use: Callable[[Client, Any], Awaitable[None]],
    kind: Any,
    error: type[Exception],
    message: str,
) -> None:
    async with pair() as (sandbox, client):
        with pytest.raises(error, match=message):
            await use(client, kind)
        assert len(sandbox.requests) == 0


async def test_file_that_cannot_be_sent(pair: OpenPair, tmp_path: Path) -> None:
    closed = io.BytesIO(b"x")
    closed.close()
    bad: list[tuple[Any, type[Exception], str]] = [
        (closed, ValueError, "is closed"),
        (("a.txt", closed), ValueError, "is closed"),
        (tmp_path, IsADirectoryError, "is a directory"),
        (trio.Path(tmp_path), IsADirectoryError, "is a directory"),
        (tmp_path / "none", FileNotFoundError, "none"),
        (io.StringIO("text"), TypeError, "text"),
        (12, TypeError, "file"),
    ]
    async with pair() as (sandbox, client):
        for file, error, message in bad:
            with pytest.raises(error, match=message):
                await client.files.create(file=file, purpose="assistants")
            with pytest.raises(error, match=message):
                await client.audio.transcriptions.create(file=file, model="whisper-1")
        assert len(sandbox.requests) == 0


@pytest.mark.parametrize(
    ("secret", "now", "message"),
    [
        ("whsec_YW5vdGhlciBzZWNyZXQ=", 1_700_000_000, "no signature"),
        (SECRET, 1_700_000_301, "301 seconds old"),
        (SECRET, 1_699_999_000, "in the future"),
    ],
    ids=["wrong secret", "expired", "not yet"],
)
async def test_webhook_that_cannot_be_trusted(pair: OpenPair, secret: str, now: int, message: str) -> None:
    # As https://www.standardwebhooks.com has it: the id, the time and the body, joined by full stops.
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    digest = hmac.digest(key, b"w.1700000000.{}", "sha256")
    headers = {
        "webhook-id": "w",
        "webhook-timestamp": "1700000000",
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }
    async with pair(webhook_secret=secret) as (_, client):
        with pytest.raises(InvalidWebhookSignatureError, match=message) as caught:
            client.webhooks.unwrap("{}", headers, clock=lambda: now)
        assert secret.removeprefix("whsec_") not in str(caught.value)


async def test_azure_endpoint_beside_a_base_url() -> None:
    with pytest.raises((TypeError, ValueError), match="base_url and azure_endpoint exclude each other"):
        async with open_azure_client(
            azure_endpoint="https://a.test",
            base_url="https://b.test/openai",
            api_key="key",
            api_version="2024-10-21",
        ):
            pass


async def test_limit_that_lets_nothing_through(pair: OpenPair) -> None:
    async def ask(_: int) -> None:
        raise AssertionError

    async with pair() as (sandbox, client):
        for limit in (0, -1):
            with pytest.raises(ValueError, match=rf"map\(limit=\) must be at least 1, not {limit}"):
                await client.map(ask, [1], limit=limit)
            with pytest.raises(ValueError, match=rf"map_each\(limit=\) must be at least 1, not {limit}"):
                client.map_each(ask, [1], limit=limit)
            with pytest.raises(ValueError, match=rf"requests_per_minute=\) must be more than 0.*not {limit}"):
                Limits(requests_per_minute=limit)
            with pytest.raises(ValueError, match=rf"concurrency=\) must be at least 1, not {limit}"):
                Limits(concurrency=limit)
        assert len(sandbox.requests) == 0


async def test_coroutine_object_where_a_function_is_due(pair: OpenPair) -> None:
    async with pair() as (sandbox, client):

        async def ask(_: int) -> None:
            raise AssertionError

        def given() -> Any:
            made.append(ask(1))
            return made[-1]

        made: list[Any] = []
        called = r"the coroutine object .*ask\(\.\.\.\): write {}\("
        with pytest.raises(TypeError, match=called.format("map")):
            await client.map(given(), [1], limit=1)
        with pytest.raises(TypeError, match=called.format("map_each")):
            client.map_each(given(), [1], limit=1)
        with pytest.raises(TypeError, match=called.format("start_soon")):
            client.start_soon(given())
        with pytest.raises(TypeError, match=r"ask.*await it first"):
            await client.map(ask, given(), limit=1)
        assert {inspect.getcoroutinestate(one) for one in made} == {inspect.CORO_CLOSED}
        assert len(sandbox.requests) == 0


async def test_items_that_are_none(pair: OpenPair) -> None:
    async def ask(_: int) -> None:
        raise AssertionError

    async with pair() as (sandbox, client):
        items: Any
        for items in (None, 5, ask):
            with pytest.raises(TypeError, match="takes a sync or async iterable of items, not"):
                await client.map(ask, items, limit=1)
            with pytest.raises(TypeError, match="takes a sync or async iterable of items, not"):
                client.map_each(ask, items, limit=1)
        assert len(sandbox.requests) == 0
