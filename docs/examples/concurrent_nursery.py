import trio

from triopenai import Client, open_client


async def ask(client: Client, question: str) -> None:
    response = await client.responses.create(model="gpt-5", input=question)
    print(f"{question} {response.output_text}")


async def main() -> None:
    async with open_client() as client, trio.open_nursery() as nursery:
        for question in ("Who wrote Faust?", "Who painted Guernica?", "Who built the Eiffel Tower?"):
            nursery.start_soon(ask, client, question)


if __name__ == "__main__":
    trio.run(main)
