"""The client in synchronous programs."""

from __future__ import annotations

import _thread
import asyncio
import functools
import signal
import threading
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
import trio

from tests.support.bridges import CHAT
from triopenai import APIConnectionError, Client, ClientClosedError, NotFoundError, open_client
from triopenai.bridge import blocking, enter, iterate, open_client_sync, open_sync
from triopenai.testing import faults, open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from triopenai.concurrency import Progress
    from triopenai.testing import Sandbox


@asynccontextmanager
async def _pair() -> AsyncIterator[tuple[Sandbox, Client]]:
    """A client and its sandbox in one Trio run, as connections in memory are for one thread."""
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        yield sandbox, client
        assert sandbox.crashes == ()


@contextmanager
def synchronous() -> Iterator[tuple[Any, Any]]:
    with open_sync(_pair) as (sandbox, client):
        yield sandbox, client


def test_calls_block_and_streams_are_plain_iterators() -> None:
    with synchronous() as (_, client):
        assert client.chat.completions.create(**CHAT).choices[0].message.content
        with client.chat.completions.create(**CHAT, stream=True) as stream:
            assert [*stream][-1].choices[0].finish_reason == "stop"
        with client.responses.stream(model="gpt-5", input="Write") as stream:
            assert next(iter(stream)).type == "response.created"
            assert stream.get_final_response().output_text
        with pytest.raises(NotFoundError):
            client.models.retrieve("no-such-model")
        assert client.models.with_raw_response.retrieve("gpt-4").parse().id == "gpt-4"
        assert client.statistics().active == 0
        assert isinstance(client, Client)


def test_lists_are_iterated_or_used_as_their_first_page() -> None:
    with synchronous() as (sandbox, client):
        for number in range(3):
            client.files.create(file=(f"{number}.txt", b"x"), purpose="assistants")
        assert len([*client.files.list(limit=2)]) == 3
        before = len(sandbox.requests)
        page = client.files.list(limit=2)
        assert len(page.data) == 2
        assert page.has_next_page()
        assert len(sandbox.requests) == before + 1
        assert len(client.files.list(limit=2).get_next_page().data) == 1
        assert [len(each.data) for each in client.files.list(limit=2).iter_pages()] == [2, 1]


def test_plain_functions_fan_out_in_threads() -> None:
    with synchronous() as (_, client):
        threads: set[int] = set()

        def ask(question: str) -> str:
            threads.add(threading.get_ident())
            answer: str = client.responses.create(model="gpt-5", input=question).output_text
            return answer

        told: list[Progress] = []
        answers = client.map(ask, ["a", "b", "c"], limit=3, on_progress=told.append)
        assert len(answers) == told[-1].done == 3
        with client.map_each(ask, (letter for letter in "abc"), limit=2) as results:
            assert [*results] == answers
        assert threading.get_ident() not in threads
        assert client.start_soon(ask, "a").wait() == answers[0]
        assert client.gather(functools.partial(ask, "b"), lambda: ask("c")) == tuple(answers[1:])


def test_failure_in_a_fan_out_cancels_the_calls_of_its_threads() -> None:
    with synchronous() as (sandbox, client):
        sandbox.faults.add(faults.stall(), path="/responses")
        waiting = threading.Event()

        def work(item: str) -> None:
            if item == "waits":
                waiting.set()
                client.responses.create(model="gpt-5", input="x")
            waiting.wait()
            client.models.retrieve("no-such-model")

        with pytest.raises(NotFoundError) as caught:
            client.map(work, ["waits", "fails"], limit=2)
        assert not any("at the same time" in note for note in caught.value.__notes__)
        assert client.statistics().active == 0


def test_failing_task_ends_the_block_at_its_next_call() -> None:
    failing = threading.Event()

    def fail() -> None:
        failing.wait()
        raise LookupError(1)

    with pytest.raises(ExceptionGroup) as caught, synchronous() as (sandbox, client):  # noqa: ASYNC401  # as users do
        sandbox.faults.add(faults.stall())
        client.start_soon(fail)
        failing.set()
        client.chat.completions.create(**CHAT)
    assert caught.group_contains(LookupError, match="1")
    assert not caught.group_contains(ClientClosedError)


def test_leaving_waits_for_what_tasks_ask_of_the_client() -> None:
    got: list[Any] = []
    left = threading.Event()

    def ask() -> None:
        left.wait()
        got.append(client.chat.completions.create(**CHAT))
        with client.chat.completions.create(**CHAT, stream=True) as stream:
            got.append([*stream][-1])

    with synchronous() as (_, client):
        client.start_soon(ask)
        client.start_soon(left.set)
    assert len(got) == 2
    with pytest.raises(ClientClosedError):
        client.models.list()


