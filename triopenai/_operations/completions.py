"""The endpoints of ``completions``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import StreamOperation

if TYPE_CHECKING:
    from triopenai.types import Completion

__all__ = ["COMPLETIONS_CREATE"]

COMPLETIONS_CREATE: StreamOperation[Completion, Completion] = StreamOperation(
    name="completions.create",
    verb="POST",
    path="/completions",
    body=(
        "model",
        "prompt",
        "best_of",
        "echo",
        "frequency_penalty",
        "logit_bias",
        "logprobs",
        "max_tokens",
        "n",
        "presence_penalty",
        "seed",
        "stop",
        "stream",
        "stream_options",
        "suffix",
        "temperature",
        "top_p",
        "user",
    ),
    required=("model", "prompt"),
    result=":Completion",
    event=":Completion",
    reference="https://developers.openai.com/api/reference/resources/completions/methods/create",
)
