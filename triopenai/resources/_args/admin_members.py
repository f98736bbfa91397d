"""The keywords of ``admin_members``. Generated: do not edit."""

from __future__ import annotations

from typing import Required

from triopenai._base.options import RequestOptions
from triopenai.types.admin.organization._params import (
    GroupCreateParams,
    GroupListParams,
    GroupUpdateParams,
    InviteCreateParams,
    InviteListParams,
    RoleCreateParams,
    RoleListParams,
    RoleUpdateParams,
    UserListParams,
    UserUpdateParams,
)
from triopenai.types.admin.organization.groups._params import RoleCreateParams as GroupsRoleCreateParams
from triopenai.types.admin.organization.groups._params import RoleListParams as GroupsRoleListParams
from triopenai.types.admin.organization.groups._params import UserCreateParams
from triopenai.types.admin.organization.groups._params import UserListParams as GroupsUserListParams
from triopenai.types.admin.organization.users._params import RoleCreateParams as UsersRoleCreateParams
from triopenai.types.admin.organization.users._params import RoleListParams as UsersRoleListParams

__all__ = [
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
    "AdminOrganizationUsersListArgs",
    "AdminOrganizationUsersRolesCreateArgs",
    "AdminOrganizationUsersRolesDeleteArgs",
    "AdminOrganizationUsersRolesListArgs",
    "AdminOrganizationUsersRolesRetrieveArgs",
    "AdminOrganizationUsersUpdateArgs",
]


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
