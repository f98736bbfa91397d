import trio

from triopenai import open_client
from triopenai.concurrency import collect_text
from triopenai.types.responses import ResponseStreamEvent


async def count(events: trio.MemoryReceiveChannel[ResponseStreamEvent]) -> None:
    async with events:
        print(len([event async for event in events]), "events")


async def main() -> None:
    async with open_client() as client:
        stream = await client.responses.create(model="gpt-5", input="Tell a joke", stream=True)
        async with client.broadcast(stream, 2) as (first, second):
            client.start_soon(count, first)
            print(await collect_text(second))


if __name__ == "__main__":
    trio.run(main)
