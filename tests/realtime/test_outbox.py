"""The queue of what is to be sent, with a link that takes messages one by one."""

from __future__ import annotations

from typing import Any

import trio
import trio.testing

from triopenai.realtime._outbox import Outbox


class Link:
    """Takes one message, and is closed for good with the next, before the first one's sender goes on."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self.taken: list[str | bytes] = []

    async def send(self, message: str | bytes) -> None:
        if self.taken:
            self._outbox.end()
        self.taken.append(message)
        await trio.lowlevel.checkpoint()


async def test_outbox_tells_what_was_written_though_all_has_ended():
    outbox, answers = Outbox(100), list[bool]()
    link: Any = Link(outbox)
    outbox.set_linked(linked=True)

    async def send() -> None:
        answers.append(await outbox.send("first"))

    async with trio.open_nursery() as nursery:
        nursery.start_soon(send)
        await trio.testing.wait_all_tasks_blocked()
        outbox.put_nowait("second")
        nursery.start_soon(outbox.write_to, link)
        await trio.testing.wait_all_tasks_blocked()
        nursery.cancel_scope.cancel()
    assert link.taken[0] == "first"
    assert answers == [True]


async def test_outbox_tells_what_nobody_will_write():
    outbox, answers = Outbox(100), list[bool]()
    outbox.set_linked(linked=True)

    async def send() -> None:
        answers.append(await outbox.send("kept"))

    async with trio.open_nursery() as nursery:
        nursery.start_soon(send)
        await trio.testing.wait_all_tasks_blocked()
        outbox.end()
    assert answers == [False]
    assert outbox.messages == ["kept"]


async def test_outbox_without_a_link_keeps_what_is_to_be_written_later():
    outbox = Outbox(100)
    assert await outbox.send("later") is True
    assert outbox.messages == ["later"]
