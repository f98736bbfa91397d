"""The endpoints of ``uploads``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation

if TYPE_CHECKING:
    from triopenai.types import Upload
    from triopenai.types.uploads import UploadPart

__all__ = ["UPLOADS_CANCEL", "UPLOADS_COMPLETE", "UPLOADS_CREATE", "UPLOADS_PARTS_CREATE"]

UPLOADS_CANCEL: Operation[Upload] = Operation(
    name="uploads.cancel",
    verb="POST",
    path="/uploads/{upload_id}/cancel",
    path_params=("upload_id",),
    result=":Upload",
    reference="https://developers.openai.com/api/reference/resources/uploads/methods/cancel",
)
UPLOADS_COMPLETE: Operation[Upload] = Operation(
    name="uploads.complete",
    verb="POST",
    path="/uploads/{upload_id}/complete",
    path_params=("upload_id",),
    body=("part_ids", "md5"),
    required=("part_ids",),
    result=":Upload",
    reference="https://developers.openai.com/api/reference/resources/uploads/methods/complete",
)
UPLOADS_CREATE: Operation[Upload] = Operation(
    name="uploads.create",
    verb="POST",
    path="/uploads",
    body=("bytes", "filename", "mime_type", "purpose", "expires_after"),
    required=("bytes", "filename", "mime_type", "purpose"),
    result=":Upload",
    reference="https://developers.openai.com/api/reference/resources/uploads/methods/create",
)
UPLOADS_PARTS_CREATE: Operation[UploadPart] = Operation(
    name="uploads.parts.create",
    verb="POST",
    path="/uploads/{upload_id}/parts",
    path_params=("upload_id",),
    body=("data",),
    required=("data",),
    files=("data",),
    multipart=True,
    result="uploads:UploadPart",
    reference=(
        "https://developers.openai.com/api/reference/resources/uploads/subresources/parts/methods/create"
    ),
)
