"""From a request to the steps of its answer: log, key, fault, handler, headers."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, final

import trio

from triopenai._base.headers import Headers
from triopenai.testing import (
    _assistants,
    _batches,
    _calls,
    _chat,
    _chatkit,
    _containers,
    _conversations,
    _embeddings,
    _evals,
    _files,
    _fine_tuning,
    _grading,
    _models,
    _responses,
    _secrets,
    _skills,
    _socket_live,
    _socket_realtime,
    _socket_responses,
    _threads,
    _uploads,
    _vector_stores,
    _videos,
    _voices,
    _webhooks,
)
from triopenai.testing._answer import Answer, ApiError, crash_answer, error_answer
from triopenai.testing._azure import azure_key, check_azure
from triopenai.testing._plan import Fault, FaultPlan
from triopenai.testing._record import Connections, ReceivedRequest, RequestLog, receive
from triopenai.testing._router import Router, Tree
from triopenai.testing._steps import Abort, Chunk, Pace, Step, script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triopenai.testing._http import WireRequest
    from triopenai.testing._store import Store

__all__ = ["App"]

_ROUTES = (
    *_chat.ROUTES,
    *_responses.ROUTES,
    *_socket_live.ROUTES,
    *_socket_realtime.ROUTES,
    *_socket_responses.ROUTES,
    *_embeddings.ROUTES,
    *_models.ROUTES,
    *_files.ROUTES,
    *_fine_tuning.ROUTES,
    *_vector_stores.ROUTES,
    *_uploads.ROUTES,
    *_videos.ROUTES,
    *_threads.ROUTES,
    *_assistants.ROUTES,
    *_containers.ROUTES,
    *_batches.ROUTES,
    *_conversations.ROUTES,
    *_skills.ROUTES,
    *_evals.ROUTES,
    *_grading.ROUTES,
    *_calls.ROUTES,
    *_chatkit.ROUTES,
    *_secrets.ROUTES,
    *_voices.ROUTES,
    *_webhooks.ROUTES,
)


# Where only an admin key leads.
_ADMINISTRATION = ("/organization/", "/projects/")


@cache
def _routes(*, stateful: bool) -> Tree:
    return Tree(_ROUTES if stateful else ())


@cache
def _more_routes(*, stateful: bool) -> Tree:
    # The operation table is needed by few tests, and takes a while to import.
    from triopenai.testing import _admin, _agents  # noqa: PLC0415  # as said above
    from triopenai.testing._generic import generic_routes  # noqa: PLC0415  # as above

    kept = (*_agents.ROUTES, *_admin.ROUTES) if stateful else ()
    return Tree([*kept, *generic_routes()])


@final
class App:
    """The API, without its connections.

    Attributes:
        crashes: Errors in the sandbox itself, each of which was answered with a 500.
    """

    __slots__ = (
        "_admin_key",
        "_api_key",
        "_connections",
        "_faults",
        "_log",
        "_pace",
        "_router",
        "_store",
        "crashes",
    )

    def __init__(
        self,
        *,
        api_key: str,
        admin_key: str,
        log: RequestLog,
        connections: Connections,
        faults: FaultPlan,
        pace: Pace,
        store: Store,
        stateful: bool,
    ) -> None:
        self._api_key = api_key
        self._admin_key = admin_key
        self._log = log
        self._connections = connections
        self._faults = faults
        self._pace = pace
        self._store = store
        more = partial(_more_routes, stateful=stateful)
        self._router = Router(_routes(stateful=stateful), more, self.crashed)
        self.crashes: list[Exception] = []

    def respond(self, request: WireRequest, connection: int) -> Iterable[Step]:
        """The steps that answer a request. Raises nothing."""
        received = receive(
            method=request.method,
            target=request.target,
            headers=Headers(request.headers),
            body=request.body,
            connection=connection,
            time=trio.current_time(),
            request_id=self._store.new_id("req_"),
        )
        self._connections.count_request(connection)
        self._log.add(received)
        try:
            return self._guard(self._steps(received), received)
        except Exception as error:  # noqa: BLE001 - a bug here must not end the sandbox
            self.crashed(error)
            return script(crash_answer(error), self._headers(received), Pace())

    def refuse(self, message: str, status: int) -> Iterable[Step]:
        """The steps that answer bytes which are no request."""
        headers = (("x-request-id", self._store.new_id("req_")), ("connection", "close"))
        return script(error_answer(status, message), headers, Pace())

    def crashed(self, error: Exception) -> None:
        """Note an error of the sandbox itself."""
        self.crashes.append(error)

    def _steps(self, request: ReceivedRequest) -> Iterable[Step]:
        fault = self._faults.take(request) or Fault()
        answer = fault.instead(request)
        if answer is None:
            answer = self._answer(request)
        steps: Iterable[Step] = script(fault.change(answer), self._headers(request), self._pace)
        if request.method == "HEAD":
            steps = (step for step in steps if not isinstance(step, Chunk))
        return fault.rewrite(steps)

    def _guard(self, steps: Iterable[Step], request: ReceivedRequest) -> Iterator[Step]:
        try:
            yield from steps
        except Exception as error:  # noqa: BLE001 - a bug here must not end the sandbox
            error.add_note(f"while answering {request.method} {request.target}")
            self.crashed(error)
            yield Abort()

    def _answer(self, request: ReceivedRequest) -> Answer:
        try:
            self._check_key(request)
            check_azure(request)
            _fine_tuning.refresh(self._store)
            _batches.refresh(self._store, self._router)
            return self._router.dispatch(request, self._store)
        except ApiError as error:
            return error.answer()

    def _check_key(self, request: ReceivedRequest) -> None:
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        if own := azure_key(request):
            scheme, key = "bearer", own
        if scheme.lower() != "bearer" or not key:
            message = "No API key was provided: an 'Authorization: Bearer KEY' header is needed."
            raise ApiError(401, message)
        if key not in (self._api_key, self._admin_key) and not _secrets.is_secret(self._store, key):
            shown = f"{key[:3]}***{key[-2:]}" if len(key) > len("sk-******") else "***"
            message = f"Incorrect API key provided: {shown}."
            raise ApiError(401, message, code="invalid_api_key")
        if key != self._admin_key and request.path.startswith(_ADMINISTRATION):
            message = "You have insufficient permissions for this operation: it takes an admin key."
            raise ApiError(403, message, code="insufficient_permissions")

    def _headers(self, request: ReceivedRequest) -> tuple[tuple[str, str], ...]:
        return (
            ("x-request-id", request.request_id),
            ("openai-organization", "org-sandbox"),
            ("openai-processing-ms", str(round(self._pace.latency * 1000) + 5)),
            ("openai-version", "2020-10-01"),
            ("x-ratelimit-limit-requests", "10000"),
            ("x-ratelimit-limit-tokens", "2000000"),
            ("x-ratelimit-remaining-requests", "9999"),
            ("x-ratelimit-remaining-tokens", "1999900"),
            ("x-ratelimit-reset-requests", "6ms"),
            ("x-ratelimit-reset-tokens", "3ms"),
        )
