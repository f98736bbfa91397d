from __future__ import annotations

import json
from pathlib import Path

import pytest

import triopenai
from tests.support.surface import OWN_ROWS, ROWS
from triopenai._tools.areas import area_of, class_name
from triopenai._tools.params import ParamsBook
from triopenai._tools.phrases import describe_argument, summary_of
from triopenai._tools.surface import TABLE, load


def test_table_has_every_method() -> None:
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    assert set(table["methods"]) == {row[0] for row in OWN_ROWS}
    for name in table["methods"]:
        resource, _, method = name.rpartition(".")
        assert summary_of(resource, method).endswith(".")


def test_load_names_what_the_document_lacks() -> None:
    with pytest.raises(ValueError, match=r"createChatCompletion.*without a row.*brandNew"):
        load({"paths": {"/new": {"get": {"operationId": "brandNew"}}}})


@pytest.mark.parametrize(
    ("resource", "area", "name"),
    [
        ("chat.completions", "chat", "ChatCompletions"),
        ("beta", "beta", "Beta"),
        ("beta.threads.runs", "beta_threads", "BetaThreadsRuns"),
        ("beta.chatkit.threads", "beta_chatkit", "BetaChatKitThreads"),
        ("beta.agents", "beta_agents", "BetaAgents"),
        ("beta.agents.sessions.turns", "beta_agents_sessions", "BetaAgentsSessionsTurns"),
        ("admin", "admin", "Admin"),
        ("admin.organization", "admin_organization", "AdminOrganization"),
        ("admin.organization.admin_api_keys", "admin_organization", "AdminOrganizationAdminAPIKeys"),
        ("admin.organization.projects.users", "admin_projects", "AdminOrganizationProjectsUsers"),
    ],
)
def test_resources_have_a_module_and_a_class(resource: str, area: str, name: str) -> None:
    assert (area_of(resource), class_name(resource)) == (area, name)


@pytest.mark.parametrize(
    ("resource", "method", "sentence"),
    [
        ("chat.completions", "create", "Create a chat completion."),
        ("batches", "retrieve", "Retrieve a batch."),
        ("uploads", "cancel", "Cancel an upload."),
        ("beta.assistants", "list", "List assistants."),
        ("admin.organization.users", "update", "Update an organization user."),
        ("admin.organization.projects.users", "delete", "Delete a project user."),
    ],
)
def test_summaries_are_sentences(resource: str, method: str, sentence: str) -> None:
    assert summary_of(resource, method) == sentence


def test_summary_of_an_unknown_method_is_asked_for() -> None:
    with pytest.raises(ValueError, match=r"no sentence for chat\.dance"):
        summary_of("chat", "dance")


def test_arguments_are_described_by_their_names() -> None:
    assert describe_argument("vector_store_id") == "Id of the vector store."
    assert describe_argument("model") == "Name of the model."


def test_params_types_require_what_methods_require() -> None:
    package = Path(triopenai.__file__).parent
    files = {
        path.relative_to(package).as_posix(): path.read_text(encoding="utf-8")
        for path in package.glob("types/**/_params.py")
    }
    book = ParamsBook(files)
    different: dict[str, set[str]] = {}
    for name, _, _, _, keywords, required, _, extra in ROWS:
        if "params" not in extra:
            continue
        area, _, params = f"triopenai.{extra['params']}".rpartition(".")
        members = [] if "stream" in extra else book.members(area, params)
        base = f"{params}Base" if "stream" in extra and "stream_only" not in extra else params
        variants = [book.fields(area, member) for member in members or [base]]
        keys = set().union(*variants)
        needed = set.intersection(*({key for key in one if one[key].required} for one in variants))
        wrong = (keys ^ set(keywords)) - {"stream"} | (needed ^ set(required))
        if wrong:
            different[name] = wrong
    assert different == {}
