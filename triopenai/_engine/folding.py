"""Which streams are folded, and into what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai._sansio.fold import FoldKind

__all__ = ["FOLDINGS", "KINDS_BY_RESULT", "Folding"]


@final
class Folding(NamedTuple):
    """How a stream is folded.

    Attributes:
        kind: By which rules.
        result: The type of what comes of it.
    """

    kind: FoldKind
    result: str


FOLDINGS: Final[Mapping[str, Folding]] = {
    "chat:ChatCompletionChunk": Folding("chat", "chat:ChatCompletion"),
    ":Completion": Folding("completion", ":Completion"),
    "responses:ResponseStreamEvent": Folding("response", "responses:Response"),
    "beta:BetaResponseStreamEvent": Folding("response", "beta:BetaResponse"),
    "beta:AssistantStreamEvent": Folding("assistant", "beta.threads:Run"),
    "audio:TranscriptionStreamEvent": Folding("transcript", "audio:Transcription"),
}
"""By the type of the events."""

KINDS_BY_RESULT: Final[Mapping[str, FoldKind]] = {
    # The events of assistants are told apart by names beside their data, which a body read whole has not.
    folding.result: folding.kind
    for folding in FOLDINGS.values()
    if folding.kind != "assistant"
}
