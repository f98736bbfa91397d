"""`with_raw_response` and `with_streaming_response`: what they reach, and what their replies tell."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest
import trio

from tests.support.fakes import FakeResponse, answer, chunk, completion, events, failure
from triopenai import BaseModel, EventStream, HttpxBinaryResponseContent, OpenReply, Reply, errors, raw
from triopenai._net.errors import ReadError
from triopenai.types import Model
from triopenai.types.chat import ChatCompletion

if TYPE_CHECKING:
    from pathlib import Path

    from tests.engine.conftest import OpenFake
    from triopenai.types.chat._params import CompletionCreateParamsNonStreaming

CHAT: CompletionCreateParamsNonStreaming = {
    "model": "gpt-4",
    "messages": [{"role": "user", "content": "Hello!"}],
}
MODEL = {"id": "gpt-4", "object": "model", "created": 1, "owned_by": "x"}
LINES = ["one\n", "tw", "ö\n", "three"]


def download() -> FakeResponse:
    return FakeResponse(
        200,
        {"content-type": "application/octet-stream", "x-request-id": "req_d"},
        [line.encode() for line in LINES],
    )


# Raw responses


async def test_raw_view_answers_with_a_reply(fake: OpenFake, autojump_clock: trio.testing.MockClock) -> None:
    async with fake(failure(500), answer(completion("Hi"), headers={"x-more": "yes"})) as (client, transport):
        reply = await client.chat.completions.with_raw_response.create(**CHAT)
    assert isinstance(reply, Reply)
    assert (reply.status_code, reply.http_version, reply.method) == (200, "HTTP/1.1", "POST")
    assert reply.url == "https://api.test/v1/chat/completions"
    assert reply.headers["X-More"] == "yes"
    assert (reply.request_id, reply.retries_taken) == ("req_1", 1)
    assert reply.elapsed > 0
    assert reply.http_request is not None
    assert reply.http_request.body == transport.requests[0].body
    assert "sk-test" not in repr(reply.http_request)
    assert reply.read() == reply.content == reply.text.encode()
    assert reply.json() == completion("Hi")
    assert isinstance(reply.parse(), ChatCompletion)
    assert reply.parse() is reply.parse()


async def test_raw_view_of_the_client_and_of_groups_reaches_every_method(fake: OpenFake) -> None:
    async with fake(answer(MODEL), answer(completion())) as (client, _):
        assert (await client.with_raw_response.models.retrieve("gpt-4")).parse().id == "gpt-4"
        reply = await client.chat.with_raw_response.completions.create(**CHAT)
        assert reply.parse().id == "chatcmpl-1"


async def test_raw_view_of_a_list_is_one_page(fake: OpenFake) -> None:
    async with fake(answer({"object": "list", "data": [MODEL]})) as (client, _):
        reply = await client.models.with_raw_response.list()
    assert reply.request_id == "req_1"
    assert [model.id for model in reply.parse().data] == ["gpt-4"]


async def test_raw_view_of_a_stream_has_its_head(fake: OpenFake) -> None:
    async with fake(events(chunk("a"), chunk(finish="stop"))) as (client, _):
        reply = await client.chat.completions.with_raw_response.create(**CHAT, stream=True)
        assert (reply.request_id, reply.http_response.status_code) == ("req_s", 200)
        for read in (reply.read, reply.json, lambda: reply.text, lambda: reply.parse(to=str)):
            with pytest.raises(RuntimeError, match="is a stream"):
                read()
        async with reply.parse() as stream:
            assert len([event async for event in stream]) == 2


async def test_raw_view_of_a_download_has_its_content(fake: OpenFake, tmp_path: Path) -> None:
    response = download()
    async with fake(response) as (client, _):
        reply = await raw(client.files.content)("f")
        assert response.ended
        whole = "".join(LINES)
        assert (reply.text, reply.content) == (whole, whole.encode())
        await reply.parse().write_to_file(tmp_path / "f")
        assert (tmp_path / "f").read_text("utf-8") == whole


async def test_raw_view_raises_what_the_method_raises(fake: OpenFake) -> None:
    async with fake(failure(404)) as (client, transport):
        with pytest.raises(errors.NotFoundError):
            await client.models.with_raw_response.retrieve("none")
        with pytest.raises(TypeError, match="no keyword 'modle'"):
            await client.chat.completions.with_raw_response.create(modle="x")
    assert len(transport.requests) == 1


async def test_views_show_calls_only(fake: OpenFake) -> None:
    async with fake() as (client, _):
        for view in (client.with_raw_response, client.with_streaming_response):
            for name in ("start_soon", "map", "with_options", "statistics", "_engine", "nothing"):
                with pytest.raises(AttributeError, match=name):
                    getattr(view, name)
            with pytest.raises(TypeError, match="is no method"):
                view()
            assert "completions" in dir(view)
        assert "create" in dir(client.chat.completions.with_raw_response)
        assert repr(client.chat.with_raw_response) == "<RawResponses of Chat>"


async def test_views_show_the_signature_of_the_method(fake: OpenFake) -> None:
    async with fake() as (client, _):
        plain = inspect.signature(client.models.retrieve)
        assert inspect.signature(client.models.with_raw_response.retrieve) == plain
        assert inspect.signature(client.models.with_streaming_response.retrieve) == plain


HEAD = {
    *("elapsed", "headers", "http_request", "http_response", "http_version", "method", "request_id"),
    *("retries_taken", "status_code", "url", "parse", "read", "text", "json"),
}
PIECES = {"iter_bytes", "iter_lines", "iter_text", "stream_to_file", "write_to_file"}


@pytest.mark.parametrize(
    ("form", "members"),
    [
        (Reply, HEAD | {"content"}),
        (OpenReply, HEAD | PIECES | {"close", "is_closed"}),
        (
            HttpxBinaryResponseContent,
            PIECES
            | {"aclose", "content", "json", "read", "text"}
            | {"aread", "aiter_bytes", "aiter_lines", "aiter_text", "astream_to_file"},
        ),
    ],
)
def test_forms_have_the_members_of_the_official_ones(form: type, members: set[str]) -> None:
    assert members - set(dir(form)) == set()


# Another type


async def test_reply_is_read_as_another_type(fake: OpenFake) -> None:
    class Named(BaseModel):
        id: str

    async with fake(answer(MODEL), answer(MODEL), answer(["a"])) as (client, _):
        reply = await raw(client.models.retrieve)("gpt-4")
        assert reply.parse(to=Named).id == "gpt-4"
        assert reply.parse(to=dict[str, object])["owned_by"] == "x"
        assert reply.parse(to=str) == reply.text
        with pytest.raises(errors.APIResponseValidationError, match="list"):
            reply.parse(to=list[int])
        with pytest.raises(TypeError, match="cannot be read as"):
            reply.parse(to=type(client))
        async with client.models.with_streaming_response.retrieve("gpt-4") as opened:
            assert (await opened.parse(to=Named)).id == "gpt-4"
            assert isinstance(await opened.parse(), Model)


@pytest.mark.parametrize(("charset", "text"), [("latin-1", "ö"), ("utf-8", "ö"), ("no-such", "ö")])
async def test_reply_text_is_read_by_its_charset(fake: OpenFake, charset: str, text: str) -> None:
    body = f'"{text}"'.encode("latin-1" if charset == "latin-1" else "utf-8")
    headers = {"content-type": f"application/json; charset={charset}"}
    async with (
        fake(answer(body, headers=headers)) as (client, _),
        client.models.with_streaming_response.retrieve("x") as reply,
    ):
        assert await reply.text() == f'"{text}"'
        assert [line async for line in reply.iter_lines()] == [f'"{text}"']


# Streaming responses


async def test_streaming_view_reads_nothing_unasked(fake: OpenFake) -> None:
    untouched = download()
    async with fake(untouched) as (client, _):
        async with client.files.with_streaming_response.content("file-1") as reply:
            assert isinstance(reply, OpenReply)
            assert (reply.status_code, reply.request_id) == (200, "req_d")
            assert len(untouched.pieces) == len(LINES)
            closed = [(reply.is_closed, untouched.closed)]
        closed.append((reply.is_closed, untouched.closed))
        assert closed == [(False, False), (True, True)]
        with pytest.raises(trio.ClosedResourceError):
            await reply.read()


async def test_streaming_view_gives_the_body_in_each_form(fake: OpenFake, tmp_path: Path) -> None:
    whole = "".join(LINES)
    async with fake(*[download() for _ in range(7)]) as (client, _):
        content = client.files.with_streaming_response.content
        async with content("f") as reply:
            assert await reply.read() == whole.encode()
            assert await reply.text() == whole
            assert [piece async for piece in reply.iter_bytes()] == [whole.encode()]
        async with content("f") as reply:
            assert [piece async for piece in reply.iter_bytes()] == [line.encode() for line in LINES]
        async with content("f") as reply:
            assert "".join([piece async for piece in reply.iter_text(1)]) == whole
        async with content("f") as reply:
            assert [line async for line in reply.iter_lines()] == whole.splitlines()
        async with content("f") as reply:
            await reply.stream_to_file(tmp_path / "f")
            assert (tmp_path / "f").read_bytes() == whole.encode()
        async with content("f") as reply:
            assert await (await reply.parse()).read() == whole.encode()
        async with content("f") as reply:
            with pytest.raises(ValueError, match="Expecting value"):
                await reply.json()


async def test_streaming_view_parses_what_it_read(fake: OpenFake) -> None:
    async with fake(answer(completion("Hi")), answer({"data": [MODEL]})) as (client, _):
        async with client.chat.completions.with_streaming_response.create(**CHAT) as reply:
            assert (await reply.json()) == completion("Hi")
            assert (await reply.parse()).choices[0].message.content == "Hi"
            assert (await reply.parse()) is (await reply.parse())
        async with client.models.with_streaming_response.list() as reply:
            assert [model.id for model in (await reply.parse()).data] == ["gpt-4"]


async def test_streaming_view_of_a_stream_gives_events_or_bytes(fake: OpenFake) -> None:
    script = [events(chunk("a"), chunk(finish="stop")) for _ in range(3)]
    async with fake(*script) as (client, _):
        create = client.chat.completions.with_streaming_response.create
        async with create(**CHAT, stream=True) as reply:
            stream = await reply.parse()
            assert isinstance(stream, EventStream)
            assert len([event async for event in stream]) == 2
        async with create(**CHAT, stream=True) as reply:
            assert [line async for line in reply.iter_lines()][-2:] == ["data: [DONE]", ""]
        async with create(**CHAT, stream=True) as reply:
            await (await reply.parse()).__anext__()
    assert script[2].closed


async def test_streaming_view_refuses_a_body_in_part_for_the_whole(fake: OpenFake) -> None:
    async with (
        fake(download()) as (client, _),
        client.files.with_streaming_response.content("f") as reply,
    ):
        await reply.iter_bytes().__anext__()
        for read in (reply.read, reply.text, reply.parse):
            with pytest.raises(trio.ClosedResourceError, match="in part"):
                await read()


async def test_streaming_view_retries_until_there_is_a_head(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    broken = answer(completion())
    broken.pieces.append(ReadError("reset", phase="read", sent=True))
    async with fake(failure(503), broken, failure(404)) as (client, _):
        view = client.chat.completions.with_streaming_response
        async with view.create(**CHAT) as reply:
            assert reply.retries_taken == 1
            with pytest.raises(errors.APIConnectionError, match="reset"):
                await reply.parse()
        with pytest.raises(errors.NotFoundError):
            async with view.create(**CHAT):
                pass


async def test_streaming_view_closes_when_its_block_fails_or_is_cancelled(fake: OpenFake) -> None:
    first, second = download(), download()
    second.pieces = [b"a", 1e9]
    async with fake(first, second) as (client, _):
        content = client.files.with_streaming_response.content
        with pytest.raises(KeyError):
            async with content("f"):
                raise KeyError
        assert first.closed
        with trio.CancelScope() as scope:
            async with content("f") as reply:
                await reply.iter_bytes().__anext__()
                scope.cancel()
                await reply.aclose()
        assert scope.cancelled_caught
        assert second.closed


async def test_streaming_view_refuses_helpers(fake: OpenFake) -> None:
    async with fake() as (client, transport):
        with pytest.raises(TypeError, match="has no streaming response"):
            client.videos.with_streaming_response.poll("video_1")
    assert transport.requests == []
