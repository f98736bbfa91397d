"""Task groups: a nursery block whose tasks have results.

Theory of operation. A `TaskGroup` is a nursery with one addition, the `Task` handle that `start_soon`
returns. A task is *running*, then exactly one of *done* (its function returned), *failed* (it raised an
`Exception`) or *cancelled* (it ended by `trio.Cancelled` or another exception that is not ours to hold,
such as `KeyboardInterrupt`). The state is settled in the task's last step, and never changes again.

Errors travel as Trio's do: a failed task cancels the block, and its error leaves the block in a group. The
handle only remembers what happened. Rejected: raising the task's own error from `wait()` as well, which
would put one exception object into two places of the same group, and let a caller take for handled what
still ends the block.
"""

from __future__ import annotations

import enum
from types import CoroutineType
from typing import TYPE_CHECKING, Generic, NoReturn, ParamSpec, TypeVar, final

import attrs
import trio

from triopenai._flow.checks import check_function, describe, invoke
from triopenai._flow.nest import Nest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager
    from types import TracebackType

__all__ = [
    "Task",
    "TaskCancelled",
    "TaskFailed",
    "TaskGroup",
    "TaskGroupClosed",
    "TaskNotDone",
    "open_task_group",
]

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class TaskNotDone(RuntimeError):  # noqa: N818  # a state, named as Trio names its own
    """The result of a task was asked for while it was still running."""


class TaskCancelled(RuntimeError):  # noqa: N818  # as above
    """The result of a task was asked for, and it has none: the task was cancelled, or interrupted."""


class TaskFailed(RuntimeError):  # noqa: N818  # as above
    """The result of a task was asked for, and it has none: the task raised.

    `__cause__` is what it raised. That exception also leaves the task's block, in a group.
    """


class TaskGroupClosed(RuntimeError):  # noqa: N818  # as above
    """A task was to be started in a block that has ended."""


class _State(enum.Enum):
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@final
@attrs.define(eq=False, repr=False)
class Task(Generic[R_co]):
    """A running function whose result can be waited for. Made by `TaskGroup.start_soon`.

    It belongs to its block, which waits for it, so a handle can be dropped without harm.
    """

    _name: str
    _scope: trio.CancelScope = attrs.field(factory=trio.CancelScope, init=False)
    _ended: trio.Event = attrs.field(factory=trio.Event, init=False)
    _state: _State = attrs.field(default=_State.RUNNING, init=False)
    _value: tuple[R_co] | None = attrs.field(default=None, init=False)
    _error: Exception | None = attrs.field(default=None, init=False)
    _started: object = attrs.field(default=None, init=False)

    @property
    def name(self) -> str:
        """The name of the task's function."""
        return self._name

    @property
    def done(self) -> bool:
        """Whether the task has ended: with a result, by failing, or by cancellation."""
        return self._state is not _State.RUNNING

    @property
    def result(self) -> R_co:
        """What the task's function returned.

        Raises:
            TaskNotDone: The task is still running; `wait()` waits for it.
            TaskCancelled: It was cancelled before it had a result.
            TaskFailed: It raised; the cause is what it raised.
        """
        if self._value is not None:
            return self._value[0]
        if self._state is _State.RUNNING:
            msg = f"task {self._name} is still running: await task.wait()"
            raise TaskNotDone(msg)
        if self._state is _State.CANCELLED:
            msg = f"task {self._name} was cancelled before it had a result"
            raise TaskCancelled(msg)
        msg = f"task {self._name} failed"
        raise TaskFailed(msg) from self._error

    @property
    def started(self) -> object:
        """What the function gave to ``task_status.started()``, for a task of `TaskGroup.start`; else None."""
        return self._started

    async def wait(self) -> R_co:
        """Wait until the task has ended, and return its result.

        A task that fails cancels its block, and whoever waits inside the block with it: the failure itself
        leaves the block, in a group. Cancelling `wait()` leaves the task alone; `cancel()` ends it. Any
        number of tasks can wait for one.

        Raises:
            TaskCancelled: The task was cancelled before it had a result.
            TaskFailed: The task raised, and the caller is outside its block.
        """
        await self._ended.wait()
        if self._state is _State.FAILED:
            # The failure has cancelled the block by now; a caller inside it must see that, not this.
            await trio.lowlevel.checkpoint()
        return self.result

    def cancel(self) -> None:
        """Cancel the task; the rest of its block goes on. Does nothing to a task that has ended.

        The task ends when the cancellation has reached it, so wait for the end of the block, or for `wait()`
        to raise `TaskCancelled`, before counting on its being over.
        """
        self._scope.cancel()

    def __repr__(self) -> str:
        return f"<Task {self._name} {self._state.value}>"

    async def _run_until_started(  # noqa: ASYNC114,ASYNC128  # the function calls it
        self,
        fn: Callable[..., Awaitable[R_co]],
        args: tuple[object, ...],
        kwargs: dict[str, object],
        *,
        task_status: trio.TaskStatus[object],
    ) -> None:
        await self._run(invoke(fn, *args, **kwargs, task_status=task_status))

    async def _run(self, awaitable: Awaitable[R_co]) -> None:
        state: _State = _State.CANCELLED
        value: tuple[R_co] | None = None
        try:
            with self._scope:
                value = (await awaitable,)
                state = _State.DONE
        except Exception as error:
            state = _State.FAILED
            self._error = error
            raise
        finally:
            self._state, self._value = state, value
            self._ended.set()
            # The error holds this frame by its traceback; the frame must not hold the error by its task.
            del self, awaitable, value


