"""What the tests of fan-out share: work that keeps account, and inputs of every kind."""

from __future__ import annotations

import math

import pytest
import trio

from triopenai.concurrency import map_failure

MODES = pytest.mark.parametrize("ordered", [True, False], ids=["ordered", "as_completed"])
INPUTS = pytest.mark.parametrize("kind", ["list", "iterator", "generator", "channel", "object"])


class Work:
    """An async function that keeps account of its calls: `double(item)` after `delay(item)` seconds."""

    def __init__(self, delay=lambda _: 1.0, error_at=None, error=ValueError):
        self.delay = delay
        self.error_at = error_at
        self.error = error
        self.started = []
        self.finished = []
        self.running = 0
        self.most_running = 0

    async def __call__(self, item):
        self.started.append(item)
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        try:
            await trio.sleep(self.delay(item))
            if item == self.error_at:
                raise self.error(item)
            self.finished.append(item)
            return item * 2
        finally:
            self.running -= 1


def found_failure(error):
    failure = map_failure(error)
    assert failure is not None
    return failure


class BrokenInputError(Exception):
    pass


class Input:
    """An async iterator that tells how far it was read, and whether it was closed."""

    def __init__(self, items, error_at=None):
        self.items = iter(items)
        self.error_at = error_at
        self.pulled = 0
        self.closed = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        await trio.lowlevel.checkpoint()
        for item in self.items:
            if item == self.error_at:
                raise BrokenInputError
            self.pulled += 1
            return item
        raise StopAsyncIteration

    async def aclose(self):
        self.closed += 1
        await trio.lowlevel.checkpoint()


def as_input(kind, items):
    async def generate():
        for item in items:
            yield item

    if kind == "list":
        return list(items)
    if kind == "iterator":
        return iter(items)
    if kind == "generator":
        return generate()
    if kind == "channel":
        send, receive = trio.open_memory_channel(math.inf)
        with send:
            for item in items:
                send.send_nowait(item)
        return receive
    return Input(items)


async def take_all(results):
    return [result async for result in results]
