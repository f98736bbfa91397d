from __future__ import annotations

import json
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.runs import CODE, TEXT, WAITS, message, run_events, step
from triopenai._sansio.fold import fold, is_finished, remains_of
from triopenai._sansio.fold_assistant import AssistantFold

Named = tuple[str, object]


def folded(events: list[Named]) -> AssistantFold:
    fold = AssistantFold()
    for name, data in events:
        fold.add({"event": name, "data": data})
    return fold


def received(events: list[Named]) -> list[bytes]:
    return [json.dumps({"event": name, "data": data}).encode() for name, data in events]


def test_assistant_fold_gives_what_the_last_events_tell_whole():
    events = run_events()
    whole = folded(events)
    # Without the events that tell message and step whole, deltas add up to the same.
    ends = {"thread.message.completed", "thread.run.step.completed"}
    by_deltas = folded([event for event in events if event[0] not in ends])
    assert by_deltas.messages["msg_1"]["content"] == whole.messages["msg_1"]["content"]
    assert by_deltas.steps["step_1"]["step_details"] == whole.steps["step_1"]["step_details"]
    assert list(whole.steps) == ["step_1", "step_2"]
    assert whole.snapshot() is whole.run
    assert whole.run == run_events()[-1][1]


def test_assistant_fold_knows_the_step_that_goes_on():
    assert folded(CODE).step == "step_1"
    assert folded(TEXT[:1]).step == "step_2"
    assert folded(TEXT).step is None
    assert folded([*CODE, WAITS]).step is None


@pytest.mark.parametrize("status", ["completed", "incomplete", "failed", "cancelled", "expired"])
def test_assistant_fold_is_finished_by_the_end_of_the_run(status: str):
    events = received(run_events(status))
    assert is_finished("assistant", events)
    assert not is_finished("assistant", events[:-1])
    assert fold("assistant", events)["status"] == status  # type: ignore[index]  # there is one


def test_assistant_fold_is_finished_by_a_wait_for_tools_and_by_an_error():
    assert is_finished("assistant", received([*CODE, WAITS]))
    assert is_finished("assistant", received([*CODE, ("error", {"message": "no"})]))


def test_assistant_fold_says_where_it_stopped():
    assert remains_of("assistant", received(CODE[:-1])).in_tool_call
    assert not remains_of("assistant", received(CODE)).in_tool_call
    assert not remains_of("assistant", received(CODE[:-3])).in_tool_call
    assert "no terminal event such as thread.run.completed" in remains_of("assistant", received(TEXT)).where


def test_assistant_fold_passes_over_what_makes_no_sense():
    fold = AssistantFold()
    for event in (
        {},
        {"event": 1, "data": {}},
        {"event": "thread.run.created", "data": None},
        {"event": "thread.created", "data": {"id": "th_1"}},
        {"event": "thread.message.delta", "data": {"id": "msg_1", "delta": None}},
        {"event": "thread.run.step.delta", "data": {}},
    ):
        fold.add(cast("dict[str, Any]", event))
    assert (fold.snapshot(), fold.finished, fold.in_tool_call) == (None, False, False)


def test_assistant_fold_begins_a_message_by_its_delta():
    fold = folded([TEXT[3], TEXT[4]])
    assert fold.messages["msg_1"]["content"] == [
        {"type": "text", "text": {"value": "Hello", "annotations": []}}
    ]


def test_assistant_fold_leaves_the_events_as_they_are():
    events = run_events()
    before = json.dumps(events)
    folded(events)
    assert json.dumps(events) == before


@settings(max_examples=60)
@given(st.lists(st.text(min_size=1, max_size=4), min_size=1, max_size=12), st.data())
def test_assistant_fold_gives_the_same_however_a_text_is_split(pieces: list[str], data: st.DataObject):
    whole = "".join(pieces)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=6)))
    others = [whole[start:end] for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True)]

    def of(parts: list[str]) -> object:
        call: dict[str, object] = {
            "type": "tool_calls",
            "tool_calls": [{"index": 0, "type": "function", "function": {}}],
        }
        events: list[Named] = [
            ("thread.message.created", message("in_progress")),
            ("thread.run.step.created", step("step_1", "in_progress", call)),
        ]
        for part in parts:
            content = [{"index": 0, "type": "text", "text": {"value": part}}]
            events.append(("thread.message.delta", {"id": "msg_1", "delta": {"content": content}}))
            calls = [{"index": 0, "type": "function", "function": {"arguments": part}}]
            details = {"type": "tool_calls", "tool_calls": calls}
            events.append(("thread.run.step.delta", {"id": "step_1", "delta": {"step_details": details}}))
        fold = folded(events)
        return fold.messages, fold.steps

    assert of(pieces) == of(others)
