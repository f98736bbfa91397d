"""The methods of ``admin_projects``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import admin_projects as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.pages import (
        AsyncConversationCursorPage,
        AsyncNextCursorPage,
        AsyncPage,
        AsyncPaginator,
    )
    from triopenai.resources._args import admin_projects as args
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
    "AdminOrganizationProjects",
    "AdminOrganizationProjectsAPIKeys",
    "AdminOrganizationProjectsCertificates",
    "AdminOrganizationProjectsDataRetention",
    "AdminOrganizationProjectsGroups",
    "AdminOrganizationProjectsGroupsRoles",
    "AdminOrganizationProjectsHostedToolPermissions",
    "AdminOrganizationProjectsModelPermissions",
    "AdminOrganizationProjectsRateLimits",
    "AdminOrganizationProjectsRoles",
    "AdminOrganizationProjectsServiceAccounts",
    "AdminOrganizationProjectsServiceAccountsAPIKeys",
    "AdminOrganizationProjectsServiceTierSettings",
    "AdminOrganizationProjectsSpendAlerts",
    "AdminOrganizationProjectsSpendLimit",
    "AdminOrganizationProjectsUsers",
    "AdminOrganizationProjectsUsersRoles",
]


class AdminOrganizationProjects(Resource):
    """Methods of ``client.admin.organization.projects``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects
    """

    @cached_property
    def api_keys(self) -> AdminOrganizationProjectsAPIKeys:
        """Methods of ``client.admin.organization.projects.api_keys``."""
        return AdminOrganizationProjectsAPIKeys(self._engine)

    @cached_property
    def certificates(self) -> AdminOrganizationProjectsCertificates:
        """Methods of ``client.admin.organization.projects.certificates``."""
        return AdminOrganizationProjectsCertificates(self._engine)

    @cached_property
    def data_retention(self) -> AdminOrganizationProjectsDataRetention:
        """Methods of ``client.admin.organization.projects.data_retention``."""
        return AdminOrganizationProjectsDataRetention(self._engine)

    @cached_property
    def groups(self) -> AdminOrganizationProjectsGroups:
        """Methods of ``client.admin.organization.projects.groups``."""
        return AdminOrganizationProjectsGroups(self._engine)

    @cached_property
    def hosted_tool_permissions(self) -> AdminOrganizationProjectsHostedToolPermissions:
        """Methods of ``client.admin.organization.projects.hosted_tool_permissions``."""
        return AdminOrganizationProjectsHostedToolPermissions(self._engine)

    @cached_property
    def model_permissions(self) -> AdminOrganizationProjectsModelPermissions:
        """Methods of ``client.admin.organization.projects.model_permissions``."""
        return AdminOrganizationProjectsModelPermissions(self._engine)

    @cached_property
    def rate_limits(self) -> AdminOrganizationProjectsRateLimits:
        """Methods of ``client.admin.organization.projects.rate_limits``."""
        return AdminOrganizationProjectsRateLimits(self._engine)

    @cached_property
    def roles(self) -> AdminOrganizationProjectsRoles:
        """Methods of ``client.admin.organization.projects.roles``."""
        return AdminOrganizationProjectsRoles(self._engine)

    @cached_property
    def service_accounts(self) -> AdminOrganizationProjectsServiceAccounts:
        """Methods of ``client.admin.organization.projects.service_accounts``."""
        return AdminOrganizationProjectsServiceAccounts(self._engine)

    @cached_property
    def service_tier_settings(self) -> AdminOrganizationProjectsServiceTierSettings:
        """Methods of ``client.admin.organization.projects.service_tier_settings``."""
        return AdminOrganizationProjectsServiceTierSettings(self._engine)

    @cached_property
    def spend_alerts(self) -> AdminOrganizationProjectsSpendAlerts:
        """Methods of ``client.admin.organization.projects.spend_alerts``."""
        return AdminOrganizationProjectsSpendAlerts(self._engine)

    @cached_property
    def spend_limit(self) -> AdminOrganizationProjectsSpendLimit:
        """Methods of ``client.admin.organization.projects.spend_limit``."""
        return AdminOrganizationProjectsSpendLimit(self._engine)

    @cached_property
    def users(self) -> AdminOrganizationProjectsUsers:
        """Methods of ``client.admin.organization.projects.users``."""
        return AdminOrganizationProjectsUsers(self._engine)

    async def archive(self, project_id: str, **params: Unpack[RequestOptions]) -> Project:
        """Archive an organization project.

        ``POST /organization/projects/{project_id}/archive``

        Args:
            project_id: Id of the project.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/methods/archive
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_ARCHIVE, params, project_id)

    async def create(self, **params: Unpack[args.AdminOrganizationProjectsCreateArgs]) -> Project:
        """Create an organization project.

        ``POST /organization/projects``

        Args:
            **params: The keys of `triopenai.types.admin.organization.ProjectCreateParams` (`name` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_CREATE, params)

    def list(
        self, **params: Unpack[args.AdminOrganizationProjectsListArgs]
    ) -> AsyncPaginator[Project, AsyncConversationCursorPage[Project]]:
        """List organization projects.

        ``GET /organization/projects``

        Args:
            **params: The keys of `triopenai.types.admin.organization.ProjectListParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_PROJECTS_LIST, params)

    async def retrieve(self, project_id: str, **params: Unpack[RequestOptions]) -> Project:
        """Retrieve an organization project.

        ``GET /organization/projects/{project_id}``

        Args:
            project_id: Id of the project.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_RETRIEVE, params, project_id)

    async def update(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsUpdateArgs]
    ) -> Project:
        """Update an organization project.

        ``POST /organization/projects/{project_id}``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.ProjectUpdateParams`, and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_UPDATE, params, project_id)


