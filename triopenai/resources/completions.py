"""The methods of ``completions``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from triopenai._engine.resource import Resource
from triopenai._operations import completions as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._engine.events import EventStream
    from triopenai.resources._args import completions as args
    from triopenai.types import Completion

__all__ = ["Completions"]


class Completions(Resource):
    """Methods of ``client.completions``.

    See https://developers.openai.com/api/reference/resources/completions
    """

    @overload
    async def create(self, **params: Unpack[args.CompletionsCreateArgsOnce]) -> Completion: ...

    @overload
    async def create(self, **params: Unpack[args.CompletionsCreateArgsStream]) -> EventStream[Completion]: ...

    @overload
    async def create(
        self, **params: Unpack[args.CompletionsCreateArgs]
    ) -> Completion | EventStream[Completion]: ...

    async def create(
        self, **params: Unpack[args.CompletionsCreateArgs]
    ) -> Completion | EventStream[Completion]:
        """Complete a prompt.

        ``POST /completions``

        Args:
            **params: The keys of `triopenai.types.CompletionCreateParams` (`model` and `prompt` are
                required), and the request options.

        Returns:
            The answer; with ``stream=True`` its events as they arrive, to be used as a block.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/completions/methods/create
        """
        return await self._engine.call_or_stream(ops.COMPLETIONS_CREATE, params)
