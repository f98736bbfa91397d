"""Vector stores: putting files in, and waiting until they can be searched."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from triopenai._base.absent import omit
from triopenai._helpers.polling import Pace, fetch, given, later_options, poll
from triopenai._helpers.sending import upload_all, upload_file
from triopenai._operations import vector_stores as ops

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from typing import Unpack

    from triopenai._base.absent import Omit
    from triopenai._base.files import FileTypes
    from triopenai._base.options import RequestOptions
    from triopenai._base.sequences import SequenceNotStr
    from triopenai._engine.engine import Engine
    from triopenai.types import FileChunkingStrategyParam
    from triopenai.types.vector_stores import FileCreateParams, VectorStoreFile, VectorStoreFileBatch

__all__ = ["FileBatchHelpers", "FileHelpers"]

PENDING: Final = frozenset({"in_progress"})


@contextmanager
def _noting(note: str) -> Generator[None]:
    """Say on an error what was done before it."""
    try:
        yield
    except Exception as error:
        error.add_note(note)
        raise


class FileHelpers:
    """Helpers of ``client.vector_stores.files``."""

    _engine: Engine

    async def create_and_poll(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        attributes: dict[str, str | float | bool] | Omit | None = omit,
        poll_interval_ms: int | Omit = omit,
        max_wait_seconds: float | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> VectorStoreFile:
        """Attach a file to a vector store, and wait until it has been processed.

        As `create`, then `poll`.

        Args:
            file_id: Id of the file.
            vector_store_id: Id of the vector store.
            attributes: Up to 16 values to filter searches by.
            poll_interval_ms: See `poll`.
            max_wait_seconds: See `poll`; the time starts when the file is attached.
            chunking_strategy: How its text is cut.
            **options: The request options.

        Raises:
            APIError: A request failed; the subclass says how.
            ProcessingTimeoutError: `max_wait_seconds` are over.
        """
        pace = Pace.of(poll_interval_ms, max_wait_seconds)
        body = given(file_id=file_id, attributes=attributes, chunking_strategy=chunking_strategy)
        await fetch(self._engine, ops.VECTOR_STORES_FILES_CREATE, {**body, **options}, vector_store_id)
        return await _file(self._engine, file_id, vector_store_id, pace, options)

    async def poll(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        poll_interval_ms: int | Omit = omit,
        max_wait_seconds: float | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> VectorStoreFile:
        """Wait until a file of a vector store has been processed.

        A file that could not be processed is given too: look at its `status` and `last_error`. The wait is
        bounded by the caller's cancel scope; ending it does not end the processing.

        Args:
            file_id: Id of the file.
            vector_store_id: Id of the vector store.
            poll_interval_ms: Milliseconds between two looks; left out, what the server asks for, or 1000.
            max_wait_seconds: Seconds for the whole wait, requests included.
            **options: The request options.

        Raises:
            APIError: A request failed; the subclass says how.
            ProcessingTimeoutError: `max_wait_seconds` are over.
        """
        pace = Pace.of(poll_interval_ms, max_wait_seconds)
        return await _file(self._engine, file_id, vector_store_id, pace, options)

    async def upload(
        self,
        *,
        vector_store_id: str,
        file: FileTypes,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> VectorStoreFile:
        """Upload a file and attach it to a vector store.

        The file is uploaded with the purpose "assistants". An error or a cancellation between the two leaves
        it uploaded; the error has a note with its id.

        Args:
            vector_store_id: Id of the vector store.
            file: A path, bytes, an open binary file, or ``(name, content[, media type])``.
            chunking_strategy: How its text is cut.
            **options: The request options.

        Returns:
            The file as it was attached; its processing has only begun.

        Raises:
            APIError: A request failed; the subclass says how.
            OSError: The file cannot be read.
        """
        file_id = await upload_file(self._engine, file, later_options(options))
        body = given(file_id=file_id, chunking_strategy=chunking_strategy)
        with _noting(f"the file was uploaded as {file_id}"):
            return await self._engine.call(
                ops.VECTOR_STORES_FILES_CREATE, {**body, **options}, vector_store_id
            )

    async def upload_and_poll(
        self,
        *,
        vector_store_id: str,
        file: FileTypes,
        attributes: dict[str, str | float | bool] | Omit | None = omit,
        poll_interval_ms: int | Omit = omit,
        max_wait_seconds: float | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> VectorStoreFile:
        """Upload a file, attach it to a vector store, and wait until it has been processed.

        As `upload`, then `poll`.

        Args:
            vector_store_id: Id of the vector store.
            file: A path, bytes, an open binary file, or ``(name, content[, media type])``.
            attributes: Up to 16 values to filter searches by.
            poll_interval_ms: See `poll`.
            max_wait_seconds: See `poll`; the time starts when the file is attached.
            chunking_strategy: How its text is cut.
            **options: The request options.

        Raises:
            APIError: A request failed; the subclass says how.
            OSError: The file cannot be read.
            ProcessingTimeoutError: `max_wait_seconds` are over.
        """
        pace = Pace.of(poll_interval_ms, max_wait_seconds)
        file_id = await upload_file(self._engine, file, later_options(options))
        body = given(file_id=file_id, attributes=attributes, chunking_strategy=chunking_strategy)
        with _noting(f"the file was uploaded as {file_id}"):
            await fetch(self._engine, ops.VECTOR_STORES_FILES_CREATE, {**body, **options}, vector_store_id)
            return await _file(self._engine, file_id, vector_store_id, pace, options)


async def _file(
    engine: Engine, file_id: str, vector_store_id: str, pace: Pace, options: RequestOptions
) -> VectorStoreFile:
    params = {"vector_store_id": vector_store_id, **later_options(options)}
    operation = ops.VECTOR_STORES_FILES_RETRIEVE
    return await poll(engine, operation, params, file_id, pending=PENDING, pace=pace)


class FileBatchHelpers:
    """Helpers of ``client.vector_stores.file_batches``."""

    _engine: Engine

    async def create_and_poll(
        self,
        vector_store_id: str,
        *,
        attributes: dict[str, str | float | bool] | Omit | None = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        file_ids: SequenceNotStr[str] | Omit = omit,
        files: Iterable[FileCreateParams] | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> VectorStoreFileBatch:
        """Attach several files to a vector store, and wait until they have been processed.

        As `create`, then `poll`.

        Args:
            vector_store_id: Id of the vector store.
            attributes: Up to 16 values to filter searches by, for all of the files.
            chunking_strategy: How their text is cut.
            file_ids: Ids of the files.
            files: The same with attributes and chunking of their own, in place of `file_ids`.
            poll_interval_ms: See `poll`.
            **options: The request options.

        Raises:
            APIError: A request failed; the subclass says how.
        """
        pace = Pace.of(poll_interval_ms)
        body = given(
            attributes=attributes, chunking_strategy=chunking_strategy, file_ids=file_ids, files=files
        )
        create = ops.VECTOR_STORES_FILE_BATCHES_CREATE
        batch = await fetch(self._engine, create, {**body, **options}, vector_store_id)
        return await _batch(self._engine, batch.id, vector_store_id, pace, options)

    async def poll(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        poll_interval_ms: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> VectorStoreFileBatch:
        """Wait until a batch of files has been processed.

        A batch with files that could not be processed is given too: look at its `status` and `file_counts`.
        The wait is bounded by the caller's cancel scope; ending it does not end the processing.

        Args:
            batch_id: Id of the batch.
            vector_store_id: Id of the vector store.
            poll_interval_ms: Milliseconds between two looks; left out, what the server asks for, or 1000.
            **options: The request options.

        Raises:
            APIError: A request failed; the subclass says how.
        """
        return await _batch(self._engine, batch_id, vector_store_id, Pace.of(poll_interval_ms), options)

    async def upload_and_poll(
        self,
        vector_store_id: str,
        *,
        files: Iterable[FileTypes],
        max_concurrency: int = 5,
        file_ids: SequenceNotStr[str] = (),
        poll_interval_ms: int | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> VectorStoreFileBatch:
        """Upload several files, attach them to a vector store, and wait until they have been processed.

        All files are tried, also when one fails; then nothing is attached, and the error has the ids of
        those that were uploaded, to be given as `file_ids` with the rest. Cancelled, the uploads under way
        end, and files that were uploaded stay.

        Args:
            vector_store_id: Id of the vector store.
            files: Each a path, bytes, an open binary file, or ``(name, content[, media type])``.
            max_concurrency: How many are uploaded at once.
            file_ids: Ids of files to attach that are uploaded already.
            poll_interval_ms: See `poll`.
            chunking_strategy: How their text is cut.
            **options: The request options.

        Raises:
            FileUploadsError: Some of the files could not be uploaded.
            APIError: Another request failed; the subclass says how.
            TypeError: `max_concurrency` is no int.
            ValueError: There are no files, or `max_concurrency` is less than 1.
        """
        pace = Pace.of(poll_interval_ms)
        uploaded = await upload_all(self._engine, files, max_concurrency, later_options(options))
        body = given(file_ids=[*file_ids, *uploaded], chunking_strategy=chunking_strategy)
        create = ops.VECTOR_STORES_FILE_BATCHES_CREATE
        with _noting(f"the files were uploaded as {', '.join(uploaded)}"):
            batch = await fetch(self._engine, create, {**body, **options}, vector_store_id)
        return await _batch(self._engine, batch.id, vector_store_id, pace, options)


async def _batch(
    engine: Engine, batch_id: str, vector_store_id: str, pace: Pace, options: RequestOptions
) -> VectorStoreFileBatch:
    params = {"vector_store_id": vector_store_id, **later_options(options)}
    operation = ops.VECTOR_STORES_FILE_BATCHES_RETRIEVE
    return await poll(engine, operation, params, batch_id, pending=PENDING, pace=pace)
