import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        for number in range(5):
            await client.files.create(file=(f"notes-{number}.txt", b"text"), purpose="user_data")

        page = await client.files.list(limit=2, order="asc")
        while True:
            print([file.filename for file in page.data])
            if not page.has_next_page():
                break
            page = await page.get_next_page()

        # The same as a loop.
        async for page in client.files.list(limit=2).iter_pages():
            print(len(page.data))


if __name__ == "__main__":
    trio.run(main)
