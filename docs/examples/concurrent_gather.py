from functools import partial

import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        model, reply = await client.gather(
            partial(client.models.retrieve, "gpt-5"),
            partial(client.responses.create, model="gpt-5", input="Hello"),
        )
        print(model.id)
        print(reply.output_text)


if __name__ == "__main__":
    trio.run(main)
