"""The keywords of ``containers``. Generated: do not edit."""

from __future__ import annotations

from typing import Required

from triopenai._base.options import RequestOptions
from triopenai.types._params import ContainerCreateParams, ContainerListParams
from triopenai.types.containers._params import FileCreateParams, FileListParams

__all__ = [
    "ContainersCreateArgs",
    "ContainersFilesContentRetrieveArgs",
    "ContainersFilesCreateArgs",
    "ContainersFilesDeleteArgs",
    "ContainersFilesListArgs",
    "ContainersFilesRetrieveArgs",
    "ContainersListArgs",
]


class ContainersCreateArgs(ContainerCreateParams, RequestOptions, total=False):
    """Keywords of ``containers.create``."""


class ContainersFilesContentRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``containers.files.content.retrieve``."""

    container_id: Required[str]


class ContainersFilesCreateArgs(FileCreateParams, RequestOptions, total=False):
    """Keywords of ``containers.files.create``."""


class ContainersFilesDeleteArgs(RequestOptions, total=False):
    """Keywords of ``containers.files.delete``."""

    container_id: Required[str]


class ContainersFilesListArgs(FileListParams, RequestOptions, total=False):
    """Keywords of ``containers.files.list``."""


class ContainersFilesRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``containers.files.retrieve``."""

    container_id: Required[str]


class ContainersListArgs(ContainerListParams, RequestOptions, total=False):
    """Keywords of ``containers.list``."""
