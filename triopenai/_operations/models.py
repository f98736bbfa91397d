"""The endpoints of ``models``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncPage
    from triopenai.types import Model, ModelDeleted

__all__ = ["MODELS_DELETE", "MODELS_LIST", "MODELS_RETRIEVE"]

MODELS_DELETE: Operation[ModelDeleted] = Operation(
    name="models.delete",
    verb="DELETE",
    path="/models/{model}",
    path_params=("model",),
    result=":ModelDeleted",
    reference="https://developers.openai.com/api/reference/resources/models/methods/delete",
)
MODELS_LIST: PageOperation[AsyncPage[Model], Model] = PageOperation(
    name="models.list",
    verb="GET",
    path="/models",
    item=":Model",
    page="page",
    reference="https://developers.openai.com/api/reference/resources/models/methods/list",
)
MODELS_RETRIEVE: Operation[Model] = Operation(
    name="models.retrieve",
    verb="GET",
    path="/models/{model}",
    path_params=("model",),
    result=":Model",
    reference="https://developers.openai.com/api/reference/resources/models/methods/retrieve",
)
