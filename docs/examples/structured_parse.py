from __future__ import annotations

import pydantic
import trio

from triopenai import open_client


class Event(pydantic.BaseModel):
    name: str
    people: list[str]


async def main() -> None:
    async with open_client() as client:
        response = await client.responses.parse(
            model="gpt-5",
            input="Alice and Bob go to a fair on Friday.",
            text_format=Event,
        )
        event = response.output_parsed
        print(type(event).__name__)


if __name__ == "__main__":
    trio.run(main)
