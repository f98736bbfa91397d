"""What one client's calls have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai._base.config import DEFAULT_TIMEOUT, Timeout
from triopenai._base.errors import MissingCredentialsError
from triopenai._engine.keys import ask_key
from triopenai._sansio.retry import RetryPolicy

if TYPE_CHECKING:
    from triopenai._engine.keys import Keys
    from triopenai._sansio.address import Place
    from triopenai._sansio.encode import Defaults

__all__ = ["Settings"]

_PER_ATTEMPT: Final = frozenset({"api-key", "authorization", "idempotency-key"})
_NO_ADMIN_KEY: Final = (
    "This endpoint takes an admin API key: pass admin_api_key= to open_client(), or set OPENAI_ADMIN_KEY."
)
_NO_API_KEY: Final = (
    "This endpoint takes an API key and the client has none: pass api_key= to open_client(), or set"
    " OPENAI_API_KEY."
)


def _static_authorization(settings: Settings) -> tuple[bytes, bytes] | None:
    keys = settings.keys
    return keys.scheme.field(keys.api) if isinstance(keys.api, str) else None


def _own_headers(settings: Settings) -> frozenset[str]:
    return _PER_ATTEMPT & {name.decode("latin-1").lower() for name, _ in settings.defaults.headers}


@final
@attrs.frozen(eq=False)
class Settings:
    """The configuration of a client, or of a view of it made by `with_options`.

    Attributes:
        defaults: Server, base path, and what goes with every request.
        client_headers: The header fields of these that are the client's own, and no ``default_headers``.
        default_query_names: The query parameters of these that are of ``default_query``.
        websocket_place: Server, path and query of WebSocket connections, if not the same.
        keys: What calls are authorized with.
        timeout: Bounds of the waits of one attempt.
        first_event_timeout: Seconds that a stream may take to its first event.
        idle_timeout: Seconds that it may take from one event to the next.
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
    keys: Keys
    client_headers: tuple[tuple[bytes, bytes], ...] = ()
    default_query_names: frozenset[str] = frozenset()
    websocket_place: Place | None = None
    timeout: Timeout = DEFAULT_TIMEOUT
    first_event_timeout: float | None = None
    idle_timeout: float | None = None
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
            Exception: What the function raised, with a note that says so.
        """
        key = self.keys.admin if admin else self.keys.api
        if key is None:
            raise MissingCredentialsError(_NO_ADMIN_KEY if admin else _NO_API_KEY)
        scheme = self.keys.scheme
        return scheme.field(key if isinstance(key, str) else await ask_key(key, scheme.argument))