def test_async_functions_are_refused() -> None:
    async def work(_: int) -> None: ...

    with synchronous() as (_, client), pytest.raises(TypeError, match="plain ones"):
        client.map(work, [1], limit=1)


def send_interrupt() -> None:
    main = threading.main_thread().ident
    assert main is not None
    signal.pthread_kill(main, signal.SIGINT)


# The second is like a signal that comes right before the main thread waits: it wakes nobody.
@pytest.mark.parametrize("interrupt", [send_interrupt, _thread.interrupt_main])
def test_interrupt_cancels_the_call_it_hits(interrupt: Callable[[], None]) -> None:
    def interrupt_when_asked(sandbox: Sandbox) -> None:
        while not sandbox.requests:
            pass
        interrupt()

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with synchronous() as (sandbox, client):
            sandbox.faults.add(faults.stall())
            watcher = threading.Thread(target=interrupt_when_asked, args=(sandbox,))
            watcher.start()
            with pytest.raises(KeyboardInterrupt):
                client.chat.completions.create(**CHAT)
            watcher.join()
            assert client.statistics().active == 0
            assert client.models.retrieve("gpt-4").id == "gpt-4"
    finally:
        signal.signal(signal.SIGINT, before)


def test_many_threads_may_use_a_client() -> None:
    with synchronous() as (sandbox, client):
        found: list[str] = []

        def fetch() -> None:
            found.append(client.models.retrieve("gpt-4").id)

        threads = [threading.Thread(target=fetch) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == ["gpt-4"] * 20
        assert len(sandbox.requests) == 20


def test_errors_of_the_body_leave_as_they_are_and_close_everything() -> None:
    error = KeyError("body")
    with (
        pytest.raises(KeyError) as caught,
        synchronous() as (_, client),
        client.chat.completions.create(**CHAT, stream=True),
    ):
        raise error
    assert caught.value is error
    with pytest.raises(ClientClosedError, match="has ended"):
        client.models.retrieve("gpt-4")
    assert "triopenai" not in {thread.name for thread in threading.enumerate()}


def test_event_loops_are_told_of_what_does_not_stop_them() -> None:
    async def main() -> None:
        with pytest.raises(RuntimeError, match="open_bridge"), open_client_sync(api_key="sk"):
            pass

    asyncio.run(main())
    with synchronous() as (_, client):

        async def misuse() -> None:
            with pytest.raises(RuntimeError, match="event loop"):
                client.models.list()

        asyncio.run(misuse())


async def test_trio_programs_are_told_to_use_the_client_itself() -> None:
    with pytest.raises(RuntimeError, match=r"open_client\(\) with Trio"), open_client_sync(api_key="sk"):
        pass


def test_callback_that_would_wait_for_itself_is_refused() -> None:
    with synchronous() as (_, client):

        def tell(_: object) -> None:
            client.models.list()

        def nothing(_: int) -> None: ...

        with pytest.raises(RuntimeError, match="callback"):
            client.map(nothing, [1], limit=1, on_progress=tell)


def test_run_that_cannot_begin_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> NoReturn:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(trio, "run", fail)
    with pytest.raises(OSError, match="Too many open files"), open_client_sync(api_key="sk"):
        pass
    assert "triopenai" not in {thread.name for thread in threading.enumerate()}


def test_typed_forms_give_what_they_are_given() -> None:
    with synchronous() as (_, client):
        assert blocking(client.models.retrieve)("gpt-4").id == "gpt-4"
        with enter(client.chat.completions.create(**CHAT, stream=True)) as stream:
            assert [*iterate(stream)][-1].choices[0].finish_reason == "stop"
        assert "gpt-4" in [model.id for model in iterate(client.models.list())]
        for form in (blocking, enter, iterate):
            with pytest.raises(TypeError, match=r"open_client_sync\(\) gave, not <function"):
                form(synchronous)  # type: ignore[arg-type]  # the point of it


def test_function_may_open_a_client_of_its_own() -> None:
    def ask(options: dict[str, Any]) -> str:
        with open_client_sync(**options) as own:
            text: str = own.responses.create(model="gpt-5", input="Hello").output_text
            return text

    with open_sync(open_sandbox, port=0) as sandbox, open_client_sync(**sandbox.client_options) as client:
        answers = client.map(ask, [sandbox.client_options] * 2, limit=2)
        assert [ask(sandbox.client_options)] * 2 == answers


def test_options_are_those_of_the_client() -> None:
    with open_client_sync(api_key="sk", base_url="http://127.0.0.1:9/v1", max_retries=0) as client:
        assert client.base_url == "http://127.0.0.1:9/v1"
        with pytest.raises(APIConnectionError):
            client.models.list().data  # noqa: B018  # asks for the page
    with pytest.raises(TypeError, match="no_such_option"):
        open_client_sync(no_such_option=1).__enter__()  # type: ignore[call-arg]  # the point of it
