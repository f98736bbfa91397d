from __future__ import annotations

from typing import TYPE_CHECKING

import trio

from triopenai import open_client

if TYPE_CHECKING:
    from triopenai.types.responses import ResponsesServerEventResponseTextWsDelta


async def main() -> None:
    async with open_client() as client, client.responses.connect() as connection:

        @connection.on("response.output_text.delta")
        def show(event: ResponsesServerEventResponseTextWsDelta) -> None:
            print(event.delta, end="", flush=True)

        @connection.once("response.completed")
        async def leave(event: object) -> None:
            print(f" ({getattr(event, 'type', '')})")
            await connection.close()

        await connection.response.create(model="gpt-5", input="Write a haiku about waiting.")
        await connection.dispatch_events()


if __name__ == "__main__":
    trio.run(main)
