"""Embeddings as base64."""

from __future__ import annotations

import base64
import json
import struct

import pytest

from triopenai import omit
from triopenai._sansio.decode import DecodeError
from triopenai._sansio.embeddings import asks_nothing, decode_base64
from triopenai.types import CreateEmbeddingResponse

NUMBERS = [0.0, 1.0, -0.5, 1e-3, 3.4e38]


def packed(numbers: list[float]) -> str:
    return base64.b64encode(struct.pack(f"<{len(numbers)}f", *numbers)).decode()


def body(*embeddings: object, **more: object) -> bytes:
    data = [{"object": "embedding", "index": n, "embedding": one} for n, one in enumerate(embeddings)]
    usage = {"prompt_tokens": 1, "total_tokens": 1}
    return json.dumps({"object": "list", "model": "m", "data": data, "usage": usage, **more}).encode()


def test_decode_base64_gives_lists_of_floats() -> None:
    found = decode_base64(body(packed(NUMBERS), packed([]), extra=1), strict=True)
    assert isinstance(found, CreateEmbeddingResponse)
    assert found.data[0].embedding == list(struct.unpack("<5f", struct.pack("<5f", *NUMBERS)))
    assert type(found.data[0].embedding) is list
    assert found.data[1].embedding == []
    assert found.model_extra == {"extra": 1}
    assert found.data[0].to_dict()["embedding"] == found.data[0].embedding


def test_decode_base64_takes_numbers_too() -> None:
    found = decode_base64(body([0.5, 1.0]), strict=True)
    assert isinstance(found, CreateEmbeddingResponse)
    assert found.data[0].embedding == [0.5, 1.0]


@pytest.mark.parametrize("embedding", ["no base64!", "AAA=", None, {"a": 1}])
def test_decode_base64_keeps_what_is_neither(embedding: object) -> None:
    found = decode_base64(body(embedding))
    assert isinstance(found, CreateEmbeddingResponse)
    assert found.data[0].to_dict()["embedding"] == embedding
    with pytest.raises(DecodeError):
        decode_base64(body(embedding), strict=True)


def test_decode_base64_refuses_what_is_no_object() -> None:
    for data in (b"[]", b"no", b""):
        with pytest.raises(DecodeError):
            decode_base64(data)


def test_asks_nothing_unless_an_encoding_is_named() -> None:
    assert asks_nothing({"input": "x"})
    assert asks_nothing({"encoding_format": omit, "extra_body": {"a": 1}})
    assert not asks_nothing({"encoding_format": "float"})
    assert not asks_nothing({"extra_body": {"encoding_format": "float"}})
