"""Calls by path: where they go, what they send, and what they read the answer as."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs
import pydantic
import pytest
import trio
from typing_extensions import TypedDict

from tests.support.fakes import FakeResponse, answer, events, failure
from triopenai import BaseModel, HttpxBinaryResponseContent, RequestOptions, errors, raw
from triopenai._base.config import Origin
from triopenai._sansio.address import parse_path
from triopenai.types import Model

if TYPE_CHECKING:
    from tests.engine.conftest import OpenFake

MODEL = {"id": "gpt-4", "object": "model", "created": 1, "owned_by": "x"}


class Checked(pydantic.BaseModel):
    id: str


class Shape(TypedDict):
    id: str


# Where


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/models", "/v1/models"),
        ("models/gpt-4", "/v1/models/gpt-4"),
        ("/models?a=1&a=2&b=%20", "/v1/models?a=1&a=2&b=%20"),
        ("/päth/%2F", "/v1/p%C3%A4th/%2F"),
        ("https://api.test/v2/x?y=1", "/v2/x?y=1"),
        ("https://API.test:443/v2/x", "/v2/x"),
    ],
)
async def test_path_call_goes_under_the_base_url(fake: OpenFake, path: str, target: str) -> None:
    async with fake(answer({})) as (client, transport):
        await client.get(path, cast_to=object)
    assert transport.requests[0].target == target


@pytest.mark.parametrize(
    "path",
    [
        "https://evil.test/v1/models",
        "http://api.test/v1/models",
        "https://api.test:8443/v1/models",
        "https://user:secret@api.test/v1/models",
        "//evil.test/models",
        "/../admin",
        "/a/%2e%2e/b",
        "/a/..%2fb",
        "/./a",
        "/a\\..\\b",
        "/a b",
        "/a\r\nX: 1",
        "/a#b",
        "",
    ],
)
async def test_path_call_stays_with_its_server(fake: OpenFake, path: str) -> None:
    async with fake() as (client, transport):
        with pytest.raises(ValueError, match="is not usable") as caught:
            await client.get(path, cast_to=object)
    assert "secret" not in str(caught.value)
    assert transport.requests == []


def test_path_must_be_text() -> None:
    with pytest.raises(TypeError, match="must be a string"):
        parse_path(7, Origin("https", "api.test", 443), "/v1")  # type: ignore[arg-type]  # the mistake


async def test_path_call_of_an_admin_path_takes_the_admin_key(fake: OpenFake) -> None:
    async with fake(answer({}), answer({}), admin_api_key="sk-admin") as (client, transport):
        await client.get("/organization/new", cast_to=object)
        await client.get("/organizations", cast_to=object)
    assert transport.header(0, "authorization") == "Bearer sk-admin"
    assert transport.header(1, "authorization") == "Bearer sk-test"


# What is sent


async def test_path_calls_send_each_verb_and_body(fake: OpenFake) -> None:
    model = Model.model_validate(MODEL)
    async with fake(*[answer({}) for _ in range(6)]) as (client, transport):
        await client.post("/a", cast_to=object, body={"x": [1]}, options={"extra_body": {"y": 2}})
        await client.put("/a", cast_to=object, body=model)
        await client.patch("/a", cast_to=object, body=["x"])
        await client.delete("/a", cast_to=object)
        await client.post("/a", cast_to=object, content=b"\x00\x01")
        await client.post("/a", cast_to=object)
    sent = [(request.method, request.body) for request in transport.requests]
    assert sent[0] == ("POST", b'{"x":[1],"y":2}')
    assert (sent[1][0], json.loads(sent[1][1])) == ("PUT", MODEL)  # type: ignore[arg-type]  # bytes here
    assert sent[2:] == [("PATCH", b'["x"]'), ("DELETE", b""), ("POST", b"\x00\x01"), ("POST", b"")]
    kinds = [transport.header(n, "content-type") for n in range(6)]
    assert kinds == [*["application/json"] * 3, None, "application/octet-stream", None]
    assert transport.header(0, "idempotency-key")


async def test_path_call_sends_files(fake: OpenFake) -> None:
    async with fake(answer({})) as (client, transport):
        await client.post(
            "/files",
            cast_to=object,
            body={"purpose": "batch", "after": {"days": 1}},
            files={"file": ("a.txt", b"content"), "image": [b"1", b"2"]},
        )
    assert (transport.header(0, "content-type") or "").startswith("multipart/form-data; boundary=")
    body = transport.requests[0].body
    sent = body if isinstance(body, bytes) else await _read(body)
    for part in (
        b'name="purpose"\r\n\r\nbatch',
        b'name="after[days]"',
        b'filename="a.txt"',
        b'name="image[]"',
    ):
        assert part in sent


async def _read(source: object) -> bytes:
    stream = await source.open()  # type: ignore[attr-defined]  # a BodySource
    pieces = []
    while piece := await stream.receive_some():
        pieces.append(piece)
    await stream.aclose()
    return b"".join(pieces)


async def test_path_call_takes_the_options_of_a_call(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    async with fake(failure(500), answer({})) as (client, transport):
        with pytest.raises(errors.InternalServerError) as caught:
            await client.get("/a", cast_to=object, options={"max_retries": 0})
        assert caught.value.operation == "client.get"
        options: RequestOptions = {"extra_headers": {"X-Mine": "1"}, "extra_query": {"q": "2"}}
        await client.get("/a?q=1&r=3", cast_to=object, options=options)
    assert transport.requests[1].target == "/v1/a?r=3&q=2"
    assert transport.header(1, "x-mine") == "1"


async def test_path_call_refuses_mistakes_before_it_sends(fake: OpenFake) -> None:
    async with fake() as (client, transport):
        with pytest.raises(TypeError, match="no keyword 'header'"):
            await client.get("/a", cast_to=object, options={"header": {}})  # type: ignore[call-overload]  # so
        with pytest.raises(TypeError, match=r"client\.put\(\) has no keyword 'bdoy' \(nearest: 'body'\)"):
            await client.put("/a", cast_to=object, bdoy={})  # type: ignore[call-overload]  # the mistake
        with pytest.raises(TypeError, match="content is all of the body"):
            await client.post("/a", cast_to=object, content=b"", body={})
        with pytest.raises(TypeError, match="content must be bytes"):
            await client.post("/a", cast_to=object, content="x")  # type: ignore[call-overload]  # the mistake
        with pytest.raises(TypeError, match="must be a mapping"):
            await client.post("/a", cast_to=object, body=[1], files={"f": b""})
        wrongs: list[Any] = [trio.Event, attrs.make_class("Plain", []), 7, {}]
        for wrong in wrongs:
            with pytest.raises(TypeError, match=r"read as|must be a type"):
                await client.get("/a", cast_to=wrong)
    assert transport.requests == []


async def test_path_call_after_the_block_is_refused(fake: OpenFake) -> None:
    async with fake() as (client, _):
        pass
    with pytest.raises(errors.ClientClosedError, match=r"client\.get"):
        await client.get("/a", cast_to=object)


# What is read


@pytest.mark.parametrize(
    ("cast_to", "value"),
    [
        (Model, Model.model_validate(MODEL)),
        (Checked, Checked(id="gpt-4")),
        (Shape, {"id": "gpt-4"}),
        (dict, MODEL),
        (dict[str, object], MODEL),
        (object, MODEL),
        (str, json.dumps(MODEL)),
        (bytes, json.dumps(MODEL).encode()),
        (None, None),
        (type(None), None),
    ],
    ids=str,
)
async def test_path_call_reads_the_answer_as_cast_to(fake: OpenFake, cast_to: object, value: object) -> None:
    async with fake(answer(MODEL)) as (client, transport):
        found: object = await client.get("/a", cast_to=cast_to)  # type: ignore[call-overload]  # any of them
    if isinstance(found, Model):
        assert isinstance(value, Model)
        assert (found._request_id, found.to_dict()) == ("req_1", value.to_dict())
    else:
        assert found == value
    plain = cast_to in (str, bytes, None, type(None))
    assert transport.header(0, "accept") == ("*/*" if plain else "application/json")


async def test_path_call_keeps_what_does_not_fit_our_models_and_refuses_it_for_others(fake: OpenFake) -> None:
    class Loose(BaseModel):
        id: str

    wrong = {"id": 7}
    async with fake(*[answer(wrong) for _ in range(3)], answer(b"no")) as (client, _):
        loose = await client.get("/a", cast_to=Loose)
        assert loose.to_dict() == wrong
        assert loose._request_id == "req_1"
        for cast_to in (Checked, Shape):
            with pytest.raises(errors.APIResponseValidationError):
                await client.get("/a", cast_to=cast_to)
        with pytest.raises(errors.APIResponseValidationError):
            await client.get("/a", cast_to=dict)


async def test_path_call_gives_a_download(fake: OpenFake) -> None:
    async with fake(FakeResponse(200, {}, [b"ab", b"c"])) as (client, transport):
        content = await client.get("/a", cast_to=HttpxBinaryResponseContent)
        assert await content.read() == b"abc"
    assert transport.header(0, "accept") == "*/*"


async def test_path_call_gives_a_stream_of_cast_to(fake: OpenFake) -> None:
    script = [events(MODEL, MODEL, done=done) for done in (True, False)]
    broken = events(b"data: {", done=False)
    async with fake(*script, broken) as (client, _):
        async with await client.post("/a", cast_to=Model, body={"stream": True}, stream=True) as stream:
            assert [model.id async for model in stream] == ["gpt-4", "gpt-4"]
        async with await client.get("/a", cast_to=dict, stream=True) as second:
            assert [event["id"] async for event in second] == ["gpt-4", "gpt-4"]
        with pytest.raises(errors.StreamTruncated):
            async with await client.get("/a", cast_to=dict, stream=True, options={"max_retries": 0}) as third:
                async for _event in third:
                    pass


async def test_path_calls_have_raw_and_streaming_forms(fake: OpenFake) -> None:
    async with fake(*[answer(MODEL) for _ in range(3)]) as (client, _):
        reply = await raw(client.get)("/a", cast_to=Model)
        assert (reply.request_id, reply.parse().id) == ("req_1", "gpt-4")
        reply = await client.with_raw_response.post("/a", cast_to=Model)
        assert reply.parse().id == "gpt-4"
        async with client.with_streaming_response.get("/a", cast_to=Model) as opened:
            assert (await opened.parse()).id == "gpt-4"
