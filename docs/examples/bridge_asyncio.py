import asyncio

from triopenai.bridge import open_bridge


async def main() -> None:
    async with open_bridge() as client:
        async with asyncio.timeout(30):
            response = await client.responses.create(model="gpt-5", input="Say hello.")
        print(response.output_text)

        stream = await client.chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": "Tell me a story."}],
            stream=True,
        )
        async with stream:
            async for chunk in stream:
                print(chunk.choices[0].delta.content or "", end="")
        print()

        async for model in client.models.list():
            print(model.id)


if __name__ == "__main__":
    asyncio.run(main())
