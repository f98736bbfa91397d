from __future__ import annotations

import json
import pickle
from typing import TypedDict

import pytest

from triopenai._base.errors import (
    APIError,
    APIResponseValidationError,
    APIStatusError,
    Attempt,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    UnprocessableEntityError,
)
from triopenai._base.headers import Headers
from triopenai._sansio.errormap import (
    bad_content,
    error_from_event,
    error_from_response,
    is_overload,
)
from triopenai._sansio.quota import is_quota


class Where(TypedDict):
    operation: str
    method: str
    url: str


WHERE: Where = {
    "operation": "chat.completions.create",
    "method": "POST",
    "url": "https://api.openai.com/v1/chat/completions",
}


def answered(status: int, body: object, **headers: str) -> APIStatusError:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return error_from_response(
        status=status,
        headers=Headers.of({name.replace("_", "-"): value for name, value in headers.items()}),
        body=raw,
        attempts=(Attempt(status=500),),
        **WHERE,
    )


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, ConflictError),
        (418, APIStatusError),
        (422, UnprocessableEntityError),
        (429, RateLimitError),
        (500, InternalServerError),
        (502, InternalServerError),
        (529, InternalServerError),
    ],
)
def test_error_class_follows_from_the_status(status, expected):
    error = answered(status, {"error": {"message": "no"}})
    assert type(error) is expected
    assert error.status_code == status


def test_error_has_everything_that_the_server_said():
    error = answered(
        400,
        {
            "error": {
                "message": "Bad model",
                "type": "invalid_request_error",
                "param": "model",
                "code": "model_not_found",
            }
        },
        x_request_id="req_1",
        content_type="application/json",
    )
    assert error.message == "HTTP 400: Bad model"
    assert (error.code, error.param, error.type) == ("model_not_found", "model", "invalid_request_error")
    assert error.body == {
        "message": "Bad model",
        "type": "invalid_request_error",
        "param": "model",
        "code": "model_not_found",
    }
    assert error.request_id == "req_1"
    assert error.headers["content-type"] == "application/json"
    assert error.attempts == (Attempt(status=500),)
    assert (error.operation, error.method, error.url) == tuple(WHERE.values())
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize("code", [429, "429", 429.0])
def test_error_takes_a_code_that_is_a_number(code):
    error = answered(400, {"error": {"message": "slow", "code": code, "type": None}})
    assert type(error) is BadRequestError
    assert error.code in {"429", "429.0"}


def test_error_is_a_rate_limit_by_its_status_alone():
    assert type(answered(429, {"error": {"message": "x", "code": "whatever"}})) is RateLimitError
    assert type(answered(500, {"error": {"message": "x", "code": "429"}})) is InternalServerError


@pytest.mark.parametrize("nothing", [None, "None", "null", "", [], {}, True])
def test_error_takes_nothing_in_any_spelling_as_none(nothing):
    error = answered(400, {"error": {"message": "m", "type": nothing, "code": nothing, "param": nothing}})
    assert (error.type, error.code, error.param) == (None, None, None)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"error": "model not loaded"}, "model not loaded"),
        ({"error": "invalid_token", "error_description": "It has expired"}, "It has expired"),
        ({"detail": "Not Found"}, "Not Found"),
        ({"detail": [{"loc": ["body", "model"], "msg": "field required"}]}, "body.model: field required"),
        ({"detail": {"error": "no such key"}}, "no such key"),
        ({"error": {"detail": "inner"}}, "inner"),
        ({"message": "Route not found"}, "Route not found"),
        ({"object": "error", "message": "The model does not exist", "code": 404}, "The model does not exist"),
        ([{"error": {"code": 400, "message": "in a list", "status": "INVALID_ARGUMENT"}}], "in a list"),
        ("just text", "just text"),
        ({"detail": {"x": 1}}, '{"detail": {"x": 1}}'),
        ({"detail": [{"msg": "short"}, 3, None]}, "short; 3"),
        ([3], "[3]"),
        ({"title": "Bad Gateway", "status": 502}, "Bad Gateway"),
        ({"weird": {"shape": 1}}, '{"weird": {"shape": 1}}'),
        ({"error": {}}, "the request is not valid"),
        ({"error": None, "message": "m"}, "m"),
        (b"upstream connect error", "upstream connect error"),
        (b"", "the request is not valid"),
        (b"  \n", "the request is not valid"),
        (b"\xff\xfe broken", "\ufffd\ufffd broken"),
        (b"{not json", "{not json"),
    ],
)
def test_error_finds_the_message_in_bodies_of_any_form(body, message):
    assert answered(400, body).message == f"HTTP 400: {message}"


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (
            b"<html>\n<head><title>502 Bad\n Gateway</title></head><body>nginx</body></html>",
            "502 Bad Gateway",
        ),
        (b"<!DOCTYPE html><style>p {}</style><h1>Blocked</h1><p>by a proxy</p>", "Blocked by a proxy"),
    ],
)
def test_error_shows_a_page_by_its_title_or_text(page, message):
    error = answered(502, page, content_type="text/html")
    assert error.message == f"HTTP 502: {message}"
    assert error.body == page.decode()
    assert type(error) is InternalServerError


