"""The endpoints of ``files``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.pages import AsyncCursorPage
    from triopenai.types import FileDeleted, FileObject

__all__ = [
    "FILES_CONTENT",
    "FILES_CREATE",
    "FILES_DELETE",
    "FILES_LIST",
    "FILES_RETRIEVE",
    "FILES_RETRIEVE_CONTENT",
]

FILES_CONTENT: Operation[HttpxBinaryResponseContent] = Operation(
    name="files.content",
    verb="GET",
    path="/files/{file_id}/content",
    path_params=("file_id",),
    accept="application/binary",
    result="binary",
    reference="https://developers.openai.com/api/reference/resources/files/methods/content",
)
FILES_CREATE: Operation[FileObject] = Operation(
    name="files.create",
    verb="POST",
    path="/files",
    body=("file", "purpose", "expires_after"),
    required=("file", "purpose"),
    files=("file",),
    multipart=True,
    result=":FileObject",
    reference="https://developers.openai.com/api/reference/resources/files/methods/create",
)
FILES_DELETE: Operation[FileDeleted] = Operation(
    name="files.delete",
    verb="DELETE",
    path="/files/{file_id}",
    path_params=("file_id",),
    result=":FileDeleted",
    reference="https://developers.openai.com/api/reference/resources/files/methods/delete",
)
FILES_LIST: PageOperation[AsyncCursorPage[FileObject], FileObject] = PageOperation(
    name="files.list",
    verb="GET",
    path="/files",
    query=("after", "limit", "order", "purpose"),
    item=":FileObject",
    page="cursor",
    reference="https://developers.openai.com/api/reference/resources/files/methods/list",
)
FILES_RETRIEVE: Operation[FileObject] = Operation(
    name="files.retrieve",
    verb="GET",
    path="/files/{file_id}",
    path_params=("file_id",),
    result=":FileObject",
    reference="https://developers.openai.com/api/reference/resources/files/methods/retrieve",
)
FILES_RETRIEVE_CONTENT: Operation[str] = Operation(
    name="files.retrieve_content",
    verb="GET",
    path="/files/{file_id}/content",
    path_params=("file_id",),
    deprecated=True,
    result="str",
    reference="https://developers.openai.com/api/reference/resources/files/methods/retrieve_content",
)
