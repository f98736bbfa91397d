"""Files: waiting until one has been processed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from triopenai._helpers.polling import Pace, check_time, later_options, poll
from triopenai._operations import files as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.engine import Engine
    from triopenai.types import FileObject

__all__ = ["FilesHelpers"]

PENDING: Final = frozenset({"uploaded", "pending", "running"})


class FilesHelpers:
    """Helpers of ``client.files``."""

    _engine: Engine

    async def wait_for_processing(
        self,
        id: str,  # noqa: A002  # the official name
        *,
        poll_interval: float = 5.0,
        max_wait_seconds: float = 30 * 60,
        **options: Unpack[RequestOptions],
    ) -> FileObject:
        """Wait until a file has been processed.

        A file that could not be processed is given too: look at its `status`. The wait is bounded by the
        caller's cancel scope as well; ending it does not end the processing.

        Args:
            id: Id of the file.
            poll_interval: Seconds between two looks.
            max_wait_seconds: Seconds for the whole wait, requests included.
            **options: The request options.

        Raises:
            APIError: A request failed; the subclass says how.
            ProcessingTimeoutError: `max_wait_seconds` are over.
            TypeError: A time is no number.
            ValueError: A time is negative or not finite.
        """
        pace = Pace.of(check_time("poll_interval", poll_interval) * 1000, max_wait_seconds)
        later = later_options(options)
        return await poll(self._engine, ops.FILES_RETRIEVE, later, id, pending=PENDING, pace=pace)
