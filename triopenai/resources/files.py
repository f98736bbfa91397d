"""The methods of ``files``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import deprecated

from triopenai._engine.resource import Resource
from triopenai._helpers.files import FilesHelpers
from triopenai._operations import files as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.pages import AsyncCursorPage, AsyncPaginator
    from triopenai.resources._args import files as args
    from triopenai.types import FileDeleted, FileObject

__all__ = ["Files"]


class Files(FilesHelpers, Resource):
    """Methods of ``client.files``.

    See https://developers.openai.com/api/reference/resources/files
    """

    async def content(self, file_id: str, **params: Unpack[RequestOptions]) -> HttpxBinaryResponseContent:
        """Download a file.

        ``GET /files/{file_id}/content``

        Args:
            file_id: Id of the file.
            **params: The request options.

        Returns:
            The body, not read yet. It holds a connection: use it as a block, or read it to the end.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/files/methods/content
        """
        return await self._engine.call(ops.FILES_CONTENT, params, file_id)

    async def create(self, **params: Unpack[args.FilesCreateArgs]) -> FileObject:
        """Upload a file.

        ``POST /files``

        Args:
            **params: The keys of `triopenai.types.FileCreateParams` (`file` and `purpose` are required), and
                the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/files/methods/create
        """
        return await self._engine.call(ops.FILES_CREATE, params)

    async def delete(self, file_id: str, **params: Unpack[RequestOptions]) -> FileDeleted:
        """Delete a file.

        ``DELETE /files/{file_id}``

        Args:
            file_id: Id of the file.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/files/methods/delete
        """
        return await self._engine.call(ops.FILES_DELETE, params, file_id)

    def list(
        self, **params: Unpack[args.FilesListArgs]
    ) -> AsyncPaginator[FileObject, AsyncCursorPage[FileObject]]:
        """List files.

        ``GET /files``

        Args:
            **params: The keys of `triopenai.types.FileListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/files/methods/list
        """
        return self._engine.paginate(ops.FILES_LIST, params)

    async def retrieve(self, file_id: str, **params: Unpack[RequestOptions]) -> FileObject:
        """Retrieve a file.

        ``GET /files/{file_id}``

        Args:
            file_id: Id of the file.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/files/methods/retrieve
        """
        return await self._engine.call(ops.FILES_RETRIEVE, params, file_id)

    @deprecated("files.retrieve_content is deprecated by the API", category=None)
    async def retrieve_content(self, file_id: str, **params: Unpack[RequestOptions]) -> str:
        """Download a file as text.

        ``GET /files/{file_id}/content``

        Deprecated by the API: a call warns.

        Args:
            file_id: Id of the file.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/files/methods/retrieve_content
        """
        return await self._engine.call(ops.FILES_RETRIEVE_CONTENT, params, file_id)
