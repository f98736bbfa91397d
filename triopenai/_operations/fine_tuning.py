"""The endpoints of ``fine_tuning``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncConversationCursorPage, AsyncCursorPage, AsyncPage
    from triopenai.types.fine_tuning import FineTuningJob, FineTuningJobEvent
    from triopenai.types.fine_tuning.alpha import GraderRunResponse, GraderValidateResponse
    from triopenai.types.fine_tuning.checkpoints import (
        PermissionCreateResponse,
        PermissionDeleteResponse,
        PermissionListResponse,
        PermissionRetrieveResponse,
    )
    from triopenai.types.fine_tuning.jobs import FineTuningJobCheckpoint

__all__ = [
    "FINE_TUNING_ALPHA_GRADERS_RUN",
    "FINE_TUNING_ALPHA_GRADERS_VALIDATE",
    "FINE_TUNING_CHECKPOINTS_PERMISSIONS_CREATE",
    "FINE_TUNING_CHECKPOINTS_PERMISSIONS_DELETE",
    "FINE_TUNING_CHECKPOINTS_PERMISSIONS_LIST",
    "FINE_TUNING_CHECKPOINTS_PERMISSIONS_RETRIEVE",
    "FINE_TUNING_JOBS_CANCEL",
    "FINE_TUNING_JOBS_CHECKPOINTS_LIST",
    "FINE_TUNING_JOBS_CREATE",
    "FINE_TUNING_JOBS_LIST",
    "FINE_TUNING_JOBS_LIST_EVENTS",
    "FINE_TUNING_JOBS_PAUSE",
    "FINE_TUNING_JOBS_RESUME",
    "FINE_TUNING_JOBS_RETRIEVE",
]

FINE_TUNING_ALPHA_GRADERS_RUN: Operation[GraderRunResponse] = Operation(
    name="fine_tuning.alpha.graders.run",
    verb="POST",
    path="/fine_tuning/alpha/graders/run",
    body=("grader", "model_sample", "item"),
    required=("grader", "model_sample"),
    result="fine_tuning.alpha:GraderRunResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/alpha/subresources"
        "/graders/methods/run"
    ),
)
FINE_TUNING_ALPHA_GRADERS_VALIDATE: Operation[GraderValidateResponse] = Operation(
    name="fine_tuning.alpha.graders.validate",
    verb="POST",
    path="/fine_tuning/alpha/graders/validate",
    body=("grader",),
    required=("grader",),
    result="fine_tuning.alpha:GraderValidateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/alpha/subresources"
        "/graders/methods/validate"
    ),
)
FINE_TUNING_CHECKPOINTS_PERMISSIONS_CREATE: PageOperation[
    AsyncPage[PermissionCreateResponse], PermissionCreateResponse
] = PageOperation(
    name="fine_tuning.checkpoints.permissions.create",
    verb="POST",
    path="/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions",
    path_params=("fine_tuned_model_checkpoint",),
    body=("project_ids",),
    required=("project_ids",),
    item="fine_tuning.checkpoints:PermissionCreateResponse",
    page="page",
    reference=(
        "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/checkpoints"
        "/subresources/permissions/methods/create"
    ),
)
FINE_TUNING_CHECKPOINTS_PERMISSIONS_DELETE: Operation[PermissionDeleteResponse] = Operation(
    name="fine_tuning.checkpoints.permissions.delete",
    verb="DELETE",
    path="/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions/{permission_id}",
    path_params=("fine_tuned_model_checkpoint", "permission_id"),
    result="fine_tuning.checkpoints:PermissionDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/checkpoints"
        "/subresources/permissions/methods/delete"
    ),
)
FINE_TUNING_CHECKPOINTS_PERMISSIONS_LIST: PageOperation[
    AsyncConversationCursorPage[PermissionListResponse], PermissionListResponse
] = PageOperation(
    name="fine_tuning.checkpoints.permissions.list",
    verb="GET",
    path="/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions",
    path_params=("fine_tuned_model_checkpoint",),
    query=("after", "limit", "order", "project_id"),
    item="fine_tuning.checkpoints:PermissionListResponse",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/checkpoints"
        "/subresources/permissions/methods/list"
    ),
)
FINE_TUNING_CHECKPOINTS_PERMISSIONS_RETRIEVE: Operation[PermissionRetrieveResponse] = Operation(
    name="fine_tuning.checkpoints.permissions.retrieve",
    verb="GET",
    path="/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions",
    path_params=("fine_tuned_model_checkpoint",),
    query=("after", "limit", "order", "project_id"),
    deprecated=True,
    result="fine_tuning.checkpoints:PermissionRetrieveResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/checkpoints"
        "/subresources/permissions/methods/retrieve"
    ),
)
FINE_TUNING_JOBS_CANCEL: Operation[FineTuningJob] = Operation(
    name="fine_tuning.jobs.cancel",
    verb="POST",
    path="/fine_tuning/jobs/{fine_tuning_job_id}/cancel",
    path_params=("fine_tuning_job_id",),
    result="fine_tuning:FineTuningJob",
    reference=(
        "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods/cancel"
    ),
)
FINE_TUNING_JOBS_CHECKPOINTS_LIST: PageOperation[
    AsyncCursorPage[FineTuningJobCheckpoint], FineTuningJobCheckpoint
] = PageOperation(
    name="fine_tuning.jobs.checkpoints.list",
    verb="GET",
    path="/fine_tuning/jobs/{fine_tuning_job_id}/checkpoints",
    path_params=("fine_tuning_job_id",),
    query=("after", "limit"),
    item="fine_tuning.jobs:FineTuningJobCheckpoint",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/subresources"
        "/checkpoints/methods/list"
    ),
)
FINE_TUNING_JOBS_CREATE: Operation[FineTuningJob] = Operation(
    name="fine_tuning.jobs.create",
    verb="POST",
    path="/fine_tuning/jobs",
    body=(
        "model",
        "training_file",
        "hyperparameters",
        "integrations",
        "metadata",
        "method",
        "seed",
        "suffix",
        "validation_file",
    ),
    required=("model", "training_file"),
    result="fine_tuning:FineTuningJob",
    reference=(
        "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods/create"
    ),
)
FINE_TUNING_JOBS_LIST: PageOperation[AsyncCursorPage[FineTuningJob], FineTuningJob] = PageOperation(
    name="fine_tuning.jobs.list",
    verb="GET",
    path="/fine_tuning/jobs",
    query=("after", "limit", "metadata"),
    item="fine_tuning:FineTuningJob",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods/list"
    ),
)
FINE_TUNING_JOBS_LIST_EVENTS: PageOperation[AsyncCursorPage[FineTuningJobEvent], FineTuningJobEvent] = (
    PageOperation(
        name="fine_tuning.jobs.list_events",
        verb="GET",
        path="/fine_tuning/jobs/{fine_tuning_job_id}/events",
        path_params=("fine_tuning_job_id",),
        query=("after", "limit"),
        item="fine_tuning:FineTuningJobEvent",
        page="cursor",
        reference=(
            "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods"
            "/list_events"
        ),
    )
)
FINE_TUNING_JOBS_PAUSE: Operation[FineTuningJob] = Operation(
    name="fine_tuning.jobs.pause",
    verb="POST",
    path="/fine_tuning/jobs/{fine_tuning_job_id}/pause",
    path_params=("fine_tuning_job_id",),
    result="fine_tuning:FineTuningJob",
    reference=(
        "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods/pause"
    ),
)
FINE_TUNING_JOBS_RESUME: Operation[FineTuningJob] = Operation(
    name="fine_tuning.jobs.resume",
    verb="POST",
    path="/fine_tuning/jobs/{fine_tuning_job_id}/resume",
    path_params=("fine_tuning_job_id",),
    result="fine_tuning:FineTuningJob",
    reference=(
        "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods/resume"
    ),
)
FINE_TUNING_JOBS_RETRIEVE: Operation[FineTuningJob] = Operation(
    name="fine_tuning.jobs.retrieve",
    verb="GET",
    path="/fine_tuning/jobs/{fine_tuning_job_id}",
    path_params=("fine_tuning_job_id",),
    result="fine_tuning:FineTuningJob",
    reference=(
        "https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods/retrieve"
    ),
)
