from __future__ import annotations

import trio

from triopenai import open_client


def get_weather(city: str) -> str:
    """The weather in a city."""
    message = f"no station in {city}"
    raise LookupError(message)


async def main() -> None:
    question = "How is the weather in Lisbon?"
    async with open_client() as client:
        # The model is told, and answers as well as it can.
        async with client.responses.run_tools(model="gpt-5", input=question, tools=[get_weather]) as run:
            await run.until_done()
        print("the model was told:", run.steps[0].results[0].output)

        # The caller is told, by the exception itself.
        try:
            async with client.responses.run_tools(
                model="gpt-5", input=question, tools=[get_weather], on_tool_error="raise"
            ) as run:
                await run.until_done()
        except LookupError as error:
            print("the caller was told:", error)


if __name__ == "__main__":
    trio.run(main)
