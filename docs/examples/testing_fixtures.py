import pytest

from triopenai import Client, RateLimitError
from triopenai.testing import Sandbox, faults


async def test_a_model_is_found(openai_client: Client) -> None:
    model = await openai_client.models.retrieve("gpt-4")
    assert model.id == "gpt-4"


@pytest.mark.openai_faults(faults.rate_limited(retry_after_ms=5), faults.insufficient_quota())
async def test_the_second_refusal_is_final(openai_client: Client, openai_sandbox: Sandbox) -> None:
    with pytest.raises(RateLimitError) as caught:
        await openai_client.models.retrieve("gpt-4")
    assert caught.value.code == "insufficient_quota"
    assert len(openai_sandbox.requests) == 2


@pytest.mark.openai_sandbox(models=["our-model"])
async def test_a_model_of_our_own_is_found(openai_client: Client) -> None:
    model = await openai_client.models.retrieve("our-model")
    assert model.id == "our-model"