class AdminOrganizationProjectsAPIKeys(Resource):
    """Methods of ``client.admin.organization.projects.api_keys``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/api_keys
    """

    async def delete(
        self, api_key_id: str, **params: Unpack[args.AdminOrganizationProjectsAPIKeysDeleteArgs]
    ) -> APIKeyDeleteResponse:
        """Delete a project API key.

        ``DELETE /organization/projects/{project_id}/api_keys/{api_key_id}``

        Args:
            api_key_id: Id of the API key.
            **params: `project_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/api_keys/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_API_KEYS_DELETE, params, api_key_id)

    def list(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsAPIKeysListArgs]
    ) -> AsyncPaginator[ProjectAPIKey, AsyncConversationCursorPage[ProjectAPIKey]]:
        """List project API keys.

        ``GET /organization/projects/{project_id}/api_keys``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.APIKeyListParams`, and the
                request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/api_keys/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_PROJECTS_API_KEYS_LIST, params, project_id)

    async def retrieve(
        self, api_key_id: str, **params: Unpack[args.AdminOrganizationProjectsAPIKeysRetrieveArgs]
    ) -> ProjectAPIKey:
        """Retrieve a project API key.

        ``GET /organization/projects/{project_id}/api_keys/{api_key_id}``

        Args:
            api_key_id: Id of the API key.
            **params: `project_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/api_keys/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_API_KEYS_RETRIEVE, params, api_key_id)

    async def update(
        self, api_key_id: str, **params: Unpack[args.AdminOrganizationProjectsAPIKeysUpdateArgs]
    ) -> ProjectAPIKey:
        """Update a project API key.

        ``POST /organization/projects/{project_id}/api_keys/{api_key_id}``

        Args:
            api_key_id: Id of the API key.
            **params: The keys of `triopenai.types.admin.organization.projects.APIKeyUpdateParams`
                (`project_id` is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/api_keys/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_API_KEYS_UPDATE, params, api_key_id)


class AdminOrganizationProjectsCertificates(Resource):
    """Methods of ``client.admin.organization.projects.certificates``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/certificates
    """

    def activate(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsCertificatesActivateArgs]
    ) -> AsyncPaginator[CertificateActivateResponse, AsyncPage[CertificateActivateResponse]]:
        """Activate project certificates.

        ``POST /organization/projects/{project_id}/certificates/activate``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.CertificateActivateParams`
                (`certificate_ids` is required), and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/certificates/methods/activate
        """
        return self._engine.paginate(
            ops.ADMIN_ORGANIZATION_PROJECTS_CERTIFICATES_ACTIVATE, params, project_id
        )

    def deactivate(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsCertificatesDeactivateArgs]
    ) -> AsyncPaginator[CertificateDeactivateResponse, AsyncPage[CertificateDeactivateResponse]]:
        """Deactivate project certificates.

        ``POST /organization/projects/{project_id}/certificates/deactivate``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.CertificateDeactivateParams`
                (`certificate_ids` is required), and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/certificates/methods/deactivate
        """
        return self._engine.paginate(
            ops.ADMIN_ORGANIZATION_PROJECTS_CERTIFICATES_DEACTIVATE, params, project_id
        )

    def list(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsCertificatesListArgs]
    ) -> AsyncPaginator[CertificateListResponse, AsyncConversationCursorPage[CertificateListResponse]]:
        """List project certificates.

        ``GET /organization/projects/{project_id}/certificates``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.CertificateListParams`, and the
                request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/certificates/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_PROJECTS_CERTIFICATES_LIST, params, project_id)


class AdminOrganizationProjectsDataRetention(Resource):
    """Methods of ``client.admin.organization.projects.data_retention``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/data_retention
    """

    async def retrieve(self, project_id: str, **params: Unpack[RequestOptions]) -> ProjectDataRetention:
        """Retrieve the project data retention.

        ``GET /organization/projects/{project_id}/data_retention``

        Args:
            project_id: Id of the project.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/data_retention/methods/retrieve
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_DATA_RETENTION_RETRIEVE, params, project_id
        )

    async def update(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsDataRetentionUpdateArgs]
    ) -> ProjectDataRetention:
        """Update the project data retention.

        ``POST /organization/projects/{project_id}/data_retention``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.DataRetentionUpdateParams`
                (`retention_type` is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/data_retention/methods/update
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_DATA_RETENTION_UPDATE, params, project_id
        )


