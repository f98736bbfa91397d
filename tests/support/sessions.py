"""Sessions that have been begun, for operations that work on them or on what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import trio

from triopenai import raw

if TYPE_CHECKING:
    from triopenai import Client
    from triopenai._sansio.operation import Operation
    from triopenai.types.beta import AgentSessionInputMessageParam, AgentSessionInputParam

__all__ = ["QUESTION", "prepared_automation", "prepared_call", "prepared_chat", "prepared_session"]

MESSAGE: AgentSessionInputMessageParam = {
    "role": "user",
    "content": [{"type": "input_text", "text": "Hello!"}],
}
QUESTION: AgentSessionInputParam = {"type": "agent.session.input.message", "input": [MESSAGE]}


async def prepared_session(client: Client, operation: Operation[object], keywords: dict[str, Any]) -> str:
    """Two sessions of two turns each, and the id of what the operation takes."""
    agent = await client.beta.agents.create(model="gpt-5", multi_agent={"enabled": True})
    sessions = client.beta.agents.sessions
    if operation.name.endswith("sessions.create"):
        keywords["agent_id"] = agent.id
        return ""
    for _ in range(2):
        id_ = (await sessions.create(agent_id=agent.id, environment={"type": "openai_hosted"})).id
        for _ in range(2):
            await sessions.events.create(id_, events=[QUESTION])
            await trio.sleep(60)
    if "events" in keywords:
        keywords["events"] = [QUESTION]
    ids = {"session_id": id_}
    for name in operation.path_params[1:]:
        below: Any = sessions.subagents.turns if "subagent_id" in ids else getattr(sessions, f"{name[:-3]}s")
        last = list(ids)[-1]
        above = {key: value for key, value in ids.items() if key != last}
        ids[name] = (await below.list(ids[last], **above)).data[0].id
    keywords |= {name: ids[name] for name in operation.path_params[:-1]}
    return ids[operation.path_params[-1]] if operation.path_params else ""


async def prepared_automation(client: Client) -> str:
    """An automation that is paused."""
    agent = await client.beta.agents.create(model="gpt-5")
    automation = await client.beta.agents.automations.create(
        type="once",
        name="Later",
        run_at=1_760_000_000,
        target={
            "type": "new_session",
            "agent_id": agent.id,
            "environment": {"type": "none"},
            "input": [MESSAGE],
        },
    )
    return (await client.beta.agents.automations.pause(automation.id)).id


async def prepared_call(client: Client, name: str) -> str:
    """A call of the realtime API, or a session of the live one, in the state that the operation needs."""
    if name.startswith("realtime."):
        reply = await raw(client.realtime.calls.create)(sdp="v=0")
        await reply.parse().read()
        id_ = reply.headers["location"].rpartition("/")[2]
        calls: Any = client.realtime.calls
    else:
        session: Any = {"model": "gpt-live"}
        id_ = (
            await client.live.create(session=session, transport={"type": "webrtc", "sdp": "v=0"})
        ).session.id
        calls = client.live.sessions
    if name.endswith("refer"):
        await (
            calls.accept(id_, type="realtime") if name.startswith("r") else calls.accept(id_, session=session)
        )
    if name.endswith("download_recording"):
        await calls.hangup(id_)
    return id_


async def prepared_chat(client: Client) -> str:
    """Two threads of ChatKit, and the id of one."""
    for _ in range(2):
        await client.beta.chatkit.sessions.create(user="ada", workflow={"id": "wf_1"})
    return (await client.beta.chatkit.threads.list()).data[0].id
