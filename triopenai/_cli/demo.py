"""``triopenai demo``: what the library does, in a few seconds, with the code that does it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, final

import attrs
import trio

from triopenai._api import Client, open_client
from triopenai._base.errors import APIStatusError
from triopenai.testing import open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from triopenai._cli.screen import Screen

__all__ = ["DEFAULT_MODEL", "demo"]

DEFAULT_MODEL: Final = "gpt-4o-mini"
AT_ONCE: Final = 5
DEADLINE: Final = 0.5
PAGE: Final = 3
FILES: Final = 8
SANDBOX_LATENCY: Final = 0.005
SANDBOX_SPEED: Final = 100.0
AREAS: Final = ("chat", "responses")
STORY: Final = "Tell a short story about a lighthouse."

QUESTIONS: Final = (
    "Why is the sky blue?",
    "How far away is the Moon?",
    "What does a trio play?",
    "Why do cats purr?",
    "How deep is the sea?",
    "Who invented the bicycle?",
    "What is a prime number?",
    "Why do leaves fall?",
    "How do bees find home?",
    "What is the oldest tree?",
    "Why is glass transparent?",
    "How hot is lightning?",
    "What do whales sing?",
    "Why do we dream?",
    "How are pearls made?",
    "What makes bread rise?",
    "Why do stars twinkle?",
    "How does a compass work?",
    "What is inside a comet?",
    "Why is the sea salty?",
)


@final
@attrs.frozen
class _Show:
    """What every part of the demo needs."""

    client: Client
    screen: Screen
    model: str


async def demo(screen: Screen, *, live: bool = False, model: str = DEFAULT_MODEL) -> None:
    """Show it all on `screen`: against a sandbox in this process, or with `live` against the real API.

    Raises:
        MissingCredentialsError: `live`, and the environment has no key.
        OpenAIError: A call failed that was not meant to.
    """
    where = "the real API" if live else "a sandbox in this process, which makes its answers up"
    screen.text(f"triopenai, talking to {where}.")
    try:
        async with _open(live=live) as client:
            show = _Show(client, screen, model)
            await _completion(show)
            await _story(show)
            await _questions(show)
            await _listing(show, seed=not live)
            await _error(show)
            await _deadline(show)
            _statistics(show)
    finally:
        screen.end()  # wherever Ctrl-C came


@asynccontextmanager
async def _open(*, live: bool) -> AsyncGenerator[Client, None]:
    if live:
        async with open_client(preload=AREAS) as client:
            yield client
        return
    async with (
        open_sandbox(latency=SANDBOX_LATENCY, tokens_per_second=SANDBOX_SPEED) as sandbox,
        open_client(**sandbox.client_options, preload=AREAS) as client,
    ):
        yield client


async def _completion(show: _Show) -> None:
    show.screen.heading("A completion", "await client.chat.completions.create(...)")
    show.screen.text(f"You:   {QUESTIONS[0]}")
    reply = await show.client.chat.completions.create(
        model=show.model, messages=[{"role": "user", "content": QUESTIONS[0]}]
    )
    show.screen.text(f"Model: {reply.choices[0].message.content}")


async def _story(show: _Show) -> None:
    show.screen.heading("A story, streamed as it comes", "async for event in stream: ...")
    begin = trio.current_time()
    stream = await show.client.responses.create(model=show.model, input=STORY, stream=True)
    first = None
    async with stream:
        async for event in stream:
            if event.type == "response.output_text.delta":
                first = first or trio.current_time()
                show.screen.write(event.delta)
    show.screen.end()
    now = trio.current_time()
    show.screen.note(f"(first word after {(first or now) - begin:.2f} s, last after {now - begin:.2f} s)")


async def _questions(show: _Show) -> None:
    show.screen.heading(
        f"{len(QUESTIONS)} questions, {AT_ONCE} at a time",
        f"async with client.map_each(ask, questions, limit={AT_ONCE}, ordered=False) as answers:",
    )

    async def ask(question: str) -> tuple[str, str, float]:
        begin = trio.current_time()
        pieces: list[str] = []
        stream = await show.client.chat.completions.create(
            model=show.model, messages=[{"role": "user", "content": question}], stream=True
        )
        async with stream:
            async for chunk in stream:
                pieces.extend(choice.delta.content or "" for choice in chunk.choices)
        return question, "".join(pieces), trio.current_time() - begin

    begin = trio.current_time()
    spent = 0.0
    with show.screen.progress(len(QUESTIONS)) as progress:
        async with show.client.map_each(ask, QUESTIONS, limit=AT_ONCE, ordered=False) as answers:
            async for question, answer, seconds in answers:
                spent += seconds
                progress.step(f"{question} {' '.join(answer.split())}")
    took = trio.current_time() - begin
    show.screen.note(f"({spent:.1f} s of answering in {took:.1f} s)")


async def _listing(show: _Show, *, seed: bool) -> None:
    show.screen.heading(
        "A listing over several pages", f"async for file in client.files.list(limit={PAGE}): ..."
    )
    if seed:
        for number in range(1, FILES + 1):
            content = f"chapter {number}\n".encode() * number
            await show.client.files.create(file=(f"chapter-{number}.txt", content), purpose="user_data")
    pages = 0
    async for page in show.client.files.list(limit=PAGE).iter_pages():
        pages += 1
        names = [file.filename for file in page.data]
        show.screen.text(f"Page {pages}: {', '.join(names) or 'empty'}")
        if pages == FILES:
            show.screen.note("(and so on)")
            break


async def _error(show: _Show) -> None:
    show.screen.heading("An error handled", "except NotFoundError as error: ...")
    try:
        await show.client.models.retrieve("no-such-model")
    except APIStatusError as error:
        show.screen.text(f"{type(error).__name__}: {error.message}")
        show.screen.table(
            [
                ("status_code", str(error.status_code)),
                ("code", str(error.code)),
                ("request_id", str(error.request_id)),
            ]
        )


async def _deadline(show: _Show) -> None:
    show.screen.heading("A deadline met", f"with trio.move_on_after({DEADLINE}) as scope: ...")
    words = 0
    begin = trio.current_time()
    with trio.move_on_after(DEADLINE) as scope:
        stream = await show.client.responses.create(model=show.model, input=STORY, stream=True)
        async with stream:
            async for event in stream:
                if event.type == "response.output_text.delta":
                    words += 1
                    show.screen.write(event.delta)
    show.screen.end()
    took = trio.current_time() - begin
    outcome = "stopped" if scope.cancelled_caught else "the story was done"
    show.screen.note(f"({outcome} after {took:.2f} s and {words} pieces; its connection is closed)")


def _statistics(show: _Show) -> None:
    show.screen.heading("The connections", "client.statistics()")
    statistics = show.client.statistics()
    show.screen.table(
        [
            ("requests sent", str(statistics.requests)),
            ("connections opened", str(statistics.opened)),
            ("requests on a used one", str(statistics.reused)),
            ("connections closed", str(statistics.closed)),
            ("idle now", str(statistics.idle)),
        ]
    )
