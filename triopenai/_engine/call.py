"""One call from end to end: the request, its attempts, and the only retry loop.

A call is prepared once (arguments checked, request encoded) and attempted until one attempt's answer has
been taken by its consumer. The consumer decides what "taken" means: the whole body read and decoded, the
first event of a stream, the head of a download. Whatever fails before that counts as the attempt's failure,
so it is retried; nothing is retried after it, because the caller has seen something by then.

A wait between attempts that the caller's own deadline would cut short is never begun: the error is raised at
once, while it still can be.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Final, NoReturn, TypedDict, TypeVar, cast, final

import attrs
import trio

from triopenai._base.absent import NOT_GIVEN, is_given
from triopenai._base.config import Timeout
from triopenai._base.errors import APIError, APIStatusError, Attempt, ClientClosedError
from triopenai._engine import governing
from triopenai._engine.failures import connection_error, may_retry
from triopenai._engine.silence import silent_from_start
from triopenai._net.body import form_body
from triopenai._net.errors import TransportClosed, TransportError
from triopenai._net.redirects import follow
from triopenai._sansio import embeddings
from triopenai._sansio.encode import MultipartRequest, build_request
from triopenai._sansio.errormap import error_from_response
from triopenai._sansio.fields import encode_header
from triopenai._sansio.operation import Special
from triopenai._sansio.request import Request
from triopenai._sansio.retry import RetryPolicy, retry_delay

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from triopenai._engine.settings import Settings
    from triopenai._engine.watch import Watch
    from triopenai._flow.lane import Lane, Permit
    from triopenai._net.transport import Response, Transport
    from triopenai._sansio.multipart import MultipartBody
    from triopenai._sansio.operation import Operation

__all__ = ["Call", "Where", "authorized", "prepare", "read_start", "run"]

T = TypeVar("T")

FIRST_REDIRECT: Final = 300
FIRST_ERROR: Final = 400
MAX_ERROR_BODY: Final = 256 * 1024
RACE_DELAY: Final = 0.02  # seconds before a call that lost a race tries again; doubled each time
MAX_RACE_DELAY: Final = 1.0
MAX_RACES: Final = 20  # refusals that cost a call no attempt, since others took what there was


class Where(TypedDict):
    """Which call an error belongs to."""

    operation: str
    method: str
    url: str
    attempts: tuple[Attempt, ...]


@final
@attrs.define(eq=False)
class Call:
    """One call: what is sent, within which bounds, and what has happened so far."""

    operation: Operation[object]
    result: str
    request: Request
    asks_key: bool
    form: MultipartBody | None
    settings: Settings
    timeout: Timeout
    retry: RetryPolicy
    first_event_timeout: float | None = None
    idle_timeout: float | None = None
    started: float = 0.0
    attempts: list[Attempt] = attrs.field(factory=list[Attempt])
    model: str = ""
    races: int = 0
    watch: Watch | None = None

    def where(self) -> Where:
        """What errors say of the call."""
        return {
            "operation": self.operation.name,
            "method": self.operation.verb,
            "url": self.request.url,
            "attempts": tuple(self.attempts),
        }


def prepare(
    operation: Operation[object],
    params: Mapping[str, object],
    path_arg: str | None,
    settings: Settings,
) -> Call:
    """Check the arguments and encode the request; nothing is sent yet.

    Raises:
        TypeError: An unknown or missing keyword, or a value that cannot be sent.
        ValueError: A value that must not be sent.
    """
    result = _result(operation, params) if operation.result_by else operation.result
    if result == embeddings.RESULT and embeddings.asks_nothing(params):
        params, result = embeddings.ask_base64(params), Special.EMBEDDINGS
    more, asks_key = _attempt_headers(operation, params, settings)
    boundary = random_token() if operation.multipart else ""
    built = build_request(operation, params, path_arg, settings.defaults, more=more, boundary=boundary)
    form, request = (built.body, built.head) if isinstance(built, MultipartRequest) else (None, built)
    timeout, retry = settings.timeout, settings.retry
    if "timeout" in params:
        given = params["timeout"]
        if is_given(given):
            timeout = Timeout.of(given)  # type: ignore[arg-type]  # checked there
    if "max_retries" in params:
        retry = retry.replace_max(params["max_retries"])
    call = Call(operation, result, request, asks_key, form, settings, timeout, retry)
    if type(model := params.get("model")) is str:
        call.model = model
    return call


def _attempt_headers(
    operation: Operation[object], params: Mapping[str, object], settings: Settings
) -> tuple[tuple[tuple[bytes, bytes], ...], bool]:
    """The headers that stay the same over all attempts, and whether a key must be asked for at each."""
    own = settings.own_headers
    if extra := params.get("extra_headers"):
        own = own.union(name.lower() for name in cast("Mapping[str, object]", extra))
    more: tuple[tuple[bytes, bytes], ...] = ()
    if operation.verb != "GET" and "idempotency-key" not in own:
        key = params.get("idempotency_key", NOT_GIVEN)
        if is_given(key):
            more = (encode_header("Idempotency-Key", key),)
        else:
            more = ((b"Idempotency-Key", b"triopenai-" + random_token().encode("ascii")),)
    if settings.keys.scheme.header.lower() in own:
        return more, False
    if operation.admin or settings.authorization is None:
        return more, True
    return (*more, settings.authorization), False


def _result(operation: Operation[object], params: Mapping[str, object]) -> str:
    """The type of the answer, which an argument may decide."""
    if operation.result_by is None:
        return operation.result
    keyword, by_value = operation.result_by
    return by_value.get(str(params.get(keyword)), operation.result)


def random_token() -> str:
    """Text that nobody else comes upon; it need not be a secret."""
    return f"{random.getrandbits(128):032x}"  # as said


async def run(  # noqa: C901, PLR0912  # one frame: each more is an object that lives as long as the call
    call: Call,
    transport: Transport,
    lane: Lane,
    consume: Callable[[Call, Response], Awaitable[T]],
    *,
    live: bool = False,
) -> T:
    """Attempt the call until its answer is taken, or may not be tried again.

    Args:
        call: What to send.
        transport: Sends it.
        lane: Admits each attempt.
        consume: Takes the answer.
        live: Whether what it gives reads on from the answer; the call is under way until that is closed.

    Raises:
        APIError: The last attempt's failure, with all `attempts` on it.
        LimitError: A limit on this side stands against the call.
        ClientClosedError: The transport was closed.
    """
    if call.form is not None:
        call.request = attrs.evolve(call.request, body=await form_body(call.form))
    while True:
        permit = lane.enter_nowait() if call.watch is None and not call.asks_key else None
        if permit is not None:  # as nearly always; a coroutine less
            request = call.request
        else:
            permit, request = await _begin(call, lane)
        try:
            try:
                if call.first_event_timeout is None:
                    response = await transport.send(request, call.timeout)
                    result = await _take(
                        call, request, response, transport, permit=permit, consume=consume, live=live
                    )
                else:
                    result = await _attempt_in_time(call, request, transport, permit, consume, live=live)
            except TransportError as error:
                raise _public_error(call, error) from error
        except APIError as error:
            delay = _note_failure(call, permit, error)
            if delay is None:
                raise
        except BaseException as error:
            _stop(call, permit, error)
            raise
        else:
            if call.watch is not None:
                call.watch.taken(result, live=live)
            if not live:
                governing.settle(permit, result)
            return result
        await trio.sleep(delay)


async def _begin(call: Call, lane: Lane) -> tuple[Permit, Request]:
    """Wait until an attempt may begin; gives its permit, and what to send."""
    if call.watch is None:
        permit = lane.enter_nowait() or await governing.enter(lane, call)
    else:
        permit = await call.watch.enter(lane)
    try:
        # Not before the attempt may begin: a key may have expired by then.
        request = await authorized(call) if call.asks_key else call.request
    except BaseException as error:
        _stop(call, permit, error)
        raise
    if call.watch is not None:
        call.watch.sending()
    return permit, request


def _stop(call: Call, permit: Permit, error: BaseException) -> None:
    permit.leave()
    if call.watch is not None:
        call.watch.stopped(error)


async def _attempt_in_time(
    call: Call,
    request: Request,
    transport: Transport,
    permit: Permit,
    consume: Callable[[Call, Response], Awaitable[T]],
    *,
    live: bool,
) -> T:
    """An attempt of a call that is taken when the first event of its stream is there."""
    with trio.move_on_after(call.first_event_timeout or 0.0):
        response = await transport.send(request, call.timeout)
        return await _take(call, request, response, transport, permit=permit, consume=consume, live=live)
    raise silent_from_start(call)


async def _take(
    call: Call,
    request: Request,
    response: Response,
    transport: Transport,
    *,
    permit: Permit,
    consume: Callable[[Call, Response], Awaitable[T]],
    live: bool,
) -> T:
    """What the consumer makes of an answer, if it is no error."""
    try:
        governing.note_answer(permit, response)
        if response.status >= FIRST_REDIRECT:
            response = await _settle(call, request, response, transport)
        if call.watch is not None:
            response = call.watch.answered(response, live=live)
        if live:
            response = governing.HeldResponse(response, permit)
        return await consume(call, response)
    except BaseException:
        await response.aclose()
        raise


def _public_error(call: Call, error: TransportError) -> APIError | ClientClosedError:
    if isinstance(error, TransportClosed):
        return ClientClosedError(
            f"{call.operation.name} was called on a closed client: its open_client() block has ended."
        )
    return connection_error(call, error)


async def authorized(call: Call) -> Request:
    """The request with the key that is valid now."""
    request = call.request
    pair = await call.settings.credentials(admin=call.operation.admin)
    return Request(request.method, request.origin, request.target, (*request.headers, pair), request.body)


async def _settle(call: Call, request: Request, response: Response, transport: Transport) -> Response:
    """Follow redirects; raise what is an error."""
    if response.status < FIRST_ERROR:
        response = await follow(transport, request, response, call.timeout)
    if response.status >= FIRST_ERROR:
        await _raise_for_status(call, response)
    return response


async def _raise_for_status(call: Call, response: Response) -> NoReturn:
    body = await read_start(response)
    raise error_from_response(status=response.status, headers=response.headers, body=body, **call.where())


async def read_start(response: Response, most: int = MAX_ERROR_BODY) -> bytes:
    """The start of an error's body; a body that breaks off or never ends must not hide the status."""
    pieces: list[bytes] = []
    left = most
    try:
        while left > 0 and (piece := await response.receive_some()):
            pieces.append(piece[:left])
            left -= len(piece)
    except TransportError:
        return b"".join(pieces)
    if left <= 0:
        await response.aclose()
    return b"".join(pieces)


