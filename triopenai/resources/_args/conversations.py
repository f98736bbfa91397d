"""The keywords of ``conversations``. Generated: do not edit."""

from __future__ import annotations

from typing import Required

from triopenai._base.options import RequestOptions
from triopenai.types.conversations._params import (
    ConversationCreateParams,
    ConversationUpdateParams,
    ItemCreateParams,
    ItemListParams,
    ItemRetrieveParams,
)

__all__ = [
    "ConversationsCreateArgs",
    "ConversationsItemsCreateArgs",
    "ConversationsItemsDeleteArgs",
    "ConversationsItemsListArgs",
    "ConversationsItemsRetrieveArgs",
    "ConversationsUpdateArgs",
]


class ConversationsCreateArgs(ConversationCreateParams, RequestOptions, total=False):
    """Keywords of ``conversations.create``."""


class ConversationsItemsCreateArgs(ItemCreateParams, RequestOptions, total=False):
    """Keywords of ``conversations.items.create``."""


class ConversationsItemsDeleteArgs(RequestOptions, total=False):
    """Keywords of ``conversations.items.delete``."""

    conversation_id: Required[str]


class ConversationsItemsListArgs(ItemListParams, RequestOptions, total=False):
    """Keywords of ``conversations.items.list``."""


class ConversationsItemsRetrieveArgs(ItemRetrieveParams, RequestOptions, total=False):
    """Keywords of ``conversations.items.retrieve``."""


class ConversationsUpdateArgs(ConversationUpdateParams, RequestOptions, total=False):
    """Keywords of ``conversations.update``."""