@final
@attrs.define(eq=False, repr=False)
class TaskGroup:
    """The inside of an `open_task_group()` block: where its tasks are started."""

    _nursery: trio.Nursery
    _closed: bool = attrs.field(default=False, init=False)

    def start_soon(self, fn: Callable[P, Awaitable[R]], /, *args: P.args, **kwargs: P.kwargs) -> Task[R]:
        """Start `fn(*args, **kwargs)` as a task of this block, and return its handle at once.

        Like `trio.Nursery.start_soon`, with keyword arguments, and with a typed result. `fn` is called here,
        so arguments that do not fit it are an error at this line; it runs from the next checkpoint on.
        Tasks of the block may start others.

        Raises:
            TaskGroupClosed: The block has ended.
            TypeError: `fn` is a coroutine object or no async function, or the arguments do not fit it.
        """
        check_function(fn, "start_soon")
        if self._closed:
            self._refuse(fn)
        awaitable = invoke(fn, *args, **kwargs)
        task: Task[R] = Task(describe(fn))
        try:
            self._nursery.start_soon(task._run, awaitable, name=fn)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # its other half
        except RuntimeError as error:  # the nursery has just closed
            if isinstance(awaitable, CoroutineType):
                awaitable.close()
            self._refuse(fn, error)
        return task

    async def start(self, fn: Callable[..., Awaitable[R]], /, *args: object, **kwargs: object) -> Task[R]:
        """Start ``fn(*args, **kwargs, task_status=...)`` as a task of this block, once it says it is ready.

        Like `trio.Nursery.start`: this waits until the function calls ``task_status.started(value)``, and the
        value is then the handle's `Task.started`. What it raises before that is raised here, and does not end
        the block; cancelling `start` before that cancels the function.

        Raises:
            TaskGroupClosed: The block has ended.
            TypeError: `fn` is a coroutine object or no async function, or the arguments do not fit it.
            RuntimeError: The function ended without a call of ``task_status.started()``.
        """
        check_function(fn, "start")
        if self._closed:
            self._refuse(fn)
        task: Task[R] = Task(describe(fn))
        task._started = await self._nursery.start(task._run_until_started, fn, args, kwargs, name=fn)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # its other half
        return task

    def _refuse(self, fn: object, cause: Exception | None = None) -> NoReturn:
        msg = f"{describe(fn)} cannot be started: its task group's block has ended"
        raise TaskGroupClosed(msg) from cause

    def __repr__(self) -> str:
        state = "closed" if self._closed else f"{len(self._nursery.child_tasks)} running"
        return f"<TaskGroup {state}>"


@final
@attrs.define(eq=False, repr=False)
class _Block:
    """The manager behind `open_task_group()`."""

    _nest: Nest = attrs.field(factory=lambda: Nest(unwrap=False), init=False)
    _group: TaskGroup | None = attrs.field(default=None, init=False)

    @trio.lowlevel.enable_ki_protection
    async def __aenter__(self) -> TaskGroup:
        self._group = TaskGroup(await self._nest.__aenter__())
        return self._group

    @trio.lowlevel.enable_ki_protection
    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool | None:
        try:
            return await self._nest.__aexit__(kind, error, trace)  # noqa: ASYNC102  # the nursery's own exit
        finally:
            del error, trace
            if self._group is not None:
                self._group._closed = True  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # its other half


def open_task_group() -> AbstractAsyncContextManager[TaskGroup]:
    """Open a block whose tasks have results.

    ::

        async with open_task_group() as group:
            a = group.start_soon(fetch, "a")
            b = group.start_soon(fetch, "b", retries=3)
        print(a.result, b.result)

    The block ends when its body and all its tasks have ended. Cancelling it from outside cancels them all.

    An exception of the body cancels the tasks, and leaves the block as itself. A task that fails cancels
    the body and the other tasks, and its exception leaves the block in an `ExceptionGroup`, together with
    whatever else failed (the body's exception too, if both did): catch it with ``except*``.
    """
    return _Block()
