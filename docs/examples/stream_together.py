from contextlib import suppress

import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        stream = await client.chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": "Tell me a story."}],
            stream=True,
        )
        story = ""
        async with stream:
            async for chunk in stream:
                story += chunk.choices[0].delta.content or ""
                with suppress(trio.WouldBlock):
                    while True:
                        story += stream.next_nowait().choices[0].delta.content or ""
                print(f"\r{len(story)} characters", end="")
        print(f"\n{story}")


if __name__ == "__main__":
    trio.run(main)
