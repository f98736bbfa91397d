"""What a command's failure looks like: a line on standard error, and an exit code."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Final, cast

from triopenai._base.errors import APIError, MissingCredentialsError, OpenAIError

__all__ = ["EXIT_FAILURE", "EXIT_INTERRUPTED", "EXIT_PIPE", "EXIT_USAGE", "exit_code"]

EXIT_FAILURE: Final = 1
EXIT_USAGE: Final = 2
EXIT_INTERRUPTED: Final = 130
EXIT_PIPE: Final = 141


def exit_code(error: BaseException, command: str) -> int:
    """Report the error that ended a command, as a user should see it.

    Returns:
        130 after Ctrl-C and 141 when nobody reads the output, as shells have it; 2 when the command cannot
        be meant as it stands; else 1.

    Raises:
        BaseException: `error`, if it is none that a user could do something about.
    """
    errors = _leaves(error)
    if any(isinstance(leaf, KeyboardInterrupt) for leaf in errors):
        return EXIT_INTERRUPTED
    if any(isinstance(leaf, BrokenPipeError) for leaf in errors):
        # Whatever is still buffered must not be written at exit, or Python complains of the pipe again.
        with suppress(OSError):  # standard output may be no file
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_PIPE
    if not all(isinstance(leaf, OpenAIError | OSError | ValueError) for leaf in errors):
        raise error
    for leaf in errors:
        print(f"triopenai {command}: {_describe(leaf)}", file=sys.stderr)
    known = all(isinstance(leaf, MissingCredentialsError | ValueError) for leaf in errors)
    return EXIT_USAGE if known else EXIT_FAILURE


def _leaves(error: BaseException) -> list[BaseException]:
    if not isinstance(error, BaseExceptionGroup):
        return [error]
    group = cast("BaseExceptionGroup[BaseException]", error)
    return [leaf for member in group.exceptions for leaf in _leaves(member)]


def _describe(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror if error.filename is None else f"{error.strerror}: {error.filename}"
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if isinstance(error, APIError) else text
