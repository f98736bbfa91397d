"""The endpoints of ``images``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, StreamOperation

if TYPE_CHECKING:
    from triopenai.types import ImageEditStreamEvent, ImageGenStreamEvent, ImagesResponse

__all__ = ["IMAGES_CREATE_VARIATION", "IMAGES_EDIT", "IMAGES_GENERATE"]

IMAGES_CREATE_VARIATION: Operation[ImagesResponse] = Operation(
    name="images.create_variation",
    verb="POST",
    path="/images/variations",
    body=("image", "model", "n", "response_format", "size", "user"),
    required=("image",),
    files=("image",),
    multipart=True,
    deprecated=True,
    result=":ImagesResponse",
    reference="https://developers.openai.com/api/reference/resources/images/methods/create_variation",
)
IMAGES_EDIT: StreamOperation[ImagesResponse, ImageEditStreamEvent] = StreamOperation(
    name="images.edit",
    verb="POST",
    path="/images/edits",
    body=(
        "image",
        "prompt",
        "background",
        "complexity",
        "frame_count",
        "frame_duration_ms",
        "input_fidelity",
        "markup",
        "mask",
        "model",
        "n",
        "output_compression",
        "output_format",
        "partial_images",
        "quality",
        "response_format",
        "safety_identifier",
        "size",
        "stream",
        "svg",
        "user",
    ),
    required=("image", "prompt"),
    files=("image", "markup", "mask"),
    multipart=True,
    result=":ImagesResponse",
    event=":ImageEditStreamEvent",
    reference="https://developers.openai.com/api/reference/resources/images/methods/edit",
)
IMAGES_GENERATE: StreamOperation[ImagesResponse, ImageGenStreamEvent] = StreamOperation(
    name="images.generate",
    verb="POST",
    path="/images/generations",
    body=(
        "prompt",
        "background",
        "complexity",
        "frame_count",
        "frame_duration_ms",
        "model",
        "moderation",
        "n",
        "output_compression",
        "output_format",
        "partial_images",
        "quality",
        "response_format",
        "safety_identifier",
        "size",
        "stream",
        "style",
        "svg",
        "user",
    ),
    required=("prompt",),
    result=":ImagesResponse",
    event=":ImageGenStreamEvent",
    reference="https://developers.openai.com/api/reference/resources/images/methods/generate",
)
