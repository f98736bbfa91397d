"""The targets, and the table of what was measured against them."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Samples = dict[str, list[float]]
"""What was measured, by name. The n-th values of two names were measured one right after the other."""


class Target(NamedTuple):
    """A promise: the value of one name, over that of another if there is one, is at most so much.

    Without a bound it is no promise, and is shown to give the whole picture.
    """

    what: str
    name: str
    over: str | None
    at_most: float | None
    unit: str


class Row(NamedTuple):
    """A target, and how it was met; `met` is None where nothing was promised."""

    what: str
    value: str
    reference: str
    result: str
    target: str
    met: bool | None


TARGETS: Final = (
    Target("chat completion, 32 at once: over AsyncOpenAI", "ours.chat32", "peer.chat32", 1 / 8, "us"),
    Target("chat completion, 32 at once: over the floor", "ours.chat32", "floor.chat32", 2.5, "us"),
    Target("chat completion, 1,000 at once: over AsyncOpenAI", "ours.chat1000", "peer.chat1000", 1 / 8, "us"),
    Target("chat completion, 1,000 at once: over the floor", "ours.chat1000", "floor.chat1000", 2.5, "us"),
    Target("chat completion: 1,000 at once over 32 at once", "ours.chat1000", "ours.chat32", 1.6, "us"),
    Target("streamed chunk: over AsyncOpenAI", "ours.chunk", "peer.chunk", 1 / 12, "us"),
    Target("streamed chunk: over the floor", "ours.chunk", "floor.chunk", 2.5, "us"),
    Target("over the bridge, one call at a time: over Trio", "bridge.chat1", "ours.chat1", None, "us"),
    Target("over the bridge, 32 at once: over Trio", "bridge.chat32", "ours.chat32", None, "us"),
    Target("over the bridge, a streamed chunk: over Trio", "bridge.chunk", "ours.chunk", None, "us"),
    Target("listing of 1 MB of completions: over AsyncOpenAI", "ours.listing", "peer.listing", 0.1, "ms"),
    Target("100 embeddings of 1,536: over AsyncOpenAI", "ours.embeddings", "peer.embeddings", 0.1, "ms"),
    Target("the same, and each float taken: over AsyncOpenAI", "ours.floats", "peer.floats", None, "ms"),
    Target("item of `map_each`, a million: over a bare nursery", "fanout.ours", "fanout.bare", 1.5, "us"),
    Target("memory gained over a million items", "fanout.ours.growth", None, 5, "MB"),
    Target("1,000 calls, rate limit unknown: time", "limited.learned.time", None, 1.10, "ideal"),
    Target("the same: calls lost", "limited.learned.lost", None, 0, "calls"),
    Target("the same: 429s", "limited.learned.refused", None, 30, "calls"),
    Target("1,000 calls, rate limit told: time", "limited.told.time", None, 1.05, "ideal"),
    Target("the same: calls lost", "limited.told.lost", None, 0, "calls"),
    Target("the same: 429s", "limited.told.refused", None, 0, "calls"),
    Target("1,000 calls by AsyncOpenAI: calls lost", "limited.peer.lost", None, None, "calls"),
    Target("the same: 429s", "limited.peer.refused", None, None, "calls"),
    Target("peak memory, 1,000 at once", "ours.peak", None, 70, "MB"),
    Target("peak memory, 1,000 at once: over AsyncOpenAI", "ours.peak", "peer.peak", None, "MB"),
    Target("`import triopenai`: over `import trio, pydantic`", "import.ours", "import.base", 1.15, "ms"),
    Target("`from triopenai import open_client`: over the same", "import.client", "import.base", None, "ms"),
    Target("first `client.chat`: over `import pydantic`", "first.chat", "first.pydantic", 1.0, "ms"),
    Target(
        "its models, at the first answer: over `BaseModel`", "first.models", "first.basemodel", None, "ms"
    ),
)

_SCALE: Final = {"us": 1e6, "ms": 1e3, "MB": 1.0, "ideal": 1.0, "calls": 1.0}
_SHOWN: Final = {
    "us": "{:.1f} µs",
    "ms": "{:.1f} ms",
    "MB": "{:.1f} MB",
    "ideal": "{:.3f} x ideal",
    "calls": "{:.0f}",
}


def result(target: Target, samples: Mapping[str, Sequence[float]]) -> float:
    """The value to compare with the target: the median of the ratios, round by round."""
    values = samples[target.name]
    if target.over is None:
        return median(values)
    return median(value / other for value, other in zip(values, samples[target.over], strict=True))


def rows(samples: Mapping[str, Sequence[float]]) -> list[Row]:
    """One row for each target whose measurements are there."""

    def show(name: str, unit: str) -> str:
        return _SHOWN[unit].format(median(samples[name]) * _SCALE[unit])

    found = []
    for target in TARGETS:
        if target.name not in samples or (target.over is not None and target.over not in samples):
            continue
        value = result(target, samples)
        alone = target.over is None
        found.append(
            Row(
                what=target.what,
                value=show(target.name, target.unit),
                reference="" if target.over is None else show(target.over, target.unit),
                result="" if alone else f"{value:.3f}",
                target=_bound(target),
                met=None if target.at_most is None else value <= target.at_most,
            )
        )
    return found


def _bound(target: Target) -> str:
    if target.at_most is None:
        return ""
    if target.over is not None:
        return f"{target.at_most:.3f}"
    return f"{target.at_most:g} MB" if target.unit == "MB" else f"{target.at_most:g}"


HEADER: Final = ("", "triopenai", "the other", "ratio", "at most", "")


def cells(row: Row) -> tuple[str, ...]:
    """The row as the table shows it."""
    verdict = {True: "met", False: "MISSED", None: ""}[row.met]
    return (row.what, row.value, row.reference, row.result, row.target, verdict)


def render(found: Sequence[Row]) -> str:
    """The table as a Markdown table, which reads well as plain text too."""
    lines = [HEADER, *(cells(row) for row in found)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADER))]
    padded = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in lines
    ]
    ruler = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([padded[0], ruler, *padded[1:]])
