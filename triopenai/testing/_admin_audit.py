"""The audit log: what administration changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

from triopenai._operations.admin_organization import ADMIN_ORGANIZATION_AUDIT_LOGS_LIST as _LIST
from triopenai.testing._collections import Entry
from triopenai.testing._kept import listing
from triopenai.testing._store import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai._sansio.operation import Operation
    from triopenai.testing._answer import Answer, JsonObject, JsonValue
    from triopenai.testing._store import Call

__all__ = ["note", "page"]

_CREATED = {"create": "created", "update": "updated", "delete": "deleted"}
_REGISTERED = {"create": "registered", "delete": "removed"}
#: By the name of a resource: what the log calls it, and what is done to it.
_NAMES: dict[str, tuple[str, Mapping[str, str]]] = {
    "api_keys": ("api_key", _CREATED),
    "certificates": ("certificate", _CREATED),
    "external_keys": ("external_key", _REGISTERED),
    "external_storage": ("external_storage", _REGISTERED),
    "federation_rules": ("workload_identity_provider_mapping", _CREATED),
    "groups": ("group", _CREATED),
    "invites": ("invite", {"create": "sent", "delete": "deleted"}),
    "projects": ("project", {"create": "created", "update": "updated", "archive": "archived"}),
    "rate_limits": ("rate_limit", {"update_rate_limit": "updated"}),
    "roles": ("role", _CREATED),
    "service_accounts": ("service_account", _CREATED),
    "users": ("user", {"create": "added", "update": "updated", "delete": "deleted"}),
    "workload_identity_providers": ("workload_identity_provider", _CREATED),
}
_FILTERS = ("event_types", "project_ids", "resource_ids")
_MEMBERSHIPS = ("groups.roles", "users.roles")
_ACTOR: JsonObject = {
    "type": "api_key",
    "api_key": {
        "id": "key_sandbox",
        "type": "user",
        "user": {"id": "user_00000001", "email": "ada@example.com"},
    },
}


@final
class _Event(Entry):
    """An event of the log."""


def _kind(operation: Operation[object]) -> str | None:
    """What the log calls an operation, None for one that it leaves out."""
    *_, above, resource, method = operation.name.split(".")
    if method in ("activate", "deactivate"):
        return f"certificates.{method}d"
    if f"{above}.{resource}" in _MEMBERSHIPS:
        return f"role.assignment.{_CREATED[method]}"
    name, verbs = _NAMES.get(resource, ("", {}))
    return f"{name}.{verbs[method]}" if method in verbs else None


def note(call: Call, operation: Operation[object], fields: Mapping[str, JsonValue]) -> None:
    """Write down that an operation changed something.

    Args:
        call: The request.
        operation: Which operation it is for.
        fields: What is known of the object.
    """
    kind = _kind(operation)
    if kind is not None:
        known = {name: value for name, value in fields.items() if name not in ("value", "api_key")}
        _add(call, _events(call), kind, {**known, "data": known, "changes_requested": known})


def _events(call: Call) -> dict[str, _Event]:
    """The log, which begins with two logins."""
    events = call.store.records(_Event)
    if not events:
        for _ in range(2):
            _add(call, events, "login.succeeded", {})
    return events


def _add(call: Call, events: dict[str, _Event], kind: str, fields: Mapping[str, JsonValue]) -> None:
    about: JsonObject = {
        "id": call.store.new_id("audit_log-"),
        "type": kind,
        "effective_at": call.store.now(),
        "actor": _ACTOR,
        kind: dict(fields),
    }
    if "project_id" in call.args:
        about["project"] = {"id": call.args["project_id"]}
    events[str(about["id"])] = _Event(about)


def page(call: Call) -> Answer:
    """A page of the log."""
    wanted = {name: listed(call.request, name) for name in _FILTERS}
    shown = [one.about for one in _events(call).values() if _fits(one.about, wanted)]
    return listing(call, _LIST, shown, "desc")


def _fits(about: JsonObject, wanted: Mapping[str, list[str]]) -> bool:
    project = cast("JsonObject", about.get("project") or {}).get("id")
    subject = cast("JsonObject", about[str(about["type"])]).get("id")
    found: dict[str, JsonValue] = dict(zip(_FILTERS, (about["type"], project, subject), strict=True))
    return all(found[name] in values for name, values in wanted.items() if values)
