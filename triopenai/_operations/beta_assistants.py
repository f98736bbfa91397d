"""The endpoints of ``beta_assistants``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncCursorPage
    from triopenai.types.beta import Assistant, AssistantDeleted

__all__ = [
    "BETA_ASSISTANTS_CREATE",
    "BETA_ASSISTANTS_DELETE",
    "BETA_ASSISTANTS_LIST",
    "BETA_ASSISTANTS_RETRIEVE",
    "BETA_ASSISTANTS_UPDATE",
]

BETA_ASSISTANTS_CREATE: Operation[Assistant] = Operation(
    name="beta.assistants.create",
    verb="POST",
    path="/assistants",
    body=(
        "model",
        "description",
        "instructions",
        "metadata",
        "name",
        "reasoning_effort",
        "response_format",
        "temperature",
        "tool_resources",
        "tools",
        "top_p",
    ),
    required=("model",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta:Assistant",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/assistants/methods/create"
    ),
)
BETA_ASSISTANTS_DELETE: Operation[AssistantDeleted] = Operation(
    name="beta.assistants.delete",
    verb="DELETE",
    path="/assistants/{assistant_id}",
    path_params=("assistant_id",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta:AssistantDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/assistants/methods/delete"
    ),
)
BETA_ASSISTANTS_LIST: PageOperation[AsyncCursorPage[Assistant], Assistant] = PageOperation(
    name="beta.assistants.list",
    verb="GET",
    path="/assistants",
    query=("after", "before", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    item="beta:Assistant",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/assistants/methods/list"
    ),
)
BETA_ASSISTANTS_RETRIEVE: Operation[Assistant] = Operation(
    name="beta.assistants.retrieve",
    verb="GET",
    path="/assistants/{assistant_id}",
    path_params=("assistant_id",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta:Assistant",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/assistants/methods/retrieve"
    ),
)
BETA_ASSISTANTS_UPDATE: Operation[Assistant] = Operation(
    name="beta.assistants.update",
    verb="POST",
    path="/assistants/{assistant_id}",
    path_params=("assistant_id",),
    body=(
        "description",
        "instructions",
        "metadata",
        "model",
        "name",
        "reasoning_effort",
        "response_format",
        "temperature",
        "tool_resources",
        "tools",
        "top_p",
    ),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta:Assistant",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/assistants/methods/update"
    ),
)