def test_error_shortens_a_long_text():
    error = answered(503, b"no " * 50_000)
    assert len(error.message) < 400
    assert isinstance(error.body, str)
    assert len(error.body) <= 4096


def test_error_shows_no_key():
    error = answered(401, {"error": {"message": "Incorrect API key provided: sk-proj-abcdef123456."}})
    assert "abcdef" not in str(error)
    assert "abcdef" not in repr(error)


@pytest.mark.parametrize("name", ["x_request_id", "request_id", "apim_request_id"])
def test_error_finds_the_request_id_under_its_other_names(name):
    assert answered(500, b"", **{name: "req_9"}).request_id == "req_9"


# inside streams


def reported(data: object, event: str | None = None, delivered: int = 0) -> APIError | None:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return error_from_event(raw, event=event, request_id="req_1", delivered=delivered, **WHERE)


@pytest.mark.parametrize(
    ("data", "event"),
    [
        ({"error": {"message": "busy", "code": "server_error", "type": "t", "param": "p"}}, None),
        (
            {"type": "error", "message": "busy", "code": "server_error", "param": "p", "sequence_number": 1},
            None,
        ),
        ({"type": "error", "error": {"message": "busy", "code": "server_error", "param": "p"}}, "error"),
        ({"message": "busy", "code": "server_error", "param": "p"}, "error"),
        ({"error": {"message": "busy", "code": "server_error", "param": "p"}}, "error"),
    ],
)
def test_event_that_reports_an_error_is_found_in_every_form(data, event):
    error = reported(data, event)
    assert error is not None
    assert error.message == "The server reported a failure in the stream: busy"
    assert (error.code, error.param) == ("server_error", "p")
    assert error.request_id == "req_1"
    assert error.operation == "chat.completions.create"


def test_event_of_a_failed_response_is_an_error():
    error = reported(
        {
            "type": "response.failed",
            "response": {"error": {"code": "rate_limit_exceeded", "message": "slow down"}},
        },
        None,
        3,
    )
    assert error is not None
    assert error.code == "rate_limit_exceeded"
    assert error.message == "The server reported a failure in the stream (after 3 events): slow down"
    bare = reported({"type": "response.failed", "response": {"error": None}})
    assert bare is not None
    assert "the response failed" in bare.message


@pytest.mark.parametrize(
    "data",
    [
        {"id": "x", "choices": [], "error": None},
        {"type": "response.created", "response": {"error": None}},
        {"type": "response.output_text.delta", "delta": '"error"'},
        {"type": "response.mcp_call.failed", "error": {"message": "the tool broke"}},
        {"type": "response.completed", "response": {"output": [{"type": "mcp_call", "error": "x"}]}},
        {"error": ""},
        b"[DONE]",
        b'{"error"',
        b"[1]",
    ],
)
def test_event_without_an_error_is_none(data):
    assert reported(data) is None


def test_event_named_error_with_text_is_an_error():
    error = reported(b"Internal Server Error", "error")
    assert error is not None
    assert "Internal Server Error" in error.message


def test_event_error_takes_a_parsed_value_and_the_id_from_the_headers():
    error = error_from_event({"error": {"message": "x"}}, headers=Headers.of({"x-request-id": "req_2"}))
    assert error is not None
    assert error.request_id == "req_2"


@pytest.mark.parametrize(
    ("code", "kind", "expected"),
    [
        ("rate_limit_exceeded", None, True),
        ("server_error", None, True),
        (None, "server_error", True),
        ("503", None, True),
        (None, "overloaded_error", True),
        ("insufficient_quota", "rate_limit_error", False),
        ("rate_limit_exceeded", "insufficient_quota", False),
        ("invalid_prompt", None, False),
        (None, None, False),
    ],
)
def test_overload_is_told_from_other_failures(code, kind, expected):
    assert is_overload(APIError("x", code=code, type=kind)) is expected


@pytest.mark.parametrize(
    "code", ["insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached"]
)
def test_quota_is_known_by_code_or_type(code):
    assert is_quota(code, None)
    assert is_quota(None, code)
    assert not is_quota("rate_limit_exceeded", "requests")


# answers of the wrong kind


@pytest.mark.parametrize(
    ("body", "content_type", "shown"),
    [
        (b"", "application/json", "that is empty"),
        (b"[1, 2]", "application/json", "that begins '[1, 2]'"),
        (b"hello\nworld", "text/plain", "that begins 'hello world'"),
        (b"<html><title>Sign in</title></html>", "text/html", "that begins 'Sign in'"),
    ],
)
def test_bad_content_shows_what_came(body, content_type, shown):
    error = bad_content(
        status=200,
        headers=Headers.of({"content-type": content_type, "x-request-id": "req_3"}),
        body=body,
        expected="a JSON object",
        **WHERE,
    )
    assert type(error) is APIResponseValidationError
    assert error.message == (
        f"Expected a JSON object; the server answered HTTP 200 ({content_type}) with a body {shown}."
    )
    assert error.status_code == 200
    assert error.request_id == "req_3"
    assert error.body == body.decode()


def test_bad_content_names_a_missing_content_type_and_shortens_the_body():
    error = bad_content(status=200, headers=Headers(), body=b"x" * 10_000, expected="a JSON object")
    assert "(no content type)" in error.message
    assert len(error.message) < 500
    assert len(str(error.body)) == 4096
