import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        for number in range(5):
            await client.files.create(file=(f"notes-{number}.txt", b"text"), purpose="user_data")

        async with client.files.list(limit=2, order="asc").prefetch(2) as files:
            async for file in files:
                content = await client.files.content(file.id)  # meanwhile the next pages come
                print(file.filename, len(await content.read()))


if __name__ == "__main__":
    trio.run(main)
