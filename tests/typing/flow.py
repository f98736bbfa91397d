"""What type checkers infer for tasks and fan-out. Checked, never run."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, assert_type

from triopenai import concurrency
from triopenai.concurrency import MapResults, Task, map_each, open_task_group

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence


async def length(text: str, *, factor: int = 1) -> int:
    return len(text) * factor


async def numbers() -> AsyncIterator[int]:
    yield 1


async def show(number: int) -> bytes:
    return bytes(number)


async def wait_for_any(tasks: Sequence[Task[object]]) -> None:
    await tasks[0].wait()


async def tasks() -> None:
    async with open_task_group() as group:
        task = group.start_soon(length, "text", factor=2)
        assert_type(task, Task[int])
        assert_type(await task.wait(), int)
        assert_type(task.result, int)
        assert_type(group.start_soon(task.wait), Task[int])
        await wait_for_any([task, group.start_soon(show, 1)])

        group.start_soon(length, 1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        group.start_soon(length, "text", fact=2)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
        group.start_soon(length)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
        group.start_soon(len, "text")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        group.start_soon(length("text"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportCallIssue]


async def fanout() -> None:
    assert_type(await concurrency.map(length, ["a", "b"], limit=2), list[int])
    assert_type(await concurrency.map(show, numbers(), limit=2), list[bytes])
    block = map_each(show, numbers(), limit=2, ordered=False)
    assert_type(block, AbstractAsyncContextManager[MapResults[bytes]])
    async with block as results:
        assert_type(results, MapResults[bytes])
        async for result in results:
            assert_type(result, bytes)

    await concurrency.map(show, ["a"], limit=2)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await concurrency.map(length, 3, limit=2)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    await concurrency.map(length, ["a"])  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
