"""The methods of ``admin_organization``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from triopenai._engine.resource import Resource
from triopenai._operations import admin_organization as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.pages import (
        AsyncConversationCursorPage,
        AsyncCursorPage,
        AsyncNextCursorPage,
        AsyncPage,
        AsyncPaginator,
    )
    from triopenai.resources._args import admin_organization as args
    from triopenai.resources.admin_projects import AdminOrganizationProjects
    from triopenai.resources.admin_usage import AdminOrganizationUsage
    from triopenai.types.admin.organization import (
        AdminAPIKey,
        AdminAPIKeyCreateResponse,
        AdminAPIKeyDeleteResponse,
        AuditLogListResponse,
        Certificate,
        CertificateActivateResponse,
        CertificateDeactivateResponse,
        CertificateDeleteResponse,
        CertificateListResponse,
        ExternalKey,
        ExternalKeyValidateResponse,
        ExternalStorageConfiguration,
        ExternalStorageDeleted,
        Group,
        GroupDeleteResponse,
        GroupUpdateResponse,
        Invite,
        InviteDeleteResponse,
        OrganizationDataRetention,
        OrganizationSpendAlert,
        OrganizationSpendAlertDeleted,
        OrganizationSpendLimit,
        OrganizationSpendLimitDeleted,
        OrganizationUser,
        Role,
        RoleDeleteResponse,
        UserDeleteResponse,
        WorkloadIdentityProvider,
        WorkloadIdentityProviderDeleted,
    )
    from triopenai.types.admin.organization.groups import (
        OrganizationGroupUser,
        RoleCreateResponse,
        RoleListResponse,
        RoleRetrieveResponse,
        UserCreateResponse,
        UserRetrieveResponse,
    )
    from triopenai.types.admin.organization.groups import RoleDeleteResponse as GroupsRoleDeleteResponse
    from triopenai.types.admin.organization.groups import UserDeleteResponse as GroupsUserDeleteResponse
    from triopenai.types.admin.organization.users import RoleCreateResponse as UsersRoleCreateResponse
    from triopenai.types.admin.organization.users import RoleDeleteResponse as UsersRoleDeleteResponse
    from triopenai.types.admin.organization.users import RoleListResponse as UsersRoleListResponse
    from triopenai.types.admin.organization.users import RoleRetrieveResponse as UsersRoleRetrieveResponse
    from triopenai.types.admin.organization.workload_identity_providers import (
        FederationRule,
        FederationRuleDeleted,
    )

__all__ = [
    "AdminOrganization",
    "AdminOrganizationAdminAPIKeys",
    "AdminOrganizationAuditLogs",
    "AdminOrganizationCertificates",
    "AdminOrganizationDataRetention",
    "AdminOrganizationExternalKeys",
    "AdminOrganizationExternalStorage",
    "AdminOrganizationGroups",
    "AdminOrganizationGroupsRoles",
    "AdminOrganizationGroupsUsers",
    "AdminOrganizationInvites",
    "AdminOrganizationRoles",
    "AdminOrganizationSpendAlerts",
    "AdminOrganizationSpendLimit",
    "AdminOrganizationUsers",
    "AdminOrganizationUsersRoles",
    "AdminOrganizationWorkloadIdentityProviders",
    "AdminOrganizationWorkloadIdentityProvidersFederationRules",
]


class AdminOrganization(Resource):
    """``client.admin.organization``."""

    @cached_property
    def admin_api_keys(self) -> AdminOrganizationAdminAPIKeys:
        """``client.admin.organization.admin_api_keys``."""
        return AdminOrganizationAdminAPIKeys(self._engine)

    @cached_property
    def audit_logs(self) -> AdminOrganizationAuditLogs:
        """``client.admin.organization.audit_logs``."""
        return AdminOrganizationAuditLogs(self._engine)

    @cached_property
    def certificates(self) -> AdminOrganizationCertificates:
        """``client.admin.organization.certificates``."""
        return AdminOrganizationCertificates(self._engine)

    @cached_property
    def data_retention(self) -> AdminOrganizationDataRetention:
        """``client.admin.organization.data_retention``."""
        return AdminOrganizationDataRetention(self._engine)

    @cached_property
    def external_keys(self) -> AdminOrganizationExternalKeys:
        """``client.admin.organization.external_keys``."""
        return AdminOrganizationExternalKeys(self._engine)

    @cached_property
    def external_storage(self) -> AdminOrganizationExternalStorage:
        """``client.admin.organization.external_storage``."""
        return AdminOrganizationExternalStorage(self._engine)

    @cached_property
    def groups(self) -> AdminOrganizationGroups:
        """``client.admin.organization.groups``."""
        return AdminOrganizationGroups(self._engine)

    @cached_property
    def invites(self) -> AdminOrganizationInvites:
        """``client.admin.organization.invites``."""
        return AdminOrganizationInvites(self._engine)

    @cached_property
    def projects(self) -> AdminOrganizationProjects:
        """``client.admin.organization.projects``."""
        from triopenai.resources.admin_projects import AdminOrganizationProjects

        return AdminOrganizationProjects(self._engine)

    @cached_property
    def roles(self) -> AdminOrganizationRoles:
        """``client.admin.organization.roles``."""
        return AdminOrganizationRoles(self._engine)

    @cached_property
    def spend_alerts(self) -> AdminOrganizationSpendAlerts:
        """``client.admin.organization.spend_alerts``."""
        return AdminOrganizationSpendAlerts(self._engine)

    @cached_property
    def spend_limit(self) -> AdminOrganizationSpendLimit:
        """``client.admin.organization.spend_limit``."""
        return AdminOrganizationSpendLimit(self._engine)

    @cached_property
    def usage(self) -> AdminOrganizationUsage:
        """``client.admin.organization.usage``."""
        from triopenai.resources.admin_usage import AdminOrganizationUsage

        return AdminOrganizationUsage(self._engine)

    @cached_property
    def users(self) -> AdminOrganizationUsers:
        """``client.admin.organization.users``."""
        return AdminOrganizationUsers(self._engine)

    @cached_property
    def workload_identity_providers(self) -> AdminOrganizationWorkloadIdentityProviders:
        """``client.admin.organization.workload_identity_providers``."""
        return AdminOrganizationWorkloadIdentityProviders(self._engine)


class AdminOrganizationAdminAPIKeys(Resource):
    """``client.admin.organization.admin_api_keys``."""

    async def create(
        self, **params: Unpack[args.AdminOrganizationAdminAPIKeysCreateArgs]
    ) -> AdminAPIKeyCreateResponse:
        """Create an organization admin API key.

        ``POST /organization/admin_api_keys``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/admin_api_keys/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_ADMIN_API_KEYS_CREATE, params)

    async def delete(self, key_id: str, **params: Unpack[RequestOptions]) -> AdminAPIKeyDeleteResponse:
        """Delete an organization admin API key.

        ``DELETE /organization/admin_api_keys/{key_id}``

        Args:
            key_id: Id of the key.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/admin_api_keys/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_ADMIN_API_KEYS_DELETE, params, key_id)

    def list(
        self, **params: Unpack[args.AdminOrganizationAdminAPIKeysListArgs]
    ) -> AsyncPaginator[AdminAPIKey, AsyncCursorPage[AdminAPIKey]]:
        """List organization admin API keys.

        ``GET /organization/admin_api_keys``

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/admin_api_keys/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_ADMIN_API_KEYS_LIST, params)

    async def retrieve(self, key_id: str, **params: Unpack[RequestOptions]) -> AdminAPIKey:
        """Retrieve an organization admin API key.

        ``GET /organization/admin_api_keys/{key_id}``

        Args:
            key_id: Id of the key.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/admin_api_keys/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_ADMIN_API_KEYS_RETRIEVE, params, key_id)


class AdminOrganizationAuditLogs(Resource):
    """``client.admin.organization.audit_logs``."""

    def list(
        self, **params: Unpack[args.AdminOrganizationAuditLogsListArgs]
    ) -> AsyncPaginator[AuditLogListResponse, AsyncConversationCursorPage[AuditLogListResponse]]:
        """List organization audit logs.

        ``GET /organization/audit_logs``

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/audit_logs/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_AUDIT_LOGS_LIST, params)


