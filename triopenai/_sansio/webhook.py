"""The signatures of webhooks, as https://www.standardwebhooks.com specifies them.

A delivery carries ``webhook-id``, ``webhook-timestamp`` (Unix seconds) and ``webhook-signature``: one or more
``v1,<base64>`` separated by spaces, since a secret that is being replaced signs beside its successor. What
is signed, with HMAC-SHA256, is the id, the timestamp and the body as it came, joined by dots.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias, cast

from triopenai._base.errors import InvalidWebhookSignatureError

__all__ = ["HeadersLike", "body_of", "check_signature", "secret_bytes", "sign"]

HeadersLike: TypeAlias = Mapping[str, str] | Mapping[bytes, bytes] | Iterable[tuple[bytes | str, bytes | str]]

_PREFIX: Final = "whsec_"
_VERSION: Final = "v1"
_FIELDS: Final = ("webhook-id", "webhook-timestamp", "webhook-signature")
_DIGITS: Final = re.compile(r"[0-9]{1,15}", re.ASCII)


def body_of(payload: object) -> bytes:
    """The bytes that were signed.

    Raises:
        TypeError: The payload is no text and no bytes: it was parsed already.
    """
    if isinstance(payload, str):
        return _encoded(payload)
    if isinstance(payload, (bytes, bytearray, memoryview)):
        return bytes(cast("bytes", payload))
    msg = (
        "payload must be the body of the request as it was received, text or bytes,"
        f" not {type(payload).__name__}: only that can be verified"
    )
    raise TypeError(msg)


def secret_bytes(secret: str) -> bytes:
    """The key that a secret stands for: base64 after ``whsec_``, else the text itself.

    Raises:
        ValueError: The secret is empty, or what follows ``whsec_`` is not base64.
    """
    if not secret.startswith(_PREFIX):
        key = secret.encode()
    else:
        try:
            key = base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
        except (binascii.Error, ValueError):
            msg = f"the webhook secret starts with {_PREFIX} and is not base64 after that"
            raise ValueError(msg) from None
    if not key:
        msg = "the webhook secret is empty"
        raise ValueError(msg)
    return key


def sign(body: bytes, *, key: bytes, webhook_id: str, timestamp: str) -> str:
    """The signature of a delivery, ``v1,...``."""
    signed = b".".join((_encoded(webhook_id), timestamp.encode(), body))
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    return f"{_VERSION},{base64.b64encode(digest).decode('ascii')}"


def check_signature(
    body: bytes, headers: HeadersLike, *, key: bytes, tolerance: float | None, now: float
) -> None:
    """Refuse a delivery that is not from who has the secret, or is not from about now.

    Args:
        body: The body as it came.
        headers: The header fields; names in any case.
        key: See `secret_bytes`.
        tolerance: By how many seconds the timestamp may differ from `now`; None for any number.
        now: The time in Unix seconds.

    Raises:
        InvalidWebhookSignatureError: It is.
    """
    webhook_id, timestamp, signatures = _fields(headers)
    if _DIGITS.fullmatch(timestamp) is None:
        msg = f"the webhook-timestamp header is no number of seconds: {timestamp[:40]!r}"
        raise InvalidWebhookSignatureError(msg)
    # The official client takes a signature without its version too.
    prefix = f"{_VERSION},"
    expected = sign(body, key=key, webhook_id=webhook_id, timestamp=timestamp).removeprefix(prefix).encode()
    # Each is compared, and each in constant time: how long it takes tells nothing of where they differ.
    matches = [
        hmac.compare_digest(expected, _encoded(one.removeprefix(prefix))) for one in signatures.split()
    ]
    if not any(matches):
        msg = "no signature of the webhook matches its body and the secret"
        raise InvalidWebhookSignatureError(msg)
    if tolerance is None:
        return
    age = now - int(timestamp)
    if abs(age) > tolerance:
        when = "old" if age > 0 else "in the future"
        msg = (
            f"the webhook's timestamp is {abs(age):.0f} seconds {when}, more than the {tolerance:g} tolerated"
        )
        raise InvalidWebhookSignatureError(msg)


def _fields(headers: HeadersLike) -> list[str]:
    """The three header fields of a delivery; one that came several times is joined by spaces.

    Raises:
        InvalidWebhookSignatureError: One is missing.
    """
    found: dict[str, list[str]] = {name: [] for name in _FIELDS}
    pairs = cast("Mapping[object, object]", headers).items() if isinstance(headers, Mapping) else headers
    for key, value in pairs:
        values = found.get(_text(key).lower())
        if values is not None:
            values.append(_text(value))
    for name, values in found.items():
        if not values:
            msg = f"the webhook has no {name} header"
            raise InvalidWebhookSignatureError(msg)
    return [" ".join(values).strip() for values in found.values()]


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _encoded(text: str) -> bytes:
    """UTF-8, also of what a server could not decode and kept as lone surrogates: no such text was signed."""
    return text.encode(errors="replace")
