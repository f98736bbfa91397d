"""Voices and consents, endpoints for webhooks, and permissions for checkpoints."""

from __future__ import annotations

from typing import Any

import pytest
import trio

from triopenai import BadRequestError, Client, NotFoundError

SOUND = ("yes.wav", b"RIFF")


async def test_consents_are_kept_and_voices_made(client: Client) -> None:
    consents = client.audio.voice_consents
    voices: Any = client.audio.voices  # which has more overloads than this test has cases
    made = [await consents.create(name=name, language="en", recording=SOUND) for name in ("Ada", "Eve")]
    assert (await consents.update(made[0].id, name="Ada L.")).name == "Ada L."
    assert (await consents.retrieve(made[0].id)).language == "en"
    assert [one.name async for one in consents.list(limit=1)] == ["Eve", "Ada L."]
    sampled = await voices.create(name="Ada", consent=made[0].id, audio_sample=SOUND)
    told = await voices.create(name="Robot", prompt="Like a robot")
    assert [(one.name, one.type) for one in (sampled, told)] == [("Ada", "audio_sample"), ("Robot", "prompt")]
    assert (await voices.delete(told.id)).deleted
    assert (await consents.delete(made[1].id)).deleted
    for gone in (voices.delete(told.id), consents.retrieve(made[1].id)):
        with pytest.raises(NotFoundError):
            await gone
    with pytest.raises(BadRequestError, match="audio_sample"):
        await voices.create(name="Nobody")


async def test_webhook_endpoints_tell_their_secret_once(
    client: Client, autojump_clock: trio.testing.MockClock
) -> None:
    webhooks: Any = client.webhooks
    made = await webhooks.create(name="ci", url="https://example.com/", event_types=["batch.completed"])
    await trio.sleep(5)
    kept = await webhooks.retrieve(made.id)
    assert "signing_secret" not in kept.to_dict()
    assert made.signing_secret.endswith(kept.signing_secret_hint)
    turned = await webhooks.rotate_secret(made.id)
    assert turned.signing_secret not in ("", made.signing_secret)
    changed = await webhooks.update(made.id, name="cd")
    assert (changed.name, changed.url, changed.updated_at) == ("cd", made.url, made.created_at + 5)
    tested = await webhooks.test(made.id, event_type="batch.completed")
    assert (tested.webhook_endpoint_id, tested.event_type) == (made.id, "batch.completed")
    assert [one.name async for one in webhooks.list()] == ["cd"]
    await webhooks.delete(made.id)
    with pytest.raises(NotFoundError, match=made.id):
        await webhooks.test(made.id, event_type="batch.completed")


async def test_checkpoints_are_permitted_to_projects(client: Client) -> None:
    permissions = client.fine_tuning.checkpoints.permissions
    made = await permissions.create("ft:gpt-4o:ckpt-1", project_ids=["proj_a", "proj_b"])
    assert [one.project_id for one in made.data] == ["proj_a", "proj_b"]
    found = permissions.list("ft:gpt-4o:ckpt-1", limit=1)
    assert [one.project_id async for one in found] == ["proj_b", "proj_a"]
    one = await permissions.list("ft:gpt-4o:ckpt-1", project_id="proj_a")
    assert [each.id for each in one.data] == [made.data[0].id]
    await permissions.delete(made.data[0].id, fine_tuned_model_checkpoint="ft:gpt-4o:ckpt-1")
    with pytest.raises(NotFoundError, match=made.data[0].id):
        await permissions.delete(made.data[0].id, fine_tuned_model_checkpoint="ft:gpt-4o:ckpt-1")
    assert [one async for one in permissions.list("ft:gpt-4o:ckpt-2")] == []
