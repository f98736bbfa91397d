from pathlib import Path

import trio

from triopenai import open_client


async def main(path: Path = Path(__file__)) -> None:
    async with open_client() as client:
        upload = await client.uploads.upload_file_chunked(
            file=path, mime_type="text/x-python", purpose="user_data", part_size=200
        )
        print(upload.status, upload.filename)


if __name__ == "__main__":
    trio.run(main)
