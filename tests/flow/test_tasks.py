from __future__ import annotations

import inspect
import traceback
from functools import partial

import pytest
import trio
from pytest import RaisesExc, RaisesGroup  # noqa: PT013  # read like the built-ins they test
from trio.testing import assert_checkpoints, wait_all_tasks_blocked

from triopenai.concurrency import (
    Task,
    TaskCancelled,
    TaskFailed,
    TaskGroupClosed,
    TaskNotDone,
    open_task_group,
)


async def echo(value, *, after=0.0):
    await trio.sleep(after)
    return value


async def fail(error, *, after=0.0):
    await trio.sleep(after)
    raise error


async def fail_at_once(error):
    raise error


async def test_tasks_have_results_during_and_after_the_block(autojump_clock):
    async with open_task_group() as group:
        slow = group.start_soon(echo, "slow", after=2)
        quick = group.start_soon(echo, "quick", after=1)
        assert await quick.wait() == "quick"
        assert trio.current_time() == 1
        assert not slow.done
    assert trio.current_time() == 2
    assert (slow.result, quick.result) == ("slow", "quick")
    assert await slow.wait() == "slow"


async def test_none_is_a_result():
    async with open_task_group() as group:
        task = group.start_soon(echo, None)
    assert task.done
    assert task.result is None


async def test_result_of_a_running_task_is_refused():
    async with open_task_group() as group:
        task = group.start_soon(echo, 1)
        with pytest.raises(TaskNotDone, match="echo is still running"):
            _ = task.result


async def test_wait_is_a_checkpoint_even_when_done():
    async with open_task_group() as group:
        task = group.start_soon(echo, 1)
        await task.wait()
        with assert_checkpoints():
            await task.wait()


async def test_many_tasks_wait_for_one(autojump_clock):
    async with open_task_group() as group:
        source = group.start_soon(echo, 7, after=1)
        waiters = [group.start_soon(source.wait) for _ in range(3)]
    assert [task.result for task in waiters] == [7, 7, 7]


async def test_cancelling_wait_leaves_the_task_alone(autojump_clock):
    async with open_task_group() as group:
        task = group.start_soon(echo, 1, after=2)
        with trio.move_on_after(1) as scope:
            await task.wait()
        assert scope.cancelled_caught
    assert task.result == 1


async def test_cancel_ends_one_task_and_leaves_the_others(autojump_clock):
    async with open_task_group() as group:
        doomed = group.start_soon(echo, 1, after=100)
        other = group.start_soon(echo, 2, after=1)
        doomed.cancel()
        with pytest.raises(TaskCancelled, match="echo was cancelled"):
            await doomed.wait()
    assert other.result == 2
    assert trio.current_time() == 1
    with pytest.raises(TaskCancelled):
        _ = doomed.result


async def test_cancel_does_nothing_to_a_task_that_has_ended():
    async with open_task_group() as group:
        task = group.start_soon(echo, 1)
        await task.wait()
        task.cancel()
    assert task.result == 1


async def test_a_value_returned_in_spite_of_cancellation_counts():
    async def stubborn():
        try:
            await trio.sleep_forever()
        finally:
            return "anyway"  # noqa: B012  # the point of the test

    async with open_task_group() as group:
        task = group.start_soon(stubborn)
        await wait_all_tasks_blocked()
        task.cancel()
    assert task.result == "anyway"


async def test_a_failing_task_cancels_the_block_and_leaves_in_a_group(autojump_clock):
    with RaisesGroup(RaisesExc(ValueError, match="^broken$")) as raised:
        async with open_task_group() as group:
            failing = group.start_soon(fail, ValueError("broken"), after=1)
            other = group.start_soon(echo, 1, after=100)
            await trio.sleep_forever()
    assert trio.current_time() == 1
    (error,) = raised.value.exceptions
    assert traceback.extract_tb(error.__traceback__)[-1].name == "fail"
    assert error.__context__ is None
    with pytest.raises(TaskFailed) as failed:
        _ = failing.result
    assert failed.value.__cause__ is error
    with pytest.raises(TaskCancelled):
        _ = other.result


