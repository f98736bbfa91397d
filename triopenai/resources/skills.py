"""The methods of ``skills``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import skills as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.pages import AsyncCursorPage, AsyncPaginator
    from triopenai.resources._args import skills as args
    from triopenai.types import DeletedSkill, Skill
    from triopenai.types.skills import DeletedSkillVersion, SkillVersion

__all__ = ["Skills", "SkillsContent", "SkillsVersions", "SkillsVersionsContent"]


class Skills(Resource):
    """Methods of ``client.skills``.

    See https://developers.openai.com/api/reference/resources/skills
    """

    @cached_property
    def content(self) -> SkillsContent:
        """Methods of ``client.skills.content``."""
        return SkillsContent(self._engine)

    @cached_property
    def versions(self) -> SkillsVersions:
        """Methods of ``client.skills.versions``."""
        return SkillsVersions(self._engine)

    async def create(self, **params: Unpack[args.SkillsCreateArgs]) -> Skill:
        """Create a skill.

        ``POST /skills``

        Args:
            **params: The keys of `triopenai.types.SkillCreateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/skills/methods/create
        """
        return await self._engine.call(ops.SKILLS_CREATE, params)

    async def delete(self, skill_id: str, **params: Unpack[RequestOptions]) -> DeletedSkill:
        """Delete a skill.

        ``DELETE /skills/{skill_id}``

        Args:
            skill_id: Id of the skill.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/skills/methods/delete
        """
        return await self._engine.call(ops.SKILLS_DELETE, params, skill_id)

    def list(self, **params: Unpack[args.SkillsListArgs]) -> AsyncPaginator[Skill, AsyncCursorPage[Skill]]:
        """List skills.

        ``GET /skills``

        Args:
            **params: The keys of `triopenai.types.SkillListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/skills/methods/list
        """
        return self._engine.paginate(ops.SKILLS_LIST, params)

    async def retrieve(self, skill_id: str, **params: Unpack[RequestOptions]) -> Skill:
        """Retrieve a skill.

        ``GET /skills/{skill_id}``

        Args:
            skill_id: Id of the skill.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/skills/methods/retrieve
        """
        return await self._engine.call(ops.SKILLS_RETRIEVE, params, skill_id)

    async def update(self, skill_id: str, **params: Unpack[args.SkillsUpdateArgs]) -> Skill:
        """Update a skill.

        ``POST /skills/{skill_id}``

        Args:
            skill_id: Id of the skill.
            **params: The keys of `triopenai.types.SkillUpdateParams` (`default_version` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/skills/methods/update
        """
        return await self._engine.call(ops.SKILLS_UPDATE, params, skill_id)


class SkillsContent(Resource):
    """Methods of ``client.skills.content``.

    See https://developers.openai.com/api/reference/resources/skills/subresources/content
    """

    async def retrieve(self, skill_id: str, **params: Unpack[RequestOptions]) -> HttpxBinaryResponseContent:
        """Download a skill.

        ``GET /skills/{skill_id}/content``

        Args:
            skill_id: Id of the skill.
            **params: The request options.

        Returns:
            The body, not read yet. It holds a connection: use it as a block, or read it to the end.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/skills/subresources/content/methods/retrieve
        """
        return await self._engine.call(ops.SKILLS_CONTENT_RETRIEVE, params, skill_id)


class SkillsVersions(Resource):
    """Methods of ``client.skills.versions``.

    See https://developers.openai.com/api/reference/resources/skills/subresources/versions
    """

    @cached_property
    def content(self) -> SkillsVersionsContent:
        """Methods of ``client.skills.versions.content``."""
        return SkillsVersionsContent(self._engine)

    async def create(self, skill_id: str, **params: Unpack[args.SkillsVersionsCreateArgs]) -> SkillVersion:
        """Create a skill version.

        ``POST /skills/{skill_id}/versions``

        Args:
            skill_id: Id of the skill.
            **params: The keys of `triopenai.types.skills.VersionCreateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/skills/subresources/versions/methods/create
        """
        return await self._engine.call(ops.SKILLS_VERSIONS_CREATE, params, skill_id)

    async def delete(
        self, version: str, **params: Unpack[args.SkillsVersionsDeleteArgs]
    ) -> DeletedSkillVersion:
        """Delete a skill version.

        ``DELETE /skills/{skill_id}/versions/{version}``

        Args:
            version: The version.
            **params: `skill_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/skills/subresources/versions/methods/delete
        """
        return await self._engine.call(ops.SKILLS_VERSIONS_DELETE, params, version)

    def list(
        self, skill_id: str, **params: Unpack[args.SkillsVersionsListArgs]
    ) -> AsyncPaginator[SkillVersion, AsyncCursorPage[SkillVersion]]:
        """List skill versions.

        ``GET /skills/{skill_id}/versions``

        Args:
            skill_id: Id of the skill.
            **params: The keys of `triopenai.types.skills.VersionListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/skills/subresources/versions/methods/list
        """
        return self._engine.paginate(ops.SKILLS_VERSIONS_LIST, params, skill_id)

    async def retrieve(self, version: str, **params: Unpack[args.SkillsVersionsRetrieveArgs]) -> SkillVersion:
        """Retrieve a skill version.

        ``GET /skills/{skill_id}/versions/{version}``

        Args:
            version: The version.
            **params: `skill_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/skills/subresources/versions/methods/retrieve
        """
        return await self._engine.call(ops.SKILLS_VERSIONS_RETRIEVE, params, version)


class SkillsVersionsContent(Resource):
    """Methods of ``client.skills.versions.content``.

    See https://developers.openai.com/api/reference/resources/skills/subresources/versions/subresources/content
    """

    async def retrieve(
        self, version: str, **params: Unpack[args.SkillsVersionsContentRetrieveArgs]
    ) -> HttpxBinaryResponseContent:
        """Download a version of a skill.

        ``GET /skills/{skill_id}/versions/{version}/content``

        Args:
            version: The version.
            **params: `skill_id` and the request options.

        Returns:
            The body, not read yet. It holds a connection: use it as a block, or read it to the end.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/skills/subresources/versions/subresources/content/methods/retrieve
        """
        return await self._engine.call(ops.SKILLS_VERSIONS_CONTENT_RETRIEVE, params, version)
