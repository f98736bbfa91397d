import itertools

import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:

        async def ask(number: int) -> tuple[int, str]:
            response = await client.responses.create(model="gpt-5", input=f"A word for the number {number}")
            return number, response.output_text

        # The input never ends: it is taken only as there is room.
        async with client.map_each(ask, itertools.count(1), limit=4, ordered=False) as answers:
            seen = 0
            async for number, word in answers:
                print(f"{number}: {word}")
                seen += 1
                if seen == 10:
                    break  # what is still running is cancelled


if __name__ == "__main__":
    trio.run(main)