def _note_failure(call: Call, permit: Permit, error: APIError) -> float | None:
    """End an attempt that failed; gives what `_delay_after` gives."""
    permit.leave()
    delay = _delay_after(call, permit, error)
    call.attempts.append(_record(error, delay or 0.0))
    error.attempts = tuple(call.attempts)
    if call.watch is not None:
        call.watch.failed(error, delay)
    return delay


def _delay_after(call: Call, permit: Permit, error: APIError) -> float | None:
    """Seconds to wait before the next attempt, or None if there is none."""
    tried = len(call.attempts) - call.races
    headers = error.headers if isinstance(error, APIStatusError) else None
    delay = retry_delay(call.retry, len(call.attempts), headers, jitter=random.random(), now=time.time())  # noqa: S311  # spreads load
    if governing.is_refusal(error):
        delay = min(delay, governing.longest_pause(error))
        governing.note_refusal(permit, delay)
        if call.races < MAX_RACES and permit.is_race:
            delay = max(delay, min(RACE_DELAY * 2.0**call.races, MAX_RACE_DELAY))
            call.races += 1
            tried -= 1
    body = call.request.body
    if tried >= call.retry.max_retries or not may_retry(error):
        return None
    if not (isinstance(body, bytes) or body.replayable):
        error.add_note("not tried again: the file that was sent can be read only once")
        return None
    if trio.current_time() + delay >= trio.current_effective_deadline():
        return None
    return delay


def _record(error: APIError, wait: float) -> Attempt:
    status = error.status_code if isinstance(error, APIStatusError) else None
    return Attempt(status=status, error=error.message, wait=wait, request_id=error.request_id)
