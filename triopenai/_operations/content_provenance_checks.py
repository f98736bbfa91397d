"""The endpoints of ``content_provenance_checks``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation

if TYPE_CHECKING:
    from triopenai.types import ContentProvenanceCheck

__all__ = ["CONTENT_PROVENANCE_CHECKS_CREATE"]

CONTENT_PROVENANCE_CHECKS_CREATE: Operation[ContentProvenanceCheck] = Operation(
    name="content_provenance_checks.create",
    verb="POST",
    path="/content_provenance_checks",
    body=("file",),
    required=("file",),
    files=("file",),
    multipart=True,
    result=":ContentProvenanceCheck",
    reference=(
        "https://developers.openai.com/api/reference/resources/content_provenance_checks/methods/create"
    ),
)
