"""Unions that the API does not tag well are read into the right member, by the strict way too."""

from __future__ import annotations

import json

import pytest

from triopenai._base.model import BaseModel
from triopenai._sansio.decode import resolve
from triopenai.types.evals import CreateEvalCompletionsRunDataSource

INPUT = "responses:ResponseInputItem"
ITEM = "responses:ResponseItem"
SPOKEN = "realtime:ConversationItem"
FORMAT = "realtime:RealtimeAudioFormats"
HEARD = "audio:TranscriptionCreateResponse"
TRANSLATED = "audio:TranslationCreateResponse"

INPUT_TEXT = [{"type": "input_text", "text": "a"}]
OUTPUT_TEXT = [{"type": "output_text", "text": "a", "annotations": []}]
OUTPUT_MESSAGE = {
    "type": "message",
    "id": "m",
    "status": "completed",
    "role": "assistant",
    "content": OUTPUT_TEXT,
}

CASES = [
    (INPUT, {"type": "message", "role": "user", "content": "a"}, "EasyInputMessage"),
    (INPUT, {"role": "user", "content": "a"}, "EasyInputMessage"),
    (INPUT, {"role": "assistant", "content": "a"}, "EasyInputMessage"),
    (INPUT, {"type": "message", "role": "assistant", "content": "a"}, "EasyInputMessage"),
    (INPUT, {"type": "message", "role": "user", "content": INPUT_TEXT}, "ResponseInputItemMessage"),
    (INPUT, {"role": "developer", "content": INPUT_TEXT}, "ResponseInputItemMessage"),
    (INPUT, OUTPUT_MESSAGE, "ResponseOutputMessage"),
    (INPUT, {"id": "x"}, "ResponseInputItemItemReference"),
    (INPUT, {"type": "item_reference", "id": "x"}, "ResponseInputItemItemReference"),
    (
        INPUT,
        {"type": "function_call", "call_id": "c", "name": "n", "arguments": ""},
        "ResponseFunctionToolCall",
    ),
    (ITEM, {"type": "message", "id": "m", "role": "user", "content": INPUT_TEXT}, "ResponseInputMessageItem"),
    (ITEM, OUTPUT_MESSAGE, "ResponseOutputMessage"),
    ("beta:BetaResponseItem", {**OUTPUT_MESSAGE}, "BetaResponseOutputMessage"),
    (
        SPOKEN,
        {"type": "message", "role": "system", "content": INPUT_TEXT},
        "RealtimeConversationItemSystemMessage",
    ),
    (
        SPOKEN,
        {"type": "message", "role": "user", "content": INPUT_TEXT},
        "RealtimeConversationItemUserMessage",
    ),
    (
        SPOKEN,
        {"type": "message", "role": "assistant", "content": OUTPUT_TEXT},
        "RealtimeConversationItemAssistantMessage",
    ),
    (FORMAT, {"type": "audio/pcmu"}, "RealtimeAudioFormatsAudioPCMU"),
    (FORMAT, {"rate": 24000}, "RealtimeAudioFormatsAudioPCM"),
    (HEARD, {"text": "a"}, "Transcription"),
    (HEARD, {"text": "a", "language": "en", "duration": 1.5}, "TranscriptionVerbose"),
    (HEARD, {"text": "a", "task": "transcribe", "duration": 1.5, "segments": []}, "TranscriptionDiarized"),
    (TRANSLATED, {"text": "a"}, "Translation"),
    (TRANSLATED, {"text": "a", "language": "en", "duration": 1.5}, "TranslationVerbose"),
]


@pytest.mark.parametrize(("reference", "data", "member"), CASES)
def test_union_is_read_into_the_right_member(reference, data, member):
    value = resolve(reference).decode(json.dumps(data).encode(), strict=True)
    assert type(value).__name__ == member
    assert isinstance(value, BaseModel)
    assert value.to_dict() == data


@pytest.mark.parametrize(("reference", "data", "member"), CASES)
def test_union_is_read_alike_where_the_strict_way_fails(reference, data, member):
    # a lone surrogate keeps the strict reader out without changing the shape
    value = resolve(reference).decode(json.dumps({**data, "extra": "\ud83c"}).encode())
    assert type(value).__name__ == member


def test_items_of_evals_templates_are_told_apart_by_content():
    data = {
        "type": "completions",
        "source": {"type": "file_id", "id": "f"},
        "input_messages": {
            "type": "template",
            "template": [
                {"role": "user", "content": "x"},
                {"role": "user", "content": {"type": "input_text", "text": "x"}},
            ],
        },
    }
    value = resolve("evals:CreateEvalCompletionsRunDataSource").decode(json.dumps(data).encode(), strict=True)
    assert isinstance(value, CreateEvalCompletionsRunDataSource)
    assert value.input_messages is not None
    assert value.input_messages.type == "template"
    first, second = value.input_messages.template
    assert type(first).__name__ == "EasyInputMessage"
    assert type(second).__name__.endswith("EvalItem")


def test_stream_events_are_told_apart_by_type():
    for kind, member in (
        ("response.output_text.delta", "ResponseTextDeltaEvent"),
        ("response.completed", "ResponseCompletedEvent"),
        ("error", "ResponseErrorEvent"),
    ):
        value = resolve("responses:ResponseStreamEvent").decode(json.dumps({"type": kind}).encode())
        assert type(value).__name__ == member
