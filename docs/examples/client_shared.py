import trio

from triopenai import Client, open_client


class Librarian:
    """A part of an application: it is given a client, and does not own it."""

    def __init__(self, client: Client) -> None:
        self._client = client.with_options(timeout=30)

    async def summarize(self, title: str) -> str:
        response = await self._client.responses.create(model="gpt-5", input=f"Summarize {title}")
        return response.output_text


async def main() -> None:
    async with open_client() as client:
        librarian = Librarian(client)
        for title in ("Moby-Dick", "Emma"):
            print(f"{title}: {await librarian.summarize(title)}")


if __name__ == "__main__":
    trio.run(main)
