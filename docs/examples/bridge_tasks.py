import asyncio

from triopenai.bridge import open_bridge

CITIES = ["Lisbon", "Oslo", "Nairobi", "Lima"]


async def main() -> None:
    answered = asyncio.Queue[str]()

    async with open_bridge() as client:

        async def ask(city: str) -> str:
            response = await client.responses.create(model="gpt-5", input=f"One fact about {city}")
            await answered.put(city)
            return response.output_text

        facts = await client.map(ask, CITIES, limit=2)
        for city, fact in zip(CITIES, facts, strict=True):
            print(f"{city}: {fact}")

        async with asyncio.TaskGroup() as group:
            first = group.create_task(ask("Perth"))
            second = client.start_soon(ask, "Hanoi")
        print(f"Perth: {first.result()}")
        print(f"Hanoi: {await second.wait()}")

    print(f"{answered.qsize()} answers")


if __name__ == "__main__":
    asyncio.run(main())
