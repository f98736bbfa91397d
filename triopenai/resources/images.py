"""The methods of ``images``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from typing_extensions import deprecated

from triopenai._engine.resource import Resource
from triopenai._operations import images as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._engine.events import EventStream
    from triopenai.resources._args import images as args
    from triopenai.types import ImageEditStreamEvent, ImageGenStreamEvent, ImagesResponse

__all__ = ["Images"]


class Images(Resource):
    """Methods of ``client.images``.

    See https://developers.openai.com/api/reference/resources/images
    """

    @deprecated("images.create_variation is deprecated by the API", category=None)
    async def create_variation(self, **params: Unpack[args.ImagesCreateVariationArgs]) -> ImagesResponse:
        """Vary an image.

        ``POST /images/variations``

        Deprecated by the API: a call warns.

        Args:
            **params: The keys of `triopenai.types.ImageCreateVariationParams` (`image` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/images/methods/create_variation
        """
        return await self._engine.call(ops.IMAGES_CREATE_VARIATION, params)

    @overload
    async def edit(self, **params: Unpack[args.ImagesEditArgsOnce]) -> ImagesResponse: ...

    @overload
    async def edit(
        self, **params: Unpack[args.ImagesEditArgsStream]
    ) -> EventStream[ImageEditStreamEvent]: ...

    @overload
    async def edit(
        self, **params: Unpack[args.ImagesEditArgs]
    ) -> ImagesResponse | EventStream[ImageEditStreamEvent]: ...

    async def edit(
        self, **params: Unpack[args.ImagesEditArgs]
    ) -> ImagesResponse | EventStream[ImageEditStreamEvent]:
        """Edit images.

        ``POST /images/edits``

        Args:
            **params: The keys of `triopenai.types.ImageEditParams` (`image` and `prompt` are required), and
                the request options.

        Returns:
            The answer; with ``stream=True`` its events as they arrive, to be used as a block.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/images/methods/edit
        """
        return await self._engine.call_or_stream(ops.IMAGES_EDIT, params)

    @overload
    async def generate(self, **params: Unpack[args.ImagesGenerateArgsOnce]) -> ImagesResponse: ...

    @overload
    async def generate(
        self, **params: Unpack[args.ImagesGenerateArgsStream]
    ) -> EventStream[ImageGenStreamEvent]: ...

    @overload
    async def generate(
        self, **params: Unpack[args.ImagesGenerateArgs]
    ) -> ImagesResponse | EventStream[ImageGenStreamEvent]: ...

    async def generate(
        self, **params: Unpack[args.ImagesGenerateArgs]
    ) -> ImagesResponse | EventStream[ImageGenStreamEvent]:
        """Generate images.

        ``POST /images/generations``

        Args:
            **params: The keys of `triopenai.types.ImageGenerateParams` (`prompt` is required), and the
                request options.

        Returns:
            The answer; with ``stream=True`` its events as they arrive, to be used as a block.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/images/methods/generate
        """
        return await self._engine.call_or_stream(ops.IMAGES_GENERATE, params)
