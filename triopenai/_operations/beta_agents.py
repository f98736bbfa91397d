"""The endpoints of ``beta_agents``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncCursorPage, AsyncTokenPage
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
    "BETA_AGENTS_AUTOMATIONS_CREATE",
    "BETA_AGENTS_AUTOMATIONS_DELETE",
    "BETA_AGENTS_AUTOMATIONS_INVOCATIONS_CREATE",
    "BETA_AGENTS_AUTOMATIONS_INVOCATIONS_LIST",
    "BETA_AGENTS_AUTOMATIONS_INVOCATIONS_RETRIEVE",
    "BETA_AGENTS_AUTOMATIONS_LIST",
    "BETA_AGENTS_AUTOMATIONS_PAUSE",
    "BETA_AGENTS_AUTOMATIONS_RESUME",
    "BETA_AGENTS_AUTOMATIONS_RETRIEVE",
    "BETA_AGENTS_AUTOMATIONS_UPDATE",
    "BETA_AGENTS_CREATE",
    "BETA_AGENTS_DELETE",
    "BETA_AGENTS_ENVIRONMENTS_CREATE",
    "BETA_AGENTS_ENVIRONMENTS_FILES_CREATE",
    "BETA_AGENTS_ENVIRONMENTS_FILES_LIST",
    "BETA_AGENTS_ENVIRONMENTS_LIST",
    "BETA_AGENTS_ENVIRONMENTS_RETRIEVE",
    "BETA_AGENTS_ENVIRONMENTS_TEMPLATES_CREATE",
    "BETA_AGENTS_ENVIRONMENTS_TEMPLATES_DELETE",
    "BETA_AGENTS_ENVIRONMENTS_TEMPLATES_LIST",
    "BETA_AGENTS_ENVIRONMENTS_TEMPLATES_RETRIEVE",
    "BETA_AGENTS_ENVIRONMENTS_TEMPLATES_UPDATE",
    "BETA_AGENTS_LIST",
    "BETA_AGENTS_RETRIEVE",
    "BETA_AGENTS_UPDATE",
    "BETA_AGENTS_VAULTS_CREATE",
    "BETA_AGENTS_VAULTS_CREDENTIALS_CREATE",
    "BETA_AGENTS_VAULTS_CREDENTIALS_DELETE",
    "BETA_AGENTS_VAULTS_CREDENTIALS_LIST",
    "BETA_AGENTS_VAULTS_CREDENTIALS_RETRIEVE",
    "BETA_AGENTS_VAULTS_CREDENTIALS_UPDATE",
    "BETA_AGENTS_VAULTS_DELETE",
    "BETA_AGENTS_VAULTS_LIST",
    "BETA_AGENTS_VAULTS_RETRIEVE",
    "BETA_AGENTS_VAULTS_UPDATE",
]

BETA_AGENTS_AUTOMATIONS_CREATE: Operation[Automation] = Operation(
    name="beta.agents.automations.create",
    verb="POST",
    path="/agents/automations",
    body=("name", "target", "type", "expression", "metadata", "run_at", "timezone"),
    required=("name", "target", "type"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents:Automation",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/automations/methods/create"
    ),
)
BETA_AGENTS_AUTOMATIONS_DELETE: Operation[AutomationDeleted] = Operation(
    name="beta.agents.automations.delete",
    verb="DELETE",
    path="/agents/automations/{automation_id}",
    path_params=("automation_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents:AutomationDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/automations/methods/delete"
    ),
)
BETA_AGENTS_AUTOMATIONS_INVOCATIONS_CREATE: Operation[AutomationInvocation] = Operation(
    name="beta.agents.automations.invocations.create",
    verb="POST",
    path="/agents/automations/{automation_id}/invocations",
    path_params=("automation_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.automations:AutomationInvocation",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/automations/subresources/invocations/methods/create"
    ),
)
BETA_AGENTS_AUTOMATIONS_INVOCATIONS_LIST: PageOperation[
    AsyncCursorPage[AutomationInvocation], AutomationInvocation
] = PageOperation(
    name="beta.agents.automations.invocations.list",
    verb="GET",
    path="/agents/automations/{automation_id}/invocations",
    path_params=("automation_id",),
    query=("after", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta.agents.automations:AutomationInvocation",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/automations/subresources/invocations/methods/list"
    ),
)
BETA_AGENTS_AUTOMATIONS_INVOCATIONS_RETRIEVE: Operation[AutomationInvocation] = Operation(
    name="beta.agents.automations.invocations.retrieve",
    verb="GET",
    path="/agents/automations/{automation_id}/invocations/{invocation_id}",
    path_params=("automation_id", "invocation_id"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.automations:AutomationInvocation",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/automations/subresources/invocations/methods/retrieve"
    ),
)
BETA_AGENTS_AUTOMATIONS_LIST: PageOperation[AsyncCursorPage[Automation], Automation] = PageOperation(
    name="beta.agents.automations.list",
    verb="GET",
    path="/agents/automations",
    query=("after", "limit", "order", "session_id"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta.agents:Automation",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/automations/methods/list"
    ),
)
BETA_AGENTS_AUTOMATIONS_PAUSE: Operation[Automation] = Operation(
    name="beta.agents.automations.pause",
    verb="POST",
    path="/agents/automations/{automation_id}/pause",
    path_params=("automation_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents:Automation",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/automations/methods/pause"
    ),
)
BETA_AGENTS_AUTOMATIONS_RESUME: Operation[Automation] = Operation(
    name="beta.agents.automations.resume",
    verb="POST",
    path="/agents/automations/{automation_id}/resume",
    path_params=("automation_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents:Automation",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/automations/methods/resume"
    ),
)
BETA_AGENTS_AUTOMATIONS_RETRIEVE: Operation[Automation] = Operation(
    name="beta.agents.automations.retrieve",
    verb="GET",
    path="/agents/automations/{automation_id}",
    path_params=("automation_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents:Automation",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/automations/methods/retrieve"
    ),
)
BETA_AGENTS_AUTOMATIONS_UPDATE: Operation[Automation] = Operation(
    name="beta.agents.automations.update",
    verb="POST",
    path="/agents/automations/{automation_id}",
    path_params=("automation_id",),
    body=("expression", "metadata", "name", "run_at", "target", "timezone"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents:Automation",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/automations/methods/update"
    ),
)
BETA_AGENTS_CREATE: Operation[Agent] = Operation(
    name="beta.agents.create",
    verb="POST",
    path="/agents",
    body=(
        "model",
        "compaction",
        "experimental",
        "instructions",
        "metadata",
        "multi_agent",
        "name",
        "reasoning",
        "service_tier",
        "text",
        "tools",
    ),
    required=("model",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta:Agent",
    reference="https://developers.openai.com/api/reference/resources/beta/subresources/agents/methods/create",
)
BETA_AGENTS_DELETE: Operation[AgentDeleted] = Operation(
    name="beta.agents.delete",
    verb="DELETE",
    path="/agents/{agent_id}",
    path_params=("agent_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta:AgentDeleted",
    reference="https://developers.openai.com/api/reference/resources/beta/subresources/agents/methods/delete",
)
BETA_AGENTS_ENVIRONMENTS_CREATE: Operation[EnvironmentInfo] = Operation(
    name="beta.agents.environments.create",
    verb="POST",
    path="/agents/environments",
    body=("environment", "vault_ids"),
    headers={"idempotency_key": "Idempotency-Key"},
    required=("environment",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents:EnvironmentInfo",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/environments/methods/create"
    ),
)
BETA_AGENTS_ENVIRONMENTS_FILES_CREATE: Operation[EnvironmentFile] = Operation(
    name="beta.agents.environments.files.create",
    verb="POST",
    path="/agents/environments/{environment_id}/files",
    path_params=("environment_id",),
    body=("path", "type", "data", "file_id"),
    required=("path", "type"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.environments:EnvironmentFile",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/environments/subresources/files/methods/create"
    ),
)
BETA_AGENTS_ENVIRONMENTS_FILES_LIST: PageOperation[AsyncTokenPage[EnvironmentFile], EnvironmentFile] = (
    PageOperation(
        name="beta.agents.environments.files.list",
        verb="GET",
        path="/agents/environments/{environment_id}/files",
        path_params=("environment_id",),
        query=("limit", "order", "page", "path"),
        fixed_headers=(("OpenAI-Beta", "agents=v1"),),
        item="beta.agents.environments:EnvironmentFile",
        page="token",
        reference=(
            "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
            "/environments/subresources/files/methods/list"
        ),
    )
)
BETA_AGENTS_ENVIRONMENTS_LIST: PageOperation[AsyncCursorPage[EnvironmentInfo], EnvironmentInfo] = (
    PageOperation(
        name="beta.agents.environments.list",
        verb="GET",
        path="/agents/environments",
        query=("after", "limit", "order", "type"),
        fixed_headers=(("OpenAI-Beta", "agents=v1"),),
        item="beta.agents:EnvironmentInfo",
        page="cursor",
        reference=(
            "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
            "/environments/methods/list"
        ),
    )
)
BETA_AGENTS_ENVIRONMENTS_RETRIEVE: Operation[EnvironmentInfo] = Operation(
    name="beta.agents.environments.retrieve",
    verb="GET",
    path="/agents/environments/{environment_id}",
    path_params=("environment_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents:EnvironmentInfo",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/environments/methods/retrieve"
    ),
)
BETA_AGENTS_ENVIRONMENTS_TEMPLATES_CREATE: Operation[EnvironmentTemplate] = Operation(
    name="beta.agents.environments.templates.create",
    verb="POST",
    path="/agents/environments/templates",
    body=(
        "capability_directories",
        "desktop",
        "env",
        "files",
        "name",
        "network",
        "packages",
        "plugins",
        "setup_commands",
        "skills",
    ),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.environments:EnvironmentTemplate",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/environments/subresources/templates/methods/create"
    ),
)
BETA_AGENTS_ENVIRONMENTS_TEMPLATES_DELETE: Operation[EnvironmentTemplateDeleted] = Operation(
    name="beta.agents.environments.templates.delete",
    verb="DELETE",
    path="/agents/environments/templates/{environment_template_id}",
    path_params=("environment_template_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.environments:EnvironmentTemplateDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/environments/subresources/templates/methods/delete"
    ),
)
BETA_AGENTS_ENVIRONMENTS_TEMPLATES_LIST: PageOperation[
    AsyncCursorPage[EnvironmentTemplate], EnvironmentTemplate
] = PageOperation(
    name="beta.agents.environments.templates.list",
    verb="GET",
    path="/agents/environments/templates",
    query=("after", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta.agents.environments:EnvironmentTemplate",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/environments/subresources/templates/methods/list"
    ),
)
BETA_AGENTS_ENVIRONMENTS_TEMPLATES_RETRIEVE: Operation[EnvironmentTemplate] = Operation(
    name="beta.agents.environments.templates.retrieve",
    verb="GET",
    path="/agents/environments/templates/{environment_template_id}",
    path_params=("environment_template_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.environments:EnvironmentTemplate",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/environments/subresources/templates/methods/retrieve"
    ),
)
BETA_AGENTS_ENVIRONMENTS_TEMPLATES_UPDATE: Operation[EnvironmentTemplate] = Operation(
    name="beta.agents.environments.templates.update",
    verb="POST",
    path="/agents/environments/templates/{environment_template_id}",
    path_params=("environment_template_id",),
    body=(
        "capability_directories",
        "desktop",
        "env",
        "files",
        "name",
        "network",
        "packages",
        "plugins",
        "setup_commands",
        "skills",
    ),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.environments:EnvironmentTemplate",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
        "/environments/subresources/templates/methods/update"
    ),
)
BETA_AGENTS_LIST: PageOperation[AsyncCursorPage[Agent], Agent] = PageOperation(
    name="beta.agents.list",
    verb="GET",
    path="/agents",
    query=("after", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta:Agent",
    page="cursor",
    reference="https://developers.openai.com/api/reference/resources/beta/subresources/agents/methods/list",
)
BETA_AGENTS_RETRIEVE: Operation[Agent] = Operation(
    name="beta.agents.retrieve",
    verb="GET",
    path="/agents/{agent_id}",
    path_params=("agent_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta:Agent",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/methods/retrieve"
    ),
)
BETA_AGENTS_UPDATE: Operation[Agent] = Operation(
    name="beta.agents.update",
    verb="POST",
    path="/agents/{agent_id}",
    path_params=("agent_id",),
    body=(
        "compaction",
        "experimental",
        "instructions",
        "metadata",
        "model",
        "multi_agent",
        "name",
        "reasoning",
        "service_tier",
        "text",
        "tools",
    ),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta:Agent",
    reference="https://developers.openai.com/api/reference/resources/beta/subresources/agents/methods/update",
)
BETA_AGENTS_VAULTS_CREATE: Operation[Vault] = Operation(
    name="beta.agents.vaults.create",
    verb="POST",
    path="/vaults",
    body=("metadata", "name"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents:Vault",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults"
        "/methods/create"
    ),
)
BETA_AGENTS_VAULTS_CREDENTIALS_CREATE: Operation[Credential] = Operation(
    name="beta.agents.vaults.credentials.create",
    verb="POST",
    path="/vaults/{vault_id}/credentials",
    path_params=("vault_id",),
    body=("auth", "name", "metadata"),
    required=("auth", "name"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.vaults:Credential",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults"
        "/subresources/credentials/methods/create"
    ),
)
BETA_AGENTS_VAULTS_CREDENTIALS_DELETE: Operation[CredentialDeleted] = Operation(
    name="beta.agents.vaults.credentials.delete",
    verb="DELETE",
    path="/vaults/{vault_id}/credentials/{credential_id}",
    path_params=("vault_id", "credential_id"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.vaults:CredentialDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults"
        "/subresources/credentials/methods/delete"
    ),
)
BETA_AGENTS_VAULTS_CREDENTIALS_LIST: PageOperation[AsyncCursorPage[Credential], Credential] = PageOperation(
    name="beta.agents.vaults.credentials.list",
    verb="GET",
    path="/vaults/{vault_id}/credentials",
    path_params=("vault_id",),
    query=("after", "limit", "metadata", "order", "status"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta.agents.vaults:Credential",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults"
        "/subresources/credentials/methods/list"
    ),
)
BETA_AGENTS_VAULTS_CREDENTIALS_RETRIEVE: Operation[Credential] = Operation(
    name="beta.agents.vaults.credentials.retrieve",
    verb="GET",
    path="/vaults/{vault_id}/credentials/{credential_id}",
    path_params=("vault_id", "credential_id"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.vaults:Credential",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults"
        "/subresources/credentials/methods/retrieve"
    ),
)
BETA_AGENTS_VAULTS_CREDENTIALS_UPDATE: Operation[Credential] = Operation(
    name="beta.agents.vaults.credentials.update",
    verb="POST",
    path="/vaults/{vault_id}/credentials/{credential_id}",
    path_params=("vault_id", "credential_id"),
    body=("auth", "metadata"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.vaults:Credential",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults"
        "/subresources/credentials/methods/update"
    ),
)
BETA_AGENTS_VAULTS_DELETE: Operation[VaultDeleted] = Operation(
    name="beta.agents.vaults.delete",
    verb="DELETE",
    path="/vaults/{vault_id}",
    path_params=("vault_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents:VaultDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults"
        "/methods/delete"
    ),
)
BETA_AGENTS_VAULTS_LIST: PageOperation[AsyncCursorPage[Vault], Vault] = PageOperation(
    name="beta.agents.vaults.list",
    verb="GET",
    path="/vaults",
    query=("after", "limit", "metadata", "order", "status"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta.agents:Vault",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults"
        "/methods/list"
    ),
)
BETA_AGENTS_VAULTS_RETRIEVE: Operation[Vault] = Operation(
    name="beta.agents.vaults.retrieve",
    verb="GET",
    path="/vaults/{vault_id}",
    path_params=("vault_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents:Vault",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults"
        "/methods/retrieve"
    ),
)
BETA_AGENTS_VAULTS_UPDATE: Operation[Vault] = Operation(
    name="beta.agents.vaults.update",
    verb="POST",
    path="/vaults/{vault_id}",
    path_params=("vault_id",),
    body=("metadata", "name"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents:Vault",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/vaults"
        "/methods/update"
    ),
)
