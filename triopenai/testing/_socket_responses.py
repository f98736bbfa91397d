"""The Responses API over a WebSocket: the events of a stream, on a connection that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from triopenai.testing._answer import Answer, ApiError, Event, SocketAnswer
from triopenai.testing._responses import answer_body
from triopenai.testing._router import Route
from triopenai.testing._socket import handshake_headers
from triopenai.testing._socket_realtime import parse_client_event
from triopenai.testing._validate import Body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]


@final
class ResponsesSession:
    """One connection; `Session` says what its methods are for."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def greet(self) -> Iterator[Event]:
        """Nothing: the client begins."""
        return iter(())

    def take(self, data: str | bytes) -> Iterator[Event]:
        """Note an event; what answers it."""
        stream: JsonObject = {}
        try:
            event = parse_client_event(data)
            if "stream_id" in event:
                stream["stream_id"] = event["stream_id"]
            if event["type"] != "response.create":
                text = f"Invalid value: '{event['type']}'. It is no event that is known here."
                raise ApiError(400, text, param="type", code="invalid_value")  # noqa: TRY301  # told like the others
            body = Body({key: value for key, value in event.items() if key not in {"type", "stream_id"}})
            made = answer_body(self._call, body)
        except ApiError as error:
            told: JsonObject = {
                "type": error.kind,
                "code": error.code,
                "message": error.message,
                "param": error.param,
            }
            return iter([Event(data={"type": "error", "status": error.status, "error": told, **stream})])
        return (
            Event(
                data={**one.data, **stream} if not isinstance(one.data, str) else one.data, tokens=one.tokens
            )
            for one in made.events
        )


def _connect(call: Call) -> Answer:
    return SocketAnswer(session=ResponsesSession(call), headers=handshake_headers(call.request))


ROUTES = (Route("GET", "/responses", _connect),)
