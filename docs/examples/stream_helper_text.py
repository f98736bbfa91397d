import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        async with client.responses.stream(model="gpt-5", input="Tell me a story.") as stream:
            async for text in stream.text_stream:
                print(text, end="", flush=True)
        print()


if __name__ == "__main__":
    trio.run(main)
