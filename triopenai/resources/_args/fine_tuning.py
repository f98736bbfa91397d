"""The keywords of ``fine_tuning``. Generated: do not edit."""

from __future__ import annotations

from typing import Required

from triopenai._base.options import RequestOptions
from triopenai.types.fine_tuning._params import JobCreateParams, JobListEventsParams, JobListParams
from triopenai.types.fine_tuning.alpha._params import GraderRunParams, GraderValidateParams
from triopenai.types.fine_tuning.checkpoints._params import (
    PermissionCreateParams,
    PermissionListParams,
    PermissionRetrieveParams,
)
from triopenai.types.fine_tuning.jobs._params import CheckpointListParams

__all__ = [
    "FineTuningAlphaGradersRunArgs",
    "FineTuningAlphaGradersValidateArgs",
    "FineTuningCheckpointsPermissionsCreateArgs",
    "FineTuningCheckpointsPermissionsDeleteArgs",
    "FineTuningCheckpointsPermissionsListArgs",
    "FineTuningCheckpointsPermissionsRetrieveArgs",
    "FineTuningJobsCheckpointsListArgs",
    "FineTuningJobsCreateArgs",
    "FineTuningJobsListArgs",
    "FineTuningJobsListEventsArgs",
]


class FineTuningAlphaGradersRunArgs(GraderRunParams, RequestOptions, total=False):
    """Keywords of ``fine_tuning.alpha.graders.run``."""


class FineTuningAlphaGradersValidateArgs(GraderValidateParams, RequestOptions, total=False):
    """Keywords of ``fine_tuning.alpha.graders.validate``."""


class FineTuningCheckpointsPermissionsCreateArgs(PermissionCreateParams, RequestOptions, total=False):
    """Keywords of ``fine_tuning.checkpoints.permissions.create``."""


class FineTuningCheckpointsPermissionsDeleteArgs(RequestOptions, total=False):
    """Keywords of ``fine_tuning.checkpoints.permissions.delete``."""

    fine_tuned_model_checkpoint: Required[str]


class FineTuningCheckpointsPermissionsListArgs(PermissionListParams, RequestOptions, total=False):
    """Keywords of ``fine_tuning.checkpoints.permissions.list``."""


class FineTuningCheckpointsPermissionsRetrieveArgs(PermissionRetrieveParams, RequestOptions, total=False):
    """Keywords of ``fine_tuning.checkpoints.permissions.retrieve``."""


class FineTuningJobsCheckpointsListArgs(CheckpointListParams, RequestOptions, total=False):
    """Keywords of ``fine_tuning.jobs.checkpoints.list``."""


class FineTuningJobsCreateArgs(JobCreateParams, RequestOptions, total=False):
    """Keywords of ``fine_tuning.jobs.create``."""


class FineTuningJobsListArgs(JobListParams, RequestOptions, total=False):
    """Keywords of ``fine_tuning.jobs.list``."""


class FineTuningJobsListEventsArgs(JobListEventsParams, RequestOptions, total=False):
    """Keywords of ``fine_tuning.jobs.list_events``."""
