"""Calls, live sessions, secrets for clients, and chats."""

from __future__ import annotations

from typing import Any

import pytest
import trio

from tests.support.sessions import prepared_call
from triopenai import AuthenticationError, BadRequestError, Client, NotFoundError, open_client
from triopenai.testing import open_sandbox


async def test_call_is_accepted_referred_and_hung_up(client: Client) -> None:
    calls = client.realtime.calls
    id_ = await prepared_call(client, "realtime.calls.accept")
    with pytest.raises(BadRequestError, match="ringing"):
        await calls.refer(id_, target_uri="tel:1")
    await calls.accept(id_, type="realtime")
    with pytest.raises(BadRequestError, match="active"):
        await calls.reject(id_)
    await calls.refer(id_, target_uri="tel:1")
    await calls.hangup(id_)
    with pytest.raises(BadRequestError, match="ended"):
        await calls.hangup(id_)
    with pytest.raises(NotFoundError, match="rtc_x"):
        await calls.accept("rtc_x", type="realtime")


async def test_live_session_has_a_recording_when_it_has_ended(client: Client) -> None:
    sessions = client.live.sessions
    id_ = await prepared_call(client, "live.sessions.accept")
    with pytest.raises(BadRequestError, match="not ready"):
        await sessions.download_recording(id_)
    forked = await sessions.fork(id_, transport={"type": "webrtc", "sdp": "v=0"})
    await sessions.hangup(id_)
    assert (await (await sessions.download_recording(id_)).read()).startswith(b"RIFF")
    with pytest.raises(BadRequestError, match="ended"):
        await sessions.fork(id_, transport={"type": "webrtc", "sdp": "v=0"})
    await sessions.reject(forked.session.id, status_code=486)


async def test_client_secret_is_a_key_until_it_expires(autojump_clock: trio.testing.MockClock) -> None:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options, strict=True) as client:
        secret = await client.realtime.client_secrets.create(
            expires_after={"anchor": "created_at", "seconds": 60}
        )
        options: Any = {**sandbox.client_options, "api_key": secret.value}
        async with open_client(**options) as other:
            await other.models.list()
            await trio.sleep(60)
            with pytest.raises(AuthenticationError):
                await other.models.list()


async def test_chat_session_expires_or_is_cancelled(autojump_clock: trio.testing.MockClock) -> None:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options, strict=True) as client:
        sessions = client.beta.chatkit.sessions
        first = await sessions.create(user="ada", workflow={"id": "wf_1"})
        assert (await sessions.cancel(first.id)).status == "cancelled"
        with pytest.raises(BadRequestError, match="cancelled"):
            await sessions.cancel(first.id)
        second = await sessions.create(user="eve", workflow={"id": "wf_1"})
        await trio.sleep(second.expires_at - 1_750_000_000)
        with pytest.raises(BadRequestError, match="expired"):
            await sessions.cancel(second.id)


async def test_chats_are_listed_by_user_and_deleted(client: Client) -> None:
    threads = client.beta.chatkit.threads
    for user in ("ada", "eve", "ada"):
        await client.beta.chatkit.sessions.create(user=user, workflow={"id": "wf_1"})
    last, first = [one async for one in threads.list(user="ada", limit=1)]
    items = [one.type async for one in threads.list_items(first.id, order="asc", limit=1)]
    assert items == ["chatkit.user_message", "chatkit.assistant_message"]
    await threads.delete(last.id)
    with pytest.raises(NotFoundError, match=last.id):
        await threads.list_items(last.id)
