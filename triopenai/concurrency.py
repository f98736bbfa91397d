"""Structured concurrency without a client: task groups, fan-out, races, streams together.

`Client.start_soon`, `Client.map` and the others are these, owned by the client's block.
"""

from __future__ import annotations

from triopenai._base.ledger import Ledger, LedgerEntry, Waits
from triopenai._flow.charge import Charge
from triopenai._flow.failure import MapFailure, map_failure
from triopenai._flow.fanout import MapResults, map, map_each  # noqa: A004  # map over async functions
from triopenai._flow.gather import gather
from triopenai._flow.governor import Governor
from triopenai._flow.hedge import Hedged, HedgeStatistics, hedge
from triopenai._flow.lane import Permit
from triopenai._flow.lane_statistics import GaugeStatistics, LaneStatistics
from triopenai._flow.limits import Budget, Limits, MemoryBudget
from triopenai._flow.merge import Merged, Tagged, broadcast, merge
from triopenai._flow.progress import Progress
from triopenai._flow.race import fallback, race
from triopenai._flow.scope import Scope, Scopes
from triopenai._flow.tasks import (
    Task,
    TaskCancelled,
    TaskFailed,
    TaskGroup,
    TaskGroupClosed,
    TaskNotDone,
    open_task_group,
)
from triopenai._helpers.collect_text import collect_text

__all__ = [
    "Budget",
    "Charge",
    "GaugeStatistics",
    "Governor",
    "HedgeStatistics",
    "Hedged",
    "LaneStatistics",
    "Ledger",
    "LedgerEntry",
    "Limits",
    "MapFailure",
    "MapResults",
    "MemoryBudget",
    "Merged",
    "Permit",
    "Progress",
    "Scope",
    "Scopes",
    "Tagged",
    "Task",
    "TaskCancelled",
    "TaskFailed",
    "TaskGroup",
    "TaskGroupClosed",
    "TaskNotDone",
    "Waits",
    "broadcast",
    "collect_text",
    "fallback",
    "gather",
    "hedge",
    "map",
    "map_each",
    "map_failure",
    "merge",
    "open_task_group",
    "race",
]
