"""The keywords of ``skills``. Generated: do not edit."""

from __future__ import annotations

from typing import Required

from triopenai._base.options import RequestOptions
from triopenai.types._params import SkillCreateParams, SkillListParams, SkillUpdateParams
from triopenai.types.skills._params import VersionCreateParams, VersionListParams

__all__ = [
    "SkillsCreateArgs",
    "SkillsListArgs",
    "SkillsUpdateArgs",
    "SkillsVersionsContentRetrieveArgs",
    "SkillsVersionsCreateArgs",
    "SkillsVersionsDeleteArgs",
    "SkillsVersionsListArgs",
    "SkillsVersionsRetrieveArgs",
]


class SkillsCreateArgs(SkillCreateParams, RequestOptions, total=False):
    """Keywords of ``skills.create``."""


class SkillsListArgs(SkillListParams, RequestOptions, total=False):
    """Keywords of ``skills.list``."""


class SkillsUpdateArgs(SkillUpdateParams, RequestOptions, total=False):
    """Keywords of ``skills.update``."""


class SkillsVersionsContentRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``skills.versions.content.retrieve``."""

    skill_id: Required[str]


class SkillsVersionsCreateArgs(VersionCreateParams, RequestOptions, total=False):
    """Keywords of ``skills.versions.create``."""


class SkillsVersionsDeleteArgs(RequestOptions, total=False):
    """Keywords of ``skills.versions.delete``."""

    skill_id: Required[str]


class SkillsVersionsListArgs(VersionListParams, RequestOptions, total=False):
    """Keywords of ``skills.versions.list``."""


class SkillsVersionsRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``skills.versions.retrieve``."""

    skill_id: Required[str]
