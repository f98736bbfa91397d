"""The generated files are what the generator wrote; no API document is needed to see that."""

from __future__ import annotations

import hashlib

import pytest

from triopenai._tools import pipeline

FOLDERS = ("types", "_operations", "resources", "realtime/connections")


def test_generated_files_match_the_lock():
    lock = pipeline.read_lock()
    found = {path: hashlib.sha256((pipeline.PACKAGE / path).read_bytes()).hexdigest() for path in lock}
    assert found == lock


def test_generated_folders_hold_nothing_else():
    lock = pipeline.read_lock()
    plan = pipeline.Plan(
        source=pipeline.Source.locked(),
        files=dict.fromkeys(lock, ""),
        folders=FOLDERS,
    )
    assert pipeline.stale(plan) == []


def test_lock_covers_every_generated_package():
    assert {
        folder for path in pipeline.read_lock() for folder in FOLDERS if path.startswith(f"{folder}/")
    } == set(FOLDERS)
    assert all(path.startswith(FOLDERS) for path in pipeline.read_lock())


def test_lock_names_the_document():
    source = pipeline.Source.locked()
    assert len(source.digest) == 64
    assert source.commit
    assert str(source).splitlines()[0] == "repository openai/openai-openapi"


def test_another_document_needs_its_commit(tmp_path):
    path = tmp_path / "openapi.json"
    path.write_text('{"paths": {"/x": {"get": {"x-origin": "y"}}}}', encoding="utf-8")
    with pytest.raises(ValueError, match="is not the document of commit"):
        pipeline.make_plan(path)
