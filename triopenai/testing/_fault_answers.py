"""Faults that put another answer in the place of the real one, or change what it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, cast, final

import attrs

from triopenai.testing._answer import (
    Answer,
    BinaryAnswer,
    EmptyAnswer,
    Event,
    JsonAnswer,
    JsonValue,
    Lull,
    StreamAnswer,
    error_answer,
)
from triopenai.testing._plan import Fault

if TYPE_CHECKING:
    from triopenai.testing._record import ReceivedRequest

__all__ = [
    "answer",
    "body",
    "change_fields",
    "drop_fields",
    "empty",
    "events",
    "html_error",
    "insufficient_quota",
    "not_json",
    "overloaded",
    "rate_limited",
    "redirect",
    "server_error",
    "status",
]

_HTML = (
    "<html>\r\n<head><title>{0} {1}</title></head>\r\n<body>\r\n<center><h1>{0} {1}</h1></center>\r\n"
    "<hr><center>proxy</center>\r\n</body>\r\n</html>\r\n"
)
_PHRASES = {
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


@final
@attrs.frozen
class _Instead(Fault):
    given: Answer

    def instead(self, request: ReceivedRequest) -> Answer | None:
        del request
        return self.given


def _pairs(headers: Mapping[str, str] | None) -> tuple[tuple[str, str], ...]:
    return tuple((headers or {}).items())


def status(
    code: int,
    *,
    headers: Mapping[str, str] | None = None,
    body: JsonValue = None,
    message: str = "The sandbox was told to answer so.",
) -> Fault:
    """Answer with a status.

    Args:
        code: The status.
        headers: Headers to add.
        body: A JSON body; None makes an error in the API's shape.
        message: The error's message.
    """
    if body is not None:
        return _Instead(JsonAnswer(value=body, status=code, headers=_pairs(headers)))
    kind = "server_error" if code >= 500 else "invalid_request_error"  # noqa: PLR2004 - HTTP's classes
    return _Instead(error_answer(code, message, kind=kind, headers=_pairs(headers)))


def rate_limited(
    retry_after: float | str | None = None,
    *,
    retry_after_ms: float | str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Fault:
    """Answer 429 for too many requests.

    Args:
        retry_after: The `retry-after` header: seconds, or any text; None leaves it out.
        retry_after_ms: The `retry-after-ms` header; None leaves it out.
        headers: Headers to add.
    """
    extra = dict(headers or {})
    if retry_after is not None:
        extra["retry-after"] = str(retry_after)
    if retry_after_ms is not None:
        extra["retry-after-ms"] = str(retry_after_ms)
    return _Instead(
        error_answer(
            429,
            "Rate limit reached: requests per minute.",
            kind="requests",
            code="rate_limit_exceeded",
            headers=_pairs(extra),
        )
    )


def insufficient_quota(code: str = "insufficient_quota") -> Fault:
    """Answer 429 for an account without credit, which no retry helps.

    Args:
        code: The error's code.
    """
    message = "The quota of this account is used up."
    return _Instead(error_answer(429, message, kind="insufficient_quota", code=code))


def overloaded() -> Fault:
    """Answer 503 for servers that are too busy."""
    message = "The server is overloaded, try again later."
    return _Instead(error_answer(503, message, kind="service_unavailable_error", code="server_is_overloaded"))


def server_error(message: str = "The server had an error while processing your request.") -> Fault:
    """Answer 500.

    Args:
        message: The error's message.
    """
    return _Instead(error_answer(500, message, kind="server_error"))


def html_error(code: int = 502) -> Fault:
    """Answer with a page as proxies make them.

    Args:
        code: The status.
    """
    page = _HTML.format(code, _PHRASES.get(code, "Error")).encode()
    return _Instead(BinaryAnswer(pieces=(page,), content_type="text/html", status=code))


def empty(code: int = 200) -> Fault:
    """Answer with no body.

    Args:
        code: The status.
    """
    return _Instead(EmptyAnswer(status=code))


def not_json() -> Fault:
    """Answer 200 with a body that says it is JSON and is cut short."""
    return _Instead(BinaryAnswer(pieces=(b'{"id": "chatcmpl-1", "obj',), content_type="application/json"))


def answer(value: JsonValue, *, code: int = 200, headers: Mapping[str, str] | None = None) -> Fault:
    """Answer with any JSON value.

    Args:
        value: The body.
        code: The status.
        headers: Headers to add.
    """
    return _Instead(JsonAnswer(value=value, status=code, headers=_pairs(headers)))


def body(
    *pieces: bytes,
    content_type: str = "application/octet-stream",
    code: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Fault:
    """Answer with any bytes.

    Args:
        *pieces: The body.
        content_type: What it says it is.
        code: The status.
        headers: Headers to add.
    """
    return _Instead(
        BinaryAnswer(pieces=pieces, content_type=content_type, status=code, headers=_pairs(headers))
    )


def events(*data: Mapping[str, JsonValue] | str, names: bool = False) -> Fault:
    """Answer with a stream of these events, and a clean end after them.

    Args:
        *data: The data of each: a JSON object, or text such as ``"[DONE]"``.
        names: Whether each object's `type` is also sent as the event's name.
    """
    made = tuple(
        Event(data=one, name=str(one["type"]) if names and isinstance(one, Mapping) else None) for one in data
    )
    return _Instead(StreamAnswer(events=made))


def redirect(url: str, code: int = 307) -> Fault:
    """Answer with a redirect.

    Args:
        url: Where to.
        code: The status.
    """
    return _Instead(EmptyAnswer(status=code, headers=(("location", url),)))


@final
@attrs.frozen
class _Reshape(Fault):
    drop: frozenset[str] = frozenset()
    values: Mapping[str, JsonValue] = attrs.field(factory=dict[str, JsonValue])

    def change(self, answer: Answer) -> Answer:
        if isinstance(answer, JsonAnswer):
            return attrs.evolve(answer, value=self._value(answer.value))
        if isinstance(answer, StreamAnswer):
            return attrs.evolve(answer, events=self._events(answer.events))
        return answer

    def _events(self, given: Iterable[Event | Lull]) -> Iterable[Event | Lull]:
        for event in given:
            if isinstance(event, Lull) or isinstance(event.data, str):
                yield event
            else:
                changed = cast("Mapping[str, JsonValue]", self._value(event.data))
                yield attrs.evolve(event, data=changed)

    def _value(self, value: JsonValue) -> JsonValue:
        if isinstance(value, Mapping):
            return {
                name: self.values[name] if name in self.values else self._value(inner)
                for name, inner in value.items()
                if name not in self.drop
            }
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [self._value(inner) for inner in value]
        return value


def drop_fields(*names: str) -> Fault:
    """Leave fields out of the answer, as loose servers do.

    Args:
        *names: Their names; they are dropped wherever they occur.
    """
    return _Reshape(drop=frozenset(names))


def change_fields(values: Mapping[str, JsonValue]) -> Fault:
    """Give fields of the answer other values, as loose servers do.

    Args:
        values: Name to value; they are changed wherever they occur.
    """
    return _Reshape(values=dict(values))
