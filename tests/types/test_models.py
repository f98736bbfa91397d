"""Every model can be built, and every request type resolved."""

from __future__ import annotations

import importlib
import pkgutil
import typing

import pytest
import typing_extensions
from pydantic import TypeAdapter
from pydantic_core import SchemaValidator

import triopenai.types
from triopenai._base.model import BaseModel
from triopenai.types.chat import ChatCompletionMessage, ParsedChatCompletionMessage
from triopenai.types.responses import ParsedResponseOutputMessage, Response
from triopenai.types.shared import CompoundFilter, ResponseFormatJSONSchema

MODULES = sorted(
    info.name
    for info in pkgutil.walk_packages(triopenai.types.__path__, "triopenai.types.")
    if info.name.rpartition(".")[2].startswith("_") or "._hand." in info.name
)


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("params")])
def test_models_build(name):
    module = importlib.import_module(name)
    for model in vars(module).values():
        if isinstance(model, type) and issubclass(model, BaseModel):
            model.model_rebuild()
            assert isinstance(model.__pydantic_validator__, SchemaValidator)


@pytest.mark.parametrize("name", [name for name in MODULES if name.endswith("params")])
def test_request_types_resolve(name):
    module = importlib.import_module(name)
    for value in vars(module).values():
        if typing_extensions.is_typeddict(value):
            assert typing.get_type_hints(value) is not None


@pytest.mark.parametrize("name", ["triopenai.types.chat", "triopenai.types.responses"])
def test_request_types_can_be_fields_of_pydantic_models(name):
    module = importlib.import_module(name)
    message = {"chat": "ChatCompletionMessageParam", "responses": "ResponseInputItemParam"}
    adapter = TypeAdapter(getattr(module, message[name.rpartition(".")[2]]))
    assert adapter.validate_python({"role": "user", "content": "hi"}) == {"role": "user", "content": "hi"}


def test_models_keep_what_they_do_not_know():
    data = {"role": "assistant", "content": "hi", "reasoning_content": "hm"}
    message = ChatCompletionMessage.model_validate(data)
    assert getattr(message, "reasoning_content", None) == "hm"
    assert message.to_dict() == data


def test_fields_are_found_under_both_names():
    data = {"type": "json_schema", "json_schema": {"name": "x", "schema": {"type": "object"}}}
    read = ResponseFormatJSONSchema.model_validate(data)
    assert read.json_schema.schema_ == {"type": "object"}
    assert read.to_dict() == data


def test_a_model_that_holds_itself_is_read():
    leaf = {"type": "eq", "key": "k", "value": 1}
    read = CompoundFilter.model_validate(
        {"type": "and", "filters": [{"type": "or", "filters": [leaf]}, leaf]}
    )
    assert read.to_dict() == {"type": "and", "filters": [{"type": "or", "filters": [leaf]}, leaf]}


def test_output_text_joins_the_text_of_messages():
    def text(*parts):
        return [{"type": "output_text", "text": part, "annotations": []} for part in parts]

    output = [
        {"type": "reasoning", "id": "r", "summary": []},
        {"type": "message", "id": "m", "role": "assistant", "status": "completed", "content": text("a", "b")},
        {
            "type": "message",
            "id": "n",
            "role": "assistant",
            "status": "completed",
            "content": [{"type": "refusal", "refusal": "no"}, *text("c")],
        },
    ]
    response = Response.model_validate(
        {
            "id": "r",
            "object": "response",
            "created_at": 1.0,
            "model": "m",
            "output": output,
            "parallel_tool_calls": True,
            "tool_choice": "auto",
            "tools": [],
        }
    )
    assert response.output_text == "abc"
    assert "output_text" not in response.to_dict()


def test_parsed_types_hold_the_callers_type():
    message = ParsedChatCompletionMessage[int](role="assistant", content="1", parsed=1)
    assert message.parsed == 1
    part = {"type": "output_text", "text": "1", "annotations": [], "parsed": 1}
    output = ParsedResponseOutputMessage[int].model_validate(
        {"type": "message", "id": "m", "role": "assistant", "status": "completed", "content": [part]}
    )
    assert output.content[0].type == "output_text"
    assert output.content[0].parsed == 1
