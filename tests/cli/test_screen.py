from __future__ import annotations

import io
import sys

import pytest

from triopenai._cli.screen import PlainScreen, RichScreen, choose_screen


class Terminal(io.StringIO):
    def isatty(self):
        return True


def draw(screen):
    screen.heading("A title", "some.code(x)")
    for piece in ("The old light", "house waits ", "for snow. ") * 2:
        screen.write(piece)
    screen.end()
    screen.note("(a [note])")
    screen.table([("status", "404")])
    with screen.progress(10) as progress:
        for number in range(10):
            progress.step(f"question {number} " + "x" * 100)


def test_plain_text_says_everything_without_control_codes():
    stream = io.StringIO()
    draw(PlainScreen(stream, 40))
    lines = stream.getvalue().splitlines()
    assert lines[:8] == [
        "",
        "A title",
        "  some.code(x)",
        "",
        "  The old lighthouse waits for snow. The",
        "  old lighthouse waits for snow.",
        "  (a [note])",
        "  status                  404",
    ]
    assert lines[8] == "  [ 1/10] question 0 xxxxxxxxxxxxxxxx..."
    assert lines[17].startswith("  [10/10] question 9 ")
    assert "\x1b" not in stream.getvalue()
    assert max(map(len, lines)) <= 40


def test_a_terminal_gets_the_same_in_colour(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    draw(RichScreen(stream, 40))
    text = stream.getvalue()
    assert "\x1b[" in text
    for part in ("A title", "The old lighthouse", "(a [note])", "404", "question 9 ", "10/10"):
        assert part in text


@pytest.mark.parametrize(
    ("stream", "term", "installed", "kind"),
    [
        (Terminal(), "xterm", True, RichScreen),
        (Terminal(), "xterm", False, PlainScreen),
        (Terminal(), "dumb", True, PlainScreen),
        (io.StringIO(), "xterm", True, PlainScreen),
    ],
    ids=["terminal", "no_rich", "dumb_terminal", "no_terminal"],
)
def test_the_best_screen_is_chosen(monkeypatch, stream, term, installed, kind):
    monkeypatch.setenv("TERM", term)
    if not installed:
        monkeypatch.setitem(sys.modules, "rich", None)
    assert isinstance(choose_screen(stream), kind)
