"""The keywords of ``beta_chatkit``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types.beta.chatkit._params import SessionCreateParams, ThreadListItemsParams, ThreadListParams

__all__ = ["BetaChatKitSessionsCreateArgs", "BetaChatKitThreadsListArgs", "BetaChatKitThreadsListItemsArgs"]


class BetaChatKitSessionsCreateArgs(SessionCreateParams, RequestOptions, total=False):
    """Keywords of ``beta.chatkit.sessions.create``."""


class BetaChatKitThreadsListArgs(ThreadListParams, RequestOptions, total=False):
    """Keywords of ``beta.chatkit.threads.list``."""


class BetaChatKitThreadsListItemsArgs(ThreadListItemsParams, RequestOptions, total=False):
    """Keywords of ``beta.chatkit.threads.list_items``."""
