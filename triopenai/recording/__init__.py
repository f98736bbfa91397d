"""Exchanges with the API, recorded to a file and replayed from it.

::

    async with open_client(transport=record("story.jsonl")) as client: ...                  # once, with a key
    async with open_client(transport=replay("story.jsonl"), api_key="none") as client: ...  # ever after
"""

from __future__ import annotations

from triopenai.recording._exchange import RecordingError as RecordingError
from triopenai.recording._record import record as record
from triopenai.recording._replay import NotRecordedError as NotRecordedError
from triopenai.recording._replay import replay as replay

__all__ = ["NotRecordedError", "RecordingError", "record", "replay"]
