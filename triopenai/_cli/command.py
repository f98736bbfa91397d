"""The command line: what can be said, and who does it."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

import trio

from triopenai._cli.report import exit_code

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

__all__ = ["build_parser", "main"]

DEFAULT_PORT: Final = 8080
MAX_PORT: Final = 65535


def build_parser() -> argparse.ArgumentParser:
    """Describe the commands and their options."""
    parser = argparse.ArgumentParser(
        prog="triopenai",
        description="The OpenAI API for Trio, from the command line.",
        epilog="Colours and a progress bar need the `cli` extra: pip install 'triopenai[cli]'.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    about = "show what the library does, in a few seconds and with no key"
    demo = commands.add_parser("demo", help=about, description=_sentence(about))
    demo.add_argument("--live", action="store_true", help="talk to the real API (OPENAI_API_KEY)")
    demo.add_argument("--model", help="the model to ask (default: gpt-4o-mini)")
    demo.set_defaults(prepare=_prepare_demo)

    about = "ask one question, and write the answer as it comes"
    chat = commands.add_parser("chat", help=about, description=_sentence(about))
    chat.add_argument("prompt", nargs="*", metavar="PROMPT", help="the question; piped text follows it")
    chat.add_argument("--model", default="gpt-5-mini", help="the model to ask (default: %(default)s)")
    chat.add_argument("--base-url", metavar="URL", help="another server (default: OPENAI_BASE_URL)")
    chat.set_defaults(prepare=_prepare_chat)

    about = "serve a made-up OpenAI API on a port, for programs in any language"
    sandbox = commands.add_parser("sandbox", help=about, description=_sentence(about))
    sandbox.add_argument(
        "--port", type=_port, default=DEFAULT_PORT, help="0 picks a free one (default: %(default)s)"
    )
    sandbox.add_argument("--host", default="127.0.0.1", help="the address (default: %(default)s)")
    sandbox.add_argument(
        "--latency", type=float, default=0.0, metavar="SECONDS", help="wait before each answer"
    )
    sandbox.add_argument(
        "--tokens-per-second", type=float, metavar="N", help="how fast streams come (default: at once)"
    )
    sandbox.set_defaults(prepare=_prepare_sandbox)
    return parser


def _sentence(about: str) -> str:
    return about[0].upper() + about[1:] + "."


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= MAX_PORT:
        msg = f"must be between 0 and {MAX_PORT}, not {port}"
        raise argparse.ArgumentTypeError(msg)
    return port


# Each command loads what it needs and no more, so that `--help` is quick.


def _prepare_demo(options: argparse.Namespace) -> Callable[[], Awaitable[None]]:
    from triopenai._cli.demo import DEFAULT_MODEL, demo  # noqa: PLC0415  # each command loads its own
    from triopenai._cli.screen import choose_screen  # noqa: PLC0415  # as above

    screen = choose_screen(sys.stdout)
    return partial(demo, screen, live=options.live, model=options.model or DEFAULT_MODEL)


def _prepare_chat(options: argparse.Namespace) -> Callable[[], Awaitable[None]]:
    from triopenai._cli.chat import chat, read_prompt  # noqa: PLC0415  # as above

    prompt = read_prompt(options.prompt, sys.stdin)
    return partial(chat, prompt, model=options.model, base_url=options.base_url)


def _prepare_sandbox(options: argparse.Namespace) -> Callable[[], Awaitable[None]]:
    from triopenai._cli.serve import serve  # noqa: PLC0415  # as above

    return partial(
        serve,
        host=options.host,
        port=options.port,
        latency=options.latency,
        tokens_per_second=options.tokens_per_second,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: The command line without the program's name. Default: this process's.

    Returns:
        The exit code: 0; 1 if the command failed; 2 if it could not be understood; 130 after Ctrl-C.

    Raises:
        SystemExit: After ``--help``, or of a command line that cannot be understood.
    """
    options = build_parser().parse_args(arguments)
    try:
        trio.run(options.prepare(options))
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt, BaseExceptionGroup) as error:  # noqa: BLE001  # what has no code goes on
        return exit_code(error, options.command)
    return 0
