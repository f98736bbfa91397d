from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._sansio.fold import FoldKind, fold, is_finished, remains_of
from triopenai._sansio.fold_chat import ChatFold

Json = dict[str, Any]  # what is inside of it, each test knows


def folded(kind: FoldKind, data: list[bytes]) -> Json:
    snapshot = fold(kind, data)
    assert snapshot is not None
    return snapshot


def events(*values: object) -> list[bytes]:
    return [json.dumps(value).encode() for value in values]


def chunk(delta: object = None, *, finish: str | None = None, index: int | None = 0, **top: object) -> Json:
    choice: Json = {"delta": delta or {}, "finish_reason": finish, "logprobs": None}
    if index is not None:
        choice["index"] = index
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "gpt-4",
        "choices": [choice],
        **top,
    }


def message(*values: object) -> Any:
    snapshot = folded("chat", events(*values))
    return snapshot["choices"][0]["message"]


# chat


def test_fold_joins_the_text_of_a_chat():
    assert fold(
        "chat",
        events(
            chunk({"role": "assistant", "content": ""}),
            chunk({"content": "Hel"}),
            chunk({"content": "lo"}),
            chunk({}, finish="stop"),
        ),
    ) == {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "gpt-4",
        "choices": [
            {
                "index": 0,
                "finish_reason": "stop",
                "logprobs": None,
                "message": {"role": "assistant", "content": "Hello", "refusal": None},
            }
        ],
    }


def test_fold_keeps_choices_apart_and_in_order():
    snapshot = folded(
        "chat",
        events(
            chunk({"content": "b"}, index=1),
            chunk({"content": "a"}, index=0),
            chunk({"content": "B"}, index=1, finish="stop"),
        ),
    )
    assert [choice["message"]["content"] for choice in snapshot["choices"]] == ["a", "bB"]


def test_fold_takes_a_choice_without_an_index_as_the_first():
    assert (
        message(chunk({"content": "a"}, index=None), chunk({"content": "b"}, index=None))["content"] == "ab"
    )


def test_fold_takes_usage_from_a_chunk_without_choices():
    snapshot = folded(
        "chat",
        events(
            chunk({"content": "a"}, usage=None),
            chunk({}, finish="stop", usage=None),
            {"id": "chatcmpl-1", "choices": [], "usage": {"total_tokens": 3}},
        ),
    )
    assert snapshot["usage"] == {"total_tokens": 3}
    assert len(snapshot["choices"]) == 1


def test_fold_joins_tool_calls_by_index():
    calls = message(
        chunk(
            {
                "tool_calls": [
                    {"index": 0, "id": "a", "type": "function", "function": {"name": "f", "arguments": ""}}
                ]
            }
        ),
        chunk(
            {
                "tool_calls": [
                    {"index": 1, "id": "b", "type": "function", "function": {"name": "g", "arguments": ""}}
                ]
            }
        ),
        chunk({"tool_calls": [{"index": 0, "function": {"arguments": '{"x"'}}]}),
        chunk({"tool_calls": [{"index": 1, "function": {"arguments": "{}"}}]}),
        chunk({"tool_calls": [{"index": 0, "function": {"arguments": ": 1}"}}]}),
    )["tool_calls"]
    assert calls == [
        {"id": "a", "type": "function", "function": {"name": "f", "arguments": '{"x": 1}'}},
        {"id": "b", "type": "function", "function": {"name": "g", "arguments": "{}"}},
    ]


def test_fold_takes_tool_calls_without_an_index():
    calls = message(
        chunk(
            {"tool_calls": [{"id": "a", "type": "function", "function": {"name": "f", "arguments": '{"x"'}}]}
        ),
        chunk({"tool_calls": [{"function": {"arguments": ": 1}"}}]}),
        chunk({"tool_calls": [{"id": "b", "type": "function", "function": {"name": "g", "arguments": "{"}}]}),
        chunk({"tool_calls": [{"id": "b", "function": {"arguments": "}"}}]}),
    )["tool_calls"]
    assert [(call["id"], call["function"]["arguments"]) for call in calls] == [("a", '{"x": 1}'), ("b", "{}")]


