"""FastAPI on Trio: ``hypercorn --worker-class trio fastapi_app:app``."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Annotated

import trio
from disconnects import CancelOnDisconnect
from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from relay import SECONDS, status_of, translate
from starlette_relay import Relay

import triopenai
from triopenai import Client, open_client


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[dict[str, Client]]:
    async with open_client() as client:
        yield {"client": client}


def client_of(request: Request) -> Client:
    client: Client = request.state.client
    return client


Opened = Annotated[Client, Depends(client_of)]

app = FastAPI(lifespan=lifespan)
app.add_middleware(CancelOnDisconnect)


@app.get("/answer")
async def answer(client: Opened, question: str) -> dict[str, str]:
    with trio.fail_after(SECONDS):
        response = await client.responses.create(model="gpt-5", input=question)
    return {"answer": response.output_text}


@app.get("/story")
async def story(client: Opened, about: str) -> Relay:
    with trio.fail_after(SECONDS) as scope:
        stream = await client.chat.completions.create(
            model="gpt-4", messages=[{"role": "user", "content": about}], stream=True
        )
    return Relay(stream, scope.deadline - trio.current_time())


@app.post("/translations", status_code=202)
async def translation(client: Opened, text: str) -> None:
    client.start_soon(translate, client, text)  # the lifespan waits for it, the caller does not


@app.exception_handler(triopenai.OpenAIError)
@app.exception_handler(trio.TooSlowError)
async def failed(request: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"error": str(error)}, status_code=status_of(error))
