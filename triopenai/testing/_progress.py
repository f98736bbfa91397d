"""Jobs that move with Trio's clock, and the hint of when to look at one again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai.testing._answer import JsonAnswer

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject

__all__ = ["POLL_AFTER_MS", "hinted"]

POLL_AFTER_MS = 500


def hinted(value: JsonObject, *, pending: bool) -> JsonAnswer:
    """A job as an answer, which says when to ask again while the job goes on."""
    headers = (("openai-poll-after-ms", str(POLL_AFTER_MS)),) if pending else ()
    return JsonAnswer(value=value, headers=headers)
