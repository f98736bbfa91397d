import trio

from triopenai import open_client

MODELS = ["gpt-5", "gpt-5-mini"]


async def main() -> None:
    async with open_client() as client:
        streams = [
            await client.responses.create(model=model, input="Tell a joke", stream=True) for model in MODELS
        ]
        async with client.merge(*streams) as merged:
            async for number, event in merged:
                if event.type == "response.completed":
                    print(f"{MODELS[number]}: {event.response.output_text}")


if __name__ == "__main__":
    trio.run(main)
