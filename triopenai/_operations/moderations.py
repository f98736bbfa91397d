"""The endpoints of ``moderations``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation

if TYPE_CHECKING:
    from triopenai.types import ModerationCreateResponse

__all__ = ["MODERATIONS_CREATE"]

MODERATIONS_CREATE: Operation[ModerationCreateResponse] = Operation(
    name="moderations.create",
    verb="POST",
    path="/moderations",
    body=("input", "model"),
    required=("input",),
    result=":ModerationCreateResponse",
    reference="https://developers.openai.com/api/reference/resources/moderations/methods/create",
)
