"""What every model can do, whether its answer fitted or had to be read as it came."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from rich.pretty import pretty_repr

from tests.support.fakes import FakeTransport, answer, completion
from triopenai import open_client
from triopenai._sansio.decode import resolve
from triopenai.types.chat import ChatCompletion
from triopenai.types.responses import Response

LOOSE = {"id": 7, "choices": [{"index": 0, "message": {"content": ["a"], "mood": "good"}}], "new": {"a": [1]}}


def read(data, reference="chat:ChatCompletion"):
    return resolve(reference).decode(json.dumps(data).encode())


@pytest.fixture(params=[completion("Hi"), LOOSE], ids=["fitting", "loose"])
def data(request):
    return request.param


@pytest.fixture
def model(data):
    found = read(data)
    assert isinstance(found, ChatCompletion)
    return found


def test_to_dict_gives_what_was_sent(model, data):
    assert model.to_dict() == data
    assert model.to_dict(mode="json") == data
    assert model.to_dict(exclude_unset=False)["service_tier"] is None


def test_to_json_gives_what_was_sent(model, data):
    assert json.loads(model.to_json()) == data
    assert "\n" not in model.to_json(indent=None)


def test_to_dict_takes_either_spelling_of_a_name():
    sent = {"type": "json_schema", "json_schema": {"name": "n", "schema": {"type": "object"}}}
    form = read(sent, "shared:ResponseFormatJSONSchema")
    assert form.to_dict() == sent
    assert form.to_dict(use_api_names=False)["json_schema"] == {"name": "n", "schema_": {"type": "object"}}


def test_model_dump_gives_every_field_and_warns_of_none(model, data):
    dumped = model.model_dump()
    assert {name: dumped[name] for name in data if name != "choices"} == {
        name: value for name, value in data.items() if name != "choices"
    }
    assert dumped["usage"] is None
    assert json.loads(model.model_dump_json()) == model.model_dump(mode="json")


def test_model_dump_warns_if_it_is_told_to():
    with pytest.warns(UserWarning, match="PydanticSerializationUnexpectedValue"):
        read(LOOSE).model_dump(warnings=True)


def test_copies_and_pickles_are_equal(model):
    for other in (copy.deepcopy(model), pickle.loads(pickle.dumps(model)), model.model_copy()):
        assert type(other) is type(model)
        assert other == model
        assert other.to_dict() == model.to_dict()


async def test_request_id_is_that_of_the_whole_answer_and_survives_pickling():
    transport = FakeTransport([answer(completion(), request_id="req_7")])
    async with open_client(api_key="k", transport=transport) as client:
        found = await client.chat.completions.create(model="m", messages=[])
    assert found._request_id == "req_7"
    assert pickle.loads(pickle.dumps(found))._request_id == "req_7"
    assert found.choices[0]._request_id is None
    assert "_request_id" not in found.model_dump()
    assert "req_7" not in repr(found)


def test_output_text_is_a_property_and_no_field():
    part = {"type": "output_text", "text": "a", "annotations": []}
    message = {
        "type": "message",
        "id": "m",
        "role": "assistant",
        "status": "completed",
        "content": [part, part],
    }
    response = read({"id": "r", "output": [message, {"type": "unheard_of"}]}, "responses:Response")
    assert isinstance(response, Response)
    assert response.output_text == "aa"
    assert "output_text" not in response.model_dump()
    empty = read({"id": "r"}, "responses:Response")
    assert isinstance(empty, Response)
    assert empty.output_text == ""


def test_repr_shows_the_classes_and_what_did_not_fit():
    shown = repr(read(LOOSE))
    assert shown.startswith("ChatCompletion(id=7, choices=[ChatCompletionChoice(")
    assert "message=ChatCompletionMessage(content=['a']," in shown
    assert "mood='good')" in shown
    assert shown.endswith("new={'a': [1]})")


def test_repr_of_an_unknown_member_of_a_union_shows_its_fields():
    response = read({"id": "r", "output": [{"type": "unheard_of", "a": 1}]}, "responses:Response")
    assert "output=[BaseModel(type='unheard_of', a=1)]" in repr(response)


def test_rich_shows_a_model_as_a_tree():
    lines = pretty_repr(read(LOOSE), max_width=60).splitlines()
    assert lines[:5] == [
        "ChatCompletion(",
        "    id=7,",
        "    choices=[",
        "        ChatCompletionChoice(",
        "            finish_reason=None,",
    ]
    assert "    new={'a': [1]}" in lines
