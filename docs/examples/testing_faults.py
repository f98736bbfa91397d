import pytest

from triopenai import RateLimitError, StreamTruncated, open_client
from triopenai.testing import faults, open_sandbox


async def test_two_refusals_are_survived() -> None:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        sandbox.faults.add(faults.rate_limited(retry_after_ms=5), times=2)
        model = await client.models.retrieve("gpt-4")
        assert model.id == "gpt-4"
        assert len(sandbox.requests) == 3


async def test_an_empty_account_is_told_at_once() -> None:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        sandbox.faults.add(faults.insufficient_quota(), times=None)
        with pytest.raises(RateLimitError) as caught:
            await client.models.retrieve("gpt-4")
        assert caught.value.code == "insufficient_quota"
        assert len(sandbox.requests) == 1


async def test_a_cut_stream_is_noticed() -> None:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        sandbox.faults.add(faults.truncate(after_events=3), path="/chat/completions")
        stream = await client.chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": "Tell me a story."}],
            stream=True,
        )
        with pytest.raises(StreamTruncated) as caught:
            _ = [chunk async for chunk in stream]
        assert caught.value.events == 3
