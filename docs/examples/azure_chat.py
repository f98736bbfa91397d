import trio

from triopenai import open_azure_client


async def main() -> None:
    # AZURE_OPENAI_ENDPOINT, AZURE_OPENAI_API_KEY and OPENAI_API_VERSION say the rest.
    async with open_azure_client(azure_deployment="gpt-4") as client:
        completion = await client.chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": "Where do clouds come from?"}],
        )
        print(completion.choices[0].message.content)


if __name__ == "__main__":
    trio.run(main)
