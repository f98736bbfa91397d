from __future__ import annotations

import pickle
import re
from typing import TYPE_CHECKING

import pytest

from triopenai import errors
from triopenai._base import errors as base_errors
from triopenai._base.headers import Headers

if TYPE_CHECKING:
    from types import ModuleType

CLASSES = [getattr(errors, name) for name in errors.__all__ if name != "Attempt"]


def make(cls: type[errors.OpenAIError]) -> errors.OpenAIError:
    if issubclass(cls, errors.APIStatusError):
        return cls(
            "no",
            status_code=418,
            headers=Headers([(b"X-Request-Id", b"req_1")]),
            body={"error": {"message": "no"}},
            code="c",
            param="p",
            type="t",
            request_id="req_1",
            operation="chat.completions.create",
            attempts=(errors.Attempt(status=418, error="no", wait=0.5, request_id="req_1"),),
        )
    if issubclass(cls, errors.PartialStreamError):
        return cls("cut", partial={"text": "half"}, events=3, request_id="req_2")
    if issubclass(cls, errors.APIError):
        return cls("broke", request_id="req_3")
    if issubclass(cls, errors.LengthFinishReasonError):
        return cls(completion={"choices": []})
    if issubclass(cls, errors.ContentFilterFinishReasonError):
        return cls()
    return cls("text")


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_error_pickles_with_everything_on_it(cls: type[errors.OpenAIError]) -> None:
    error = make(cls)
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is cls
    assert str(copy) == str(error)
    assert copy.args == error.args
    for name, value in vars(error).items():
        if isinstance(value, Headers):
            assert dict(getattr(copy, name)) == dict(value)
        else:
            assert getattr(copy, name) == value


@pytest.mark.parametrize("module", [errors, base_errors], ids=lambda module: module.__name__)
def test_error_tree_is_the_one_drawn(module: ModuleType) -> None:
    assert module.__doc__ is not None
    drawn: dict[str, str | None] = {}
    path: list[str] = []
    for line in module.__doc__.splitlines():
        match = re.match(r"^    ([ |`-]*)([A-Z]\w+)\b", line)
        if match is None:
            continue
        depth = len(match[1]) // 4
        path[depth:] = [match[2]]
        drawn[match[2]] = path[depth - 1] if depth else None
    actual = {
        cls.__name__: None if cls is errors.OpenAIError else cls.__mro__[1].__name__
        for cls in CLASSES
        if cls.__name__ in module.__all__
    }
    assert drawn == actual


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (418, "APIStatusError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "InternalServerError"),
        (529, "InternalServerError"),
    ],
)
def test_status_error_class_for_status(status: int, name: str) -> None:
    assert errors.APIStatusError.class_for(status).__name__ == name


def test_error_text_names_the_call_and_the_request() -> None:
    error = errors.RateLimitError(
        "slow down",
        status_code=429,
        request_id="req_9",
        operation="responses.create",
        attempts=(errors.Attempt(status=429), errors.Attempt(status=429)),
    )
    assert str(error) == "slow down (responses.create, request id req_9, 2 attempts)"


def test_error_message_shows_no_key() -> None:
    error = errors.AuthenticationError(
        "Incorrect API key provided: sk-proj-abcdefghijklmnop. See Bearer sk-1234567", status_code=401
    )
    assert "abcdefgh" not in str(error)
    assert "1234567" not in repr(error)


def test_webhook_error_is_a_value_error_too() -> None:
    assert issubclass(errors.InvalidWebhookSignatureError, ValueError)
