"""Files for the environments of agents: uploaded, and given the place where the agent finds them."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final, cast, final

import attrs
import trio

from triopenai._base.agent_errors import AgentFilePreparationError, AgentFileStagingError
from triopenai._base.errors import APIError, FileUploadsError
from triopenai._engine.resource import no_call
from triopenai._helpers.polling import fetch, later_options
from triopenai._helpers.sending import upload_all, upload_file
from triopenai._operations import beta_agents as ops

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence
    from typing import Unpack

    from triopenai._base.files import FileTypes
    from triopenai._base.options import RequestOptions
    from triopenai._engine.engine import Engine
    from triopenai.types.beta._common_params import HostedEnvironmentFileParam
    from triopenai.types.beta.agents.environments import EnvironmentFile

__all__ = ["AgentFileHelpers", "PreparedAgentFiles", "StagedAgentFile"]

PURPOSE: Final = "user_data"
ROOT: Final = "/workspace"
LIMIT: Final = 5


@final
@attrs.frozen
class PreparedAgentFiles:
    """Files that were uploaded for an environment.

    Attributes:
        files: What an environment takes as `files`.
        uploaded_file_ids: The ids of the uploads, which are the caller's to delete.
    """

    files: list[HostedEnvironmentFileParam] = attrs.field(factory=list["HostedEnvironmentFileParam"])
    uploaded_file_ids: list[str] = attrs.field(factory=list[str])


@final
@attrs.frozen
class StagedAgentFile:
    """A file in an environment.

    Attributes:
        uploaded_file_id: The id of the upload, which is the caller's to delete.
        file: The file in the environment.
    """

    uploaded_file_id: str
    file: EnvironmentFile


class AgentFileHelpers:
    """Helpers of ``client.beta.agents.environments.files``."""

    _engine: Engine

    @no_call
    async def prepare(
        self, files: Mapping[str, str | os.PathLike[str]], **options: Unpack[RequestOptions]
    ) -> PreparedAgentFiles:
        """Upload local files for an environment that is yet to be created.

        At most five are uploaded at once. Every file is tried, whatever happens to the others. Cancelled, it
        leaves the files that are there already.

        Args:
            files: The path in the environment, under ``/workspace``, to the path of the local file.
            **options: The request options.

        Raises:
            AgentFilePreparationError: Some could not be uploaded; it has the others.
            ValueError: A path does not lie under ``/workspace``, or a local one is no regular file.
        """
        if not isinstance(cast("Any", files), Mapping):
            msg = f"files must map paths in the environment to local ones, not {type(files).__qualname__}"
            raise TypeError(msg)
        for path in files:
            _check_destination(path)
        sources = {path: Path(local) for path, local in files.items()}
        await trio.to_thread.run_sync(_check_files, list(sources.values()))
        return await self._upload(sources, options)

    @no_call
    async def prepare_directory(
        self,
        root: str | os.PathLike[str],
        *,
        destination: str,
        include: Sequence[str],
        **options: Unpack[RequestOptions],
    ) -> PreparedAgentFiles:
        """As `prepare`, for the files of a directory.

        Args:
            root: The local directory.
            destination: The directory in the environment, under ``/workspace``.
            include: Patterns of the files to take, ``["**/*.py"]`` for example, relative to `root`.
            **options: The request options.

        Raises:
            AgentFilePreparationError: Some could not be uploaded; it has the others.
            ValueError: No pattern, one that leaves `root`, or one that selects nothing or a symbolic link; a
                `root` that is no directory; a `destination` that does not lie under ``/workspace``.
        """
        _check_destination(destination)
        patterns = _check_patterns(include)
        found = await trio.to_thread.run_sync(_select, Path(root), patterns)
        sources = {f"{destination}/{name}": path for name, path in found.items()}
        return await self._upload(sources, options)

    @no_call
    async def upload(
        self, environment_id: str, *, file: FileTypes, path: str, **options: Unpack[RequestOptions]
    ) -> StagedAgentFile:
        """Upload a file, and put it into an environment that there is.

        Args:
            environment_id: Id of the environment.
            file: The file.
            path: Where the agent finds it, under ``/workspace``.
            **options: The request options.

        Raises:
            APIError: The upload failed.
            AgentFileStagingError: The file was uploaded, but could not be put into the environment.
            ValueError: `path` does not lie under ``/workspace``.
        """
        _check_destination(path)
        uploaded = await upload_file(self._engine, file, options, PURPOSE)
        body = {"type": "file_id", "file_id": uploaded, "path": path, **later_options(options)}
        try:
            staged = await fetch(
                self._engine, ops.BETA_AGENTS_ENVIRONMENTS_FILES_CREATE, body, environment_id
            )
        except APIError as error:
            msg = f"{uploaded} was uploaded, but could not be put into {environment_id}: {error}"
            raise AgentFileStagingError(msg, uploaded_file_id=uploaded) from error
        return StagedAgentFile(uploaded, staged)

    async def _upload(self, sources: Mapping[str, Path], options: RequestOptions) -> PreparedAgentFiles:
        paths = list(sources)
        if not paths:
            await trio.lowlevel.checkpoint()
            return PreparedAgentFiles()
        try:
            ids = await upload_all(self._engine, sources.values(), LIMIT, options, PURPOSE)
        except FileUploadsError as error:
            done = _prepared(paths, error.file_ids)
            failures = {paths[index]: failure for index, failure in error.failures.items()}
            msg = f"{error}; what was uploaded is in `prepared`, and stays"
            raise AgentFilePreparationError(msg, prepared=done, failures=failures) from error.__cause__
        return _prepared(paths, ids)


def _prepared(paths: Iterable[str], ids: Iterable[str | None]) -> PreparedAgentFiles:
    done = PreparedAgentFiles()
    for path, identity in zip(paths, ids, strict=True):
        if identity is not None:
            done.files.append({"type": "file_id", "file_id": identity, "path": path})
            done.uploaded_file_ids.append(identity)
    return done


def _check_destination(path: str) -> None:
    if not isinstance(cast("Any", path), str) or not path.startswith(f"{ROOT}/"):
        msg = f"a path in an environment must lie under {ROOT}, as {ROOT}/data.csv does; not {path!r}"
        raise ValueError(msg)
    if any(part in {"", ".", ".."} for part in path[1:].split("/")):
        msg = f"a path in an environment must have no empty part, . or .. in it: {path!r}"
        raise ValueError(msg)


def _check_patterns(include: Sequence[str]) -> list[str]:
    if isinstance(include, str) or not isinstance(cast("Any", include), Iterable):
        msg = f"include must be several patterns, a list of them, not {type(include).__qualname__}"
        raise TypeError(msg)
    patterns = list(include)
    if not patterns:
        msg = 'include is empty: name the files to take, ["**/*"] for all'
        raise ValueError(msg)
    for pattern in patterns:
        parts = PurePosixPath(pattern)
        if not pattern or parts.is_absolute() or ".." in parts.parts:
            msg = f"a pattern of include must stay inside of the directory: {pattern!r}"
            raise ValueError(msg)
    return patterns


def _select(root: Path, patterns: Iterable[str]) -> dict[str, Path]:
    """The files that patterns select, by their names relative to the directory, in order. It blocks."""
    if root.is_symlink() or not root.is_dir():
        msg = f"root must be a directory, and no symbolic link to one: {root}"
        raise ValueError(msg)
    found = sorted({path for pattern in patterns for path in root.glob(pattern) if not _is_directory(path)})
    if not found:
        msg = f"the patterns of include select no file of {root}"
        raise ValueError(msg)
    _check_files(found)
    base = root.resolve()
    for path in found:
        if path.resolve() != base / path.relative_to(root):
            msg = f"{path} is reached by a symbolic link to a directory; links are not followed"
            raise ValueError(msg)
    return {path.relative_to(root).as_posix(): path for path in found}


def _is_directory(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _check_files(paths: Iterable[Path]) -> None:
    """Refuse what is no regular file: a link may lead to what nobody meant to send. It blocks."""
    for path in paths:
        try:
            mode = path.lstat().st_mode
        except OSError as error:
            msg = f"{path} cannot be read: {error.strerror}"
            raise ValueError(msg) from error
        if not stat.S_ISREG(mode):
            msg = f"{path} is no regular file; directories go to prepare_directory(), links are not followed"
            raise ValueError(msg)
