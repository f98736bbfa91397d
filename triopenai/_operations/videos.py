"""The endpoints of ``videos``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.pages import AsyncConversationCursorPage
    from triopenai.types import (
        Video,
        VideoCreateCharacterResponse,
        VideoDeleteResponse,
        VideoGetCharacterResponse,
    )

__all__ = [
    "VIDEOS_CREATE",
    "VIDEOS_CREATE_CHARACTER",
    "VIDEOS_DELETE",
    "VIDEOS_DOWNLOAD_CONTENT",
    "VIDEOS_EDIT",
    "VIDEOS_EXTEND",
    "VIDEOS_GET_CHARACTER",
    "VIDEOS_LIST",
    "VIDEOS_REMIX",
    "VIDEOS_RETRIEVE",
]

VIDEOS_CREATE: Operation[Video] = Operation(
    name="videos.create",
    verb="POST",
    path="/videos",
    body=("prompt", "input_reference", "model", "seconds", "size"),
    required=("prompt",),
    files=("input_reference",),
    multipart=True,
    deprecated=True,
    result=":Video",
    reference="https://developers.openai.com/api/reference/resources/videos/methods/create",
)
VIDEOS_CREATE_CHARACTER: Operation[VideoCreateCharacterResponse] = Operation(
    name="videos.create_character",
    verb="POST",
    path="/videos/characters",
    body=("name", "video"),
    required=("name", "video"),
    files=("video",),
    multipart=True,
    deprecated=True,
    result=":VideoCreateCharacterResponse",
    reference="https://developers.openai.com/api/reference/resources/videos/methods/create_character",
)
VIDEOS_DELETE: Operation[VideoDeleteResponse] = Operation(
    name="videos.delete",
    verb="DELETE",
    path="/videos/{video_id}",
    path_params=("video_id",),
    deprecated=True,
    result=":VideoDeleteResponse",
    reference="https://developers.openai.com/api/reference/resources/videos/methods/delete",
)
VIDEOS_DOWNLOAD_CONTENT: Operation[HttpxBinaryResponseContent] = Operation(
    name="videos.download_content",
    verb="GET",
    path="/videos/{video_id}/content",
    path_params=("video_id",),
    query=("variant",),
    accept="application/binary",
    deprecated=True,
    result="binary",
    reference="https://developers.openai.com/api/reference/resources/videos/methods/download_content",
)
VIDEOS_EDIT: Operation[Video] = Operation(
    name="videos.edit",
    verb="POST",
    path="/videos/edits",
    body=("prompt", "video"),
    required=("prompt", "video"),
    files=("video",),
    multipart=True,
    deprecated=True,
    result=":Video",
    reference="https://developers.openai.com/api/reference/resources/videos/methods/edit",
)
VIDEOS_EXTEND: Operation[Video] = Operation(
    name="videos.extend",
    verb="POST",
    path="/videos/extensions",
    body=("prompt", "seconds", "video"),
    required=("prompt", "seconds", "video"),
    files=("video",),
    multipart=True,
    deprecated=True,
    result=":Video",
    reference="https://developers.openai.com/api/reference/resources/videos/methods/extend",
)
VIDEOS_GET_CHARACTER: Operation[VideoGetCharacterResponse] = Operation(
    name="videos.get_character",
    verb="GET",
    path="/videos/characters/{character_id}",
    path_params=("character_id",),
    deprecated=True,
    result=":VideoGetCharacterResponse",
    reference="https://developers.openai.com/api/reference/resources/videos/methods/get_character",
)
VIDEOS_LIST: PageOperation[AsyncConversationCursorPage[Video], Video] = PageOperation(
    name="videos.list",
    verb="GET",
    path="/videos",
    query=("after", "limit", "order"),
    deprecated=True,
    item=":Video",
    page="conversation_cursor",
    reference="https://developers.openai.com/api/reference/resources/videos/methods/list",
)
VIDEOS_REMIX: Operation[Video] = Operation(
    name="videos.remix",
    verb="POST",
    path="/videos/{video_id}/remix",
    path_params=("video_id",),
    body=("prompt",),
    required=("prompt",),
    deprecated=True,
    result=":Video",
    reference="https://developers.openai.com/api/reference/resources/videos/methods/remix",
)
VIDEOS_RETRIEVE: Operation[Video] = Operation(
    name="videos.retrieve",
    verb="GET",
    path="/videos/{video_id}",
    path_params=("video_id",),
    deprecated=True,
    result=":Video",
    reference="https://developers.openai.com/api/reference/resources/videos/methods/retrieve",
)
