"""The keywords of ``admin_projects``. Generated: do not edit."""

from __future__ import annotations

from typing import Required

from triopenai._base.options import RequestOptions
from triopenai.types.admin.organization._params import (
    ProjectCreateParams,
    ProjectListParams,
    ProjectUpdateParams,
)
from triopenai.types.admin.organization.projects._params import (
    APIKeyListParams,
    APIKeyUpdateParams,
    CertificateActivateParams,
    CertificateDeactivateParams,
    CertificateListParams,
    DataRetentionUpdateParams,
    GroupCreateParams,
    GroupListParams,
    GroupRetrieveParams,
    HostedToolPermissionUpdateParams,
    ModelPermissionUpdateParams,
    RateLimitListRateLimitsParams,
    RateLimitUpdateRateLimitParams,
    RoleCreateParams,
    RoleListParams,
    RoleUpdateParams,
    ServiceAccountCreateParams,
    ServiceAccountListParams,
    ServiceAccountUpdateParams,
    ServiceTierSettingUpdateParams,
    SpendAlertCreateParams,
    SpendAlertListParams,
    SpendAlertUpdateParams,
    SpendLimitUpdateParams,
    UserCreateParams,
    UserListParams,
    UserUpdateParams,
)
from triopenai.types.admin.organization.projects.groups._params import (
    RoleCreateParams as GroupsRoleCreateParams,
)
from triopenai.types.admin.organization.projects.groups._params import RoleListParams as GroupsRoleListParams
from triopenai.types.admin.organization.projects.service_accounts._params import APIKeyCreateParams
from triopenai.types.admin.organization.projects.users._params import (
    RoleCreateParams as UsersRoleCreateParams,
)
from triopenai.types.admin.organization.projects.users._params import RoleListParams as UsersRoleListParams

__all__ = [
    "AdminOrganizationProjectsAPIKeysDeleteArgs",
    "AdminOrganizationProjectsAPIKeysListArgs",
    "AdminOrganizationProjectsAPIKeysRetrieveArgs",
    "AdminOrganizationProjectsAPIKeysUpdateArgs",
    "AdminOrganizationProjectsCertificatesActivateArgs",
    "AdminOrganizationProjectsCertificatesDeactivateArgs",
    "AdminOrganizationProjectsCertificatesListArgs",
    "AdminOrganizationProjectsCreateArgs",
    "AdminOrganizationProjectsDataRetentionUpdateArgs",
    "AdminOrganizationProjectsGroupsCreateArgs",
    "AdminOrganizationProjectsGroupsDeleteArgs",
    "AdminOrganizationProjectsGroupsListArgs",
    "AdminOrganizationProjectsGroupsRetrieveArgs",
    "AdminOrganizationProjectsGroupsRolesCreateArgs",
    "AdminOrganizationProjectsGroupsRolesDeleteArgs",
    "AdminOrganizationProjectsGroupsRolesListArgs",
    "AdminOrganizationProjectsGroupsRolesRetrieveArgs",
    "AdminOrganizationProjectsHostedToolPermissionsUpdateArgs",
    "AdminOrganizationProjectsListArgs",
    "AdminOrganizationProjectsModelPermissionsUpdateArgs",
    "AdminOrganizationProjectsRateLimitsListRateLimitsArgs",
    "AdminOrganizationProjectsRateLimitsUpdateRateLimitArgs",
    "AdminOrganizationProjectsRolesCreateArgs",
    "AdminOrganizationProjectsRolesDeleteArgs",
    "AdminOrganizationProjectsRolesListArgs",
    "AdminOrganizationProjectsRolesRetrieveArgs",
    "AdminOrganizationProjectsRolesUpdateArgs",
    "AdminOrganizationProjectsServiceAccountsAPIKeysCreateArgs",
    "AdminOrganizationProjectsServiceAccountsCreateArgs",
    "AdminOrganizationProjectsServiceAccountsDeleteArgs",
    "AdminOrganizationProjectsServiceAccountsListArgs",
    "AdminOrganizationProjectsServiceAccountsRetrieveArgs",
    "AdminOrganizationProjectsServiceAccountsUpdateArgs",
    "AdminOrganizationProjectsServiceTierSettingsUpdateArgs",
    "AdminOrganizationProjectsSpendAlertsCreateArgs",
    "AdminOrganizationProjectsSpendAlertsDeleteArgs",
    "AdminOrganizationProjectsSpendAlertsListArgs",
    "AdminOrganizationProjectsSpendAlertsRetrieveArgs",
    "AdminOrganizationProjectsSpendAlertsUpdateArgs",
    "AdminOrganizationProjectsSpendLimitUpdateArgs",
    "AdminOrganizationProjectsUpdateArgs",
    "AdminOrganizationProjectsUsersCreateArgs",
    "AdminOrganizationProjectsUsersDeleteArgs",
    "AdminOrganizationProjectsUsersListArgs",
    "AdminOrganizationProjectsUsersRetrieveArgs",
    "AdminOrganizationProjectsUsersRolesCreateArgs",
    "AdminOrganizationProjectsUsersRolesDeleteArgs",
    "AdminOrganizationProjectsUsersRolesListArgs",
    "AdminOrganizationProjectsUsersRolesRetrieveArgs",
    "AdminOrganizationProjectsUsersUpdateArgs",
]


class AdminOrganizationProjectsAPIKeysDeleteArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.api_keys.delete``."""

    project_id: Required[str]


class AdminOrganizationProjectsAPIKeysListArgs(APIKeyListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.api_keys.list``."""


class AdminOrganizationProjectsAPIKeysRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.api_keys.retrieve``."""

    project_id: Required[str]


class AdminOrganizationProjectsAPIKeysUpdateArgs(APIKeyUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.api_keys.update``."""


