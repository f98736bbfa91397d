"""Where the demo writes: plain text, or a terminal with colours and a moving progress bar.

Plain text is for pipes, files, simple terminals and installations without the ``cli`` extra. It says the
same, and has no control codes.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from abc import ABC, abstractmethod
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol, TextIO, final

from triopenai._cli.wrap import Wrapper

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from contextlib import AbstractContextManager

    from rich import progress

__all__ = ["PlainScreen", "Progress", "RichScreen", "Screen", "choose_screen"]

INDENT: Final = "  "
WIDTH: Final = 80
MAX_WIDTH: Final = 100


class Progress(Protocol):
    """How far a piece of work is."""

    def step(self, what: str) -> None:
        """One more is done; `what` is a line about it."""
        ...


class Screen(ABC):
    """What the demo can show. Everything is indented under the last heading and shown at once."""

    def __init__(self, width: int) -> None:
        self.width = min(width, MAX_WIDTH)
        self._text = Wrapper(self.width, INDENT)

    @abstractmethod
    def _put(self, text: str, style: str = "") -> None:
        """Write text as it is."""

    @abstractmethod
    def progress(self, total: int) -> AbstractContextManager[Progress]:
        """Show how far a piece of work of `total` steps is, for the time of a block."""

    def heading(self, title: str, code: str) -> None:
        """Begin a section, with the code that it shows."""
        self._put(f"\n{title}\n", "bold cyan")
        self._put(f"{INDENT}{code}\n\n", "dim")

    def write(self, text: str) -> None:
        """Write a piece of running text."""
        self._put(self._text.feed(text))

    def end(self) -> None:
        """End the running text."""
        self._put(self._text.finish())

    def text(self, text: str) -> None:
        """Write a text that is there already."""
        self.write(text)
        self.end()

    def note(self, text: str) -> None:
        """Write a remark about what was shown."""
        note = Wrapper(self.width, INDENT)
        self._put(note.feed(text) + note.finish(), "dim")

    def table(self, rows: Iterable[tuple[str, str]]) -> None:
        """Write names and values, one pair to a line."""
        for name, value in rows:
            self._put(f"{INDENT}{name:<24}")
            self._put(f"{value}\n", "bold")

    def clip(self, text: str) -> str:
        """Cut a line to what fits."""
        room = self.width - len(INDENT)
        return text if len(text) <= room else text[: room - 3].rstrip() + "..."


@final
class PlainScreen(Screen):
    """Plain text to any stream."""

    def __init__(self, stream: TextIO, width: int = WIDTH) -> None:
        super().__init__(width)
        self._stream = stream

    def _put(self, text: str, style: str = "") -> None:  # noqa: ARG002  # plain text has none
        self._stream.write(text)
        self._stream.flush()

    @contextmanager
    def progress(self, total: int) -> Generator[Progress, None, None]:
        """Number the steps."""
        yield _Numbered(self, total)


@final
class _Numbered:
    def __init__(self, screen: Screen, total: int) -> None:
        self._screen = screen
        self._total = total
        self._done = 0

    def step(self, what: str) -> None:
        self._done += 1
        digits = len(str(self._total))
        line = f"[{self._done:>{digits}}/{self._total}] {what}"
        self._screen._put(f"{INDENT}{self._screen.clip(line)}\n")  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # its other half


@final
class RichScreen(Screen):
    """A terminal, by the library rich."""

    def __init__(self, stream: TextIO, width: int = WIDTH) -> None:
        from rich.console import Console  # noqa: PLC0415  # of the `cli` extra, and slow to import

        super().__init__(width)
        self._console = Console(file=stream, highlight=False, width=width)

    def _put(self, text: str, style: str = "") -> None:
        if text:
            self._console.print(text, style=style or None, end="", markup=False, soft_wrap=True)

    @contextmanager
    def progress(self, total: int) -> Generator[Progress, None, None]:
        """Draw a bar under the lines of the steps."""
        from rich import progress  # noqa: PLC0415  # as above

        bar = progress.Progress(
            progress.TextColumn(INDENT[1:]),  # columns are a space apart
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            progress.TimeElapsedColumn(),
            console=self._console,
            auto_refresh=False,  # it would take a thread
        )
        with bar:
            yield _Bar(self, bar, bar.add_task("", total=total))


@final
class _Bar:
    def __init__(self, screen: Screen, bar: progress.Progress, task: progress.TaskID) -> None:
        self._screen = screen
        self._bar = bar
        self._task = task

    def step(self, what: str) -> None:
        self._bar.console.print(f"{INDENT}{self._screen.clip(what)}", markup=False)
        self._bar.advance(self._task)
        self._bar.refresh()


def choose_screen(stream: TextIO) -> Screen:
    """The best screen for a stream: `RichScreen` for a terminal that can do it, if rich is installed."""
    width = shutil.get_terminal_size((WIDTH, 24)).columns
    if not stream.isatty():
        return PlainScreen(stream)
    if os.environ.get("TERM") == "dumb" or importlib.util.find_spec("rich") is None:
        return PlainScreen(stream, width)
    return RichScreen(stream, width)
