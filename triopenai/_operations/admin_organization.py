"""The endpoints of ``admin_organization``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncConversationCursorPage, AsyncCursorPage, AsyncPage
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
    "ADMIN_ORGANIZATION_ADMIN_API_KEYS_CREATE",
    "ADMIN_ORGANIZATION_ADMIN_API_KEYS_DELETE",
    "ADMIN_ORGANIZATION_ADMIN_API_KEYS_LIST",
    "ADMIN_ORGANIZATION_ADMIN_API_KEYS_RETRIEVE",
    "ADMIN_ORGANIZATION_AUDIT_LOGS_LIST",
    "ADMIN_ORGANIZATION_CERTIFICATES_ACTIVATE",
    "ADMIN_ORGANIZATION_CERTIFICATES_CREATE",
    "ADMIN_ORGANIZATION_CERTIFICATES_DEACTIVATE",
    "ADMIN_ORGANIZATION_CERTIFICATES_DELETE",
    "ADMIN_ORGANIZATION_CERTIFICATES_LIST",
    "ADMIN_ORGANIZATION_CERTIFICATES_RETRIEVE",
    "ADMIN_ORGANIZATION_CERTIFICATES_UPDATE",
    "ADMIN_ORGANIZATION_DATA_RETENTION_RETRIEVE",
    "ADMIN_ORGANIZATION_DATA_RETENTION_UPDATE",
    "ADMIN_ORGANIZATION_EXTERNAL_KEYS_CREATE",
    "ADMIN_ORGANIZATION_EXTERNAL_KEYS_DELETE",
    "ADMIN_ORGANIZATION_EXTERNAL_KEYS_LIST",
    "ADMIN_ORGANIZATION_EXTERNAL_KEYS_RETRIEVE",
    "ADMIN_ORGANIZATION_EXTERNAL_KEYS_VALIDATE",
    "ADMIN_ORGANIZATION_EXTERNAL_STORAGE_CREATE",
    "ADMIN_ORGANIZATION_EXTERNAL_STORAGE_DELETE",
    "ADMIN_ORGANIZATION_EXTERNAL_STORAGE_LIST",
    "ADMIN_ORGANIZATION_EXTERNAL_STORAGE_RETRIEVE",
    "ADMIN_ORGANIZATION_EXTERNAL_STORAGE_VALIDATE",
    "ADMIN_ORGANIZATION_SPEND_ALERTS_CREATE",
    "ADMIN_ORGANIZATION_SPEND_ALERTS_DELETE",
    "ADMIN_ORGANIZATION_SPEND_ALERTS_LIST",
    "ADMIN_ORGANIZATION_SPEND_ALERTS_RETRIEVE",
    "ADMIN_ORGANIZATION_SPEND_ALERTS_UPDATE",
    "ADMIN_ORGANIZATION_SPEND_LIMIT_DELETE",
    "ADMIN_ORGANIZATION_SPEND_LIMIT_RETRIEVE",
    "ADMIN_ORGANIZATION_SPEND_LIMIT_UPDATE",
    "ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_CREATE",
    "ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_DELETE",
    "ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_CREATE",
    "ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_DELETE",
    "ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_LIST",
    "ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_RETRIEVE",
    "ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_UPDATE",
    "ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_LIST",
    "ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_RETRIEVE",
    "ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_UPDATE",
]

ADMIN_ORGANIZATION_ADMIN_API_KEYS_CREATE: Operation[AdminAPIKeyCreateResponse] = Operation(
    name="admin.organization.admin_api_keys.create",
    verb="POST",
    path="/organization/admin_api_keys",
    body=("name", "expires_in_seconds"),
    required=("name",),
    admin=True,
    result="admin.organization:AdminAPIKeyCreateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/admin_api_keys/methods/create"
    ),
)
ADMIN_ORGANIZATION_ADMIN_API_KEYS_DELETE: Operation[AdminAPIKeyDeleteResponse] = Operation(
    name="admin.organization.admin_api_keys.delete",
    verb="DELETE",
    path="/organization/admin_api_keys/{key_id}",
    path_params=("key_id",),
    admin=True,
    result="admin.organization:AdminAPIKeyDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/admin_api_keys/methods/delete"
    ),
)
ADMIN_ORGANIZATION_ADMIN_API_KEYS_LIST: PageOperation[AsyncCursorPage[AdminAPIKey], AdminAPIKey] = (
    PageOperation(
        name="admin.organization.admin_api_keys.list",
        verb="GET",
        path="/organization/admin_api_keys",
        query=("after", "limit", "order"),
        admin=True,
        item="admin.organization:AdminAPIKey",
        page="cursor",
        reference=(
            "https://developers.openai.com/api/reference/resources/admin/subresources/organization"
            "/subresources/admin_api_keys/methods/list"
        ),
    )
)
ADMIN_ORGANIZATION_ADMIN_API_KEYS_RETRIEVE: Operation[AdminAPIKey] = Operation(
    name="admin.organization.admin_api_keys.retrieve",
    verb="GET",
    path="/organization/admin_api_keys/{key_id}",
    path_params=("key_id",),
    admin=True,
    result="admin.organization:AdminAPIKey",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/admin_api_keys/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_AUDIT_LOGS_LIST: PageOperation[
    AsyncConversationCursorPage[AuditLogListResponse], AuditLogListResponse
] = PageOperation(
    name="admin.organization.audit_logs.list",
    verb="GET",
    path="/organization/audit_logs",
    query=(
        "actor_emails",
        "actor_ids",
        "after",
        "before",
        "effective_at",
        "event_types",
        "limit",
        "project_ids",
        "resource_ids",
        "tenant_only",
    ),
    admin=True,
    item="admin.organization:AuditLogListResponse",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/audit_logs/methods/list"
    ),
)
ADMIN_ORGANIZATION_CERTIFICATES_ACTIVATE: PageOperation[
    AsyncPage[CertificateActivateResponse], CertificateActivateResponse
] = PageOperation(
    name="admin.organization.certificates.activate",
    verb="POST",
    path="/organization/certificates/activate",
    body=("certificate_ids",),
    required=("certificate_ids",),
    admin=True,
    item="admin.organization:CertificateActivateResponse",
    page="page",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/certificates/methods/activate"
    ),
)
ADMIN_ORGANIZATION_CERTIFICATES_CREATE: Operation[Certificate] = Operation(
    name="admin.organization.certificates.create",
    verb="POST",
    path="/organization/certificates",
    body=("certificate", "name"),
    required=("certificate",),
    admin=True,
    result="admin.organization:Certificate",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/certificates/methods/create"
    ),
)
ADMIN_ORGANIZATION_CERTIFICATES_DEACTIVATE: PageOperation[
    AsyncPage[CertificateDeactivateResponse], CertificateDeactivateResponse
] = PageOperation(
    name="admin.organization.certificates.deactivate",
    verb="POST",
    path="/organization/certificates/deactivate",
    body=("certificate_ids",),
    required=("certificate_ids",),
    admin=True,
    item="admin.organization:CertificateDeactivateResponse",
    page="page",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/certificates/methods/deactivate"
    ),
)
ADMIN_ORGANIZATION_CERTIFICATES_DELETE: Operation[CertificateDeleteResponse] = Operation(
    name="admin.organization.certificates.delete",
    verb="DELETE",
    path="/organization/certificates/{certificate_id}",
    path_params=("certificate_id",),
    admin=True,
    result="admin.organization:CertificateDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/certificates/methods/delete"
    ),
)
ADMIN_ORGANIZATION_CERTIFICATES_LIST: PageOperation[
    AsyncConversationCursorPage[CertificateListResponse], CertificateListResponse
] = PageOperation(
    name="admin.organization.certificates.list",
    verb="GET",
    path="/organization/certificates",
    query=("after", "limit", "order"),
    admin=True,
    item="admin.organization:CertificateListResponse",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/certificates/methods/list"
    ),
)
ADMIN_ORGANIZATION_CERTIFICATES_RETRIEVE: Operation[Certificate] = Operation(
    name="admin.organization.certificates.retrieve",
    verb="GET",
    path="/organization/certificates/{certificate_id}",
    path_params=("certificate_id",),
    query=("include",),
    admin=True,
    result="admin.organization:Certificate",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/certificates/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_CERTIFICATES_UPDATE: Operation[Certificate] = Operation(
    name="admin.organization.certificates.update",
    verb="POST",
    path="/organization/certificates/{certificate_id}",
    path_params=("certificate_id",),
    body=("name",),
    admin=True,
    result="admin.organization:Certificate",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/certificates/methods/update"
    ),
)
ADMIN_ORGANIZATION_DATA_RETENTION_RETRIEVE: Operation[OrganizationDataRetention] = Operation(
    name="admin.organization.data_retention.retrieve",
    verb="GET",
    path="/organization/data_retention",
    admin=True,
    result="admin.organization:OrganizationDataRetention",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/data_retention/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_DATA_RETENTION_UPDATE: Operation[OrganizationDataRetention] = Operation(
    name="admin.organization.data_retention.update",
    verb="POST",
    path="/organization/data_retention",
    body=("retention_type",),
    required=("retention_type",),
    admin=True,
    result="admin.organization:OrganizationDataRetention",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/data_retention/methods/update"
    ),
)
ADMIN_ORGANIZATION_EXTERNAL_KEYS_CREATE: Operation[ExternalKey] = Operation(
    name="admin.organization.external_keys.create",
    verb="POST",
    path="/organization/external_keys",
    body=(
        "name",
        "type",
        "audience",
        "external_id",
        "key_name",
        "key_ocid",
        "key_version",
        "key_version_ocid",
        "kms_arn",
        "kms_key_location",
        "kms_key_name",
        "kms_key_ring_name",
        "kms_key_version",
        "kms_project_id",
        "purpose",
        "region",
        "role_arn",
        "tenant_id",
        "vault_ocid",
        "vault_uri",
        "workload_identity_pool_id",
        "workload_identity_project_number",
        "workload_identity_provider_id",
    ),
    required=("name", "type"),
    admin=True,
    result="admin.organization:ExternalKey",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/external_keys/methods/create"
    ),
)
ADMIN_ORGANIZATION_EXTERNAL_KEYS_DELETE: Operation[ExternalKey] = Operation(
    name="admin.organization.external_keys.delete",
    verb="DELETE",
    path="/organization/external_keys/{external_key_id}",
    path_params=("external_key_id",),
    admin=True,
    result="admin.organization:ExternalKey",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/external_keys/methods/delete"
    ),
)
ADMIN_ORGANIZATION_EXTERNAL_KEYS_LIST: PageOperation[AsyncCursorPage[ExternalKey], ExternalKey] = (
    PageOperation(
        name="admin.organization.external_keys.list",
        verb="GET",
        path="/organization/external_keys",
        query=("after", "limit", "order", "purpose"),
        admin=True,
        item="admin.organization:ExternalKey",
        page="cursor",
        reference=(
            "https://developers.openai.com/api/reference/resources/admin/subresources/organization"
            "/subresources/external_keys/methods/list"
        ),
    )
)
ADMIN_ORGANIZATION_EXTERNAL_KEYS_RETRIEVE: Operation[ExternalKey] = Operation(
    name="admin.organization.external_keys.retrieve",
    verb="GET",
    path="/organization/external_keys/{external_key_id}",
    path_params=("external_key_id",),
    admin=True,
    result="admin.organization:ExternalKey",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/external_keys/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_EXTERNAL_KEYS_VALIDATE: Operation[ExternalKeyValidateResponse] = Operation(
    name="admin.organization.external_keys.validate",
    verb="POST",
    path="/organization/external_keys/{external_key_id}/validate",
    path_params=("external_key_id",),
    admin=True,
    result="admin.organization:ExternalKeyValidateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/external_keys/methods/validate"
    ),
)
ADMIN_ORGANIZATION_EXTERNAL_STORAGE_CREATE: Operation[ExternalStorageConfiguration] = Operation(
    name="admin.organization.external_storage.create",
    verb="POST",
    path="/organization/external_storage",
    body=("project_id", "provider"),
    required=("project_id", "provider"),
    admin=True,
    result="admin.organization:ExternalStorageConfiguration",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/external_storage/methods/create"
    ),
)
ADMIN_ORGANIZATION_EXTERNAL_STORAGE_DELETE: Operation[ExternalStorageDeleted] = Operation(
    name="admin.organization.external_storage.delete",
    verb="DELETE",
    path="/organization/external_storage/{external_storage_id}",
    path_params=("external_storage_id",),
    admin=True,
    result="admin.organization:ExternalStorageDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/external_storage/methods/delete"
    ),
)
ADMIN_ORGANIZATION_EXTERNAL_STORAGE_LIST: PageOperation[
    AsyncCursorPage[ExternalStorageConfiguration], ExternalStorageConfiguration
] = PageOperation(
    name="admin.organization.external_storage.list",
    verb="GET",
    path="/organization/external_storage",
    query=("after", "limit", "order", "project_id"),
    admin=True,
    item="admin.organization:ExternalStorageConfiguration",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/external_storage/methods/list"
    ),
)
ADMIN_ORGANIZATION_EXTERNAL_STORAGE_RETRIEVE: Operation[ExternalStorageConfiguration] = Operation(
    name="admin.organization.external_storage.retrieve",
    verb="GET",
    path="/organization/external_storage/{external_storage_id}",
    path_params=("external_storage_id",),
    admin=True,
    result="admin.organization:ExternalStorageConfiguration",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/external_storage/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_EXTERNAL_STORAGE_VALIDATE: Operation[ExternalStorageConfiguration] = Operation(
    name="admin.organization.external_storage.validate",
    verb="POST",
    path="/organization/external_storage/{external_storage_id}/validate",
    path_params=("external_storage_id",),
    admin=True,
    result="admin.organization:ExternalStorageConfiguration",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/external_storage/methods/validate"
    ),
)
ADMIN_ORGANIZATION_SPEND_ALERTS_CREATE: Operation[OrganizationSpendAlert] = Operation(
    name="admin.organization.spend_alerts.create",
    verb="POST",
    path="/organization/spend_alerts",
    body=("currency", "interval", "notification_channel", "threshold_amount"),
    required=("currency", "interval", "notification_channel", "threshold_amount"),
    admin=True,
    result="admin.organization:OrganizationSpendAlert",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/spend_alerts/methods/create"
    ),
)
ADMIN_ORGANIZATION_SPEND_ALERTS_DELETE: Operation[OrganizationSpendAlertDeleted] = Operation(
    name="admin.organization.spend_alerts.delete",
    verb="DELETE",
    path="/organization/spend_alerts/{alert_id}",
    path_params=("alert_id",),
    admin=True,
    result="admin.organization:OrganizationSpendAlertDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/spend_alerts/methods/delete"
    ),
)
ADMIN_ORGANIZATION_SPEND_ALERTS_LIST: PageOperation[
    AsyncConversationCursorPage[OrganizationSpendAlert], OrganizationSpendAlert
] = PageOperation(
    name="admin.organization.spend_alerts.list",
    verb="GET",
    path="/organization/spend_alerts",
    query=("after", "before", "limit", "order"),
    admin=True,
    item="admin.organization:OrganizationSpendAlert",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/spend_alerts/methods/list"
    ),
)
ADMIN_ORGANIZATION_SPEND_ALERTS_RETRIEVE: Operation[OrganizationSpendAlert] = Operation(
    name="admin.organization.spend_alerts.retrieve",
    verb="GET",
    path="/organization/spend_alerts/{alert_id}",
    path_params=("alert_id",),
    admin=True,
    result="admin.organization:OrganizationSpendAlert",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/spend_alerts/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_SPEND_ALERTS_UPDATE: Operation[OrganizationSpendAlert] = Operation(
    name="admin.organization.spend_alerts.update",
    verb="POST",
    path="/organization/spend_alerts/{alert_id}",
    path_params=("alert_id",),
    body=("currency", "interval", "notification_channel", "threshold_amount"),
    required=("currency", "interval", "notification_channel", "threshold_amount"),
    admin=True,
    result="admin.organization:OrganizationSpendAlert",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/spend_alerts/methods/update"
    ),
)
ADMIN_ORGANIZATION_SPEND_LIMIT_DELETE: Operation[OrganizationSpendLimitDeleted] = Operation(
    name="admin.organization.spend_limit.delete",
    verb="DELETE",
    path="/organization/spend_limit",
    admin=True,
    result="admin.organization:OrganizationSpendLimitDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/spend_limit/methods/delete"
    ),
)
ADMIN_ORGANIZATION_SPEND_LIMIT_RETRIEVE: Operation[OrganizationSpendLimit] = Operation(
    name="admin.organization.spend_limit.retrieve",
    verb="GET",
    path="/organization/spend_limit",
    admin=True,
    result="admin.organization:OrganizationSpendLimit",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/spend_limit/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_SPEND_LIMIT_UPDATE: Operation[OrganizationSpendLimit] = Operation(
    name="admin.organization.spend_limit.update",
    verb="POST",
    path="/organization/spend_limit",
    body=("currency", "interval", "threshold_amount"),
    required=("currency", "interval", "threshold_amount"),
    admin=True,
    result="admin.organization:OrganizationSpendLimit",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/spend_limit/methods/update"
    ),
)
ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_CREATE: Operation[WorkloadIdentityProvider] = Operation(
    name="admin.organization.workload_identity_providers.create",
    verb="POST",
    path="/organization/workload_identity_providers",
    body=(
        "audience",
        "issuer",
        "name",
        "type",
        "attribute_transformations",
        "description",
        "enabled",
        "verification",
    ),
    required=("audience", "issuer", "name", "type"),
    admin=True,
    result="admin.organization:WorkloadIdentityProvider",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/workload_identity_providers/methods/create"
    ),
)
ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_DELETE: Operation[WorkloadIdentityProviderDeleted] = Operation(
    name="admin.organization.workload_identity_providers.delete",
    verb="DELETE",
    path="/organization/workload_identity_providers/{workload_identity_provider_id}",
    path_params=("workload_identity_provider_id",),
    admin=True,
    result="admin.organization:WorkloadIdentityProviderDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/workload_identity_providers/methods/delete"
    ),
)
ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_CREATE: Operation[FederationRule] = Operation(
    name="admin.organization.workload_identity_providers.federation_rules.create",
    verb="POST",
    path="/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules",
    path_params=("workload_identity_provider_id",),
    body=(
        "attribute_matchers",
        "project_id",
        "service_account_id",
        "description",
        "enabled",
        "name",
        "permissions",
    ),
    required=("attribute_matchers", "project_id", "service_account_id"),
    admin=True,
    result="admin.organization.workload_identity_providers:FederationRule",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/workload_identity_providers/subresources/federation_rules/methods/create"
    ),
)
ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_DELETE: Operation[FederationRuleDeleted] = (
    Operation(
        name="admin.organization.workload_identity_providers.federation_rules.delete",
        verb="DELETE",
        path=(
            "/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules"
            "/{workload_identity_federation_rule_id}"
        ),
        path_params=("workload_identity_provider_id", "workload_identity_federation_rule_id"),
        admin=True,
        result="admin.organization.workload_identity_providers:FederationRuleDeleted",
        reference=(
            "https://developers.openai.com/api/reference/resources/admin/subresources/organization"
            "/subresources/workload_identity_providers/subresources/federation_rules/methods/delete"
        ),
    )
)
ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_LIST: PageOperation[
    AsyncCursorPage[FederationRule], FederationRule
] = PageOperation(
    name="admin.organization.workload_identity_providers.federation_rules.list",
    verb="GET",
    path="/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules",
    path_params=("workload_identity_provider_id",),
    query=("after", "limit", "order", "service_account_id"),
    admin=True,
    item="admin.organization.workload_identity_providers:FederationRule",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/workload_identity_providers/subresources/federation_rules/methods/list"
    ),
)
ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_RETRIEVE: Operation[FederationRule] = (
    Operation(
        name="admin.organization.workload_identity_providers.federation_rules.retrieve",
        verb="GET",
        path=(
            "/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules"
            "/{workload_identity_federation_rule_id}"
        ),
        path_params=("workload_identity_provider_id", "workload_identity_federation_rule_id"),
        admin=True,
        result="admin.organization.workload_identity_providers:FederationRule",
        reference=(
            "https://developers.openai.com/api/reference/resources/admin/subresources/organization"
            "/subresources/workload_identity_providers/subresources/federation_rules/methods/retrieve"
        ),
    )
)
ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_FEDERATION_RULES_UPDATE: Operation[FederationRule] = Operation(
    name="admin.organization.workload_identity_providers.federation_rules.update",
    verb="POST",
    path=(
        "/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules"
        "/{workload_identity_federation_rule_id}"
    ),
    path_params=("workload_identity_provider_id", "workload_identity_federation_rule_id"),
    body=("attribute_matchers", "description", "enabled", "name", "permissions"),
    admin=True,
    result="admin.organization.workload_identity_providers:FederationRule",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/workload_identity_providers/subresources/federation_rules/methods/update"
    ),
)
ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_LIST: PageOperation[
    AsyncCursorPage[WorkloadIdentityProvider], WorkloadIdentityProvider
] = PageOperation(
    name="admin.organization.workload_identity_providers.list",
    verb="GET",
    path="/organization/workload_identity_providers",
    query=("after", "limit", "order"),
    admin=True,
    item="admin.organization:WorkloadIdentityProvider",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/workload_identity_providers/methods/list"
    ),
)
ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_RETRIEVE: Operation[WorkloadIdentityProvider] = Operation(
    name="admin.organization.workload_identity_providers.retrieve",
    verb="GET",
    path="/organization/workload_identity_providers/{workload_identity_provider_id}",
    path_params=("workload_identity_provider_id",),
    admin=True,
    result="admin.organization:WorkloadIdentityProvider",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/workload_identity_providers/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_WORKLOAD_IDENTITY_PROVIDERS_UPDATE: Operation[WorkloadIdentityProvider] = Operation(
    name="admin.organization.workload_identity_providers.update",
    verb="POST",
    path="/organization/workload_identity_providers/{workload_identity_provider_id}",
    path_params=("workload_identity_provider_id",),
    body=(
        "attribute_transformations",
        "audience",
        "description",
        "enabled",
        "issuer",
        "name",
        "verification",
    ),
    admin=True,
    result="admin.organization:WorkloadIdentityProvider",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/workload_identity_providers/methods/update"
    ),
)