class AdminOrganizationProjectsCertificatesActivateArgs(
    CertificateActivateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.projects.certificates.activate``."""


class AdminOrganizationProjectsCertificatesDeactivateArgs(
    CertificateDeactivateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.projects.certificates.deactivate``."""


class AdminOrganizationProjectsCertificatesListArgs(CertificateListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.certificates.list``."""


class AdminOrganizationProjectsCreateArgs(ProjectCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.create``."""


class AdminOrganizationProjectsDataRetentionUpdateArgs(
    DataRetentionUpdateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.projects.data_retention.update``."""


class AdminOrganizationProjectsGroupsCreateArgs(GroupCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.groups.create``."""


class AdminOrganizationProjectsGroupsDeleteArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.groups.delete``."""

    project_id: Required[str]


class AdminOrganizationProjectsGroupsListArgs(GroupListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.groups.list``."""


class AdminOrganizationProjectsGroupsRetrieveArgs(GroupRetrieveParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.groups.retrieve``."""


class AdminOrganizationProjectsGroupsRolesCreateArgs(GroupsRoleCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.groups.roles.create``."""


class AdminOrganizationProjectsGroupsRolesDeleteArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.groups.roles.delete``."""

    project_id: Required[str]
    group_id: Required[str]


class AdminOrganizationProjectsGroupsRolesListArgs(GroupsRoleListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.groups.roles.list``."""


class AdminOrganizationProjectsGroupsRolesRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.groups.roles.retrieve``."""

    project_id: Required[str]
    group_id: Required[str]


class AdminOrganizationProjectsHostedToolPermissionsUpdateArgs(
    HostedToolPermissionUpdateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.projects.hosted_tool_permissions.update``."""


class AdminOrganizationProjectsListArgs(ProjectListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.list``."""


class AdminOrganizationProjectsModelPermissionsUpdateArgs(
    ModelPermissionUpdateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.projects.model_permissions.update``."""


class AdminOrganizationProjectsRateLimitsListRateLimitsArgs(
    RateLimitListRateLimitsParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.projects.rate_limits.list_rate_limits``."""


class AdminOrganizationProjectsRateLimitsUpdateRateLimitArgs(
    RateLimitUpdateRateLimitParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.projects.rate_limits.update_rate_limit``."""


class AdminOrganizationProjectsRolesCreateArgs(RoleCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.roles.create``."""


class AdminOrganizationProjectsRolesDeleteArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.roles.delete``."""

    project_id: Required[str]


class AdminOrganizationProjectsRolesListArgs(RoleListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.roles.list``."""


class AdminOrganizationProjectsRolesRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.roles.retrieve``."""

    project_id: Required[str]


class AdminOrganizationProjectsRolesUpdateArgs(RoleUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.roles.update``."""


class AdminOrganizationProjectsServiceAccountsAPIKeysCreateArgs(
    APIKeyCreateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.projects.service_accounts.api_keys.create``."""


class AdminOrganizationProjectsServiceAccountsCreateArgs(
    ServiceAccountCreateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.projects.service_accounts.create``."""


class AdminOrganizationProjectsServiceAccountsDeleteArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.service_accounts.delete``."""

    project_id: Required[str]


class AdminOrganizationProjectsServiceAccountsListArgs(ServiceAccountListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.service_accounts.list``."""


class AdminOrganizationProjectsServiceAccountsRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.service_accounts.retrieve``."""

    project_id: Required[str]


class AdminOrganizationProjectsServiceAccountsUpdateArgs(
    ServiceAccountUpdateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.projects.service_accounts.update``."""


class AdminOrganizationProjectsServiceTierSettingsUpdateArgs(
    ServiceTierSettingUpdateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.projects.service_tier_settings.update``."""


class AdminOrganizationProjectsSpendAlertsCreateArgs(SpendAlertCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.spend_alerts.create``."""


class AdminOrganizationProjectsSpendAlertsDeleteArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.spend_alerts.delete``."""

    project_id: Required[str]


class AdminOrganizationProjectsSpendAlertsListArgs(SpendAlertListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.spend_alerts.list``."""


class AdminOrganizationProjectsSpendAlertsRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.spend_alerts.retrieve``."""

    project_id: Required[str]


class AdminOrganizationProjectsSpendAlertsUpdateArgs(SpendAlertUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.spend_alerts.update``."""


class AdminOrganizationProjectsSpendLimitUpdateArgs(SpendLimitUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.spend_limit.update``."""


class AdminOrganizationProjectsUpdateArgs(ProjectUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.update``."""


class AdminOrganizationProjectsUsersCreateArgs(UserCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.users.create``."""


class AdminOrganizationProjectsUsersDeleteArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.users.delete``."""

    project_id: Required[str]


class AdminOrganizationProjectsUsersListArgs(UserListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.users.list``."""


class AdminOrganizationProjectsUsersRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.users.retrieve``."""

    project_id: Required[str]


class AdminOrganizationProjectsUsersRolesCreateArgs(UsersRoleCreateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.users.roles.create``."""


class AdminOrganizationProjectsUsersRolesDeleteArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.users.roles.delete``."""

    project_id: Required[str]
    user_id: Required[str]


class AdminOrganizationProjectsUsersRolesListArgs(UsersRoleListParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.users.roles.list``."""


class AdminOrganizationProjectsUsersRolesRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.users.roles.retrieve``."""

    project_id: Required[str]
    user_id: Required[str]


class AdminOrganizationProjectsUsersUpdateArgs(UserUpdateParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.projects.users.update``."""
