"""Unions that the API does not tag well are read into the right member, by the strict way too.

What tells the members apart stands before each group: the document declares no tag for them, or one that
several share.
"""

from __future__ import annotations

import json
from operator import attrgetter

import pytest

from tests.support.fakes import FakeTransport, answer
from triopenai import open_client
from triopenai._base.model import BaseModel
from triopenai._sansio.decode import resolve

INPUT = "responses:ResponseInputItem"
ITEM = "responses:ResponseItem"
BETA_INPUT = "beta:BetaResponseInputItem"
BETA_ITEM = "beta:BetaResponseItem"
SPOKEN = "realtime:ConversationItem"
FORMAT = "realtime:RealtimeAudioFormats"
HEARD = "audio:TranscriptionCreateResponse"
TRANSLATED = "audio:TranslationCreateResponse"
DECIDED = "live:DecisionItemCreateEventItemUnion"
STORED = "live:DecisionItemCreatedEventItemUnion"
EVALUATED = "evals:CreateEvalCompletionsRunDataSourceInputMessagesTemplateTemplate"
ANSWERED = "evals:RunListResponseDataSourceResponsesInputMessagesTemplateTemplate"

INPUT_TEXT = [{"type": "input_text", "text": "a"}]
OUTPUT_TEXT = [{"type": "output_text", "text": "a", "annotations": []}]
OUTPUT_MESSAGE = {
    "type": "message",
    "id": "m",
    "status": "completed",
    "role": "assistant",
    "content": OUTPUT_TEXT,
}

USER_TEXT = {"type": "message", "role": "user", "content": "a"}
CALL = {"type": "function_call", "call_id": "c", "name": "n", "arguments": ""}

