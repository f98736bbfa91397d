"""What the sandbox remembers of requests and connections, for tests to look at."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast, final, overload
from urllib.parse import parse_qsl

import attrs
import trio

from triopenai.testing._azure import under_azure

if TYPE_CHECKING:
    from triopenai._base.headers import Headers

__all__ = [
    "PREFIX",
    "ClosedBy",
    "ConnectionRecord",
    "Connections",
    "ReceivedRequest",
    "RequestLog",
    "receive",
]

PREFIX = "/v1"

ClosedBy: TypeAlias = Literal["client", "server"]


@final
@attrs.frozen(kw_only=True, eq=False)
class ReceivedRequest:
    """A request as the sandbox received it.

    Attributes:
        method: The verb.
        target: Path and query as they stood in the request line.
        path: The path under the base URL or Azure's, ``/chat/completions``, percent-encoded as it came. The
            whole path where it is under neither.
        query: The query's pairs in their order, decoded.
        headers: The headers.
        body: The body.
        connection: Number of the connection, from 1.
        time: When its last byte had come, by `trio.current_time`.
        request_id: The `x-request-id` of its answer.
    """

    method: str
    target: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Headers
    body: bytes = attrs.field(repr=False)
    connection: int
    time: float
    request_id: str

    @property
    def json(self) -> dict[str, Any]:
        """The body read as a JSON object; typed loosely, for tests to look into.

        Raises:
            ValueError: It is none.
        """
        value: object = json.loads(self.body)
        if not isinstance(value, dict):
            message = "the body is JSON, but no object"
            raise ValueError(message)  # noqa: TRY004 - about the value of the body, not the caller's argument
        return cast("dict[str, Any]", value)

    @property
    def params(self) -> dict[str, str]:
        """The query as a dictionary; of a repeated name the last value."""
        return dict(self.query)


def receive(
    *,
    method: str,
    target: str,
    headers: Headers,
    body: bytes,
    connection: int,
    time: float,
    request_id: str,
) -> ReceivedRequest:
    """Read a request line's target."""
    path, _, query = target.partition("?")
    path = path.removeprefix(PREFIX) if path.startswith(PREFIX + "/") else under_azure(path)
    return ReceivedRequest(
        method=method,
        target=target,
        path=path,
        query=tuple(parse_qsl(query, keep_blank_values=True)),
        headers=headers,
        body=body,
        connection=connection,
        time=time,
        request_id=request_id,
    )


@final
class RequestLog(Sequence[ReceivedRequest]):
    """The requests that the sandbox has received, the oldest first."""

    __slots__ = ("_changed", "_received")

    def __init__(self) -> None:
        self._received: list[ReceivedRequest] = []
        self._changed = trio.lowlevel.ParkingLot()

    @overload
    def __getitem__(self, index: int) -> ReceivedRequest: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[ReceivedRequest]: ...
    def __getitem__(self, index: int | slice) -> ReceivedRequest | Sequence[ReceivedRequest]:
        return self._received[index]

    def __len__(self) -> int:
        return len(self._received)

    def __repr__(self) -> str:
        lines = (f"{one.method} {one.target}" for one in self._received)
        return f"<RequestLog {list(lines)!r}>"

    def to(self, path: str, method: str | None = None) -> tuple[ReceivedRequest, ...]:
        """The requests to one path, such as ``"/chat/completions"``.

        Args:
            path: The path under the base URL.
            method: Only those with this verb.
        """
        return tuple(one for one in self._received if one.path == path and method in (None, one.method))

    def clear(self) -> None:
        """Forget them."""
        self._received.clear()

    async def wait(self, count: int) -> None:
        """Wait until the log holds so many requests."""
        await trio.lowlevel.checkpoint()
        while len(self._received) < count:
            await self._changed.park()

    def add(self, request: ReceivedRequest) -> None:
        """Note a request. The sandbox does this."""
        self._received.append(request)
        self._changed.unpark_all()


@final
@attrs.frozen(kw_only=True)
class ConnectionRecord:
    """What is known of one connection.

    Attributes:
        number: Counted from 1, in the order they were opened.
        host: The host that was asked for (in memory), or the peer's address (loopback).
        port: The port that was asked for (in memory), or the peer's.
        opened_at: By `trio.current_time`.
        closed_at: By `trio.current_time`, or None while it is open.
        closed_by: Who closed it first, or None while it is open.
        requests: How many requests came over it.
    """

    number: int
    host: str
    port: int
    opened_at: float
    closed_at: float | None = None
    closed_by: ClosedBy | None = None
    requests: int = 0


@final
class Connections:
    """Counts of the sandbox's connections, and ways to wait for them."""

    __slots__ = ("_changed", "_records")

    def __init__(self) -> None:
        self._records: list[ConnectionRecord] = []
        self._changed = trio.lowlevel.ParkingLot()

    @property
    def opened(self) -> int:
        """How many were ever opened."""
        return len(self._records)

    @property
    def open(self) -> int:
        """How many are open now."""
        return sum(record.closed_at is None for record in self._records)

    @property
    def closed_by_client(self) -> int:
        """How many the client closed first."""
        return sum(record.closed_by == "client" for record in self._records)

    @property
    def closed_by_server(self) -> int:
        """How many the sandbox closed first."""
        return sum(record.closed_by == "server" for record in self._records)

    @property
    def records(self) -> tuple[ConnectionRecord, ...]:
        """All of them, in the order they were opened."""
        return tuple(self._records)

    async def wait_closed(self, number: int | None = None) -> None:
        """Wait until a connection is closed, by whomever.

        Args:
            number: Which, counted from 1; None waits until none is open.
        """
        await trio.lowlevel.checkpoint()
        while self.open if number is None else self._still_open(number):
            await self._changed.park()

    async def wait_opened(self, count: int) -> None:
        """Wait until so many connections have been opened in all."""
        await trio.lowlevel.checkpoint()
        while len(self._records) < count:
            await self._changed.park()

    def _still_open(self, number: int) -> bool:
        return number > len(self._records) or self._records[number - 1].closed_at is None

    def add(self, host: str, port: int) -> int:
        """Note a new connection, and number it. The sandbox does this."""
        number = len(self._records) + 1
        now = trio.current_time()
        self._records.append(ConnectionRecord(number=number, host=host, port=port, opened_at=now))
        self._changed.unpark_all()
        return number

    def count_request(self, number: int) -> None:
        """Note a request. The sandbox does this."""
        record = self._records[number - 1]
        self._records[number - 1] = attrs.evolve(record, requests=record.requests + 1)

    def close(self, number: int, closed_by: ClosedBy) -> None:
        """Note the end of a connection. The sandbox does this."""
        record = self._records[number - 1]
        if record.closed_at is None:
            self._records[number - 1] = attrs.evolve(
                record, closed_at=trio.current_time(), closed_by=closed_by
            )
            self._changed.unpark_all()
