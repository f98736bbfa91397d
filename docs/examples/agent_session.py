from typing import Any

import trio

from triopenai import open_client
from triopenai.agents import AgentToolError
from triopenai.types.beta import AgentToolParam

CLOCK: AgentToolParam = {
    "type": "function",
    "name": "clock",
    "description": "Tells the time.",
    "parameters": {"type": "object", "properties": {"zone": {"type": "string"}}},
}


async def clock(arguments: dict[str, Any]) -> dict[str, Any]:
    await trio.sleep(0.1)
    return {"zone": arguments.get("zone", "UTC"), "hours": 12, "minutes": 30}


def report(failure: AgentToolError) -> None:
    print(failure.tool_name, "failed:", failure.error)


async def main() -> None:
    async with open_client() as client:
        sessions = client.beta.agents.sessions
        session = await sessions.create(
            environment={"type": "none"},
            agent={"model": "gpt-5", "instructions": "Be brief.", "tools": [CLOCK]},
        )
        async with sessions.stream(
            session.id, input="What time is it?", tool_handlers={"clock": clock}, on_tool_error=report
        ) as stream:
            async for event in stream:
                if event.type == "agent.session.turn.output_text.delta":
                    print(event.delta, end="")
            result = await stream.get_final_result()
        print()
        print(result.turn.status)


if __name__ == "__main__":
    trio.run(main)
