"""The endpoints of ``batches``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncCursorPage
    from triopenai.types import Batch

__all__ = ["BATCHES_CANCEL", "BATCHES_CREATE", "BATCHES_LIST", "BATCHES_RETRIEVE"]

BATCHES_CANCEL: Operation[Batch] = Operation(
    name="batches.cancel",
    verb="POST",
    path="/batches/{batch_id}/cancel",
    path_params=("batch_id",),
    result=":Batch",
    reference="https://developers.openai.com/api/reference/resources/batches/methods/cancel",
)
BATCHES_CREATE: Operation[Batch] = Operation(
    name="batches.create",
    verb="POST",
    path="/batches",
    body=("completion_window", "endpoint", "input_file_id", "metadata", "output_expires_after"),
    required=("completion_window", "endpoint", "input_file_id"),
    result=":Batch",
    reference="https://developers.openai.com/api/reference/resources/batches/methods/create",
)
BATCHES_LIST: PageOperation[AsyncCursorPage[Batch], Batch] = PageOperation(
    name="batches.list",
    verb="GET",
    path="/batches",
    query=("after", "limit"),
    item=":Batch",
    page="cursor",
    reference="https://developers.openai.com/api/reference/resources/batches/methods/list",
)
BATCHES_RETRIEVE: Operation[Batch] = Operation(
    name="batches.retrieve",
    verb="GET",
    path="/batches/{batch_id}",
    path_params=("batch_id",),
    result=":Batch",
    reference="https://developers.openai.com/api/reference/resources/batches/methods/retrieve",
)
