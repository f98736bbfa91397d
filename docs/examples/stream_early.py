import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        stream = await client.chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": "Tell me a story."}],
            stream=True,
        )
        text = ""
        async with stream:
            async for chunk in stream:
                text += (chunk.choices[0].delta.content or "") if chunk.choices else ""
                if len(text) > 40:
                    break
        # The block has closed the connection, so the server stops as well.
        print(text)
        print(stream)


if __name__ == "__main__":
    trio.run(main)
