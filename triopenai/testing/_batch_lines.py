"""The lines of a batch: what is wrong with a file of them, and what becomes of each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast, final

import attrs

from triopenai.testing._answer import ApiError
from triopenai.testing._validate import Body

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._router import Router
    from triopenai.testing._store import Store

__all__ = ["Line", "Result", "never_run", "read_lines", "run", "used"]

_SUCCESS = 200


@final
@attrs.frozen(eq=False)
class Line:
    """A request of a batch."""

    custom_id: str
    url: str
    body: JsonObject


@final
@attrs.frozen(eq=False)
class Result:
    """A line of one of the two files that a batch ends with."""

    value: JsonObject
    good: bool


def read_lines(content: bytes, endpoint: str) -> tuple[list[Line], list[JsonValue]]:
    """The lines of an input file, and what is wrong with it."""
    lines: list[Line] = []
    problems: list[JsonValue] = []
    seen: set[str] = set()
    rows = [row for row in enumerate(content.splitlines(), 1) if row[1].strip()]
    if not rows:
        problems.append(_problem("empty_file", "The input file has no lines.", None, None))
    for number, text in rows:
        try:
            line = _read(text, endpoint, seen)
        except ApiError as error:
            problems.append(_problem(error.code, error.message, error.param, number))
        else:
            lines.append(line)
            seen.add(line.custom_id)
    return lines, problems


def _problem(code: str | None, message: str, param: str | None, line: int | None) -> JsonObject:
    return {"code": code, "message": message, "param": param, "line": line}


def _read(text: bytes, endpoint: str, seen: set[str]) -> Line:
    try:
        value: object = json.loads(text)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        message = "This line is not parseable as a JSON object."
        raise ApiError(400, message, code="invalid_json_line")
    fields = Body(cast("JsonObject", value))
    fields.require("custom_id", "method", "url", "body")
    fields.choice("method", ("POST",), "POST")
    custom_id, url, body = fields.text("custom_id"), fields.text("url"), fields.object("body")
    if custom_id in seen:
        message = f"The custom_id '{custom_id}' is that of an earlier line too."
        raise ApiError(400, message, param="custom_id", code="duplicate_custom_id")
    if url != endpoint:
        message = f"The URL '{url}' is not the batch's endpoint, '{endpoint}'."
        raise ApiError(400, message, param="url", code="invalid_url")
    return Line(custom_id, url, dict(body.fields) if body is not None else {})


def run(line: Line, router: Router, store: Store) -> Result:
    """Answer a line as if it had come as a request of its own."""
    request_id = store.new_id("req_")
    answer = router.ask(line.url, line.body, store, request_id)
    response: JsonObject = {"status_code": answer.status, "request_id": request_id, "body": answer.value}
    return Result(
        {
            "id": store.new_id("batch_req_"),
            "custom_id": line.custom_id,
            "response": response,
            "error": None,
        },
        good=answer.status == _SUCCESS,
    )


def never_run(line: Line, store: Store, code: str, message: str) -> Result:
    """What becomes of a line that the batch did not get to."""
    error: JsonObject = {"code": code, "message": message}
    id_ = store.new_id("batch_req_")
    return Result({"id": id_, "custom_id": line.custom_id, "response": None, "error": error}, good=False)


def used(results: Iterable[Result]) -> JsonObject:
    """The tokens that lines have used together."""
    asked = given = 0
    for result in results:
        response = cast("JsonObject", result.value["response"] or {})
        body = cast("JsonObject", response.get("body") or {})
        usage = Body(cast("JsonObject", body.get("usage") or {}))
        asked += usage.integer("input_tokens") or usage.integer("prompt_tokens") or 0
        given += usage.integer("output_tokens") or usage.integer("completion_tokens") or 0
    return {
        "input_tokens": asked,
        "input_tokens_details": {"cached_tokens": 0},
        "output_tokens": given,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": asked + given,
    }
