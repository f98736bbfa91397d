"""FastAPI on asyncio, with the client over the bridge: ``uvicorn uvicorn_fastapi:app``."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Annotated

from disconnects import CancelOnDisconnect
from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from relay import SECONDS, status_of, translate
from starlette_relay import Relay

import triopenai
from triopenai import Client
from triopenai.bridge import open_bridge


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[dict[str, Client]]:
    async with open_bridge() as client:
        yield {"client": client}


def client_of(request: Request) -> Client:
    client: Client = request.state.client
    return client


Opened = Annotated[Client, Depends(client_of)]

app = FastAPI(lifespan=lifespan)
app.add_middleware(CancelOnDisconnect)


@app.get("/answer")
async def answer(client: Opened, question: str) -> dict[str, str]:
    async with asyncio.timeout(SECONDS):
        response = await client.responses.create(model="gpt-5", input=question)
    return {"answer": response.output_text}


@app.get("/story")
async def story(client: Opened, about: str) -> Relay:
    deadline = asyncio.get_running_loop().time() + SECONDS
    async with asyncio.timeout_at(deadline):
        stream = await client.chat.completions.create(
            model="gpt-4", messages=[{"role": "user", "content": about}], stream=True
        )
    return Relay(stream, deadline - asyncio.get_running_loop().time())


@app.post("/translations", status_code=202)
async def translation(client: Opened, text: str) -> None:
    client.start_soon(translate, client, text)  # the lifespan waits for it, the caller does not


@app.exception_handler(triopenai.OpenAIError)
@app.exception_handler(TimeoutError)
async def failed(request: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"error": str(error)}, status_code=status_of(error))
