from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import trio

from triopenai import open_client

if TYPE_CHECKING:
    from triopenai.realtime import RealtimeConnection

FRAME = bytes(4800)  # a tenth of a second of 16-bit sound at 24 kHz


async def speak(connection: RealtimeConnection) -> None:
    """Send what a microphone would give."""
    for _ in range(10):
        await connection.input_audio_buffer.append(audio=base64.b64encode(FRAME).decode())
        await trio.sleep(0.001)
    await connection.input_audio_buffer.commit()
    await connection.response.create()


async def main() -> None:
    heard = 0
    async with open_client() as client, client.realtime.connect(model="gpt-realtime") as connection:
        client.start_soon(speak, connection)
        async for event in connection:
            if event.type == "error":
                print(f"refused: {event.error.message}")
            elif event.type == "response.output_audio.delta":
                heard += len(base64.b64decode(event.delta))
            elif event.type == "response.done":
                break
    print(f"{heard} bytes of sound")


if __name__ == "__main__":
    trio.run(main)
