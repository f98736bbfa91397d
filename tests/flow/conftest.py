from __future__ import annotations

import gc
import itertools

import pytest
import trio


class _CancelAtStep(trio.abc.Instrument):
    """Cancels a scope after the n-th step that any task of the run has made."""

    def __init__(self, scope, steps):
        self.scope = scope
        self.left = steps

    def after_task_step(self, task):
        self.left -= 1
        if self.left == 0:
            self.scope.cancel()


@pytest.fixture
def cancel_sweep():
    """Run a scenario over and over, cancelled at its first checkpoint, its second, and so on to its last.

    `scenario` is an async function that returns nothing and is audited by itself and by `audit`, a function
    called after each run. Returns how many runs it took.
    """

    async def sweep(scenario, audit=lambda: None):
        me = trio.lowlevel.current_task()
        nurseries = me.child_nurseries
        for step in itertools.count(1):
            with trio.CancelScope() as scope:
                instrument = _CancelAtStep(scope, step)
                trio.lowlevel.add_instrument(instrument)
                try:
                    await scenario()
                finally:
                    trio.lowlevel.remove_instrument(instrument)
            assert me.child_nurseries == nurseries
            audit()
            if instrument.left > 0:
                assert not scope.cancelled_caught
                return step
        raise AssertionError

    return sweep


@pytest.fixture
def assert_no_garbage():
    """Assert that running an async function leaves nothing behind that only the cycle collector can free."""

    async def check(scenario):
        await scenario()  # whatever is made once only
        gc.disable()
        gc.freeze()  # to look through what the scenario leaves, and not through all that there is
        old_flags = gc.get_debug()
        try:
            await scenario()
            gc.set_debug(gc.DEBUG_SAVEALL)
            gc.collect()
            assert not gc.garbage
        finally:
            gc.set_debug(old_flags)
            gc.garbage.clear()
            gc.enable()

    return check
