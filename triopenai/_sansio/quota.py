"""The error codes that waiting does not cure."""

from __future__ import annotations

from typing import Final

__all__ = ["is_quota"]

_QUOTA: Final = frozenset(
    {
        "account_deactivated",
        "billing_hard_limit_reached",
        "billing_not_active",
        "credit_balance_exhausted",
        "insufficient_credits",
        "insufficient_funds",
        "insufficient_quota",
        "quota_exhausted",
    }
)


def is_quota(code: str | None, type: str | None = None) -> bool:  # noqa: A002  # the API's own name
    """Whether an error means that the account has nothing left to spend, so that a retry is in vain."""
    return code in _QUOTA or type in _QUOTA