class AdminOrganizationCertificates(Resource):
    """``client.admin.organization.certificates``."""

    def activate(
        self, **params: Unpack[args.AdminOrganizationCertificatesActivateArgs]
    ) -> AsyncPaginator[CertificateActivateResponse, AsyncPage[CertificateActivateResponse]]:
        """Activate organization certificates.

        ``POST /organization/certificates/activate``

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/certificates/methods/activate
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_CERTIFICATES_ACTIVATE, params)

    async def create(self, **params: Unpack[args.AdminOrganizationCertificatesCreateArgs]) -> Certificate:
        """Create an organization certificate.

        ``POST /organization/certificates``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/certificates/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_CERTIFICATES_CREATE, params)

    def deactivate(
        self, **params: Unpack[args.AdminOrganizationCertificatesDeactivateArgs]
    ) -> AsyncPaginator[CertificateDeactivateResponse, AsyncPage[CertificateDeactivateResponse]]:
        """Deactivate organization certificates.

        ``POST /organization/certificates/deactivate``

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/certificates/methods/deactivate
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_CERTIFICATES_DEACTIVATE, params)

    async def delete(
        self, certificate_id: str, **params: Unpack[RequestOptions]
    ) -> CertificateDeleteResponse:
        """Delete an organization certificate.

        ``DELETE /organization/certificates/{certificate_id}``

        Args:
            certificate_id: Id of the certificate.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/certificates/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_CERTIFICATES_DELETE, params, certificate_id)

    def list(
        self, **params: Unpack[args.AdminOrganizationCertificatesListArgs]
    ) -> AsyncPaginator[CertificateListResponse, AsyncConversationCursorPage[CertificateListResponse]]:
        """List organization certificates.

        ``GET /organization/certificates``

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/certificates/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_CERTIFICATES_LIST, params)

    async def retrieve(
        self, certificate_id: str, **params: Unpack[args.AdminOrganizationCertificatesRetrieveArgs]
    ) -> Certificate:
        """Retrieve an organization certificate.

        ``GET /organization/certificates/{certificate_id}``

        Args:
            certificate_id: Id of the certificate.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/certificates/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_CERTIFICATES_RETRIEVE, params, certificate_id)

    async def update(
        self, certificate_id: str, **params: Unpack[args.AdminOrganizationCertificatesUpdateArgs]
    ) -> Certificate:
        """Update an organization certificate.

        ``POST /organization/certificates/{certificate_id}``

        Args:
            certificate_id: Id of the certificate.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/certificates/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_CERTIFICATES_UPDATE, params, certificate_id)


class AdminOrganizationDataRetention(Resource):
    """``client.admin.organization.data_retention``."""

    async def retrieve(self, **params: Unpack[RequestOptions]) -> OrganizationDataRetention:
        """Retrieve the organization data retention.

        ``GET /organization/data_retention``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/data_retention/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_DATA_RETENTION_RETRIEVE, params)

    async def update(
        self, **params: Unpack[args.AdminOrganizationDataRetentionUpdateArgs]
    ) -> OrganizationDataRetention:
        """Update the organization data retention.

        ``POST /organization/data_retention``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/data_retention/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_DATA_RETENTION_UPDATE, params)


class AdminOrganizationExternalKeys(Resource):
    """``client.admin.organization.external_keys``."""

    @overload
    async def create(
        self, **params: Unpack[args.AdminOrganizationExternalKeysCreateArgs1]
    ) -> ExternalKey: ...

    @overload
    async def create(
        self, **params: Unpack[args.AdminOrganizationExternalKeysCreateArgs2]
    ) -> ExternalKey: ...

    @overload
    async def create(
        self, **params: Unpack[args.AdminOrganizationExternalKeysCreateArgs3]
    ) -> ExternalKey: ...

    @overload
    async def create(
        self, **params: Unpack[args.AdminOrganizationExternalKeysCreateArgs4]
    ) -> ExternalKey: ...

    async def create(self, **params: Unpack[args.AdminOrganizationExternalKeysCreateArgs]) -> ExternalKey:
        """Create an organization external key.

        ``POST /organization/external_keys``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_keys/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_EXTERNAL_KEYS_CREATE, params)

    async def delete(self, external_key_id: str, **params: Unpack[RequestOptions]) -> ExternalKey:
        """Delete an organization external key.

        ``DELETE /organization/external_keys/{external_key_id}``

        Args:
            external_key_id: Id of the external key.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_keys/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_EXTERNAL_KEYS_DELETE, params, external_key_id)

    def list(
        self, **params: Unpack[args.AdminOrganizationExternalKeysListArgs]
    ) -> AsyncPaginator[ExternalKey, AsyncCursorPage[ExternalKey]]:
        """List organization external keys.

        ``GET /organization/external_keys``

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_keys/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_EXTERNAL_KEYS_LIST, params)

    async def retrieve(self, external_key_id: str, **params: Unpack[RequestOptions]) -> ExternalKey:
        """Retrieve an organization external key.

        ``GET /organization/external_keys/{external_key_id}``

        Args:
            external_key_id: Id of the external key.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_keys/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_EXTERNAL_KEYS_RETRIEVE, params, external_key_id)

    async def validate(
        self, external_key_id: str, **params: Unpack[RequestOptions]
    ) -> ExternalKeyValidateResponse:
        """Validate an organization external key.

        ``POST /organization/external_keys/{external_key_id}/validate``

        Args:
            external_key_id: Id of the external key.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_keys/methods/validate
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_EXTERNAL_KEYS_VALIDATE, params, external_key_id)


