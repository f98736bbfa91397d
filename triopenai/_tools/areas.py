"""Which module a resource is generated into: one per first word of its path, the two large ones split."""

from __future__ import annotations

from typing import Final

__all__ = ["area_of", "class_name", "words_of"]

SPLIT: Final = {
    "admin.organization.projects": "admin_projects",
    "admin.organization.groups": "admin_members",
    "admin.organization.invites": "admin_members",
    "admin.organization.roles": "admin_members",
    "admin.organization.usage": "admin_usage",
    "admin.organization.users": "admin_members",
    "admin.organization": "admin_organization",
    "beta.agents.sessions": "beta_agents_sessions",
}
SPELLINGS: Final = {"api": "API", "chatkit": "ChatKit"}


def area_of(resource: str) -> str:
    """The module of a resource such as ``beta.threads.runs``."""
    for prefix, area in SPLIT.items():
        if f"{resource}.".startswith(f"{prefix}."):
            return area
    first, _, rest = resource.partition(".")
    second = rest.partition(".")[0]
    return f"{first}_{second}" if first == "beta" and second else first


def words_of(name: str) -> list[str]:
    """The words of a dotted name in lower case."""
    return name.replace(".", "_").split("_")


def class_name(dotted: str) -> str:
    """The class of a resource: its whole path in camel case."""
    return "".join(SPELLINGS.get(word, word.capitalize()) for word in words_of(dotted))
