"""Laying out generated expressions: as much on a line as fits, the rest inside brackets."""

from __future__ import annotations

from typing import Final

__all__ = ["WIDTH", "fill", "lay", "literal", "statement", "words"]

WIDTH: Final = 110
_INDENT: Final = "    "


def literal(value: object) -> str:
    """A JSON value as Python source, strings in double quotes."""
    if isinstance(value, str):
        text = repr(value)[1:-1].replace("\\'", "'").replace('"', '\\"')
        return f'"{text}"'
    return repr(value)


def statement(head: str, expression: str, tail: str = "") -> str:
    """``head expression tail`` as one statement, broken inside brackets where it is too long."""
    margin = head[: len(head) - len(head.lstrip())]
    return head + lay(expression, len(head), margin, len(tail)) + tail


def lay(expression: str, column: int, margin: str, tail: int) -> str:
    """`expression`, which starts at `column`, broken so that no line is too long.

    Args:
        expression: Python source on one line.
        column: Where its first character stands.
        margin: The indent of the statement that it belongs to.
        tail: How many characters follow it on its last line.
    """
    if column + len(expression) + tail <= WIDTH:
        return expression
    members = _split(expression, " | ")
    if members[1:] not in ([], ["None"]):
        return "(\n" + fill(members, " | ", margin + _INDENT) + f"\n{margin})"
    start, end = _outer_brackets(members[0])
    if start < 0:
        return expression
    inner = fill(_split(members[0][start + 1 : end], ", "), ", ", margin + _INDENT)
    rest = members[0][end:] + "".join(f" | {member}" for member in members[1:])
    return f"{members[0][: start + 1]}\n{inner}\n{margin}{rest}"


def fill(items: list[str], separator: str, margin: str) -> str:
    """Lines of `items`, each line as long as fits."""
    operator = separator == " | "
    lines: list[str] = []
    line = ""
    for number, item in enumerate(items):
        piece = f"| {item}" if operator and number else item
        piece += "" if operator or number == len(items) - 1 else ","
        joined = f"{line} {piece}" if line else margin + piece
        if line and len(joined) > WIDTH:
            lines.append(line)
            joined = margin + piece
        if len(joined) > WIDTH:
            at = len(joined) - len(piece)
            bare = piece.removesuffix(",")
            joined = joined[:at] + lay(bare, at, margin, 1) + piece[len(bare) :]
        line = joined
    return "\n".join([*lines, line])


def words(text: str, margin: int) -> list[str]:
    """Pieces of a text of words, each short enough for a literal on a line; all but the last end in a space.

    Args:
        text: Words with a space between.
        margin: How many characters of a line are not the piece's own.
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and len(line) + len(word) + 2 > WIDTH - margin:
            lines.append(line)
            line = ""
        line += word + " "
    return [*lines, line.rstrip(" ")]


def _split(text: str, separator: str) -> list[str]:
    """The pieces of `text` between separators that stand in no brackets or quotes."""
    pieces: list[str] = []
    depth = start = index = 0
    quoted = ""
    while index < len(text):
        char = text[index]
        if quoted:
            quoted = "" if char == quoted else quoted
        elif char in "\"'":
            quoted = char
        elif char in "[({":
            depth += 1
        elif char in "])}":
            depth -= 1
        elif depth == 0 and text.startswith(separator, index):
            pieces.append(text[start:index])
            index = start = index + len(separator)
            continue
        index += 1
    pieces.append(text[start:])
    return pieces


def _outer_brackets(text: str) -> tuple[int, int]:
    start = min((found for found in map(text.find, "[(") if found >= 0), default=-1)
    end = max(text.rfind("]"), text.rfind(")"))
    return (start, end) if 0 <= start < end else (-1, -1)
