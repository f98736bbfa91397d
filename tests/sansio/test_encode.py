from __future__ import annotations

import gc
import json
import weakref
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._base.absent import NOT_GIVEN, omit
from triopenai._base.config import Origin
from triopenai._sansio.encode import Defaults, build_request
from triopenai._sansio.fields import encode_headers
from triopenai._sansio.multipart import MultipartRequest
from triopenai._sansio.operation import Operation
from triopenai._sansio.request import Request

if TYPE_CHECKING:
    from collections.abc import Mapping

CREATE: Operation[object] = Operation(
    name="things.create",
    verb="POST",
    path="/things",
    body=("model", "messages", "temperature", "stream", "format_"),
    wire={"format_": "format"},
    required=("model", "messages"),
    reference="https://example.com/reference/things",
)
RETRIEVE: Operation[object] = Operation(
    name="things.parts.retrieve",
    verb="GET",
    path="/things/{thing_id}/parts/{part_id}/content",
    path_params=("thing_id", "part_id"),
    query=("include", "order_"),
    wire={"order_": "order"},
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    accept="application/binary",
)
LIST: Operation[object] = Operation(
    name="things.list",
    verb="GET",
    path="/things",
    query=("after", "limit", "metadata", "ids[]", "models", "flag"),
)
CANCEL: Operation[object] = Operation(
    name="things.cancel",
    verb="POST",
    path="/things/{thing_id}/cancel",
    path_params=("thing_id",),
    headers={"betas": "openai-beta", "idempotency_key": "Idempotency-Key"},
)
UPLOAD: Operation[object] = Operation(
    name="things.upload",
    verb="POST",
    path="/files",
    body=("file",),
    required=("file",),
    files=("file",),
    multipart=True,
)

DEFAULTS = Defaults(
    Origin("https", "api.openai.com", 443),
    "/v1",
    encode_headers({"User-Agent": "t/1", "OpenAI-Organization": "org"}),
)
GOOD: Mapping[str, object] = {"model": "gpt-4", "messages": []}


def check_arguments(operation: Operation[object], params: dict[str, object], path_arg: str | None) -> None:
    """What building a request refuses."""
    build_request(operation, params, path_arg, DEFAULTS)


def build(
    operation: Operation[object],
    params: Mapping[str, object],
    arg: str | None = None,
    defaults: Defaults = DEFAULTS,
) -> Request:
    request = build_request(operation, params, arg, defaults)
    assert isinstance(request, Request)
    return request


def body(request: Request) -> object:
    assert isinstance(request.body, bytes)
    return json.loads(request.body)


def headers(request: Request) -> dict[str, str]:
    names = [name.lower() for name, _ in request.headers]
    assert len(names) == len(set(names))
    return {name.decode(): value.decode() for name, value in request.headers}


def test_request_of_a_call():
    request = build(
        CREATE, {"model": "gpt-4", "messages": [{"role": "user"}], "stream": True, "format_": "x"}
    )
    assert (request.method, request.origin, request.target) == ("POST", DEFAULTS.origin, "/v1/things")
    assert request.url == "https://api.openai.com/v1/things"
    assert body(request) == {"model": "gpt-4", "messages": [{"role": "user"}], "stream": True, "format": "x"}
    assert headers(request) == {
        "Accept": "application/json",
        "User-Agent": "t/1",
        "OpenAI-Organization": "org",
        "Content-Type": "application/json",
    }


def test_request_is_the_same_each_time():
    first, second = build(CREATE, GOOD), build(CREATE, GOOD)
    assert (first.target, first.headers, first.body) == (second.target, second.headers, second.body)


def test_request_leaves_out_what_was_not_given_and_keeps_none():
    request = build(CREATE, {**GOOD, "temperature": NOT_GIVEN, "stream": omit, "format_": None})
    assert body(request) == {"model": "gpt-4", "messages": [], "format": None}


def test_request_without_body_has_no_content_type():
    request = build(CANCEL, {}, "t_1")
    assert request.body == b""
    assert "Content-Type" not in headers(request)


def test_request_of_an_operation_with_a_body_sends_one_even_if_it_is_empty():
    operation: Operation[object] = Operation(
        name="things.update", verb="POST", path="/things", body=("metadata",)
    )
    request = build(operation, {})
    assert request.body == b"{}"
    assert headers(request)["Content-Type"] == "application/json"


def test_request_path_takes_its_parameters_from_both_sides():
    request = build(RETRIEVE, {"thing_id": "a/b"}, "..c d")
    assert request.target == "/v1/things/a%2Fb/parts/..c%20d/content"
    assert headers(request) == {
        "User-Agent": "t/1",
        "OpenAI-Organization": "org",
        "OpenAI-Beta": "assistants=v2",
        "Accept": "application/binary",
    }


