"""What Azure answers: errors of its filter and gateway, limits, and filter results in answers and streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.fakes import FakeTransport, answer, chunk, completion, events, failure
from triopenai import BadRequestError, NotFoundError, RateLimitError, open_azure_client, raw

if TYPE_CHECKING:
    import trio.testing

    from triopenai.types.chat import ChatCompletionMessageParam
    from triopenai.types.chat._params import CompletionCreateParamsNonStreaming

AZURE: dict[str, Any] = {
    "azure_endpoint": "https://mine.openai.azure.com",
    "api_version": "2024-10-21",
    "api_key": "key-1",
}
MESSAGES: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Hello!"}]
CHAT: CompletionCreateParamsNonStreaming = {"model": "gpt-4o", "messages": MESSAGES}
FILTERS = {"hate": {"filtered": False, "severity": "safe"}}


async def test_filtered_prompt_keeps_what_the_filter_found() -> None:
    inner = {
        "code": "ResponsibleAIPolicyViolation",
        "content_filter_result": {"hate": {"filtered": True, "severity": "high"}},
    }
    said = {
        "message": "The response was filtered due to the prompt triggering the content policy.",
        "type": None,
        "param": "prompt",
        "code": "content_filter",
        "status": 400,
        "innererror": inner,
    }
    transport = FakeTransport([answer({"error": said}, 400, {"apim-request-id": "apim-1"}, request_id="")])
    async with open_azure_client(**AZURE, transport=transport) as client:
        with pytest.raises(BadRequestError, match="triggering the content policy") as caught:
            await client.chat.completions.create(**CHAT)
    error = caught.value
    assert (error.code, error.param, error.type) == ("content_filter", "prompt", None)
    assert isinstance(error.body, dict)
    assert error.body["innererror"] == inner
    assert len(error.attempts) == 1


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"error": {"code": "DeploymentNotFound", "message": "No such deployment."}}, "DeploymentNotFound"),
        ({"error": {"code": "404", "message": "Resource not found"}}, "404"),
        ({"statusCode": 404, "message": "Resource not found"}, None),
    ],
)
async def test_errors_of_azure_and_its_gateway_are_read(body: dict[str, object], code: str | None) -> None:
    headers = {"x-ms-region": "Sweden Central", "apim-request-id": "apim-1"}
    transport = FakeTransport([answer(body, 404, headers)])
    async with open_azure_client(**AZURE, transport=transport) as client:
        with pytest.raises(NotFoundError, match=r"No such deployment|Resource not found") as caught:
            await client.chat.completions.create(**CHAT)
    assert caught.value.code == code
    assert caught.value.headers["x-ms-region"] == "Sweden Central"


async def test_rate_limit_of_azure_is_waited_for(autojump_clock: trio.testing.MockClock) -> None:
    message = "Requests have exceeded the call rate limit. Please retry after 6 seconds."
    limited = [failure(429, "429", message, retry_after="6") for _ in range(3)]
    transport = FakeTransport([*limited[:1], answer(completion()), *limited[1:]])
    async with open_azure_client(**AZURE, transport=transport, max_retries=1) as client:
        await client.chat.completions.create(**CHAT)
        assert 6 <= transport.times[1] - transport.times[0] < 10
        with pytest.raises(RateLimitError, match="call rate limit") as caught:
            await client.chat.completions.create(**CHAT)
    assert caught.value.code == "429"
    assert len(caught.value.attempts) == 2


async def test_filter_results_are_kept_on_models() -> None:
    value = completion("Hello")
    value["prompt_filter_results"] = [{"prompt_index": 0, "content_filter_results": FILTERS}]
    choices: Any = value["choices"]
    choices[0]["content_filter_results"] = FILTERS
    transport = FakeTransport([answer(value)])
    async with open_azure_client(**AZURE, transport=transport, strict=True) as client:
        reply = await client.chat.completions.create(**CHAT)
    assert reply.model_extra is not None
    assert reply.model_extra["prompt_filter_results"][0]["content_filter_results"] == FILTERS
    assert reply.choices[0].model_extra == {"content_filter_results": FILTERS}
    assert reply.to_dict()["prompt_filter_results"]


def azure_stream() -> list[object]:
    """A stream as Azure sends it: the prompt's filter first, and filter results between the words."""
    first = {**chunk(), "id": "", "model": "", "created": 0, "choices": []}
    first["prompt_filter_results"] = [{"prompt_index": 0, "content_filter_results": FILTERS}]
    filtered = {**chunk(), "id": "", "model": "", "created": 0}
    filtered["choices"] = [
        {"index": 0, "finish_reason": None, "content_filter_results": FILTERS, "content_filter_offsets": {}}
    ]
    return [first, chunk("Hel"), filtered, chunk("lo"), chunk(finish="stop")]


async def test_stream_that_begins_with_the_filter_is_read() -> None:
    transport = FakeTransport([events(*azure_stream())])
    async with (
        open_azure_client(**AZURE, transport=transport) as client,
        await client.chat.completions.create(model="gpt-4o", messages=MESSAGES, stream=True) as stream,
    ):
        chunks = [one async for one in stream]
    assert chunks[0].choices == []
    assert chunks[0].model_extra is not None
    assert chunks[0].model_extra["prompt_filter_results"][0]["prompt_index"] == 0
    assert [one.choices[0].delta.content for one in chunks[1:2]] == ["Hel"]


async def test_stream_helper_folds_what_azure_sends() -> None:
    transport = FakeTransport([events(*azure_stream())])
    async with (
        open_azure_client(**AZURE, transport=transport) as client,
        client.chat.completions.stream(model="gpt-4o", messages=MESSAGES) as stream,
    ):
        whole = await stream.get_final_completion()
    assert whole.choices[0].message.content == "Hello"
    assert whole.choices[0].finish_reason == "stop"


async def test_request_id_is_read_by_the_name_that_azure_gives_it() -> None:
    headers = {"apim-request-id": "apim-1"}
    transport = FakeTransport([answer(completion(), 200, headers, request_id="") for _ in range(2)])
    async with open_azure_client(**AZURE, transport=transport) as client:
        assert (await client.chat.completions.create(**CHAT))._request_id == "apim-1"
        reply = await raw(client.chat.completions.create)(**CHAT)
        assert reply.request_id == "apim-1"
        assert reply.attempts[-1].request_id == "apim-1"