class AdminOrganizationProjectsGroups(Resource):
    """Methods of ``client.admin.organization.projects.groups``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/groups
    """

    @cached_property
    def roles(self) -> AdminOrganizationProjectsGroupsRoles:
        """Methods of ``client.admin.organization.projects.groups.roles``."""
        return AdminOrganizationProjectsGroupsRoles(self._engine)

    async def create(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsGroupsCreateArgs]
    ) -> ProjectGroup:
        """Create a project group.

        ``POST /organization/projects/{project_id}/groups``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.GroupCreateParams` (`group_id`
                and `role` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/groups/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_GROUPS_CREATE, params, project_id)

    async def delete(
        self, group_id: str, **params: Unpack[args.AdminOrganizationProjectsGroupsDeleteArgs]
    ) -> GroupDeleteResponse:
        """Delete a project group.

        ``DELETE /organization/projects/{project_id}/groups/{group_id}``

        Args:
            group_id: Id of the group.
            **params: `project_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/groups/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_GROUPS_DELETE, params, group_id)

    def list(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsGroupsListArgs]
    ) -> AsyncPaginator[ProjectGroup, AsyncNextCursorPage[ProjectGroup]]:
        """List project groups.

        ``GET /organization/projects/{project_id}/groups``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.GroupListParams`, and the
                request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/groups/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_PROJECTS_GROUPS_LIST, params, project_id)

    async def retrieve(
        self, group_id: str, **params: Unpack[args.AdminOrganizationProjectsGroupsRetrieveArgs]
    ) -> ProjectGroup:
        """Retrieve a project group.

        ``GET /organization/projects/{project_id}/groups/{group_id}``

        Args:
            group_id: Id of the group.
            **params: The keys of `triopenai.types.admin.organization.projects.GroupRetrieveParams`
                (`project_id` is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/groups/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_GROUPS_RETRIEVE, params, group_id)


class AdminOrganizationProjectsGroupsRoles(Resource):
    """Methods of ``client.admin.organization.projects.groups.roles``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/groups/subresources/roles
    """

    async def create(
        self, group_id: str, **params: Unpack[args.AdminOrganizationProjectsGroupsRolesCreateArgs]
    ) -> RoleCreateResponse:
        """Create a project group role.

        ``POST /projects/{project_id}/groups/{group_id}/roles``

        Args:
            group_id: Id of the group.
            **params: The keys of `triopenai.types.admin.organization.projects.groups.RoleCreateParams`
                (`project_id` and `role_id` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/groups/subresources/roles/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_GROUPS_ROLES_CREATE, params, group_id)

    async def delete(
        self, role_id: str, **params: Unpack[args.AdminOrganizationProjectsGroupsRolesDeleteArgs]
    ) -> GroupsRoleDeleteResponse:
        """Delete a project group role.

        ``DELETE /projects/{project_id}/groups/{group_id}/roles/{role_id}``

        Args:
            role_id: Id of the role.
            **params: `project_id`, `group_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/groups/subresources/roles/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_GROUPS_ROLES_DELETE, params, role_id)

    def list(
        self, group_id: str, **params: Unpack[args.AdminOrganizationProjectsGroupsRolesListArgs]
    ) -> AsyncPaginator[RoleListResponse, AsyncNextCursorPage[RoleListResponse]]:
        """List project group roles.

        ``GET /projects/{project_id}/groups/{group_id}/roles``

        Args:
            group_id: Id of the group.
            **params: The keys of `triopenai.types.admin.organization.projects.groups.RoleListParams`
                (`project_id` is required), and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/groups/subresources/roles/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_PROJECTS_GROUPS_ROLES_LIST, params, group_id)

    async def retrieve(
        self, role_id: str, **params: Unpack[args.AdminOrganizationProjectsGroupsRolesRetrieveArgs]
    ) -> RoleRetrieveResponse:
        """Retrieve a project group role.

        ``GET /projects/{project_id}/groups/{group_id}/roles/{role_id}``

        Args:
            role_id: Id of the role.
            **params: `project_id`, `group_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/groups/subresources/roles/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_GROUPS_ROLES_RETRIEVE, params, role_id)


class AdminOrganizationProjectsHostedToolPermissions(Resource):
    """Methods of ``client.admin.organization.projects.hosted_tool_permissions``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/hosted_tool_permissions
    """

    async def retrieve(
        self, project_id: str, **params: Unpack[RequestOptions]
    ) -> ProjectHostedToolPermissions:
        """Retrieve the project hosted tool permissions.

        ``GET /organization/projects/{project_id}/hosted_tool_permissions``

        Args:
            project_id: Id of the project.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/hosted_tool_permissions/methods/retrieve
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_HOSTED_TOOL_PERMISSIONS_RETRIEVE, params, project_id
        )

    async def update(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsHostedToolPermissionsUpdateArgs]
    ) -> ProjectHostedToolPermissions:
        """Update the project hosted tool permissions.

        ``POST /organization/projects/{project_id}/hosted_tool_permissions``

        Args:
            project_id: Id of the project.
            **params: The keys of
                `triopenai.types.admin.organization.projects.HostedToolPermissionUpdateParams`, and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/hosted_tool_permissions/methods/update
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_HOSTED_TOOL_PERMISSIONS_UPDATE, params, project_id
        )


class AdminOrganizationProjectsModelPermissions(Resource):
    """Methods of ``client.admin.organization.projects.model_permissions``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/model_permissions
    """

    async def delete(
        self, project_id: str, **params: Unpack[RequestOptions]
    ) -> ProjectModelPermissionsDeleted:
        """Delete the project model permissions.

        ``DELETE /organization/projects/{project_id}/model_permissions``

        Args:
            project_id: Id of the project.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/model_permissions/methods/delete
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_MODEL_PERMISSIONS_DELETE, params, project_id
        )

    async def retrieve(self, project_id: str, **params: Unpack[RequestOptions]) -> ProjectModelPermissions:
        """Retrieve the project model permissions.

        ``GET /organization/projects/{project_id}/model_permissions``

        Args:
            project_id: Id of the project.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/model_permissions/methods/retrieve
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_MODEL_PERMISSIONS_RETRIEVE, params, project_id
        )

    async def update(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsModelPermissionsUpdateArgs]
    ) -> ProjectModelPermissions:
        """Update the project model permissions.

        ``POST /organization/projects/{project_id}/model_permissions``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.ModelPermissionUpdateParams`
                (`mode` and `model_ids` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/model_permissions/methods/update
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_MODEL_PERMISSIONS_UPDATE, params, project_id
        )


class AdminOrganizationProjectsRateLimits(Resource):
    """Methods of ``client.admin.organization.projects.rate_limits``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/rate_limits
    """

    def list_rate_limits(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsRateLimitsListRateLimitsArgs]
    ) -> AsyncPaginator[ProjectRateLimit, AsyncConversationCursorPage[ProjectRateLimit]]:
        """List the rate limits of a project.

        ``GET /organization/projects/{project_id}/rate_limits``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.RateLimitListRateLimitsParams`,
                and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/rate_limits/methods/list_rate_limits
        """
        return self._engine.paginate(
            ops.ADMIN_ORGANIZATION_PROJECTS_RATE_LIMITS_LIST_RATE_LIMITS, params, project_id
        )

    async def update_rate_limit(
        self,
        rate_limit_id: str,
        **params: Unpack[args.AdminOrganizationProjectsRateLimitsUpdateRateLimitArgs],
    ) -> ProjectRateLimit:
        """Update a rate limit of a project.

        ``POST /organization/projects/{project_id}/rate_limits/{rate_limit_id}``

        Args:
            rate_limit_id: Id of the rate limit.
            **params: The keys of `triopenai.types.admin.organization.projects.RateLimitUpdateRateLimitParams`
                (`project_id` is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/rate_limits/methods/update_rate_limit
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_RATE_LIMITS_UPDATE_RATE_LIMIT, params, rate_limit_id
        )


