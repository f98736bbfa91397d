"""Sanic, with the client over the bridge: ``sanic sanic_app:app``."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, aclosing
from typing import Any, TypeAlias

from relay import SECONDS, server_sent_events, status_of, translate
from sanic import Request, Sanic
from sanic.response import HTTPResponse, empty, json

import triopenai
from triopenai import Client
from triopenai.bridge import open_bridge

Application: TypeAlias = Sanic[Any, Any]

app: Application = Sanic("stories")


@app.before_server_start
async def open_shared(app: Application) -> None:
    app.ctx.stack = AsyncExitStack()
    app.ctx.client = await app.ctx.stack.enter_async_context(open_bridge())


@app.after_server_stop
async def close_shared(app: Application) -> None:
    await app.ctx.stack.aclose()


def client_of(request: Request) -> Client:
    client: Client = request.app.ctx.client
    return client


@app.get("/answer")
async def answer(request: Request) -> HTTPResponse:
    async with asyncio.timeout(SECONDS):
        response = await client_of(request).responses.create(model="gpt-5", input=request.args["question"][0])
    return json({"answer": response.output_text})


@app.get("/story")
async def story(request: Request) -> None:
    async with asyncio.timeout(SECONDS) as deadline:
        stream = await client_of(request).chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": request.args["about"][0]}],
            stream=True,
        )
    async with aclosing(server_sent_events(stream)) as events:
        response = await request.respond(content_type="text/event-stream")
        try:
            async with asyncio.timeout_at(deadline.when()):
                async for event in events:
                    await response.send(event)
        except TimeoutError:
            request.transport.close()  # Sanic would end the response as if it was whole
        else:
            await response.eof()


@app.post("/translations")
async def translation(request: Request) -> HTTPResponse:
    client_of(request).start_soon(translate, client_of(request), request.args["text"][0])
    return empty(202)


@app.exception(triopenai.OpenAIError, TimeoutError)
async def failed(request: Request, error: Exception) -> HTTPResponse:
    return json({"error": str(error)}, status=status_of(error))
