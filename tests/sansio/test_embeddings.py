"""Embeddings as base64."""

from __future__ import annotations

import base64
import binascii
import copy
import json
import pickle
import struct
from array import array
from typing import TYPE_CHECKING

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai import omit
from triopenai._base.packed import unpack
from triopenai._sansio.decode import DecodeError
from triopenai._sansio.embeddings import asks_nothing, decode_base64
from triopenai.types import CreateEmbeddingResponse, Embedding

if TYPE_CHECKING:
    from collections.abc import Callable


class Holder(pydantic.BaseModel):
    one: Embedding


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


@pytest.mark.parametrize(
    "look",
    [
        lambda one: one.embedding,
        lambda one: one.model_dump()["embedding"],
        lambda one: json.loads(one.model_dump_json())["embedding"],
        lambda one: one.to_dict()["embedding"],
        lambda one: vars(one)["embedding"],
        lambda one: dict(one)["embedding"],
        lambda one: one.model_copy(update={"index": 7}).embedding,
        lambda one: copy.deepcopy(one).embedding,
        lambda one: pickle.loads(pickle.dumps(one)).embedding,
        lambda one: type(one).model_validate(one).embedding,
        lambda one: getattr(one, "embedding", None),
        lambda one: json.loads(json.dumps(one.embedding)),
        lambda one: json.loads(pydantic.TypeAdapter(list[float]).dump_json(one.embedding)),
        lambda one: Holder(one=one).model_dump()["one"]["embedding"],
        lambda one: one.model_dump(include={"embedding"})["embedding"],
        lambda one: list(array("f", one.embedding)),
        lambda one: one.embedding[:1] + one.embedding[1:],
        lambda one: [*one.embedding],
    ],
)
def test_decode_base64_unpacks_whoever_looks(look: Callable[[Embedding], object]) -> None:
    found = decode_base64(body(packed([0.5, 1.0])))
    assert isinstance(found, CreateEmbeddingResponse)
    assert look(found.data[0]) == [0.5, 1.0]
    assert look(found.data[0]) == [0.5, 1.0]
    assert " packed" not in vars(found.data[0])


def test_decode_base64_leaves_an_embedding_an_object_like_any_other() -> None:
    first, second = (decode_base64(body(packed([0.5, 1.0]), extra=1)) for _ in range(2))
    assert isinstance(first, CreateEmbeddingResponse)
    assert isinstance(second, CreateEmbeddingResponse)
    assert first == second
    assert repr(first.data[0]) == "Embedding(index=0, object='embedding', embedding=[0.5, 1.0])"
    second.data[0].embedding = [2.0]
    assert second.data[0].embedding == [2.0]
    assert first != second
    del second.data[0].embedding
    assert not hasattr(second.data[0], "embedding")
    again = decode_base64(body(packed([0.5])))
    assert isinstance(again, CreateEmbeddingResponse)
    del again.data[0].embedding
    assert not hasattr(again.data[0], "embedding")
    with pytest.raises(AttributeError, match="no attribute 'missing'"):
        _ = first.data[0].missing  # type: ignore[attr-defined]  # on purpose


def test_decode_base64_gives_the_same_list_to_everyone(monkeypatch: pytest.MonkeyPatch) -> None:
    found = decode_base64(body(packed([0.5, 1.0])))
    assert isinstance(found, CreateEmbeddingResponse)
    (one,) = found.data
    seen: list[list[float]] = []

    def unpack(text: str) -> list[float] | str:
        if not seen:  # as a thread does that comes in between
            seen.append([])
            seen[0] = one.embedding
        return [0.5, 1.0]

    monkeypatch.setattr("triopenai._base.packed.unpack", unpack)
    one.embedding.append(2.0)
    assert seen[0] is one.embedding
    assert isinstance(one.embedding, list)
    assert one.embedding == [0.5, 1.0, 2.0] == one.model_dump()["embedding"]
    assert "embedding" not in one.model_dump(exclude={"embedding"})


def test_decode_base64_unpacks_nothing_that_nobody_looks_at(monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[str] = []

    def unpack(text: str) -> list[float]:
        unpacked.append(text)
        return []

    monkeypatch.setattr("triopenai._base.packed.unpack", unpack)
    found = decode_base64(body(packed([0.5]), packed([1.0])))
    assert isinstance(found, CreateEmbeddingResponse)
    assert unpacked == []
    assert found.data[1].embedding == []
    assert unpacked == [packed([1.0])]


def test_decode_base64_takes_numbers_too() -> None:
    found = decode_base64(body([0.5, 1.0]), strict=True)
    assert isinstance(found, CreateEmbeddingResponse)
    assert found.data[0].embedding == [0.5, 1.0]


@given(st.binary(max_size=24), st.text("Aa0+/=\n !é", max_size=8), st.integers(0, 40))
def test_unpack_leaves_what_is_no_base64(data: bytes, junk: str, at: int) -> None:
    text = base64.b64encode(data).decode()
    text = text[:at] + junk + text[at:]
    try:
        expected: object = list(struct.iter_unpack("<f", binascii.a2b_base64(text, strict_mode=True)))
    except (ValueError, struct.error):
        expected = text
    found = unpack(text)
    assert repr(found if isinstance(found, str) else [(one,) for one in found]) == repr(expected)


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
    assert asks_nothing({"extra_body": 5})  # which is refused where the body is built
