"""Agents, their sessions and the live stream of those, environments, automations and vaults."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.support.sessions import QUESTION
from triopenai import BadRequestError, Client, NotFoundError, open_client
from triopenai.testing import Sandbox, open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from triopenai.types.beta import AgentSession, AgentSessionEvent
    from triopenai.types.beta.agents import SessionCreateAgentParam

TOOL: Any = {
    "type": "function",
    "name": "look",
    "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
}
BEGINS = ["turn.created", "in_progress", "turn.item.added", "turn.in_progress"]
ANSWERS = [
    "turn.item.added", "turn.content_part.added", "turn.output_text.delta", "turn.output_text.done",
    "turn.content_part.done", "turn.item.done", "turn.completed", "idle",
]  # fmt: skip


@asynccontextmanager
async def asking() -> AsyncIterator[tuple[Client, Sandbox]]:
    async with (
        open_sandbox() as sandbox,
        open_client(**sandbox.client_options, strict=True, max_retries=0) as client,
    ):
        yield client, sandbox
        assert sandbox.crashes == ()


async def begin(client: Client, **agent: Any) -> AgentSession:
    given: SessionCreateAgentParam = {"model": "gpt-5", **agent}  # type: ignore[typeddict-item]  # any of them
    return await client.beta.agents.sessions.create(agent=given, environment={"type": "none"})


def names(events: list[AgentSessionEvent]) -> list[str]:
    """The names of events without what they all begin with, and of equal ones in a row one."""
    found: list[str] = []
    for event in events:
        name = event.type.removeprefix("agent.session.")
        if found[-1:] != [name]:
            found.append(name)
    return found


async def test_agent_is_kept_changed_listed_and_deleted(autojump_clock: trio.testing.MockClock) -> None:
    async with asking() as (client, _):
        agents = client.beta.agents
        first = await agents.create(model="gpt-5", tools=[TOOL], metadata={"a": "b"})
        second = await agents.create(model="gpt-5", name="Ada")
        await trio.sleep(5)
        changed = await agents.update(first.id, name="Eve", reasoning={"effort": "high"})
        assert (changed.name, changed.reasoning.effort, changed.metadata) == ("Eve", "high", {"a": "b"})
        assert changed.updated_at == first.created_at + 5
        assert (await agents.retrieve(first.id)).to_dict() == changed.to_dict()
        assert [one.id async for one in agents.list(limit=1)] == [second.id, first.id]
        assert (await agents.delete(first.id)).object == "agent.deleted"
        with pytest.raises(NotFoundError, match=first.id):
            await agents.retrieve(first.id)
        with pytest.raises(NotFoundError, match=first.id):
            await agents.sessions.create(agent_id=first.id, environment={"type": "none"})


async def test_session_stream_is_open_before_there_is_anything_to_tell() -> None:
    async with asking() as (client, _):
        sessions = client.beta.agents.sessions
        session = await begin(client)
        events: list[AgentSessionEvent] = []
        async with await sessions.events.stream(session.id) as stream:
            events.append(await anext(stream))
            for turn in (1, 2):
                await sessions.events.create(session.id, events=[QUESTION])
                async for event in stream:
                    events.append(event)
                    if event.type == "agent.session.idle":
                        break
                assert len([one async for one in sessions.turns.list(session.id)]) == turn
        assert names(events) == ["idle", *BEGINS, *ANSWERS, *BEGINS, *ANSWERS]
        assert len({event.event_id for event in events}) == len(events)
        said = "".join(one.delta for one in events if one.type == "agent.session.turn.output_text.delta")
        answers = [one.to_dict() async for one in sessions.items.list(session.id)]
        assert said == "".join(str(one["content"][0]["text"]) for one in answers if one["role"] != "user")  # type: ignore[index]  # JSON


async def test_session_goes_on_with_the_clock(autojump_clock: trio.testing.MockClock) -> None:
    async with asking() as (client, _):
        sessions = client.beta.agents.sessions
        session = await sessions.create(
            agent={"model": "gpt-5", "multi_agent": {"enabled": True}},
            environment={"type": "openai_hosted"},
            input="Hello!",
            spend_control={"limit": 1},
        )
        assert session.status == "in_progress"
        with pytest.raises(BadRequestError, match="in_progress"):
            await sessions.events.create(session.id, events=[QUESTION])
        await trio.sleep(10)
        assert (await sessions.retrieve(session.id)).status == "budget_reached"
        (turn,) = (await sessions.turns.list(session.id)).data
        assert (turn.status, turn.completed_at) == ("completed", 1_750_000_003)
        (artifact,) = (await sessions.artifacts.list(session.id)).data
        content = await sessions.artifacts.content(artifact.id, session_id=session.id)
        assert artifact.size_bytes == len(await content.read())
        await sessions.artifacts.delete(artifact.id, session_id=session.id)
        assert [one async for one in sessions.artifacts.list(session.id)] == []
        (helper,) = (await sessions.subagents.list(session.id)).data
        assert helper.status == "closed"
        assert (await sessions.delete(session.id)).deleted
        with pytest.raises(NotFoundError, match=session.id):
            await sessions.turns.list(session.id)


async def test_session_waits_for_functions_and_for_leave() -> None:
    async with asking() as (client, _):
        sessions = client.beta.agents.sessions
        server = {"type": "mcp", "server_label": "docs", "transport": {"type": "http", "server_url": "x"}}
        session = await begin(client, tools=[TOOL, server])
        await sessions.events.create(session.id, events=[QUESTION])
        events: list[AgentSessionEvent] = []
        async with await sessions.events.stream(session.id) as stream:
            async for event in stream:
                events.append(event)
                if event.type == "agent.session.requires_action":
                    call, leave = (one.to_dict() for one in event.session.required_actions)
                    break
            assert call["arguments"] == {"city": "city"}
            result: Any = {"type": "agent.session.input.tool_result", "success": True, "output": "sun"}
            result |= {"call_id": call["call_id"], "turn_id": call["turn_id"]}
            await sessions.events.create(session.id, events=[result])
            assert (await sessions.retrieve(session.id)).status == "requires_action"
            with pytest.raises(BadRequestError, match="does not wait"):
                await sessions.events.create(session.id, events=[result])
            approval: Any = {
                "type": "agent.session.input.mcp_approval_request_result",
                "request_id": leave["request_id"],
                "response": {"type": "mcp_tool_call", "decision": "approve"},
            }
            await sessions.events.create(session.id, events=[approval])
            async for event in stream:
                events.append(event)
                if event.type == "agent.session.idle":
                    break
        kinds = [one.type async for one in sessions.items.list(session.id, order="asc")]
        assert kinds == ["message", "function_call", "function_call_output", "mcp_call", "message"]
        assert names(events)[-len(ANSWERS) :] == ANSWERS


async def test_turn_can_be_cancelled_and_its_input_repeated() -> None:
    async with asking() as (client, _):
        sessions = client.beta.agents.sessions
        session = await begin(client, tools=[TOOL])
        for _ in range(2):
            await sessions.events.create(session.id, events=[QUESTION], idempotency_key="once")
        await sessions.events.create(session.id, events=[{"type": "agent.session.input.cancel"}])
        assert [one.status async for one in sessions.turns.list(session.id)] == ["cancelled"]
        with pytest.raises(BadRequestError, match="no turn"):
            await sessions.events.create(session.id, events=[{"type": "agent.session.input.cancel"}])


async def test_session_is_created_with_a_stream_and_answers_by_a_schema() -> None:
    schema = {"type": "object", "properties": {"city": {"type": "string"}}}
    wanted: Any = {"format": {"type": "json_schema", "name": "a", "schema": schema}}
    async with asking() as (client, _):
        stream = await client.beta.agents.sessions.create(
            agent={"model": "gpt-5", "text": wanted},
            environment={"type": "none"},
            input=[{"role": "user", "content": [{"type": "input_text", "text": "Where?"}]}],
            stream=True,
        )
        events = [event async for event in stream]
        assert names(events) == ["created", *BEGINS, *ANSWERS]
        (text,) = (one.text for one in events if one.type == "agent.session.turn.output_text.done")
        assert json.loads(text) == {"city": "city"}


async def test_environments_automations_and_vaults_are_kept() -> None:
    async with asking() as (client, _):
        agents = client.beta.agents
        environment = await agents.environments.create(environment={"type": "openai_hosted"})
        file = await agents.environments.files.create(
            environment.id, path="/a.txt", type="inline", data="abc"
        )
        assert file.size_bytes > 0
        assert [one.path async for one in agents.environments.files.list(environment.id)] == ["/a.txt"]
        with pytest.raises(NotFoundError, match="env_x"):
            await agents.environments.files.list("env_x")
        vault = await agents.vaults.create(name="keys")
        secret: Any = {"type": "static_bearer", "mcp_server_url": "https://example.com", "token": "hidden"}
        credential = await agents.vaults.credentials.create(vault.id, name="docs", auth=secret)
        assert "hidden" not in str(credential.to_dict())
        await agents.vaults.delete(vault.id)
        with pytest.raises(NotFoundError, match=vault.id):
            await agents.vaults.credentials.retrieve(credential.id, vault_id=vault.id)
        target: Any = {"type": "existing_session", "session_id": "session_1", "instructions": "Go on."}
        automation = await agents.automations.create(
            type="periodic", name="Daily", expression="0 9 * * *", timezone="UTC", target=target
        )
        assert (await agents.automations.pause(automation.id)).status == "paused"
        with pytest.raises(BadRequestError, match="paused"):
            await agents.automations.pause(automation.id)
        invocation = await agents.automations.invocations.create(automation.id)
        assert invocation.automation_id == automation.id
