import trio

from triopenai import open_client

QUESTIONS = [f"What is {number} squared?" for number in range(1, 6)]


async def main() -> None:
    async with open_client() as client:
        create = client.hedge(client.responses.create, after="p95", limit=0.05)

        async def ask(question: str) -> str:
            return (await create(model="gpt-5", input=question)).output_text

        for answer in await client.map(ask, QUESTIONS, limit=5):
            print(answer)
        print(create.statistics())


if __name__ == "__main__":
    trio.run(main)
