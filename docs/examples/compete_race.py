from functools import partial

import trio

from triopenai import open_client

QUESTION = "In one sentence: why is the sky blue?"


async def main() -> None:
    async with open_client() as client:
        reply = await client.race(
            partial(client.responses.create, model="gpt-5", input=QUESTION),
            partial(client.responses.create, model="gpt-5-mini", input=QUESTION),
        )
        print(reply.output_text)


if __name__ == "__main__":
    trio.run(main)