class AdminOrganizationExternalStorage(Resource):
    """``client.admin.organization.external_storage``."""

    async def create(
        self, **params: Unpack[args.AdminOrganizationExternalStorageCreateArgs]
    ) -> ExternalStorageConfiguration:
        """Create an organization external storage.

        ``POST /organization/external_storage``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_storage/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_EXTERNAL_STORAGE_CREATE, params)

    async def delete(
        self, external_storage_id: str, **params: Unpack[RequestOptions]
    ) -> ExternalStorageDeleted:
        """Delete an organization external storage.

        ``DELETE /organization/external_storage/{external_storage_id}``

        Args:
            external_storage_id: Id of the external storage.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_storage/methods/delete
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_EXTERNAL_STORAGE_DELETE, params, external_storage_id
        )

    def list(
        self, **params: Unpack[args.AdminOrganizationExternalStorageListArgs]
    ) -> AsyncPaginator[ExternalStorageConfiguration, AsyncCursorPage[ExternalStorageConfiguration]]:
        """List organization external storage.

        ``GET /organization/external_storage``

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_storage/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_EXTERNAL_STORAGE_LIST, params)

    async def retrieve(
        self, external_storage_id: str, **params: Unpack[RequestOptions]
    ) -> ExternalStorageConfiguration:
        """Retrieve an organization external storage.

        ``GET /organization/external_storage/{external_storage_id}``

        Args:
            external_storage_id: Id of the external storage.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_storage/methods/retrieve
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_EXTERNAL_STORAGE_RETRIEVE, params, external_storage_id
        )

    async def validate(
        self, external_storage_id: str, **params: Unpack[RequestOptions]
    ) -> ExternalStorageConfiguration:
        """Validate an organization external storage.

        ``POST /organization/external_storage/{external_storage_id}/validate``

        Args:
            external_storage_id: Id of the external storage.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_storage/methods/validate
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_EXTERNAL_STORAGE_VALIDATE, params, external_storage_id
        )


class AdminOrganizationGroups(Resource):
    """``client.admin.organization.groups``."""

    @cached_property
    def roles(self) -> AdminOrganizationGroupsRoles:
        """``client.admin.organization.groups.roles``."""
        return AdminOrganizationGroupsRoles(self._engine)

    @cached_property
    def users(self) -> AdminOrganizationGroupsUsers:
        """``client.admin.organization.groups.users``."""
        return AdminOrganizationGroupsUsers(self._engine)

    async def create(self, **params: Unpack[args.AdminOrganizationGroupsCreateArgs]) -> Group:
        """Create an organization group.

        ``POST /organization/groups``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_GROUPS_CREATE, params)

    async def delete(self, group_id: str, **params: Unpack[RequestOptions]) -> GroupDeleteResponse:
        """Delete an organization group.

        ``DELETE /organization/groups/{group_id}``

        Args:
            group_id: Id of the group.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_GROUPS_DELETE, params, group_id)

    def list(
        self, **params: Unpack[args.AdminOrganizationGroupsListArgs]
    ) -> AsyncPaginator[Group, AsyncNextCursorPage[Group]]:
        """List organization groups.

        ``GET /organization/groups``

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_GROUPS_LIST, params)

    async def retrieve(self, group_id: str, **params: Unpack[RequestOptions]) -> Group:
        """Retrieve an organization group.

        ``GET /organization/groups/{group_id}``

        Args:
            group_id: Id of the group.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_GROUPS_RETRIEVE, params, group_id)

    async def update(
        self, group_id: str, **params: Unpack[args.AdminOrganizationGroupsUpdateArgs]
    ) -> GroupUpdateResponse:
        """Update an organization group.

        ``POST /organization/groups/{group_id}``

        Args:
            group_id: Id of the group.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_GROUPS_UPDATE, params, group_id)


