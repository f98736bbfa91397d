"""The methods of ``fine_tuning``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from typing_extensions import deprecated

from triopenai._engine.resource import Resource
from triopenai._operations import fine_tuning as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.pages import (
        AsyncConversationCursorPage,
        AsyncCursorPage,
        AsyncPage,
        AsyncPaginator,
    )
    from triopenai.resources._args import fine_tuning as args
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
    "FineTuning",
    "FineTuningAlpha",
    "FineTuningAlphaGraders",
    "FineTuningCheckpoints",
    "FineTuningCheckpointsPermissions",
    "FineTuningJobs",
    "FineTuningJobsCheckpoints",
]


class FineTuning(Resource):
    """Methods of ``client.fine_tuning``.

    See https://developers.openai.com/api/reference/resources/fine_tuning
    """

    @cached_property
    def alpha(self) -> FineTuningAlpha:
        """Methods of ``client.fine_tuning.alpha``."""
        return FineTuningAlpha(self._engine)

    @cached_property
    def checkpoints(self) -> FineTuningCheckpoints:
        """Methods of ``client.fine_tuning.checkpoints``."""
        return FineTuningCheckpoints(self._engine)

    @cached_property
    def jobs(self) -> FineTuningJobs:
        """Methods of ``client.fine_tuning.jobs``."""
        return FineTuningJobs(self._engine)


class FineTuningAlpha(Resource):
    """Methods of ``client.fine_tuning.alpha``.

    See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/alpha
    """

    @cached_property
    def graders(self) -> FineTuningAlphaGraders:
        """Methods of ``client.fine_tuning.alpha.graders``."""
        return FineTuningAlphaGraders(self._engine)


class FineTuningAlphaGraders(Resource):
    """Methods of ``client.fine_tuning.alpha.graders``.

    See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/alpha/subresources/graders
    """

    async def run(self, **params: Unpack[args.FineTuningAlphaGradersRunArgs]) -> GraderRunResponse:
        """Run a grader.

        ``POST /fine_tuning/alpha/graders/run``

        Args:
            **params: The keys of `triopenai.types.fine_tuning.alpha.GraderRunParams` (`grader` and
                `model_sample` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/alpha/subresources/graders/methods/run
        """
        return await self._engine.call(ops.FINE_TUNING_ALPHA_GRADERS_RUN, params)

    async def validate(
        self, **params: Unpack[args.FineTuningAlphaGradersValidateArgs]
    ) -> GraderValidateResponse:
        """Validate a grader.

        ``POST /fine_tuning/alpha/graders/validate``

        Args:
            **params: The keys of `triopenai.types.fine_tuning.alpha.GraderValidateParams` (`grader` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/alpha/subresources/graders/methods/validate
        """
        return await self._engine.call(ops.FINE_TUNING_ALPHA_GRADERS_VALIDATE, params)


class FineTuningCheckpoints(Resource):
    """Methods of ``client.fine_tuning.checkpoints``.

    See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/checkpoints
    """

    @cached_property
    def permissions(self) -> FineTuningCheckpointsPermissions:
        """Methods of ``client.fine_tuning.checkpoints.permissions``."""
        return FineTuningCheckpointsPermissions(self._engine)


class FineTuningCheckpointsPermissions(Resource):
    """Methods of ``client.fine_tuning.checkpoints.permissions``.

    See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/checkpoints/subresources/permissions
    """

    def create(
        self,
        fine_tuned_model_checkpoint: str,
        **params: Unpack[args.FineTuningCheckpointsPermissionsCreateArgs],
    ) -> AsyncPaginator[PermissionCreateResponse, AsyncPage[PermissionCreateResponse]]:
        """Create a fine-tuning checkpoint permission.

        ``POST /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions``

        Args:
            fine_tuned_model_checkpoint: Name of the fine-tuned model's checkpoint.
            **params: The keys of `triopenai.types.fine_tuning.checkpoints.PermissionCreateParams`
                (`project_ids` is required), and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/checkpoints/subresources/permissions/methods/create
        """
        return self._engine.paginate(
            ops.FINE_TUNING_CHECKPOINTS_PERMISSIONS_CREATE, params, fine_tuned_model_checkpoint
        )

    async def delete(
        self, permission_id: str, **params: Unpack[args.FineTuningCheckpointsPermissionsDeleteArgs]
    ) -> PermissionDeleteResponse:
        """Delete a fine-tuning checkpoint permission.

        ``DELETE /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions/{permission_id}``

        Args:
            permission_id: Id of the permission.
            **params: `fine_tuned_model_checkpoint` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/checkpoints/subresources/permissions/methods/delete
        """
        return await self._engine.call(ops.FINE_TUNING_CHECKPOINTS_PERMISSIONS_DELETE, params, permission_id)

    def list(
        self,
        fine_tuned_model_checkpoint: str,
        **params: Unpack[args.FineTuningCheckpointsPermissionsListArgs],
    ) -> AsyncPaginator[PermissionListResponse, AsyncConversationCursorPage[PermissionListResponse]]:
        """List fine-tuning checkpoint permissions.

        ``GET /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions``

        Args:
            fine_tuned_model_checkpoint: Name of the fine-tuned model's checkpoint.
            **params: The keys of `triopenai.types.fine_tuning.checkpoints.PermissionListParams`, and the
                request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/checkpoints/subresources/permissions/methods/list
        """
        return self._engine.paginate(
            ops.FINE_TUNING_CHECKPOINTS_PERMISSIONS_LIST, params, fine_tuned_model_checkpoint
        )

    @deprecated("fine_tuning.checkpoints.permissions.retrieve is deprecated by the API", category=None)
    async def retrieve(
        self,
        fine_tuned_model_checkpoint: str,
        **params: Unpack[args.FineTuningCheckpointsPermissionsRetrieveArgs],
    ) -> PermissionRetrieveResponse:
        """Retrieve a fine-tuning checkpoint permission.

        ``GET /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions``

        Deprecated by the API: a call warns.

        Args:
            fine_tuned_model_checkpoint: Name of the fine-tuned model's checkpoint.
            **params: The keys of `triopenai.types.fine_tuning.checkpoints.PermissionRetrieveParams`, and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/checkpoints/subresources/permissions/methods/retrieve
        """
        return await self._engine.call(
            ops.FINE_TUNING_CHECKPOINTS_PERMISSIONS_RETRIEVE, params, fine_tuned_model_checkpoint
        )


class FineTuningJobs(Resource):
    """Methods of ``client.fine_tuning.jobs``.

    See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs
    """

    @cached_property
    def checkpoints(self) -> FineTuningJobsCheckpoints:
        """Methods of ``client.fine_tuning.jobs.checkpoints``."""
        return FineTuningJobsCheckpoints(self._engine)

    async def cancel(self, fine_tuning_job_id: str, **params: Unpack[RequestOptions]) -> FineTuningJob:
        """Cancel a fine-tuning job.

        ``POST /fine_tuning/jobs/{fine_tuning_job_id}/cancel``

        Args:
            fine_tuning_job_id: Id of the fine-tuning job.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods/cancel
        """
        return await self._engine.call(ops.FINE_TUNING_JOBS_CANCEL, params, fine_tuning_job_id)

    async def create(self, **params: Unpack[args.FineTuningJobsCreateArgs]) -> FineTuningJob:
        """Create a fine-tuning job.

        ``POST /fine_tuning/jobs``

        Args:
            **params: The keys of `triopenai.types.fine_tuning.JobCreateParams` (`model` and `training_file`
                are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods/create
        """
        return await self._engine.call(ops.FINE_TUNING_JOBS_CREATE, params)

    def list(
        self, **params: Unpack[args.FineTuningJobsListArgs]
    ) -> AsyncPaginator[FineTuningJob, AsyncCursorPage[FineTuningJob]]:
        """List fine-tuning jobs.

        ``GET /fine_tuning/jobs``

        Args:
            **params: The keys of `triopenai.types.fine_tuning.JobListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods/list
        """
        return self._engine.paginate(ops.FINE_TUNING_JOBS_LIST, params)

    def list_events(
        self, fine_tuning_job_id: str, **params: Unpack[args.FineTuningJobsListEventsArgs]
    ) -> AsyncPaginator[FineTuningJobEvent, AsyncCursorPage[FineTuningJobEvent]]:
        """List the events of a fine-tuning job.

        ``GET /fine_tuning/jobs/{fine_tuning_job_id}/events``

        Args:
            fine_tuning_job_id: Id of the fine-tuning job.
            **params: The keys of `triopenai.types.fine_tuning.JobListEventsParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods/list_events
        """
        return self._engine.paginate(ops.FINE_TUNING_JOBS_LIST_EVENTS, params, fine_tuning_job_id)

    async def pause(self, fine_tuning_job_id: str, **params: Unpack[RequestOptions]) -> FineTuningJob:
        """Pause a fine-tuning job.

        ``POST /fine_tuning/jobs/{fine_tuning_job_id}/pause``

        Args:
            fine_tuning_job_id: Id of the fine-tuning job.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods/pause
        """
        return await self._engine.call(ops.FINE_TUNING_JOBS_PAUSE, params, fine_tuning_job_id)

    async def resume(self, fine_tuning_job_id: str, **params: Unpack[RequestOptions]) -> FineTuningJob:
        """Resume a fine-tuning job.

        ``POST /fine_tuning/jobs/{fine_tuning_job_id}/resume``

        Args:
            fine_tuning_job_id: Id of the fine-tuning job.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods/resume
        """
        return await self._engine.call(ops.FINE_TUNING_JOBS_RESUME, params, fine_tuning_job_id)

    async def retrieve(self, fine_tuning_job_id: str, **params: Unpack[RequestOptions]) -> FineTuningJob:
        """Retrieve a fine-tuning job.

        ``GET /fine_tuning/jobs/{fine_tuning_job_id}``

        Args:
            fine_tuning_job_id: Id of the fine-tuning job.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/methods/retrieve
        """
        return await self._engine.call(ops.FINE_TUNING_JOBS_RETRIEVE, params, fine_tuning_job_id)


class FineTuningJobsCheckpoints(Resource):
    """Methods of ``client.fine_tuning.jobs.checkpoints``.

    See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/subresources/checkpoints
    """

    def list(
        self, fine_tuning_job_id: str, **params: Unpack[args.FineTuningJobsCheckpointsListArgs]
    ) -> AsyncPaginator[FineTuningJobCheckpoint, AsyncCursorPage[FineTuningJobCheckpoint]]:
        """List fine-tuning job checkpoints.

        ``GET /fine_tuning/jobs/{fine_tuning_job_id}/checkpoints``

        Args:
            fine_tuning_job_id: Id of the fine-tuning job.
            **params: The keys of `triopenai.types.fine_tuning.jobs.CheckpointListParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/fine_tuning/subresources/jobs/subresources/checkpoints/methods/list
        """
        return self._engine.paginate(ops.FINE_TUNING_JOBS_CHECKPOINTS_LIST, params, fine_tuning_job_id)
