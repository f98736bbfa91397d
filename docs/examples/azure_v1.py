import os

import trio

from triopenai import open_azure_client


async def main() -> None:
    base_url = f"{os.environ['AZURE_OPENAI_ENDPOINT']}/openai/v1/"
    async with open_azure_client(base_url=base_url) as client:
        response = await client.responses.create(model="gpt-5", input="Where do clouds come from?")
        print(response.output_text)


if __name__ == "__main__":
    trio.run(main)