@pytest.mark.parametrize("arg", ["", ".", "..", "a\nb", "\0"])
def test_request_refuses_a_path_parameter_that_leads_elsewhere(arg):
    with pytest.raises(ValueError, match=r"things\.parts\.retrieve\(\): part_id"):
        build(RETRIEVE, {"thing_id": "t"}, arg)
    with pytest.raises(ValueError, match=r"things\.parts\.retrieve\(\): thing_id"):
        build(RETRIEVE, {"thing_id": arg}, "p")


@given(st.text(max_size=12), st.text(max_size=12))
def test_request_reaches_no_other_endpoint_whatever_the_path_parameters(first, second):
    try:
        target = build(RETRIEVE, {"thing_id": first}, second).target
    except ValueError:
        return
    assert target.isascii()
    segments = target.split("/")
    assert (segments[1], segments[2], segments[4], segments[6]) == ("v1", "things", "parts", "content")
    assert len(segments) == 7
    assert not set(target) & set("?#\\ \r\n")


def test_request_query_takes_each_form():
    request = build(
        LIST,
        {
            "after": "a b&c",
            "limit": 20,
            "metadata": {"k": "v", "n": None},
            "ids[]": ["x", "y"],
            "models": ["m", "n"],
            "flag": False,
        },
    )
    assert request.target == (
        "/v1/things?after=a%20b%26c&limit=20&metadata%5Bk%5D=v&ids%5B%5D=x&ids%5B%5D=y"
        "&models%5B%5D=m&models%5B%5D=n&flag=false"
    )


def test_request_query_leaves_out_nothing_and_none():
    assert build(LIST, {"after": None, "limit": omit, "models": []}).target == "/v1/things"


def test_request_query_joins_the_clients_the_calls_and_the_extra():
    defaults = Defaults(
        DEFAULTS.origin, "", (), (("api-version", "1"), ("after", "x"), ("t", "1"), ("t", "2"))
    )
    request = build(
        LIST, {"after": "y", "extra_query": {"api-version": omit, "z": ["1"], "t": "3"}}, None, defaults
    )
    assert request.target == "/things?after=y&z%5B%5D=1&t=3"
    assert build(LIST, {}, None, defaults).target == "/things?api-version=1&after=x&t=1&t=2"
    assert build(CREATE, GOOD, None, defaults).target == "/things?api-version=1&after=x&t=1&t=2"


def test_request_extra_body_adds_replaces_and_takes_away():
    request = build(
        CREATE, {**GOOD, "stream": True, "extra_body": {"model": "m", "stream": omit, "top_k": {"a": 1}}}
    )
    assert body(request) == {"model": "m", "messages": [], "top_k": {"a": 1}}


def test_request_extra_body_gives_a_body_to_what_has_none():
    request = build(CANCEL, {"extra_body": {"reason": "x"}}, "t")
    assert body(request) == {"reason": "x"}
    assert headers(request)["Content-Type"] == "application/json"


def test_request_extra_headers_replace_whatever_their_case_and_omit_removes():
    extra = {"user-agent": "mine", "OPENAI-ORGANIZATION": omit, "X-New": "1", "accept": "text/plain"}
    found = headers(build(CREATE, {**GOOD, "extra_headers": extra}))
    assert found == {
        "Content-Type": "application/json",
        "user-agent": "mine",
        "X-New": "1",
        "accept": "text/plain",
    }


def test_request_headers_of_the_call_go_before_the_clients():
    defaults = Defaults(
        DEFAULTS.origin,
        "",
        encode_headers({"accept": "a/b", "OpenAI-Beta": "mine", "Content-Type": "application/x"}),
    )
    assert headers(build(CREATE, GOOD, None, defaults))["accept"] == "a/b"
    assert headers(build(CREATE, GOOD, None, defaults))["Content-Type"] == "application/x"
    found = headers(build(RETRIEVE, {"thing_id": "t"}, "p", defaults))
    assert found["OpenAI-Beta"] == "assistants=v2"
    assert found["Accept"] == "application/binary"


def test_request_header_parameters_are_sent_but_not_the_idempotency_key():
    found = headers(build(CANCEL, {"betas": ["a", "b"], "idempotency_key": "k"}, "t"))
    assert found["openai-beta"] == "a,b"
    assert "Idempotency-Key" not in found
    assert "openai-beta" not in headers(build(CANCEL, {"betas": omit}, "t"))
    assert "openai-beta" not in headers(build(CANCEL, {"betas": None}, "t"))