class AdminOrganizationGroupsRoles(Resource):
    """``client.admin.organization.groups.roles``."""

    async def create(
        self, group_id: str, **params: Unpack[args.AdminOrganizationGroupsRolesCreateArgs]
    ) -> RoleCreateResponse:
        """Create a group role.

        ``POST /organization/groups/{group_id}/roles``

        Args:
            group_id: Id of the group.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/subresources/roles/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_GROUPS_ROLES_CREATE, params, group_id)

    async def delete(
        self, role_id: str, **params: Unpack[args.AdminOrganizationGroupsRolesDeleteArgs]
    ) -> GroupsRoleDeleteResponse:
        """Delete a group role.

        ``DELETE /organization/groups/{group_id}/roles/{role_id}``

        Args:
            role_id: Id of the role.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/subresources/roles/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_GROUPS_ROLES_DELETE, params, role_id)

    def list(
        self, group_id: str, **params: Unpack[args.AdminOrganizationGroupsRolesListArgs]
    ) -> AsyncPaginator[RoleListResponse, AsyncNextCursorPage[RoleListResponse]]:
        """List group roles.

        ``GET /organization/groups/{group_id}/roles``

        Args:
            group_id: Id of the group.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/subresources/roles/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_GROUPS_ROLES_LIST, params, group_id)

    async def retrieve(
        self, role_id: str, **params: Unpack[args.AdminOrganizationGroupsRolesRetrieveArgs]
    ) -> RoleRetrieveResponse:
        """Retrieve a group role.

        ``GET /organization/groups/{group_id}/roles/{role_id}``

        Args:
            role_id: Id of the role.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/subresources/roles/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_GROUPS_ROLES_RETRIEVE, params, role_id)


