"""What instruments are told, and what the log says."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
import trio

from tests.support.fakes import FakeResponse, answer, chunk, completion, events, failure
from triopenai import AttemptRecord, Instrument, errors
from triopenai._engine.logs import find_logging
from triopenai._net.errors import ConnectError, ReadError
from triopenai._net.waiting import POOL_WAITS

if TYPE_CHECKING:
    from tests.engine.conftest import OpenFake
    from triopenai.types.chat._params import (
        CompletionCreateParamsNonStreaming,
        CompletionCreateParamsStreaming,
    )

CHAT: CompletionCreateParamsNonStreaming = {"model": "gpt-4", "messages": [{"role": "user", "content": "Hi"}]}
STREAM: CompletionCreateParamsStreaming = {**CHAT, "stream": True}
USED = {"usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 20}}


class Notes(Instrument):
    """Writes down everything."""

    def __init__(self) -> None:
        self.told: list[tuple[str, AttemptRecord, tuple[object, ...]]] = []

    def attempt_started(self, record):
        self.told.append(("attempt_started", record, ()))

    def waited(self, record, cause, seconds):
        self.told.append(("waited", record, (cause, seconds)))

    def sent(self, record):
        self.told.append(("sent", record, ()))

    def answered(self, record):
        self.told.append(("answered", record, ()))

    def first_event(self, record):
        self.told.append(("first_event", record, ()))

    def done(self, record):
        self.told.append(("done", record, ()))

    def failed(self, record, error, retry_in):
        self.told.append(("failed", record, (error, retry_in)))

    @property
    def names(self) -> list[str]:
        return [name for name, _, _ in self.told]


async def test_call_is_told_from_its_start_to_its_end(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    notes = Notes()
    async with fake(2.0, answer(completion() | USED), instruments=[notes]) as (client, _):
        await client.chat.completions.create(**CHAT)
    assert notes.names == ["attempt_started", "sent", "answered", "done"]
    record = notes.told[-1][1]
    assert record == AttemptRecord(
        call=1,
        operation="chat.completions.create",
        method="POST",
        url="https://api.test/v1/chat/completions",
        model="gpt-4",
        attempt=1,
        seconds=2.0,
        status=200,
        request_id="req_1",
        tokens=20,
    )


async def test_id_of_the_request_is_told_by_whatever_name_it_has(fake: OpenFake) -> None:
    notes = Notes()
    body = answer(completion()).pieces
    reply = FakeResponse(200, {"content-type": "application/json", "apim-request-id": "azure"}, body)
    async with fake(reply, instruments=[notes]) as (client, _):
        await client.chat.completions.create(**CHAT)
    assert notes.told[-1][1].request_id == "azure"


async def test_pool_notes_waits_for_nobody_after_a_watched_call(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    async with fake(answer(completion()), 60.0, instruments=[Notes()]) as (client, _):
        await client.chat.completions.create(**CHAT)
        assert POOL_WAITS.get() is None
        with trio.move_on_after(5):
            await client.chat.completions.create(**CHAT)
        assert POOL_WAITS.get() is None


async def test_retries_are_told_with_their_reason_and_wait(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    notes = Notes()
    script = (failure(503, retry_after="3"), ConnectError("refused", phase="connect"), answer(completion()))
    async with fake(*script, instruments=[notes]) as (client, _):
        await client.chat.completions.create(**CHAT)
    ends = [(record.attempt, record.status, more) for name, record, more in notes.told if name == "failed"]
    assert [(number, status) for number, status, _ in ends] == [(1, 503), (2, None)]
    assert isinstance(ends[0][2][0], errors.InternalServerError)
    assert ends[0][2][1] == 3.0
    assert isinstance(ends[1][2][0], errors.APIConnectionError)
    waits = [more for name, _, more in notes.told if name == "waited"]
    assert waits[0] == ("retry", 3.0)
    assert {record.call for _, record, _ in notes.told} == {1}
    assert notes.told[-1][1].attempt == 3


async def test_last_failure_is_told_as_the_end(fake: OpenFake) -> None:
    notes = Notes()
    async with fake(failure(400), instruments=[notes]) as (client, _):
        with pytest.raises(errors.BadRequestError) as caught:
            await client.chat.completions.create(**CHAT)
    name, record, more = notes.told[-1]
    assert (name, record.status, more) == ("failed", 400, (caught.value, None))


async def test_cancelled_call_is_told_as_cut_short(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    notes = Notes()
    async with fake(60.0, instruments=[notes]) as (client, _):
        with trio.move_on_after(5):
            await client.chat.completions.create(**CHAT)
    name, record, more = notes.told[-1]
    assert (name, record.seconds, more) == ("failed", 5.0, (None, None))


async def test_stream_is_told_until_it_ends(fake: OpenFake, autojump_clock: trio.testing.MockClock) -> None:
    notes = Notes()
    script = events(1.0, chunk("Hi"), 4.0, chunk(finish="stop") | USED)
    async with fake(script, instruments=[notes]) as (client, _):
        async with await client.chat.completions.create(**STREAM) as stream:
            assert notes.names[-1] == "first_event"
            assert notes.told[-1][1].seconds == 1.0
            async for _ in stream:
                pass
        assert notes.names == ["attempt_started", "sent", "answered", "first_event", "done"]
    record = notes.told[-1][1]
    assert (record.seconds, record.tokens, record.request_id) == (5.0, 20, "req_s")


@pytest.mark.parametrize(
    ("pieces", "done", "error"),
    [
        ([chunk("Hi")], False, errors.StreamTruncated),
        ([chunk("Hi"), ReadError("gone", phase="read", sent=True)], False, errors.StreamReset),
        ([chunk("Hi"), {"error": {"message": "broke", "type": "server_error"}}], False, errors.APIError),
    ],
)
async def test_stream_that_breaks_is_told_with_its_error(
    fake: OpenFake, pieces: list[object], done: bool, error: type[Exception]
) -> None:
    notes = Notes()
    async with (
        fake(events(*pieces, done=done), instruments=[notes]) as (client, _),
        await client.chat.completions.create(**STREAM) as stream,
    ):
        with pytest.raises(error) as caught:
            async for _ in stream:
                pass
    name, _, more = notes.told[-1]
    assert (name, more) == ("failed", (caught.value, None))
    assert notes.names.count("failed") == 1
    assert "done" not in notes.names


async def test_stream_that_is_left_is_told_as_cut_short(fake: OpenFake) -> None:
    notes = Notes()
    async with (
        fake(events(chunk("Hi"), chunk(finish="stop")), instruments=[notes]) as (client, _),
        await client.chat.completions.create(**STREAM),
    ):
        pass
    assert [(name, more) for name, _, more in notes.told][-1] == ("failed", (None, None))


async def test_stream_that_fails_before_its_first_event_is_told_once_for_each_attempt(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    notes = Notes()
    script = (events(done=False), events(chunk("Hi"), chunk(finish="stop")))
    async with (
        fake(*script, instruments=[notes]) as (client, _),
        await client.chat.completions.create(**STREAM) as stream,
    ):
        async for _ in stream:
            pass
    assert [name for name in notes.names if name in {"failed", "done"}] == ["failed", "done"]


async def test_instrument_that_fails_is_dropped_and_logged_and_hurts_nobody(
    fake: OpenFake, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(Instrument):
        def sent(self, record):
            raise KeyError

        def done(self, record):
            pytest.fail("told of more")

    notes = Notes()
    async with fake(answer(completion()), instruments=[Broken(), notes]) as (client, _):
        await client.chat.completions.create(**CHAT)
    assert notes.names[-1] == "done"
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert "Broken" in record.getMessage()


async def test_what_is_no_instrument_is_refused(fake: OpenFake) -> None:
    with pytest.raises(TypeError, match="instruments="):
        async with fake(instruments=[object()]):
            pass


async def test_log_has_requests_and_retries_and_no_secret(
    fake: OpenFake, autojump_clock: trio.testing.MockClock, caplog: pytest.LogCaptureFixture
) -> None:
    key = "sk-proj-verysecret123456789"
    caplog.set_level(logging.DEBUG, "triopenai")
    leaky = failure(500, message=f"wrong key {key}")
    script = (
        leaky,
        answer(completion() | USED),
        events(chunk("Hi"), chunk(finish="stop")),
        failure(401, message=key),
    )
    async with fake(*script, api_key=key, default_query={"token": key}) as (client, _):
        await client.chat.completions.create(**CHAT)
        async with await client.chat.completions.create(**STREAM) as stream:
            async for _ in stream:
                pass
        with pytest.raises(errors.AuthenticationError):
            await client.chat.completions.create(**CHAT)
    assert "verysecret" not in caplog.text
    found = {(record.levelname, record.getMessage().partition(":")[0]) for record in caplog.records}
    assert ("INFO", "chat.completions.create (call 1, attempt 1)") in found
    assert ("WARNING", "chat.completions.create (call 3, attempt 1)") in found
    assert "tries again in" in caplog.text
    assert "request id req_1" in caplog.text
    assert "20 tokens" in caplog.text


async def test_quiet_logger_gets_no_instrument(fake: OpenFake, logger: logging.Logger) -> None:
    logger.setLevel(logging.WARNING)
    async with fake() as (client, _):
        assert not client._engine.shared.instruments


def test_environment_turns_the_logger_on_once(
    logger: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logger, "propagate", False)  # as if nobody had set up logging
    for _ in range(2):
        assert len(find_logging(" Debug ")) == 1
    assert logger.level == logging.DEBUG
    assert len(logger.handlers) == 1


@pytest.mark.parametrize("value", [None, "", "loud"])
def test_other_values_turn_nothing_on(logger: logging.Logger, value: str | None) -> None:
    before = (logger.level, list(logger.handlers))
    find_logging(value)
    assert (logger.level, list(logger.handlers)) == before
