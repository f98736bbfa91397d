"""Graders: of evals, and tried out by themselves.

Texts are compared by their definitions. What a model decides is found in what the sandbox's model says to the
grader's messages: a score is the first number in it, within the grader's range, and the upper end of that
where there is none; a label is the longest that it names, and the first passing one where it names none.
Programs are not run: they always pass.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai.testing._answer import Answer, JsonAnswer
from triopenai.testing._complete import complete
from triopenai.testing._formula import evaluate
from triopenai.testing._router import Route
from triopenai.testing._similarity import METRICS, similarity
from triopenai.testing._text import content_text
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Call, Store

__all__ = ["NEEDED", "ROUTES", "check_grader", "fill", "grade", "look_up"]

_PLACE = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
#: The kinds of graders, and what each must say.
NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "string_check": ("input", "operation", "reference"),
    "text_similarity": ("input", "reference", "evaluation_metric"),
    "label_model": ("input", "model", "labels", "passing_labels"),
    "score_model": ("input", "model"),
    "python": ("source",),
    "multi": ("graders",),
}
_OPERATIONS: Final[Mapping[str, Callable[[str, str], bool]]] = {
    "eq": lambda given, wanted: given == wanted,
    "ne": lambda given, wanted: given != wanted,
    "like": lambda given, wanted: wanted in given,
    "ilike": lambda given, wanted: wanted.lower() in given.lower(),
}
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


@final
@attrs.frozen
class Grade:
    """What a grader gives.

    Attributes:
        points: How many points.
        passed: Whether that is enough.
        parts: The points of the graders that it is made of, by their names.
    """

    points: float
    passed: bool
    parts: Mapping[str, float] = attrs.field(factory=dict[str, float])


def check_grader(grader: Body, kinds: Collection[str] = NEEDED) -> None:
    """See whether something is a grader.

    Args:
        grader: What may be one.
        kinds: The types that are allowed here.

    Raises:
        ApiError: It is none (400).
    """
    grader.require("type", "name")
    kind = grader.choice("type", kinds, "")
    grader.require(*NEEDED[kind])
    match kind:
        case "string_check":
            grader.choice("operation", _OPERATIONS, "")
        case "text_similarity":
            grader.choice("evaluation_metric", METRICS, "")
        case "multi":
            for one in _inner(grader).values():
                check_grader(one)
            if formula := grader.text("calculate_output"):
                evaluate(formula, {name: 1 / number for number, name in enumerate(_inner(grader), 2)})
        case "score_model" | "label_model":
            for message in grader.objects("input", empty=False):
                message.require("role", "content")
            for name in ("labels", "passing_labels"):
                grader.items(name, empty=False)
        case _:
            pass


def grade(store: Store, grader: Body, names: Mapping[str, JsonValue]) -> Grade:
    """What a grader that was checked gives.

    Args:
        store: Knows what the model says.
        grader: The grader.
        names: What the places in its texts stand for.
    """
    match grader.text("type"):
        case "string_check":
            passed = _check(grader, names)
            return Grade(float(passed), passed)
        case "text_similarity":
            given, wanted = fill(grader.text("input"), names), fill(grader.text("reference"), names)
            return _enough(grader, similarity(grader.text("evaluation_metric"), given, wanted))
        case "score_model":
            return _score(grader, _ask(store, grader, names))
        case "label_model":
            return _label(grader, _ask(store, grader, names))
        case "multi":
            return _join(grader, {name: grade(store, one, names) for name, one in _inner(grader).items()})
        case _:
            return Grade(1.0, passed=True)


def _enough(grader: Body, points: float) -> Grade:
    threshold = grader.number("pass_threshold")
    return Grade(points, threshold is None or points >= threshold)


def _check(grader: Body, names: Mapping[str, JsonValue]) -> bool:
    given, wanted = fill(grader.text("input"), names), fill(grader.text("reference"), names)
    return _OPERATIONS[grader.text("operation")](given, wanted)


def _ask(store: Store, grader: Body, names: Mapping[str, JsonValue]) -> str:
    """What the model says to the messages of a grader: to the last one of the user's."""
    messages = grader.objects("input")
    asked = [one for one in messages if one.raw("role") == "user"] or messages
    return store.reply(fill(content_text(asked[-1].raw("content")), names), 0)


def _score(grader: Body, said: str) -> Grade:
    bounds = [one for one in grader.items("range") if isinstance(one, int | float)] or [0.0, 1.0]
    number = _NUMBER.search(said)
    points = max(bounds) if number is None else max(min(bounds), min(max(bounds), float(number[0])))
    return _enough(grader, points)


def _label(grader: Body, said: str) -> Grade:
    passing = [str(label) for label in grader.items("passing_labels")]
    longest_first = sorted(map(str, grader.items("labels")), key=len, reverse=True)
    named = (one for one in longest_first if re.search(rf"(?i)(?<!\w){re.escape(one)}(?!\w)", said))
    passed = next(named, passing[0]) in passing
    return Grade(float(passed), passed)


def _join(grader: Body, grades: Mapping[str, Grade]) -> Grade:
    parts = {name: one.points for name, one in grades.items()}
    formula = grader.text("calculate_output")
    points = evaluate(formula, parts) if formula else sum(parts.values()) / max(1, len(parts))
    return Grade(points, all(one.passed for one in grades.values()), parts)


def _inner(grader: Body) -> dict[str, Body]:
    """The graders of a `multi` by their names: one, or several."""
    inner = grader.object("graders")
    if inner is None:
        return {}
    if inner.has("type"):
        return {inner.text("name"): inner}
    return {name: one for name in inner.fields if (one := inner.object(name)) is not None}


def _grader(call: Call) -> tuple[Body, Body]:
    body = Body(json_body(call.request))
    body.require("grader")
    grader = body.object("grader") or Body({})
    check_grader(grader)
    return body, grader


def _run(call: Call) -> Answer:
    body, grader = _grader(call)
    body.require("model_sample")
    item: JsonValue = body.raw("item") or {}
    made = grade(call.store, grader, {"item": item, "sample": {"output_text": body.text("model_sample")}})
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
        "scores": {name: made.points},
        "token_usage": None,
        "sampled_model_name": grader.text("model") or None,
    }
    value: JsonObject = {"reward": made.points, "metadata": metadata, "sub_rewards": made.parts}
    return JsonAnswer(value={**value, "model_grader_token_usage_per_model": {}})


def _validate(call: Call) -> Answer:
    body, _ = _grader(call)
    return JsonAnswer(value=complete("fine_tuning.alpha:GraderValidateResponse", body.fields, call.store))


ROUTES = (
    Route("POST", "/fine_tuning/alpha/graders/run", _run),
    Route("POST", "/fine_tuning/alpha/graders/validate", _validate),
)
