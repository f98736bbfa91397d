"""The embeddings area: unit vectors that depend on nothing but the text, the model and the length."""

from __future__ import annotations

import base64
import hashlib
import math
import struct
from typing import TYPE_CHECKING, cast

from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._models import check_model
from triopenai.testing._router import Route
from triopenai.testing._text import count_tokens
from triopenai.testing._usage import note_use
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triopenai.testing._answer import JsonValue
    from triopenai.testing._store import Call

__all__ = ["ROUTES", "unit_vector"]

_SIZES = {"text-embedding-3-large": 3072}
_DEFAULT_SIZE = 1536
_MOST_INPUTS = 2048


def unit_vector(model: str, text: str, size: int) -> list[float]:
    """The embedding of a text."""
    seed = f"{model}\x1f{text}".encode("utf-8", "surrogatepass")
    data = hashlib.shake_256(seed).digest(size * 2)
    raw = [number / 32768 + 1 / 65536 for number in struct.unpack(f"<{size}h", data)]
    length = math.sqrt(sum(number * number for number in raw))
    return [number / length for number in raw]


def _inputs(body: Body) -> list[str]:
    body.require("input")
    raw = body.raw("input")
    if isinstance(raw, str):
        texts: list[str] = [raw]
    else:
        items = body.items("input", empty=False)
        if all(isinstance(item, int) for item in items):
            texts = [str(items)]
        else:
            texts = [item if isinstance(item, str) else str(item) for item in items]
    if len(texts) > _MOST_INPUTS:
        message = f"Invalid 'input': array too long. At most {_MOST_INPUTS} inputs are allowed."
        raise ApiError(400, message, param="input", code="array_above_max_length")
    if not all(texts):
        message = "Invalid 'input': input cannot be an empty string."
        raise ApiError(400, message, param="input", code="invalid_value")
    return texts


def _encode(vector: Sequence[float], form: str) -> JsonValue:
    packed = struct.pack(f"<{len(vector)}f", *vector)
    if form == "base64":
        return base64.b64encode(packed).decode()
    return cast("list[JsonValue]", list(struct.unpack(f"<{len(vector)}f", packed)))


def _create(call: Call) -> Answer:
    body = Body(json_body(call.request))
    body.require("model", "input")
    model = body.text("model")
    check_model(call.store, model)
    form = body.choice("encoding_format", ("float", "base64"), "float")
    size = body.integer("dimensions", low=1) or _SIZES.get(model, _DEFAULT_SIZE)
    texts = _inputs(body)
    data: list[JsonValue] = [
        {"object": "embedding", "index": index, "embedding": _encode(unit_vector(model, text, size), form)}
        for index, text in enumerate(texts)
    ]
    spent = sum(map(count_tokens, texts))
    note_use(call.store, "embeddings", model, input_tokens=spent)
    usage: JsonValue = {"prompt_tokens": spent, "total_tokens": spent}
    return JsonAnswer(value={"object": "list", "data": data, "model": model, "usage": usage})


ROUTES = (Route("POST", "/embeddings", _create),)
