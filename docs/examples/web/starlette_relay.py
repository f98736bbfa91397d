"""A response of Starlette and FastAPI that relays a stream, on Trio and on asyncio."""

from __future__ import annotations

from contextlib import aclosing

import anyio
from relay import server_sent_events
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from triopenai import EventStream
from triopenai.types.chat import ChatCompletionChunk


class Relay(StreamingResponse):
    """Sends events on as they come, and closes their stream when the response ends, however that is."""

    media_type = "text/event-stream"

    def __init__(self, stream: EventStream[ChatCompletionChunk], seconds: float) -> None:
        self.events = server_sent_events(stream)
        self.seconds = seconds
        super().__init__(self.events)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with anyio.move_on_after(self.seconds):
            async with aclosing(self.events):
                await super().__call__(scope, receive, send)
