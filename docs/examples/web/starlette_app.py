"""Starlette on Trio: ``hypercorn --worker-class trio starlette_app:app``."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import trio
from disconnects import CancelOnDisconnect
from relay import SECONDS, status_of, translate
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette_relay import Relay

import triopenai
from triopenai import Client, open_client


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncGenerator[dict[str, Client]]:
    async with open_client() as client:
        yield {"client": client}


async def answer(request: Request) -> JSONResponse:
    client: Client = request.state.client
    with trio.fail_after(SECONDS):
        response = await client.responses.create(model="gpt-5", input=request.query_params["question"])
    return JSONResponse({"answer": response.output_text})


async def story(request: Request) -> Relay:
    client: Client = request.state.client
    about = request.query_params["about"]
    with trio.fail_after(SECONDS) as scope:
        stream = await client.chat.completions.create(
            model="gpt-4", messages=[{"role": "user", "content": about}], stream=True
        )
    return Relay(stream, scope.deadline - trio.current_time())


async def translation(request: Request) -> Response:
    client: Client = request.state.client
    client.start_soon(translate, client, request.query_params["text"])  # the lifespan waits for it
    return Response(status_code=202)


async def failed(request: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"error": str(error)}, status_code=status_of(error))


app = Starlette(
    lifespan=lifespan,
    routes=[
        Route("/answer", answer),
        Route("/story", story),
        Route("/translations", translation, methods=["POST"]),
    ],
    middleware=[Middleware(CancelOnDisconnect)],
    exception_handlers={triopenai.OpenAIError: failed, trio.TooSlowError: failed},
)
