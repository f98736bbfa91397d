import trio

from triopenai import APITimeoutError, Timeout, open_client


async def main() -> None:
    timeout = Timeout(connect=2, read=0.05)
    async with open_client(timeout=timeout, max_retries=0) as client:
        try:
            await client.models.retrieve("gpt-4")
        except APITimeoutError as error:
            print(f"the {error.phase} wait ran out")


if __name__ == "__main__":
    trio.run(main)
