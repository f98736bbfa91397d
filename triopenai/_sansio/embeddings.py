"""Embeddings as base64: a third of the bytes of decimal numbers, and read without a look at each one.

Unless the caller names an encoding, base64 is asked for and undone here. A server that answers with numbers
all the same is read as ever.

Source: https://developers.openai.com/api/reference/resources/embeddings/methods/create
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from pydantic_core import SchemaValidator, ValidationError

from triopenai._base.absent import NOT_GIVEN
from triopenai._sansio.decode import resolve
from triopenai._sansio.plain import is_absent

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["RESULT", "ask_base64", "asks_nothing", "decode_base64"]

RESULT: Final = ":CreateEmbeddingResponse"
_KEYWORD: Final = "encoding_format"


def asks_nothing(params: Mapping[str, object]) -> bool:
    """Whether the caller left the encoding to the client."""
    extra = params.get("extra_body")
    named = isinstance(extra, Mapping) and _KEYWORD in extra  # what is no mapping is refused later
    return not named and is_absent(params.get(_KEYWORD, NOT_GIVEN))


def ask_base64(params: Mapping[str, object]) -> dict[str, object]:
    """The arguments with the encoding that is read fastest."""
    return {**params, _KEYWORD: "base64"}


def decode_base64(data: bytes, *, strict: bool = False) -> object:
    """Read an answer whose embeddings are base64, as lists of floats.

    They are unpacked as they are looked at (`triopenai._base.packed`); if `strict`, they are tried at once.

    Raises:
        DecodeError: As from `triopenai._sansio.decode.Decoder.decode`.
    """
    decoder = resolve(RESULT)
    try:
        answer = _validator()(data)
    except ValidationError:  # numbers, or something else altogether
        return decoder.decode(data, strict=strict)
    from triopenai._base.packed import pack, unpack  # noqa: PLC0415  # not with the package

    items = answer["data"]
    packed = [cast("str", item["embedding"]) for item in items]
    if strict and any(isinstance(unpack(one), str) for one in packed):
        return decoder.decode(data, strict=True)
    for item in items:
        item["embedding"] = []
    found = decoder.decode_python(answer, strict=strict)
    for model, one in zip(cast("list[object]", vars(found)["data"]), packed, strict=True):
        pack(model, one)
    return found


@cache
def _validator() -> Callable[[bytes], dict[str, list[dict[str, object]]]]:
    from pydantic_core import core_schema  # noqa: PLC0415  # not with the package

    embedding = core_schema.typed_dict_field(core_schema.str_schema())
    item = core_schema.typed_dict_schema({"embedding": embedding}, extra_behavior="allow")
    items = core_schema.typed_dict_field(core_schema.list_schema(item))
    return SchemaValidator(
        core_schema.typed_dict_schema({"data": items}, extra_behavior="allow")
    ).validate_json
