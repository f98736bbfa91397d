"""Every endpoint of the operation table answers with what its type accepts, strictly."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal, cast

import pytest
from pydantic import BaseModel, TypeAdapter

from tests.support.wire import Heard, ask
from triopenai._operations import all_operations
from triopenai._sansio.operation import PageOperation, Special, StreamOperation
from triopenai.testing import Sandbox, open_sandbox
from triopenai.testing._instances import Instances, resolve

if TYPE_CHECKING:
    from triopenai._sansio.operation import Operation

OPERATIONS = {operation.name: operation for operation in all_operations()}
PLAIN = (Special.NONE, Special.TEXT, Special.BINARY, Special.JSON)


def fits(reference: str, value: object) -> None:
    """Whether a type takes a value without bending it."""
    adapter(reference).validate_python(value, strict=True)


@cache
def adapter(reference: str) -> TypeAdapter[object]:
    return TypeAdapter(cast("type[object]", resolve(reference)))


async def call(sandbox: Sandbox, operation: Operation[object], query: str = "", **body: object) -> Heard:
    path, _, fixed = operation.path.format(**{name: f"{name}-1" for name in operation.path_params}).partition(
        "?"
    )
    wire = {operation.wire.get(name, name) for name in operation.required}
    in_query = [f"{name}=x" for name in wire if name in operation.query]
    given = {name: "x" for name in wire if name in operation.body}
    headers = {operation.headers[name]: "x" for name in operation.required if name in operation.headers}
    target = "?".join(filter(None, [path, "&".join(filter(None, [fixed, query, *in_query]))]))
    return await ask(sandbox, operation.verb, target, json_body={**given, **body}, headers=headers)


@pytest.mark.parametrize("name", sorted(OPERATIONS))
async def test_operation_has_an_answer_of_its_type(name):
    operation = OPERATIONS[name]
    async with open_sandbox(stateful=False) as sandbox:
        heard = await call(sandbox, operation)
        assert (heard.status, heard.complete, sandbox.crashes) == (200, True, ()), heard.body
        if isinstance(operation, PageOperation):
            assert len(heard.json["data"]) == 2
            for item in heard.json["data"]:
                fits(operation.item, item)
        elif isinstance(operation, StreamOperation) and operation.stream_only:
            check_events(operation, heard)
        elif operation.result not in PLAIN:
            fits(operation.result, heard.json)
        else:
            assert bool(heard.body) is (operation.result != Special.NONE)


def check_events(operation: StreamOperation[object, object], heard: Heard) -> None:
    assert heard.events
    for name, event in zip((name for name, _ in heard.blocks), heard.events, strict=False):
        value = {"event": name, "data": event} if operation.sse_named else event
        fits(operation.event, value)


STREAMS = [name for name, one in OPERATIONS.items() if isinstance(one, StreamOperation)]


@pytest.mark.parametrize("name", STREAMS)
async def test_operation_streams_events_of_its_type(name):
    operation = OPERATIONS[name]
    assert isinstance(operation, StreamOperation)
    async with open_sandbox(stateful=False) as sandbox:
        given: dict[str, Any] = {"stream": True} if "stream" in operation.body else {}
        heard = await call(sandbox, operation, "" if given else "stream=true", **given)
        check_events(operation, heard)
        assert heard.blocks[-1][1] == "[DONE]"


PAGES = [name for name, one in OPERATIONS.items() if isinstance(one, PageOperation) and one.page != "page"]


@pytest.mark.parametrize("name", PAGES)
async def test_cursors_lead_through_five_items(name):
    operation = OPERATIONS[name]
    assert isinstance(operation, PageOperation)
    async with open_sandbox(stateful=False) as sandbox:
        seen: list[int] = []
        cursor = ""
        for more in (True, True, False):
            page = (await call(sandbox, operation, cursor)).json
            assert page["has_more"] is more
            seen.append(len(page["data"]))
            if operation.page in ("next_cursor", "token"):
                word = "page" if operation.page == "token" else "after"
                assert bool(page["next"]) is more
                cursor = f"{word}={page['next']}"
            else:
                assert page["last_id"] == page["data"][-1].get("id", page["last_id"])
                cursor = f"after={page['last_id']}"
        assert seen == [2, 2, 1]


async def test_answer_takes_up_what_it_was_told():
    async with open_sandbox(stateful=False) as sandbox:
        body = {"name": "Shelf", "metadata": {"a": "b"}}
        made = (await ask(sandbox, "POST", "/vector_stores", json_body=body)).json
        assert (made["name"], made["metadata"], made["object"]) == ("Shelf", {"a": "b"}, "vector_store")
        assert (await ask(sandbox, "GET", "/vector_stores/vs_9")).json["id"] == "vs_9"
        assert (await ask(sandbox, "POST", "/batches/b_9/cancel")).json["id"] == "b_9"
        file = (await ask(sandbox, "GET", "/vector_stores/vs_9/files/file-3")).json
        assert (file["id"], file["vector_store_id"]) == ("file-3", "vs_9")
        assert file["status"] == "completed"


async def test_path_parameters_may_hold_any_character():
    async with open_sandbox(stateful=False) as sandbox:
        assert (await ask(sandbox, "GET", "/vector_stores/a%2Fb%20%C3%BC")).json["id"] == "a/b ü"


async def test_instances_end_for_models_that_hold_themselves():
    instance = Instances(0, lambda prefix: prefix + "1").model(Tree)
    Tree.model_validate(instance, strict=True)
    assert instance["state"] == "completed"


class Tree(BaseModel):
    """A model of itself."""

    state: Literal["pending", "completed"]
    left: Tree | None = None
    children: list[Tree] = []
