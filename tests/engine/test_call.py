"""One call: attempts, retries, bounds, credentials."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
import trio

import triopenai
from tests.support.fakes import answer, chunk, completion, events, failure
from triopenai import Headers, errors, raw
from triopenai._net.errors import ConnectError, ReadError, RemoteProtocolError, TransportTimeout

if TYPE_CHECKING:
    from tests.engine.conftest import OpenFake
    from triopenai._net.errors import Phase
    from triopenai.types.chat._params import CompletionCreateParamsNonStreaming


CHAT: CompletionCreateParamsNonStreaming = {
    "model": "gpt-4",
    "messages": [{"role": "user", "content": "Hello!"}],
}


async def test_call_gives_the_typed_answer(fake: OpenFake) -> None:
    async with fake(answer(completion("Hi"))) as (client, transport):
        reply = await client.chat.completions.create(
            model="gpt-4", messages=[{"role": "user", "content": "x"}]
        )
    assert reply.choices[0].message.content == "Hi"
    assert reply._request_id == "req_1"
    (request,) = transport.requests
    assert (request.method, request.url) == ("POST", "https://api.test/v1/chat/completions")
    assert transport.header(0, "authorization") == "Bearer sk-test"
    assert transport.header(0, "content-type") == "application/json"
    assert (transport.header(0, "user-agent") or "").startswith("triopenai/")


async def test_call_retries_what_may_pass(fake: OpenFake, autojump_clock: trio.testing.MockClock) -> None:
    script = (
        failure(429, "rate_limit_exceeded", retry_after="2"),
        ConnectError("refused", phase="connect"),
        answer(completion()),
    )
    async with fake(*script) as (client, transport):
        reply = await raw(client.chat.completions.create)(**CHAT)
    assert [attempt.status for attempt in reply.attempts] == [429, None, 200]
    assert reply.retries_taken == 2
    assert reply.attempts[0].wait == 2
    assert transport.times[1] - transport.times[0] == 2
    keys = {transport.header(n, "idempotency-key") for n in range(3)}
    assert len(keys) == 1
    assert keys != {None}


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 529])
async def test_call_gives_up_after_its_retries(
    fake: OpenFake, autojump_clock: trio.testing.MockClock, status: int
) -> None:
    async with fake(*[failure(status) for _ in range(3)]) as (client, transport):
        with pytest.raises(errors.APIStatusError) as caught:
            await client.chat.completions.create(**CHAT)
    assert len(transport.requests) == 3
    assert [attempt.status for attempt in caught.value.attempts] == [status] * 3
    assert caught.value.operation == "chat.completions.create"
    assert all(response.closed for response in transport.responses)
    assert pickle.loads(pickle.dumps(caught.value)).attempts == caught.value.attempts


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
async def test_call_does_not_retry_what_cannot_pass(fake: OpenFake, status: int) -> None:
    async with fake(failure(status)) as (client, transport):
        with pytest.raises(errors.APIStatusError) as caught:
            await client.chat.completions.create(**CHAT)
    assert type(caught.value) is errors.APIStatusError.class_for(status)
    assert len(transport.requests) == 1


@pytest.mark.parametrize("code", ["insufficient_quota", "credit_balance_exhausted"])
async def test_call_without_quota_is_tried_once(fake: OpenFake, code: str) -> None:
    async with fake(failure(429, code)) as (client, transport):
        with pytest.raises(errors.RateLimitError) as caught:
            await client.chat.completions.create(**CHAT)
    assert caught.value.code == code
    assert len(transport.requests) == 1


async def test_call_obeys_x_should_retry(fake: OpenFake, autojump_clock: trio.testing.MockClock) -> None:
    async with fake(failure(500, x_should_retry="false")) as (client, transport):
        with pytest.raises(errors.InternalServerError):
            await client.chat.completions.create(**CHAT)
        assert len(transport.requests) == 1
    async with fake(failure(400, x_should_retry="true"), answer(completion())) as (client, transport):
        await client.chat.completions.create(**CHAT)
        assert len(transport.requests) == 2


async def test_call_begins_no_wait_that_the_deadline_cuts_short(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    async with fake(failure(429, "rate_limit_exceeded", retry_after="30")) as (client, transport):
        started = trio.current_time()
        with trio.fail_after(10), pytest.raises(errors.RateLimitError):
            await client.chat.completions.create(**CHAT)
        assert trio.current_time() == started
    assert len(transport.requests) == 1


async def test_call_that_is_never_answered_ends_at_the_deadline(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    async with fake(*[1e9] * 3) as (client, _transport):
        started = trio.current_time()
        with pytest.raises(trio.TooSlowError), trio.fail_after(10):
            await client.chat.completions.create(**CHAT)
        assert trio.current_time() - started == 10


async def test_call_options_replace_the_client_s(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    async with fake(failure(500), failure(500), answer(completion())) as (client, transport):
        with pytest.raises(errors.InternalServerError):
            await client.chat.completions.create(**CHAT, max_retries=0)
        await client.with_options(max_retries=1).chat.completions.create(**CHAT, idempotency_key="mine")
    assert [transport.header(n, "idempotency-key") for n in (1, 2)] == ["mine", "mine"]


async def test_call_extras_go_out(fake: OpenFake) -> None:
    async with fake(answer(completion())) as (client, transport):
        await client.chat.completions.create(
            **CHAT,
            extra_headers={"X-Mine": "1", "User-Agent": triopenai.omit},
            extra_query={"q": "v"},
            extra_body={"new_field": True},
        )
    (request,) = transport.requests
    assert request.target == "/v1/chat/completions?q=v"
    assert isinstance(request.body, bytes)
    assert b'"new_field":true' in request.body
    assert transport.header(0, "x-mine") == "1"
    assert transport.header(0, "user-agent") is None


async def test_call_headers_of_the_user_s_replace_the_client_s(fake: OpenFake) -> None:
    async with fake(answer(completion()), answer(completion()), answer(completion())) as (client, transport):
        await client.chat.completions.create(
            **CHAT, extra_headers={"authorization": "Basic x", "Idempotency-Key": "mine"}
        )
        await client.chat.completions.create(**CHAT, extra_headers={"Authorization": triopenai.omit})
        other = client.with_options(default_headers={"Authorization": "Custom y"})
        await other.chat.completions.create(**CHAT)
        with pytest.raises(ValueError, match="line break"):
            await client.chat.completions.create(**CHAT, idempotency_key="a\r\nX-Evil: 1")
    assert transport.header(0, "authorization") == "Basic x"
    assert transport.header(0, "idempotency-key") == "mine"
    assert transport.header(1, "authorization") is None
    assert transport.header(2, "authorization") == "Custom y"


@pytest.mark.parametrize("phase", ["connect", "tls", "write", "read", "pool"])
async def test_call_timeout_says_which_wait_ran_out(
    fake: OpenFake, autojump_clock: trio.testing.MockClock, phase: Phase
) -> None:
    async with fake(*[TransportTimeout("late", phase=phase)] * 3) as (client, _):
        with pytest.raises(errors.APITimeoutError, match="Waited") as caught:
            await client.chat.completions.create(**CHAT, timeout=7)
    assert caught.value.phase == phase
    assert "7 seconds" in str(caught.value)
    assert len(caught.value.attempts) == 3


async def test_call_asks_for_the_key_at_every_attempt(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    keys = iter(["sk-one", "sk-two"])

    async def next_key() -> str:
        await trio.sleep(1)
        return next(keys)

    async with fake(failure(401, x_should_retry="true"), answer(completion()), api_key=next_key) as (
        client,
        transport,
    ):
        await client.chat.completions.create(**CHAT)
    assert [transport.header(n, "authorization") for n in (0, 1)] == ["Bearer sk-one", "Bearer sk-two"]


async def test_call_of_an_admin_endpoint_takes_the_admin_key(fake: OpenFake) -> None:
    async with fake() as (client, transport):
        with pytest.raises(errors.MissingCredentialsError, match="OPENAI_ADMIN_KEY"):
            await client.admin.organization.projects.retrieve("proj_1")
    assert transport.requests == []
    async with fake(answer({"id": "proj_1"}), admin_api_key="sk-admin") as (client, transport):
        project = await client.admin.organization.projects.retrieve("proj_1")
    assert project.id == "proj_1"
    assert transport.header(0, "authorization") == "Bearer sk-admin"


async def test_call_under_way_when_the_client_closes_is_named(fake: OpenFake) -> None:
    async with fake() as (client, transport):
        await transport.aclose()
        with pytest.raises(errors.ClientClosedError, match=r"models\.retrieve was called on a closed client"):
            await client.models.retrieve("gpt-4")


async def test_call_on_a_closed_client_is_refused(fake: OpenFake) -> None:
    async with fake() as (client, transport):
        pass
    with pytest.raises(errors.ClientClosedError, match="open_client"):
        await client.chat.completions.create(**CHAT)
    with pytest.raises(errors.ClientClosedError):
        await client.models.list()
    with pytest.raises(errors.ClientClosedError):
        client.start_soon(client.models.retrieve, "gpt-4")
    assert transport.requests == []


@pytest.mark.parametrize(
    ("body", "headers", "shown"),
    [
        (b"", {}, "empty"),
        (b"<html><title>Gateway</title></html>", {"content-type": "text/html"}, "Gateway"),
        (b'{"id": "x"}', {"content-type": "text/plain"}, "text/plain"),
        (b'[{"id": "x"}]', {}, '[{"id'),
        (b'{"id": "x"', {}, '{"id": "x"'),
        (b'"text"', {}, '"text"'),
    ],
)
async def test_call_answered_with_nonsense_shows_it(
    fake: OpenFake, body: bytes, headers: dict[str, str], shown: str
) -> None:
    async with fake(answer(body, headers=headers)) as (client, transport):
        with pytest.raises(errors.APIResponseValidationError) as caught:
            await client.chat.completions.create(**CHAT)
    assert shown in str(caught.value)
    assert "200" in str(caught.value)
    assert caught.value.request_id == "req_1"
    assert len(transport.requests) == 1


async def test_call_answered_by_an_html_error_page(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    page = answer(b"<html><title>502 Bad Gateway</title></html>", 502, {"content-type": "text/html"})
    async with fake(page, answer(completion())) as (client, _transport):
        reply = await raw(client.chat.completions.create)(**CHAT)
    assert "502 Bad Gateway" in (reply.attempts[0].error or "")


async def test_call_whose_error_body_breaks_off_keeps_the_status(fake: OpenFake) -> None:
    broken = answer(b"half an err", 400)
    broken.pieces.append(ReadError("reset", phase="read", sent=True))
    endless = answer(b"x" * 100_000, 400)
    endless.pieces *= 50
    async with fake(broken, endless) as (client, _):
        with pytest.raises(errors.BadRequestError, match="half an err"):
            await client.chat.completions.create(**CHAT)
        with pytest.raises(errors.BadRequestError):
            await client.chat.completions.create(**CHAT)
    assert endless.closed
    assert len(endless.pieces) > 40


async def test_call_whose_answer_is_no_http_has_the_request_id(fake: OpenFake) -> None:
    headers = Headers.of({"x-request-id": "req_gzip"})
    async with fake(RemoteProtocolError("truncated gzip", headers=headers), max_retries=0) as (client, _):
        with pytest.raises(errors.APIConnectionError, match="truncated gzip") as caught:
            await client.chat.completions.create(**CHAT)
    assert caught.value.request_id == "req_gzip"


async def test_call_answered_with_a_stream_unasked_is_folded(fake: OpenFake) -> None:
    async with fake(events(chunk("Hel"), chunk("lo"), chunk(finish="stop"))) as (client, _):
        reply = await client.chat.completions.create(**CHAT)
    assert reply.choices[0].message.content == "Hello"


async def test_call_of_a_loose_server_keeps_what_it_gave(fake: OpenFake) -> None:
    loose = {"id": 7, "created": 1.5, "choices": [{"message": {"content": "ok"}}], "extra": {"a": 1}}
    async with fake(answer(loose), answer(loose)) as (client, _):
        reply = await client.chat.completions.create(**CHAT)
        assert reply.choices[0].message.content == "ok"
        assert reply.model_extra == {"extra": {"a": 1}}
        with pytest.raises(errors.APIResponseValidationError):
            await client.with_options(strict=True).chat.completions.create(**CHAT)


async def test_call_reset_while_the_body_is_read_is_retried(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    broken = answer(completion())
    broken.pieces.append(ReadError("reset", phase="read", sent=True))
    async with fake(broken, answer(completion("whole"))) as (client, _):
        reply = await client.chat.completions.create(**CHAT)
    assert reply.choices[0].message.content == "whole"
    assert broken.closed


async def test_raw_takes_methods_of_resources_only(fake: OpenFake) -> None:
    async with fake() as (client, _):
        for thing in (print, client.with_options, lambda: None):
            with pytest.raises(TypeError, match="raw"):
                raw(thing)  # type: ignore[arg-type]  # the mistake under test


async def test_raw_reply_has_headers_and_content(fake: OpenFake) -> None:
    async with fake(answer(completion(), headers={"x-more": "yes"})) as (client, _):
        reply = await raw(client.chat.completions.create)(**CHAT)
    assert reply.status_code == 200
    assert reply.headers["X-More"] == "yes"
    assert reply.request_id == "req_1"
    assert reply.content.startswith(b'{"id"')
    assert reply.parse().id == "chatcmpl-1"
    assert repr(reply) == "<Reply 200 of POST https://api.test/v1/chat/completions>"


async def test_deprecated_call_warns_at_the_caller_s_line(fake: OpenFake) -> None:
    async with fake(answer({"id": "vid_1"}), answer({"data": []})) as (client, _):
        for call in (client.videos.retrieve("vid_1"), client.videos.list()):
            with pytest.warns(DeprecationWarning, match="deprecated by the API") as caught:
                await call
            assert caught[0].filename == __file__