class AdminOrganizationGroupsUsers(Resource):
    """``client.admin.organization.groups.users``."""

    async def create(
        self, group_id: str, **params: Unpack[args.AdminOrganizationGroupsUsersCreateArgs]
    ) -> UserCreateResponse:
        """Create a group user.

        ``POST /organization/groups/{group_id}/users``

        Args:
            group_id: Id of the group.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/subresources/users/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_GROUPS_USERS_CREATE, params, group_id)

    async def delete(
        self, user_id: str, **params: Unpack[args.AdminOrganizationGroupsUsersDeleteArgs]
    ) -> GroupsUserDeleteResponse:
        """Delete a group user.

        ``DELETE /organization/groups/{group_id}/users/{user_id}``

        Args:
            user_id: Id of the user.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/subresources/users/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_GROUPS_USERS_DELETE, params, user_id)

    def list(
        self, group_id: str, **params: Unpack[args.AdminOrganizationGroupsUsersListArgs]
    ) -> AsyncPaginator[OrganizationGroupUser, AsyncNextCursorPage[OrganizationGroupUser]]:
        """List group users.

        ``GET /organization/groups/{group_id}/users``

        Args:
            group_id: Id of the group.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/subresources/users/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_GROUPS_USERS_LIST, params, group_id)

    async def retrieve(
        self, user_id: str, **params: Unpack[args.AdminOrganizationGroupsUsersRetrieveArgs]
    ) -> UserRetrieveResponse:
        """Retrieve a group user.

        ``GET /organization/groups/{group_id}/users/{user_id}``

        Args:
            user_id: Id of the user.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/subresources/users/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_GROUPS_USERS_RETRIEVE, params, user_id)


class AdminOrganizationInvites(Resource):
    """``client.admin.organization.invites``."""

    async def create(self, **params: Unpack[args.AdminOrganizationInvitesCreateArgs]) -> Invite:
        """Create an organization invite.

        ``POST /organization/invites``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/invites/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_INVITES_CREATE, params)

    async def delete(self, invite_id: str, **params: Unpack[RequestOptions]) -> InviteDeleteResponse:
        """Delete an organization invite.

        ``DELETE /organization/invites/{invite_id}``

        Args:
            invite_id: Id of the invite.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/invites/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_INVITES_DELETE, params, invite_id)

    def list(
        self, **params: Unpack[args.AdminOrganizationInvitesListArgs]
    ) -> AsyncPaginator[Invite, AsyncConversationCursorPage[Invite]]:
        """List organization invites.

        ``GET /organization/invites``

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/invites/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_INVITES_LIST, params)

    async def retrieve(self, invite_id: str, **params: Unpack[RequestOptions]) -> Invite:
        """Retrieve an organization invite.

        ``GET /organization/invites/{invite_id}``

        Args:
            invite_id: Id of the invite.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/invites/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_INVITES_RETRIEVE, params, invite_id)