async def test_waiting_inside_the_block_is_cancelled_by_a_failure():
    seen = []
    with RaisesGroup(ValueError):
        async with open_task_group() as group:
            task = group.start_soon(fail, ValueError("broken"))
            try:
                await task.wait()
            except BaseException as error:
                seen.append(error)
                raise
    assert [type(error) for error in seen] == [trio.Cancelled]


async def test_waiting_outside_the_block_tells_of_a_failure():
    error = ValueError("broken")

    async def wait_for(tasks):
        with pytest.raises(TaskFailed) as raised:
            await tasks[0].wait()
        assert raised.value.__cause__ is error

    with RaisesGroup(ValueError):
        async with open_task_group() as group:
            tasks = [group.start_soon(fail, error, after=0)]
            with trio.CancelScope(shield=True):  # as good as outside: the block's cancellation stays away
                await wait_for(tasks)


async def test_an_error_of_the_body_leaves_as_itself(autojump_clock):
    error = KeyError("body")
    with pytest.raises(KeyError) as raised:
        async with open_task_group() as group:
            task = group.start_soon(echo, 1, after=100)
            raise error
    assert raised.value is error
    assert error.__context__ is None
    assert [frame.name for frame in traceback.extract_tb(error.__traceback__)] == [
        "test_an_error_of_the_body_leaves_as_itself"
    ]
    assert trio.current_time() == 0
    with pytest.raises(TaskCancelled):
        _ = task.result


@pytest.mark.parametrize(
    "error",
    [StopIteration(1), StopAsyncIteration(), KeyboardInterrupt(), ExceptionGroup("own", [OSError()])],
    ids=lambda error: type(error).__name__,
)
async def test_any_error_of_the_body_leaves_as_itself(error):
    with pytest.raises(type(error)) as raised:
        async with open_task_group() as group:
            group.start_soon(trio.sleep_forever)
            raise error
    assert raised.value is error


async def test_body_and_task_failing_leave_in_one_group():
    with RaisesGroup(ValueError, KeyError):
        async with open_task_group() as group:
            group.start_soon(fail, ValueError())
            try:
                await trio.sleep_forever()
            finally:
                raise KeyError


async def test_all_failing_tasks_leave_in_one_group():
    with RaisesGroup(ValueError, KeyError, OSError):
        async with open_task_group() as group:
            for error in (ValueError(), KeyError(), OSError()):
                group.start_soon(fail_at_once, error)


async def test_an_interrupted_task_has_no_result():
    with RaisesGroup(KeyboardInterrupt):
        async with open_task_group() as group:
            task = group.start_soon(fail, KeyboardInterrupt())
    with pytest.raises(TaskCancelled):
        _ = task.result


@pytest.mark.parametrize("body_waits", [True, False])
async def test_cancellation_from_outside_leaves_as_one_cancelled(body_waits):
    seen = []
    with trio.CancelScope() as scope:
        try:
            async with open_task_group() as group:
                group.start_soon(trio.sleep_forever)
                group.start_soon(trio.sleep_forever)
                await wait_all_tasks_blocked()
                scope.cancel()
                if body_waits:
                    await trio.sleep_forever()
        except BaseException as error:
            seen.append(type(error))
            raise
    assert scope.cancelled_caught
    assert seen == [trio.Cancelled]


async def test_an_error_of_the_body_wins_over_cancellation():
    error = KeyError("body")
    with trio.CancelScope() as scope, pytest.raises(KeyError) as raised:
        async with open_task_group() as group:
            group.start_soon(trio.sleep_forever)
            await wait_all_tasks_blocked()
            scope.cancel()
            raise error
    assert raised.value is error


