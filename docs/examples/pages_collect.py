import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        for number in range(5):
            await client.files.create(file=(f"notes-{number}.txt", b"text"), purpose="user_data")

        files = await client.files.list(limit=2, order="asc").collect(max_items=3)
        print([file.filename for file in files])


if __name__ == "__main__":
    trio.run(main)
