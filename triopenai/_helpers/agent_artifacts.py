"""The files that an agent left in a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from triopenai._helpers.polling import later_options
from triopenai._operations import beta_agents_sessions as ops

if TYPE_CHECKING:
    import os
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.engine import Engine
    from triopenai._helpers.agent_result import AgentTurnResult
    from triopenai.types.beta.agents.sessions import SessionArtifact

__all__ = ["ArtifactHelpers", "AsyncAgentResultArtifacts"]


@final
class AsyncAgentResultArtifacts:
    """The artifacts of a turn, by their paths."""

    __slots__ = ("_engine", "_session_id", "_turn_id")

    def __init__(self, engine: Engine, session_id: str, turn_id: str) -> None:
        self._engine = engine
        self._session_id = session_id
        self._turn_id = turn_id

    async def content(self, path: str, **options: Unpack[RequestOptions]) -> HttpxBinaryResponseContent:
        """The content of an artifact, to be used as a block; it is read as it is asked for.

        Args:
            path: Its path, as the agent named it.
            **options: The request options.

        Raises:
            ValueError: The turn has no such artifact, or more than one.
            APIError: A request failed; the subclass says how.
        """
        artifact = await self._find(path, options)
        return await self._open(artifact, options)

    async def download(
        self, path: str, *, to: str | os.PathLike[str], **options: Unpack[RequestOptions]
    ) -> SessionArtifact:
        """Write an artifact to a file, in constant memory.

        Args:
            path: Its path, as the agent named it.
            to: The path of the file; what is there is replaced.
            **options: The request options.

        Raises:
            ValueError: The turn has no such artifact, or more than one.
            APIError: A request failed; the subclass says how.
            OSError: The file cannot be written.
        """
        artifact = await self._find(path, options)
        async with await self._open(artifact, options) as content:
            await content.stream_to_file(to)
        return artifact

    async def _find(self, path: str, options: RequestOptions) -> SessionArtifact:
        listed = self._engine.paginate(
            ops.BETA_AGENTS_SESSIONS_ARTIFACTS_LIST, later_options(options), self._session_id
        )
        found = [
            artifact
            async for artifact in listed
            if (artifact.turn_id, artifact.path) == (self._turn_id, path)
        ]
        if len(found) != 1:
            many = "no artifact" if not found else f"{len(found)} artifacts"
            msg = f"{self._turn_id} has {many} with the path {path!r}"
            raise ValueError(msg)
        return found[0]

    async def _open(self, artifact: SessionArtifact, options: RequestOptions) -> HttpxBinaryResponseContent:
        params = {"session_id": self._session_id, **later_options(options)}
        return await self._engine.call(ops.BETA_AGENTS_SESSIONS_ARTIFACTS_CONTENT, params, artifact.id)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._turn_id}>"


class ArtifactHelpers:
    """Helpers of ``client.beta.agents.sessions.artifacts``."""

    _engine: Engine

    def for_result(self, result: AgentTurnResult[object]) -> AsyncAgentResultArtifacts:
        """The artifacts of a turn that is completed. Nothing is sent yet.

        Args:
            result: What ``get_final_result`` of a session's stream gave.
        """
        return AsyncAgentResultArtifacts(self._engine, result.session_id, result.turn_id)
