"""Values that configure a client: plain, frozen, checked when they are made."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from attrs import Attribute

__all__ = [
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_PORTS",
    "DEFAULT_TIMEOUT",
    "Origin",
    "PoolLimits",
    "Timeout",
    "check_seconds",
]

DEFAULT_MAX_RETRIES: Final = 2


def check_seconds(name: str, value: object) -> float | None:
    """A limit in seconds as users give it; None is no limit.

    Raises:
        TypeError: It is no number.
        ValueError: It is zero, negative or not a number.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        msg = f"{name} must be a number of seconds or None, not {value!r}"
        raise TypeError(msg)
    if math.isnan(value) or value <= 0:
        msg = f"{name} must be more than 0 seconds, not {value!r}"
        raise ValueError(msg)
    return value


def _check_seconds(_: object, attribute: Attribute[float], value: float | None) -> None:
    check_seconds(f"timeout {attribute.name}", value)


def _check_at_least(least: int) -> Callable[[object, Attribute[int], int], None]:
    def check(_: object, attribute: Attribute[int], value: int) -> None:
        if value < least:
            msg = f"{attribute.name} must be at least {least}, not {value!r}"
            raise ValueError(msg)

    return check


def _check_expiry(_: object, attribute: Attribute[float], value: float | None) -> None:
    if value is not None and not value >= 0:
        msg = f"{attribute.name} must be None or a number of seconds that is not negative, not {value!r}"
        raise ValueError(msg)


@final
@attrs.frozen
class Timeout:
    """How long each phase of one attempt may take, in seconds; `None` means no limit.

    These bound a single attempt's waits. To bound a whole call, with its queueing, retries and body, put it
    in a cancel scope (`trio.fail_after`).

    Attributes:
        connect: Opening the connection, TLS included.
        read: Between one received piece of the answer and the next.
        write: Sending one piece of the request.
        pool: Waiting for a free connection.
    """

    connect: float | None = attrs.field(default=5.0, validator=_check_seconds)
    read: float | None = attrs.field(default=600.0, validator=_check_seconds)
    write: float | None = attrs.field(default=600.0, validator=_check_seconds)
    pool: float | None = attrs.field(default=600.0, validator=_check_seconds)

    @classmethod
    def of(cls, value: float | Timeout | None) -> Timeout:
        """Read a timeout as users write it: a number bounds every phase, `None` bounds none.

        Raises:
            ValueError: The number is zero, negative or not a number.
            TypeError: `value` is of another type.
        """
        if isinstance(value, Timeout):
            return value
        seconds = check_seconds("timeout", value)
        return cls(connect=seconds, read=seconds, write=seconds, pool=seconds)


DEFAULT_TIMEOUT: Final = Timeout()
DEFAULT_PORTS: Final = {"http": 80, "https": 443}


@final
@attrs.frozen
class Origin:
    """A server as connections see it: what two requests must share to use one connection."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        is_default = self.port == DEFAULT_PORTS.get(self.scheme)
        return f"{self.scheme}://{host}" + ("" if is_default else f":{self.port}")


@final
@attrs.frozen
class PoolLimits:
    """Bounds of a connection pool.

    Attributes:
        max_connections: Connections open at once, over all servers.
        max_keepalive: Idle connections kept open for later requests.
        keepalive_expiry: Seconds that an idle connection is kept; `None` keeps it as long as the server does.
    """

    max_connections: int = attrs.field(default=1000, validator=_check_at_least(1))
    max_keepalive: int = attrs.field(default=1000, validator=_check_at_least(0))
    keepalive_expiry: float | None = attrs.field(default=60.0, validator=_check_expiry)
