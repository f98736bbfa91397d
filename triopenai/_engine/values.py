"""Reading a whole answer into its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._engine.folding import KINDS_BY_RESULT
from triopenai._sansio.decode import DecodeError, resolve
from triopenai._sansio.embeddings import decode_base64
from triopenai._sansio.errormap import bad_content, find_request_id
from triopenai._sansio.fold import fold
from triopenai._sansio.operation import Special
from triopenai._sansio.sse import SSEDecoder

if TYPE_CHECKING:
    from triopenai._base.errors import APIResponseValidationError
    from triopenai._engine.call import Call
    from triopenai._net.transport import Response

__all__ = ["attach_request_id", "invalid_answer", "is_json", "read_value"]


def read_value(call: Call, response: Response, body: bytes) -> object:
    """The value of an answer, as the operation's type.

    Raises:
        APIResponseValidationError: The body is not what the operation answers with.
    """
    result = call.result
    if result == Special.NONE:
        return None
    if result == Special.TEXT:
        return body.decode("utf-8", "replace")
    if not is_json(response, body):
        content_type = response.headers.get("content-type", "").lower()
        if content_type.startswith("text/event-stream") and result in KINDS_BY_RESULT:
            return _read_unasked_stream(call, response, body)
        raise invalid_answer(call, response, body)
    try:
        if result == Special.EMBEDDINGS:
            value = decode_base64(body, strict=call.settings.strict)
        else:
            value = resolve(result).decode(body, strict=call.settings.strict)
    except DecodeError as error:
        raise invalid_answer(call, response, body) from error
    attach_request_id(value, find_request_id(response.headers))
    return value


def is_json(response: Response, body: bytes) -> bool:
    """Whether there is a body, and it does not say that it is something else than JSON."""
    content_type = response.headers.find(b"content-type")
    return bool(body) and (content_type is None or b"json" in content_type or b"json" in content_type.lower())


def invalid_answer(call: Call, response: Response, body: bytes) -> APIResponseValidationError:
    """The error for an answer that cannot be read."""
    return bad_content(
        status=response.status,
        headers=response.headers,
        body=body,
        expected="a JSON object",
        **call.where(),
    )


def attach_request_id(value: object, request_id: str | None) -> None:
    """Note on a model which request it came with.

    The id lives where pydantic keeps private attributes, but is not declared as one: a declared one would
    cost a Python call for every nested object that is read.
    """
    if hasattr(value, "__pydantic_private__"):
        object.__setattr__(value, "__pydantic_private__", {"_request_id": request_id})


def _read_unasked_stream(call: Call, response: Response, body: bytes) -> object:
    """A server streamed although nobody asked: fold the stream into the answer that was due."""
    decoder = SSEDecoder()
    events = [event.data for event in (*decoder.feed(body), *decoder.finish())]
    folded = fold(KINDS_BY_RESULT[call.result], [data for data in events if data != b"[DONE]"])
    if folded is None:
        raise invalid_answer(call, response, body)
    value = resolve(call.result).decode_python(folded)
    attach_request_id(value, find_request_id(response.headers))
    return value
