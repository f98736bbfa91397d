"""Uploading files that something else is then made of: one, or many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import trio

from triopenai._base.errors import FileUploadsError
from triopenai._helpers.polling import fetch
from triopenai._operations import files as ops

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triopenai._base.files import FileTypes
    from triopenai._engine.engine import Engine

__all__ = ["upload_all", "upload_file"]

PURPOSE: Final = "assistants"


async def upload_file(
    engine: Engine, file: FileTypes, options: Mapping[str, object], purpose: str = PURPOSE
) -> str:
    """Upload a file, if nothing else is said for the use of assistants and vector stores, and give its id."""
    about = await fetch(engine, ops.FILES_CREATE, {**options, "file": file, "purpose": purpose})
    return about.id


async def upload_all(
    engine: Engine,
    files: Iterable[FileTypes],
    limit: int,
    options: Mapping[str, object],
    purpose: str = PURPOSE,
) -> list[str]:
    """Upload files, at most `limit` at once, and give their ids in the same order.

    Every file is tried, whatever happens to the others.

    Raises:
        FileUploadsError: Some could not be uploaded; it has the ids of the others.
        TypeError: `limit` is no int, or `files` is a single file.
        ValueError: There are no files, or `limit` is less than 1.
    """
    waiting = _check(files, limit)
    ids: list[str | None] = [None] * len(waiting)
    failures: dict[int, Exception] = {}
    left = iter(enumerate(waiting))

    async def work() -> None:
        for index, file in left:
            try:
                ids[index] = await upload_file(engine, file, options, purpose)
            except Exception as error:  # noqa: BLE001  # raised below, with what came of the others
                failures[index] = error

    async with trio.open_nursery() as nursery:
        for _ in range(min(limit, len(waiting))):
            nursery.start_soon(work)
    if failures:
        raise _failed(ids, failures)
    return cast("list[str]", ids)


def _check(files: Iterable[FileTypes], limit: int) -> list[FileTypes]:
    if isinstance(cast("Any", limit), bool) or not isinstance(cast("Any", limit), int):
        msg = f"max_concurrency must be an int, not {type(limit).__qualname__}"
        raise TypeError(msg)
    if limit < 1:
        msg = f"max_concurrency must be at least 1, not {limit}"
        raise ValueError(msg)
    if isinstance(cast("Any", files), (str, bytes, bytearray)) or hasattr(files, "read"):
        msg = f"files must be several files, a list of them for example, not {type(files).__qualname__}"
        raise TypeError(msg)
    found = list(files)
    if not found:
        msg = "files is empty: to attach files that are uploaded already, use create_and_poll(file_ids=...)"
        raise ValueError(msg)
    return found


def _failed(ids: list[str | None], failures: dict[int, Exception]) -> FileUploadsError:
    # In the order of the files, not of the failures.
    failures = dict(sorted(failures.items()))
    told = "; ".join(f"at {index}: {type(error).__name__}: {error}" for index, error in failures.items())
    msg = f"{len(failures)} of {len(ids)} files could not be uploaded ({told})"
    failure = FileUploadsError(msg, file_ids=tuple(ids), failures=failures)
    failure.__cause__ = next(iter(failures.values()))
    return failure
