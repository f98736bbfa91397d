import trio

from triopenai import open_client

CITIES = ["Lisbon", "Oslo", "Nairobi", "Lima", "Hanoi", "Perth"]


async def main() -> None:
    async with open_client() as client:

        async def ask(city: str) -> str:
            response = await client.responses.create(model="gpt-5", input=f"One fact about {city}")
            return response.output_text

        facts = await client.map(ask, CITIES, limit=3)
        for city, fact in zip(CITIES, facts, strict=True):
            print(f"{city}: {fact}")


if __name__ == "__main__":
    trio.run(main)
