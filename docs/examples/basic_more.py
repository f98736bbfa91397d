import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        embedding = await client.embeddings.create(
            model="text-embedding-3-small",
            input=["a nursery", "a cancel scope"],
        )
        print(f"{len(embedding.data)} vectors of {len(embedding.data[0].embedding)} numbers")

        file = await client.files.create(
            file=("training.jsonl", b'{"messages": []}\n'),
            purpose="fine-tune",
        )
        content = await client.files.content(file.id)
        print(f"{file.filename}: {await content.text()}", end="")

        await client.files.delete(file.id)


if __name__ == "__main__":
    trio.run(main)
