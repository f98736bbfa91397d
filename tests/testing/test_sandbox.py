from __future__ import annotations

import httpx
import pytest
import trio

from tests.support.wire import ask, chat, connect
from triopenai.testing import open_sandbox


async def test_block_lets_exceptions_out_as_themselves():
    with pytest.raises(LookupError) as caught:
        async with open_sandbox() as sandbox:
            await sandbox.network.open_stream("a", 1)
            raise LookupError
    assert caught.value.__context__ is None


async def test_block_keeps_a_group_of_the_body_whole():
    group = ExceptionGroup("two", [ValueError("a"), KeyError("b")])
    with pytest.raises(ExceptionGroup) as caught:  # noqa: ASYNC401  # the very group is looked at
        async with open_sandbox():
            raise group
    assert caught.value is group


async def test_block_can_be_cancelled():
    with trio.CancelScope() as scope:
        async with open_sandbox(port=0):
            scope.cancel()
            await trio.sleep_forever()
    assert scope.cancelled_caught


async def test_block_closes_connections_and_refuses_new_ones():
    async with open_sandbox() as sandbox:
        stream = await sandbox.network.open_stream("a", 1)
    assert await stream.receive_some() == b""
    with pytest.raises(ConnectionRefusedError):
        await sandbox.network.open_stream("a", 1)
    assert sandbox.connections.records[0].closed_by == "server"


async def test_port_serves_any_client():
    async with open_sandbox(port=0) as sandbox, httpx.AsyncClient() as http:
        assert sandbox.base_url == f"http://127.0.0.1:{sandbox.port}/v1"
        assert "network" not in sandbox.client_options
        headers = {"Authorization": f"Bearer {sandbox.api_key}"}
        url = f"{sandbox.base_url}/chat/completions"
        plain = await http.post(url, json=chat(), headers=headers)
        assert plain.json()["object"] == "chat.completion"
        async with http.stream("POST", url, json=chat(stream=True), headers=headers) as streamed:
            lines = [line async for line in streamed.aiter_lines()]
        assert lines[-2] == "data: [DONE]"
        assert (await ask(sandbox, "GET", "/models")).status == 200


async def test_port_is_free_again_after_the_block():
    async with open_sandbox(port=0) as first:
        port = first.port
    async with open_sandbox(port=port) as second:
        assert second.port == port
        with pytest.raises(OSError, match="in use"):
            async with open_sandbox(port=port):
                pass


async def test_client_options_lead_there(sandbox):
    assert sandbox.client_options == {
        "base_url": sandbox.base_url,
        "api_key": sandbox.api_key,
        "network": sandbox.network,
    }


async def test_same_requests_have_the_same_answers(autojump_clock):
    answers: list[list[bytes]] = []
    for _ in range(2):
        async with open_sandbox() as sandbox:
            heard = [
                await ask(
                    sandbox, "POST", "/chat/completions", json_body=chat("Tell me a story", n=2, stream=True)
                ),
                await ask(
                    sandbox, "POST", "/responses", json_body={"model": "gpt-5", "input": "Hi", "stream": True}
                ),
                await ask(sandbox, "GET", "/vector_stores"),
            ]
            answers.append([one.body for one in heard] + [str(one.headers).encode() for one in heard])
    assert answers[0] == answers[1]


async def test_latency_comes_before_the_first_byte_and_between_events(autojump_clock):
    async with open_sandbox(latency=2) as sandbox:
        began = trio.current_time()
        heard = await ask(sandbox, "POST", "/chat/completions", json_body=chat(stream=True))
        times = [moment - began for moment in heard.times]
        assert times == [2.0 * number for number in range(1, len(times) + 1)]


async def test_tokens_per_second_paces_streams(autojump_clock):
    async with open_sandbox(tokens_per_second=10) as sandbox:
        began = trio.current_time()
        body = chat("Tell me a story", stream=True, stream_options={"include_usage": True})
        heard = await ask(sandbox, "POST", "/chat/completions", json_body=body)
        spent = heard.events[-1]["usage"]["completion_tokens"]
        assert heard.times[-1] - began == pytest.approx(spent / 10)


async def test_reply_and_models_are_the_callers(autojump_clock):
    def reply(question: str, choice: int) -> str:
        return f"{choice}: {question.upper()}"

    async with open_sandbox(reply=reply, models=["my-model"]) as sandbox:
        body = {"model": "my-model", "messages": [{"role": "user", "content": "hi"}], "n": 2}
        heard = await ask(sandbox, "POST", "/chat/completions", json_body=body)
        assert [one["message"]["content"] for one in heard.json["choices"]] == ["0: HI", "1: HI"]
        assert "my-model" in [one["id"] for one in (await ask(sandbox, "GET", "/models")).json["data"]]


async def test_stateless_sandbox_answers_for_any_id(autojump_clock):
    async with open_sandbox(stateful=False) as sandbox:
        heard = await ask(sandbox, "GET", "/files/file-xyz")
        assert heard.json["id"] == "file-xyz"
        assert heard.json["object"] == "file"


@pytest.mark.parametrize("options", [{"latency": -1}, {"tokens_per_second": 0}])
async def test_senseless_pace_is_refused(options):
    with pytest.raises(ValueError, match="latency"):
        async with open_sandbox(**options):
            pass


async def test_headers_are_those_of_the_api(sandbox):
    heard = await ask(sandbox, "GET", "/models")
    assert heard.headers["x-request-id"] == "req_00000001"
    assert heard.headers["openai-version"] == "2020-10-01"
    assert "openai-processing-ms" in heard.headers
    assert heard.headers["x-ratelimit-remaining-requests"] == "9999"
    assert (await ask(sandbox, "GET", "/models")).headers["x-request-id"] == "req_00000002"


async def test_requests_are_logged(sandbox):
    await ask(sandbox, "GET", "/files?limit=2&a[]=1&a[]=2&q=%C3%BC")
    await ask(sandbox, "POST", "/embeddings", json_body={"input": "x"}, headers={"X-Mine": "yes"})
    listing, embedding = sandbox.requests
    assert (listing.method, listing.path, listing.connection) == ("GET", "/files", 1)
    assert listing.query == (("limit", "2"), ("a[]", "1"), ("a[]", "2"), ("q", "ü"))
    assert listing.params["q"] == "ü"
    assert embedding.json == {"input": "x"}
    assert (embedding.headers["x-mine"], embedding.connection) == ("yes", 2)
    assert sandbox.api_key not in repr(embedding)
    assert sandbox.requests.to("/embeddings", "POST") == (embedding,)
    assert sandbox.requests.to("/embeddings", "GET") == ()
    with pytest.raises(ValueError, match="Expecting value"):
        _ = listing.json
    sandbox.requests.clear()
    assert len(sandbox.requests) == 0


async def test_waiting_for_requests_and_connections(sandbox, autojump_clock):
    async def later() -> None:
        await trio.sleep(3)
        async with connect(sandbox) as wire:
            await trio.sleep(3)
            await wire.ask("GET", "/models")

    began = trio.current_time()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(later)
        await sandbox.connections.wait_opened(1)
        assert trio.current_time() - began == 3
        await sandbox.requests.wait(1)
        assert trio.current_time() - began == 6
        await sandbox.connections.wait_closed(1)
    assert sandbox.connections.open == 0