def test_fold_keeps_calls_apart_that_all_say_index_0():
    calls = message(
        chunk({"tool_calls": [{"index": 0, "id": "a", "function": {"name": "f", "arguments": "{}"}}]}),
        chunk({"tool_calls": [{"index": 0, "id": "b", "function": {"name": "f", "arguments": "{"}}]}),
        chunk({"tool_calls": [{"index": 0, "function": {"arguments": "}"}}]}),
    )["tool_calls"]
    assert [(call["id"], call["function"]["arguments"]) for call in calls] == [("a", "{}"), ("b", "{}")]


def test_fold_takes_a_new_id_for_each_part_of_one_call():
    calls = message(
        chunk({"tool_calls": [{"index": 0, "id": "a", "function": {"name": "f", "arguments": "{"}}]}),
        chunk({"tool_calls": [{"index": 0, "id": "z", "function": {"arguments": "}"}}]}),
    )["tool_calls"]
    assert calls == [{"id": "a", "function": {"name": "f", "arguments": "{}"}}]


def test_fold_takes_a_name_that_is_repeated_with_every_part():
    call = {"index": 0, "id": "a", "function": {"name": "f", "arguments": "{"}}
    rest = {"index": 0, "id": "a", "function": {"name": "f", "arguments": "}"}}
    assert message(chunk({"tool_calls": [call]}), chunk({"tool_calls": [rest]}))["tool_calls"] == [
        {"id": "a", "function": {"name": "f", "arguments": "{}"}}
    ]


def test_fold_joins_a_refusal_the_old_function_call_and_unknown_text():
    folded = message(
        chunk({"refusal": "I "}),
        chunk({"refusal": "can't"}),
        chunk({"function_call": {"name": "f", "arguments": "{"}}),
        chunk({"function_call": {"arguments": "}"}}),
        chunk({"reasoning_content": "Let "}),
        chunk({"reasoning_content": "me see"}),
    )
    assert folded["refusal"] == "I can't"
    assert folded["function_call"] == {"name": "f", "arguments": "{}"}
    assert folded["reasoning_content"] == "Let me see"
    assert folded["content"] is None


def test_fold_takes_a_last_chunk_in_the_form_of_a_whole_answer():
    last = {
        "choices": [
            {"index": 0, "message": {"role": "assistant", "content": "whole"}, "finish_reason": "stop"}
        ]
    }
    assert message(last)["content"] == "whole"


def test_fold_keeps_null_fields_of_deltas():
    folded_message = message(
        chunk(
            {
                "audio": None,
                "tool_calls": [{"index": 0, "id": "a", "function": None, "custom": {"input": "x"}}],
            }
        ),
        chunk({"audio": None, "content": None, "parts": [1]}),
        chunk({"parts": [2], "score": 1}),
        chunk({"score": 2}),
    )
    assert folded_message["audio"] is None
    assert folded_message["tool_calls"] == [{"id": "a", "function": None, "custom": {"input": "x"}}]
    assert folded_message["parts"] == [1, 2]
    assert folded_message["score"] == 2


def test_fold_joins_several_tool_calls_of_one_delta_that_have_neither_index_nor_id():
    calls = message(
        chunk({"tool_calls": [{"id": "a", "custom": {"input": "1"}}, {"id": "b", "custom": {"input": "2"}}]}),
        chunk({"tool_calls": [{"custom": {"input": "x"}}, {"custom": {"input": "y"}}]}),
    )["tool_calls"]
    assert [call["custom"]["input"] for call in calls] == ["1x", "2y"]


def test_chat_in_the_middle_of_a_tool_call_with_free_text():
    assert remains_of(
        "chat", events(chunk({"tool_calls": [{"index": 0, "custom": {"input": "{}"}}]}))
    ).in_tool_call


def test_fold_extends_logprobs():
    def with_logprobs(*tokens: str) -> Json:
        value = chunk({"content": "".join(tokens)})
        value["choices"][0]["logprobs"] = {"content": [{"token": token} for token in tokens], "refusal": None}
        return value

    snapshot = folded("chat", events(with_logprobs("a", "b"), chunk({}), with_logprobs("c")))
    assert snapshot["choices"][0]["logprobs"] == {
        "content": [{"token": "a"}, {"token": "b"}, {"token": "c"}],
        "refusal": None,
    }


def test_fold_sets_roles_instead_of_joining_them():
    assert (
        message(chunk({"role": "assistant"}), chunk({"role": "assistant", "content": "x"}))["role"]
        == "assistant"
    )