CASES = [
    # role, form of the content, presence of the id
    (INPUT, {"type": "message", "role": "user", "content": "a"}, "EasyInputMessage"),
    (INPUT, {"role": "user", "content": "a"}, "EasyInputMessage"),
    (INPUT, {"role": "assistant", "content": "a"}, "EasyInputMessage"),
    (INPUT, {"type": "message", "role": "assistant", "content": "a"}, "EasyInputMessage"),
    (INPUT, {"type": "message", "role": "user", "content": INPUT_TEXT}, "ResponseInputItemMessage"),
    (INPUT, {"role": "developer", "content": INPUT_TEXT}, "ResponseInputItemMessage"),
    (INPUT, OUTPUT_MESSAGE, "ResponseOutputMessage"),
    (INPUT, {"id": "x"}, "ResponseInputItemItemReference"),
    (INPUT, {"type": "item_reference", "id": "x"}, "ResponseInputItemItemReference"),
    (INPUT, CALL, "ResponseFunctionToolCall"),
    (BETA_INPUT, USER_TEXT, "BetaEasyInputMessage"),
    (BETA_INPUT, {"role": "user", "content": INPUT_TEXT}, "BetaResponseInputItemMessage"),
    (BETA_INPUT, OUTPUT_MESSAGE, "BetaResponseOutputMessage"),
    (BETA_INPUT, {"id": "x"}, "BetaResponseInputItemItemReference"),
    (BETA_INPUT, CALL, "BetaResponseFunctionToolCall"),
    # role
    (ITEM, {"type": "message", "id": "m", "role": "user", "content": INPUT_TEXT}, "ResponseInputMessageItem"),
    (ITEM, OUTPUT_MESSAGE, "ResponseOutputMessage"),
    (BETA_ITEM, OUTPUT_MESSAGE, "BetaResponseOutputMessage"),
    (
        BETA_ITEM,
        {"type": "message", "id": "m", "role": "user", "content": INPUT_TEXT},
        "BetaResponseInputMessageItem",
    ),
    # type and role
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
    (SPOKEN, CALL, "RealtimeConversationItemFunctionCall"),
    (DECIDED, USER_TEXT, "DecisionUserMessage"),
    (DECIDED, {"role": "developer", "content": "a"}, "DecisionDeveloperMessage"),
    (DECIDED, {"role": "assistant", "content": "a"}, "DecisionAssistantMessage"),
    (DECIDED, CALL, "DecisionItemCreateEventItemFunctionCall"),
    (STORED, {**USER_TEXT, "id": "m"}, "DecisionStoredUserMessage"),
    (STORED, {"id": "m", "role": "system", "content": "a"}, "DecisionStoredSystemMessage"),
    (STORED, {"id": "m", "role": "assistant", "content": "a"}, "DecisionStoredAssistantMessage"),
    (STORED, {**CALL, "id": "f"}, "DecisionItemCreatedEventItemFunctionCall"),
    # form of the content, then type
    (EVALUATED, {"role": "user", "content": "a"}, "EasyInputMessage"),
    (
        EVALUATED,
        {"role": "user", "content": INPUT_TEXT[0]},
        "RunListResponseDataSourceResponsesInputMessagesTemplateTemplateEvalItem",  # one class for both
    ),
    (
        ANSWERED,
        {"role": "user", "content": "a"},
        "RunListResponseDataSourceResponsesInputMessagesTemplateTemplateChatMessage",
    ),
    (
        ANSWERED,
        {"role": "user", "content": INPUT_TEXT[0]},
        "RunListResponseDataSourceResponsesInputMessagesTemplateTemplateEvalItem",
    ),
    # an optional type
    (FORMAT, {"type": "audio/pcmu"}, "RealtimeAudioFormatsAudioPCMU"),
    (FORMAT, {"rate": 24000}, "RealtimeAudioFormatsAudioPCM"),
    # the fields, where the format that was asked for is not known
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


@pytest.mark.parametrize(
    ("format_", "data", "member"),
    [
        (None, {"text": "a"}, "Transcription"),
        ("json", {"text": "a", "language": "en"}, "Transcription"),
        ("verbose_json", {"text": "a"}, "TranscriptionVerbose"),
        ("diarized_json", {"text": "a"}, "TranscriptionDiarized"),
    ],
)
async def test_transcription_is_read_as_the_format_that_was_asked_for(format_, data, member):
    given = {} if format_ is None else {"response_format": format_}
    async with open_client(api_key="k", transport=FakeTransport([answer(data)])) as client:
        found = await client.audio.transcriptions.create(file=b"...", model="whisper-1", **given)
    assert type(found).__name__ == member
    assert found.to_dict() == data


BROWSER = {"type": "browser_authentication", "action": "cancel"}
APPROVAL = {"type": "computer_use_approval_request_result", "approval_request_id": "a"}


@pytest.mark.parametrize(
    ("method", "given", "field", "values"),
    [
        ("embeddings", {"model": "m"}, "input", ["a", ["a", "b"], [1, 2], [[1, 2], [3]]]),
        ("completions", {"model": "m"}, "prompt", ["a", ["a", "b"], [1, 2], [[1, 2], [3]]]),
        ("moderations", {}, "input", ["a", ["a"], [{"type": "text", "text": "a"}]]),
        (
            "decisions",
            {"model": "m", "questions": []},
            "input",
            ["a", [USER_TEXT, {"role": "assistant", "content": "a"}]],
        ),
        (
            "evals",
            {"data_source_config": {"type": "logs"}},
            "testing_criteria",
            [
                [
                    {"type": "label_model", "input": [{"role": "user", "content": x}]}
                    for x in ("a", INPUT_TEXT[0])
                ]
            ],
        ),
        (
            "beta.agents.sessions",
            {"environment": {"type": "none"}},
            "input",
            [[{**APPROVAL, "response": BROWSER}, {**APPROVAL, "response": {**BROWSER, "action": "submit"}}]],
        ),
    ],
)
async def test_union_of_a_request_is_sent_in_the_form_that_was_given(method, given, field, values):
    transport = FakeTransport([answer({}) for _ in values])
    async with open_client(api_key="k", transport=transport) as client:
        for value in values:
            await attrgetter(method)(client).create(**given, **{field: value})
    bodies = [request.body for request in transport.requests]
    assert [json.loads(body)[field] for body in bodies if isinstance(body, bytes)] == values


def test_stream_events_are_told_apart_by_type():
    for kind, member in (
        ("response.output_text.delta", "ResponseTextDeltaEvent"),
        ("response.completed", "ResponseCompletedEvent"),
        ("error", "ResponseErrorEvent"),
    ):
        value = resolve("responses:ResponseStreamEvent").decode(json.dumps({"type": kind}).encode())
        assert type(value).__name__ == member
