from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._base.model import BaseModel
from triopenai._sansio.decode import DecodeError, decode_page, resolve

COMPLETION = {
    "id": "c",
    "object": "chat.completion",
    "created": 1700000000,
    "model": "m",
    "choices": [
        {
            "index": 0,
            "finish_reason": "tool_calls",
            "logprobs": None,
            "message": {
                "role": "assistant",
                "content": None,
                "refusal": None,
                "tool_calls": [{"id": "t", "type": "function", "function": {"name": "f", "arguments": "{}"}}],
            },
        }
    ],
    "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3},
}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


def changed(**changes):
    data = json.loads(json.dumps(COMPLETION))
    for path, value in changes.items():
        at, *steps = path.split("__")
        place = data
        for step in (at, *steps)[:-1]:
            place = place[int(step[1:]) if step[1:].isdigit() and step[0] == "i" else step]
        last = (at, *steps)[-1]
        if value is ...:
            del place[last]
        else:
            place[last] = value
    return data


def decode(reference, data, **options) -> Any:
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    return resolve(reference).decode(body, **options)


def chat(data, **options) -> Any:
    return decode("chat:ChatCompletion", data, **options)


def test_decode_reads_what_fits():
    value = chat(COMPLETION, strict=True)
    assert value.choices[0].message.tool_calls[0].function.name == "f"
    assert value.to_dict() == COMPLETION


def test_resolve_caches_and_imports_nothing():
    assert resolve("chat:ChatCompletion") is resolve("chat:ChatCompletion")
    code = (
        "import sys; from triopenai._sansio.decode import resolve; resolve('chat:ChatCompletion');"
        "print([m for m in sys.modules if m == 'pydantic' or m.startswith('triopenai.types')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("reference", ["chat:Nothing", ":Nothing"])
def test_unknown_type_is_a_lookup_error(reference):
    with pytest.raises(LookupError, match="Nothing"):
        decode(reference, {})


# What loose servers send; each is kept as it came.


@pytest.mark.parametrize("gone", ["id", "object", "created", "model", "usage", "choices__i0__logprobs"])
def test_missing_field_reads_as_none(gone):
    data = changed(**{gone: ...})
    value = chat(data)
    place = value.choices[0] if "choices" in gone else value
    assert getattr(place, gone.rpartition("__")[2]) is None
    assert value.to_dict() == data
    assert value.choices[0].message.tool_calls[0].function.arguments == "{}"


def test_missing_list_reads_as_empty():
    response = decode("responses:Response", {"id": "r", "output": []})
    assert response.tools == []
    assert response.metadata is None
    assert response.output_text == ""
    assert response.to_dict() == {"id": "r", "output": []}


def test_unknown_enum_value_is_kept():
    value = chat(changed(choices__i0__finish_reason="moved"))
    assert value.choices[0].finish_reason == "moved"
    assert type(value).__name__ == "ChatCompletion"


def test_scalar_of_another_type_is_kept():
    value = chat(changed(id=7, created=1700000000.5, choices__i0__index="0"))
    assert (value.id, value.created) == (7, 1700000000.5)
    assert value.choices[0].message.role == "assistant"


def test_float_created_at_is_read():
    response = decode("responses:Response", {"id": "r", "created_at": 1700000000.5, "output": []})
    assert response.created_at == 1700000000.5
    job = decode("fine_tuning:FineTuningJob", {"id": "j", "created_at": 1700000000.5})
    assert job.created_at == 1700000000.5


def test_unknown_union_member_is_a_plain_model_with_its_data():
    call = {"id": "t", "type": "brand_new", "nested": {"a": [1]}}
    value = chat(changed(choices__i0__message__tool_calls=[call]))
    found = value.choices[0].message.tool_calls[0]
    assert type(found).__name__ == "BaseModel"
    assert (found.type, found.nested) == ("brand_new", {"a": [1]})
    assert found.to_dict() == call


def test_unknown_stream_event_is_a_plain_model():
    event = decode("responses:ResponseStreamEvent", {"type": "response.brand_new", "delta": "x"})
    assert type(event).__name__ == "BaseModel"
    assert event.delta == "x"


def test_stream_event_without_its_numbers_is_typed():
    event = decode("responses:ResponseStreamEvent", {"type": "response.output_text.delta", "delta": "x"})
    assert type(event).__name__ == "ResponseTextDeltaEvent"
    assert (event.delta, event.sequence_number, event.output_index, event.content_index) == (
        "x",
        None,
        None,
        None,
    )


def test_tool_call_without_type_is_typed():
    value = chat(
        changed(choices__i0__message__tool_calls=[{"id": "t", "function": {"name": "f", "arguments": ""}}])
    )
    assert type(value.choices[0].message.tool_calls[0]).__name__ == "ChatCompletionMessageFunctionToolCall"


def test_delta_without_tool_call_index_is_typed():
    delta = {"tool_calls": [{"id": "t", "function": {"name": "f", "arguments": "{"}}]}
    chunk = decode(
        "chat:ChatCompletionChunk",
        {
            "id": "c",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "m",
            "choices": [{"index": 0, "delta": delta}],
        },
    )
    call = chunk.choices[0].delta.tool_calls[0]
    assert (call.index, call.function.arguments) == (None, "{")


def test_usage_only_chunk_is_read():
    chunk = decode("chat:ChatCompletionChunk", {"choices": [], "usage": COMPLETION["usage"]})
    assert chunk.choices == []
    assert chunk.usage.total_tokens == 3


def test_lone_surrogate_is_kept():
    body = json.dumps(changed(choices__i0__message__content="\ud83c")).encode()
    assert b"\\ud83c" in body
    assert chat(body).choices[0].message.content == "\ud83c"


def test_object_where_a_scalar_is_due_is_kept():
    value = chat(changed(model={"name": "m"}, choices__i0__message__content=[{"type": "text"}]))
    assert value.model == {"name": "m"}
    assert value.choices[0].message.content == [{"type": "text"}]


def test_null_where_an_object_is_due_is_kept():
    assert chat(changed(choices__i0__message=None)).choices[0].message is None
    assert chat(changed(choices=None)).choices is None


def test_whole_numbers_fit_float_fields():
    response = decode("responses:Response", {"id": "r", "temperature": 1, "output": []})
    assert isinstance(response.temperature, float)


def test_lenient_values_are_written_without_warnings():
    value = chat(
        changed(id=7, choices__i0__finish_reason="moved", choices__i0__message__tool_calls=[{"type": "new"}])
    )
    assert json.loads(value.to_json())["id"] == 7
    assert value.model_dump(exclude_unset=True)["choices"][0]["finish_reason"] == "moved"
    assert value.model_copy(deep=True) == value


@given(st.dictionaries(st.sampled_from([*COMPLETION, "zzz"]), json_values, max_size=4))
def test_any_object_is_read_and_given_back_whole(data):
    value = resolve("chat:ChatCompletion").decode_python({**data, "created": "never"})
    assert isinstance(value, BaseModel)
    assert value.to_dict() == {**data, "created": "never"}


@given(st.dictionaries(st.text(), json_values, max_size=4))
def test_any_object_is_read_as_a_union(data):
    assert isinstance(decode("responses:ResponseStreamEvent", {**data, "type": "message"}), BaseModel)


# What is no answer at all.


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"<html>Bad gateway</html>", "<html>Bad gateway"),
        (b'{"id": "c"', "not JSON"),
        (b"\xff\xfe{}", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "a list, not an object"),
        (b"null", "null, not an object"),
        (b'"text"', "a string, not an object"),
        (b"1", "a number, not an object"),
        (b"true", "a boolean, not an object"),
    ],
)
def test_body_that_is_no_object_is_refused(body, says):
    for reference in ("chat:ChatCompletion", "responses:ResponseStreamEvent"):
        with pytest.raises(DecodeError, match=says):
            resolve(reference).decode(body)


