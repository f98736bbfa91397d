"""Videos: waiting until one has been made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
from typing_extensions import deprecated

from triopenai._base.absent import omit
from triopenai._engine.deprecation import warn_of_deprecation
from triopenai._helpers.polling import Pace, fetch, given, later_options, poll
from triopenai._operations import videos as ops

if TYPE_CHECKING:
    from typing import Literal, Unpack

    from triopenai._base.absent import Omit
    from triopenai._base.files import FileTypes
    from triopenai._base.options import RequestOptions
    from triopenai._engine.engine import Engine
    from triopenai.types import ImageInputReferenceParam, Video, VideoModelParam

__all__ = ["VideoHelpers"]

PENDING: Final = frozenset({"queued", "in_progress"})

# A helper warns once, not with each of its requests.
CREATE: Final = attrs.evolve(ops.VIDEOS_CREATE, deprecated=False)
RETRIEVE: Final = attrs.evolve(ops.VIDEOS_RETRIEVE, deprecated=False)


class VideoHelpers:
    """Helpers of ``client.videos``."""

    _engine: Engine

    @deprecated("videos.create_and_poll is deprecated by the API", category=None)
    async def create_and_poll(
        self,
        *,
        prompt: str,
        input_reference: FileTypes | ImageInputReferenceParam | Omit = omit,
        model: VideoModelParam | Omit = omit,
        seconds: Literal["4", "8", "12"] | Omit = omit,
        size: Literal["720x1280", "1280x720", "1024x1792", "1792x1024"] | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Video:
        """Have a video made, and wait until it is done.

        As `create`, then `poll`. Deprecated by the API: a call warns.

        Args:
            prompt: What it shows, 1 to 32000 characters.
            input_reference: An image to start from: a file, or a reference to one.
            model: The model that makes it.
            seconds: Its length.
            size: Width and height in pixels.
            poll_interval_ms: See `poll`.
            **options: The request options.

        Raises:
            APIError: A request failed; the subclass says how.
        """
        warn_of_deprecation("videos.create_and_poll")
        pace = Pace.of(poll_interval_ms)
        body = given(prompt=prompt, input_reference=input_reference, model=model, seconds=seconds, size=size)
        video = await fetch(self._engine, CREATE, {**body, **options})
        later = later_options(options)
        return await poll(self._engine, RETRIEVE, later, video.id, pending=PENDING, pace=pace)

    @deprecated("videos.poll is deprecated by the API", category=None)
    async def poll(
        self, video_id: str, *, poll_interval_ms: int | Omit = omit, **options: Unpack[RequestOptions]
    ) -> Video:
        """Wait until a video is done.

        A video that failed is given too: look at its `status` and `error`. The wait is bounded by the
        caller's cancel scope; ending it does not end the work. Deprecated by the API: a call warns.

        Args:
            video_id: Id of the video.
            poll_interval_ms: Milliseconds between two looks; left out, what the server asks for, or 1000.
            **options: The request options.

        Raises:
            APIError: A request failed; the subclass says how.
        """
        warn_of_deprecation("videos.poll")
        pace = Pace.of(poll_interval_ms)
        later = later_options(options)
        return await poll(self._engine, RETRIEVE, later, video_id, pending=PENDING, pace=pace)
