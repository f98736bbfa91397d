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
        AsyncPage,
        AsyncPaginator,
    )
    from triopenai.resources._args import admin_organization as args
    from triopenai.resources.admin_members import (
        AdminOrganizationGroups,
        AdminOrganizationInvites,
        AdminOrganizationRoles,
        AdminOrganizationUsers,
    )
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
        OrganizationDataRetention,
        OrganizationSpendAlert,
        OrganizationSpendAlertDeleted,
        OrganizationSpendLimit,
        OrganizationSpendLimitDeleted,
        WorkloadIdentityProvider,
        WorkloadIdentityProviderDeleted,
    )
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
    "AdminOrganizationSpendAlerts",
    "AdminOrganizationSpendLimit",
    "AdminOrganizationWorkloadIdentityProviders",
    "AdminOrganizationWorkloadIdentityProvidersFederationRules",
]


class AdminOrganization(Resource):
    """Methods of ``client.admin.organization``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization
    """

    @cached_property
    def admin_api_keys(self) -> AdminOrganizationAdminAPIKeys:
        """Methods of ``client.admin.organization.admin_api_keys``."""
        return AdminOrganizationAdminAPIKeys(self._engine)

    @cached_property
    def audit_logs(self) -> AdminOrganizationAuditLogs:
        """Methods of ``client.admin.organization.audit_logs``."""
        return AdminOrganizationAuditLogs(self._engine)

    @cached_property
    def certificates(self) -> AdminOrganizationCertificates:
        """Methods of ``client.admin.organization.certificates``."""
        return AdminOrganizationCertificates(self._engine)

    @cached_property
    def data_retention(self) -> AdminOrganizationDataRetention:
        """Methods of ``client.admin.organization.data_retention``."""
        return AdminOrganizationDataRetention(self._engine)

    @cached_property
    def external_keys(self) -> AdminOrganizationExternalKeys:
        """Methods of ``client.admin.organization.external_keys``."""
        return AdminOrganizationExternalKeys(self._engine)

    @cached_property
    def external_storage(self) -> AdminOrganizationExternalStorage:
        """Methods of ``client.admin.organization.external_storage``."""
        return AdminOrganizationExternalStorage(self._engine)

    @cached_property
    def groups(self) -> AdminOrganizationGroups:
        """Methods of ``client.admin.organization.groups``."""
        from triopenai.resources.admin_members import AdminOrganizationGroups

        return AdminOrganizationGroups(self._engine)

    @cached_property
    def invites(self) -> AdminOrganizationInvites:
        """Methods of ``client.admin.organization.invites``."""
        from triopenai.resources.admin_members import AdminOrganizationInvites

        return AdminOrganizationInvites(self._engine)

    @cached_property
    def projects(self) -> AdminOrganizationProjects:
        """Methods of ``client.admin.organization.projects``."""
        from triopenai.resources.admin_projects import AdminOrganizationProjects

        return AdminOrganizationProjects(self._engine)

    @cached_property
    def roles(self) -> AdminOrganizationRoles:
        """Methods of ``client.admin.organization.roles``."""
        from triopenai.resources.admin_members import AdminOrganizationRoles

        return AdminOrganizationRoles(self._engine)

    @cached_property
    def spend_alerts(self) -> AdminOrganizationSpendAlerts:
        """Methods of ``client.admin.organization.spend_alerts``."""
        return AdminOrganizationSpendAlerts(self._engine)

    @cached_property
    def spend_limit(self) -> AdminOrganizationSpendLimit:
        """Methods of ``client.admin.organization.spend_limit``."""
        return AdminOrganizationSpendLimit(self._engine)

    @cached_property
    def usage(self) -> AdminOrganizationUsage:
        """Methods of ``client.admin.organization.usage``."""
        from triopenai.resources.admin_usage import AdminOrganizationUsage

        return AdminOrganizationUsage(self._engine)

    @cached_property
    def users(self) -> AdminOrganizationUsers:
        """Methods of ``client.admin.organization.users``."""
        from triopenai.resources.admin_members import AdminOrganizationUsers

        return AdminOrganizationUsers(self._engine)

    @cached_property
    def workload_identity_providers(self) -> AdminOrganizationWorkloadIdentityProviders:
        """Methods of ``client.admin.organization.workload_identity_providers``."""
        return AdminOrganizationWorkloadIdentityProviders(self._engine)


