import trio

from triopenai import BaseModel, open_client


class ModelName(BaseModel):
    id: str


async def main() -> None:
    async with open_client() as client:
        model = await client.get("/models/gpt-4", cast_to=ModelName)
        print(model.id)

        answer = await client.post(
            "/chat/completions",
            cast_to=dict[str, object],
            body={"model": "gpt-4", "messages": [{"role": "user", "content": "Hello!"}]},
            options={"timeout": 30, "max_retries": 1},
        )
        print(answer["object"])


if __name__ == "__main__":
    trio.run(main)