def test_error_shows_only_the_start_of_the_body():
    with pytest.raises(DecodeError) as caught:
        chat(b"<html>" + b"x" * 10_000)
    assert len(str(caught.value)) < 400
    assert caught.value.start.startswith("<html>")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"choices__i0__finish_reason": "moved"}, "choices.0.finish_reason"),
        ({"id": ...}, "Field required at id"),
        ({"created": "x", "model": 1}, "and 1 more"),
    ],
)
def test_strict_refuses_what_differs(changes, says):
    with pytest.raises(DecodeError, match=says):
        chat(changed(**changes), strict=True)
    with pytest.raises(DecodeError, match=says):
        resolve("chat:ChatCompletion").decode_python(changed(**changes), strict=True)


def test_strict_keeps_unknown_fields():
    assert chat({**COMPLETION, "new": 1}, strict=True).new == 1


# Results that are no models.


def test_special_results():
    assert resolve("str").decode(b"caf\xc3\xa9 \xff") == "café �"
    assert resolve("none").decode(b"anything") is None
    assert resolve("json").decode(b'{"a": [1]}') == {"a": [1]}
    assert resolve("json").decode(b'"\\ud83c"') == "\ud83c"
    assert resolve("json").decode_python({"a": 1}) == {"a": 1}
    with pytest.raises(DecodeError):
        resolve("json").decode(b"{")


def test_build_makes_the_validator_ahead():
    validate = resolve("chat:ChatCompletionDeleted").build()
    value = validate(b'{"id": "c", "deleted": true, "object": "chat.completion.deleted"}')
    assert getattr(value, "deleted", None) is True


# Pages.

MODEL = {"id": "m", "object": "model", "created": 1, "owned_by": "o"}


def page(data, **options):
    return decode_page(json.dumps(data).encode(), ":Model", **options)


def test_page_gives_the_envelope_and_the_items():
    envelope, items = page(
        {"object": "list", "data": [MODEL, MODEL], "has_more": True, "last_id": "m"}, strict=True
    )
    assert envelope == {"object": "list", "has_more": True, "last_id": "m"}
    assert [item.id for item in items] == ["m", "m"]
    assert type(items[0]).__name__ == "Model"


@pytest.mark.parametrize("data", [{}, {"data": None}, {"data": []}])
def test_page_without_items_is_empty(data):
    assert page(data) == ({}, [])


def test_page_keeps_loose_items():
    envelope, items = page({"data": [{"id": "m"}, MODEL, "odd"], "has_more": "yes"})
    assert envelope == {"has_more": "yes"}
    assert [getattr(item, "id", item) for item in items] == ["m", "m", "odd"]


def test_page_of_unions():
    body = json.dumps({"data": [{"type": "message", "id": "m", "role": "user", "content": []}]}).encode()
    _, items = decode_page(body, "responses:ResponseItem", strict=True)
    assert type(items[0]).__name__ == "ResponseInputMessageItem"


@pytest.mark.parametrize(
    ("body", "says"),
    [(b"[]", "a list, not an object"), (b'{"data": 1}', "a number, not a list"), (b"{", "not JSON")],
)
def test_page_that_is_none_is_refused(body, says):
    with pytest.raises(DecodeError, match=says):
        decode_page(body, ":Model")


def test_strict_page_refuses_what_differs():
    with pytest.raises(DecodeError, match=r"a page of :Model.*data\.0"):
        page({"data": [{"id": "m"}]}, strict=True)
