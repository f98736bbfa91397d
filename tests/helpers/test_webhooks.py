from __future__ import annotations

import importlib
import json

import pytest

from triopenai import InvalidWebhookSignatureError, open_client
from triopenai._base.unions import members_of
from triopenai._sansio.webhook import secret_bytes, sign
from triopenai.testing import open_sandbox
from triopenai.types.webhooks import ResponseCompletedWebhookEvent, UnwrapWebhookEvent

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
NOW = 1_700_000_000.0


def event(kind: str = "response.completed") -> str:
    return json.dumps({"id": "evt_1", "created_at": 1, "data": {"id": "resp_1"}, "type": kind})


def headers_for(body: str, *, secret: str = SECRET, at: float = NOW) -> dict[str, str]:
    stamp = str(int(at))
    signature = sign(body.encode(), key=secret_bytes(secret), webhook_id="wh_1", timestamp=stamp)
    return {"Webhook-Id": "wh_1", "Webhook-Timestamp": stamp, "Webhook-Signature": signature}


@pytest.fixture
async def client():
    async with (
        open_sandbox() as sandbox,
        open_client(**sandbox.client_options, webhook_secret=SECRET) as client,
    ):
        yield client
        assert len(sandbox.requests) == 0


async def test_unwrap_gives_the_typed_event(client):
    body = event()
    found = client.webhooks.unwrap(body, headers_for(body), clock=lambda: NOW)
    assert isinstance(found, ResponseCompletedWebhookEvent)
    assert found.data.id == "resp_1"
    assert client.webhooks.unwrap(body.encode(), headers_for(body), clock=lambda: NOW) == found


async def test_unwrap_keeps_an_event_that_is_not_known_yet(client):
    body = event("response.thought_better_of")
    found = client.webhooks.unwrap(body, headers_for(body), clock=lambda: NOW)
    assert found.type == "response.thought_better_of"
    assert found.data["id"] == "resp_1"


async def test_unwrap_reads_nothing_that_is_not_verified(client):
    with pytest.raises(InvalidWebhookSignatureError):
        client.webhooks.unwrap("no JSON", headers_for(event()), clock=lambda: NOW)


async def test_unwrap_refuses_signed_text_that_is_no_event(client):
    with pytest.raises(ValueError, match="not JSON"):
        client.webhooks.unwrap("signed", headers_for("signed"), clock=lambda: NOW)


async def test_verify_takes_another_secret_for_one_call(client):
    body, other = event(), "a plain secret"
    with pytest.raises(InvalidWebhookSignatureError):
        client.webhooks.verify_signature(body, headers_for(body, secret=other), clock=lambda: NOW)
    headers = headers_for(body, secret=other)
    assert client.webhooks.verify_signature(body, headers, secret=other, clock=lambda: NOW) is None


async def test_verify_takes_the_wall_clock_by_default(client):
    body = event()
    with pytest.raises(InvalidWebhookSignatureError, match="seconds old"):
        client.webhooks.verify_signature(body, headers_for(body))
    client.webhooks.verify_signature(body, headers_for(body), tolerance=None)


async def test_verify_without_a_secret_says_where_one_may_come_from(monkeypatch):
    monkeypatch.delenv("OPENAI_WEBHOOK_SECRET", raising=False)
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        with pytest.raises(ValueError, match="OPENAI_WEBHOOK_SECRET"):
            client.webhooks.verify_signature(event(), {})


async def test_secret_comes_from_the_environment(monkeypatch):
    monkeypatch.setenv("OPENAI_WEBHOOK_SECRET", SECRET)
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        client.webhooks.verify_signature(event(), headers_for(event()), clock=lambda: NOW)


def test_event_is_one_of_all():
    members = set(members_of(UnwrapWebhookEvent))
    models = vars(importlib.import_module("triopenai.types.webhooks._models")).values()
    events = {model for model in models if getattr(model, "__name__", "").endswith("WebhookEvent")}
    assert members == events
