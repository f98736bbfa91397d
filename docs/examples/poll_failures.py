from pathlib import Path

import trio

from triopenai import FileUploadsError, open_client


async def main() -> None:
    async with open_client() as client:
        store = await client.vector_stores.create(name="notes")
        try:
            await client.vector_stores.file_batches.upload_and_poll(
                store.id,
                files=[("a.txt", b"one"), Path("no-such-file.txt"), ("b.txt", b"two")],
            )
        except FileUploadsError as error:
            for index, failure in error.failures.items():
                print(f"file {index}: {type(failure).__name__}")
            uploaded = [file_id for file_id in error.file_ids if file_id is not None]
            batch = await client.vector_stores.file_batches.create_and_poll(store.id, file_ids=uploaded)
            print(batch.status, batch.file_counts.completed)


if __name__ == "__main__":
    trio.run(main)
