import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        async with client.responses.stream(model="gpt-5", input="Tell me a story.") as stream:
            async for event in stream:
                if event.type == "response.output_text.delta":
                    print(event.delta, end="", flush=True)
                elif event.type == "response.output_text.done":
                    print(f"\n{len(event.text)} characters")
            response = await stream.get_final_response()
        print(response.status)


if __name__ == "__main__":
    trio.run(main)
