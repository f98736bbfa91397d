"""The endpoints of ``containers``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.pages import AsyncCursorPage
    from triopenai.types import ContainerCreateResponse, ContainerListResponse, ContainerRetrieveResponse
    from triopenai.types.containers import FileCreateResponse, FileListResponse, FileRetrieveResponse

__all__ = [
    "CONTAINERS_CREATE",
    "CONTAINERS_DELETE",
    "CONTAINERS_FILES_CONTENT_RETRIEVE",
    "CONTAINERS_FILES_CREATE",
    "CONTAINERS_FILES_DELETE",
    "CONTAINERS_FILES_LIST",
    "CONTAINERS_FILES_RETRIEVE",
    "CONTAINERS_LIST",
    "CONTAINERS_RETRIEVE",
]

CONTAINERS_CREATE: Operation[ContainerCreateResponse] = Operation(
    name="containers.create",
    verb="POST",
    path="/containers",
    body=("name", "expires_after", "file_ids", "memory_limit", "network_policy", "skills"),
    required=("name",),
    result=":ContainerCreateResponse",
    reference="https://developers.openai.com/api/reference/resources/containers/methods/create",
)
CONTAINERS_DELETE: Operation[None] = Operation(
    name="containers.delete",
    verb="DELETE",
    path="/containers/{container_id}",
    path_params=("container_id",),
    accept="*/*",
    reference="https://developers.openai.com/api/reference/resources/containers/methods/delete",
)
CONTAINERS_FILES_CONTENT_RETRIEVE: Operation[HttpxBinaryResponseContent] = Operation(
    name="containers.files.content.retrieve",
    verb="GET",
    path="/containers/{container_id}/files/{file_id}/content",
    path_params=("container_id", "file_id"),
    accept="application/binary",
    result="binary",
    reference=(
        "https://developers.openai.com/api/reference/resources/containers/subresources/files/subresources"
        "/content/methods/retrieve"
    ),
)
CONTAINERS_FILES_CREATE: Operation[FileCreateResponse] = Operation(
    name="containers.files.create",
    verb="POST",
    path="/containers/{container_id}/files",
    path_params=("container_id",),
    body=("file", "file_id"),
    files=("file",),
    multipart=True,
    result="containers:FileCreateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/containers/subresources/files/methods/create"
    ),
)
CONTAINERS_FILES_DELETE: Operation[None] = Operation(
    name="containers.files.delete",
    verb="DELETE",
    path="/containers/{container_id}/files/{file_id}",
    path_params=("container_id", "file_id"),
    accept="*/*",
    reference=(
        "https://developers.openai.com/api/reference/resources/containers/subresources/files/methods/delete"
    ),
)
CONTAINERS_FILES_LIST: PageOperation[AsyncCursorPage[FileListResponse], FileListResponse] = PageOperation(
    name="containers.files.list",
    verb="GET",
    path="/containers/{container_id}/files",
    path_params=("container_id",),
    query=("after", "limit", "order"),
    item="containers:FileListResponse",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/containers/subresources/files/methods/list"
    ),
)
CONTAINERS_FILES_RETRIEVE: Operation[FileRetrieveResponse] = Operation(
    name="containers.files.retrieve",
    verb="GET",
    path="/containers/{container_id}/files/{file_id}",
    path_params=("container_id", "file_id"),
    result="containers:FileRetrieveResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/containers/subresources/files/methods/retrieve"
    ),
)
CONTAINERS_LIST: PageOperation[AsyncCursorPage[ContainerListResponse], ContainerListResponse] = PageOperation(
    name="containers.list",
    verb="GET",
    path="/containers",
    query=("after", "limit", "name", "order"),
    item=":ContainerListResponse",
    page="cursor",
    reference="https://developers.openai.com/api/reference/resources/containers/methods/list",
)
CONTAINERS_RETRIEVE: Operation[ContainerRetrieveResponse] = Operation(
    name="containers.retrieve",
    verb="GET",
    path="/containers/{container_id}",
    path_params=("container_id",),
    result=":ContainerRetrieveResponse",
    reference="https://developers.openai.com/api/reference/resources/containers/methods/retrieve",
)
