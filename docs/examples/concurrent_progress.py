import trio

from triopenai import open_client
from triopenai.concurrency import Progress
from triopenai.types.responses import Response

CITIES = ["Lisbon", "Oslo", "Nairobi", "Lima", "Hanoi", "Perth"]


def show(progress: Progress) -> None:
    print(f"{progress.done} of {len(CITIES)} done, {progress.tokens} tokens, {progress.rate:.1f} a second")


async def main() -> None:
    async with open_client() as client:

        async def ask(city: str) -> Response:
            return await client.responses.create(model="gpt-5", input=f"One fact about {city}")

        await client.map(ask, CITIES, limit=3, on_progress=show)


if __name__ == "__main__":
    trio.run(main)
