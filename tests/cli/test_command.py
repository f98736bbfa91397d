from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import asynccontextmanager
from functools import partial

import pytest
import trio

from tests.support.wire import ask
from triopenai import open_client
from triopenai._base.errors import BadRequestError
from triopenai._cli import chat as chat_module
from triopenai._cli import serve as serving
from triopenai._cli.chat import chat, read_prompt
from triopenai._cli.command import main
from triopenai._cli.demo import QUESTIONS, demo
from triopenai._cli.report import exit_code
from triopenai._cli.screen import PlainScreen
from triopenai.testing import Sandbox, open_sandbox

COMMAND = [sys.executable, "-m", "triopenai"]


@pytest.fixture
def no_keys(monkeypatch):
    for name in os.environ:
        if name.startswith("OPENAI_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def sandboxed(monkeypatch):
    """Make `chat` talk to a sandbox of its own, in memory."""

    @asynccontextmanager
    async def open_both(*, base_url):
        assert base_url is None
        async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
            yield client

    monkeypatch.setattr(chat_module, "open_client", open_both)
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def hear_ctrl_c():
    """Shells start background jobs deaf to Ctrl-C, and children inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def start(*arguments, **options):
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")},
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONWARNINGS": "error",
    }
    return subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        preexec_fn=hear_ctrl_c,  # noqa: PLW1509  # as said there, and no thread is running here
        **options,
    )


# demo


async def test_demo_shows_everything_in_a_few_seconds(autojump_clock):
    stream = io.StringIO()
    await demo(PlainScreen(stream))
    text = stream.getvalue()
    assert trio.current_time() < 6
    parts = [
        "makes its answers up",
        "A completion",
        f"You: {QUESTIONS[0]}",
        "A story",
        "Once upon a time.",
        "20 questions, 5 at a time",
        "[ 1/20]",
        "[20/20]",
        "A listing over several pages",
        "Page 1: chapter-",
        "Page 3: chapter-",
        "An error handled",
        "NotFoundError",
        "404",
        "A deadline met",
        "stopped after 0.50 s",
        "The connections",
        "requests sent",
    ]
    position = 0
    for part in parts:
        position = text.find(part, position)
        assert position >= 0, part
    assert all(question in text for question in QUESTIONS)


async def test_demo_uses_few_connections(autojump_clock):
    stream = io.StringIO()
    await demo(PlainScreen(stream))
    opened = re.search(r"connections opened +(\d+)", stream.getvalue())
    assert opened
    assert int(opened[1]) <= 6


def test_demo_runs_as_a_program_within_seconds():
    begin = time.monotonic()
    process = start("demo")
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert "The connections" in out
    assert "\x1b" not in out
    assert "\r" not in out
    assert max(map(len, out.splitlines())) <= 80
    assert time.monotonic() - begin < 30  # 5 or so, with nothing else going on


def test_demo_ends_quietly_when_nobody_reads_it():
    process = start("demo")
    process.stdout.close()
    assert process.wait(timeout=60) == 141
    assert process.stderr.read() == ""
    process.stderr.close()


def test_live_demo_without_a_key_says_what_is_missing(no_keys, capsys):
    assert main(["demo", "--live"]) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("triopenai demo: No API key")
    assert "OPENAI_API_KEY" in captured.err
    assert captured.err.count("\n") == 1


# chat


@pytest.mark.usefixtures("sandboxed")
def test_chat_writes_the_answer(capsys):
    assert main(["chat", "Tell", "me", "a", "story"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("Once upon a time. ")
    assert captured.out.endswith(".\n")
    assert captured.err == ""


@pytest.mark.usefixtures("sandboxed")
def test_chat_reads_what_is_piped_in(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("a story\n"))
    assert main(["chat", "Tell me"]) == 0
    assert capsys.readouterr().out.startswith("Once upon a time. ")


@pytest.mark.usefixtures("sandboxed")
def test_chat_with_nothing_to_ask_says_so(capsys):
    assert main(["chat"]) == 2
    assert capsys.readouterr().err == ("triopenai chat: nothing to ask: give a PROMPT, or pipe text in\n")


@pytest.mark.usefixtures("sandboxed")
def test_chat_reports_an_error_in_one_line(capsys):
    assert main(["chat", "--model", "no-such-model", "Hello"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("triopenai chat: NotFoundError: ")
    assert captured.err.count("\n") == 1


def test_chat_refuses_an_address_that_is_none(no_keys, capsys, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert main(["chat", "--base-url", "nonsense", "Hello"]) == 2
    assert "nonsense" in capsys.readouterr().err


async def test_chat_talks_to_the_server_it_is_told(no_keys, capsys, monkeypatch):
    async with open_sandbox(port=0) as sandbox:
        monkeypatch.setenv("OPENAI_API_KEY", sandbox.api_key)
        await chat("A story", model="gpt-4", base_url=sandbox.base_url)
    assert capsys.readouterr().out.startswith("Once upon a time. ")


def test_a_prompt_comes_from_the_words_and_from_a_file(tmp_path):
    path = tmp_path / "text"
    path.write_text("from a file\n")
    with path.open() as file:
        assert read_prompt(["Read", "this:"], file) == "Read this:\n\nfrom a file"
    with path.open() as file:
        assert read_prompt([], file) == "from a file"


def test_standard_input_that_is_not_piped_is_left_alone():
    with open(os.devnull) as nothing:  # noqa: PTH123  # a device is no path to read
        assert read_prompt(["Hello"], nothing) == "Hello"


# sandbox


def test_sandbox_says_where_it_is_and_stops_on_ctrl_c():
    process = start("sandbox", "--port", "0")
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "Ctrl-C" in line:
            break
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "")
    text = "".join(lines)
    assert re.search(r"^    http://127\.0\.0\.1:\d+/v1$", text, re.MULTILINE)
    assert "    curl http://127.0.0.1:" in text


async def test_sandbox_forgets_requests_that_nobody_looks_at(monkeypatch):
    @asynccontextmanager
    async def watched(**options):
        async with open_sandbox(**options) as sandbox:
            await opened.send(sandbox)
            yield sandbox

    opened, coming = trio.open_memory_channel[Sandbox](1)
    monkeypatch.setattr(serving, "open_sandbox", watched)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(
            partial(serving.serve, host="127.0.0.1", port=0, latency=0, tokens_per_second=None)
        )
        sandbox = await coming.receive()
        for _ in range(250):
            assert (await ask(sandbox, "GET", "/models/gpt-4")).status == 200
        assert len(sandbox.requests) <= 100
        nursery.cancel_scope.cancel()


def test_sandbox_says_that_a_port_is_taken(capsys):
    async def occupy():
        (listener,) = await trio.open_tcp_listeners(0, host="127.0.0.1")
        async with listener:
            port = listener.socket.getsockname()[1]
            return await trio.to_thread.run_sync(main, ["sandbox", "--port", str(port)])

    assert trio.run(occupy) == 1
    assert "triopenai sandbox: Address already in use" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["-1", "65536", "many"])
def test_sandbox_refuses_a_port_that_is_none(port, capsys):
    with pytest.raises(SystemExit) as raised:
        main(["sandbox", f"--port={port}"])
    assert raised.value.code == 2
    assert "--port" in capsys.readouterr().err


# The rest.


@pytest.mark.parametrize("arguments", [[], ["unknown"], ["demo", "--unknown"]])
def test_a_command_that_is_none_is_refused(arguments, capsys):
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2
    assert "usage: triopenai" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["demo"], ["chat"], ["sandbox"]])
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as raised:
        main([*command, "--help"])
    assert raised.value.code == 0
    assert "usage: triopenai" in capsys.readouterr().out


def error_of(status):
    return BadRequestError("wrong", status_code=status)


@pytest.mark.parametrize(
    ("error", "code", "lines"),
    [
        (KeyboardInterrupt(), 130, []),
        (BaseExceptionGroup("", [error_of(400), KeyboardInterrupt()]), 130, []),
        (ExceptionGroup("", [BrokenPipeError(), error_of(400)]), 141, []),
        (error_of(400), 1, ["triopenai demo: BadRequestError: wrong"]),
        (
            ExceptionGroup("", [error_of(400), ExceptionGroup("", [OSError("a\nb")])]),
            1,
            ["triopenai demo: BadRequestError: wrong", "triopenai demo: a b"],
        ),
        (FileNotFoundError(2, "No such file", "x"), 1, ["triopenai demo: No such file: x"]),
        (ValueError("too\nmuch"), 2, ["triopenai demo: too much"]),
    ],
)
def test_an_error_becomes_a_line_and_an_exit_code(error, code, lines, capsys):
    assert exit_code(error, "demo") == code
    assert capsys.readouterr().err.splitlines() == lines


def test_an_error_that_is_a_bug_keeps_its_traceback():
    error = ExceptionGroup("", [error_of(400), ZeroDivisionError()])
    with pytest.raises(ExceptionGroup) as raised:  # noqa: ASYNC401  # the very group is looked at
        exit_code(error, "demo")
    assert raised.value is error
