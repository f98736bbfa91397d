import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        completion = await client.chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": "Hello!"}],
        )
        print(completion.choices[0].message.content)


if __name__ == "__main__":
    trio.run(main)
