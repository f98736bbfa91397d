import os

import trio

from triopenai import open_azure_client


def fresh_token() -> str:
    # In a program, the function comes from azure-identity:
    # get_bearer_token_provider(DefaultAzureCredential(), "https://cognitiveservices.azure.com/.default")
    return os.environ["AZURE_OPENAI_AD_TOKEN"]


async def main() -> None:
    async with open_azure_client(azure_ad_token_provider=fresh_token) as client:
        with trio.fail_after(30):
            print((await client.models.retrieve("gpt-4")).id)


if __name__ == "__main__":
    trio.run(main)
