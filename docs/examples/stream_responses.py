import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        stream = await client.responses.create(model="gpt-5", input="Tell me a story.", stream=True)
        async with stream:
            async for event in stream:
                if event.type == "response.output_text.delta":
                    print(event.delta, end="", flush=True)
                elif event.type == "response.completed":
                    usage = event.response.usage
                    print(f"\n({usage.total_tokens if usage else 0} tokens)")


if __name__ == "__main__":
    trio.run(main)
