"""A server with a rate limit, and what becomes of a thousand calls that meet it, 200 at a time.

``python -m tests.benchmarks.limited PORT`` serves: a bucket of 100 requests per second, 20 at once. An answer
takes 50 ms; a refusal comes at once. All have the header fields that the API sends.
"""

from __future__ import annotations

import json
import math
import sys
import time
from typing import Final

import trio

from tests.benchmarks import payloads

RATE: Final = 100.0
BURST: Final = 20.0
LATENCY: Final = 0.05
CALLS: Final = 1000
AT_ONCE: Final = 200
IDEAL: Final = (CALLS - BURST) / RATE

_REFUSAL: Final = json.dumps(
    {
        "error": {
            "message": "Rate limit reached for requests",
            "type": "requests",
            "param": None,
            "code": "rate_limit_exceeded",
        }
    }
).encode()


class Limited:
    """The bucket, and the counts since they were last asked for."""

    def __init__(self) -> None:
        self.body = payloads.completion()
        self.restart()

    def restart(self) -> None:
        self.level = BURST
        self.filled = time.monotonic()
        self.accepted = self.refused = 0

    def take(self) -> bool:
        """Let a request in, or not."""
        now = time.monotonic()
        self.level = min(BURST, self.level + (now - self.filled) * RATE)
        self.filled = now
        if self.level < 1:
            self.refused += 1
            return False
        self.level -= 1
        self.accepted += 1
        return True

    def fields(self) -> str:
        """The state of the limit, which is 6,000 requests in a minute."""
        reset = math.ceil((BURST - self.level) / RATE * 1000)
        return (
            f"x-ratelimit-limit-requests: {RATE * 60:.0f}\r\n"
            f"x-ratelimit-remaining-requests: {int(self.level)}\r\n"
            f"x-ratelimit-reset-requests: {reset}ms\r\n"
        )

    async def answer(self, head: bytes) -> bytes:
        """The whole answer to a request."""
        if head.startswith(b"GET /counts"):
            counts = json.dumps({"accepted": self.accepted, "refused": self.refused}).encode()
            self.restart()
            return _message("200 OK", "", counts)
        if self.take():
            fields = self.fields()
            await trio.sleep(LATENCY)
            return _message("200 OK", fields, self.body)
        wait = math.ceil((1 - self.level) / RATE * 1000)
        fields = f"{self.fields()}retry-after-ms: {wait}\r\nretry-after: 1\r\n"
        return _message("429 Too Many Requests", fields, _REFUSAL)

    async def serve(self, stream: trio.SocketStream) -> None:
        """Answer the requests of one connection."""
        received = b""
        try:
            while True:
                while b"\r\n\r\n" not in received:
                    received += (piece := await stream.receive_some())
                    if not piece:
                        return
                head, _, received = received.partition(b"\r\n\r\n")
                _, found, length = head.lower().partition(b"\r\ncontent-length:")
                size = int(length.partition(b"\r\n")[0]) if found else 0
                while len(received) < size:
                    received += await stream.receive_some()
                received = received[size:]
                await stream.send_all(await self.answer(head))
        except trio.BrokenResourceError:
            return


def _message(status: str, fields: str, body: bytes) -> bytes:
    head = (
        f"HTTP/1.1 {status}\r\ncontent-type: application/json\r\n{fields}content-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


if __name__ == "__main__":
    trio.run(trio.serve_tcp, Limited().serve, int(sys.argv[1]))
