"""Litestar on Trio: ``hypercorn --worker-class trio litestar_app:app``."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing, asynccontextmanager
from typing import Any

import trio
from disconnects import CancelOnDisconnect
from litestar import Litestar, Request, Response, get, post
from litestar.datastructures import State
from litestar.response.streaming import ASGIStreamingResponse
from litestar.types import Receive, Send
from relay import SECONDS, server_sent_events, status_of, translate

import triopenai
from triopenai import Client, EventStream, open_client
from triopenai.types.chat import ChatCompletionChunk


@asynccontextmanager
async def lifespan(app: Litestar) -> AsyncGenerator[None]:
    async with open_client() as client:
        app.state.client = client
        yield


class Relay(ASGIStreamingResponse):
    """Sends events on as they come, and closes their stream when the response ends, however that is."""

    def __init__(self, stream: EventStream[ChatCompletionChunk], deadline: float) -> None:
        self.events = server_sent_events(stream)
        self.deadline = deadline
        super().__init__(iterator=self.events, media_type="text/event-stream")

    async def send_body(self, send: Send, receive: Receive) -> None:
        with trio.move_on_at(self.deadline):
            async with aclosing(self.events):
                await super().send_body(send, receive)


@get("/answer")
async def answer(state: State, question: str) -> dict[str, str]:
    client: Client = state.client
    with trio.fail_after(SECONDS):
        response = await client.responses.create(model="gpt-5", input=question)
    return {"answer": response.output_text}


@get("/story")
async def story(state: State, about: str) -> Relay:
    client: Client = state.client
    with trio.fail_after(SECONDS) as scope:
        stream = await client.chat.completions.create(
            model="gpt-4", messages=[{"role": "user", "content": about}], stream=True
        )
    return Relay(stream, scope.deadline)


@post("/translations", status_code=202)
async def translation(state: State, text: str) -> None:
    client: Client = state.client
    client.start_soon(translate, client, text)  # the lifespan waits for it, the caller does not


def failed(request: Request[Any, Any, Any], error: Exception) -> Response[dict[str, str]]:
    return Response({"error": str(error)}, status_code=status_of(error))


app = Litestar(
    route_handlers=[answer, story, translation],
    lifespan=[lifespan],
    middleware=[CancelOnDisconnect],
    exception_handlers={triopenai.OpenAIError: failed, trio.TooSlowError: failed},
)
