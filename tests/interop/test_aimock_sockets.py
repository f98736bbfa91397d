"""Connections over WebSocket to a server that nobody here wrote; `nox -s interop` runs these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from triopenai import APIStatusError, WebSocketConnectionClosedError, open_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.interop

STORY = "Once upon a time a byte was sent in pieces, and every piece arrived: été, 冬, 🌱. The end."


async def text_before(connection: AsyncIterator[Any], last: str) -> str:
    """What the events up to one of a type write."""
    text = ""
    async for event in connection:
        assert event.type != "error"
        if event.type == "response.output_text.delta":
            text += event.delta
        elif event.type == last:
            return text
    raise AssertionError(text)


async def test_realtime_answers_a_message(base_url: str) -> None:
    async with (
        open_client(base_url=base_url, api_key="sk-interop") as client,
        client.realtime.connect(model="gpt-realtime") as connection,
    ):
        await connection.session.update(session={"type": "realtime", "output_modalities": ["text"]})
        await connection.conversation.item.create(
            item={
                "type": "message",
                "role": "user",
                "content": [{"type": "input_text", "text": "tell a story"}],
            }
        )
        await connection.response.create()
        assert await text_before(connection, "response.done") == STORY


async def test_responses_are_created_over_a_socket(base_url: str) -> None:
    async with (
        open_client(base_url=base_url, api_key="sk-interop") as client,
        client.responses.connect() as connection,
    ):
        for _ in range(2):
            await connection.response.create(model="gpt-4", input="tell a story")
            assert await text_before(connection, "response.completed") == STORY


async def test_refusal_of_the_server_is_told(base_url: str) -> None:
    async with open_client(base_url=base_url, api_key="sk-interop") as client:
        async with client.realtime.connect(model="gpt-realtime") as connection:
            await connection.conversation.item.create(
                item={
                    "type": "message",
                    "role": "user",
                    "content": [{"type": "input_text", "text": "what nobody expects"}],
                }
            )
            await connection.response.create()
            with pytest.raises(WebSocketConnectionClosedError, match="1008"):
                await connection.dispatch_events()
        with pytest.raises(APIStatusError):
            async with client.with_options(base_url=f"{base_url}/nowhere").responses.connect():
                raise AssertionError
