import trio

from triopenai import Client, NotFoundError, open_client


async def describe(client: Client, model: str) -> None:
    found = await client.models.retrieve(model)
    print(f"{found.id} belongs to {found.owned_by}")


async def main() -> None:
    try:
        async with open_client() as client:
            client.start_soon(describe, client, "gpt-4")
            client.start_soon(describe, client, "no-such-model")
    except* NotFoundError as group:
        for error in group.exceptions:
            print(f"a task failed: {error}")
    # Here every task has ended and every connection is closed.


if __name__ == "__main__":
    trio.run(main)
