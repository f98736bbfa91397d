"""Administration: the organization's members, projects, keys, roles, limits and certificates.

The organization begins with two users and a project. What is changed shows in its audit log.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from triopenai._operations import admin_members, admin_organization, admin_projects
from triopenai.testing import _admin_audit, _admin_usage
from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._complete import complete
from triopenai.testing._kept import Fields, Kept, KeptArea, listing, operations_of, read_fields
from triopenai.testing._router import Route

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from triopenai._sansio.operation import PageOperation
    from triopenai.testing._answer import JsonValue
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_ORG = "/organization"
_USER = f"{_ORG}/users/{{user_id}}"
_GROUP = f"{_ORG}/groups/{{group_id}}"
_ROLE = f"{_ORG}/roles/{{role_id}}"
_CERTIFICATE = f"{_ORG}/certificates/{{certificate_id}}"
_PROJECT = f"{_ORG}/projects/{{project_id}}"
_PROJECT_CERTIFICATE = f"{_PROJECT}/certificates/{{certificate_id}}"
_PROJECT_ROLE = "/projects/{project_id}/roles/{role_id}"
_API_KEY = f"{_PROJECT}/api_keys/{{api_key_id}}"
_ACCOUNT = f"{_PROJECT}/service_accounts/{{service_account_id}}"
_PROVIDER = f"{_ORG}/workload_identity_providers/{{workload_identity_provider_id}}"
_ADMIN_KEY = f"{_ORG}/admin_api_keys/{{key_id}}"
_INVITE = f"{_ORG}/invites/{{invite_id}}"
_EXTERNAL_KEY = f"{_ORG}/external_keys/{{external_key_id}}"
_STORAGE = f"{_ORG}/external_storage/{{external_storage_id}}"
_PENDING: Fields = {"status": "pending"}
_ACTIVE: Fields = {"status": "active"}
_OPEN: Fields = {"owner_project_access": "active"}
_ADA: Fields = {"id": "user_00000001", "name": "Ada", "email": "ada@example.com", "role": "owner"}
_WEEK = 7 * 86400
_LIMITED = ("gpt-4", "gpt-4o", "gpt-5")


def _seed_users(_: Call) -> Iterator[Fields]:
    yield {"name": "Ada", "email": "ada@example.com", "role": "owner"}
    yield {"name": "Grace", "email": "grace@example.com", "role": "reader"}


def _seed_projects(_: Call) -> Iterator[Fields]:
    yield {"name": "Default project"}


def _seed_limits(_: Call) -> Iterator[Fields]:
    for model in _LIMITED:
        limits: Fields = {"max_requests_per_1_minute": 10_000, "max_tokens_per_1_minute": 2_000_000}
        yield {"id": f"rl-{model}", "model": model, **limits}


def _seed_keys(_: Call) -> Iterator[Fields]:
    owner: Fields = {"type": "user", "user": _ADA}
    for name in ("sandbox", "spare"):
        yield {"name": name, "redacted_value": "sk-s***89", "owner": owner}


def _expiry(call: Call, fields: Fields) -> Mapping[str, JsonValue]:
    seconds = fields.get("expires_in_seconds")
    return {} if seconds is None else {"expires_at": call.store.now() + cast("int", seconds)}


def _admin_key(call: Call, _: Fields) -> Mapping[str, JsonValue]:
    value = call.store.new_id("sk-admin-")
    owner: Fields = {**_ADA, "type": "user", "object": "organization.user"}
    return {"value": value, "redacted_value": f"sk-admin***{value[-2:]}", "owner": owner}


def _invited(call: Call, given: Fields) -> Mapping[str, JsonValue]:
    return {"expires_at": call.store.now() + _WEEK, "projects": given.get("projects", [])}


def _role_name(_: Call, fields: Fields) -> Mapping[str, JsonValue]:
    return {"name": fields["role_name"]} if "role_name" in fields else {}


def _retention(_: Call, fields: Fields) -> Mapping[str, JsonValue]:
    return {"type": fields["retention_type"]}


def _permissions(_: Call, fields: Fields) -> Mapping[str, JsonValue]:
    return {"api_model_ids": fields["model_ids"]}


def _dated(call: Call, given: Fields) -> Mapping[str, JsonValue]:
    now = call.store.now()
    dates: Fields = {"valid_at": now, "expires_at": now + 52 * _WEEK, "content": given.get("certificate")}
    return {"certificate_details": dates, "object": "certificate"}


def _key_of_account(call: Call, given: Fields) -> Mapping[str, JsonValue]:
    if given.get("create_service_account_only"):
        return {}
    return {"api_key": _add_key(call, str(given["id"]), "Secret Key", given)}


def _add_key(call: Call, account: str, name: str, fields: Fields) -> Fields:
    value = call.store.new_id("sk-svcacct-")
    owner: Fields = {"type": "service_account", "service_account": {"id": account, "name": name}}
    kept: Fields = {"name": name, "redacted_value": f"sk-svcacct***{value[-2:]}", "owner": owner}
    about = _AREA.add(call, _API_KEY, {**kept, **_expiry(call, fields)}).about
    return {**about, "object": "organization.project.service_account.api_key", "value": value}


def _settings(of: str) -> Iterator[Kept]:
    """What the organization and each of its projects have alike."""
    yield Kept(path=f"{of}/data_retention", noun="data retention", reads=_retention)
    yield Kept(path=f"{of}/spend_limit", noun="spend limit")
    yield Kept(path=f"{of}/spend_alerts/{{alert_id}}", prefix="alert_", noun="spend alert")


def _members() -> Iterator[Kept]:
    """What is made of objects from elsewhere."""
    yield Kept(path=f"{_GROUP}/users/{{user_id}}", noun="user", links=(_USER,))
    yield Kept(path=f"{_PROJECT}/users/{{user_id}}", noun="user", links=(_USER,))
    yield Kept(path=f"{_PROJECT}/groups/{{group_id}}", noun="group", links=(_GROUP,))
    yield Kept(path=_PROJECT_CERTIFICATE, noun="certificate", links=(_CERTIFICATE,))
    for path in (_USER, _GROUP):
        yield Kept(path=f"{path}/roles/{{role_id}}", noun="role", links=(_ROLE,))
    for path in ("/projects/{project_id}/users/{user_id}", "/projects/{project_id}/groups/{group_id}"):
        yield Kept(path=f"{path}/roles/{{role_id}}", noun="role", links=(_PROJECT_ROLE, _ROLE))


def _objects() -> Iterator[Kept]:
    """What is made here, of the organization and then of its projects."""
    yield Kept(path=_ADMIN_KEY, prefix="key_", noun="admin API key", begin=_admin_key, reads=_expiry)
    yield Kept(path=_USER, prefix="user_", noun="user", seeds=_seed_users)
    yield Kept(path=_GROUP, prefix="group_", noun="group")
    yield Kept(path=_ROLE, prefix="role_", noun="role", reads=_role_name)
    yield Kept(path=_INVITE, prefix="invite-", noun="invite", starts=_PENDING, begin=_invited)
    yield Kept(path=_CERTIFICATE, prefix="cert_", noun="certificate", starts={"active": False}, begin=_dated)
    yield Kept(path=_EXTERNAL_KEY, prefix="extkey_", noun="external key")
    yield Kept(path=_STORAGE, prefix="extstorage_", noun="external storage", starts=_PENDING)
    yield Kept(path=_PROVIDER, prefix="wip_", noun="workload identity provider")
    rule = f"{_PROVIDER}/federation_rules/{{workload_identity_federation_rule_id}}"
    yield Kept(path=rule, prefix="wifr_", noun="federation rule")
    yield Kept(path=_PROJECT, prefix="proj_", noun="project", starts=_ACTIVE, seeds=_seed_projects)
    yield Kept(path=_PROJECT_ROLE, prefix="role_", noun="role", reads=_role_name)
    yield Kept(path=_API_KEY, prefix="key_", noun="API key", starts=_OPEN, seeds=_seed_keys, reads=_expiry)
    yield Kept(
        path=_ACCOUNT,
        prefix="svc_acct_",
        noun="service account",
        starts={"role": "member"},
        begin=_key_of_account,
    )
    yield Kept(path=f"{_PROJECT}/rate_limits/{{rate_limit_id}}", noun="rate limit", seeds=_seed_limits)
    yield Kept(path=f"{_PROJECT}/hosted_tool_permissions", noun="hosted tool permissions")
    yield Kept(path=f"{_PROJECT}/model_permissions", noun="model permissions", reads=_permissions)
    yield Kept(path=f"{_PROJECT}/service_tier_settings", noun="service tier settings")


_AREA = KeptArea(
    operations_of(admin_members, admin_organization, admin_projects),
    (*_objects(), *_members(), *_settings(_ORG), *_settings(_PROJECT)),
    base=_ORG,
    changed=_admin_audit.note,
)


def _projects(call: Call) -> Answer:
    shown = [entry.about for entry in _AREA.entries(call, _PROJECT).values()]
    if call.request.params.get("include_archived") != "true":
        shown = [one for one in shown if one["status"] != "archived"]
    operation = cast("PageOperation[object, object]", _AREA.operation("GET", f"{_ORG}/projects"))
    return listing(call, operation, shown, "asc")


def _archive(call: Call) -> Answer:
    project = _AREA.find(call, _PROJECT).about
    if project["status"] == "archived":
        message = f"Project {project['id']} is archived already."
        raise ApiError(400, message)
    project |= {"status": "archived", "archived_at": call.store.now()}
    return _AREA.answer(call, _AREA.operation("POST", f"{_PROJECT}/archive"), project)


def _create_key(call: Call) -> Answer:
    account = _AREA.find(call, _ACCOUNT).about
    operation = _AREA.operation("POST", f"{_ACCOUNT}/api_keys")
    fields = read_fields(call, operation)
    key = _add_key(call, str(account["id"]), str(fields.get("name", "Secret Key")), fields)
    return _AREA.answer(call, operation, key)


def _switch(root: str, verb: str, call: Call) -> Answer:
    """Turn certificates on or off: the organization's, or for a project."""
    operation = cast("PageOperation[object, object]", _AREA.operation("POST", f"{root}/{verb}"))
    ids = cast("list[str]", read_fields(call, operation)["certificate_ids"])
    kept = _AREA.entries(call, _CERTIFICATE)
    unknown = [id_ for id_ in ids if id_ not in kept]
    if unknown:
        message = f"No such certificate: {unknown[0]}"
        raise ApiError(404, message, param="certificate_ids", code="not_found")
    if root.startswith(_PROJECT):
        kept = _AREA.entries(call, _PROJECT_CERTIFICATE)
        for id_ in ids:
            if id_ not in kept:
                known = _AREA.entries(call, _CERTIFICATE)[id_].about
                _AREA.add(call, _PROJECT_CERTIFICATE, {**known, "object": None})
    for id_ in ids:
        kept[id_].about["active"] = verb == "activate"
    _admin_audit.note(call, operation, {"certificates": [dict(kept[id_].about) for id_ in ids]})
    about = [complete(operation.item, kept[id_].about, call.store) for id_ in ids]
    return JsonAnswer(value={"object": "list", "data": about, "has_more": False})


def _validate(path: str, call: Call) -> Answer:
    about = _AREA.find(call, path).about
    if "status" in about:
        about["status"] = "validated"
    return _AREA.answer(call, _AREA.operation("POST", f"{path}/validate"), about)


def _switches() -> Iterator[Route]:
    for root in (f"{_ORG}/certificates", f"{_PROJECT}/certificates"):
        for verb in ("activate", "deactivate"):
            yield Route("POST", f"{root}/{verb}", partial(_switch, root, verb))


ROUTES = (
    Route("GET", f"{_ORG}/projects", _projects),
    Route("POST", f"{_PROJECT}/archive", _archive),
    Route("POST", f"{_ACCOUNT}/api_keys", _create_key),
    *_switches(),
    *(Route("POST", f"{path}/validate", partial(_validate, path)) for path in (_EXTERNAL_KEY, _STORAGE)),
    Route("GET", f"{_ORG}/audit_logs", _admin_audit.page),
    *_admin_usage.ROUTES,
    *_AREA.routes(),
)
