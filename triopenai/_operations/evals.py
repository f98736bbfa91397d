"""The endpoints of ``evals``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncCursorPage
    from triopenai.types import (
        EvalCreateResponse,
        EvalDeleteResponse,
        EvalListResponse,
        EvalRetrieveResponse,
        EvalUpdateResponse,
    )
    from triopenai.types.evals import (
        RunCancelResponse,
        RunCreateResponse,
        RunDeleteResponse,
        RunListResponse,
        RunRetrieveResponse,
    )
    from triopenai.types.evals.runs import OutputItemListResponse, OutputItemRetrieveResponse

__all__ = [
    "EVALS_CREATE",
    "EVALS_DELETE",
    "EVALS_LIST",
    "EVALS_RETRIEVE",
    "EVALS_RUNS_CANCEL",
    "EVALS_RUNS_CREATE",
    "EVALS_RUNS_DELETE",
    "EVALS_RUNS_LIST",
    "EVALS_RUNS_OUTPUT_ITEMS_LIST",
    "EVALS_RUNS_OUTPUT_ITEMS_RETRIEVE",
    "EVALS_RUNS_RETRIEVE",
    "EVALS_UPDATE",
]

EVALS_CREATE: Operation[EvalCreateResponse] = Operation(
    name="evals.create",
    verb="POST",
    path="/evals",
    body=("data_source_config", "testing_criteria", "metadata", "name"),
    required=("data_source_config", "testing_criteria"),
    result=":EvalCreateResponse",
    reference="https://developers.openai.com/api/reference/resources/evals/methods/create",
)
EVALS_DELETE: Operation[EvalDeleteResponse] = Operation(
    name="evals.delete",
    verb="DELETE",
    path="/evals/{eval_id}",
    path_params=("eval_id",),
    result=":EvalDeleteResponse",
    reference="https://developers.openai.com/api/reference/resources/evals/methods/delete",
)
EVALS_LIST: PageOperation[AsyncCursorPage[EvalListResponse], EvalListResponse] = PageOperation(
    name="evals.list",
    verb="GET",
    path="/evals",
    query=("after", "limit", "order", "order_by"),
    item=":EvalListResponse",
    page="cursor",
    reference="https://developers.openai.com/api/reference/resources/evals/methods/list",
)
EVALS_RETRIEVE: Operation[EvalRetrieveResponse] = Operation(
    name="evals.retrieve",
    verb="GET",
    path="/evals/{eval_id}",
    path_params=("eval_id",),
    result=":EvalRetrieveResponse",
    reference="https://developers.openai.com/api/reference/resources/evals/methods/retrieve",
)
EVALS_RUNS_CANCEL: Operation[RunCancelResponse] = Operation(
    name="evals.runs.cancel",
    verb="POST",
    path="/evals/{eval_id}/runs/{run_id}/cancel",
    path_params=("eval_id", "run_id"),
    result="evals:RunCancelResponse",
    reference="https://developers.openai.com/api/reference/resources/evals/subresources/runs/methods/cancel",
)
EVALS_RUNS_CREATE: Operation[RunCreateResponse] = Operation(
    name="evals.runs.create",
    verb="POST",
    path="/evals/{eval_id}/runs",
    path_params=("eval_id",),
    body=("data_source", "metadata", "name"),
    required=("data_source",),
    result="evals:RunCreateResponse",
    reference="https://developers.openai.com/api/reference/resources/evals/subresources/runs/methods/create",
)
EVALS_RUNS_DELETE: Operation[RunDeleteResponse] = Operation(
    name="evals.runs.delete",
    verb="DELETE",
    path="/evals/{eval_id}/runs/{run_id}",
    path_params=("eval_id", "run_id"),
    result="evals:RunDeleteResponse",
    reference="https://developers.openai.com/api/reference/resources/evals/subresources/runs/methods/delete",
)
EVALS_RUNS_LIST: PageOperation[AsyncCursorPage[RunListResponse], RunListResponse] = PageOperation(
    name="evals.runs.list",
    verb="GET",
    path="/evals/{eval_id}/runs",
    path_params=("eval_id",),
    query=("after", "limit", "order", "status"),
    item="evals:RunListResponse",
    page="cursor",
    reference="https://developers.openai.com/api/reference/resources/evals/subresources/runs/methods/list",
)
EVALS_RUNS_OUTPUT_ITEMS_LIST: PageOperation[
    AsyncCursorPage[OutputItemListResponse], OutputItemListResponse
] = PageOperation(
    name="evals.runs.output_items.list",
    verb="GET",
    path="/evals/{eval_id}/runs/{run_id}/output_items",
    path_params=("eval_id", "run_id"),
    query=("after", "limit", "order", "status"),
    item="evals.runs:OutputItemListResponse",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/evals/subresources/runs/subresources"
        "/output_items/methods/list"
    ),
)
EVALS_RUNS_OUTPUT_ITEMS_RETRIEVE: Operation[OutputItemRetrieveResponse] = Operation(
    name="evals.runs.output_items.retrieve",
    verb="GET",
    path="/evals/{eval_id}/runs/{run_id}/output_items/{output_item_id}",
    path_params=("eval_id", "run_id", "output_item_id"),
    result="evals.runs:OutputItemRetrieveResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/evals/subresources/runs/subresources"
        "/output_items/methods/retrieve"
    ),
)
EVALS_RUNS_RETRIEVE: Operation[RunRetrieveResponse] = Operation(
    name="evals.runs.retrieve",
    verb="GET",
    path="/evals/{eval_id}/runs/{run_id}",
    path_params=("eval_id", "run_id"),
    result="evals:RunRetrieveResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/evals/subresources/runs/methods/retrieve"
    ),
)
EVALS_UPDATE: Operation[EvalUpdateResponse] = Operation(
    name="evals.update",
    verb="POST",
    path="/evals/{eval_id}",
    path_params=("eval_id",),
    body=("metadata", "name"),
    result=":EvalUpdateResponse",
    reference="https://developers.openai.com/api/reference/resources/evals/methods/update",
)
