"""Graders: of evals, and tried out by themselves.

Comparisons of texts are made as the API makes them, similarity is the share of words in common. What a model
or a program would decide is always passed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from triopenai.testing._answer import Answer, JsonAnswer
from triopenai.testing._complete import complete
from triopenai.testing._router import Route
from triopenai.testing._search import score
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Call

__all__ = ["ROUTES", "fill", "grade", "look_up"]

_PLACE = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
_GRADERS = ("string_check", "text_similarity", "label_model", "score_model", "python", "multi")
_ERRORS = (
    "formula_parse_error",
    "sample_parse_error",
    "truncated_observation_error",
    "unresponsive_reward_error",
    "invalid_variable_error",
    "other_error",
    "python_grader_server_error",
    "python_grader_runtime_error",
    "model_grader_server_error",
    "model_grader_refusal_error",
    "model_grader_parse_error",
)


def look_up(path: str, names: Mapping[str, JsonValue]) -> JsonValue:
    """What a dotted path such as ``item.question`` stands for; None for nothing."""
    found: JsonValue = names
    for part in path.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def fill(template: str, names: Mapping[str, JsonValue]) -> str:
    """A text with ``{{item.question}}`` and the like replaced by what they stand for."""
    return _PLACE.sub(lambda place: str(look_up(place[1], names)), template)


def grade(grader: Body, names: Mapping[str, JsonValue]) -> tuple[float, bool]:
    """What a grader gives, and whether that is enough.

    Raises:
        ApiError: The grader is none (400).
    """
    grader.require("type")
    match grader.choice("type", _GRADERS, ""):
        case "string_check":
            passed = _check(grader, names)
            return float(passed), passed
        case "text_similarity":
            grader.require("input", "reference")
            points = score(fill(grader.text("reference"), names), fill(grader.text("input"), names))
            return points, points >= (grader.number("pass_threshold") or 0.0)
        case "multi":
            results = [grade(one, names) for one in _inner(grader)]
            points = sum(result for result, _ in results) / max(1, len(results))
            return points, all(passed for _, passed in results)
        case _:
            return 1.0, True


def _check(grader: Body, names: Mapping[str, JsonValue]) -> bool:
    grader.require("input", "operation", "reference")
    given, wanted = fill(grader.text("input"), names), fill(grader.text("reference"), names)
    match grader.choice("operation", ("eq", "ne", "like", "ilike"), "eq"):
        case "eq":
            return given == wanted
        case "ne":
            return given != wanted
        case "like":
            return wanted in given
        case _:
            return wanted.lower() in given.lower()


def _inner(grader: Body) -> list[Body]:
    """The graders of a `multi`: one, or several by their names."""
    inner = grader.object("graders")
    if inner is None:
        return []
    if inner.has("type"):
        return [inner]
    return [one for name in inner.fields if (one := inner.object(name)) is not None]


def _grader(call: Call) -> tuple[Body, Body]:
    body = Body(json_body(call.request))
    body.require("grader")
    return body, body.object("grader") or Body({})


def _run(call: Call) -> Answer:
    body, grader = _grader(call)
    body.require("model_sample")
    item: JsonValue = body.raw("item") or {}
    reward, _ = grade(grader, {"item": item, "sample": {"output_text": body.text("model_sample")}})
    name = grader.text("name")
    errors: JsonObject = {
        **dict.fromkeys(_ERRORS, False),
        "python_grader_server_error_type": None,
        "python_grader_runtime_error_details": None,
        "model_grader_server_error_details": None,
    }
    metadata: JsonObject = {
        "name": name,
        "type": grader.text("type"),
        "errors": errors,
        "execution_time": 0.0,
        "scores": {name: reward},
        "token_usage": None,
        "sampled_model_name": None,
    }
    value: JsonObject = {"reward": reward, "metadata": metadata, "sub_rewards": {}}
    return JsonAnswer(value={**value, "model_grader_token_usage_per_model": {}})


def _validate(call: Call) -> Answer:
    body, grader = _grader(call)
    grade(grader, {})
    return JsonAnswer(value=complete("fine_tuning.alpha:GraderValidateResponse", body.fields, call.store))


ROUTES = (
    Route("POST", "/fine_tuning/alpha/graders/run", _run),
    Route("POST", "/fine_tuning/alpha/graders/validate", _validate),
)
