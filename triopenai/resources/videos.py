"""The methods of ``videos``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import deprecated

from triopenai._engine.resource import Resource
from triopenai._helpers.videos import VideoHelpers
from triopenai._operations import videos as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.pages import AsyncConversationCursorPage, AsyncPaginator
    from triopenai.resources._args import videos as args
    from triopenai.types import (
        Video,
        VideoCreateCharacterResponse,
        VideoDeleteResponse,
        VideoGetCharacterResponse,
    )

__all__ = ["Videos"]


class Videos(VideoHelpers, Resource):
    """Methods of ``client.videos``.

    See https://developers.openai.com/api/reference/resources/videos
    """

    @deprecated("videos.create is deprecated by the API", category=None)
    async def create(self, **params: Unpack[args.VideosCreateArgs]) -> Video:
        """Create a video.

        ``POST /videos``

        Deprecated by the API: a call warns.

        Args:
            **params: The keys of `triopenai.types.VideoCreateParams` (`prompt` is required), and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/videos/methods/create
        """
        return await self._engine.call(ops.VIDEOS_CREATE, params)

    @deprecated("videos.create_character is deprecated by the API", category=None)
    async def create_character(
        self, **params: Unpack[args.VideosCreateCharacterArgs]
    ) -> VideoCreateCharacterResponse:
        """Create a character from a video.

        ``POST /videos/characters``

        Deprecated by the API: a call warns.

        Args:
            **params: The keys of `triopenai.types.VideoCreateCharacterParams` (`name` and `video` are
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/videos/methods/create_character
        """
        return await self._engine.call(ops.VIDEOS_CREATE_CHARACTER, params)

    @deprecated("videos.delete is deprecated by the API", category=None)
    async def delete(self, video_id: str, **params: Unpack[RequestOptions]) -> VideoDeleteResponse:
        """Delete a video.

        ``DELETE /videos/{video_id}``

        Deprecated by the API: a call warns.

        Args:
            video_id: Id of the video.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/videos/methods/delete
        """
        return await self._engine.call(ops.VIDEOS_DELETE, params, video_id)

    @deprecated("videos.download_content is deprecated by the API", category=None)
    async def download_content(
        self, video_id: str, **params: Unpack[args.VideosDownloadContentArgs]
    ) -> HttpxBinaryResponseContent:
        """Download a video.

        ``GET /videos/{video_id}/content``

        Deprecated by the API: a call warns.

        Args:
            video_id: Id of the video.
            **params: The keys of `triopenai.types.VideoDownloadContentParams`, and the request options.

        Returns:
            The body, not read yet. It holds a connection: use it as a block, or read it to the end.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/videos/methods/download_content
        """
        return await self._engine.call(ops.VIDEOS_DOWNLOAD_CONTENT, params, video_id)

    @deprecated("videos.edit is deprecated by the API", category=None)
    async def edit(self, **params: Unpack[args.VideosEditArgs]) -> Video:
        """Edit a video.

        ``POST /videos/edits``

        Deprecated by the API: a call warns.

        Args:
            **params: The keys of `triopenai.types.VideoEditParams` (`prompt` and `video` are required), and
                the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/videos/methods/edit
        """
        return await self._engine.call(ops.VIDEOS_EDIT, params)

    @deprecated("videos.extend is deprecated by the API", category=None)
    async def extend(self, **params: Unpack[args.VideosExtendArgs]) -> Video:
        """Extend a video.

        ``POST /videos/extensions``

        Deprecated by the API: a call warns.

        Args:
            **params: The keys of `triopenai.types.VideoExtendParams` (`prompt`, `seconds` and `video` are
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/videos/methods/extend
        """
        return await self._engine.call(ops.VIDEOS_EXTEND, params)

    @deprecated("videos.get_character is deprecated by the API", category=None)
    async def get_character(
        self, character_id: str, **params: Unpack[RequestOptions]
    ) -> VideoGetCharacterResponse:
        """Retrieve a character.

        ``GET /videos/characters/{character_id}``

        Deprecated by the API: a call warns.

        Args:
            character_id: Id of the character.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/videos/methods/get_character
        """
        return await self._engine.call(ops.VIDEOS_GET_CHARACTER, params, character_id)

    @deprecated("videos.list is deprecated by the API", category=None)
    def list(
        self, **params: Unpack[args.VideosListArgs]
    ) -> AsyncPaginator[Video, AsyncConversationCursorPage[Video]]:
        """List videos.

        ``GET /videos``

        Deprecated by the API: a call warns.

        Args:
            **params: The keys of `triopenai.types.VideoListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/videos/methods/list
        """
        return self._engine.paginate(ops.VIDEOS_LIST, params)

    @deprecated("videos.remix is deprecated by the API", category=None)
    async def remix(self, video_id: str, **params: Unpack[args.VideosRemixArgs]) -> Video:
        """Remix a video.

        ``POST /videos/{video_id}/remix``

        Deprecated by the API: a call warns.

        Args:
            video_id: Id of the video.
            **params: The keys of `triopenai.types.VideoRemixParams` (`prompt` is required), and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/videos/methods/remix
        """
        return await self._engine.call(ops.VIDEOS_REMIX, params, video_id)

    @deprecated("videos.retrieve is deprecated by the API", category=None)
    async def retrieve(self, video_id: str, **params: Unpack[RequestOptions]) -> Video:
        """Retrieve a video.

        ``GET /videos/{video_id}``

        Deprecated by the API: a call warns.

        Args:
            video_id: Id of the video.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/videos/methods/retrieve
        """
        return await self._engine.call(ops.VIDEOS_RETRIEVE, params, video_id)
