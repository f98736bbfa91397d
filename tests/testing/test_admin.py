"""Administration: every collection by one walk, then what is special about some."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import trio

from triopenai import BadRequestError, Client, NotFoundError, PermissionDeniedError, open_client

if TYPE_CHECKING:
    from collections.abc import Callable

    from triopenai import BaseModel
    from triopenai.testing import Sandbox


class Kind(NamedTuple):
    """A collection: where it is, how an object is made, what can be changed to what."""

    path: str
    make: dict[str, Any]
    change: dict[str, Any] | None = None
    begins_with: int = 0
    within: Callable[[str], dict[str, str]] = lambda _: {}


def project(id_: str) -> dict[str, str]:
    return {"project_id": id_}


SEARCH: Any = [{"type": "web_search"}]
MONEY: dict[str, Any] = {
    "currency": "USD",
    "interval": "month",
    "threshold_amount": 5,
    "notification_channel": {"type": "email", "recipients": ["ada@example.com"]},
}
KINDS = (
    Kind("admin_api_keys", {"name": "ci"}),
    Kind("certificates", {"name": "tls", "certificate": "PEM"}, {"name": "new"}),
    Kind(
        "external_storage",
        {"project_id": "proj_1", "provider": {"type": "aws", "bucket": "b", "region": "r", "role_arn": "x"}},
    ),
    Kind("external_keys", {"name": "kms", "type": "aws"}),
    Kind("groups", {"name": "Readers"}, {"name": "Writers"}),
    Kind("invites", {"email": "eve@example.com", "role": "reader"}),
    Kind("projects", {"name": "Apollo"}, {"name": "Gemini"}, begins_with=1),
    Kind("roles", {"role_name": "ops", "permissions": ["api.read"]}, {"permissions": ["api.write"]}),
    Kind("spend_alerts", MONEY, {**MONEY, "threshold_amount": 9}),
    Kind("workload_identity_providers", {"name": "ci", "type": "oidc", "issuer": "i", "audience": "a"}),
    Kind("projects.service_accounts", {"name": "bot"}, {"name": "droid"}, within=project),
    Kind("projects.spend_alerts", MONEY, {**MONEY, "threshold_amount": 9}, within=project),
    Kind("projects.roles", {"role_name": "ops", "permissions": []}, {"description": "d"}, within=project),
)


async def walk(client: Client, kind: Kind, project_id: str) -> list[str]:
    """Everything that can be done with a collection; what went wrong."""
    area: Any = attrgetter(kind.path)(client.admin.organization)
    within = kind.within(project_id)
    above = list(within.values())
    made = [await area.create(*above, **kind.make) for _ in range(3)]
    ids = [one.id for one in made]
    listed = [one.id async for one in area.list(*above, limit=2)]
    wrong = differing(kind, made[0], kind.make)
    if sorted(listed)[-3:] != sorted(ids) or len(listed) != 3 + kind.begins_with:
        wrong.append(f"{kind.path} lists {listed}, not {ids}")
    if kind.change is not None:
        await area.update(ids[0], **within, **kind.change)
        wrong += differing(kind, await area.retrieve(ids[0], **within), kind.change)
    gone = ["unknown"]
    if hasattr(area, "delete"):
        await area.delete(ids[1], **within)
        gone.append(ids[1])
        if ids[1] in [one.id async for one in area.list(*above)]:
            wrong.append(f"{kind.path} lists what was deleted")
    for id_ in gone:
        try:
            await area.retrieve(id_, **within)
        except NotFoundError as error:
            wrong += [f"{kind.path}: {error}"] if id_ not in error.message else []
        else:
            wrong.append(f"{kind.path} has {id_}")
    return wrong


def differing(kind: Kind, found: BaseModel, wanted: dict[str, Any]) -> list[str]:
    """The plain fields of an object that have another value than they were given."""
    shown = found.to_dict()
    return [
        f"{kind.path} has {shown[name]} for {name}, not {value}"
        for name, value in wanted.items()
        if isinstance(value, str | int) and shown.get(name, value) != value
    ]


async def test_collections_keep_what_is_created(client: Client) -> None:
    wrong: list[str] = []
    home = await client.admin.organization.projects.create(name="home")
    await client.admin.organization.projects.archive(home.id)
    for kind in KINDS:
        wrong += await walk(client, kind, home.id)
    assert wrong == []


async def test_members_are_those_of_the_organization(client: Client) -> None:
    organization = client.admin.organization
    project_id = (await organization.projects.create(name="Apollo")).id
    ada, grace = reversed((await organization.users.list()).data)
    group = await organization.groups.create(name="Readers")
    added = await organization.projects.users.create(project_id, email="grace@example.com", role="member")
    assert (added.id, added.name, added.role) == (grace.id, "Grace", "member")
    with pytest.raises(BadRequestError, match="already"):
        await organization.projects.users.create(project_id, user_id=grace.id, role="member")
    with pytest.raises(NotFoundError, match="user_x"):
        await organization.groups.users.create(group.id, user_id="user_x")
    await organization.groups.users.create(group.id, user_id=ada.id)
    assert [one.name async for one in organization.groups.users.list(group.id)] == ["Ada"]
    role = await organization.projects.roles.create(project_id, role_name="ops", permissions=["api.read"])
    given = await organization.projects.users.roles.create(grace.id, project_id=project_id, role_id=role.id)
    assert (given.user.id, given.role.name) == (grace.id, "ops")
    await organization.projects.users.delete(grace.id, project_id=project_id)
    with pytest.raises(NotFoundError, match=grace.id):
        await organization.projects.users.roles.list(grace.id, project_id=project_id)
    assert (await organization.users.update(ada.id, role="reader")).role == "reader"
    await organization.users.delete(grace.id)
    assert [one.id async for one in organization.users.list()] == [ada.id]


async def test_archived_project_is_listed_only_when_asked_for(client: Client) -> None:
    projects = client.admin.organization.projects
    made = await projects.create(name="Apollo")
    archived = await projects.archive(made.id)
    assert (archived.status, archived.archived_at) == ("archived", archived.created_at)
    assert made.id not in [one.id async for one in projects.list()]
    assert made.id in [one.id async for one in projects.list(include_archived=True)]
    with pytest.raises(BadRequestError, match="archived"):
        await projects.archive(made.id)


async def test_service_account_brings_a_key(client: Client) -> None:
    projects = client.admin.organization.projects
    home = (await projects.list()).data[0].id
    account = await projects.service_accounts.create(home, name="bot")
    assert account.api_key is not None
    kept = await projects.api_keys.retrieve(account.api_key.id, project_id=home)
    assert account.api_key.value not in str(kept.to_dict())
    more = await projects.service_accounts.api_keys.create(account.id, project_id=home, expires_in_seconds=60)
    assert more.expires_at == more.created_at + 60
    await projects.api_keys.delete(more.id, project_id=home)
    with pytest.raises(NotFoundError, match=more.id):
        await projects.api_keys.retrieve(more.id, project_id=home)


async def test_certificates_are_switched_for_all_or_for_a_project(client: Client) -> None:
    organization = client.admin.organization
    certificate = await organization.certificates.create(certificate="PEM")
    home = (await organization.projects.list()).data[0].id
    for area in (organization.certificates, organization.projects.certificates):
        above = () if area is organization.certificates else (home,)
        await area.activate(*above, certificate_ids=[certificate.id])
        assert [one.active async for one in area.list(*above)] == [True]
        await area.deactivate(*above, certificate_ids=[certificate.id])
        assert [one.active async for one in area.list(*above)] == [False]
    with pytest.raises(NotFoundError, match="cert_x"):
        await organization.certificates.activate(certificate_ids=["cert_x"])


async def test_limits_and_settings_are_kept(client: Client) -> None:
    organization = client.admin.organization
    home = (await organization.projects.list()).data[0].id
    with pytest.raises(NotFoundError, match="spend limit"):
        await organization.spend_limit.retrieve()
    await organization.spend_limit.update(currency="USD", interval="month", threshold_amount=100)
    assert (await organization.spend_limit.retrieve()).threshold_amount == 100
    assert (await organization.spend_limit.delete()).deleted
    kept = await organization.data_retention.update(retention_type="zero_data_retention")
    assert (await organization.data_retention.retrieve()).to_dict() == kept.to_dict()
    limits = organization.projects.rate_limits
    first = (await limits.list_rate_limits(home)).data[0]
    await limits.update_rate_limit(first.id, project_id=home, max_requests_per_1_minute=1)
    changed = [one async for one in limits.list_rate_limits(home) if one.id == first.id]
    assert changed[0].max_requests_per_1_minute == 1


async def test_audit_log_tells_of_changes(client: Client) -> None:
    organization = client.admin.organization
    made = await organization.projects.create(name="Apollo")
    await organization.invites.create(email="eve@example.com", role="reader")
    await organization.projects.archive(made.id)
    logged = [one async for one in organization.audit_logs.list(limit=2)]
    assert [one.type for one in logged][:3] == ["project.archived", "invite.sent", "project.created"]
    assert logged[2].project_created is not None
    assert logged[2].project_created.id == made.id
    found = organization.audit_logs.list(event_types=["project.created", "project.archived"])
    assert [one.type async for one in found] == ["project.archived", "project.created"]


async def test_usage_comes_in_buckets_and_pages(client: Client) -> None:
    usage = client.admin.organization.usage
    start = 1_749_945_600
    first = await usage.completions(start_time=start, end_time=start + 4 * 3600, bucket_width="1h", limit=3)
    assert [one.end_time - one.start_time for one in first.data] == [3600] * 3
    assert first.next_page is not None
    rest = await usage.completions(
        start_time=start, end_time=start + 4 * 3600, bucket_width="1h", limit=3, page=first.next_page
    )
    assert (len(rest.data), rest.has_more) == (1, False)
    assert [one.results for one in (*first.data, *rest.data)] == [[]] * 4


async def test_usage_is_what_was_served(client: Client, autojump_clock: trio.testing.MockClock) -> None:
    usage = client.admin.organization.usage
    spent = 0
    for model in ("gpt-4", "gpt-5", "gpt-5"):
        question: Any = [{"role": "user", "content": "Hello!"}]
        reply = await client.chat.completions.create(model=model, messages=question)
        assert reply.usage is not None
        answer = await client.responses.create(model=model, input="Search the web", tools=SEARCH)
        assert answer.usage is not None
        spent += reply.usage.total_tokens + answer.usage.total_tokens
        await trio.sleep(60)
    for _ in range(2):
        await client.images.generate(prompt="A cat", n=3)
        await (await client.audio.speech.create(input="Meow", model="tts-1", voice="alloy")).read()
        await client.containers.create(name="Box")
    spent += (await client.embeddings.create(input="Purr", model="text-embedding-3-small")).usage.total_tokens
    start = 1_750_000_000
    minutes = (await usage.completions(start_time=start, bucket_width="1m")).data
    assert [[line.to_dict()["num_model_requests"] for line in one.results] for one in minutes] == [
        [2],
        [2],
        [2],
        [],
    ]
    (day,) = (await usage.completions(start_time=start, group_by=["model"])).data
    assert [(line.to_dict()["model"], line.to_dict()["num_model_requests"]) for line in day.results] == [
        ("gpt-4", 2),
        ("gpt-5", 4),
    ]
    (day,) = (await usage.completions(start_time=start, models=["gpt-4"])).data
    assert [line.to_dict()["num_model_requests"] for line in day.results] == [2]
    found = {
        "images": await usage.images(start_time=start),
        "characters": await usage.audio_speeches(start_time=start),
        "num_sessions": await usage.code_interpreter_sessions(start_time=start),
        "num_requests": await usage.web_search_calls(start_time=start),
    }
    counted = {name: page.data[0].results[0].to_dict()[name] for name, page in found.items()}
    assert counted == {"images": 6, "characters": 8, "num_sessions": 2, "num_requests": 3}
    assert (await usage.moderations(start_time=start)).data[0].results == []
    (line,) = (await usage.costs(start_time=start)).data[0].results
    assert line.to_dict()["amount"] == {"value": spent / 100_000, "currency": "usd"}


async def test_project_key_does_not_lead_there(sandbox: Sandbox) -> None:
    async with open_client(**sandbox.client_options, admin_api_key=sandbox.api_key) as client:
        with pytest.raises(PermissionDeniedError, match="admin key"):
            await client.admin.organization.projects.list()
        with pytest.raises(PermissionDeniedError, match="admin key"):
            await client.admin.organization.projects.roles.list("proj_00000001")
