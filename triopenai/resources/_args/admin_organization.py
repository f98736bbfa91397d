"""The keywords of ``admin_organization``. Generated: do not edit."""

from __future__ import annotations

from typing import Required

from triopenai._base.options import RequestOptions
from triopenai.types.admin.organization._params import (
    AdminAPIKeyCreateParams,
    AdminAPIKeyListParams,
    AuditLogListParams,
    CertificateActivateParams,
    CertificateCreateParams,
    CertificateDeactivateParams,
    CertificateListParams,
    CertificateRetrieveParams,
    CertificateUpdateParams,
    DataRetentionUpdateParams,
    ExternalKeyCreateV1OrganizationExternalKeysPostRequestAwsParam,
    ExternalKeyCreateV1OrganizationExternalKeysPostRequestAzureParam,
    ExternalKeyCreateV1OrganizationExternalKeysPostRequestGcpParam,
    ExternalKeyCreateV1OrganizationExternalKeysPostRequestOciParam,
    ExternalKeyListParams,
    ExternalStorageCreateParams,
    ExternalStorageListParams,
    GroupCreateParams,
    GroupListParams,
    GroupUpdateParams,
    InviteCreateParams,
    InviteListParams,
    RoleCreateParams,
    RoleListParams,
    RoleUpdateParams,
    SpendAlertCreateParams,
    SpendAlertListParams,
    SpendAlertUpdateParams,
    SpendLimitUpdateParams,
    UserListParams,
    UserUpdateParams,
    WorkloadIdentityProviderCreateParams,
    WorkloadIdentityProviderListParams,
    WorkloadIdentityProviderUpdateParams,
)
from triopenai.types.admin.organization.groups._params import RoleCreateParams as GroupsRoleCreateParams
from triopenai.types.admin.organization.groups._params import RoleListParams as GroupsRoleListParams
from triopenai.types.admin.organization.groups._params import UserCreateParams
from triopenai.types.admin.organization.groups._params import UserListParams as GroupsUserListParams
from triopenai.types.admin.organization.users._params import RoleCreateParams as UsersRoleCreateParams
from triopenai.types.admin.organization.users._params import RoleListParams as UsersRoleListParams
from triopenai.types.admin.organization.workload_identity_providers._params import (
    FederationRuleCreateParams,
    FederationRuleListParams,
    FederationRuleUpdateParams,
)

__all__ = [
    "AdminOrganizationAdminAPIKeysCreateArgs",
    "AdminOrganizationAdminAPIKeysListArgs",
    "AdminOrganizationAuditLogsListArgs",
    "AdminOrganizationCertificatesActivateArgs",
    "AdminOrganizationCertificatesCreateArgs",
    "AdminOrganizationCertificatesDeactivateArgs",
    "AdminOrganizationCertificatesListArgs",
    "AdminOrganizationCertificatesRetrieveArgs",
    "AdminOrganizationCertificatesUpdateArgs",
    "AdminOrganizationDataRetentionUpdateArgs",
    "AdminOrganizationExternalKeysCreateArgs",
    "AdminOrganizationExternalKeysCreateArgs1",
    "AdminOrganizationExternalKeysCreateArgs2",
    "AdminOrganizationExternalKeysCreateArgs3",
    "AdminOrganizationExternalKeysCreateArgs4",
    "AdminOrganizationExternalKeysListArgs",
    "AdminOrganizationExternalStorageCreateArgs",
    "AdminOrganizationExternalStorageListArgs",
    "AdminOrganizationGroupsCreateArgs",
    "AdminOrganizationGroupsListArgs",
    "AdminOrganizationGroupsRolesCreateArgs",
    "AdminOrganizationGroupsRolesDeleteArgs",
    "AdminOrganizationGroupsRolesListArgs",
    "AdminOrganizationGroupsRolesRetrieveArgs",
    "AdminOrganizationGroupsUpdateArgs",
    "AdminOrganizationGroupsUsersCreateArgs",
    "AdminOrganizationGroupsUsersDeleteArgs",
    "AdminOrganizationGroupsUsersListArgs",
    "AdminOrganizationGroupsUsersRetrieveArgs",
    "AdminOrganizationInvitesCreateArgs",
    "AdminOrganizationInvitesListArgs",
    "AdminOrganizationRolesCreateArgs",
    "AdminOrganizationRolesListArgs",
    "AdminOrganizationRolesUpdateArgs",
    "AdminOrganizationSpendAlertsCreateArgs",
    "AdminOrganizationSpendAlertsListArgs",
    "AdminOrganizationSpendAlertsUpdateArgs",
    "AdminOrganizationSpendLimitUpdateArgs",
    "AdminOrganizationUsersListArgs",
    "AdminOrganizationUsersRolesCreateArgs",
    "AdminOrganizationUsersRolesDeleteArgs",
    "AdminOrganizationUsersRolesListArgs",
    "AdminOrganizationUsersRolesRetrieveArgs",
    "AdminOrganizationUsersUpdateArgs",
    "AdminOrganizationWorkloadIdentityProvidersCreateArgs",
    "AdminOrganizationWorkloadIdentityProvidersFederationRulesCreateArgs",
    "AdminOrganizationWorkloadIdentityProvidersFederationRulesDeleteArgs",
    "AdminOrganizationWorkloadIdentityProvidersFederationRulesListArgs",
    "AdminOrganizationWorkloadIdentityProvidersFederationRulesRetrieveArgs",
    "AdminOrganizationWorkloadIdentityProvidersFederationRulesUpdateArgs",
    "AdminOrganizationWorkloadIdentityProvidersListArgs",
    "AdminOrganizationWorkloadIdentityProvidersUpdateArgs",
]


