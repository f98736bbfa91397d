"""Embeddings as base64: a third of the bytes of decimal numbers, and read without a look at each one.

Unless the caller names an encoding, base64 is asked for and undone here. A server that answers with numbers
all the same is read as ever.

Source: https://developers.openai.com/api/reference/resources/embeddings/methods/create
"""

from __future__ import annotations

import sys
from array import array
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from pydantic_core import SchemaValidator, ValidationError

from triopenai._base.absent import NOT_GIVEN
from triopenai._sansio.decode import resolve
from triopenai._sansio.plain import is_absent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["RESULT", "ask_base64", "asks_nothing", "decode_base64"]

RESULT: Final = ":CreateEmbeddingResponse"
_KEYWORD: Final = "encoding_format"
_FLOAT: Final = 4


def asks_nothing(params: Mapping[str, object]) -> bool:
    """Whether the caller left the encoding to the client."""
    extra = params.get("extra_body")
    named = bool(extra) and not is_absent(extra) and _KEYWORD in cast("Mapping[str, object]", extra)
    return not named and is_absent(params.get(_KEYWORD, NOT_GIVEN))


def ask_base64(params: Mapping[str, object]) -> dict[str, object]:
    """The arguments with the encoding that is read fastest."""
    return {**params, _KEYWORD: "base64"}


def decode_base64(data: bytes, *, strict: bool = False) -> object:
    """Read an answer whose embeddings are base64, as lists of floats.

    Raises:
        DecodeError: As from `triopenai._sansio.decode.Decoder.decode`.
    """
    decoder = resolve(RESULT)
    try:
        answer = _validator()(data)
    except ValidationError:  # numbers, or something else altogether
        return decoder.decode(data, strict=strict)
    items = answer["data"]
    packed = [cast("bytes", item["embedding"]) for item in items]
    if any(len(one) % _FLOAT for one in packed):
        return decoder.decode(data, strict=strict)
    for item in items:
        item["embedding"] = []
    found = decoder.decode_python(answer, strict=strict)
    for model, one in zip(cast("list[object]", vars(found)["data"]), packed, strict=True):
        vars(model)["embedding"] = _floats(one)  # past the validator, which would look at every float
    return found


def _floats(packed: bytes) -> list[float]:
    """Little-endian numbers of 32 bits as floats."""
    numbers = array("f", packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tolist()


@cache
def _validator() -> Callable[[bytes], dict[str, list[dict[str, object]]]]:
    from pydantic_core import core_schema  # noqa: PLC0415  # not with the package

    config = core_schema.CoreConfig(val_json_bytes="base64")
    embedding = core_schema.typed_dict_field(core_schema.bytes_schema())
    item = core_schema.typed_dict_schema({"embedding": embedding}, extra_behavior="allow", config=config)
    items = core_schema.typed_dict_field(core_schema.list_schema(item))
    answer = core_schema.typed_dict_schema({"data": items}, extra_behavior="allow", config=config)
    return SchemaValidator(answer, config).validate_json
