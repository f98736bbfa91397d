import trio

from triopenai import open_client


async def answer(question: str, words: trio.MemorySendChannel[str]) -> None:
    """Relay a chat to whoever holds the other end; nobody there, and the call ends."""
    async with words, open_client() as client:
        stream = await client.chat.completions.create(
            model="gpt-5", messages=[{"role": "user", "content": question}], stream=True
        )
        async with stream:
            async for chunk in stream:
                if chunk.choices and (content := chunk.choices[0].delta.content):
                    # No buffer: waits until the word was taken, and so does the server in the end.
                    await words.send(content)


async def main() -> None:
    async with trio.open_nursery() as nursery:
        send, receive = trio.open_memory_channel[str](0)
        nursery.start_soon(answer, "Tell me a story", send)
        async with receive:
            async for word in receive:
                print(word, end="", flush=True)
    print()


if __name__ == "__main__":
    trio.run(main)
