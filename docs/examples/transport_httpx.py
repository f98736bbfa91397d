import httpx
import trio

from triopenai import open_client


async def main() -> None:
    async with (
        httpx.AsyncClient(timeout=None, limits=httpx.Limits(max_connections=50)) as http_client,
        open_client(http_client=http_client) as client,
    ):
        print((await client.models.retrieve("gpt-4")).id)
    # The block that opened http_client is the one that closes it.


if __name__ == "__main__":
    trio.run(main)
