"""The methods of ``admin_members``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import admin_members as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.pages import AsyncConversationCursorPage, AsyncNextCursorPage, AsyncPaginator
    from triopenai.resources._args import admin_members as args
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
    "AdminOrganizationGroups",
    "AdminOrganizationGroupsRoles",
    "AdminOrganizationGroupsUsers",
    "AdminOrganizationInvites",
    "AdminOrganizationRoles",
    "AdminOrganizationUsers",
    "AdminOrganizationUsersRoles",
]


class AdminOrganizationGroups(Resource):
    """Methods of ``client.admin.organization.groups``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups
    """

    @cached_property
    def roles(self) -> AdminOrganizationGroupsRoles:
        """Methods of ``client.admin.organization.groups.roles``."""
        return AdminOrganizationGroupsRoles(self._engine)

    @cached_property
    def users(self) -> AdminOrganizationGroupsUsers:
        """Methods of ``client.admin.organization.groups.users``."""
        return AdminOrganizationGroupsUsers(self._engine)

    async def create(self, **params: Unpack[args.AdminOrganizationGroupsCreateArgs]) -> Group:
        """Create an organization group.

        ``POST /organization/groups``

        Args:
            **params: The keys of `triopenai.types.admin.organization.GroupCreateParams` (`name` is required),
                and the request options.

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
            **params: The request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.GroupListParams`, and the request
                options.

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
            **params: The request options.

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
            **params: The keys of `triopenai.types.admin.organization.GroupUpdateParams` (`name` is required),
                and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_GROUPS_UPDATE, params, group_id)


class AdminOrganizationGroupsRoles(Resource):
    """Methods of ``client.admin.organization.groups.roles``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/subresources/roles
    """

    async def create(
        self, group_id: str, **params: Unpack[args.AdminOrganizationGroupsRolesCreateArgs]
    ) -> RoleCreateResponse:
        """Create a group role.

        ``POST /organization/groups/{group_id}/roles``

        Args:
            group_id: Id of the group.
            **params: The keys of `triopenai.types.admin.organization.groups.RoleCreateParams` (`role_id` is
                required), and the request options.

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
            **params: `group_id` and the request options.

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
            **params: The keys of `triopenai.types.admin.organization.groups.RoleListParams`, and the request
                options.

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
            **params: `group_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/subresources/roles/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_GROUPS_ROLES_RETRIEVE, params, role_id)


class AdminOrganizationGroupsUsers(Resource):
    """Methods of ``client.admin.organization.groups.users``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/subresources/users
    """

    async def create(
        self, group_id: str, **params: Unpack[args.AdminOrganizationGroupsUsersCreateArgs]
    ) -> UserCreateResponse:
        """Create a group user.

        ``POST /organization/groups/{group_id}/users``

        Args:
            group_id: Id of the group.
            **params: The keys of `triopenai.types.admin.organization.groups.UserCreateParams` (`user_id` is
                required), and the request options.

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
            **params: `group_id` and the request options.

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
            **params: The keys of `triopenai.types.admin.organization.groups.UserListParams`, and the request
                options.

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
            **params: `group_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/groups/subresources/users/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_GROUPS_USERS_RETRIEVE, params, user_id)


class AdminOrganizationInvites(Resource):
    """Methods of ``client.admin.organization.invites``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/invites
    """

    async def create(self, **params: Unpack[args.AdminOrganizationInvitesCreateArgs]) -> Invite:
        """Create an organization invite.

        ``POST /organization/invites``

        Args:
            **params: The keys of `triopenai.types.admin.organization.InviteCreateParams` (`email` and `role`
                are required), and the request options.

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
            **params: The request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.InviteListParams`, and the request
                options.

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
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/invites/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_INVITES_RETRIEVE, params, invite_id)


class AdminOrganizationRoles(Resource):
    """Methods of ``client.admin.organization.roles``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/roles
    """

    async def create(self, **params: Unpack[args.AdminOrganizationRolesCreateArgs]) -> Role:
        """Create an organization role.

        ``POST /organization/roles``

        Args:
            **params: The keys of `triopenai.types.admin.organization.RoleCreateParams` (`permissions` and
                `role_name` are required), and the request options.

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
            **params: The request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.RoleListParams`, and the request
                options.

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
            **params: The request options.

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
            **params: The keys of `triopenai.types.admin.organization.RoleUpdateParams`, and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/roles/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_ROLES_UPDATE, params, role_id)


class AdminOrganizationUsers(Resource):
    """Methods of ``client.admin.organization.users``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/users
    """

    @cached_property
    def roles(self) -> AdminOrganizationUsersRoles:
        """Methods of ``client.admin.organization.users.roles``."""
        return AdminOrganizationUsersRoles(self._engine)

    async def delete(self, user_id: str, **params: Unpack[RequestOptions]) -> UserDeleteResponse:
        """Delete an organization user.

        ``DELETE /organization/users/{user_id}``

        Args:
            user_id: Id of the user.
            **params: The request options.

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

        Args:
            **params: The keys of `triopenai.types.admin.organization.UserListParams`, and the request
                options.

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
            **params: The request options.

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
            **params: The keys of `triopenai.types.admin.organization.UserUpdateParams`, and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/users/methods/update
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USERS_UPDATE, params, user_id)


class AdminOrganizationUsersRoles(Resource):
    """Methods of ``client.admin.organization.users.roles``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/users/subresources/roles
    """

    async def create(
        self, user_id: str, **params: Unpack[args.AdminOrganizationUsersRolesCreateArgs]
    ) -> UsersRoleCreateResponse:
        """Create a user role.

        ``POST /organization/users/{user_id}/roles``

        Args:
            user_id: Id of the user.
            **params: The keys of `triopenai.types.admin.organization.users.RoleCreateParams` (`role_id` is
                required), and the request options.

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
            **params: `user_id` and the request options.

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
            **params: The keys of `triopenai.types.admin.organization.users.RoleListParams`, and the request
                options.

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
            **params: `user_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/users/subresources/roles/methods/retrieve
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USERS_ROLES_RETRIEVE, params, role_id)
