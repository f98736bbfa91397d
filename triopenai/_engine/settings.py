"""What one client's calls have in common."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final, TypeAlias, final

import attrs

from triopenai._base.config import DEFAULT_TIMEOUT, Timeout
from triopenai._base.errors import MissingCredentialsError
from triopenai._base.redact import Secret
from triopenai._sansio.retry import RetryPolicy

if TYPE_CHECKING:
    from triopenai._sansio.encode import Defaults

__all__ = ["KeySource", "Settings"]

KeySource: TypeAlias = Callable[[], Awaitable[str]]

_PER_ATTEMPT: Final = frozenset({"authorization", "idempotency-key"})


def _bearer(key: str) -> tuple[bytes, bytes]:
    return b"Authorization", Secret(b"Bearer " + key.encode("ascii"))


def _static_authorization(settings: Settings) -> tuple[bytes, bytes] | None:
    return _bearer(settings.api_key) if isinstance(settings.api_key, str) else None


def _own_headers(settings: Settings) -> frozenset[str]:
    return _PER_ATTEMPT & {name.decode("latin-1").lower() for name, _ in settings.defaults.headers}


@final
@attrs.frozen(eq=False)
class Settings:
    """The configuration of a client, or of a view of it made by `with_options`.

    Attributes:
        defaults: Server, base path, and what goes with every request.
        api_key: The key, or an async function that gives it and is called for every attempt.
        admin_key: The key of the administration endpoints.
        timeout: Bounds of the waits of one attempt.
        retry: How often and how soon failed attempts are repeated.
        strict: Whether answers that do not fit their type are errors.
        webhook_secret: The secret that webhooks are signed with.
        drain_seconds: How long a finished stream may take to end its body, so that the connection can
            be used again.
        drain_bytes: How much may still come in that time.
        own_headers: Headers of an attempt that the user sets for every request instead.
        authorization: The header field of the API key, where that is always the same.
    """

    defaults: Defaults
    api_key: str | KeySource | None = attrs.field(default=None, repr=False)
    admin_key: str | None = attrs.field(default=None, repr=False)
    timeout: Timeout = DEFAULT_TIMEOUT
    retry: RetryPolicy = attrs.field(factory=RetryPolicy)
    strict: bool = False
    webhook_secret: str | None = attrs.field(default=None, repr=False)
    drain_seconds: float = 0.25
    drain_bytes: int = 65536
    authorization: tuple[bytes, bytes] | None = attrs.field(
        init=False, repr=False, default=attrs.Factory(_static_authorization, takes_self=True)
    )
    own_headers: frozenset[str] = attrs.field(
        init=False, default=attrs.Factory(_own_headers, takes_self=True)
    )

    async def credentials(self, *, admin: bool) -> tuple[bytes, bytes]:
        """The header field that authorizes one attempt; the key is asked anew where a function gives it.

        Raises:
            MissingCredentialsError: There is no key.
        """
        if admin:
            if self.admin_key is None:
                msg = (
                    "This endpoint takes an admin API key: pass admin_api_key= to open_client(),"
                    " or set OPENAI_ADMIN_KEY."
                )
                raise MissingCredentialsError(msg)
            return _bearer(self.admin_key)
        if self.api_key is None:
            msg = (
                "This endpoint takes an API key and the client has only an admin key:"
                " pass api_key= to open_client(), or set OPENAI_API_KEY."
            )
            raise MissingCredentialsError(msg)
        if isinstance(self.api_key, str):
            return _bearer(self.api_key)
        return _bearer(check_key(await self.api_key(), "the api_key function"))


def check_key(key: object, source: str) -> str:
    """Refuse what cannot be an API key, without showing it.

    Raises:
        ValueError: The key is empty, or has characters that no header can carry.
        TypeError: It is no string.
    """
    if not isinstance(key, str):
        msg = f"{source} must give the API key as a string, not as {type(key).__name__}"
        raise TypeError(msg)
    if not key or not key.isascii() or not key.isprintable() or " " in key:
        msg = f"{source} gave no usable API key: it is empty, or has spaces, line breaks or other characters"
        raise ValueError(msg)
    return key
