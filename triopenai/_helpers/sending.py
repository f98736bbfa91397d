"""Uploading files that something else is then made of: one, or many at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

import outcome

from triopenai._base.errors import FileUploadsError
from triopenai._flow.checks import check_limit
from triopenai._flow.fanout import map as map_files
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
    check_limit(limit, "upload_and_poll", "max_concurrency")
    upload = partial(upload_file, engine, options=options, purpose=purpose)
    done = await map_files(upload, _listed(files), limit=limit, on_error="outcome")
    failures = {
        index: cast("Exception", one.error)
        for index, one in enumerate(done)
        if isinstance(one, outcome.Error)
    }
    if failures:
        raise _failed([one.value if isinstance(one, outcome.Value) else None for one in done], failures)
    return [one.unwrap() for one in done]


def _listed(files: Iterable[FileTypes]) -> list[FileTypes]:
    if isinstance(cast("Any", files), (str, bytes, bytearray)) or hasattr(files, "read"):
        msg = f"files must be several files, a list of them for example, not {type(files).__qualname__}"
        raise TypeError(msg)
    found = list(files)
    if not found:
        msg = "files is empty: to attach files that are uploaded already, use create_and_poll(file_ids=...)"
        raise ValueError(msg)
    return found


def _failed(ids: list[str | None], failures: Mapping[int, Exception]) -> FileUploadsError:
    told = "; ".join(f"at {index}: {type(error).__name__}: {error}" for index, error in failures.items())
    msg = f"{len(failures)} of {len(ids)} files could not be uploaded ({told})"
    failure = FileUploadsError(msg, file_ids=tuple(ids), failures=failures)
    failure.__cause__ = next(iter(failures.values()))
    return failure
