import trio

from triopenai import PartialStreamError, open_client
from triopenai.types.chat import ChatCompletion


async def main() -> None:
    async with open_client() as client:
        try:
            stream = await client.chat.completions.create(
                model="gpt-4",
                messages=[{"role": "user", "content": "Tell me a story."}],
                stream=True,
            )
            async with stream:
                async for chunk in stream:
                    print(chunk.choices[0].delta.content or "", end="")
        except PartialStreamError as error:
            print(f"\n{type(error).__name__} after {error.events} events")
            if isinstance(error.partial, ChatCompletion):
                print(f"What had come: {error.partial.choices[0].message.content!r}")


if __name__ == "__main__":
    trio.run(main)
