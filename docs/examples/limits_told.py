import trio

from triopenai import Limits, open_client

QUESTIONS = [f"What is {n} times {n}?" for n in range(1, 13)]


async def main() -> None:
    limits = Limits(requests_per_minute=3000, tokens_per_minute=2_000_000, concurrency=4)
    async with open_client(limits=limits) as client:

        async def ask(question: str) -> str:
            response = await client.responses.create(model="gpt-5", input=question)
            return response.output_text

        for question, answer in zip(QUESTIONS, await client.map(ask, QUESTIONS, limit=100), strict=True):
            print(f"{question} {answer}")


if __name__ == "__main__":
    trio.run(main)