class AdminOrganizationProjectsRoles(Resource):
    """Methods of ``client.admin.organization.projects.roles``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/roles
    """

    async def create(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsRolesCreateArgs]
    ) -> Role:
        """Create a project role.

        ``POST /projects/{project_id}/roles``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.RoleCreateParams`
                (`permissions` and `role_name` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/roles/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_ROLES_CREATE, params, project_id)

    async def delete(
        self, role_id: str, **params: Unpack[args.AdminOrganizationProjectsRolesDeleteArgs]
    ) -> RoleDeleteResponse:
        """Delete a project role.

        ``DELETE /projects/{project_id}/roles/{role_id}``

        Args:
            role_id: Id of the role.
            **params: `project_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/roles/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_ROLES_DELETE, params, role_id)

    def list(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsRolesListArgs]
    ) -> AsyncPaginator[Role, AsyncNextCursorPage[Role]]:
        """List project roles.

        ``GET /projects/{project_id}/roles``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.RoleListParams`, and the
                request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/roles/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_PROJECTS_ROLES_LIST, params, project_id)

    async def retrieve(
        self, role_id: str, **params: Unpack[args.AdminOrganizationProjectsRolesRetrieveArgs]
    ) -> Role:
        """Retrieve a project role.

        ``GET /projects/{project_id}/roles/{role_id}``

        Args:
            role_id: Id of the role.
            **params: `project_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/roles/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_ROLES_RETRIEVE, params, role_id)

    async def update(
        self, role_id: str, **params: Unpack[args.AdminOrganizationProjectsRolesUpdateArgs]
    ) -> Role:
        """Update a project role.

        ``POST /projects/{project_id}/roles/{role_id}``

        Args:
            role_id: Id of the role.
            **params: The keys of `triopenai.types.admin.organization.projects.RoleUpdateParams` (`project_id`
                is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/roles/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_ROLES_UPDATE, params, role_id)


