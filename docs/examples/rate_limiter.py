import trio

from triopenai import open_client

QUESTIONS = [f"What is {n} times {n}?" for n in range(1, 13)]


async def main() -> None:
    limiter = trio.CapacityLimiter(3)  # one for the whole program, shared by all that ask
    async with open_client() as client:

        async def ask(question: str) -> None:
            async with limiter:
                response = await client.responses.create(model="gpt-5", input=question)
            print(f"{question} {response.output_text}")

        async with trio.open_nursery() as nursery:
            for question in QUESTIONS:
                nursery.start_soon(ask, question)


if __name__ == "__main__":
    trio.run(main)