class AdminOrganizationRoles(Resource):
    """``client.admin.organization.roles``."""

    async def create(self, **params: Unpack[args.AdminOrganizationRolesCreateArgs]) -> Role:
        """Create an organization role.

        ``POST /organization/roles``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/roles/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_ROLES_CREATE, params)

    async def delete(self, role_id: str, **params: Unpack[RequestOptions]) -> RoleDeleteResponse:
        """Delete an organization role.

        ``DELETE /organization/roles/{role_id}``

        Args:
            role_id: Id of the role.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/roles/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_ROLES_DELETE, params, role_id)

    def list(
        self, **params: Unpack[args.AdminOrganizationRolesListArgs]
    ) -> AsyncPaginator[Role, AsyncNextCursorPage[Role]]:
        """List organization roles.

        ``GET /organization/roles``

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/roles/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_ROLES_LIST, params)

    async def retrieve(self, role_id: str, **params: Unpack[RequestOptions]) -> Role:
        """Retrieve an organization role.

        ``GET /organization/roles/{role_id}``

        Args:
            role_id: Id of the role.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/roles/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_ROLES_RETRIEVE, params, role_id)

    async def update(self, role_id: str, **params: Unpack[args.AdminOrganizationRolesUpdateArgs]) -> Role:
        """Update an organization role.

        ``POST /organization/roles/{role_id}``

        Args:
            role_id: Id of the role.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/roles/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_ROLES_UPDATE, params, role_id)


class AdminOrganizationSpendAlerts(Resource):
    """``client.admin.organization.spend_alerts``."""

    async def create(
        self, **params: Unpack[args.AdminOrganizationSpendAlertsCreateArgs]
    ) -> OrganizationSpendAlert:
        """Create an organization spend alert.

        ``POST /organization/spend_alerts``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/spend_alerts/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_SPEND_ALERTS_CREATE, params)

    async def delete(self, alert_id: str, **params: Unpack[RequestOptions]) -> OrganizationSpendAlertDeleted:
        """Delete an organization spend alert.

        ``DELETE /organization/spend_alerts/{alert_id}``

        Args:
            alert_id: Id of the alert.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/spend_alerts/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_SPEND_ALERTS_DELETE, params, alert_id)

    def list(
        self, **params: Unpack[args.AdminOrganizationSpendAlertsListArgs]
    ) -> AsyncPaginator[OrganizationSpendAlert, AsyncConversationCursorPage[OrganizationSpendAlert]]:
        """List organization spend alerts.

        ``GET /organization/spend_alerts``

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/spend_alerts/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_SPEND_ALERTS_LIST, params)

    async def retrieve(self, alert_id: str, **params: Unpack[RequestOptions]) -> OrganizationSpendAlert:
        """Retrieve an organization spend alert.

        ``GET /organization/spend_alerts/{alert_id}``

        Args:
            alert_id: Id of the alert.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/spend_alerts/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_SPEND_ALERTS_RETRIEVE, params, alert_id)

    async def update(
        self, alert_id: str, **params: Unpack[args.AdminOrganizationSpendAlertsUpdateArgs]
    ) -> OrganizationSpendAlert:
        """Update an organization spend alert.

        ``POST /organization/spend_alerts/{alert_id}``

        Args:
            alert_id: Id of the alert.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/spend_alerts/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_SPEND_ALERTS_UPDATE, params, alert_id)


