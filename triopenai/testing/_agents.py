"""Agents, their environments and automations, and vaults; the sessions are elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from triopenai._operations import beta_agents
from triopenai.testing import _agent_sessions
from triopenai.testing._answer import Answer, ApiError
from triopenai.testing._files import stored_file
from triopenai.testing._kept import Fields, Kept, KeptArea, operations_of
from triopenai.testing._router import Route

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonValue
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_AUTOMATION = "/agents/automations/{automation_id}"


def _begin_environment(_: Call, given: Fields) -> Mapping[str, JsonValue]:
    wanted = given["environment"]
    return wanted if isinstance(wanted, Mapping) else {}


def _begin_file(call: Call, given: Fields) -> Mapping[str, JsonValue]:
    id_ = given.get("file_id")
    if id_ is None:
        return {"size_bytes": len(str(given.get("data", "")).encode())}
    return {"size_bytes": len(stored_file(call.store, str(id_), "file_id").content)}


def _begin_agent(call: Call, given: Fields) -> Mapping[str, JsonValue]:
    return {"updated_at": call.store.now(), **_agent_sessions.agent_defaults(given)}


def _begin_automation(_: Call, given: Fields) -> Mapping[str, JsonValue]:
    return {"type": "once" if "run_at" in given else "periodic"}


_AREA = KeptArea(
    operations_of(beta_agents),
    (
        Kept(path="/agents/{agent_id}", prefix="agent_", noun="agent", begin=_begin_agent),
        Kept(
            path="/agents/environments/{environment_id}",
            prefix="env_",
            noun="environment",
            starts={"status": "ready"},
            begin=_begin_environment,
        ),
        Kept(path="/agents/environments/{environment_id}/files/{path}", noun="file", begin=_begin_file),
        Kept(
            path="/agents/environments/templates/{environment_template_id}",
            prefix="envtmpl_",
            noun="environment template",
        ),
        Kept(
            path=_AUTOMATION,
            prefix="automation_",
            noun="automation",
            starts={"status": "active", "created_by": {"type": "developer"}},
            begin=_begin_automation,
        ),
        Kept(
            path=f"{_AUTOMATION}/invocations/{{invocation_id}}",
            prefix="invocation_",
            noun="invocation",
            starts={"status": "completed", "source": {"type": "manual"}},
        ),
        Kept(path="/vaults/{vault_id}", prefix="vault_", noun="vault"),
        Kept(path="/vaults/{vault_id}/credentials/{credential_id}", prefix="cred_", noun="credential"),
    ),
)


def _pause(call: Call) -> Answer:
    return _turn(call, "pause", "active", "paused")


def _resume(call: Call) -> Answer:
    return _turn(call, "resume", "paused", "active")


def _turn(call: Call, verb: str, before: str, after: str) -> Answer:
    automation = _AREA.find(call, _AUTOMATION).about
    if automation["status"] != before:
        message = f"The automation is {automation['status']}: it cannot {verb}."
        raise ApiError(400, message)
    automation["status"] = after
    return _AREA.answer(call, _AREA.operation("POST", f"{_AUTOMATION}/{verb}"), automation)


def _find_agent(call: Call) -> Fields:
    return _AREA.find(call, "/agents/{agent_id}").about


ROUTES = (
    *_AREA.routes(),
    Route("POST", f"{_AUTOMATION}/pause", _pause),
    Route("POST", f"{_AUTOMATION}/resume", _resume),
    *_agent_sessions.routes(_find_agent),
)
