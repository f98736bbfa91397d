"""Quart-Trio: ``hypercorn --worker-class trio quart_app:app``."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import trio
from quart import Response, request
from quart_trio import QuartTrio
from relay import SECONDS, server_sent_events, status_of, translate

import triopenai
from triopenai import Client, open_client

app = QuartTrio(__name__)


def opened() -> Client:
    client: Client = app.extensions["triopenai"]
    return client


@app.while_serving
async def lifespan() -> AsyncGenerator[None]:
    async with open_client() as client:
        app.extensions["triopenai"] = client
        yield


@app.get("/answer")
async def answer() -> dict[str, str]:
    with trio.fail_after(SECONDS):
        response = await opened().responses.create(model="gpt-5", input=request.args["question"])
    return {"answer": response.output_text}


@app.get("/story")
async def story() -> Response:
    with trio.fail_after(SECONDS) as scope:
        stream = await opened().chat.completions.create(
            model="gpt-4", messages=[{"role": "user", "content": request.args["about"]}], stream=True
        )
    response = Response(server_sent_events(stream), mimetype="text/event-stream")
    response.timeout = scope.deadline - trio.current_time()
    return response


@app.post("/translations")
async def translation() -> tuple[str, int]:
    opened().start_soon(translate, opened(), request.args["text"])  # the application waits for it
    return "", 202


@app.errorhandler(triopenai.OpenAIError)
@app.errorhandler(trio.TooSlowError)
async def failed(error: Exception) -> tuple[dict[str, str], int]:
    return {"error": str(error)}, status_of(error)
