import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        haiku = client.start_soon(client.responses.create, model="gpt-5", input="Write a haiku")
        limerick = client.start_soon(client.responses.create, model="gpt-5", input="Write a limerick")
        print((await haiku.wait()).output_text)
        print((await limerick.wait()).output_text)


if __name__ == "__main__":
    trio.run(main)
