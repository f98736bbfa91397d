"""The keywords of ``evals``. Generated: do not edit."""

from __future__ import annotations

from typing import Required

from triopenai._base.options import RequestOptions
from triopenai.types._params import EvalCreateParams, EvalListParams, EvalUpdateParams
from triopenai.types.evals._params import RunCreateParams, RunListParams
from triopenai.types.evals.runs._params import OutputItemListParams

__all__ = [
    "EvalsCreateArgs",
    "EvalsListArgs",
    "EvalsRunsCancelArgs",
    "EvalsRunsCreateArgs",
    "EvalsRunsDeleteArgs",
    "EvalsRunsListArgs",
    "EvalsRunsOutputItemsListArgs",
    "EvalsRunsOutputItemsRetrieveArgs",
    "EvalsRunsRetrieveArgs",
    "EvalsUpdateArgs",
]


class EvalsCreateArgs(EvalCreateParams, RequestOptions, total=False):
    """Keywords of ``evals.create``."""


class EvalsListArgs(EvalListParams, RequestOptions, total=False):
    """Keywords of ``evals.list``."""


class EvalsRunsCancelArgs(RequestOptions, total=False):
    """Keywords of ``evals.runs.cancel``."""

    eval_id: Required[str]


class EvalsRunsCreateArgs(RunCreateParams, RequestOptions, total=False):
    """Keywords of ``evals.runs.create``."""


class EvalsRunsDeleteArgs(RequestOptions, total=False):
    """Keywords of ``evals.runs.delete``."""

    eval_id: Required[str]


class EvalsRunsListArgs(RunListParams, RequestOptions, total=False):
    """Keywords of ``evals.runs.list``."""


class EvalsRunsOutputItemsListArgs(OutputItemListParams, RequestOptions, total=False):
    """Keywords of ``evals.runs.output_items.list``."""


class EvalsRunsOutputItemsRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``evals.runs.output_items.retrieve``."""

    eval_id: Required[str]
    run_id: Required[str]


class EvalsRunsRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``evals.runs.retrieve``."""

    eval_id: Required[str]


class EvalsUpdateArgs(EvalUpdateParams, RequestOptions, total=False):
    """Keywords of ``evals.update``."""
