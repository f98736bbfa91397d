"""The generated files are what the generator wrote; no API document is needed to see that."""

from __future__ import annotations

import hashlib

from triopenai._tools import pipeline


def test_generated_files_match_the_lock():
    lock = pipeline.read_lock()
    found = {path: hashlib.sha256((pipeline.PACKAGE / path).read_bytes()).hexdigest() for path in lock}
    assert found == lock


def test_generated_folders_hold_nothing_else():
    lock = pipeline.read_lock()
    plan = pipeline.Plan(
        source="", files=dict.fromkeys(lock, ""), folders=("types", "_operations", "resources")
    )
    assert pipeline.stale(plan) == []


def test_lock_covers_every_generated_package():
    folders = {path.partition("/")[0] for path in pipeline.read_lock()}
    assert folders == {"types", "_operations", "resources"}
