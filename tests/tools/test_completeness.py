from __future__ import annotations

import json

import pytest

from triopenai._tools.completeness import read


def report(known: int, unknown: int, symbols: list[dict[str, object]], *errors: str) -> str:
    return json.dumps(
        {
            "generalDiagnostics": [{"severity": "error", "message": message} for message in errors],
            "typeCompleteness": {
                "exportedSymbolCounts": {
                    "withKnownType": known,
                    "withAmbiguousType": 0,
                    "withUnknownType": unknown,
                },
                "symbols": symbols,
            },
        }
    )


def symbol(name: str, *, exported: bool = True, known: bool = False, message: str = "untyped"):
    diagnostics = [] if known else [{"severity": "error", "message": message}]
    return {"name": name, "isExported": exported, "isTypeKnown": known, "diagnostics": diagnostics}


def test_read_complete():
    assert read(report(3, 0, [symbol("triopenai.open_client", known=True)])).complete


def test_read_names_what_is_missing():
    found = read(report(3, 1, [symbol("triopenai.x", message="no annotation")]))
    assert not found.complete
    assert (found.known, found.total) == (3, 4)
    assert found.problems == ("triopenai.x: no annotation",)


def test_read_names_causes_before_consequences():
    consequence = symbol("triopenai.A", message='Type of base class "triopenai._b.B" is partially unknown')
    cause = symbol("triopenai._b.B.x", exported=False, message="Type is missing type annotation")
    found = read(report(3, 1, [consequence, cause]))
    assert [problem.partition(":")[0] for problem in found.problems] == ["triopenai._b.B.x", "triopenai.A"]


def test_read_leaves_private_names_alone():
    assert read(report(3, 0, [symbol("triopenai._x", exported=False)])).complete


def test_read_counts_errors():
    assert not read(report(3, 0, [], "no py.typed file found")).complete


def test_read_package_without_names_is_not_complete():
    assert not read(report(0, 0, [])).complete


@pytest.mark.parametrize("output", ["", "Package not found", "[]", '{"typeCompleteness": null}'])
def test_read_refuses_what_is_no_report(output: str):
    with pytest.raises(ValueError, match="no report"):
        read(output)