class AdminOrganizationAdminAPIKeys(Resource):
    """Methods of ``client.admin.organization.admin_api_keys``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/admin_api_keys
    """

    async def create(
        self, **params: Unpack[args.AdminOrganizationAdminAPIKeysCreateArgs]
    ) -> AdminAPIKeyCreateResponse:
        """Create an organization admin API key.

        ``POST /organization/admin_api_keys``

        Args:
            **params: The keys of `triopenai.types.admin.organization.AdminAPIKeyCreateParams` (`name` is
                required), and the request options.

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
            **params: The request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.AdminAPIKeyListParams`, and the request
                options.

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
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/admin_api_keys/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_ADMIN_API_KEYS_RETRIEVE, params, key_id)


class AdminOrganizationAuditLogs(Resource):
    """Methods of ``client.admin.organization.audit_logs``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/audit_logs
    """

    def list(
        self, **params: Unpack[args.AdminOrganizationAuditLogsListArgs]
    ) -> AsyncPaginator[AuditLogListResponse, AsyncConversationCursorPage[AuditLogListResponse]]:
        """List organization audit logs.

        ``GET /organization/audit_logs``

        Args:
            **params: The keys of `triopenai.types.admin.organization.AuditLogListParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/audit_logs/methods/list
        """
        return self._engine.paginate(ops.ADMIN_ORGANIZATION_AUDIT_LOGS_LIST, params)


class AdminOrganizationCertificates(Resource):
    """Methods of ``client.admin.organization.certificates``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/certificates
    """

    def activate(
        self, **params: Unpack[args.AdminOrganizationCertificatesActivateArgs]
    ) -> AsyncPaginator[CertificateActivateResponse, AsyncPage[CertificateActivateResponse]]:
        """Activate organization certificates.

        ``POST /organization/certificates/activate``

        Args:
            **params: The keys of `triopenai.types.admin.organization.CertificateActivateParams`
                (`certificate_ids` is required), and the request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.CertificateCreateParams` (`certificate`
                is required), and the request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.CertificateDeactivateParams`
                (`certificate_ids` is required), and the request options.

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
            **params: The request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.CertificateListParams`, and the request
                options.

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
            **params: The keys of `triopenai.types.admin.organization.CertificateRetrieveParams`, and the
                request options.

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
            **params: The keys of `triopenai.types.admin.organization.CertificateUpdateParams`, and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/certificates/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_CERTIFICATES_UPDATE, params, certificate_id)


class AdminOrganizationDataRetention(Resource):
    """Methods of ``client.admin.organization.data_retention``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/data_retention
    """

    async def retrieve(self, **params: Unpack[RequestOptions]) -> OrganizationDataRetention:
        """Retrieve the organization data retention.

        ``GET /organization/data_retention``

        Args:
            **params: The request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.DataRetentionUpdateParams`
                (`retention_type` is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/data_retention/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_DATA_RETENTION_UPDATE, params)


class AdminOrganizationExternalKeys(Resource):
    """Methods of ``client.admin.organization.external_keys``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_keys
    """

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.ExternalKeyCreateParams` (`name` and
                `type` are required), and the request options.

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
            **params: The request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.ExternalKeyListParams`, and the request
                options.

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
            **params: The request options.

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
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_keys/methods/validate
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_EXTERNAL_KEYS_VALIDATE, params, external_key_id)


class AdminOrganizationExternalStorage(Resource):
    """Methods of ``client.admin.organization.external_storage``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_storage
    """

    async def create(
        self, **params: Unpack[args.AdminOrganizationExternalStorageCreateArgs]
    ) -> ExternalStorageConfiguration:
        """Create an organization external storage.

        ``POST /organization/external_storage``

        Args:
            **params: The keys of `triopenai.types.admin.organization.ExternalStorageCreateParams`
                (`project_id` and `provider` are required), and the request options.

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
            **params: The request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.ExternalStorageListParams`, and the
                request options.

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
            **params: The request options.

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
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/external_storage/methods/validate
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_EXTERNAL_STORAGE_VALIDATE, params, external_storage_id
        )


class AdminOrganizationSpendAlerts(Resource):
    """Methods of ``client.admin.organization.spend_alerts``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/spend_alerts
    """

    async def create(
        self, **params: Unpack[args.AdminOrganizationSpendAlertsCreateArgs]
    ) -> OrganizationSpendAlert:
        """Create an organization spend alert.

        ``POST /organization/spend_alerts``

        Args:
            **params: The keys of `triopenai.types.admin.organization.SpendAlertCreateParams` (`currency`,
                `interval`, `notification_channel` and `threshold_amount` are required), and the request
                options.

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
            **params: The request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.SpendAlertListParams`, and the request
                options.

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
            **params: The request options.

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
            **params: The keys of `triopenai.types.admin.organization.SpendAlertUpdateParams` (`currency`,
                `interval`, `notification_channel` and `threshold_amount` are required), and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/spend_alerts/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_SPEND_ALERTS_UPDATE, params, alert_id)