async def test_a_tasks_error_wins_over_cancellation():
    async def fail_late():
        try:
            await trio.sleep_forever()
        finally:
            raise ValueError

    with RaisesGroup(ValueError), trio.CancelScope() as scope:
        async with open_task_group() as group:
            group.start_soon(fail_late)
            group.start_soon(trio.sleep_forever)
            await wait_all_tasks_blocked()
            scope.cancel()


async def test_tasks_start_tasks_after_the_body_has_ended(autojump_clock):
    late = []

    async def parent(group):
        await trio.sleep(1)
        late.append(group.start_soon(echo, "child", after=1))

    async with open_task_group() as group:
        group.start_soon(parent, group)
    assert trio.current_time() == 2
    assert late[0].result == "child"


async def test_start_soon_after_the_block_is_refused():
    async with open_task_group() as group:
        pass
    with pytest.raises(TaskGroupClosed, match="echo cannot be started"):
        group.start_soon(echo, 1)
    assert repr(group) == "<TaskGroup closed>"


async def test_start_soon_in_the_moment_of_closing_is_refused_without_a_warning():
    refused: list[TaskGroupClosed] = []

    class StartAtTheEnd(trio.abc.Instrument):
        def task_exited(self, task):
            with pytest.raises(TaskGroupClosed) as raised:
                group.start_soon(echo, 1)
            refused.append(raised.value)

    instrument = StartAtTheEnd()
    async with open_task_group() as group:
        group.start_soon(echo, 1)
        trio.lowlevel.add_instrument(instrument)
    trio.lowlevel.remove_instrument(instrument)
    assert isinstance(refused[0].__cause__, RuntimeError)


async def test_a_coroutine_object_is_named_and_closed():
    async with open_task_group() as group:
        coroutine = echo(1)
        with pytest.raises(TypeError, match=r"write start_soon\(echo, \.\.\.\)"):
            group.start_soon(coroutine)  # type: ignore[arg-type]  # the slip under test
        assert inspect.getcoroutinestate(coroutine) == inspect.CORO_CLOSED


@pytest.mark.parametrize(
    ("fn", "message"),
    [
        (None, "takes an async function, not NoneType"),
        (len, "len returned int, which cannot be awaited"),
        (partial(partial(len)), "len returned int"),
    ],
)
async def test_what_is_no_async_function_is_refused(fn, message):
    async with open_task_group() as group:
        with pytest.raises(TypeError, match=message):
            group.start_soon(fn, [])


async def test_arguments_that_do_not_fit_are_an_error_at_the_call():
    async with open_task_group() as group:
        with pytest.raises(TypeError, match="unexpected keyword argument 'wrong'"):
            group.start_soon(echo, 1, wrong=2)  # type: ignore[call-arg]  # the slip under test


async def test_any_awaitable_object_will_do():
    class Page:
        def __await__(self):
            return echo("page").__await__()

    async with open_task_group() as group:
        task = group.start_soon(Page)
    assert task.result == "page"


async def test_a_block_is_entered_once():
    block = open_task_group()
    async with block:
        with pytest.raises(RuntimeError, match="entered before"):
            await block.__aenter__()


async def test_repr_tells_the_state():
    async with open_task_group() as group:
        tasks = [group.start_soon(echo, 1), group.start_soon(echo, 1, after=100)]
        assert repr(group) == "<TaskGroup 2 running>"
        assert repr(tasks[0]) == "<Task echo running>"
        tasks[1].cancel()
    assert [repr(task) for task in tasks] == ["<Task echo done>", "<Task echo cancelled>"]
    assert tasks[0].name == "echo"


async def test_tasks_show_under_their_functions_name():
    async with open_task_group() as group:
        task = group.start_soon(trio.sleep_forever)
        (child,) = trio.lowlevel.current_task().child_nurseries[-1].child_tasks
        assert child.name.endswith("sleep_forever")
        task.cancel()