def test_fold_keeps_unknown_fields_of_the_envelope_and_leaves_out_padding():
    snapshot = folded(
        "chat", events(chunk({"content": "a"}, citations=["x"], obfuscation="zzz", id=""), chunk())
    )
    assert snapshot["citations"] == ["x"]
    assert snapshot["id"] == "chatcmpl-1"
    assert "obfuscation" not in snapshot


def test_fold_joins_a_character_whose_halves_came_in_two_deltas():
    pieces = [
        rb'{"choices":[{"index":0,"delta":{"content":"a\ud83c"}}]}',
        rb'{"choices":[{"index":0,"delta":{"content":"\udf89b"}}]}',
    ]
    snapshot = folded("chat", pieces)
    assert snapshot["choices"][0]["message"]["content"] == "a🎉b"
    json.dumps(snapshot, ensure_ascii=False).encode()


def test_fold_replaces_a_half_character_that_stays_alone():
    snapshot = folded("chat", [rb'{"choices":[{"index":0,"delta":{"content":"a\ud83c"}}]}'])
    assert snapshot["choices"][0]["message"]["content"] == "a\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        b"[DONE]",
        b"",
        b"null",
        b"7",
        b"[]",
        b"{",
        b"{}",
        b'"x"',
        b'{"choices": 3}',
        b'{"choices": [3, null]}',
        b'{"type": 3}',
        b'{"type": ["error"]}',
        b'{"type": "response.output_item.added"}',
        b'{"type": "response.output_text.done"',
        b"\xff\xfe",
    ],
)
@pytest.mark.parametrize("kind", ["chat", "completion", "response", "assistant", "transcript"])
def test_fold_passes_over_what_makes_no_sense(kind, data):
    assert fold(kind, [data]) is None
    assert not is_finished(kind, [data])
    assert not remains_of(kind, [data]).in_tool_call
    assert remains_of(kind, [data]).where.startswith("after 1 event")


