"""Every helper of the official client, as `tests/data/helpers.jsonl` has them.

A row is the dotted name, whether it is `async`, the positional parameters, the keywords, the result, and
whether it is deprecated.
"""

from __future__ import annotations

import inspect
import json
import typing
import warnings
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_overloads

import pytest

from tests.support.arguments import helper_keywords
from tests.support.fakes import FakeTransport
from triopenai import open_client, raw
from triopenai._base.options import OPTION_NAMES
from triopenai.resources import Root

if TYPE_CHECKING:
    from triopenai._engine.engine import Engine

DATA = Path(__file__).parents[1] / "data" / "helpers.jsonl"
ROWS: list[list[Any]] = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
# What the deprecated ones have to be given.
GIVEN: dict[str, object] = {
    "assistant_id": "asst_1",
    "prompt": "A cat",
    "run_id": "run_1",
    "thread_id": "thread_1",
    "tool_outputs": [],
    "video_id": "video_1",
}


def keywords_of(method: Any) -> set[str]:
    """The keywords that a method takes, those of its ``**params`` too."""
    found: set[str] = set()
    for name, parameter in inspect.signature(method).parameters.items():
        if parameter.kind is not inspect.Parameter.VAR_KEYWORD:
            found.add(name)
            continue
        args = parameter.annotation.removeprefix("Unpack[").removesuffix("]")
        found.update(
            OPTION_NAMES if args == "RequestOptions" else typing.get_type_hints(helper_keywords(args))
        )
    return found


def wrong_with(row: list[Any]) -> list[str]:
    """What is not as the table has it."""
    name, is_async, positional, keywords, returns, _ = row
    method = attrgetter(name)(Root(cast("Engine", None)))
    wrong: list[str] = []
    if inspect.iscoroutinefunction(method) is not is_async:
        wrong.append("it is async" if not is_async else "it is not async")
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    takes = [one.name for one in inspect.signature(method).parameters.values() if one.kind in kinds]
    if takes != positional:
        wrong.append(f"its positional parameters are {takes}, not {positional}")
    if missing := sorted(set(keywords) - keywords_of(method)):
        wrong.append(f"it has no {missing}")
    if returns.startswith("types."):
        answers = [one.__annotations__["return"] for one in (method, *get_overloads(method.__func__))]
        result = returns.rpartition(".")[2].partition("[")[0]
        if not any(answer.partition("[")[0] == result for answer in answers):
            wrong.append(f"it gives {answers}, not {result}")
    return [f"{name}: {one}" for one in wrong]


def test_every_helper_has_the_official_signature() -> None:
    wrong = [problem for row in ROWS for problem in wrong_with(row)]
    assert not wrong, "\n".join(wrong)


async def test_deprecated_helpers_warn_at_the_line_that_calls_them() -> None:
    wrong: list[str] = []
    async with open_client(transport=FakeTransport([]), api_key="k", max_retries=0) as client:
        for name, is_async, positional, keywords, _, extra in ROWS:
            if "deprecated" not in extra:
                continue
            given = {key: value for key, value in GIVEN.items() if key in (*positional, *keywords)}
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                try:
                    result = attrgetter(name)(client)(**given)
                    if is_async:
                        await result
                    else:
                        async with result:
                            pass
                except IndexError:
                    pass  # the transport has no answer: that is as far as it has to come
            places = {(Path(one.filename), one.category) for one in caught}
            wrong += [f"{name}: {places}"] if places != {(Path(__file__), DeprecationWarning)} else []
    assert not wrong, "\n".join(wrong)


async def test_helpers_that_give_no_answer_have_no_raw_form() -> None:
    answering = {
        name for name, is_async, _, _, returns, _ in ROWS if is_async and returns.startswith("types.")
    }
    refused: set[str] = set()
    names = {row[0] for row in ROWS} | {"responses.run_tools", "chat.completions.run_tools"}
    async with open_client(transport=FakeTransport([]), api_key="k") as client:
        for name in names:
            owner, _, method = name.rpartition(".")
            try:
                raw(attrgetter(name)(client))
            except TypeError:
                refused.add(name)
                # Sessions are no calls at all, so that a view does not even show them.
                expected = AttributeError if method == "connect" else TypeError
                with pytest.raises(expected, match=method):
                    getattr(attrgetter(owner)(client).with_raw_response, method)()
        assert refused == names - answering
        with pytest.raises(TypeError, match="run_tools has no raw form: it is no single call"):
            raw(attrgetter("responses.run_tools")(client))
