import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        for number in range(5):
            await client.files.create(file=(f"notes-{number}.txt", b"text"), purpose="user_data")

        # Every item, page after page, each page asked for when it is due.
        async for file in client.files.list(limit=2, order="asc"):
            print(file.filename)


if __name__ == "__main__":
    trio.run(main)
