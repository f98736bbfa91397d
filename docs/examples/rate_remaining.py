import trio

from triopenai import open_client, raw


async def main() -> None:
    async with open_client() as client:
        reply = await raw(client.responses.create)(model="gpt-5", input="Hello!")
        for name in ("x-ratelimit-remaining-requests", "x-ratelimit-remaining-tokens"):
            print(f"{name}: {reply.headers.get(name, 'not told')}")


if __name__ == "__main__":
    trio.run(main)
