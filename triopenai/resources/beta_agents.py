"""The methods of ``beta_agents``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from triopenai._engine.resource import Resource
from triopenai._helpers.agent_files import AgentFileHelpers
from triopenai._operations import beta_agents as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.pages import AsyncCursorPage, AsyncPaginator, AsyncTokenPage
    from triopenai.resources._args import beta_agents as args
    from triopenai.resources.beta_agents_sessions import BetaAgentsSessions
    from triopenai.types.beta import Agent, AgentDeleted
    from triopenai.types.beta.agents import (
        Automation,
        AutomationDeleted,
        EnvironmentInfo,
        Vault,
        VaultDeleted,
    )
    from triopenai.types.beta.agents.automations import AutomationInvocation
    from triopenai.types.beta.agents.environments import (
        EnvironmentFile,
        EnvironmentTemplate,
        EnvironmentTemplateDeleted,
    )
    from triopenai.types.beta.agents.vaults import Credential, CredentialDeleted

__all__ = [
    "BetaAgents",
    "BetaAgentsAutomations",
    "BetaAgentsAutomationsInvocations",
    "BetaAgentsEnvironments",
    "BetaAgentsEnvironmentsFiles",
    "BetaAgentsEnvironmentsTemplates",
    "BetaAgentsVaults",
    "BetaAgentsVaultsCredentials",
]


class BetaAgents(Resource):
    """Methods of ``client.beta.agents``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents
    """

    @cached_property
    def automations(self) -> BetaAgentsAutomations:
        """Methods of ``client.beta.agents.automations``."""
        return BetaAgentsAutomations(self._engine)

    @cached_property
    def environments(self) -> BetaAgentsEnvironments:
        """Methods of ``client.beta.agents.environments``."""
        return BetaAgentsEnvironments(self._engine)

    @cached_property
    def sessions(self) -> BetaAgentsSessions:
        """Methods of ``client.beta.agents.sessions``."""
        from triopenai.resources.beta_agents_sessions import BetaAgentsSessions

        return BetaAgentsSessions(self._engine)

    @cached_property
    def vaults(self) -> BetaAgentsVaults:
        """Methods of ``client.beta.agents.vaults``."""
        return BetaAgentsVaults(self._engine)

    async def create(self, **params: Unpack[args.BetaAgentsCreateArgs]) -> Agent:
        """Create an agent.

        ``POST /agents``

        Args:
            **params: The keys of `triopenai.types.beta.AgentCreateParams` (`model` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/methods/create
        """
        return await self._engine.call(ops.BETA_AGENTS_CREATE, params)

    async def delete(self, agent_id: str, **params: Unpack[RequestOptions]) -> AgentDeleted:
        """Delete an agent.

        ``DELETE /agents/{agent_id}``

        Args:
            agent_id: Id of the agent.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/methods/delete
        """
        return await self._engine.call(ops.BETA_AGENTS_DELETE, params, agent_id)

    def list(
        self, **params: Unpack[args.BetaAgentsListArgs]
    ) -> AsyncPaginator[Agent, AsyncCursorPage[Agent]]:
        """List agents.

        ``GET /agents``

        Args:
            **params: The keys of `triopenai.types.beta.AgentListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_LIST, params)

    async def retrieve(self, agent_id: str, **params: Unpack[RequestOptions]) -> Agent:
        """Retrieve an agent.

        ``GET /agents/{agent_id}``

        Args:
            agent_id: Id of the agent.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/methods/retrieve
        """
        return await self._engine.call(ops.BETA_AGENTS_RETRIEVE, params, agent_id)

    async def update(self, agent_id: str, **params: Unpack[args.BetaAgentsUpdateArgs]) -> Agent:
        """Update an agent.

        ``POST /agents/{agent_id}``

        Args:
            agent_id: Id of the agent.
            **params: The keys of `triopenai.types.beta.AgentUpdateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/methods/update
        """
        return await self._engine.call(ops.BETA_AGENTS_UPDATE, params, agent_id)


class BetaAgentsAutomations(Resource):
    """Methods of ``client.beta.agents.automations``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/automations
    """

    @cached_property
    def invocations(self) -> BetaAgentsAutomationsInvocations:
        """Methods of ``client.beta.agents.automations.invocations``."""
        return BetaAgentsAutomationsInvocations(self._engine)

    @overload
    async def create(self, **params: Unpack[args.BetaAgentsAutomationsCreateArgs1]) -> Automation: ...

    @overload
    async def create(self, **params: Unpack[args.BetaAgentsAutomationsCreateArgs2]) -> Automation: ...

    async def create(self, **params: Unpack[args.BetaAgentsAutomationsCreateArgs]) -> Automation:
        """Create an agent automation.

        ``POST /agents/automations``

        Args:
            **params: The keys of `triopenai.types.beta.agents.AutomationCreateParams` (`name`, `target` and
                `type` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/automations/methods/create
        """
        return await self._engine.call(ops.BETA_AGENTS_AUTOMATIONS_CREATE, params)

    async def delete(self, automation_id: str, **params: Unpack[RequestOptions]) -> AutomationDeleted:
        """Delete an agent automation.

        ``DELETE /agents/automations/{automation_id}``

        Args:
            automation_id: Id of the automation.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/automations/methods/delete
        """
        return await self._engine.call(ops.BETA_AGENTS_AUTOMATIONS_DELETE, params, automation_id)

    def list(
        self, **params: Unpack[args.BetaAgentsAutomationsListArgs]
    ) -> AsyncPaginator[Automation, AsyncCursorPage[Automation]]:
        """List agent automations.

        ``GET /agents/automations``

        Args:
            **params: The keys of `triopenai.types.beta.agents.AutomationListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/automations/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_AUTOMATIONS_LIST, params)

    async def pause(self, automation_id: str, **params: Unpack[RequestOptions]) -> Automation:
        """Pause an agent automation.

        ``POST /agents/automations/{automation_id}/pause``

        Args:
            automation_id: Id of the automation.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/automations/methods/pause
        """
        return await self._engine.call(ops.BETA_AGENTS_AUTOMATIONS_PAUSE, params, automation_id)

    async def resume(self, automation_id: str, **params: Unpack[RequestOptions]) -> Automation:
        """Resume an agent automation.

        ``POST /agents/automations/{automation_id}/resume``

        Args:
            automation_id: Id of the automation.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/automations/methods/resume
        """
        return await self._engine.call(ops.BETA_AGENTS_AUTOMATIONS_RESUME, params, automation_id)

    async def retrieve(self, automation_id: str, **params: Unpack[RequestOptions]) -> Automation:
        """Retrieve an agent automation.

        ``GET /agents/automations/{automation_id}``

        Args:
            automation_id: Id of the automation.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/automations/methods/retrieve
        """
        return await self._engine.call(ops.BETA_AGENTS_AUTOMATIONS_RETRIEVE, params, automation_id)

    async def update(
        self, automation_id: str, **params: Unpack[args.BetaAgentsAutomationsUpdateArgs]
    ) -> Automation:
        """Update an agent automation.

        ``POST /agents/automations/{automation_id}``

        Args:
            automation_id: Id of the automation.
            **params: The keys of `triopenai.types.beta.agents.AutomationUpdateParams`, and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/automations/methods/update
        """
        return await self._engine.call(ops.BETA_AGENTS_AUTOMATIONS_UPDATE, params, automation_id)


class BetaAgentsAutomationsInvocations(Resource):
    """Methods of ``client.beta.agents.automations.invocations``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/automations/subresources/invocations
    """

    async def create(self, automation_id: str, **params: Unpack[RequestOptions]) -> AutomationInvocation:
        """Create an agent automation invocation.

        ``POST /agents/automations/{automation_id}/invocations``

        Args:
            automation_id: Id of the automation.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/automations/subresources/invocations/methods/create
        """
        return await self._engine.call(ops.BETA_AGENTS_AUTOMATIONS_INVOCATIONS_CREATE, params, automation_id)

    def list(
        self, automation_id: str, **params: Unpack[args.BetaAgentsAutomationsInvocationsListArgs]
    ) -> AsyncPaginator[AutomationInvocation, AsyncCursorPage[AutomationInvocation]]:
        """List agent automation invocations.

        ``GET /agents/automations/{automation_id}/invocations``

        Args:
            automation_id: Id of the automation.
            **params: The keys of `triopenai.types.beta.agents.automations.InvocationListParams`, and the
                request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/automations/subresources/invocations/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_AUTOMATIONS_INVOCATIONS_LIST, params, automation_id)

    async def retrieve(
        self, invocation_id: str, **params: Unpack[args.BetaAgentsAutomationsInvocationsRetrieveArgs]
    ) -> AutomationInvocation:
        """Retrieve an agent automation invocation.

        ``GET /agents/automations/{automation_id}/invocations/{invocation_id}``

        Args:
            invocation_id: Id of the invocation.
            **params: `automation_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/automations/subresources/invocations/methods/retrieve
        """
        return await self._engine.call(
            ops.BETA_AGENTS_AUTOMATIONS_INVOCATIONS_RETRIEVE, params, invocation_id
        )


class BetaAgentsEnvironments(Resource):
    """Methods of ``client.beta.agents.environments``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/environments
    """

    @cached_property
    def files(self) -> BetaAgentsEnvironmentsFiles:
        """Methods of ``client.beta.agents.environments.files``."""
        return BetaAgentsEnvironmentsFiles(self._engine)

    @cached_property
    def templates(self) -> BetaAgentsEnvironmentsTemplates:
        """Methods of ``client.beta.agents.environments.templates``."""
        return BetaAgentsEnvironmentsTemplates(self._engine)

    async def create(self, **params: Unpack[args.BetaAgentsEnvironmentsCreateArgs]) -> EnvironmentInfo:
        """Create an agent environment.

        ``POST /agents/environments``

        Args:
            **params: The keys of `triopenai.types.beta.agents.EnvironmentCreateParams` (`environment` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/environments/methods/create
        """
        return await self._engine.call(ops.BETA_AGENTS_ENVIRONMENTS_CREATE, params)

    def list(
        self, **params: Unpack[args.BetaAgentsEnvironmentsListArgs]
    ) -> AsyncPaginator[EnvironmentInfo, AsyncCursorPage[EnvironmentInfo]]:
        """List agent environments.

        ``GET /agents/environments``

        Args:
            **params: The keys of `triopenai.types.beta.agents.EnvironmentListParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/environments/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_ENVIRONMENTS_LIST, params)

    async def retrieve(self, environment_id: str, **params: Unpack[RequestOptions]) -> EnvironmentInfo:
        """Retrieve an agent environment.

        ``GET /agents/environments/{environment_id}``

        Args:
            environment_id: Id of the environment.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/environments/methods/retrieve
        """
        return await self._engine.call(ops.BETA_AGENTS_ENVIRONMENTS_RETRIEVE, params, environment_id)


class BetaAgentsEnvironmentsFiles(AgentFileHelpers, Resource):
    """Methods of ``client.beta.agents.environments.files``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/environments/subresources/files
    """

    @overload
    async def create(
        self, environment_id: str, **params: Unpack[args.BetaAgentsEnvironmentsFilesCreateArgs1]
    ) -> EnvironmentFile: ...

    @overload
    async def create(
        self, environment_id: str, **params: Unpack[args.BetaAgentsEnvironmentsFilesCreateArgs2]
    ) -> EnvironmentFile: ...

    async def create(
        self, environment_id: str, **params: Unpack[args.BetaAgentsEnvironmentsFilesCreateArgs]
    ) -> EnvironmentFile:
        """Create an agent environment file.

        ``POST /agents/environments/{environment_id}/files``

        Args:
            environment_id: Id of the environment.
            **params: The keys of `triopenai.types.beta.agents.environments.FileCreateParams` (`path` and
                `type` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/environments/subresources/files/methods/create
        """
        return await self._engine.call(ops.BETA_AGENTS_ENVIRONMENTS_FILES_CREATE, params, environment_id)

    def list(
        self, environment_id: str, **params: Unpack[args.BetaAgentsEnvironmentsFilesListArgs]
    ) -> AsyncPaginator[EnvironmentFile, AsyncTokenPage[EnvironmentFile]]:
        """List agent environment files.

        ``GET /agents/environments/{environment_id}/files``

        Args:
            environment_id: Id of the environment.
            **params: The keys of `triopenai.types.beta.agents.environments.FileListParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/environments/subresources/files/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_ENVIRONMENTS_FILES_LIST, params, environment_id)


class BetaAgentsEnvironmentsTemplates(Resource):
    """Methods of ``client.beta.agents.environments.templates``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/environments/subresources/templates
    """

    async def create(
        self, **params: Unpack[args.BetaAgentsEnvironmentsTemplatesCreateArgs]
    ) -> EnvironmentTemplate:
        """Create an agent environment template.

        ``POST /agents/environments/templates``

        Args:
            **params: The keys of `triopenai.types.beta.agents.environments.TemplateCreateParams`, and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/environments/subresources/templates/methods/create
        """
        return await self._engine.call(ops.BETA_AGENTS_ENVIRONMENTS_TEMPLATES_CREATE, params)

    async def delete(
        self, environment_template_id: str, **params: Unpack[RequestOptions]
    ) -> EnvironmentTemplateDeleted:
        """Delete an agent environment template.

        ``DELETE /agents/environments/templates/{environment_template_id}``

        Args:
            environment_template_id: Id of the environment template.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/environments/subresources/templates/methods/delete
        """
        return await self._engine.call(
            ops.BETA_AGENTS_ENVIRONMENTS_TEMPLATES_DELETE, params, environment_template_id
        )

    def list(
        self, **params: Unpack[args.BetaAgentsEnvironmentsTemplatesListArgs]
    ) -> AsyncPaginator[EnvironmentTemplate, AsyncCursorPage[EnvironmentTemplate]]:
        """List agent environment templates.

        ``GET /agents/environments/templates``

        Args:
            **params: The keys of `triopenai.types.beta.agents.environments.TemplateListParams`, and the
                request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/environments/subresources/templates/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_ENVIRONMENTS_TEMPLATES_LIST, params)

    async def retrieve(
        self, environment_template_id: str, **params: Unpack[RequestOptions]
    ) -> EnvironmentTemplate:
        """Retrieve an agent environment template.

        ``GET /agents/environments/templates/{environment_template_id}``

        Args:
            environment_template_id: Id of the environment template.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/environments/subresources/templates/methods/retrieve
        """
        return await self._engine.call(
            ops.BETA_AGENTS_ENVIRONMENTS_TEMPLATES_RETRIEVE, params, environment_template_id
        )

    async def update(
        self, environment_template_id: str, **params: Unpack[args.BetaAgentsEnvironmentsTemplatesUpdateArgs]
    ) -> EnvironmentTemplate:
        """Update an agent environment template.

        ``POST /agents/environments/templates/{environment_template_id}``

        Args:
            environment_template_id: Id of the environment template.
            **params: The keys of `triopenai.types.beta.agents.environments.TemplateUpdateParams`, and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/environments/subresources/templates/methods/update
        """
        return await self._engine.call(
            ops.BETA_AGENTS_ENVIRONMENTS_TEMPLATES_UPDATE, params, environment_template_id
        )


class BetaAgentsVaults(Resource):
    """Methods of ``client.beta.agents.vaults``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults
    """

    @cached_property
    def credentials(self) -> BetaAgentsVaultsCredentials:
        """Methods of ``client.beta.agents.vaults.credentials``."""
        return BetaAgentsVaultsCredentials(self._engine)

    async def create(self, **params: Unpack[args.BetaAgentsVaultsCreateArgs]) -> Vault:
        """Create an agent vault.

        ``POST /vaults``

        Args:
            **params: The keys of `triopenai.types.beta.agents.VaultCreateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults/methods/create
        """
        return await self._engine.call(ops.BETA_AGENTS_VAULTS_CREATE, params)

    async def delete(self, vault_id: str, **params: Unpack[RequestOptions]) -> VaultDeleted:
        """Delete an agent vault.

        ``DELETE /vaults/{vault_id}``

        Args:
            vault_id: Id of the vault.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults/methods/delete
        """
        return await self._engine.call(ops.BETA_AGENTS_VAULTS_DELETE, params, vault_id)

    def list(
        self, **params: Unpack[args.BetaAgentsVaultsListArgs]
    ) -> AsyncPaginator[Vault, AsyncCursorPage[Vault]]:
        """List agent vaults.

        ``GET /vaults``

        Args:
            **params: The keys of `triopenai.types.beta.agents.VaultListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_VAULTS_LIST, params)

    async def retrieve(self, vault_id: str, **params: Unpack[RequestOptions]) -> Vault:
        """Retrieve an agent vault.

        ``GET /vaults/{vault_id}``

        Args:
            vault_id: Id of the vault.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults/methods/retrieve
        """
        return await self._engine.call(ops.BETA_AGENTS_VAULTS_RETRIEVE, params, vault_id)

    async def update(self, vault_id: str, **params: Unpack[args.BetaAgentsVaultsUpdateArgs]) -> Vault:
        """Update an agent vault.

        ``POST /vaults/{vault_id}``

        Args:
            vault_id: Id of the vault.
            **params: The keys of `triopenai.types.beta.agents.VaultUpdateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults/methods/update
        """
        return await self._engine.call(ops.BETA_AGENTS_VAULTS_UPDATE, params, vault_id)


class BetaAgentsVaultsCredentials(Resource):
    """Methods of ``client.beta.agents.vaults.credentials``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults/subresources/credentials
    """

    async def create(
        self, vault_id: str, **params: Unpack[args.BetaAgentsVaultsCredentialsCreateArgs]
    ) -> Credential:
        """Create an agent vault credential.

        ``POST /vaults/{vault_id}/credentials``

        Args:
            vault_id: Id of the vault.
            **params: The keys of `triopenai.types.beta.agents.vaults.CredentialCreateParams` (`auth` and
                `name` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults/subresources/credentials/methods/create
        """
        return await self._engine.call(ops.BETA_AGENTS_VAULTS_CREDENTIALS_CREATE, params, vault_id)

    async def delete(
        self, credential_id: str, **params: Unpack[args.BetaAgentsVaultsCredentialsDeleteArgs]
    ) -> CredentialDeleted:
        """Delete an agent vault credential.

        ``DELETE /vaults/{vault_id}/credentials/{credential_id}``

        Args:
            credential_id: Id of the credential.
            **params: `vault_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults/subresources/credentials/methods/delete
        """
        return await self._engine.call(ops.BETA_AGENTS_VAULTS_CREDENTIALS_DELETE, params, credential_id)

    def list(
        self, vault_id: str, **params: Unpack[args.BetaAgentsVaultsCredentialsListArgs]
    ) -> AsyncPaginator[Credential, AsyncCursorPage[Credential]]:
        """List agent vault credentials.

        ``GET /vaults/{vault_id}/credentials``

        Args:
            vault_id: Id of the vault.
            **params: The keys of `triopenai.types.beta.agents.vaults.CredentialListParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults/subresources/credentials/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_VAULTS_CREDENTIALS_LIST, params, vault_id)

    async def retrieve(
        self, credential_id: str, **params: Unpack[args.BetaAgentsVaultsCredentialsRetrieveArgs]
    ) -> Credential:
        """Retrieve an agent vault credential.

        ``GET /vaults/{vault_id}/credentials/{credential_id}``

        Args:
            credential_id: Id of the credential.
            **params: `vault_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults/subresources/credentials/methods/retrieve
        """
        return await self._engine.call(ops.BETA_AGENTS_VAULTS_CREDENTIALS_RETRIEVE, params, credential_id)

    async def update(
        self, credential_id: str, **params: Unpack[args.BetaAgentsVaultsCredentialsUpdateArgs]
    ) -> Credential:
        """Update an agent vault credential.

        ``POST /vaults/{vault_id}/credentials/{credential_id}``

        Args:
            credential_id: Id of the credential.
            **params: The keys of `triopenai.types.beta.agents.vaults.CredentialUpdateParams` (`vault_id` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults/subresources/credentials/methods/update
        """
        return await self._engine.call(ops.BETA_AGENTS_VAULTS_CREDENTIALS_UPDATE, params, credential_id)
