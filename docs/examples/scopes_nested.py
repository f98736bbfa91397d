import trio

from triopenai import Client, open_client


async def answer(client: Client, question: str) -> str:
    async with client.scope(deadline=20, max_requests=5) as scope:
        response = await client.responses.create(model="gpt-5", input=question)
        print(f"{question} {scope.ledger.tokens} tokens")
        return response.output_text


async def main() -> None:
    async with open_client() as client:
        async with client.scope(max_tokens=50_000) as job, trio.open_nursery() as nursery:
            nursery.start_soon(answer, client, "What is a nursery?")
            nursery.start_soon(answer, client, "What is a cancel scope?")
        for entry in job.ledger.attempts:
            print(f"{entry.operation}: {entry.outcome}")
        print(f"{job.ledger.waited.server:.1f} s were spent waiting for the server")


if __name__ == "__main__":
    trio.run(main)
