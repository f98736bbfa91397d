"""The endpoints of ``admin_projects``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncConversationCursorPage, AsyncNextCursorPage, AsyncPage
    from triopenai.types.admin.organization import Project, Role
    from triopenai.types.admin.organization.projects import (
        APIKeyDeleteResponse,
        CertificateActivateResponse,
        CertificateDeactivateResponse,
        CertificateListResponse,
        GroupDeleteResponse,
        ProjectAPIKey,
        ProjectDataRetention,
        ProjectGroup,
        ProjectHostedToolPermissions,
        ProjectModelPermissions,
        ProjectModelPermissionsDeleted,
        ProjectRateLimit,
        ProjectServiceAccount,
        ProjectServiceTierSettings,
        ProjectSpendAlert,
        ProjectSpendAlertDeleted,
        ProjectSpendLimit,
        ProjectSpendLimitDeleted,
        ProjectUser,
        RoleDeleteResponse,
        ServiceAccountCreateResponse,
        ServiceAccountDeleteResponse,
        UserDeleteResponse,
    )
    from triopenai.types.admin.organization.projects.groups import (
        RoleCreateResponse,
        RoleListResponse,
        RoleRetrieveResponse,
    )
    from triopenai.types.admin.organization.projects.groups import (
        RoleDeleteResponse as GroupsRoleDeleteResponse,
    )
    from triopenai.types.admin.organization.projects.service_accounts import APIKeyCreateResponse
    from triopenai.types.admin.organization.projects.users import (
        RoleCreateResponse as UsersRoleCreateResponse,
    )
    from triopenai.types.admin.organization.projects.users import (
        RoleDeleteResponse as UsersRoleDeleteResponse,
    )
    from triopenai.types.admin.organization.projects.users import RoleListResponse as UsersRoleListResponse
    from triopenai.types.admin.organization.projects.users import (
        RoleRetrieveResponse as UsersRoleRetrieveResponse,
    )

__all__ = [
    "ADMIN_ORGANIZATION_PROJECTS_API_KEYS_DELETE",
    "ADMIN_ORGANIZATION_PROJECTS_API_KEYS_LIST",
    "ADMIN_ORGANIZATION_PROJECTS_API_KEYS_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_API_KEYS_UPDATE",
    "ADMIN_ORGANIZATION_PROJECTS_ARCHIVE",
    "ADMIN_ORGANIZATION_PROJECTS_CERTIFICATES_ACTIVATE",
    "ADMIN_ORGANIZATION_PROJECTS_CERTIFICATES_DEACTIVATE",
    "ADMIN_ORGANIZATION_PROJECTS_CERTIFICATES_LIST",
    "ADMIN_ORGANIZATION_PROJECTS_CREATE",
    "ADMIN_ORGANIZATION_PROJECTS_DATA_RETENTION_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_DATA_RETENTION_UPDATE",
    "ADMIN_ORGANIZATION_PROJECTS_GROUPS_CREATE",
    "ADMIN_ORGANIZATION_PROJECTS_GROUPS_DELETE",
    "ADMIN_ORGANIZATION_PROJECTS_GROUPS_LIST",
    "ADMIN_ORGANIZATION_PROJECTS_GROUPS_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_GROUPS_ROLES_CREATE",
    "ADMIN_ORGANIZATION_PROJECTS_GROUPS_ROLES_DELETE",
    "ADMIN_ORGANIZATION_PROJECTS_GROUPS_ROLES_LIST",
    "ADMIN_ORGANIZATION_PROJECTS_GROUPS_ROLES_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_HOSTED_TOOL_PERMISSIONS_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_HOSTED_TOOL_PERMISSIONS_UPDATE",
    "ADMIN_ORGANIZATION_PROJECTS_LIST",
    "ADMIN_ORGANIZATION_PROJECTS_MODEL_PERMISSIONS_DELETE",
    "ADMIN_ORGANIZATION_PROJECTS_MODEL_PERMISSIONS_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_MODEL_PERMISSIONS_UPDATE",
    "ADMIN_ORGANIZATION_PROJECTS_RATE_LIMITS_LIST_RATE_LIMITS",
    "ADMIN_ORGANIZATION_PROJECTS_RATE_LIMITS_UPDATE_RATE_LIMIT",
    "ADMIN_ORGANIZATION_PROJECTS_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_ROLES_CREATE",
    "ADMIN_ORGANIZATION_PROJECTS_ROLES_DELETE",
    "ADMIN_ORGANIZATION_PROJECTS_ROLES_LIST",
    "ADMIN_ORGANIZATION_PROJECTS_ROLES_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_ROLES_UPDATE",
    "ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_API_KEYS_CREATE",
    "ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_CREATE",
    "ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_DELETE",
    "ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_LIST",
    "ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_UPDATE",
    "ADMIN_ORGANIZATION_PROJECTS_SERVICE_TIER_SETTINGS_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_SERVICE_TIER_SETTINGS_UPDATE",
    "ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_CREATE",
    "ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_DELETE",
    "ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_LIST",
    "ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_UPDATE",
    "ADMIN_ORGANIZATION_PROJECTS_SPEND_LIMIT_DELETE",
    "ADMIN_ORGANIZATION_PROJECTS_SPEND_LIMIT_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_SPEND_LIMIT_UPDATE",
    "ADMIN_ORGANIZATION_PROJECTS_UPDATE",
    "ADMIN_ORGANIZATION_PROJECTS_USERS_CREATE",
    "ADMIN_ORGANIZATION_PROJECTS_USERS_DELETE",
    "ADMIN_ORGANIZATION_PROJECTS_USERS_LIST",
    "ADMIN_ORGANIZATION_PROJECTS_USERS_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_USERS_ROLES_CREATE",
    "ADMIN_ORGANIZATION_PROJECTS_USERS_ROLES_DELETE",
    "ADMIN_ORGANIZATION_PROJECTS_USERS_ROLES_LIST",
    "ADMIN_ORGANIZATION_PROJECTS_USERS_ROLES_RETRIEVE",
    "ADMIN_ORGANIZATION_PROJECTS_USERS_UPDATE",
]

ADMIN_ORGANIZATION_PROJECTS_API_KEYS_DELETE: Operation[APIKeyDeleteResponse] = Operation(
    name="admin.organization.projects.api_keys.delete",
    verb="DELETE",
    path="/organization/projects/{project_id}/api_keys/{api_key_id}",
    path_params=("project_id", "api_key_id"),
    admin=True,
    result="admin.organization.projects:APIKeyDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/api_keys/methods/delete"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_API_KEYS_LIST: PageOperation[
    AsyncConversationCursorPage[ProjectAPIKey], ProjectAPIKey
] = PageOperation(
    name="admin.organization.projects.api_keys.list",
    verb="GET",
    path="/organization/projects/{project_id}/api_keys",
    path_params=("project_id",),
    query=("after", "limit", "owner_project_access"),
    admin=True,
    item="admin.organization.projects:ProjectAPIKey",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/api_keys/methods/list"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_API_KEYS_RETRIEVE: Operation[ProjectAPIKey] = Operation(
    name="admin.organization.projects.api_keys.retrieve",
    verb="GET",
    path="/organization/projects/{project_id}/api_keys/{api_key_id}",
    path_params=("project_id", "api_key_id"),
    admin=True,
    result="admin.organization.projects:ProjectAPIKey",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/api_keys/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_API_KEYS_UPDATE: Operation[ProjectAPIKey] = Operation(
    name="admin.organization.projects.api_keys.update",
    verb="POST",
    path="/organization/projects/{project_id}/api_keys/{api_key_id}",
    path_params=("project_id", "api_key_id"),
    body=("expires_in_seconds", "scopes"),
    admin=True,
    result="admin.organization.projects:ProjectAPIKey",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/api_keys/methods/update"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_ARCHIVE: Operation[Project] = Operation(
    name="admin.organization.projects.archive",
    verb="POST",
    path="/organization/projects/{project_id}/archive",
    path_params=("project_id",),
    admin=True,
    result="admin.organization:Project",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/methods/archive"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_CERTIFICATES_ACTIVATE: PageOperation[
    AsyncPage[CertificateActivateResponse], CertificateActivateResponse
] = PageOperation(
    name="admin.organization.projects.certificates.activate",
    verb="POST",
    path="/organization/projects/{project_id}/certificates/activate",
    path_params=("project_id",),
    body=("certificate_ids",),
    required=("certificate_ids",),
    admin=True,
    item="admin.organization.projects:CertificateActivateResponse",
    page="page",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/certificates/methods/activate"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_CERTIFICATES_DEACTIVATE: PageOperation[
    AsyncPage[CertificateDeactivateResponse], CertificateDeactivateResponse
] = PageOperation(
    name="admin.organization.projects.certificates.deactivate",
    verb="POST",
    path="/organization/projects/{project_id}/certificates/deactivate",
    path_params=("project_id",),
    body=("certificate_ids",),
    required=("certificate_ids",),
    admin=True,
    item="admin.organization.projects:CertificateDeactivateResponse",
    page="page",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/certificates/methods/deactivate"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_CERTIFICATES_LIST: PageOperation[
    AsyncConversationCursorPage[CertificateListResponse], CertificateListResponse
] = PageOperation(
    name="admin.organization.projects.certificates.list",
    verb="GET",
    path="/organization/projects/{project_id}/certificates",
    path_params=("project_id",),
    query=("after", "limit", "order"),
    admin=True,
    item="admin.organization.projects:CertificateListResponse",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/certificates/methods/list"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_CREATE: Operation[Project] = Operation(
    name="admin.organization.projects.create",
    verb="POST",
    path="/organization/projects",
    body=("name", "external_key_id", "geography", "residency"),
    required=("name",),
    admin=True,
    result="admin.organization:Project",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/methods/create"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_DATA_RETENTION_RETRIEVE: Operation[ProjectDataRetention] = Operation(
    name="admin.organization.projects.data_retention.retrieve",
    verb="GET",
    path="/organization/projects/{project_id}/data_retention",
    path_params=("project_id",),
    admin=True,
    result="admin.organization.projects:ProjectDataRetention",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/data_retention/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_DATA_RETENTION_UPDATE: Operation[ProjectDataRetention] = Operation(
    name="admin.organization.projects.data_retention.update",
    verb="POST",
    path="/organization/projects/{project_id}/data_retention",
    path_params=("project_id",),
    body=("retention_type",),
    required=("retention_type",),
    admin=True,
    result="admin.organization.projects:ProjectDataRetention",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/data_retention/methods/update"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_GROUPS_CREATE: Operation[ProjectGroup] = Operation(
    name="admin.organization.projects.groups.create",
    verb="POST",
    path="/organization/projects/{project_id}/groups",
    path_params=("project_id",),
    body=("group_id", "role"),
    required=("group_id", "role"),
    admin=True,
    result="admin.organization.projects:ProjectGroup",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/groups/methods/create"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_GROUPS_DELETE: Operation[GroupDeleteResponse] = Operation(
    name="admin.organization.projects.groups.delete",
    verb="DELETE",
    path="/organization/projects/{project_id}/groups/{group_id}",
    path_params=("project_id", "group_id"),
    admin=True,
    result="admin.organization.projects:GroupDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/groups/methods/delete"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_GROUPS_LIST: PageOperation[AsyncNextCursorPage[ProjectGroup], ProjectGroup] = (
    PageOperation(
        name="admin.organization.projects.groups.list",
        verb="GET",
        path="/organization/projects/{project_id}/groups",
        path_params=("project_id",),
        query=("after", "limit", "order"),
        admin=True,
        item="admin.organization.projects:ProjectGroup",
        page="next_cursor",
        reference=(
            "https://developers.openai.com/api/reference/resources/admin/subresources/organization"
            "/subresources/projects/subresources/groups/methods/list"
        ),
    )
)
ADMIN_ORGANIZATION_PROJECTS_GROUPS_RETRIEVE: Operation[ProjectGroup] = Operation(
    name="admin.organization.projects.groups.retrieve",
    verb="GET",
    path="/organization/projects/{project_id}/groups/{group_id}",
    path_params=("project_id", "group_id"),
    query=("group_type",),
    admin=True,
    result="admin.organization.projects:ProjectGroup",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/groups/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_GROUPS_ROLES_CREATE: Operation[RoleCreateResponse] = Operation(
    name="admin.organization.projects.groups.roles.create",
    verb="POST",
    path="/projects/{project_id}/groups/{group_id}/roles",
    path_params=("project_id", "group_id"),
    body=("role_id",),
    required=("role_id",),
    admin=True,
    result="admin.organization.projects.groups:RoleCreateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/groups/subresources/roles/methods/create"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_GROUPS_ROLES_DELETE: Operation[GroupsRoleDeleteResponse] = Operation(
    name="admin.organization.projects.groups.roles.delete",
    verb="DELETE",
    path="/projects/{project_id}/groups/{group_id}/roles/{role_id}",
    path_params=("project_id", "group_id", "role_id"),
    admin=True,
    result="admin.organization.projects.groups:RoleDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/groups/subresources/roles/methods/delete"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_GROUPS_ROLES_LIST: PageOperation[
    AsyncNextCursorPage[RoleListResponse], RoleListResponse
] = PageOperation(
    name="admin.organization.projects.groups.roles.list",
    verb="GET",
    path="/projects/{project_id}/groups/{group_id}/roles",
    path_params=("project_id", "group_id"),
    query=("after", "limit", "order"),
    admin=True,
    item="admin.organization.projects.groups:RoleListResponse",
    page="next_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/groups/subresources/roles/methods/list"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_GROUPS_ROLES_RETRIEVE: Operation[RoleRetrieveResponse] = Operation(
    name="admin.organization.projects.groups.roles.retrieve",
    verb="GET",
    path="/projects/{project_id}/groups/{group_id}/roles/{role_id}",
    path_params=("project_id", "group_id", "role_id"),
    admin=True,
    result="admin.organization.projects.groups:RoleRetrieveResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/groups/subresources/roles/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_HOSTED_TOOL_PERMISSIONS_RETRIEVE: Operation[ProjectHostedToolPermissions] = (
    Operation(
        name="admin.organization.projects.hosted_tool_permissions.retrieve",
        verb="GET",
        path="/organization/projects/{project_id}/hosted_tool_permissions",
        path_params=("project_id",),
        admin=True,
        result="admin.organization.projects:ProjectHostedToolPermissions",
        reference=(
            "https://developers.openai.com/api/reference/resources/admin/subresources/organization"
            "/subresources/projects/subresources/hosted_tool_permissions/methods/retrieve"
        ),
    )
)
ADMIN_ORGANIZATION_PROJECTS_HOSTED_TOOL_PERMISSIONS_UPDATE: Operation[ProjectHostedToolPermissions] = (
    Operation(
        name="admin.organization.projects.hosted_tool_permissions.update",
        verb="POST",
        path="/organization/projects/{project_id}/hosted_tool_permissions",
        path_params=("project_id",),
        body=("code_interpreter", "file_search", "image_generation", "mcp", "web_search"),
        admin=True,
        result="admin.organization.projects:ProjectHostedToolPermissions",
        reference=(
            "https://developers.openai.com/api/reference/resources/admin/subresources/organization"
            "/subresources/projects/subresources/hosted_tool_permissions/methods/update"
        ),
    )
)
ADMIN_ORGANIZATION_PROJECTS_LIST: PageOperation[AsyncConversationCursorPage[Project], Project] = (
    PageOperation(
        name="admin.organization.projects.list",
        verb="GET",
        path="/organization/projects",
        query=("after", "include_archived", "limit"),
        admin=True,
        item="admin.organization:Project",
        page="conversation_cursor",
        reference=(
            "https://developers.openai.com/api/reference/resources/admin/subresources/organization"
            "/subresources/projects/methods/list"
        ),
    )
)
ADMIN_ORGANIZATION_PROJECTS_MODEL_PERMISSIONS_DELETE: Operation[ProjectModelPermissionsDeleted] = Operation(
    name="admin.organization.projects.model_permissions.delete",
    verb="DELETE",
    path="/organization/projects/{project_id}/model_permissions",
    path_params=("project_id",),
    admin=True,
    result="admin.organization.projects:ProjectModelPermissionsDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/model_permissions/methods/delete"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_MODEL_PERMISSIONS_RETRIEVE: Operation[ProjectModelPermissions] = Operation(
    name="admin.organization.projects.model_permissions.retrieve",
    verb="GET",
    path="/organization/projects/{project_id}/model_permissions",
    path_params=("project_id",),
    admin=True,
    result="admin.organization.projects:ProjectModelPermissions",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/model_permissions/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_MODEL_PERMISSIONS_UPDATE: Operation[ProjectModelPermissions] = Operation(
    name="admin.organization.projects.model_permissions.update",
    verb="POST",
    path="/organization/projects/{project_id}/model_permissions",
    path_params=("project_id",),
    body=("mode", "model_ids"),
    required=("mode", "model_ids"),
    admin=True,
    result="admin.organization.projects:ProjectModelPermissions",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/model_permissions/methods/update"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_RATE_LIMITS_LIST_RATE_LIMITS: PageOperation[
    AsyncConversationCursorPage[ProjectRateLimit], ProjectRateLimit
] = PageOperation(
    name="admin.organization.projects.rate_limits.list_rate_limits",
    verb="GET",
    path="/organization/projects/{project_id}/rate_limits",
    path_params=("project_id",),
    query=("after", "before", "limit"),
    admin=True,
    item="admin.organization.projects:ProjectRateLimit",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/rate_limits/methods/list_rate_limits"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_RATE_LIMITS_UPDATE_RATE_LIMIT: Operation[ProjectRateLimit] = Operation(
    name="admin.organization.projects.rate_limits.update_rate_limit",
    verb="POST",
    path="/organization/projects/{project_id}/rate_limits/{rate_limit_id}",
    path_params=("project_id", "rate_limit_id"),
    body=(
        "batch_1_day_max_input_tokens",
        "max_audio_megabytes_per_1_minute",
        "max_images_per_1_minute",
        "max_requests_per_1_day",
        "max_requests_per_1_minute",
        "max_tokens_per_1_minute",
    ),
    admin=True,
    result="admin.organization.projects:ProjectRateLimit",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/rate_limits/methods/update_rate_limit"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_RETRIEVE: Operation[Project] = Operation(
    name="admin.organization.projects.retrieve",
    verb="GET",
    path="/organization/projects/{project_id}",
    path_params=("project_id",),
    admin=True,
    result="admin.organization:Project",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_ROLES_CREATE: Operation[Role] = Operation(
    name="admin.organization.projects.roles.create",
    verb="POST",
    path="/projects/{project_id}/roles",
    path_params=("project_id",),
    body=("permissions", "role_name", "description"),
    required=("permissions", "role_name"),
    admin=True,
    result="admin.organization:Role",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/roles/methods/create"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_ROLES_DELETE: Operation[RoleDeleteResponse] = Operation(
    name="admin.organization.projects.roles.delete",
    verb="DELETE",
    path="/projects/{project_id}/roles/{role_id}",
    path_params=("project_id", "role_id"),
    admin=True,
    result="admin.organization.projects:RoleDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/roles/methods/delete"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_ROLES_LIST: PageOperation[AsyncNextCursorPage[Role], Role] = PageOperation(
    name="admin.organization.projects.roles.list",
    verb="GET",
    path="/projects/{project_id}/roles",
    path_params=("project_id",),
    query=("after", "limit", "order"),
    admin=True,
    item="admin.organization:Role",
    page="next_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/roles/methods/list"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_ROLES_RETRIEVE: Operation[Role] = Operation(
    name="admin.organization.projects.roles.retrieve",
    verb="GET",
    path="/projects/{project_id}/roles/{role_id}",
    path_params=("project_id", "role_id"),
    admin=True,
    result="admin.organization:Role",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/roles/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_ROLES_UPDATE: Operation[Role] = Operation(
    name="admin.organization.projects.roles.update",
    verb="POST",
    path="/projects/{project_id}/roles/{role_id}",
    path_params=("project_id", "role_id"),
    body=("description", "permissions", "role_name"),
    admin=True,
    result="admin.organization:Role",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/roles/methods/update"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_API_KEYS_CREATE: Operation[APIKeyCreateResponse] = Operation(
    name="admin.organization.projects.service_accounts.api_keys.create",
    verb="POST",
    path="/organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys",
    path_params=("project_id", "service_account_id"),
    body=("expires_in_seconds", "name", "scopes"),
    admin=True,
    result="admin.organization.projects.service_accounts:APIKeyCreateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/service_accounts/subresources/api_keys/methods/create"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_CREATE: Operation[ServiceAccountCreateResponse] = Operation(
    name="admin.organization.projects.service_accounts.create",
    verb="POST",
    path="/organization/projects/{project_id}/service_accounts",
    path_params=("project_id",),
    body=("name", "create_service_account_only", "expires_in_seconds"),
    required=("name",),
    admin=True,
    result="admin.organization.projects:ServiceAccountCreateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/service_accounts/methods/create"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_DELETE: Operation[ServiceAccountDeleteResponse] = Operation(
    name="admin.organization.projects.service_accounts.delete",
    verb="DELETE",
    path="/organization/projects/{project_id}/service_accounts/{service_account_id}",
    path_params=("project_id", "service_account_id"),
    admin=True,
    result="admin.organization.projects:ServiceAccountDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/service_accounts/methods/delete"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_LIST: PageOperation[
    AsyncConversationCursorPage[ProjectServiceAccount], ProjectServiceAccount
] = PageOperation(
    name="admin.organization.projects.service_accounts.list",
    verb="GET",
    path="/organization/projects/{project_id}/service_accounts",
    path_params=("project_id",),
    query=("after", "limit"),
    admin=True,
    item="admin.organization.projects:ProjectServiceAccount",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/service_accounts/methods/list"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_RETRIEVE: Operation[ProjectServiceAccount] = Operation(
    name="admin.organization.projects.service_accounts.retrieve",
    verb="GET",
    path="/organization/projects/{project_id}/service_accounts/{service_account_id}",
    path_params=("project_id", "service_account_id"),
    admin=True,
    result="admin.organization.projects:ProjectServiceAccount",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/service_accounts/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_UPDATE: Operation[ProjectServiceAccount] = Operation(
    name="admin.organization.projects.service_accounts.update",
    verb="POST",
    path="/organization/projects/{project_id}/service_accounts/{service_account_id}",
    path_params=("project_id", "service_account_id"),
    body=("name", "role"),
    admin=True,
    result="admin.organization.projects:ProjectServiceAccount",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/service_accounts/methods/update"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SERVICE_TIER_SETTINGS_RETRIEVE: Operation[ProjectServiceTierSettings] = Operation(
    name="admin.organization.projects.service_tier_settings.retrieve",
    verb="GET",
    path="/organization/projects/{project_id}/service_tier_settings",
    path_params=("project_id",),
    admin=True,
    result="admin.organization.projects:ProjectServiceTierSettings",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/service_tier_settings/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SERVICE_TIER_SETTINGS_UPDATE: Operation[ProjectServiceTierSettings] = Operation(
    name="admin.organization.projects.service_tier_settings.update",
    verb="POST",
    path="/organization/projects/{project_id}/service_tier_settings",
    path_params=("project_id",),
    body=("default", "enabled_tiers"),
    admin=True,
    result="admin.organization.projects:ProjectServiceTierSettings",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/service_tier_settings/methods/update"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_CREATE: Operation[ProjectSpendAlert] = Operation(
    name="admin.organization.projects.spend_alerts.create",
    verb="POST",
    path="/organization/projects/{project_id}/spend_alerts",
    path_params=("project_id",),
    body=("currency", "interval", "notification_channel", "threshold_amount"),
    required=("currency", "interval", "notification_channel", "threshold_amount"),
    admin=True,
    result="admin.organization.projects:ProjectSpendAlert",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/spend_alerts/methods/create"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_DELETE: Operation[ProjectSpendAlertDeleted] = Operation(
    name="admin.organization.projects.spend_alerts.delete",
    verb="DELETE",
    path="/organization/projects/{project_id}/spend_alerts/{alert_id}",
    path_params=("project_id", "alert_id"),
    admin=True,
    result="admin.organization.projects:ProjectSpendAlertDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/spend_alerts/methods/delete"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_LIST: PageOperation[
    AsyncConversationCursorPage[ProjectSpendAlert], ProjectSpendAlert
] = PageOperation(
    name="admin.organization.projects.spend_alerts.list",
    verb="GET",
    path="/organization/projects/{project_id}/spend_alerts",
    path_params=("project_id",),
    query=("after", "before", "limit", "order"),
    admin=True,
    item="admin.organization.projects:ProjectSpendAlert",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/spend_alerts/methods/list"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_RETRIEVE: Operation[ProjectSpendAlert] = Operation(
    name="admin.organization.projects.spend_alerts.retrieve",
    verb="GET",
    path="/organization/projects/{project_id}/spend_alerts/{alert_id}",
    path_params=("project_id", "alert_id"),
    admin=True,
    result="admin.organization.projects:ProjectSpendAlert",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/spend_alerts/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_UPDATE: Operation[ProjectSpendAlert] = Operation(
    name="admin.organization.projects.spend_alerts.update",
    verb="POST",
    path="/organization/projects/{project_id}/spend_alerts/{alert_id}",
    path_params=("project_id", "alert_id"),
    body=("currency", "interval", "notification_channel", "threshold_amount"),
    required=("currency", "interval", "notification_channel", "threshold_amount"),
    admin=True,
    result="admin.organization.projects:ProjectSpendAlert",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/spend_alerts/methods/update"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SPEND_LIMIT_DELETE: Operation[ProjectSpendLimitDeleted] = Operation(
    name="admin.organization.projects.spend_limit.delete",
    verb="DELETE",
    path="/organization/projects/{project_id}/spend_limit",
    path_params=("project_id",),
    admin=True,
    result="admin.organization.projects:ProjectSpendLimitDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/spend_limit/methods/delete"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SPEND_LIMIT_RETRIEVE: Operation[ProjectSpendLimit] = Operation(
    name="admin.organization.projects.spend_limit.retrieve",
    verb="GET",
    path="/organization/projects/{project_id}/spend_limit",
    path_params=("project_id",),
    admin=True,
    result="admin.organization.projects:ProjectSpendLimit",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/spend_limit/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_SPEND_LIMIT_UPDATE: Operation[ProjectSpendLimit] = Operation(
    name="admin.organization.projects.spend_limit.update",
    verb="POST",
    path="/organization/projects/{project_id}/spend_limit",
    path_params=("project_id",),
    body=("currency", "interval", "threshold_amount"),
    required=("currency", "interval", "threshold_amount"),
    admin=True,
    result="admin.organization.projects:ProjectSpendLimit",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/spend_limit/methods/update"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_UPDATE: Operation[Project] = Operation(
    name="admin.organization.projects.update",
    verb="POST",
    path="/organization/projects/{project_id}",
    path_params=("project_id",),
    body=("external_key_id", "geography", "name"),
    admin=True,
    result="admin.organization:Project",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/methods/update"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_USERS_CREATE: Operation[ProjectUser] = Operation(
    name="admin.organization.projects.users.create",
    verb="POST",
    path="/organization/projects/{project_id}/users",
    path_params=("project_id",),
    body=("role", "email", "user_id"),
    required=("role",),
    admin=True,
    result="admin.organization.projects:ProjectUser",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/users/methods/create"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_USERS_DELETE: Operation[UserDeleteResponse] = Operation(
    name="admin.organization.projects.users.delete",
    verb="DELETE",
    path="/organization/projects/{project_id}/users/{user_id}",
    path_params=("project_id", "user_id"),
    admin=True,
    result="admin.organization.projects:UserDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/users/methods/delete"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_USERS_LIST: PageOperation[
    AsyncConversationCursorPage[ProjectUser], ProjectUser
] = PageOperation(
    name="admin.organization.projects.users.list",
    verb="GET",
    path="/organization/projects/{project_id}/users",
    path_params=("project_id",),
    query=("after", "limit"),
    admin=True,
    item="admin.organization.projects:ProjectUser",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/users/methods/list"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_USERS_RETRIEVE: Operation[ProjectUser] = Operation(
    name="admin.organization.projects.users.retrieve",
    verb="GET",
    path="/organization/projects/{project_id}/users/{user_id}",
    path_params=("project_id", "user_id"),
    admin=True,
    result="admin.organization.projects:ProjectUser",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/users/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_USERS_ROLES_CREATE: Operation[UsersRoleCreateResponse] = Operation(
    name="admin.organization.projects.users.roles.create",
    verb="POST",
    path="/projects/{project_id}/users/{user_id}/roles",
    path_params=("project_id", "user_id"),
    body=("role_id",),
    required=("role_id",),
    admin=True,
    result="admin.organization.projects.users:RoleCreateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/users/subresources/roles/methods/create"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_USERS_ROLES_DELETE: Operation[UsersRoleDeleteResponse] = Operation(
    name="admin.organization.projects.users.roles.delete",
    verb="DELETE",
    path="/projects/{project_id}/users/{user_id}/roles/{role_id}",
    path_params=("project_id", "user_id", "role_id"),
    admin=True,
    result="admin.organization.projects.users:RoleDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/users/subresources/roles/methods/delete"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_USERS_ROLES_LIST: PageOperation[
    AsyncNextCursorPage[UsersRoleListResponse], UsersRoleListResponse
] = PageOperation(
    name="admin.organization.projects.users.roles.list",
    verb="GET",
    path="/projects/{project_id}/users/{user_id}/roles",
    path_params=("project_id", "user_id"),
    query=("after", "limit", "order"),
    admin=True,
    item="admin.organization.projects.users:RoleListResponse",
    page="next_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/users/subresources/roles/methods/list"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_USERS_ROLES_RETRIEVE: Operation[UsersRoleRetrieveResponse] = Operation(
    name="admin.organization.projects.users.roles.retrieve",
    verb="GET",
    path="/projects/{project_id}/users/{user_id}/roles/{role_id}",
    path_params=("project_id", "user_id", "role_id"),
    admin=True,
    result="admin.organization.projects.users:RoleRetrieveResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/users/subresources/roles/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_PROJECTS_USERS_UPDATE: Operation[ProjectUser] = Operation(
    name="admin.organization.projects.users.update",
    verb="POST",
    path="/organization/projects/{project_id}/users/{user_id}",
    path_params=("project_id", "user_id"),
    body=("role",),
    admin=True,
    result="admin.organization.projects:ProjectUser",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/projects/subresources/users/methods/update"
    ),
)
