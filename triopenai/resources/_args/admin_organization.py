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
    SpendAlertCreateParams,
    SpendAlertListParams,
    SpendAlertUpdateParams,
    SpendLimitUpdateParams,
    WorkloadIdentityProviderCreateParams,
    WorkloadIdentityProviderListParams,
    WorkloadIdentityProviderUpdateParams,
)
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
    "AdminOrganizationSpendAlertsCreateArgs",
    "AdminOrganizationSpendAlertsListArgs",
    "AdminOrganizationSpendAlertsUpdateArgs",
    "AdminOrganizationSpendLimitUpdateArgs",
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


class AdminOrganizationSpendAlertsCreateArgs(SpendAlertCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.spend_alerts.create``."""


class AdminOrganizationSpendAlertsListArgs(SpendAlertListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.spend_alerts.list``."""


class AdminOrganizationSpendAlertsUpdateArgs(SpendAlertUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.spend_alerts.update``."""


class AdminOrganizationSpendLimitUpdateArgs(SpendLimitUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.spend_limit.update``."""


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
