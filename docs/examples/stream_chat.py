import trio

from triopenai import open_client


async def main() -> None:
    async with (
        open_client() as client,
        await client.chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": "Tell me a story."}],
            stream=True,
        ) as stream,
    ):
        async for chunk in stream:
            if chunk.choices:
                print(chunk.choices[0].delta.content or "", end="", flush=True)
        print()


if __name__ == "__main__":
    trio.run(main)
