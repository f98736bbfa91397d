import trio

from triopenai import open_client


async def get_weather(city: str) -> str:
    """The weather in a city."""
    await trio.sleep(0.01)  # a request to another service, say
    return f"sunny in {city}"


async def main() -> None:
    async with (
        open_client() as client,
        client.responses.run_tools(
            model="gpt-5", input="How is the weather in Lisbon?", tools=[get_weather]
        ) as run,
    ):
        async for event in run.events():
            if event.type == "response.output_text.delta":
                print(event.delta, end="", flush=True)
            elif event.type == "step":
                for result in event.results:
                    print(f"[{result.name}{result.arguments}: {result.output}]")
    print()


if __name__ == "__main__":
    trio.run(main)
