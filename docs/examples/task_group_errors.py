import trio

from triopenai import NotFoundError, open_client
from triopenai.concurrency import open_task_group


async def main() -> None:
    async with open_client() as client:
        try:
            async with open_task_group() as group:
                good = group.start_soon(client.models.retrieve, "gpt-4")
                await good.wait()
                group.start_soon(client.models.retrieve, "no-such-model")
                group.start_soon(trio.sleep_forever)  # cancelled when its sibling fails
        except* NotFoundError as failures:
            print(f"failed: {failures.exceptions[0]}")
        print(f"kept: {good.result.id}")


if __name__ == "__main__":
    trio.run(main)
