import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        first = await client.responses.create(
            model="gpt-5",
            instructions="Answer in one sentence.",
            input="Why is the sky blue?",
        )
        print(first.output_text)

        second = await client.responses.create(
            model="gpt-5",
            previous_response_id=first.id,
            input="And at sunset?",
        )
        print(second.output_text)


if __name__ == "__main__":
    trio.run(main)
