"""Runs of evals: waiting until one is done. The official client has no such helpers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from triopenai._base.absent import omit
from triopenai._helpers.polling import Pace, fetch, given, later_options, poll
from triopenai._operations import evals as ops

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from triopenai._base.absent import Omit
    from triopenai._base.options import RequestOptions
    from triopenai._engine.engine import Engine
    from triopenai.types.evals import RunRetrieveResponse
    from triopenai.types.evals._params import RunCreateDataSourceParam
    from triopenai.types.shared_params import Metadata

__all__ = ["EvalRunHelpers"]

PENDING: Final = frozenset({"queued", "in_progress"})


class EvalRunHelpers:
    """Helpers of ``client.evals.runs``."""

    _engine: Engine

    async def create_and_poll(
        self,
        eval_id: str,
        *,
        data_source: RunCreateDataSourceParam,
        metadata: Metadata | Omit | None = omit,
        name: str | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunRetrieveResponse:
        """Run an eval, and wait until the run is done.

        As `create` with the same keywords, then `poll`.

        Args:
            eval_id: Id of the eval.
            data_source: What the run is over.
            metadata: Up to 16 pairs to keep with it.
            name: Its name.
            poll_interval_ms: See `poll`.
            **options: The request options.

        Raises:
            APIError: A request failed; the subclass says how.
        """
        pace = Pace.of(poll_interval_ms)
        body = given(data_source=data_source, metadata=metadata, name=name)
        run = await fetch(self._engine, ops.EVALS_RUNS_CREATE, {**body, **options}, eval_id)
        return await _run(self._engine, run.id, eval_id, pace, later_options(options))

    async def poll(
        self,
        run_id: str,
        *,
        eval_id: str,
        poll_interval_ms: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunRetrieveResponse:
        """Wait until the run of an eval is done.

        That is the status "completed", "failed" or "canceled"; none of them is an error here. The wait is
        bounded by the caller's cancel scope; ending it does not end the run.

        Args:
            run_id: Id of the run.
            eval_id: Id of its eval.
            poll_interval_ms: Milliseconds between two looks; left out, what the server asks for, or 1000.
            **options: The request options.

        Raises:
            APIError: A request failed; the subclass says how.
        """
        return await _run(self._engine, run_id, eval_id, Pace.of(poll_interval_ms), later_options(options))


async def _run(
    engine: Engine, run_id: str, eval_id: str, pace: Pace, options: Mapping[str, object]
) -> RunRetrieveResponse:
    params = cast("dict[str, object]", {"eval_id": eval_id, **options})
    return await poll(engine, ops.EVALS_RUNS_RETRIEVE, params, run_id, pending=PENDING, pace=pace)