async def test_failures_leave_no_cycles_of_garbage(assert_no_garbage):
    async def int_of(text):
        await trio.lowlevel.checkpoint()
        return int(text)

    async def fail_in_a_task():
        try:
            async with open_task_group() as group:
                task = group.start_soon(int_of, "x")
                group.start_soon(trio.sleep_forever)
                await task.wait()
        except* ValueError:
            pass

    async def fail_in_the_body():
        try:
            async with open_task_group() as group:
                group.start_soon(trio.sleep_forever)
                await int_of("x")
        except ValueError:
            pass

    await assert_no_garbage(fail_in_a_task)
    await assert_no_garbage(fail_in_the_body)


async def test_cancellation_at_every_checkpoint_ends_every_task(cancel_sweep):
    running = 0
    tasks: list[Task[int]] = []

    async def work(value):
        nonlocal running
        running += 1
        try:
            await trio.lowlevel.checkpoint()
            await trio.lowlevel.checkpoint()
            return value
        finally:
            running -= 1

    async def scenario():
        tasks.clear()
        async with open_task_group() as group:
            tasks.extend(group.start_soon(work, value) for value in range(3))
            assert await tasks[0].wait() == 0
            tasks.append(group.start_soon(work, 3))
            await tasks[3].wait()

    def audit():
        assert running == 0
        assert all(task.done for task in tasks)

    assert await cancel_sweep(scenario, audit) > 5
    assert [task.result for task in tasks] == [0, 1, 2, 3]


async def serve(port, *, task_status, until=0.0, error=None):
    await trio.sleep(1)
    if error is not None:
        raise error
    task_status.started(port + 1)
    await trio.sleep(until)
    return "served"


async def test_start_waits_until_the_task_says_so(autojump_clock):
    async with open_task_group() as group:
        task = await group.start(serve, 80, until=5)
        assert trio.current_time() == autojump_clock.current_time()
        assert (task.started, task.done, task.name) == (81, False, "serve")
        assert await task.wait() == "served"


async def test_start_raises_what_the_task_raises_before(autojump_clock):
    async with open_task_group() as group:
        with pytest.raises(ValueError, match="no port"):
            await group.start(serve, 80, error=ValueError("no port"))
        other = group.start_soon(trio.sleep, 1)
    assert other.done


async def test_start_of_a_task_that_fails_later_ends_the_block(autojump_clock):
    async def fail_later(*, task_status):  # noqa: ASYNC114  # waits in no context manager
        task_status.started()
        await trio.sleep(1)
        raise ValueError

    with RaisesGroup(ValueError):
        async with open_task_group() as group:
            task = await group.start(fail_later)
            await trio.sleep(9)
    assert task.started is None
    with pytest.raises(TaskFailed):
        _ = task.result


async def test_start_can_be_cancelled_task_by_task(autojump_clock):
    async with open_task_group() as group:
        task = await group.start(serve, 80, until=99)
        task.cancel()
        with pytest.raises(TaskCancelled):
            await task.wait()


async def test_start_refuses_what_never_says_so(autojump_clock):
    async def forget(*, task_status):  # noqa: ASYNC114, ASYNC128  # the mistake itself
        await trio.sleep(1)

    async with open_task_group() as group:
        with pytest.raises(RuntimeError, match=r"without calling task_status\.started"):
            await group.start(forget)
        with pytest.raises(TypeError, match="unexpected keyword argument 'task_status'"):
            await group.start(trio.sleep, 1)
        with pytest.raises(TypeError, match="coroutine object"):
            await group.start(serve(80, task_status=None))  # type: ignore[arg-type]  # on purpose
    with pytest.raises(TaskGroupClosed, match="serve cannot be started"):
        await group.start(serve, 80)


async def test_start_at_every_checkpoint_can_be_cancelled(cancel_sweep, autojump_clock):
    async def scenario():
        async with open_task_group() as group:
            assert (await group.start(serve, 80, until=2)).started == 81

    assert await cancel_sweep(scenario) > 3
