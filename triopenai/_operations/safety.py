"""The endpoints of ``safety``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation

if TYPE_CHECKING:
    from triopenai.types.safety import SafetyAlert, SafetyCase

__all__ = ["SAFETY_ALERTS_RETRIEVE", "SAFETY_CASES_RETRIEVE"]

SAFETY_ALERTS_RETRIEVE: Operation[SafetyAlert] = Operation(
    name="safety.alerts.retrieve",
    verb="GET",
    path="/safety/alerts/{id}",
    path_params=("id",),
    result="safety:SafetyAlert",
    reference=(
        "https://developers.openai.com/api/reference/resources/safety/subresources/alerts/methods/retrieve"
    ),
)
SAFETY_CASES_RETRIEVE: Operation[SafetyCase] = Operation(
    name="safety.cases.retrieve",
    verb="GET",
    path="/safety/cases/{id}",
    path_params=("id",),
    result="safety:SafetyCase",
    reference=(
        "https://developers.openai.com/api/reference/resources/safety/subresources/cases/methods/retrieve"
    ),
)
