import io
from pathlib import Path

import trio

from triopenai import open_client


async def main(path: Path = Path(__file__)) -> None:
    async with open_client() as client:
        for file in (
            path,  # read from the disk while it is sent
            b"the content itself",
            ("notes.txt", b"with a name"),
            ("notes.bin", io.BytesIO(b"with a type"), "application/octet-stream"),
        ):
            stored = await client.files.create(file=file, purpose="user_data")
            print(stored.filename)


if __name__ == "__main__":
    trio.run(main)
