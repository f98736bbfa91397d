"""Embeddings: asked for as base64 unless the caller says otherwise."""

from __future__ import annotations

import base64
import json
import struct
from typing import TYPE_CHECKING, Literal

import pytest

from tests.support.fakes import answer
from triopenai import open_client
from triopenai.testing import open_sandbox

if TYPE_CHECKING:
    from tests.engine.conftest import OpenFake

NUMBERS = [0.5, -0.25]
PACKED = base64.b64encode(struct.pack("<2f", *NUMBERS)).decode()


def listing(embedding: object) -> dict[str, object]:
    return {
        "object": "list",
        "model": "m",
        "data": [{"object": "embedding", "index": 0, "embedding": embedding}],
        "usage": {"prompt_tokens": 1, "total_tokens": 1},
    }


async def test_embeddings_come_as_base64_and_are_given_as_floats(fake: OpenFake) -> None:
    async with fake(answer(listing(PACKED)), answer(listing(PACKED))) as (client, transport):
        found = await client.embeddings.create(model="m", input="x")
        reply = await client.embeddings.with_raw_response.create(model="m", input="x")
    assert found.data[0].embedding == reply.parse().data[0].embedding == NUMBERS
    assert found._request_id == "req_1"
    body = transport.requests[0].body
    assert isinstance(body, bytes)
    assert json.loads(body)["encoding_format"] == "base64"


@pytest.mark.parametrize(("encoding", "given"), [("float", NUMBERS), ("base64", PACKED)])
async def test_embeddings_of_a_named_encoding_are_as_the_server_gave_them(
    fake: OpenFake, encoding: Literal["float", "base64"], given: object
) -> None:
    async with fake(answer(listing(given))) as (client, transport):
        found = await client.embeddings.create(model="m", input="x", encoding_format=encoding)
    assert found.data[0].to_dict()["embedding"] == given
    body = transport.requests[0].body
    assert isinstance(body, bytes)
    assert json.loads(body)["encoding_format"] == encoding


async def test_embeddings_are_the_same_numbers_in_both_encodings() -> None:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        packed = await client.embeddings.create(model="text-embedding-3-small", input="x")
        plain = await client.embeddings.create(
            model="text-embedding-3-small", input="x", encoding_format="float"
        )
    assert packed.data[0].embedding == pytest.approx(plain.data[0].embedding, rel=1e-6)
