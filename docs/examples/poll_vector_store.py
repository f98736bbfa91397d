from pathlib import Path

import trio

from triopenai import open_client

FILES = sorted(Path(__file__).parent.glob("poll_*.py"))


async def main() -> None:
    async with open_client() as client:
        store = await client.vector_stores.create(name="examples")
        with trio.fail_after(120):
            batch = await client.vector_stores.file_batches.upload_and_poll(
                store.id, files=FILES, max_concurrency=3
            )
        print(batch.status, batch.file_counts.completed)
        found = await client.vector_stores.search(store.id, query="upload_and_poll")
        print(found.data[0].filename)


if __name__ == "__main__":
    trio.run(main)
