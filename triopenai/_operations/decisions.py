"""The endpoints of ``decisions``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation

if TYPE_CHECKING:
    from triopenai.types import Decision

__all__ = ["DECISIONS_CREATE"]

DECISIONS_CREATE: Operation[Decision] = Operation(
    name="decisions.create",
    verb="POST",
    path="/decisions",
    body=("input", "model", "questions", "prompt_cache_key", "prompt_cache_options", "safety_identifier"),
    required=("input", "model", "questions"),
    result=":Decision",
    reference="https://developers.openai.com/api/reference/resources/decisions/methods/create",
)