NAMES = [
    *("choices", "index", "delta", "content", "tool_calls", "function", "name", "arguments", "id", "type"),
    *("finish_reason", "logprobs", "message", "text", "usage", "error", "response", "output", "item", "part"),
    *("output_index", "content_index", "item_id", "role", "summary", "annotations"),
]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 3)
    | st.sampled_from(["", "a", "stop", "function", "response.created"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=25,
)
SUBJECTS = [
    *(
        "created",
        "completed",
        "output_item.added",
        "output_item.done",
        "content_part.added",
        "content_part.done",
    ),
    *("output_text.delta", "output_text.done", "output_text.annotation.added", "refusal.delta", "x"),
    *("function_call_arguments.delta", "reasoning_summary_part.added", "reasoning_summary_text.delta"),
    "reasoning_text.done",
]
KINDS = st.sampled_from([f"response.{name}" for name in SUBJECTS])


@given(
    st.lists(JSON, max_size=6),
    st.lists(st.tuples(KINDS, JSON), max_size=6),
    st.sampled_from(["chat", "completion", "response"]),
)
def test_fold_never_fails_whatever_the_events_hold(values, typed, kind):
    data = events(*values)
    data += events(*[{**value, "type": name} for name, value in typed if isinstance(value, dict)])
    snapshot = fold(kind, data)
    if snapshot is not None:
        json.dumps(snapshot)
    is_finished(kind, data)
    assert remains_of(kind, data).answer == snapshot


def test_fold_snapshot_leaves_the_fold_as_it_was():
    folding = ChatFold()
    folding.add(chunk({"tool_calls": [{"index": 0, "id": "a", "function": {"name": "f", "arguments": "{"}}]}))
    folding.snapshot()
    folding.add(chunk({"tool_calls": [{"index": 0, "function": {"arguments": "}"}}]}))
    snapshot: Any = folding.snapshot()
    assert snapshot["choices"][0]["message"]["tool_calls"] == [
        {"id": "a", "function": {"name": "f", "arguments": "{}"}}
    ]


# where it stopped


def test_chat_is_finished_with_a_reason_for_every_choice():
    first = [
        chunk({"content": "a"}, index=0),
        chunk({"content": "b"}, index=1),
        chunk(finish="stop", index=0),
    ]
    assert not is_finished("chat", events(*first))
    assert is_finished("chat", events(*first, chunk(finish="length", index=1)))
    assert not is_finished("chat", [])


def test_chat_is_not_finished_by_an_empty_reason():
    assert not is_finished("chat", events(chunk({"content": "a"}, finish="")))


def test_chat_is_finished_by_an_error():
    assert is_finished("chat", events(chunk({"content": "a"}), {"error": {"message": "no"}}))


def test_chat_in_the_middle_of_a_tool_call():
    call = chunk({"tool_calls": [{"index": 0, "id": "a", "function": {"name": "f", "arguments": '{"x"'}}]})
    kept = events(chunk({"content": "hm"}), call)
    assert remains_of("chat", kept).in_tool_call
    assert remains_of("chat", kept).where == "in the middle of a tool call's arguments"
    assert remains_of("chat", events(call, chunk({"role": "assistant", "content": ""}))).in_tool_call
    whole = [*kept, *events(chunk({"tool_calls": [{"index": 0, "function": {"arguments": ": 1}"}}]}))]
    assert not remains_of("chat", whole).in_tool_call
    assert remains_of("chat", whole).where == "after 3 events, with no finish reason"
    assert not remains_of("chat", events(call, chunk({"content": "text"}))).in_tool_call
    assert not remains_of("chat", events(call, chunk(finish="length"))).in_tool_call


def test_chat_in_the_middle_of_the_old_function_call():
    assert remains_of("chat", events(chunk({"function_call": {"name": "f", "arguments": "{"}}))).in_tool_call
    assert not remains_of(
        "chat", events(chunk({"function_call": {"name": "f", "arguments": "{}"}}))
    ).in_tool_call


@pytest.mark.parametrize("kind", ["chat", "completion", "response"])
def test_where_it_stopped_before_anything_came(kind):
    assert remains_of(kind, []).where == "before its first event"


def test_where_it_stopped_counts_events():
    assert remains_of("chat", events(chunk({"content": "a"}))).where == "after 1 event, with no finish reason"
    assert remains_of("chat", events(chunk({"content": "a"}), chunk(finish="stop"))).where == "after 2 events"
    assert remains_of("response", events({"type": "response.created", "response": {}})).where == (
        "after 1 event, with no terminal event such as response.completed"
    )


# completions


def test_fold_joins_a_completion():
    def piece(text: str, finish: str | None = None) -> Json:
        logprobs = {"tokens": [text], "token_logprobs": [-1.0], "text_offset": [0], "top_logprobs": None}
        return {
            "id": "cmpl-1",
            "object": "text_completion",
            "choices": [{"index": 0, "text": text, "finish_reason": finish, "logprobs": logprobs}],
        }

    assert fold("completion", events(piece("a"), piece("b", "stop"))) == {
        "id": "cmpl-1",
        "object": "text_completion",
        "choices": [
            {
                "index": 0,
                "text": "ab",
                "finish_reason": "stop",
                "logprobs": {
                    "tokens": ["a", "b"],
                    "token_logprobs": [-1.0, -1.0],
                    "text_offset": [0, 0],
                    "top_logprobs": None,
                },
            }
        ],
    }
    assert is_finished("completion", events(piece("a", "stop")))
    assert not is_finished("completion", events(piece("a")))
    assert not remains_of("completion", events(piece("a"))).in_tool_call


# responses

CREATED = {"type": "response.created", "response": {"id": "resp_1", "status": "in_progress", "output": []}}


def added(item: object, at: int | None = 0) -> Json:
    return numbered({"type": "response.output_item.added", "item": item}, at)


def numbered(event: Json, at: int | None) -> Json:
    return event if at is None else {**event, "output_index": at, "content_index": 0, "sequence_number": 1}


def output(*values: object) -> Any:
    snapshot = folded("response", events(*values))
    return snapshot["output"]


@pytest.mark.parametrize("at", [0, None])
def test_fold_builds_a_response_with_and_without_indices(at):
    item = {"id": "msg_1", "type": "message", "role": "assistant", "content": [], "status": "in_progress"}
    part = {"type": "output_text", "text": "", "annotations": []}
    kept = [
        CREATED,
        added(item, at),
        numbered({"type": "response.content_part.added", "item_id": "msg_1", "part": part}, at),
        numbered(
            {"type": "response.output_text.delta", "item_id": "msg_1", "delta": "Hel", "logprobs": []}, at
        ),
        numbered({"type": "response.output_text.delta", "item_id": "msg_1", "delta": "lo"}, at),
        numbered(
            {
                "type": "response.output_text.annotation.added",
                "item_id": "msg_1",
                "annotation": {"type": "x"},
            },
            at,
        ),
    ]
    assert fold("response", events(*kept)) == {
        "id": "resp_1",
        "object": "response",
        "status": "in_progress",
        "output": [
            {**item, "content": [{"type": "output_text", "text": "Hello", "annotations": [{"type": "x"}]}]}
        ],
    }
    done = {"type": "response.output_text.done", "item_id": "msg_1", "text": "Hello!"}
    assert output(*kept, numbered(done, at))[0]["content"][0]["text"] == "Hello!"


def test_fold_builds_a_response_from_deltas_alone():
    assert output(
        {"type": "response.output_text.delta", "delta": "a"},
        {"type": "response.output_text.delta", "delta": "b"},
        {"type": "response.refusal.delta", "delta": "no"},
    ) == [
        {
            "type": "message",
            "status": "in_progress",
            "role": "assistant",
            "content": [
                {"type": "output_text", "text": "ab", "annotations": []},
                {"type": "refusal", "refusal": "no"},
            ],
        }
    ]


@pytest.mark.parametrize(
    ("subject", "make", "field"),
    [
        ("function_call_arguments", "function_call", "arguments"),
        ("mcp_call_arguments", "mcp_call", "arguments"),
        ("custom_tool_call_input", "custom_tool_call", "input"),
        ("code_interpreter_call_code", "code_interpreter_call", "code"),
    ],
)
def test_fold_joins_the_texts_of_items(subject, make, field):
    kept = [
        CREATED,
        added({"id": "i_1", "type": make, field: "", "name": "f"}),
        {"type": f"response.{subject}.delta", "item_id": "i_1", "output_index": 0, "delta": "{"},
        {"type": f"response.{subject}.delta", "item_id": "i_1", "output_index": 0, "delta": "}"},
    ]
    assert output(*kept) == [{"id": "i_1", "type": make, field: "{}", "name": "f"}]
    done = {"type": f"response.{subject}.done", "item_id": "i_1", "output_index": 0, field: "whole"}
    assert output(*kept, done)[0][field] == "whole"


def test_fold_finds_items_by_their_id_where_there_is_no_index():
    assert [
        item["arguments"]
        for item in output(
            added({"id": "a", "type": "function_call", "arguments": ""}, None),
            added({"id": "b", "type": "function_call", "arguments": ""}, None),
            {"type": "response.function_call_arguments.delta", "item_id": "a", "delta": "1"},
            {"type": "response.function_call_arguments.delta", "item_id": "b", "delta": "2"},
            {"type": "response.function_call_arguments.delta", "delta": "3"},
            {"type": "response.function_call_arguments.delta", "item_id": "c", "delta": "4"},
            {"type": "response.function_call_arguments.done", "item_id": "c"},
        )
    ] == ["1", "23", "4"]


def test_fold_takes_a_whole_item_without_id_or_index_for_the_last_of_its_type():
    whole = {"type": "message", "content": []}
    assert output(added({"type": "message"}, None), {"type": "response.output_item.done", "item": whole}) == [
        whole
    ]
    assert (
        len(output(added({"type": "reasoning"}, None), {"type": "response.output_item.done", "item": whole}))
        == 2
    )


def test_fold_replaces_parts_that_are_done_and_collects_logprobs():
    part = {"type": "output_text", "text": "done", "annotations": []}
    (item,) = output(
        added({"id": "m", "type": "message", "content": []}),
        {"type": "response.output_text.delta", "item_id": "m", "delta": "a", "logprobs": [{"token": "a"}]},
        {"type": "response.output_text.delta", "item_id": "m", "delta": "b", "logprobs": [{"token": "b"}]},
    )
    assert item["content"][0]["logprobs"] == [{"token": "a"}, {"token": "b"}]
    (item,) = output(
        added({"id": "m", "type": "message", "content": []}),
        {"type": "response.output_text.delta", "item_id": "m", "delta": "a"},
        {"type": "response.content_part.done", "item_id": "m", "part": part},
        {"type": "response.content_part.done", "item_id": "m", "part": None},
        {"type": "response.refusal.delta", "item_id": "m", "content_index": 5, "delta": "no"},
    )
    assert item["content"] == [part, {"type": "refusal", "refusal": "no"}]


def test_fold_joins_reasoning():
    (item,) = output(
        added({"id": "rs_1", "type": "reasoning", "summary": []}),
        {
            "type": "response.reasoning_summary_part.added",
            "item_id": "rs_1",
            "summary_index": 0,
            "part": {"type": "summary_text", "text": ""},
        },
        {
            "type": "response.reasoning_summary_text.delta",
            "item_id": "rs_1",
            "summary_index": 0,
            "delta": "I ",
        },
        {
            "type": "response.reasoning_summary_text.delta",
            "item_id": "rs_1",
            "summary_index": 0,
            "delta": "think",
        },
        {"type": "response.reasoning_text.delta", "item_id": "rs_1", "content_index": 0, "delta": "deep"},
    )
    assert item["summary"] == [{"type": "summary_text", "text": "I think"}]
    assert item["content"] == [{"type": "reasoning_text", "text": "deep"}]


def test_fold_takes_whole_items_and_the_terminal_response_as_they_are():
    item = {"id": "msg_1", "type": "message", "content": [{"type": "output_text", "text": "whole"}]}
    kept = [CREATED, added({"id": "msg_1", "type": "message", "content": []})]
    assert output(*kept, {"type": "response.output_item.done", "item": item}) == [item]
    last: Json = {
        "type": "response.completed",
        "response": {"id": "resp_1", "status": "completed", "output": [item], "usage": {}},
    }
    assert fold("response", events(*kept, last)) == {**last["response"], "object": "response"}


def test_fold_keeps_what_it_built_where_the_last_event_has_no_output():
    kept = [
        CREATED,
        added({"id": "m", "type": "message"}),
        {"type": "response.completed", "response": {"output": []}},
    ]
    snapshot = folded("response", events(*kept))
    assert snapshot["id"] == "resp_1"
    assert snapshot["output"] == [{"id": "m", "type": "message"}]


def test_fold_gives_items_that_came_without_a_response_event_an_envelope():
    snapshot = fold("response", events(added({"id": "m", "type": "message"})))
    assert snapshot == {
        "object": "response",
        "status": "in_progress",
        "output": [{"id": "m", "type": "message"}],
    }


def test_fold_passes_over_unknown_events_of_a_response():
    assert output(CREATED, {"type": "response.sparkle.delta", "delta": "x"}, {"type": "keepalive"}) == []


@pytest.mark.parametrize("kind", ["completed", "incomplete", "failed"])
def test_response_is_finished_by_its_terminal_event(kind):
    kept = events(CREATED, {"type": f"response.{kind}", "response": {"id": "resp_1"}})
    assert not is_finished("response", kept[:1])
    assert is_finished("response", kept)
    assert is_finished("response", [*kept, b'{"type":"keepalive"}'])


def test_response_is_finished_by_an_error():
    assert is_finished("response", events(CREATED, {"type": "error", "message": "x"}))
    assert is_finished("response", events(CREATED, {"error": {"message": "x"}}))


def test_response_is_not_finished_by_an_item_or_a_text_that_says_so():
    assert not is_finished(
        "response",
        events(
            CREATED,
            {"type": "response.web_search_call.completed", "item_id": "x"},
            {"type": "response.output_text.delta", "delta": "response.completed"},
        ),
    )


def test_response_in_the_middle_of_a_tool_call():
    kept = [CREATED, added({"id": "f", "type": "function_call", "arguments": ""})]
    assert remains_of("response", events(*kept)).in_tool_call
    kept.append({"type": "response.function_call_arguments.delta", "output_index": 0, "delta": '{"x"'})
    assert remains_of("response", events(*kept)).in_tool_call
    assert remains_of("response", events(*kept)).where == "in the middle of a tool call's arguments"
    kept.append({"type": "response.function_call_arguments.done", "output_index": 0, "arguments": "{}"})
    assert not remains_of("response", events(*kept)).in_tool_call
    assert not remains_of(
        "response", events(*kept[:3], {"type": "response.completed", "response": {}})
    ).in_tool_call