class AdminOrganizationSpendLimit(Resource):
    """Methods of ``client.admin.organization.spend_limit``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/spend_limit
    """

    async def delete(self, **params: Unpack[RequestOptions]) -> OrganizationSpendLimitDeleted:
        """Delete an organization spend limit.

        ``DELETE /organization/spend_limit``

        Args:
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/spend_limit/methods/delete
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_SPEND_LIMIT_DELETE, params)

    async def retrieve(self, **params: Unpack[RequestOptions]) -> OrganizationSpendLimit:
        """Retrieve an organization spend limit.

        ``GET /organization/spend_limit``

        Args:
            **params: The request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.SpendLimitUpdateParams` (`currency`,
                `interval` and `threshold_amount` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/spend_limit/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_SPEND_LIMIT_UPDATE, params)


class AdminOrganizationWorkloadIdentityProviders(Resource):
    """Methods of ``client.admin.organization.workload_identity_providers``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers
    """

    @cached_property
    def federation_rules(self) -> AdminOrganizationWorkloadIdentityProvidersFederationRules:
        """Methods of ``client.admin.organization.workload_identity_providers.federation_rules``."""
        return AdminOrganizationWorkloadIdentityProvidersFederationRules(self._engine)

    async def create(
        self, **params: Unpack[args.AdminOrganizationWorkloadIdentityProvidersCreateArgs]
    ) -> WorkloadIdentityProvider:
        """Create an organization workload identity provider.

        ``POST /organization/workload_identity_providers``

        Args:
            **params: The keys of `triopenai.types.admin.organization.WorkloadIdentityProviderCreateParams`
                (`audience`, `issuer`, `name` and `type` are required), and the request options.

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
            **params: The request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.WorkloadIdentityProviderListParams`, and
                the request options.

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
            **params: The request options.

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
            **params: The keys of `triopenai.types.admin.organization.WorkloadIdentityProviderUpdateParams`,
                and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers/methods/update
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_UPDATE, params, workload_identity_provider_id
        )


class AdminOrganizationWorkloadIdentityProvidersFederationRules(Resource):
    """Methods of ``client.admin.organization.workload_identity_providers.federation_rules``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers/subresources/federation_rules
    """

    async def create(
        self,
        workload_identity_provider_id: str,
        **params: Unpack[args.AdminOrganizationWorkloadIdentityProvidersFederationRulesCreateArgs],
    ) -> FederationRule:
        """Create a workload identity provider federation rule.

        ``POST /organization/workload_identity_providers/{...}/federation_rules``

        Args:
            workload_identity_provider_id: Id of the workload identity provider.
            **params: The keys of
                `triopenai.types.admin.organization.workload_identity_providers.FederationRuleCreateParams`
                (`attribute_matchers`, `project_id` and `service_account_id` are required), and the request
                options.

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
            **params: `workload_identity_provider_id` and the request options.

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
            **params: The keys of
                `triopenai.types.admin.organization.workload_identity_providers.FederationRuleListParams`, and
                the request options.

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
            **params: `workload_identity_provider_id` and the request options.

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
            **params: The keys of
                `triopenai.types.admin.organization.workload_identity_providers.FederationRuleUpdateParams`
                (`workload_identity_provider_id` is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/workload_identity_providers/subresources/federation_rules/methods/update
        """
        return await self._engine.call(
            ops.ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_UPDATE,
            params,
            workload_identity_federation_rule_id,
        )
