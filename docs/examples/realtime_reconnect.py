from __future__ import annotations

from typing import TYPE_CHECKING

import trio

from triopenai import WebSocketConnectionClosedError, open_client

if TYPE_CHECKING:
    from triopenai.types import ReconnectingEvent


def again(event: ReconnectingEvent) -> None:
    """Agree to every attempt; a lost session begins anew."""
    print(f"attempt {event.attempt} of {event.max_attempts} after code {event.close_code}")


async def main() -> None:
    async with open_client() as client:
        manager = client.realtime.connect(
            model="gpt-realtime", on_reconnecting=again, max_retries=2, initial_delay=0.01
        )
        async with manager as connection:
            try:
                async for event in connection:
                    print(event.type)
                    if event.type == "session.created":
                        await connection.response.create()
                    elif event.type == "response.done":
                        await connection.close()
            except WebSocketConnectionClosedError as error:
                print(f"lost for good: code {error.code}")


if __name__ == "__main__":
    trio.run(main)
