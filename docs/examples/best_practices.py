from __future__ import annotations

import trio

from triopenai import APIError, Client, open_client

QUESTIONS = [f"Why does {thing} matter?" for thing in ("sleep", "soil", "salt", "silence")]


async def answer(client: Client, question: str) -> str | None:
    """Answer within ten seconds, or not at all: one bad question must not stop the others."""
    with trio.move_on_after(10):
        try:
            response = await client.responses.create(model="gpt-5", input=question)
        except APIError as error:
            print(f"failed: {error}")  # names the call, the request id and the number of attempts
            return None
        return response.output_text
    return None


async def main() -> None:
    async with open_client(max_retries=4, preload=["responses"]) as client:

        async def work(question: str) -> tuple[str, str | None]:
            return question, await answer(client, question)

        async with client.map_each(work, QUESTIONS, limit=8, ordered=False) as results:
            async for question, text in results:
                print(f"{question} {text}")


if __name__ == "__main__":
    trio.run(main)