class AdminOrganizationAdminAPIKeysCreateArgs(AdminAPIKeyCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.admin_api_keys.create``."""


class AdminOrganizationAdminAPIKeysListArgs(AdminAPIKeyListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.admin_api_keys.list``."""


class AdminOrganizationAuditLogsListArgs(AuditLogListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.audit_logs.list``."""


class AdminOrganizationCertificatesActivateArgs(CertificateActivateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.certificates.activate``."""


class AdminOrganizationCertificatesCreateArgs(CertificateCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.certificates.create``."""


class AdminOrganizationCertificatesDeactivateArgs(CertificateDeactivateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.certificates.deactivate``."""


class AdminOrganizationCertificatesListArgs(CertificateListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.certificates.list``."""


class AdminOrganizationCertificatesRetrieveArgs(CertificateRetrieveParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.certificates.retrieve``."""


class AdminOrganizationCertificatesUpdateArgs(CertificateUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.certificates.update``."""


class AdminOrganizationDataRetentionUpdateArgs(DataRetentionUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.data_retention.update``."""


class AdminOrganizationExternalKeysCreateArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.external_keys.create``."""

    name: object
    type: object
    audience: object
    external_id: object
    key_name: object
    key_ocid: object
    key_version: object
    key_version_ocid: object
    kms_arn: object
    kms_key_location: object
    kms_key_name: object
    kms_key_ring_name: object
    kms_key_version: object
    kms_project_id: object
    purpose: object
    region: object
    role_arn: object
    tenant_id: object
    vault_ocid: object
    vault_uri: object
    workload_identity_pool_id: object
    workload_identity_project_number: object
    workload_identity_provider_id: object


class AdminOrganizationExternalKeysCreateArgs1(
    ExternalKeyCreateV1OrganizationExternalKeysPostRequestOciParam,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.external_keys.create``."""


class AdminOrganizationExternalKeysCreateArgs2(
    ExternalKeyCreateV1OrganizationExternalKeysPostRequestAzureParam,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.external_keys.create``."""


class AdminOrganizationExternalKeysCreateArgs3(
    ExternalKeyCreateV1OrganizationExternalKeysPostRequestAwsParam,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.external_keys.create``."""


class AdminOrganizationExternalKeysCreateArgs4(
    ExternalKeyCreateV1OrganizationExternalKeysPostRequestGcpParam,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.external_keys.create``."""


class AdminOrganizationExternalKeysListArgs(ExternalKeyListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.external_keys.list``."""


class AdminOrganizationExternalStorageCreateArgs(ExternalStorageCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.external_storage.create``."""


class AdminOrganizationExternalStorageListArgs(ExternalStorageListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.external_storage.list``."""


class AdminOrganizationGroupsCreateArgs(GroupCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.groups.create``."""


class AdminOrganizationGroupsListArgs(GroupListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.groups.list``."""


class AdminOrganizationGroupsRolesCreateArgs(GroupsRoleCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.groups.roles.create``."""


class AdminOrganizationGroupsRolesDeleteArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.groups.roles.delete``."""

    group_id: Required[str]


class AdminOrganizationGroupsRolesListArgs(GroupsRoleListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.groups.roles.list``."""


class AdminOrganizationGroupsRolesRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.groups.roles.retrieve``."""

    group_id: Required[str]


class AdminOrganizationGroupsUpdateArgs(GroupUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.groups.update``."""


class AdminOrganizationGroupsUsersCreateArgs(UserCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.groups.users.create``."""


class AdminOrganizationGroupsUsersDeleteArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.groups.users.delete``."""

    group_id: Required[str]


class AdminOrganizationGroupsUsersListArgs(GroupsUserListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.groups.users.list``."""


class AdminOrganizationGroupsUsersRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.groups.users.retrieve``."""

    group_id: Required[str]


class AdminOrganizationInvitesCreateArgs(InviteCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.invites.create``."""


class AdminOrganizationInvitesListArgs(InviteListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.invites.list``."""


class AdminOrganizationRolesCreateArgs(RoleCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.roles.create``."""


class AdminOrganizationRolesListArgs(RoleListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.roles.list``."""


class AdminOrganizationRolesUpdateArgs(RoleUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.roles.update``."""


class AdminOrganizationSpendAlertsCreateArgs(SpendAlertCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.spend_alerts.create``."""


class AdminOrganizationSpendAlertsListArgs(SpendAlertListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.spend_alerts.list``."""


class AdminOrganizationSpendAlertsUpdateArgs(SpendAlertUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.spend_alerts.update``."""


class AdminOrganizationSpendLimitUpdateArgs(SpendLimitUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.spend_limit.update``."""


class AdminOrganizationUsersListArgs(UserListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.users.list``."""


class AdminOrganizationUsersRolesCreateArgs(UsersRoleCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.users.roles.create``."""


class AdminOrganizationUsersRolesDeleteArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.users.roles.delete``."""

    user_id: Required[str]


class AdminOrganizationUsersRolesListArgs(UsersRoleListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.users.roles.list``."""


class AdminOrganizationUsersRolesRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.users.roles.retrieve``."""

    user_id: Required[str]


class AdminOrganizationUsersUpdateArgs(UserUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.users.update``."""


class AdminOrganizationWorkloadIdentityProvidersCreateArgs(
    WorkloadIdentityProviderCreateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.workload_identity_providers.create``."""


class AdminOrganizationWorkloadIdentityProvidersFederationRulesCreateArgs(
    FederationRuleCreateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.workload_identity_providers.federation_rules.create``."""


class AdminOrganizationWorkloadIdentityProvidersFederationRulesDeleteArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.workload_identity_providers.federation_rules.delete``."""

    workload_identity_provider_id: Required[str]


class AdminOrganizationWorkloadIdentityProvidersFederationRulesListArgs(
    FederationRuleListParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.workload_identity_providers.federation_rules.list``."""


class AdminOrganizationWorkloadIdentityProvidersFederationRulesRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.workload_identity_providers.federation_rules.retrieve``."""

    workload_identity_provider_id: Required[str]


class AdminOrganizationWorkloadIdentityProvidersFederationRulesUpdateArgs(
    FederationRuleUpdateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.workload_identity_providers.federation_rules.update``."""


class AdminOrganizationWorkloadIdentityProvidersListArgs(
    WorkloadIdentityProviderListParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.workload_identity_providers.list``."""


class AdminOrganizationWorkloadIdentityProvidersUpdateArgs(
    WorkloadIdentityProviderUpdateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.workload_identity_providers.update``."""
