"""Structured concurrency without a client: task groups and fan-out.

`Client.start_soon`, `Client.map` and `Client.map_each` are these, owned by the client's block.
"""

from __future__ import annotations

from triopenai._flow.fanout import MapResults, map, map_each  # noqa: A004  # map over async functions
from triopenai._flow.tasks import (
    Task,
    TaskCancelled,
    TaskFailed,
    TaskGroup,
    TaskGroupClosed,
    TaskNotDone,
    open_task_group,
)

__all__ = [
    "MapResults",
    "Task",
    "TaskCancelled",
    "TaskFailed",
    "TaskGroup",
    "TaskGroupClosed",
    "TaskNotDone",
    "map",
    "map_each",
    "open_task_group",
]
