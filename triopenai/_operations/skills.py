"""The endpoints of ``skills``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.pages import AsyncCursorPage
    from triopenai.types import DeletedSkill, Skill
    from triopenai.types.skills import DeletedSkillVersion, SkillVersion

__all__ = [
    "SKILLS_CONTENT_RETRIEVE",
    "SKILLS_CREATE",
    "SKILLS_DELETE",
    "SKILLS_LIST",
    "SKILLS_RETRIEVE",
    "SKILLS_UPDATE",
    "SKILLS_VERSIONS_CONTENT_RETRIEVE",
    "SKILLS_VERSIONS_CREATE",
    "SKILLS_VERSIONS_DELETE",
    "SKILLS_VERSIONS_LIST",
    "SKILLS_VERSIONS_RETRIEVE",
]

SKILLS_CONTENT_RETRIEVE: Operation[HttpxBinaryResponseContent] = Operation(
    name="skills.content.retrieve",
    verb="GET",
    path="/skills/{skill_id}/content",
    path_params=("skill_id",),
    accept="application/binary",
    result="binary",
    reference=(
        "https://developers.openai.com/api/reference/resources/skills/subresources/content/methods/retrieve"
    ),
)
SKILLS_CREATE: Operation[Skill] = Operation(
    name="skills.create",
    verb="POST",
    path="/skills",
    body=("files",),
    files=("files",),
    multipart=True,
    result=":Skill",
    reference="https://developers.openai.com/api/reference/resources/skills/methods/create",
)
SKILLS_DELETE: Operation[DeletedSkill] = Operation(
    name="skills.delete",
    verb="DELETE",
    path="/skills/{skill_id}",
    path_params=("skill_id",),
    result=":DeletedSkill",
    reference="https://developers.openai.com/api/reference/resources/skills/methods/delete",
)
SKILLS_LIST: PageOperation[AsyncCursorPage[Skill], Skill] = PageOperation(
    name="skills.list",
    verb="GET",
    path="/skills",
    query=("after", "limit", "order"),
    item=":Skill",
    page="cursor",
    reference="https://developers.openai.com/api/reference/resources/skills/methods/list",
)
SKILLS_RETRIEVE: Operation[Skill] = Operation(
    name="skills.retrieve",
    verb="GET",
    path="/skills/{skill_id}",
    path_params=("skill_id",),
    result=":Skill",
    reference="https://developers.openai.com/api/reference/resources/skills/methods/retrieve",
)
SKILLS_UPDATE: Operation[Skill] = Operation(
    name="skills.update",
    verb="POST",
    path="/skills/{skill_id}",
    path_params=("skill_id",),
    body=("default_version",),
    required=("default_version",),
    result=":Skill",
    reference="https://developers.openai.com/api/reference/resources/skills/methods/update",
)
SKILLS_VERSIONS_CONTENT_RETRIEVE: Operation[HttpxBinaryResponseContent] = Operation(
    name="skills.versions.content.retrieve",
    verb="GET",
    path="/skills/{skill_id}/versions/{version}/content",
    path_params=("skill_id", "version"),
    accept="application/binary",
    result="binary",
    reference=(
        "https://developers.openai.com/api/reference/resources/skills/subresources/versions/subresources"
        "/content/methods/retrieve"
    ),
)
SKILLS_VERSIONS_CREATE: Operation[SkillVersion] = Operation(
    name="skills.versions.create",
    verb="POST",
    path="/skills/{skill_id}/versions",
    path_params=("skill_id",),
    body=("default", "files"),
    files=("files",),
    multipart=True,
    result="skills:SkillVersion",
    reference=(
        "https://developers.openai.com/api/reference/resources/skills/subresources/versions/methods/create"
    ),
)
SKILLS_VERSIONS_DELETE: Operation[DeletedSkillVersion] = Operation(
    name="skills.versions.delete",
    verb="DELETE",
    path="/skills/{skill_id}/versions/{version}",
    path_params=("skill_id", "version"),
    result="skills:DeletedSkillVersion",
    reference=(
        "https://developers.openai.com/api/reference/resources/skills/subresources/versions/methods/delete"
    ),
)
SKILLS_VERSIONS_LIST: PageOperation[AsyncCursorPage[SkillVersion], SkillVersion] = PageOperation(
    name="skills.versions.list",
    verb="GET",
    path="/skills/{skill_id}/versions",
    path_params=("skill_id",),
    query=("after", "limit", "order"),
    item="skills:SkillVersion",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/skills/subresources/versions/methods/list"
    ),
)
SKILLS_VERSIONS_RETRIEVE: Operation[SkillVersion] = Operation(
    name="skills.versions.retrieve",
    verb="GET",
    path="/skills/{skill_id}/versions/{version}",
    path_params=("skill_id", "version"),
    result="skills:SkillVersion",
    reference=(
        "https://developers.openai.com/api/reference/resources/skills/subresources/versions/methods/retrieve"
    ),
)
