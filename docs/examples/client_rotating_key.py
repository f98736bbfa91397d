import os

import trio

from triopenai import open_client


async def current_key() -> str:
    # Here a program would ask its secret store.
    await trio.lowlevel.checkpoint()
    return os.environ["OPENAI_API_KEY"]


async def main() -> None:
    async with open_client(api_key=current_key) as client:
        print((await client.models.retrieve("gpt-4")).id)


if __name__ == "__main__":
    trio.run(main)
