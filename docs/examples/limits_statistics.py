import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        await client.responses.create(model="gpt-5", input="Hello!")
        for lane in client.statistics().limits:
            print(f"{lane.key}: {lane.accepted} answered, {lane.refused} refused, {lane.waiting} waiting")


if __name__ == "__main__":
    trio.run(main)
