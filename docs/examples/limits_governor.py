import trio

from triopenai.concurrency import Governor, Limits


async def fetch(number: int) -> None:
    await trio.sleep(0.01)
    print(f"fetched {number}")


async def main() -> None:
    governor = Governor(Limits(requests_per_minute=6000, concurrency=5))
    async with trio.open_nursery() as nursery:
        for number in range(10):
            nursery.start_soon(governor.run, fetch, number)

    with await governor.admit("embeddings") as permit:  # a limit of its own
        permit.refused(retry_after=0.05)  # holds everybody who asks for it
    with await governor.admit("embeddings"):
        print("let in again")


if __name__ == "__main__":
    trio.run(main)
