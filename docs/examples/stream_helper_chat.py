import trio
from pydantic import BaseModel

from triopenai import open_client


class City(BaseModel):
    name: str
    country: str
    people: int


async def main() -> None:
    async with open_client() as client:
        stream = client.chat.completions.stream(
            model="gpt-4",
            messages=[{"role": "user", "content": "Which city has the oldest university?"}],
            response_format=City,
        )
        async with stream as events:
            async for event in events:
                if event.type == "content.delta":
                    print("so far:", event.parsed)
                elif event.type == "content.done":
                    print("whole:", event.parsed)
            completion = await events.get_final_completion()
        city = completion.choices[0].message.parsed
        print(type(city).__name__, completion.choices[0].finish_reason)


if __name__ == "__main__":
    trio.run(main)
