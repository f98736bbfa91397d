"""What the applications beside this file share: events for the wire, and statuses for errors."""

from __future__ import annotations

import json
import logging
import os
from typing import TYPE_CHECKING

import trio

import triopenai

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from triopenai import Client, EventStream
    from triopenai.types.chat import ChatCompletionChunk

logger = logging.getLogger(__name__)

# What a request may take, from its first call to the last byte of its answer.
SECONDS = float(os.environ.get("ANSWER_WITHIN", "30"))


async def server_sent_events(stream: EventStream[ChatCompletionChunk]) -> AsyncGenerator[str]:
    """Each piece of text as an event. An answer that breaks off ends with an event that says so."""
    async with stream:
        try:
            async for chunk in stream:
                if chunk.choices and (text := chunk.choices[0].delta.content):
                    yield f"data: {json.dumps(text)}\n\n"
        except triopenai.APIError as error:
            yield f"event: error\ndata: {json.dumps(error.message)}\n\n"
        else:
            yield "event: done\ndata: null\n\n"


def status_of(error: Exception) -> int:
    """The status that tells a caller what became of the request."""
    match error:
        case trio.TooSlowError() | TimeoutError() | triopenai.APITimeoutError():
            return 504
        case triopenai.RequestTooLargeError():
            return 413
        case triopenai.RateLimitError() | triopenai.LimitError():
            return 429
        case triopenai.BadRequestError() | triopenai.NotFoundError() | triopenai.UnprocessableEntityError():
            return 400
        case _:  # no connection, our key refused, the API down: nothing that the caller could mend
            return 502


async def translate(client: Client, text: str) -> None:
    """Work for a task of the client's. Its errors end here: one that left it would end the client."""
    try:
        response = await client.responses.create(model="gpt-5", input=f"In French: {text}")
    except triopenai.OpenAIError as error:
        logger.warning("no translation: %s", error)
    else:
        logger.info("translated: %s", response.output_text)
