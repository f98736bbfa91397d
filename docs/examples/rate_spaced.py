import trio

from triopenai import open_client

PER_SECOND = 50


async def main() -> None:
    async with open_client() as client:

        async def ask(number: int) -> None:
            response = await client.responses.create(model="gpt-5", input=f"A word for {number}")
            print(f"{number}: {response.output_text}")

        async with trio.open_nursery() as nursery:
            start = trio.current_time()
            for number in range(10):
                # By the clock, not by sleeping a fixed time: delays do not add up.
                await trio.sleep_until(start + number / PER_SECOND)
                nursery.start_soon(ask, number)


if __name__ == "__main__":
    trio.run(main)