class AdminOrganizationSpendLimit(Resource):
    """``client.admin.organization.spend_limit``."""

    async def delete(self, **params: Unpack[RequestOptions]) -> OrganizationSpendLimitDeleted:
        """Delete an organization spend limit.

        ``DELETE /organization/spend_limit``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/spend_limit/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_SPEND_LIMIT_DELETE, params)

    async def retrieve(self, **params: Unpack[RequestOptions]) -> OrganizationSpendLimit:
        """Retrieve an organization spend limit.

        ``GET /organization/spend_limit``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/spend_limit/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_SPEND_LIMIT_RETRIEVE, params)

    async def update(
        self, **params: Unpack[args.AdminOrganizationSpendLimitUpdateArgs]
    ) -> OrganizationSpendLimit:
        """Update an organization spend limit.

        ``POST /organization/spend_limit``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/spend_limit/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_SPEND_LIMIT_UPDATE, params)


class AdminOrganizationUsers(Resource):
    """``client.admin.organization.users``."""

    @cached_property
    def roles(self) -> AdminOrganizationUsersRoles:
        """``client.admin.organization.users.roles``."""
        return AdminOrganizationUsersRoles(self._engine)

    async def delete(self, user_id: str, **params: Unpack[RequestOptions]) -> UserDeleteResponse:
        """Delete an organization user.

        ``DELETE /organization/users/{user_id}``

        Args:
            user_id: Id of the user.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/users/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USERS_DELETE, params, user_id)

    def list(
        self, **params: Unpack[args.AdminOrganizationUsersListArgs]
    ) -> AsyncPaginator[OrganizationUser, AsyncConversationCursorPage[OrganizationUser]]:
        """List organization users.

        ``GET /organization/users``

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/users/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_USERS_LIST, params)

    async def retrieve(self, user_id: str, **params: Unpack[RequestOptions]) -> OrganizationUser:
        """Retrieve an organization user.

        ``GET /organization/users/{user_id}``

        Args:
            user_id: Id of the user.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/users/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USERS_RETRIEVE, params, user_id)

    async def update(
        self, user_id: str, **params: Unpack[args.AdminOrganizationUsersUpdateArgs]
    ) -> OrganizationUser:
        """Update an organization user.

        ``POST /organization/users/{user_id}``

        Args:
            user_id: Id of the user.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/users/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USERS_UPDATE, params, user_id)


class AdminOrganizationUsersRoles(Resource):
    """``client.admin.organization.users.roles``."""

    async def create(
        self, user_id: str, **params: Unpack[args.AdminOrganizationUsersRolesCreateArgs]
    ) -> UsersRoleCreateResponse:
        """Create a user role.

        ``POST /organization/users/{user_id}/roles``

        Args:
            user_id: Id of the user.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/users/subresources/roles/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USERS_ROLES_CREATE, params, user_id)

    async def delete(
        self, role_id: str, **params: Unpack[args.AdminOrganizationUsersRolesDeleteArgs]
    ) -> UsersRoleDeleteResponse:
        """Delete a user role.

        ``DELETE /organization/users/{user_id}/roles/{role_id}``

        Args:
            role_id: Id of the role.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/users/subresources/roles/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USERS_ROLES_DELETE, params, role_id)

    def list(
        self, user_id: str, **params: Unpack[args.AdminOrganizationUsersRolesListArgs]
    ) -> AsyncPaginator[UsersRoleListResponse, AsyncNextCursorPage[UsersRoleListResponse]]:
        """List user roles.

        ``GET /organization/users/{user_id}/roles``

        Args:
            user_id: Id of the user.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/users/subresources/roles/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_USERS_ROLES_LIST, params, user_id)

    async def retrieve(
        self, role_id: str, **params: Unpack[args.AdminOrganizationUsersRolesRetrieveArgs]
    ) -> UsersRoleRetrieveResponse:
        """Retrieve a user role.

        ``GET /organization/users/{user_id}/roles/{role_id}``

        Args:
            role_id: Id of the role.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/users/subresources/roles/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USERS_ROLES_RETRIEVE, params, role_id)


class AdminOrganizationWorkloadIdentityProviders(Resource):
    """``client.admin.organization.workload_identity_providers``."""

    @cached_property
    def federation_rules(self) -> AdminOrganizationWorkloadIdentityProvidersFederationRules:
        """``client.admin.organization.workload_identity_providers.federation_rules``."""
        return AdminOrganizationWorkloadIdentityProvidersFederationRules(self._engine)

    async def create(
        self, **params: Unpack[args.AdminOrganizationWorkloadIdentityProvidersCreateArgs]
    ) -> WorkloadIdentityProvider:
        """Create an organization workload identity provider.

        ``POST /organization/workload_identity_providers``

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers/methods/create
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_CREATE, params)

    async def delete(
        self, workload_identity_provider_id: str, **params: Unpack[RequestOptions]
    ) -> WorkloadIdentityProviderDeleted:
        """Delete an organization workload identity provider.

        ``DELETE /organization/workload_identity_providers/{workload_identity_provider_id}``

        Args:
            workload_identity_provider_id: Id of the workload identity provider.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers/methods/delete
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_DELETE, params, workload_identity_provider_id
        )

    def list(
        self, **params: Unpack[args.AdminOrganizationWorkloadIdentityProvidersListArgs]
    ) -> AsyncPaginator[WorkloadIdentityProvider, AsyncCursorPage[WorkloadIdentityProvider]]:
        """List organization workload identity providers.

        ``GET /organization/workload_identity_providers``

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_LIST, params)

    async def retrieve(
        self, workload_identity_provider_id: str, **params: Unpack[RequestOptions]
    ) -> WorkloadIdentityProvider:
        """Retrieve an organization workload identity provider.

        ``GET /organization/workload_identity_providers/{workload_identity_provider_id}``

        Args:
            workload_identity_provider_id: Id of the workload identity provider.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers/methods/retrieve
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_RETRIEVE, params, workload_identity_provider_id
        )

    async def update(
        self,
        workload_identity_provider_id: str,
        **params: Unpack[args.AdminOrganizationWorkloadIdentityProvidersUpdateArgs],
    ) -> WorkloadIdentityProvider:
        """Update an organization workload identity provider.

        ``POST /organization/workload_identity_providers/{workload_identity_provider_id}``

        Args:
            workload_identity_provider_id: Id of the workload identity provider.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers/methods/update
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_UPDATE, params, workload_identity_provider_id
        )