class AdminOrganizationProjectsServiceAccounts(Resource):
    """Methods of ``client.admin.organization.projects.service_accounts``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/service_accounts
    """

    @cached_property
    def api_keys(self) -> AdminOrganizationProjectsServiceAccountsAPIKeys:
        """Methods of ``client.admin.organization.projects.service_accounts.api_keys``."""
        return AdminOrganizationProjectsServiceAccountsAPIKeys(self._engine)

    async def create(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsServiceAccountsCreateArgs]
    ) -> ServiceAccountCreateResponse:
        """Create a project service account.

        ``POST /organization/projects/{project_id}/service_accounts``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.ServiceAccountCreateParams`
                (`name` is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/service_accounts/methods/create
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_CREATE, params, project_id
        )

    async def delete(
        self,
        service_account_id: str,
        **params: Unpack[args.AdminOrganizationProjectsServiceAccountsDeleteArgs],
    ) -> ServiceAccountDeleteResponse:
        """Delete a project service account.

        ``DELETE /organization/projects/{project_id}/service_accounts/{service_account_id}``

        Args:
            service_account_id: Id of the service account.
            **params: `project_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/service_accounts/methods/delete
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_DELETE, params, service_account_id
        )

    def list(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsServiceAccountsListArgs]
    ) -> AsyncPaginator[ProjectServiceAccount, AsyncConversationCursorPage[ProjectServiceAccount]]:
        """List project service accounts.

        ``GET /organization/projects/{project_id}/service_accounts``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.ServiceAccountListParams`, and
                the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/service_accounts/methods/list
        """
        return self._engine.paginate(
            ops.ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_LIST, params, project_id
        )

    async def retrieve(
        self,
        service_account_id: str,
        **params: Unpack[args.AdminOrganizationProjectsServiceAccountsRetrieveArgs],
    ) -> ProjectServiceAccount:
        """Retrieve a project service account.

        ``GET /organization/projects/{project_id}/service_accounts/{service_account_id}``

        Args:
            service_account_id: Id of the service account.
            **params: `project_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/service_accounts/methods/retrieve
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_RETRIEVE, params, service_account_id
        )

    async def update(
        self,
        service_account_id: str,
        **params: Unpack[args.AdminOrganizationProjectsServiceAccountsUpdateArgs],
    ) -> ProjectServiceAccount:
        """Update a project service account.

        ``POST /organization/projects/{project_id}/service_accounts/{service_account_id}``

        Args:
            service_account_id: Id of the service account.
            **params: The keys of `triopenai.types.admin.organization.projects.ServiceAccountUpdateParams`
                (`project_id` is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/service_accounts/methods/update
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_UPDATE, params, service_account_id
        )


class AdminOrganizationProjectsServiceAccountsAPIKeys(Resource):
    """Methods of ``client.admin.organization.projects.service_accounts.api_keys``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/service_accounts/subresources/api_keys
    """

    async def create(
        self,
        service_account_id: str,
        **params: Unpack[args.AdminOrganizationProjectsServiceAccountsAPIKeysCreateArgs],
    ) -> APIKeyCreateResponse:
        """Create a project service account API key.

        ``POST /organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys``

        Args:
            service_account_id: Id of the service account.
            **params: The keys of
                `triopenai.types.admin.organization.projects.service_accounts.APIKeyCreateParams`
                (`project_id` is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/service_accounts/subresources/api_keys/methods/create
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_SERVICE_ACCOUNTS_API_KEYS_CREATE, params, service_account_id
        )


class AdminOrganizationProjectsServiceTierSettings(Resource):
    """Methods of ``client.admin.organization.projects.service_tier_settings``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/service_tier_settings
    """

    async def retrieve(self, project_id: str, **params: Unpack[RequestOptions]) -> ProjectServiceTierSettings:
        """Retrieve a project service tier setting.

        ``GET /organization/projects/{project_id}/service_tier_settings``

        Args:
            project_id: Id of the project.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/service_tier_settings/methods/retrieve
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_SERVICE_TIER_SETTINGS_RETRIEVE, params, project_id
        )

    async def update(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsServiceTierSettingsUpdateArgs]
    ) -> ProjectServiceTierSettings:
        """Update a project service tier setting.

        ``POST /organization/projects/{project_id}/service_tier_settings``

        Args:
            project_id: Id of the project.
            **params: The keys of
                `triopenai.types.admin.organization.projects.ServiceTierSettingUpdateParams`, and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/service_tier_settings/methods/update
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_SERVICE_TIER_SETTINGS_UPDATE, params, project_id
        )


class AdminOrganizationProjectsSpendAlerts(Resource):
    """Methods of ``client.admin.organization.projects.spend_alerts``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/spend_alerts
    """

    async def create(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsSpendAlertsCreateArgs]
    ) -> ProjectSpendAlert:
        """Create a project spend alert.

        ``POST /organization/projects/{project_id}/spend_alerts``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.SpendAlertCreateParams`
                (`currency`, `interval`, `notification_channel` and `threshold_amount` are required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/spend_alerts/methods/create
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_CREATE, params, project_id
        )

    async def delete(
        self, alert_id: str, **params: Unpack[args.AdminOrganizationProjectsSpendAlertsDeleteArgs]
    ) -> ProjectSpendAlertDeleted:
        """Delete a project spend alert.

        ``DELETE /organization/projects/{project_id}/spend_alerts/{alert_id}``

        Args:
            alert_id: Id of the alert.
            **params: `project_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/spend_alerts/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_DELETE, params, alert_id)

    def list(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsSpendAlertsListArgs]
    ) -> AsyncPaginator[ProjectSpendAlert, AsyncConversationCursorPage[ProjectSpendAlert]]:
        """List project spend alerts.

        ``GET /organization/projects/{project_id}/spend_alerts``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.SpendAlertListParams`, and the
                request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/spend_alerts/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_LIST, params, project_id)

    async def retrieve(
        self, alert_id: str, **params: Unpack[args.AdminOrganizationProjectsSpendAlertsRetrieveArgs]
    ) -> ProjectSpendAlert:
        """Retrieve a project spend alert.

        ``GET /organization/projects/{project_id}/spend_alerts/{alert_id}``

        Args:
            alert_id: Id of the alert.
            **params: `project_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/spend_alerts/methods/retrieve
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_RETRIEVE, params, alert_id
        )

    async def update(
        self, alert_id: str, **params: Unpack[args.AdminOrganizationProjectsSpendAlertsUpdateArgs]
    ) -> ProjectSpendAlert:
        """Update a project spend alert.

        ``POST /organization/projects/{project_id}/spend_alerts/{alert_id}``

        Args:
            alert_id: Id of the alert.
            **params: The keys of `triopenai.types.admin.organization.projects.SpendAlertUpdateParams`
                (`project_id`, `currency`, `interval`, `notification_channel` and `threshold_amount` are
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/spend_alerts/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_SPEND_ALERTS_UPDATE, params, alert_id)


class AdminOrganizationProjectsSpendLimit(Resource):
    """Methods of ``client.admin.organization.projects.spend_limit``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/spend_limit
    """

    async def delete(self, project_id: str, **params: Unpack[RequestOptions]) -> ProjectSpendLimitDeleted:
        """Delete a project spend limit.

        ``DELETE /organization/projects/{project_id}/spend_limit``

        Args:
            project_id: Id of the project.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/spend_limit/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_SPEND_LIMIT_DELETE, params, project_id)

    async def retrieve(self, project_id: str, **params: Unpack[RequestOptions]) -> ProjectSpendLimit:
        """Retrieve a project spend limit.

        ``GET /organization/projects/{project_id}/spend_limit``

        Args:
            project_id: Id of the project.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/spend_limit/methods/retrieve
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_PROJECTS_SPEND_LIMIT_RETRIEVE, params, project_id
        )

    async def update(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsSpendLimitUpdateArgs]
    ) -> ProjectSpendLimit:
        """Update a project spend limit.

        ``POST /organization/projects/{project_id}/spend_limit``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.SpendLimitUpdateParams`
                (`currency`, `interval` and `threshold_amount` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/spend_limit/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_SPEND_LIMIT_UPDATE, params, project_id)


class AdminOrganizationProjectsUsers(Resource):
    """Methods of ``client.admin.organization.projects.users``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/users
    """

    @cached_property
    def roles(self) -> AdminOrganizationProjectsUsersRoles:
        """Methods of ``client.admin.organization.projects.users.roles``."""
        return AdminOrganizationProjectsUsersRoles(self._engine)

    async def create(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsUsersCreateArgs]
    ) -> ProjectUser:
        """Create a project user.

        ``POST /organization/projects/{project_id}/users``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.UserCreateParams` (`role` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/users/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_USERS_CREATE, params, project_id)

    async def delete(
        self, user_id: str, **params: Unpack[args.AdminOrganizationProjectsUsersDeleteArgs]
    ) -> UserDeleteResponse:
        """Delete a project user.

        ``DELETE /organization/projects/{project_id}/users/{user_id}``

        Args:
            user_id: Id of the user.
            **params: `project_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/users/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_USERS_DELETE, params, user_id)

    def list(
        self, project_id: str, **params: Unpack[args.AdminOrganizationProjectsUsersListArgs]
    ) -> AsyncPaginator[ProjectUser, AsyncConversationCursorPage[ProjectUser]]:
        """List project users.

        ``GET /organization/projects/{project_id}/users``

        Args:
            project_id: Id of the project.
            **params: The keys of `triopenai.types.admin.organization.projects.UserListParams`, and the
                request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/users/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_PROJECTS_USERS_LIST, params, project_id)

    async def retrieve(
        self, user_id: str, **params: Unpack[args.AdminOrganizationProjectsUsersRetrieveArgs]
    ) -> ProjectUser:
        """Retrieve a project user.

        ``GET /organization/projects/{project_id}/users/{user_id}``

        Args:
            user_id: Id of the user.
            **params: `project_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/users/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_USERS_RETRIEVE, params, user_id)

    async def update(
        self, user_id: str, **params: Unpack[args.AdminOrganizationProjectsUsersUpdateArgs]
    ) -> ProjectUser:
        """Update a project user.

        ``POST /organization/projects/{project_id}/users/{user_id}``

        Args:
            user_id: Id of the user.
            **params: The keys of `triopenai.types.admin.organization.projects.UserUpdateParams` (`project_id`
                is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/users/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_USERS_UPDATE, params, user_id)


