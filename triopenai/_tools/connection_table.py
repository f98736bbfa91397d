"""Which connections over WebSocket there are: ``tables/connections.tsv``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai._tools.surface import reference_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triopenai._tools.emit import Value

__all__ = ["Keyword", "Kind", "load", "parse"]

TABLE: Final = Path(__file__).with_name("tables") / "connections.tsv"
_COLUMNS: Final = 10
_NONE: Final = "-"


@final
@attrs.frozen
class Keyword:
    """A keyword of ``connect`` that goes into the address."""

    name: str
    type: str
    required: bool


@final
@attrs.frozen(kw_only=True)
class Kind:
    """One kind of connection.

    Attributes:
        resource: Whose ``connect`` opens it.
        name: Its class.
        module: The module of its classes, which it may share with others.
        path: Of the handshake.
        keywords: What goes into path and query.
        positional: Whether ``connect`` takes its arguments by position too.
        queue: Bytes that may wait to be sent; None where it cannot be opened again.
        header: The value of ``OpenAI-Beta``, or None.
        client: Type reference of the events that the client sends.
        server: Type reference of the server's.
    """

    resource: str
    name: str
    module: str
    path: str
    keywords: tuple[Keyword, ...]
    positional: bool
    queue: int | None
    header: str | None
    client: str
    server: str

    @property
    def dotted(self) -> str:
        """The path by which users open it."""
        return f"{self.resource}.connect"

    @property
    def constant(self) -> str:
        """The name of its operation."""
        return self.dotted.replace(".", "_").upper()

    def handshake(self) -> dict[str, Value]:
        """The arguments of the operation."""
        in_path = [word.name for word in self.keywords if f"{{{word.name}}}" in self.path]
        query = [word.name for word in self.keywords if word.name not in in_path]
        given: dict[str, Value] = {
            "name": self.dotted,
            "verb": "GET",
            "path": self.path,
            "path_params": in_path,
            "query": query,
            "required": [word.name for word in self.keywords if word.required and word.name in query],
            "fixed_headers": [] if self.header is None else [("OpenAI-Beta", self.header)],
            "reference": reference_of(self.resource),
        }
        return {name: value for name, value in given.items() if value}


def load() -> Sequence[Kind]:
    """All of them."""
    return parse(TABLE.read_text(encoding="utf-8"))


def parse(text: str) -> Sequence[Kind]:
    """As `load`, of a table's text.

    Raises:
        ValueError: A line has not the columns of the table.
    """
    found: list[Kind] = []
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != _COLUMNS:
            msg = f"not a line of connections: {line!r}"
            raise ValueError(msg)
        resource, name, module, path, keywords, style, queue, header, client, server = columns
        found.append(
            Kind(
                resource=resource,
                name=name,
                module=module,
                path=path,
                keywords=tuple(map(_keyword, keywords.split())),
                positional=style == "positional",
                queue=None if queue == _NONE else int(queue),
                header=None if header == _NONE else header,
                client=client,
                server=server,
            )
        )
    return found


def _keyword(word: str) -> Keyword:
    return Keyword(word.rstrip("!?"), "bool" if "?" in word else "str", "!" in word)
