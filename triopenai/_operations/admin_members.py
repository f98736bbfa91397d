"""The endpoints of ``admin_members``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncConversationCursorPage, AsyncNextCursorPage
    from triopenai.types.admin.organization import (
        Group,
        GroupDeleteResponse,
        GroupUpdateResponse,
        Invite,
        InviteDeleteResponse,
        OrganizationUser,
        Role,
        RoleDeleteResponse,
        UserDeleteResponse,
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

__all__ = [
    "ADMIN_ORGANIZATION_GROUPS_CREATE",
    "ADMIN_ORGANIZATION_GROUPS_DELETE",
    "ADMIN_ORGANIZATION_GROUPS_LIST",
    "ADMIN_ORGANIZATION_GROUPS_RETRIEVE",
    "ADMIN_ORGANIZATION_GROUPS_ROLES_CREATE",
    "ADMIN_ORGANIZATION_GROUPS_ROLES_DELETE",
    "ADMIN_ORGANIZATION_GROUPS_ROLES_LIST",
    "ADMIN_ORGANIZATION_GROUPS_ROLES_RETRIEVE",
    "ADMIN_ORGANIZATION_GROUPS_UPDATE",
    "ADMIN_ORGANIZATION_GROUPS_USERS_CREATE",
    "ADMIN_ORGANIZATION_GROUPS_USERS_DELETE",
    "ADMIN_ORGANIZATION_GROUPS_USERS_LIST",
    "ADMIN_ORGANIZATION_GROUPS_USERS_RETRIEVE",
    "ADMIN_ORGANIZATION_INVITES_CREATE",
    "ADMIN_ORGANIZATION_INVITES_DELETE",
    "ADMIN_ORGANIZATION_INVITES_LIST",
    "ADMIN_ORGANIZATION_INVITES_RETRIEVE",
    "ADMIN_ORGANIZATION_ROLES_CREATE",
    "ADMIN_ORGANIZATION_ROLES_DELETE",
    "ADMIN_ORGANIZATION_ROLES_LIST",
    "ADMIN_ORGANIZATION_ROLES_RETRIEVE",
    "ADMIN_ORGANIZATION_ROLES_UPDATE",
    "ADMIN_ORGANIZATION_USERS_DELETE",
    "ADMIN_ORGANIZATION_USERS_LIST",
    "ADMIN_ORGANIZATION_USERS_RETRIEVE",
    "ADMIN_ORGANIZATION_USERS_ROLES_CREATE",
    "ADMIN_ORGANIZATION_USERS_ROLES_DELETE",
    "ADMIN_ORGANIZATION_USERS_ROLES_LIST",
    "ADMIN_ORGANIZATION_USERS_ROLES_RETRIEVE",
    "ADMIN_ORGANIZATION_USERS_UPDATE",
]

ADMIN_ORGANIZATION_GROUPS_CREATE: Operation[Group] = Operation(
    name="admin.organization.groups.create",
    verb="POST",
    path="/organization/groups",
    body=("name",),
    required=("name",),
    admin=True,
    result="admin.organization:Group",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/groups/methods/create"
    ),
)
ADMIN_ORGANIZATION_GROUPS_DELETE: Operation[GroupDeleteResponse] = Operation(
    name="admin.organization.groups.delete",
    verb="DELETE",
    path="/organization/groups/{group_id}",
    path_params=("group_id",),
    admin=True,
    result="admin.organization:GroupDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/groups/methods/delete"
    ),
)
ADMIN_ORGANIZATION_GROUPS_LIST: PageOperation[AsyncNextCursorPage[Group], Group] = PageOperation(
    name="admin.organization.groups.list",
    verb="GET",
    path="/organization/groups",
    query=("after", "limit", "order"),
    admin=True,
    item="admin.organization:Group",
    page="next_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/groups/methods/list"
    ),
)
ADMIN_ORGANIZATION_GROUPS_RETRIEVE: Operation[Group] = Operation(
    name="admin.organization.groups.retrieve",
    verb="GET",
    path="/organization/groups/{group_id}",
    path_params=("group_id",),
    admin=True,
    result="admin.organization:Group",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/groups/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_GROUPS_ROLES_CREATE: Operation[RoleCreateResponse] = Operation(
    name="admin.organization.groups.roles.create",
    verb="POST",
    path="/organization/groups/{group_id}/roles",
    path_params=("group_id",),
    body=("role_id",),
    required=("role_id",),
    admin=True,
    result="admin.organization.groups:RoleCreateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/groups/subresources/roles/methods/create"
    ),
)
ADMIN_ORGANIZATION_GROUPS_ROLES_DELETE: Operation[GroupsRoleDeleteResponse] = Operation(
    name="admin.organization.groups.roles.delete",
    verb="DELETE",
    path="/organization/groups/{group_id}/roles/{role_id}",
    path_params=("group_id", "role_id"),
    admin=True,
    result="admin.organization.groups:RoleDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/groups/subresources/roles/methods/delete"
    ),
)
ADMIN_ORGANIZATION_GROUPS_ROLES_LIST: PageOperation[
    AsyncNextCursorPage[RoleListResponse], RoleListResponse
] = PageOperation(
    name="admin.organization.groups.roles.list",
    verb="GET",
    path="/organization/groups/{group_id}/roles",
    path_params=("group_id",),
    query=("after", "limit", "order"),
    admin=True,
    item="admin.organization.groups:RoleListResponse",
    page="next_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/groups/subresources/roles/methods/list"
    ),
)
ADMIN_ORGANIZATION_GROUPS_ROLES_RETRIEVE: Operation[RoleRetrieveResponse] = Operation(
    name="admin.organization.groups.roles.retrieve",
    verb="GET",
    path="/organization/groups/{group_id}/roles/{role_id}",
    path_params=("group_id", "role_id"),
    admin=True,
    result="admin.organization.groups:RoleRetrieveResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/groups/subresources/roles/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_GROUPS_UPDATE: Operation[GroupUpdateResponse] = Operation(
    name="admin.organization.groups.update",
    verb="POST",
    path="/organization/groups/{group_id}",
    path_params=("group_id",),
    body=("name",),
    required=("name",),
    admin=True,
    result="admin.organization:GroupUpdateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/groups/methods/update"
    ),
)
ADMIN_ORGANIZATION_GROUPS_USERS_CREATE: Operation[UserCreateResponse] = Operation(
    name="admin.organization.groups.users.create",
    verb="POST",
    path="/organization/groups/{group_id}/users",
    path_params=("group_id",),
    body=("user_id",),
    required=("user_id",),
    admin=True,
    result="admin.organization.groups:UserCreateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/groups/subresources/users/methods/create"
    ),
)
ADMIN_ORGANIZATION_GROUPS_USERS_DELETE: Operation[GroupsUserDeleteResponse] = Operation(
    name="admin.organization.groups.users.delete",
    verb="DELETE",
    path="/organization/groups/{group_id}/users/{user_id}",
    path_params=("group_id", "user_id"),
    admin=True,
    result="admin.organization.groups:UserDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/groups/subresources/users/methods/delete"
    ),
)
ADMIN_ORGANIZATION_GROUPS_USERS_LIST: PageOperation[
    AsyncNextCursorPage[OrganizationGroupUser], OrganizationGroupUser
] = PageOperation(
    name="admin.organization.groups.users.list",
    verb="GET",
    path="/organization/groups/{group_id}/users",
    path_params=("group_id",),
    query=("after", "limit", "order"),
    admin=True,
    item="admin.organization.groups:OrganizationGroupUser",
    page="next_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/groups/subresources/users/methods/list"
    ),
)
ADMIN_ORGANIZATION_GROUPS_USERS_RETRIEVE: Operation[UserRetrieveResponse] = Operation(
    name="admin.organization.groups.users.retrieve",
    verb="GET",
    path="/organization/groups/{group_id}/users/{user_id}",
    path_params=("group_id", "user_id"),
    admin=True,
    result="admin.organization.groups:UserRetrieveResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/groups/subresources/users/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_INVITES_CREATE: Operation[Invite] = Operation(
    name="admin.organization.invites.create",
    verb="POST",
    path="/organization/invites",
    body=("email", "role", "projects"),
    required=("email", "role"),
    admin=True,
    result="admin.organization:Invite",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/invites/methods/create"
    ),
)
ADMIN_ORGANIZATION_INVITES_DELETE: Operation[InviteDeleteResponse] = Operation(
    name="admin.organization.invites.delete",
    verb="DELETE",
    path="/organization/invites/{invite_id}",
    path_params=("invite_id",),
    admin=True,
    result="admin.organization:InviteDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/invites/methods/delete"
    ),
)
ADMIN_ORGANIZATION_INVITES_LIST: PageOperation[AsyncConversationCursorPage[Invite], Invite] = PageOperation(
    name="admin.organization.invites.list",
    verb="GET",
    path="/organization/invites",
    query=("after", "limit"),
    admin=True,
    item="admin.organization:Invite",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/invites/methods/list"
    ),
)
ADMIN_ORGANIZATION_INVITES_RETRIEVE: Operation[Invite] = Operation(
    name="admin.organization.invites.retrieve",
    verb="GET",
    path="/organization/invites/{invite_id}",
    path_params=("invite_id",),
    admin=True,
    result="admin.organization:Invite",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/invites/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_ROLES_CREATE: Operation[Role] = Operation(
    name="admin.organization.roles.create",
    verb="POST",
    path="/organization/roles",
    body=("permissions", "role_name", "description"),
    required=("permissions", "role_name"),
    admin=True,
    result="admin.organization:Role",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/roles/methods/create"
    ),
)
ADMIN_ORGANIZATION_ROLES_DELETE: Operation[RoleDeleteResponse] = Operation(
    name="admin.organization.roles.delete",
    verb="DELETE",
    path="/organization/roles/{role_id}",
    path_params=("role_id",),
    admin=True,
    result="admin.organization:RoleDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/roles/methods/delete"
    ),
)
ADMIN_ORGANIZATION_ROLES_LIST: PageOperation[AsyncNextCursorPage[Role], Role] = PageOperation(
    name="admin.organization.roles.list",
    verb="GET",
    path="/organization/roles",
    query=("after", "limit", "order"),
    admin=True,
    item="admin.organization:Role",
    page="next_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/roles/methods/list"
    ),
)
ADMIN_ORGANIZATION_ROLES_RETRIEVE: Operation[Role] = Operation(
    name="admin.organization.roles.retrieve",
    verb="GET",
    path="/organization/roles/{role_id}",
    path_params=("role_id",),
    admin=True,
    result="admin.organization:Role",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/roles/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_ROLES_UPDATE: Operation[Role] = Operation(
    name="admin.organization.roles.update",
    verb="POST",
    path="/organization/roles/{role_id}",
    path_params=("role_id",),
    body=("description", "permissions", "role_name"),
    admin=True,
    result="admin.organization:Role",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/roles/methods/update"
    ),
)
ADMIN_ORGANIZATION_USERS_DELETE: Operation[UserDeleteResponse] = Operation(
    name="admin.organization.users.delete",
    verb="DELETE",
    path="/organization/users/{user_id}",
    path_params=("user_id",),
    admin=True,
    result="admin.organization:UserDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/users/methods/delete"
    ),
)
ADMIN_ORGANIZATION_USERS_LIST: PageOperation[
    AsyncConversationCursorPage[OrganizationUser], OrganizationUser
] = PageOperation(
    name="admin.organization.users.list",
    verb="GET",
    path="/organization/users",
    query=("after", "emails", "limit"),
    admin=True,
    item="admin.organization:OrganizationUser",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/users/methods/list"
    ),
)
ADMIN_ORGANIZATION_USERS_RETRIEVE: Operation[OrganizationUser] = Operation(
    name="admin.organization.users.retrieve",
    verb="GET",
    path="/organization/users/{user_id}",
    path_params=("user_id",),
    admin=True,
    result="admin.organization:OrganizationUser",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/users/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_USERS_ROLES_CREATE: Operation[UsersRoleCreateResponse] = Operation(
    name="admin.organization.users.roles.create",
    verb="POST",
    path="/organization/users/{user_id}/roles",
    path_params=("user_id",),
    body=("role_id",),
    required=("role_id",),
    admin=True,
    result="admin.organization.users:RoleCreateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/users/subresources/roles/methods/create"
    ),
)
ADMIN_ORGANIZATION_USERS_ROLES_DELETE: Operation[UsersRoleDeleteResponse] = Operation(
    name="admin.organization.users.roles.delete",
    verb="DELETE",
    path="/organization/users/{user_id}/roles/{role_id}",
    path_params=("user_id", "role_id"),
    admin=True,
    result="admin.organization.users:RoleDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/users/subresources/roles/methods/delete"
    ),
)
ADMIN_ORGANIZATION_USERS_ROLES_LIST: PageOperation[
    AsyncNextCursorPage[UsersRoleListResponse], UsersRoleListResponse
] = PageOperation(
    name="admin.organization.users.roles.list",
    verb="GET",
    path="/organization/users/{user_id}/roles",
    path_params=("user_id",),
    query=("after", "limit", "order"),
    admin=True,
    item="admin.organization.users:RoleListResponse",
    page="next_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/users/subresources/roles/methods/list"
    ),
)
ADMIN_ORGANIZATION_USERS_ROLES_RETRIEVE: Operation[UsersRoleRetrieveResponse] = Operation(
    name="admin.organization.users.roles.retrieve",
    verb="GET",
    path="/organization/users/{user_id}/roles/{role_id}",
    path_params=("user_id", "role_id"),
    admin=True,
    result="admin.organization.users:RoleRetrieveResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/users/subresources/roles/methods/retrieve"
    ),
)
ADMIN_ORGANIZATION_USERS_UPDATE: Operation[OrganizationUser] = Operation(
    name="admin.organization.users.update",
    verb="POST",
    path="/organization/users/{user_id}",
    path_params=("user_id",),
    body=("developer_persona", "role", "role_id", "technical_level"),
    admin=True,
    result="admin.organization:OrganizationUser",
    reference=(
        "https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources"
        "/users/methods/update"
    ),
)