class AdminOrganizationProjectsUsersRoles(Resource):
    """Methods of ``client.admin.organization.projects.users.roles``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/users/subresources/roles
    """

    async def create(
        self, user_id: str, **params: Unpack[args.AdminOrganizationProjectsUsersRolesCreateArgs]
    ) -> UsersRoleCreateResponse:
        """Create a project user role.

        ``POST /projects/{project_id}/users/{user_id}/roles``

        Args:
            user_id: Id of the user.
            **params: The keys of `triopenai.types.admin.organization.projects.users.RoleCreateParams`
                (`project_id` and `role_id` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/users/subresources/roles/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_USERS_ROLES_CREATE, params, user_id)

    async def delete(
        self, role_id: str, **params: Unpack[args.AdminOrganizationProjectsUsersRolesDeleteArgs]
    ) -> UsersRoleDeleteResponse:
        """Delete a project user role.

        ``DELETE /projects/{project_id}/users/{user_id}/roles/{role_id}``

        Args:
            role_id: Id of the role.
            **params: `project_id`, `user_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/users/subresources/roles/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_USERS_ROLES_DELETE, params, role_id)

    def list(
        self, user_id: str, **params: Unpack[args.AdminOrganizationProjectsUsersRolesListArgs]
    ) -> AsyncPaginator[UsersRoleListResponse, AsyncNextCursorPage[UsersRoleListResponse]]:
        """List project user roles.

        ``GET /projects/{project_id}/users/{user_id}/roles``

        Args:
            user_id: Id of the user.
            **params: The keys of `triopenai.types.admin.organization.projects.users.RoleListParams`
                (`project_id` is required), and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/users/subresources/roles/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_PROJECTS_USERS_ROLES_LIST, params, user_id)

    async def retrieve(
        self, role_id: str, **params: Unpack[args.AdminOrganizationProjectsUsersRolesRetrieveArgs]
    ) -> UsersRoleRetrieveResponse:
        """Retrieve a project user role.

        ``GET /projects/{project_id}/users/{user_id}/roles/{role_id}``

        Args:
            role_id: Id of the role.
            **params: `project_id`, `user_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/projects/subresources/users/subresources/roles/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_PROJECTS_USERS_ROLES_RETRIEVE, params, role_id)
