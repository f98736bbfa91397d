"""Addresses on Azure: which endpoints belong to a deployment, and what an address may be."""

from __future__ import annotations

import importlib

import pytest

from triopenai import _operations, omit
from triopenai._base.config import Origin
from triopenai._sansio.azure import (
    DEPLOYMENT_PATHS,
    AzurePaths,
    deployment_segment,
    parse_endpoint,
    paths_below,
)
from triopenai._sansio.operation import Operation


def test_deployment_paths_are_all_endpoints_that_take_a_model() -> None:
    found = {
        operation.path
        for area in _operations.AREAS
        for operation in vars(importlib.import_module(f"triopenai._operations.{area}")).values()
        if isinstance(operation, Operation) and operation.path in DEPLOYMENT_PATHS
        if operation.verb == "POST" and "model" in operation.body
    }
    assert found == DEPLOYMENT_PATHS


@pytest.mark.parametrize(
    ("paths", "path", "model", "base"),
    [
        (AzurePaths(), "/chat/completions", "gpt-4o", "/openai/deployments/gpt-4o"),
        (AzurePaths(), "/chat/completions", "a b/c", "/openai/deployments/a%20b%2Fc"),
        (AzurePaths(), "/models", None, "/openai"),
        (AzurePaths(deployment="mine"), "/embeddings", "other", "/openai/deployments/mine"),
        (AzurePaths(deployment="mine"), "/images/edits", None, "/openai/deployments/mine"),
        (AzurePaths(deployment="mine"), "/responses", "other", "/openai"),
        (AzurePaths(routed=False), "/chat/completions", "gpt-4o", "/openai"),
    ],
)
def test_base_of_puts_deployments_before_what_belongs_to_them(
    paths: AzurePaths, path: str, model: str | None, base: str
) -> None:
    assert paths.base_of("a.call", "/openai", path, model) == base


@pytest.mark.parametrize("model", [None, omit])
def test_base_of_without_a_deployment_says_how_to_name_one(model: object) -> None:
    with pytest.raises(ValueError, match=r"images\.generate\(\).*model=.*azure_deployment="):
        AzurePaths().base_of("images.generate", "/openai", "/images/generations", model)


@pytest.mark.parametrize("model", ["", "..", "a\n", 7])
def test_base_of_refuses_models_that_name_no_deployment(model: object) -> None:
    with pytest.raises((ValueError, TypeError), match=r"a\.call\(\): model"):
        AzurePaths().base_of("a.call", "/openai", "/completions", model)


@pytest.mark.parametrize(
    ("base_path", "paths"),
    [
        ("/openai", AzurePaths()),
        ("/gateway", AzurePaths()),
        ("/openai/v1", AzurePaths(routed=False, is_v1=True)),
        ("/api/projects/p/openai/v1", AzurePaths(routed=False, is_v1=True)),
        ("/openai/deployments/mine", AzurePaths(routed=False)),
    ],
)
def test_paths_below_follow_from_the_base_url(base_path: str, paths: AzurePaths) -> None:
    assert paths_below(base_path) == paths


def test_endpoint_is_the_address_of_a_resource() -> None:
    host = Origin("https", "mine.openai.azure.com", 443)
    assert parse_endpoint("https://mine.openai.azure.com/") == (host, "/openai")
    assert parse_endpoint("https://mine.openai.azure.com/gateway") == (host, "/gateway/openai")


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://mine.test/openai/v1/",
        "https://mine.test/openai/deployments/a",
        "https://mine.test/openai/deployments/a/chat/completions?api-version=2024-10-21",
        "https://mine.test?api-version=2024-10-21",
        "mine.test",
        "",
    ],
)
def test_endpoint_that_says_more_or_less_is_refused(endpoint: str) -> None:
    with pytest.raises(ValueError, match="azure_endpoint"):
        parse_endpoint(endpoint)


@pytest.mark.parametrize("name", ["a/b", "/", "", ".", "..", "a\n"])
def test_deployment_must_be_a_name(name: str) -> None:
    with pytest.raises(ValueError, match="azure_deployment"):
        deployment_segment(name)


def test_deployment_is_escaped() -> None:
    assert deployment_segment("gpt 4 (é)") == "gpt%204%20%28%C3%A9%29"
    assert deployment_segment(None) is None
