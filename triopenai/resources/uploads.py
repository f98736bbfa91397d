"""The methods of ``uploads``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._helpers.uploads import UploadsHelpers
from triopenai._operations import uploads as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai.resources._args import uploads as args
    from triopenai.types import Upload
    from triopenai.types.uploads import UploadPart

__all__ = ["Uploads", "UploadsParts"]


class Uploads(UploadsHelpers, Resource):
    """Methods of ``client.uploads``.

    See https://developers.openai.com/api/reference/resources/uploads
    """

    @cached_property
    def parts(self) -> UploadsParts:
        """Methods of ``client.uploads.parts``."""
        return UploadsParts(self._engine)

    async def cancel(self, upload_id: str, **params: Unpack[RequestOptions]) -> Upload:
        """Cancel an upload.

        ``POST /uploads/{upload_id}/cancel``

        Args:
            upload_id: Id of the upload.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/uploads/methods/cancel
        """
        return await self._engine.call(ops.UPLOADS_CANCEL, params, upload_id)

    async def complete(self, upload_id: str, **params: Unpack[args.UploadsCompleteArgs]) -> Upload:
        """Complete an upload.

        ``POST /uploads/{upload_id}/complete``

        Args:
            upload_id: Id of the upload.
            **params: The keys of `triopenai.types.UploadCompleteParams` (`part_ids` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/uploads/methods/complete
        """
        return await self._engine.call(ops.UPLOADS_COMPLETE, params, upload_id)

    async def create(self, **params: Unpack[args.UploadsCreateArgs]) -> Upload:
        """Create an upload.

        ``POST /uploads``

        Args:
            **params: The keys of `triopenai.types.UploadCreateParams` (`bytes`, `filename`, `mime_type` and
                `purpose` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/uploads/methods/create
        """
        return await self._engine.call(ops.UPLOADS_CREATE, params)


class UploadsParts(Resource):
    """Methods of ``client.uploads.parts``.

    See https://developers.openai.com/api/reference/resources/uploads/subresources/parts
    """

    async def create(self, upload_id: str, **params: Unpack[args.UploadsPartsCreateArgs]) -> UploadPart:
        """Upload a part of a file.

        ``POST /uploads/{upload_id}/parts``

        Args:
            upload_id: Id of the upload.
            **params: The keys of `triopenai.types.uploads.PartCreateParams` (`data` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/uploads/subresources/parts/methods/create
        """
        return await self._engine.call(ops.UPLOADS_PARTS_CREATE, params, upload_id)