@pytest.mark.parametrize("option", ["extra_headers", "extra_query", "extra_body"])
def test_request_extras_must_be_mappings_or_nothing(option):
    nothings: list[object] = [None, omit, NOT_GIVEN, {}]
    for nothing in nothings:
        assert build(CREATE, {**GOOD, option: nothing}).target == "/v1/things"
    with pytest.raises(TypeError, match=rf"things\.create\(\): {option} must be a mapping, not list"):
        build(CREATE, {**GOOD, option: [1]})


def test_request_header_with_a_line_break_is_refused():
    with pytest.raises(ValueError, match="line break"):
        build(CREATE, {**GOOD, "extra_headers": {"X-A": "a\r\nB: c"}})


def test_request_of_an_upload_is_a_form():
    request = build_request(
        UPLOAD, {"file": b"abc", "extra_headers": {"X-A": "1"}}, None, DEFAULTS, boundary="limit"
    )
    assert isinstance(request, MultipartRequest)
    assert headers(request.head)["Content-Type"] == "multipart/form-data; boundary=limit"
    assert headers(request.head)["X-A"] == "1"
    assert request.head.target == "/v1/files"
    assert b"abc" in request.body.pieces


def test_request_of_an_upload_needs_a_boundary():
    with pytest.raises(ValueError, match="boundary"):
        build_request(UPLOAD, {"file": b"abc"}, None, DEFAULTS)


# keywords


def test_unknown_keyword_is_named_with_the_nearest():
    with pytest.raises(TypeError) as caught:
        build(CREATE, {**GOOD, "temprature": 1, "messagse": []})
    assert str(caught.value) == (
        "things.create() has no keyword 'temprature' (nearest: 'temperature'),"
        " 'messagse' (nearest: 'messages');"
        " it takes 'format_', 'messages', 'model', 'stream', 'temperature'"
    )


def test_unknown_keyword_of_a_method_with_none_of_its_own():
    operation: Operation[object] = Operation(name="things.ping", verb="GET", path="/ping")
    with pytest.raises(TypeError, match=r"things\.ping\(\) has no keyword 'x'; it takes none of its own"):
        check_arguments(operation, {"x": 1}, None)


def test_unknown_keyword_of_a_method_with_many_points_to_extra_body():
    operation: Operation[object] = Operation(
        name="things.many",
        verb="POST",
        path="/m",
        body=tuple(f"field_{i}" for i in range(30)),
        reference="https://r",
    )
    with pytest.raises(TypeError, match=r"goes into extra_body, see https://r$"):
        check_arguments(operation, {"zzz": 1}, None)


def test_options_are_known_to_every_method():
    options = {"extra_headers": {}, "extra_query": {}, "extra_body": {}, "timeout": 1, "max_retries": 0}
    check_arguments(CREATE, {**GOOD, **options, "idempotency_key": "k"}, None)
    with pytest.raises(TypeError, match="nearest: 'timeout'"):
        check_arguments(CREATE, {**GOOD, "time_out": 3}, None)


@pytest.mark.parametrize("value", [None, omit, NOT_GIVEN])
def test_missing_keywords_are_named(value):
    params = {"model": value} if value is not None else {}
    with pytest.raises(TypeError) as caught:
        check_arguments(CREATE, {**params, "stream": True}, None)
    assert "things.create() needs the keywords 'model', 'messages'" in str(caught.value)


def test_missing_earlier_path_parameter_is_a_missing_keyword():
    with pytest.raises(TypeError, match=r"things\.parts\.retrieve\(\) needs the keyword 'thing_id'"):
        check_arguments(RETRIEVE, {}, "p")


def test_required_keyword_may_be_none():
    check_arguments(CREATE, {"model": None, "messages": []}, None)


@pytest.mark.parametrize("arg", [None, 3, b"x"])
def test_path_parameter_of_another_type_is_refused_before_anything_is_sent(arg):
    with pytest.raises(TypeError, match=r"part_id must be a string"):
        check_arguments(RETRIEVE, {"thing_id": "t"}, arg)


def test_client_is_not_kept_by_what_was_built_for_it():
    class Watched(str):
        __slots__ = ("__weakref__",)

    path = Watched("/v9")
    gone = weakref.ref(path)
    defaults = Defaults(DEFAULTS.origin, path)
    build(CREATE, GOOD, None, defaults)
    del defaults, path
    gc.collect()
    assert gone() is None


def test_defaults_show_no_secrets():
    assert "hunter2" not in repr(Defaults(DEFAULTS.origin, "", encode_headers({"X-Key": "hunter2"})))