class AdminOrganizationWorkloadIdentityProvidersFederationRules(Resource):
    """``client.admin.organization.workload_identity_providers.federation_rules``."""

    async def create(
        self,
        workload_identity_provider_id: str,
        **params: Unpack[args.AdminOrganizationWorkloadIdentityProvidersFederationRulesCreateArgs],
    ) -> FederationRule:
        """Create a workload identity provider federation rule.

        ``POST /organization/workload_identity_providers/{...}/federation_rules``

        Args:
            workload_identity_provider_id: Id of the workload identity provider.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers/subresources/federation_rules/methods/create
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_CREATE,
            params,
            workload_identity_provider_id,
        )

    async def delete(
        self,
        workload_identity_federation_rule_id: str,
        **params: Unpack[args.AdminOrganizationWorkloadIdentityProvidersFederationRulesDeleteArgs],
    ) -> FederationRuleDeleted:
        """Delete a workload identity provider federation rule.

        ``DELETE /organization/workload_identity_providers/{...}/federation_rules/{...}``

        Args:
            workload_identity_federation_rule_id: Id of the workload identity federation rule.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers/subresources/federation_rules/methods/delete
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_DELETE,
            params,
            workload_identity_federation_rule_id,
        )

    def list(
        self,
        workload_identity_provider_id: str,
        **params: Unpack[args.AdminOrganizationWorkloadIdentityProvidersFederationRulesListArgs],
    ) -> AsyncPaginator[FederationRule, AsyncCursorPage[FederationRule]]:
        """List workload identity provider federation rules.

        ``GET /organization/workload_identity_providers/{...}/federation_rules``

        Args:
            workload_identity_provider_id: Id of the workload identity provider.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers/subresources/federation_rules/methods/list
        """
        return self._engine.paginate(
            ops.ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_LIST,
            params,
            workload_identity_provider_id,
        )

    async def retrieve(
        self,
        workload_identity_federation_rule_id: str,
        **params: Unpack[args.AdminOrganizationWorkloadIdentityProvidersFederationRulesRetrieveArgs],
    ) -> FederationRule:
        """Retrieve a workload identity provider federation rule.

        ``GET /organization/workload_identity_providers/{...}/federation_rules/{...}``

        Args:
            workload_identity_federation_rule_id: Id of the workload identity federation rule.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers/subresources/federation_rules/methods/retrieve
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_RETRIEVE,
            params,
            workload_identity_federation_rule_id,
        )

    async def update(
        self,
        workload_identity_federation_rule_id: str,
        **params: Unpack[args.AdminOrganizationWorkloadIdentityProvidersFederationRulesUpdateArgs],
    ) -> FederationRule:
        """Update a workload identity provider federation rule.

        ``POST /organization/workload_identity_providers/{...}/federation_rules/{...}``

        Args:
            workload_identity_federation_rule_id: Id of the workload identity federation rule.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers/subresources/federation_rules/methods/update
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_UPDATE,
            params,
            workload_identity_federation_rule_id,
        )
