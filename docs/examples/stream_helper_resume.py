import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        async with client.responses.stream(
            model="gpt-5",
            input="Tell me a long story.",
            background=True,
            resume=True,
            idle_timeout=60,
        ) as stream:
            async for event in stream:
                if event.type == "response.output_text.delta":
                    print(event.delta, end="", flush=True)
            response = await stream.get_final_response()
        print(f"\n{response.status}: {len(response.output_text)} characters")


if __name__ == "__main__":
    trio.run(main)
