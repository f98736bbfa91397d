"""Every endpoint of the API as data, one module for each area. Generated: do not edit."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from triopenai._sansio.operation import Operation

__all__ = ["AREAS", "all_operations"]

AREAS: Final = (
    "admin_members",
    "admin_organization",
    "admin_projects",
    "admin_usage",
    "audio",
    "batches",
    "beta_agents",
    "beta_agents_sessions",
    "beta_assistants",
    "beta_chatkit",
    "beta_realtime",
    "beta_responses",
    "beta_threads",
    "chat",
    "completions",
    "containers",
    "content_provenance_checks",
    "conversations",
    "decisions",
    "embeddings",
    "evals",
    "files",
    "fine_tuning",
    "images",
    "live",
    "models",
    "moderations",
    "realtime",
    "responses",
    "safety",
    "skills",
    "uploads",
    "vector_stores",
    "videos",
    "webhooks",
)


def all_operations() -> tuple[Operation[object], ...]:
    """Every operation, in the order of the names. Imports all areas."""
    found: list[Operation[object]] = []
    for area in AREAS:
        values = vars(import_module(f"triopenai._operations.{area}")).values()
        found += [value for value in values if isinstance(value, Operation)]
    return tuple(sorted(found, key=lambda operation: operation.name))
