from __future__ import annotations

import trio

from triopenai import APIStatusError, open_client

MODELS = ["gpt-4", "no-such-model", "gpt-5"]


async def main() -> None:
    async with open_client() as client:
        # The first failure cancels the rest, and leaves as itself.
        try:
            await client.map(client.models.retrieve, MODELS, limit=3)
        except APIStatusError as error:
            print(f"one failed, so all did: {error.code}")

        # To keep the others, let the function that is mapped catch the error.
        async def retrieve(name: str) -> str:
            try:
                return (await client.models.retrieve(name)).id
            except APIStatusError as error:
                return f"{name}: {error.code}"

        print(await client.map(retrieve, MODELS, limit=3))


if __name__ == "__main__":
    trio.run(main)
