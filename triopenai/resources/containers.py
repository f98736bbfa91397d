"""The methods of ``containers``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import containers as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.pages import AsyncCursorPage, AsyncPaginator
    from triopenai.resources._args import containers as args
    from triopenai.types import ContainerCreateResponse, ContainerListResponse, ContainerRetrieveResponse
    from triopenai.types.containers import FileCreateResponse, FileListResponse, FileRetrieveResponse

__all__ = ["Containers", "ContainersFiles", "ContainersFilesContent"]


class Containers(Resource):
    """Methods of ``client.containers``.

    See https://developers.openai.com/api/reference/resources/containers
    """

    @cached_property
    def files(self) -> ContainersFiles:
        """Methods of ``client.containers.files``."""
        return ContainersFiles(self._engine)

    async def create(self, **params: Unpack[args.ContainersCreateArgs]) -> ContainerCreateResponse:
        """Create a container.

        ``POST /containers``

        Args:
            **params: The keys of `triopenai.types.ContainerCreateParams` (`name` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/containers/methods/create
        """
        return await self._engine.call(ops.CONTAINERS_CREATE, params)

    async def delete(self, container_id: str, **params: Unpack[RequestOptions]) -> None:
        """Delete a container.

        ``DELETE /containers/{container_id}``

        Args:
            container_id: Id of the container.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/containers/methods/delete
        """
        return await self._engine.call(ops.CONTAINERS_DELETE, params, container_id)

    def list(
        self, **params: Unpack[args.ContainersListArgs]
    ) -> AsyncPaginator[ContainerListResponse, AsyncCursorPage[ContainerListResponse]]:
        """List containers.

        ``GET /containers``

        Args:
            **params: The keys of `triopenai.types.ContainerListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/containers/methods/list
        """
        return self._engine.paginate(ops.CONTAINERS_LIST, params)

    async def retrieve(
        self, container_id: str, **params: Unpack[RequestOptions]
    ) -> ContainerRetrieveResponse:
        """Retrieve a container.

        ``GET /containers/{container_id}``

        Args:
            container_id: Id of the container.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/containers/methods/retrieve
        """
        return await self._engine.call(ops.CONTAINERS_RETRIEVE, params, container_id)


class ContainersFiles(Resource):
    """Methods of ``client.containers.files``.

    See https://developers.openai.com/api/reference/resources/containers/subresources/files
    """

    @cached_property
    def content(self) -> ContainersFilesContent:
        """Methods of ``client.containers.files.content``."""
        return ContainersFilesContent(self._engine)

    async def create(
        self, container_id: str, **params: Unpack[args.ContainersFilesCreateArgs]
    ) -> FileCreateResponse:
        """Create a container file.

        ``POST /containers/{container_id}/files``

        Args:
            container_id: Id of the container.
            **params: The keys of `triopenai.types.containers.FileCreateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/containers/subresources/files/methods/create
        """
        return await self._engine.call(ops.CONTAINERS_FILES_CREATE, params, container_id)

    async def delete(self, file_id: str, **params: Unpack[args.ContainersFilesDeleteArgs]) -> None:
        """Delete a container file.

        ``DELETE /containers/{container_id}/files/{file_id}``

        Args:
            file_id: Id of the file.
            **params: `container_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/containers/subresources/files/methods/delete
        """
        return await self._engine.call(ops.CONTAINERS_FILES_DELETE, params, file_id)

    def list(
        self, container_id: str, **params: Unpack[args.ContainersFilesListArgs]
    ) -> AsyncPaginator[FileListResponse, AsyncCursorPage[FileListResponse]]:
        """List container files.

        ``GET /containers/{container_id}/files``

        Args:
            container_id: Id of the container.
            **params: The keys of `triopenai.types.containers.FileListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/containers/subresources/files/methods/list
        """
        return self._engine.paginate(ops.CONTAINERS_FILES_LIST, params, container_id)

    async def retrieve(
        self, file_id: str, **params: Unpack[args.ContainersFilesRetrieveArgs]
    ) -> FileRetrieveResponse:
        """Retrieve a container file.

        ``GET /containers/{container_id}/files/{file_id}``

        Args:
            file_id: Id of the file.
            **params: `container_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/containers/subresources/files/methods/retrieve
        """
        return await self._engine.call(ops.CONTAINERS_FILES_RETRIEVE, params, file_id)


class ContainersFilesContent(Resource):
    """Methods of ``client.containers.files.content``.

    See https://developers.openai.com/api/reference/resources/containers/subresources/files/subresources/content
    """

    async def retrieve(
        self, file_id: str, **params: Unpack[args.ContainersFilesContentRetrieveArgs]
    ) -> HttpxBinaryResponseContent:
        """Download a container file.

        ``GET /containers/{container_id}/files/{file_id}/content``

        Args:
            file_id: Id of the file.
            **params: `container_id` and the request options.

        Returns:
            The body, not read yet. It holds a connection: use it as a block, or read it to the end.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/containers/subresources/files/subresources/content/methods/retrieve
        """
        return await self._engine.call(ops.CONTAINERS_FILES_CONTENT_RETRIEVE, params, file_id)
