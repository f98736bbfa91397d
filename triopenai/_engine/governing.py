"""What calls have to do with limits: which lane a call takes, and what its answer says of the limits.

Source: https://platform.openai.com/docs/guides/rate-limits (the ``x-ratelimit-*`` header fields).
"""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING, Final, TypeGuard, cast, final

import trio

from triopenai._base.errors import APIStatusError
from triopenai._engine.reply import Reply
from triopenai._net.transport import Response
from triopenai._sansio.quota import is_quota
from triopenai._sansio.ratelimit import parse_rate_limit

if TYPE_CHECKING:
    from triopenai._base.errors import APIError
    from triopenai._base.headers import Headers
    from triopenai._engine.call import Call
    from triopenai._flow.lane import Lane, Permit

__all__ = [
    "HeldResponse",
    "UsageFinder",
    "enter",
    "estimate_input",
    "estimate_tokens",
    "is_refusal",
    "longest_pause",
    "note_answer",
    "note_refusal",
    "settle",
    "usage_of",
]

TOO_MANY_REQUESTS: Final = 429
FIRST_ERROR: Final = 400
BYTES_PER_TOKEN: Final = 4
PLENTY: Final = 500  # requests; with so many left it is not worth counting them
PLENTY_OF_TOKENS: Final = 500_000

_LEFT_REQUESTS: Final = b"x-ratelimit-remaining-requests"
_LEFT_TOKENS: Final = b"x-ratelimit-remaining-tokens"
_ANSWER_LIMIT: Final = re.compile(rb'"max_(?:completion_|output_)?tokens":\s*(\d{1,9})[,}]')
_TOTAL: Final = re.compile(rb'"total_tokens":\s*(\d{1,12})')
_KEPT: Final = 64
_MAX_DIGITS: Final = 18


async def enter(lane: Lane, call: Call) -> Permit:
    """Wait for a permit for one attempt of a call."""
    return await lane.enter(estimate_tokens(call) if lane.counts_tokens else 0)


def estimate_tokens(call: Call) -> int:
    """About how many tokens a call takes: a quarter of its body's bytes, and what the answer may have.

    Files count for nothing, and neither does an answer that is not bounded: what it used is known afterwards.
    """
    body = call.request.body
    if not call.model or not isinstance(body, bytes):
        return 0
    bound = _ANSWER_LIMIT.search(body)
    return estimate_input(call) + (int(bound[1]) if bound is not None else 0)


def estimate_input(call: Call) -> int:
    """The part of `estimate_tokens` that is sent."""
    body = call.request.body
    return len(body) // BYTES_PER_TOKEN if call.model and isinstance(body, bytes) else 0


def note_answer(permit: Permit, response: Response) -> None:
    """Learn from an answer's head."""
    lane = permit.lane
    headers = response.headers
    requests = headers.find(_LEFT_REQUESTS)
    tokens = headers.find(_LEFT_TOKENS)
    accepted = response.status < FIRST_ERROR
    if requests is None and tokens is None:
        if accepted:
            lane.accept()
        return
    requests_left = None if requests is None else _number(requests)
    tokens_left = None if tokens is None else _number(tokens)
    if (
        accepted
        and requests_left is not None
        and requests_left >= PLENTY
        and (tokens_left is None or tokens_left >= PLENTY_OF_TOKENS)
    ):
        lane.accept_with_plenty(requests_left)
        return
    if lane.sample(permit, requests_left, tokens_left, refused=response.status == TOO_MANY_REQUESTS):
        _note_rest(lane, headers)
    if accepted:
        lane.accept()


def _number(text: bytes) -> int | None:
    return int(text) if text.isdigit() and len(text) <= _MAX_DIGITS else None


def _note_rest(lane: Lane, headers: Headers) -> None:
    """Learn the limits' names and resets, which matter only where little remains."""
    info = parse_rate_limit(headers)
    if info is None:
        return
    now = trio.current_time()
    for gauge, limit, reset in (
        (lane.requests, info.limit_requests, info.reset_requests),
        (lane.tokens, info.limit_tokens, info.reset_tokens),
    ):
        if limit is not None:
            gauge.limit = limit
        if reset is not None:
            gauge.expect_reset(now + reset)


def is_refusal(error: APIError) -> TypeGuard[APIStatusError]:
    """Whether an error says that a limit was gone over; an empty account is no such limit."""
    return (
        isinstance(error, APIStatusError)
        and error.status_code == TOO_MANY_REQUESTS
        and not is_quota(error.code, error.type)
    )


def longest_pause(error: APIStatusError) -> float:
    """Seconds after which the server says that all it allows is there again; `inf` if it does not say."""
    info = parse_rate_limit(error.headers)
    if info is None:
        return inf
    resets = [
        reset
        for remaining, reset in (
            (info.remaining_requests, info.reset_requests),
            (info.remaining_tokens, info.reset_tokens),
        )
        if reset is not None and remaining == 0
    ]
    return max(resets, default=inf)


def note_refusal(permit: Permit, pause: float) -> None:
    """Hold everybody who shares the limit that a call went over, for so many seconds."""
    lane = permit.lane
    now = trio.current_time()
    used_up = lane.requests.ready_in(1.0, now) > 0 or lane.tokens.ready_in(max(permit.tokens, 1), now) > 0
    permit.refused(pause, explained=used_up)


def settle(permit: Permit, result: object) -> None:
    """End a request that was answered: settle what was set aside by what the answer says it used."""
    if permit.tokens and (total := usage_of(result)) is not None:
        permit.used(total)
    permit.leave()


def usage_of(result: object) -> int | None:
    """The tokens that an answer says it used, if it says so."""
    value = cast("Reply[object]", result).parse() if isinstance(result, Reply) else result
    total = getattr(getattr(value, "usage", None), "total_tokens", None)
    return total if isinstance(total, int) else None


@final
class UsageFinder:
    """Looks for the count of tokens in an answer that passes by in pieces."""

    __slots__ = ("_tail",)

    def __init__(self) -> None:
        self._tail = b""

    def find(self, piece: bytes) -> int | None:
        """The last count that ends in this piece."""
        text = self._tail + piece
        self._tail = text[-_KEPT:]
        totals = _TOTAL.findall(text)
        return int(totals[-1]) if totals else None


@final
class HeldResponse(Response):
    """A response that is read later, and keeps its permit until it is closed or read to its end.

    Where tokens are counted, the last count that passes by settles what was set aside.
    """

    __slots__ = ("_permit", "_source", "_usage")

    def __init__(self, source: Response, permit: Permit) -> None:
        self.status = source.status
        self.headers = source.headers
        self.http_version = source.http_version
        self._source = source
        self._permit = permit
        self._usage = UsageFinder()

    async def receive_some(self) -> bytes:
        """See `Response.receive_some`."""
        return self._note(await self._source.receive_some())

    async def receive_before(self, deadline: float) -> bytes:
        """See `Response.receive_before`."""
        return self._note(await self._source.receive_before(deadline))

    def _note(self, piece: bytes) -> bytes:
        if not piece:
            self._permit.leave()
        elif self._permit.tokens and (total := self._usage.find(piece)) is not None:
            self._permit.used(total)
        return piece

    async def drain(self, max_bytes: int, seconds: float) -> bool:
        """See `Response.drain`."""
        return await self._source.drain(max_bytes, seconds)

    async def aclose(self) -> None:
        """See `Response.aclose`."""
        self._permit.leave()
        await self._source.aclose()
