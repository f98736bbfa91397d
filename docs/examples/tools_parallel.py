from __future__ import annotations

import trio

from triopenai import open_client


async def get_weather(city: str, days: int = 1) -> str:
    """The weather in a city.

    Args:
        city: Its name in English.
        days: How many days ahead.
    """
    await trio.sleep(0.01)  # a request to another service, say
    return f"sunny in {city} for {days} days"


def get_population(city: str) -> int:
    """How many people live in a city."""
    return {"Lisbon": 567_000}.get(city, 0)  # not async: it is called in a thread


async def main() -> None:
    async with (
        open_client() as client,
        client.responses.run_tools(
            model="gpt-5",
            input="Tell me of the weather and the population of Lisbon",
            tools=[get_weather, get_population],
            tool_timeout=10,
        ) as run,
    ):
        async for step in run:
            for result in step.results:
                print(f"{result.name}{result.arguments}: {result.output}")
        response = await run.get_final_response()
    print(response.output_text)
    print(f"{run.usage.requests} requests, {run.usage.total_tokens} tokens")


if __name__ == "__main__":
    trio.run(main)
