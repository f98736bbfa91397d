"""`client.webhooks`: deliveries of webhooks, verified and typed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from triopenai._engine.engine import Engine
    from triopenai._sansio.webhook import HeadersLike
    from triopenai.types.webhooks import UnwrapWebhookEvent

__all__ = ["WebhookVerification"]

TOLERANCE = 300


class WebhookVerification:
    """Reading what OpenAI delivers to a webhook endpoint. Nothing here sends, or waits."""

    _engine: Engine

    def unwrap(
        self,
        payload: str | bytes,
        headers: HeadersLike,
        *,
        secret: str | None = None,
        tolerance: float | None = TOLERANCE,
        clock: Callable[[], float] = time.time,
    ) -> UnwrapWebhookEvent:
        """Verify a delivery and read it as its event.

        Args:
            payload: The body of the request as it was received: what was parsed cannot be verified.
            headers: The header fields of the request, as any mapping or as pairs; names in any case.
            secret: The endpoint's signing secret. Default: the client's `webhook_secret`.
            tolerance: By how many seconds the delivery's timestamp may differ from now; None for any number.
            clock: Gives the time in Unix seconds.

        Returns:
            The event: `type` says which. One that is not known yet is read as a model with its data.

        Raises:
            InvalidWebhookSignatureError: The delivery is not from who has the secret, or is too old.
            ValueError: There is no secret, or the secret cannot be one; or the body is signed and no JSON
                object.
            TypeError: The payload is neither text nor bytes.

        See https://developers.openai.com/api/docs/guides/webhooks
        """
        from triopenai._sansio.decode import resolve  # noqa: PLC0415  # few programs receive webhooks
        from triopenai._sansio.webhook import body_of  # noqa: PLC0415  # as above

        body = body_of(payload)
        self.verify_signature(body, headers, secret=secret, tolerance=tolerance, clock=clock)
        return cast("UnwrapWebhookEvent", resolve("webhooks:UnwrapWebhookEvent").decode(body))

    def verify_signature(
        self,
        payload: str | bytes,
        headers: HeadersLike,
        *,
        secret: str | None = None,
        tolerance: float | None = TOLERANCE,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Verify a delivery, and give nothing.

        Args:
            payload: As for `unwrap`.
            headers: As for `unwrap`.
            secret: As for `unwrap`.
            tolerance: As for `unwrap`.
            clock: As for `unwrap`.

        Raises:
            InvalidWebhookSignatureError: The delivery is not from who has the secret, or is too old.
            ValueError: There is no secret, or the secret cannot be one.
            TypeError: The payload is neither text nor bytes.

        See https://developers.openai.com/api/docs/guides/webhooks
        """
        from triopenai._sansio.webhook import (  # noqa: PLC0415  # few programs receive webhooks
            body_of,
            check_signature,
            secret_bytes,
        )

        known = self._engine.settings.webhook_secret if secret is None else secret
        if known is None:
            msg = (
                "There is no webhook secret: pass secret=, pass webhook_secret= to open_client(),"
                " or set OPENAI_WEBHOOK_SECRET."
            )
            raise ValueError(msg)
        body = body_of(payload)
        check_signature(body, headers, key=secret_bytes(known), tolerance=tolerance, now=clock())
