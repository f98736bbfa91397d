from __future__ import annotations

import trio
from outcome import Error

from triopenai import APIStatusError, open_client
from triopenai.concurrency import map_failure

MODELS = ["gpt-4", "no-such-model", "gpt-5"]


async def main() -> None:
    async with open_client() as client:
        # The first failure cancels the rest, and leaves as itself.
        try:
            await client.map(client.models.retrieve, MODELS, limit=1)
        except APIStatusError as error:
            failure = map_failure(error)
            assert failure is not None
            print(f"{MODELS[failure.index]} failed: {error.code}; finished before: {[*failure.results]}")

        # To keep the others, take errors as results.
        found = await client.map(client.models.retrieve, MODELS, limit=3, on_error="outcome")
        for name, result in zip(MODELS, found, strict=True):
            print(f"{name}: {'missing' if isinstance(result, Error) else result.unwrap().id}")


if __name__ == "__main__":
    trio.run(main)
