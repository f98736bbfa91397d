import trio

from triopenai import StreamStalled, open_client


async def main() -> None:
    async with open_client(first_event_timeout=20, idle_timeout=10) as client:
        try:
            stream = await client.responses.create(model="gpt-5", input="Tell me a story.", stream=True)
            async with stream:
                async for event in stream:
                    if event.type == "response.output_text.delta":
                        print(event.delta, end="")
        except StreamStalled as error:
            print(f"\nno event for {error.seconds} seconds ({error.limit}), after {error.events} events")


if __name__ == "__main__":
    trio.run(main)
