"""The methods of ``evals``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._helpers.evals import EvalRunHelpers
from triopenai._operations import evals as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.pages import AsyncCursorPage, AsyncPaginator
    from triopenai.resources._args import evals as args
    from triopenai.types import (
        EvalCreateResponse,
        EvalDeleteResponse,
        EvalListResponse,
        EvalRetrieveResponse,
        EvalUpdateResponse,
    )
    from triopenai.types.evals import (
        RunCancelResponse,
        RunCreateResponse,
        RunDeleteResponse,
        RunListResponse,
        RunRetrieveResponse,
    )
    from triopenai.types.evals.runs import OutputItemListResponse, OutputItemRetrieveResponse

__all__ = ["Evals", "EvalsRuns", "EvalsRunsOutputItems"]


class Evals(Resource):
    """Methods of ``client.evals``.

    See https://developers.openai.com/api/reference/resources/evals
    """

    @cached_property
    def runs(self) -> EvalsRuns:
        """Methods of ``client.evals.runs``."""
        return EvalsRuns(self._engine)

    async def create(self, **params: Unpack[args.EvalsCreateArgs]) -> EvalCreateResponse:
        """Create an eval.

        ``POST /evals``

        Args:
            **params: The keys of `triopenai.types.EvalCreateParams` (`data_source_config` and
                `testing_criteria` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/evals/methods/create
        """
        return await self._engine.call(ops.EVALS_CREATE, params)

    async def delete(self, eval_id: str, **params: Unpack[RequestOptions]) -> EvalDeleteResponse:
        """Delete an eval.

        ``DELETE /evals/{eval_id}``

        Args:
            eval_id: Id of the eval.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/evals/methods/delete
        """
        return await self._engine.call(ops.EVALS_DELETE, params, eval_id)

    def list(
        self, **params: Unpack[args.EvalsListArgs]
    ) -> AsyncPaginator[EvalListResponse, AsyncCursorPage[EvalListResponse]]:
        """List evals.

        ``GET /evals``

        Args:
            **params: The keys of `triopenai.types.EvalListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/evals/methods/list
        """
        return self._engine.paginate(ops.EVALS_LIST, params)

    async def retrieve(self, eval_id: str, **params: Unpack[RequestOptions]) -> EvalRetrieveResponse:
        """Retrieve an eval.

        ``GET /evals/{eval_id}``

        Args:
            eval_id: Id of the eval.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/evals/methods/retrieve
        """
        return await self._engine.call(ops.EVALS_RETRIEVE, params, eval_id)

    async def update(self, eval_id: str, **params: Unpack[args.EvalsUpdateArgs]) -> EvalUpdateResponse:
        """Update an eval.

        ``POST /evals/{eval_id}``

        Args:
            eval_id: Id of the eval.
            **params: The keys of `triopenai.types.EvalUpdateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/evals/methods/update
        """
        return await self._engine.call(ops.EVALS_UPDATE, params, eval_id)


class EvalsRuns(EvalRunHelpers, Resource):
    """Methods of ``client.evals.runs``.

    See https://developers.openai.com/api/reference/resources/evals/subresources/runs
    """

    @cached_property
    def output_items(self) -> EvalsRunsOutputItems:
        """Methods of ``client.evals.runs.output_items``."""
        return EvalsRunsOutputItems(self._engine)

    async def cancel(self, run_id: str, **params: Unpack[args.EvalsRunsCancelArgs]) -> RunCancelResponse:
        """Cancel an eval run.

        ``POST /evals/{eval_id}/runs/{run_id}/cancel``

        Args:
            run_id: Id of the run.
            **params: `eval_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/evals/subresources/runs/methods/cancel
        """
        return await self._engine.call(ops.EVALS_RUNS_CANCEL, params, run_id)

    async def create(self, eval_id: str, **params: Unpack[args.EvalsRunsCreateArgs]) -> RunCreateResponse:
        """Create an eval run.

        ``POST /evals/{eval_id}/runs``

        Args:
            eval_id: Id of the eval.
            **params: The keys of `triopenai.types.evals.RunCreateParams` (`data_source` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/evals/subresources/runs/methods/create
        """
        return await self._engine.call(ops.EVALS_RUNS_CREATE, params, eval_id)

    async def delete(self, run_id: str, **params: Unpack[args.EvalsRunsDeleteArgs]) -> RunDeleteResponse:
        """Delete an eval run.

        ``DELETE /evals/{eval_id}/runs/{run_id}``

        Args:
            run_id: Id of the run.
            **params: `eval_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/evals/subresources/runs/methods/delete
        """
        return await self._engine.call(ops.EVALS_RUNS_DELETE, params, run_id)

    def list(
        self, eval_id: str, **params: Unpack[args.EvalsRunsListArgs]
    ) -> AsyncPaginator[RunListResponse, AsyncCursorPage[RunListResponse]]:
        """List eval runs.

        ``GET /evals/{eval_id}/runs``

        Args:
            eval_id: Id of the eval.
            **params: The keys of `triopenai.types.evals.RunListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/evals/subresources/runs/methods/list
        """
        return self._engine.paginate(ops.EVALS_RUNS_LIST, params, eval_id)

    async def retrieve(
        self, run_id: str, **params: Unpack[args.EvalsRunsRetrieveArgs]
    ) -> RunRetrieveResponse:
        """Retrieve an eval run.

        ``GET /evals/{eval_id}/runs/{run_id}``

        Args:
            run_id: Id of the run.
            **params: `eval_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/evals/subresources/runs/methods/retrieve
        """
        return await self._engine.call(ops.EVALS_RUNS_RETRIEVE, params, run_id)


class EvalsRunsOutputItems(Resource):
    """Methods of ``client.evals.runs.output_items``.

    See https://developers.openai.com/api/reference/resources/evals/subresources/runs/subresources/output_items
    """

    def list(
        self, run_id: str, **params: Unpack[args.EvalsRunsOutputItemsListArgs]
    ) -> AsyncPaginator[OutputItemListResponse, AsyncCursorPage[OutputItemListResponse]]:
        """List eval run output items.

        ``GET /evals/{eval_id}/runs/{run_id}/output_items``

        Args:
            run_id: Id of the run.
            **params: The keys of `triopenai.types.evals.runs.OutputItemListParams` (`eval_id` is required),
                and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/evals/subresources/runs/subresources/output_items/methods/list
        """
        return self._engine.paginate(ops.EVALS_RUNS_OUTPUT_ITEMS_LIST, params, run_id)

    async def retrieve(
        self, output_item_id: str, **params: Unpack[args.EvalsRunsOutputItemsRetrieveArgs]
    ) -> OutputItemRetrieveResponse:
        """Retrieve an eval run output item.

        ``GET /evals/{eval_id}/runs/{run_id}/output_items/{output_item_id}``

        Args:
            output_item_id: Id of the output item.
            **params: `eval_id`, `run_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/evals/subresources/runs/subresources/output_items/methods/retrieve
        """
        return await self._engine.call(ops.EVALS_RUNS_OUTPUT_ITEMS_RETRIEVE, params, output_item_id)
