"""Keys and tokens: what they look like, how they are sent, and functions that give them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from inspect import isawaitable, iscoroutinefunction
from typing import Final, TypeAlias, final

import attrs
import trio

from triopenai._base.redact import Secret

__all__ = [
    "AZURE_KEY",
    "AZURE_TOKEN",
    "BEARER_KEY",
    "KeyScheme",
    "KeySource",
    "Keys",
    "ask_key",
    "check_key",
    "check_source",
]

KeySource: TypeAlias = Callable[[], str | Awaitable[str]]


@final
@attrs.frozen
class KeyScheme:
    """How a key is sent.

    Attributes:
        header: The name of the header field.
        prefix: What stands before the key in it.
        argument: What users pass the key as, for messages.
    """

    header: str
    prefix: bytes
    argument: str

    def field(self, key: str) -> tuple[bytes, bytes]:
        """The header field that carries a key."""
        return self.header.encode("ascii"), Secret(self.prefix + key.encode("ascii"))


BEARER_KEY: Final = KeyScheme("Authorization", b"Bearer ", "api_key")
AZURE_KEY: Final = KeyScheme("api-key", b"", "api_key")
AZURE_TOKEN: Final = KeyScheme("Authorization", b"Bearer ", "azure_ad_token_provider")


@final
@attrs.frozen(repr=False)
class Keys:
    """The keys of a client, or functions that give them and are called for every attempt.

    Attributes:
        api: The API key.
        admin: The key of the administration endpoints.
        scheme: How they are sent.
    """

    api: str | KeySource | None
    admin: str | KeySource | None
    scheme: KeyScheme = BEARER_KEY

    @property
    def account(self) -> object:
        """What the server's limits are counted for, as a dictionary's key: the API key, or who gives it."""
        try:
            hash(self.api)
        except TypeError:  # an instance of a dataclass, say
            return id(self.api)
        return self.api


def check_key(key: object, source: str) -> str:
    """Refuse what cannot be a key or token, without showing it.

    Raises:
        ValueError: It is empty, or has characters that no header can carry.
        TypeError: It is no string.
    """
    if not isinstance(key, str):
        msg = f"{source} must give the key as a string, not as {type(key).__name__}"
        raise TypeError(msg)
    if not key or not key.isascii() or not key.isprintable() or " " in key:
        msg = f"{source} gave no usable key: it is empty, or has spaces, line breaks or other characters"
        raise ValueError(msg)
    return key


def check_source(source: object, argument: str) -> None:
    """Refuse what cannot be asked for a key.

    Raises:
        TypeError: It is no function; the message does not show it.
    """
    if not callable(source):
        msg = f"{argument} must be a function that gives the key, not {type(source).__name__}"
        raise TypeError(msg)


async def ask_key(source: KeySource, argument: str) -> str:
    """The key that a function gives now.

    A function that is not async is called in a thread, since it may wait for a server. Cancelled, the call
    goes on there alone, and what comes of it is dropped.

    Args:
        source: The function.
        argument: What it was passed as, for messages.

    Raises:
        Exception: What the function raised, with a note that says so.
        ValueError: It gave what cannot be a key.
        TypeError: It gave no string.
    """
    try:
        if _is_async(source):
            key = source()
        else:
            # In a tuple, since Trio refuses a bare coroutine, which a lambda may well give.
            (key,) = await trio.to_thread.run_sync(lambda: (source(),), abandon_on_cancel=True)
        if isawaitable(key):
            key = await key
    except Exception as error:
        error.add_note(f"raised by the function given as {argument}=, when it was asked for an attempt's key")
        raise
    return check_key(key, f"the function given as {argument}=")


def _is_async(source: KeySource) -> bool:
    return iscoroutinefunction(source) or iscoroutinefunction(getattr(source, "__call__", None))  # noqa: B004  # not whether it is callable
