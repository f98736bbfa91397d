"""What the server answers: a chat completion, a stream of 5,000 chunks, a listing of 1 MB, 100 embeddings."""

from __future__ import annotations

import base64
import json
import struct
from typing import Final

STREAM_CHUNKS: Final = 5_000

REQUEST_MODEL: Final = "gpt-4"
REQUEST_TEXT: Final = "Name the four seasons, and say of each in one sentence what it is liked for."

_WORDS: Final = ("spring", " summer", " autumn", " winter", " thaw", " harvest", " frost", " blossom")

_COMPLETION: Final = {
    "id": "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
    "object": "chat.completion",
    "created": 1741569952,
    "model": "gpt-4-0613",
    "choices": [
        {
            "index": 0,
            "message": {
                "role": "assistant",
                "content": "Spring is liked for its blossom, summer for its long evenings, "
                "autumn for its colours, and winter for its quiet.",
                "refusal": None,
                "annotations": [],
            },
            "logprobs": None,
            "finish_reason": "stop",
        }
    ],
    "usage": {
        "prompt_tokens": 19,
        "completion_tokens": 24,
        "total_tokens": 43,
        "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
        "completion_tokens_details": {
            "reasoning_tokens": 0,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
    },
    "service_tier": "default",
    "system_fingerprint": None,
}


def completion() -> bytes:
    """The body that answers a plain call."""
    return json.dumps(_COMPLETION, indent=2).encode()


def _chunk(delta: dict[str, str], finish_reason: str | None) -> str:
    chunk = {
        "id": "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
        "object": "chat.completion.chunk",
        "created": 1741569952,
        "model": "gpt-4-0613",
        "service_tier": "default",
        "system_fingerprint": "fp_44709d6fcb",
        "choices": [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}],
    }
    return f"data: {json.dumps(chunk, separators=(',', ':'))}\n\n"


def stream() -> bytes:
    """The body that answers a streamed call: `STREAM_CHUNKS` chunks, then the end mark."""
    words = (_chunk({"content": _WORDS[i % len(_WORDS)]}, None) for i in range(STREAM_CHUNKS - 2))
    first = _chunk({"role": "assistant", "content": ""}, None)
    return (first + "".join(words) + _chunk({}, "stop") + "data: [DONE]\n\n").encode()


LISTED: Final = 1150
EMBEDDED: Final = 100
DIMENSIONS: Final = 1536


def listing() -> bytes:
    """A page of `LISTED` stored chat completions: a megabyte."""
    data = [{**_COMPLETION, "id": f"chatcmpl-{number:029}", "metadata": {}} for number in range(LISTED)]
    page = {"object": "list", "data": data, "first_id": data[0]["id"], "last_id": data[-1]["id"]}
    return json.dumps({**page, "has_more": False}, indent=1).encode()


def embeddings() -> bytes:
    """`EMBEDDED` embeddings as base64, which both clients ask for."""
    numbers = [((number * 7919) % 2001 - 1000) / 30000 for number in range(DIMENSIONS)]
    packed = base64.b64encode(struct.pack(f"<{DIMENSIONS}f", *numbers)).decode()
    data = [{"object": "embedding", "index": number, "embedding": packed} for number in range(EMBEDDED)]
    usage = {"prompt_tokens": 800, "total_tokens": 800}
    return json.dumps({"object": "list", "data": data, "model": "m", "usage": usage}).encode()
