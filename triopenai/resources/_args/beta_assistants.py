"""The keywords of ``beta_assistants``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types.beta._params import AssistantCreateParams, AssistantListParams, AssistantUpdateParams

__all__ = ["BetaAssistantsCreateArgs", "BetaAssistantsListArgs", "BetaAssistantsUpdateArgs"]


class BetaAssistantsCreateArgs(AssistantCreateParams, RequestOptions, total=False):
    """Keywords of ``beta.assistants.create``."""


class BetaAssistantsListArgs(AssistantListParams, RequestOptions, total=False):
    """Keywords of ``beta.assistants.list``."""


class BetaAssistantsUpdateArgs(AssistantUpdateParams, RequestOptions, total=False):
    """Keywords of ``beta.assistants.update``."""
