"""What the sandbox says to requests that are wrong."""

from __future__ import annotations

import pytest

from tests.support.wire import ask, chat, connect

ASKED: dict[str, object] = {"model": "gpt-4", "messages": [{"role": "user", "content": "Hi"}]}
RESPOND = {"model": "gpt-5", "input": "x"}
MISSING = "missing_required_parameter"
EMBED = {"model": "text-embedding-3-small"}


@pytest.mark.parametrize(
    ("body", "status", "code", "param"),
    [
        ({}, 400, MISSING, "model"),
        ({"model": "gpt-4"}, 400, MISSING, "messages"),
        ({"model": "gpt-4", "messages": []}, 400, "empty_array", "messages"),
        ({"model": "gpt-4", "messages": "Hi"}, 400, "invalid_type", "messages"),
        ({"model": "gpt-4", "messages": [1]}, 400, "invalid_type", "messages[0]"),
        ({"model": "gpt-4", "messages": [{"content": "x"}]}, 400, MISSING, "messages[0].role"),
        ({"model": "gpt-4", "messages": [{"role": "boss"}]}, 400, "invalid_value", "messages[0].role"),
        ({**ASKED, "model": 1}, 400, "invalid_type", "model"),
        ({**ASKED, "temperature": 3}, 400, "decimal_above_max_value", "temperature"),
        ({**ASKED, "temperature": "hot"}, 400, "invalid_type", "temperature"),
        ({**ASKED, "n": 0}, 400, "integer_below_min_value", "n"),
        ({**ASKED, "n": 1.5}, 400, "invalid_type", "n"),
        ({**ASKED, "stream": "yes"}, 400, "invalid_type", "stream"),
        ({**ASKED, "stream_options": {}}, 400, None, "stream_options"),
        ({**ASKED, "tools": [{"type": "function"}]}, 400, MISSING, "tools[0].function"),
        ({**ASKED, "model": "gpt-99"}, 404, "model_not_found", None),
        ([1, 2], 400, "invalid_type", None),
    ],
)  # fmt: skip
async def test_chat_is_checked(sandbox, body, status, code, param):
    heard = await ask(sandbox, "POST", "/chat/completions", json_body=body)
    assert heard.status == status
    assert set(heard.error) == {"message", "type", "param", "code"}
    assert (heard.error["type"], heard.error["code"], heard.error["param"]) == (
        "invalid_request_error",
        code,
        param,
    )


@pytest.mark.parametrize(
    ("path", "body", "status", "param"),
    [
        ("/responses", {}, 400, "model"),
        ("/responses", {"model": "gpt-5", "input": []}, 400, "input"),
        ("/responses", {**RESPOND, "max_output_tokens": 1}, 400, "max_output_tokens"),
        ("/responses", {**RESPOND, "background": True, "store": False}, 400, "store"),
        ("/responses", {**RESPOND, "previous_response_id": "r"}, 400, "previous_response_id"),
        ("/responses", {"model": "nope", "input": "x"}, 404, None),
        ("/embeddings", EMBED, 400, "input"),
        ("/embeddings", {**EMBED, "input": ""}, 400, "input"),
        ("/embeddings", {**EMBED, "input": ["x"] * 2049}, 400, "input"),
        ("/embeddings", {**EMBED, "input": "x", "encoding_format": "hex"}, 400, "encoding_format"),
        ("/fine_tuning/jobs", {"model": "gpt-4o"}, 400, "training_file"),
        ("/fine_tuning/jobs", {"model": "gpt-4o", "training_file": "file-x"}, 400, "training_file"),
        ("/vector_stores/vs_00000001/files", {}, 400, "file_id"),
        ("/vector_stores/vs_1/files", {}, 404, "id"),
        ("/vector_stores", {"expires_after": {"anchor": "last_active_at"}}, 400, "expires_after.days"),
    ],
)  # fmt: skip
async def test_other_endpoints_are_checked(sandbox, path, body, status, param):
    assert (await ask(sandbox, "POST", "/vector_stores", json_body={})).json["id"] == "vs_00000001"
    heard = await ask(sandbox, "POST", path, json_body=body)
    assert (heard.status, heard.error["param"]) == (status, param)


async def test_body_that_is_no_json_is_refused(sandbox):
    heard = await ask(sandbox, "POST", "/chat/completions", body=b"{nope")
    assert (heard.status, heard.error["type"]) == (400, "invalid_request_error")


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
async def test_unknown_path_is_404(sandbox, method):
    heard = await ask(sandbox, method, "/nothing/here")
    assert (heard.status, heard.error["message"]) == (404, f"Invalid URL ({method} /v1/nothing/here)")


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "/models"), ("GET", "/embeddings"), ("POST", "/files/a/content")]
)
async def test_wrong_verb_is_405(sandbox, method, path):
    heard = await ask(sandbox, method, path)
    assert (heard.status, heard.error["code"]) == (405, "method_not_supported")


async def test_keys_are_checked(sandbox):
    for key, status, code in [
        (sandbox.api_key, 200, None),
        (sandbox.admin_key, 200, None),
        ("sk-wrong-and-long", 401, "invalid_api_key"),
    ]:
        async with connect(sandbox, key) as wire:
            heard = await wire.ask("GET", "/models")
        assert heard.status == status
        if status != 200:
            assert (heard.error["code"], heard.error["type"]) == (code, "invalid_request_error")
            assert key not in heard.error["message"]


@pytest.mark.parametrize("header", ["Basic abc", "Bearer", "x"])
async def test_missing_key_is_401(sandbox, header):
    heard = await ask(sandbox, "GET", "/models", headers={"Authorization": header})
    assert (heard.status, heard.error["code"]) == (401, None)


@pytest.mark.parametrize("query", ["limit=0", "limit=x", "after=nothing", "before=nothing"])
async def test_cursors_are_checked(sandbox, query):
    await ask(sandbox, "POST", "/chat/completions", json_body=chat(store=True))
    heard = await ask(sandbox, "GET", f"/chat/completions?{query}")
    assert (heard.status, heard.error["param"]) == (400, query.partition("=")[0])
