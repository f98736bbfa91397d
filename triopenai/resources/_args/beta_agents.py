"""The keywords of ``beta_agents``. Generated: do not edit."""

from __future__ import annotations

from typing import Required

from triopenai._base.options import RequestOptions
from triopenai._base.sequences import SequenceNotStr
from triopenai.types.beta._params import AgentCreateParams, AgentListParams, AgentUpdateParams
from triopenai.types.beta.agents._params import (
    AutomationCreateCreateAutomationParamsOnceParam,
    AutomationCreateCreateAutomationParamsPeriodicParam,
    AutomationListParams,
    AutomationUpdateParams,
    EnvironmentCreateEnvironmentParam,
    EnvironmentListParams,
    VaultCreateParams,
    VaultListParams,
    VaultUpdateParams,
)
from triopenai.types.beta.agents.automations._params import InvocationListParams
from triopenai.types.beta.agents.environments._params import (
    FileCreateHostedEnvironmentFileParamFileIDParam,
    FileCreateHostedEnvironmentFileParamInlineParam,
    FileListParams,
    TemplateCreateParams,
    TemplateListParams,
    TemplateUpdateParams,
)
from triopenai.types.beta.agents.vaults._params import (
    CredentialCreateParams,
    CredentialListParams,
    CredentialUpdateParams,
)

__all__ = [
    "BetaAgentsAutomationsCreateArgs",
    "BetaAgentsAutomationsCreateArgs1",
    "BetaAgentsAutomationsCreateArgs2",
    "BetaAgentsAutomationsInvocationsListArgs",
    "BetaAgentsAutomationsInvocationsRetrieveArgs",
    "BetaAgentsAutomationsListArgs",
    "BetaAgentsAutomationsUpdateArgs",
    "BetaAgentsCreateArgs",
    "BetaAgentsEnvironmentsCreateArgs",
    "BetaAgentsEnvironmentsFilesCreateArgs",
    "BetaAgentsEnvironmentsFilesCreateArgs1",
    "BetaAgentsEnvironmentsFilesCreateArgs2",
    "BetaAgentsEnvironmentsFilesListArgs",
    "BetaAgentsEnvironmentsListArgs",
    "BetaAgentsEnvironmentsTemplatesCreateArgs",
    "BetaAgentsEnvironmentsTemplatesListArgs",
    "BetaAgentsEnvironmentsTemplatesUpdateArgs",
    "BetaAgentsListArgs",
    "BetaAgentsUpdateArgs",
    "BetaAgentsVaultsCreateArgs",
    "BetaAgentsVaultsCredentialsCreateArgs",
    "BetaAgentsVaultsCredentialsDeleteArgs",
    "BetaAgentsVaultsCredentialsListArgs",
    "BetaAgentsVaultsCredentialsRetrieveArgs",
    "BetaAgentsVaultsCredentialsUpdateArgs",
    "BetaAgentsVaultsListArgs",
    "BetaAgentsVaultsUpdateArgs",
]


class BetaAgentsAutomationsCreateArgs(RequestOptions, total=False):
    """Keywords of ``beta.agents.automations.create``."""

    name: object
    target: object
    type: object
    expression: object
    metadata: object
    run_at: object
    timezone: object


class BetaAgentsAutomationsCreateArgs1(
    AutomationCreateCreateAutomationParamsPeriodicParam,
    RequestOptions,
    total=False,
):
    """Keywords of ``beta.agents.automations.create``."""


class BetaAgentsAutomationsCreateArgs2(
    AutomationCreateCreateAutomationParamsOnceParam,
    RequestOptions,
    total=False,
):
    """Keywords of ``beta.agents.automations.create``."""


class BetaAgentsAutomationsInvocationsListArgs(InvocationListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.automations.invocations.list``."""


class BetaAgentsAutomationsInvocationsRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``beta.agents.automations.invocations.retrieve``."""

    automation_id: Required[str]


class BetaAgentsAutomationsListArgs(AutomationListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.automations.list``."""


class BetaAgentsAutomationsUpdateArgs(AutomationUpdateParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.automations.update``."""


class BetaAgentsCreateArgs(AgentCreateParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.create``."""


class BetaAgentsEnvironmentsCreateArgs(RequestOptions, total=False):
    """Keywords of ``beta.agents.environments.create``."""

    environment: Required[EnvironmentCreateEnvironmentParam]
    vault_ids: SequenceNotStr[str] | None


class BetaAgentsEnvironmentsFilesCreateArgs(RequestOptions, total=False):
    """Keywords of ``beta.agents.environments.files.create``."""

    path: object
    type: object
    data: object
    file_id: object


class BetaAgentsEnvironmentsFilesCreateArgs1(
    FileCreateHostedEnvironmentFileParamFileIDParam,
    RequestOptions,
    total=False,
):
    """Keywords of ``beta.agents.environments.files.create``."""


class BetaAgentsEnvironmentsFilesCreateArgs2(
    FileCreateHostedEnvironmentFileParamInlineParam,
    RequestOptions,
    total=False,
):
    """Keywords of ``beta.agents.environments.files.create``."""


class BetaAgentsEnvironmentsFilesListArgs(FileListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.environments.files.list``."""


class BetaAgentsEnvironmentsListArgs(EnvironmentListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.environments.list``."""


class BetaAgentsEnvironmentsTemplatesCreateArgs(TemplateCreateParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.environments.templates.create``."""


class BetaAgentsEnvironmentsTemplatesListArgs(TemplateListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.environments.templates.list``."""


class BetaAgentsEnvironmentsTemplatesUpdateArgs(TemplateUpdateParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.environments.templates.update``."""


class BetaAgentsListArgs(AgentListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.list``."""


class BetaAgentsUpdateArgs(AgentUpdateParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.update``."""


class BetaAgentsVaultsCreateArgs(VaultCreateParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.vaults.create``."""


class BetaAgentsVaultsCredentialsCreateArgs(CredentialCreateParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.vaults.credentials.create``."""


class BetaAgentsVaultsCredentialsDeleteArgs(RequestOptions, total=False):
    """Keywords of ``beta.agents.vaults.credentials.delete``."""

    vault_id: Required[str]


class BetaAgentsVaultsCredentialsListArgs(CredentialListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.vaults.credentials.list``."""


class BetaAgentsVaultsCredentialsRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``beta.agents.vaults.credentials.retrieve``."""

    vault_id: Required[str]


class BetaAgentsVaultsCredentialsUpdateArgs(CredentialUpdateParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.vaults.credentials.update``."""


class BetaAgentsVaultsListArgs(VaultListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.vaults.list``."""


class BetaAgentsVaultsUpdateArgs(VaultUpdateParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.vaults.update``."""
