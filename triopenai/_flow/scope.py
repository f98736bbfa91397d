"""Blocks that bound what is done in them: in time, in requests, in tokens.

Theory of operation
    A scope is a cancel scope with counters. Whoever is about to make a request *charges* it to the innermost
    scope around the current task, and with it to all scopes around that one. Where a counter would go over
    its bound, the scope *runs out*: it is cancelled, so that what is under way in it ends, and its block
    raises. Nobody waits for room: what others have set aside may be held by the very task that asks.

    A scope is OPEN from the block's beginning to its end. A charge that outlives the block (a stream that was
    left open) goes on counting for the scopes around it which are still open; the ledger of one that has
    ended does not change any more.

    Which scope is around a task is decided as Trio decides which cancel scope is: by the nurseries, up from
    the task. So a task that is started into a nursery outside of the block is no part of it, whoever starts
    it, and one in a nursery inside is, wherever it was started from. While no scope is open, nothing is
    looked up.

    Rejected: a context variable. Tasks inherit it from who starts them, so the scope would count tasks which
    it cannot cancel, and miss some that it does.
"""

from __future__ import annotations

from collections import deque
from math import inf
from typing import TYPE_CHECKING, Final, final

import trio

from triopenai._base.config import check_seconds
from triopenai._base.ledger import Ledger, Waits
from triopenai._base.limit_errors import BudgetExceeded, ScopeTooSlowError
from triopenai._flow.charge import Charge
from triopenai._flow.checks import check_limit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

    from triopenai._base.ledger import Cause, Outcome

__all__ = ["Scope", "Scopes"]

KEPT_ATTEMPTS: Final = 1000


@final
class Scopes:
    """The scopes of one owner, a client for instance; they nest in each other.

    Without a client::

        scopes = Scopes()
        async with scopes.open(max_requests=10) as scope:
            with await scope.charge("ask") as charge:
                answer = await ask()
                charge.settle(answer.tokens)
    """

    __slots__ = ("by_task",)

    def __init__(self) -> None:
        self.by_task: dict[trio.lowlevel.Task, list[Scope]] = {}

    def open(
        self,
        *,
        deadline: float | None = None,
        max_tokens: int | None = None,
        max_requests: int | None = None,
    ) -> Scope:
        """A scope, to be entered as a block, once.

        Args:
            deadline: Seconds from the block's beginning.
            max_tokens: Tokens that its requests may use.
            max_requests: How many there may be, retries included.

        Raises:
            TypeError: One of them is no number, or not a whole one where that is due.
            ValueError: One of them is not more than 0.
        """
        return Scope(self, deadline=deadline, max_tokens=max_tokens, max_requests=max_requests)

    def leave(self, scope: Scope, task: trio.lowlevel.Task) -> None:
        """Forget a scope of a task; used by `Scope`."""
        self.by_task[task].remove(scope)
        if not self.by_task[task]:
            del self.by_task[task]

    def current(self) -> Scope | None:
        """The innermost open scope around the current task."""
        if not self.by_task:
            return None
        task = trio.lowlevel.current_task()
        inside: float = inf
        while True:
            for scope in reversed(self.by_task.get(task, ())):
                if scope.depth <= inside:
                    return scope
            nursery = task.parent_nursery
            if nursery is None:
                return None
            task = nursery.parent_task
            inside = task.child_nurseries.index(nursery)


@final
class Scope:
    """A block that bounds its requests. Made by `Client.scope`, or `Scopes.open`.

    Running out cancels what is under way in the block. As with `trio.fail_after`, the block raises if
    something was cut short, and not if it was done all the same.

    Raises:
        BudgetExceeded: From the block: its tokens or requests are used up.
        ScopeTooSlowError: From the block: its deadline came. It is a `trio.TooSlowError`.
        RuntimeError: It is entered a second time.

    Attributes:
        depth: How many nurseries its task had open when it was entered.
    """

    __slots__ = (
        "_attempts",
        "_began",
        "_cancelled",
        "_cancels",
        "_deadline",
        "_ended",
        "_entered",
        "_estimated",
        "_failed",
        "_max_requests",
        "_max_tokens",
        "_outer",
        "_ran_out",
        "_requests",
        "_scopes",
        "_tokens",
        "_under_way",
        "_waited",
        "depth",
    )

    def __init__(
        self, scopes: Scopes, *, deadline: float | None, max_tokens: int | None, max_requests: int | None
    ) -> None:
        check_seconds("scope(deadline=)", deadline)
        for name, limit in (("max_tokens", max_tokens), ("max_requests", max_requests)):
            if limit is not None:
                check_limit(limit, "scope", name)
        self._scopes = scopes
        self._deadline = deadline
        self._max_tokens = inf if max_tokens is None else max_tokens
        self._max_requests = inf if max_requests is None else max_requests
        self._cancels = trio.CancelScope()
        self._entered = False
        self._outer: Scope | None = None
        self._ran_out: str | None = None
        self._ended: Ledger | None = None
        self._began = 0.0
        self._requests = self._under_way = self._failed = self._cancelled = 0
        self._tokens = self._estimated = 0
        self._waited: dict[Cause, float] = {"limit": 0.0, "pool": 0.0, "retry": 0.0, "server": 0.0}
        self._attempts: deque[Charge] = deque(maxlen=KEPT_ATTEMPTS)
        self.depth: int = 0

    @property
    def ledger(self) -> Ledger:
        """What was spent so far; after the block, what was spent in it."""
        if self._ended is not None:
            return self._ended
        return Ledger(
            requests=self._requests,
            under_way=self._under_way,
            failed=self._failed,
            cancelled=self._cancelled,
            tokens=self._tokens,
            estimated_tokens=self._estimated,
            seconds=trio.current_time() - self._began if self._entered else 0.0,
            waited=Waits(**self._waited),
            attempts=tuple(charge.entry() for charge in self._attempts),
        )

    @property
    def tokens_left(self) -> float:
        """Tokens that may still be used; `inf` if they are not bounded."""
        return max(self._max_tokens - self._tokens, 0)

    @property
    def requests_left(self) -> float:
        """Requests that may still be made; `inf` if they are not bounded."""
        return max(self._max_requests - self._requests, 0)

    async def charge(self, operation: str, tokens: int = 0) -> Charge:
        """Count a request that is about to be made, here and in the scopes around.

        Does not wait, and is a checkpoint for cancellation alone.

        Args:
            operation: What is done, for the ledger.
            tokens: About how many it takes; they count until the charge is settled.

        Raises:
            BudgetExceeded: There is no room for it. As the scope is cancelled by then, tasks in it see that
                instead, except where they are shielded.
        """
        await trio.lowlevel.checkpoint_if_cancelled()
        for scope in self.chain():
            lack = scope._lack_for(operation, tokens)  # noqa: SLF001  # of this class
            if lack is not None:
                scope._run_out(lack)  # noqa: SLF001  # as above
                await trio.lowlevel.checkpoint()
                raise BudgetExceeded(lack, ledger=scope.ledger)
        return Charge(tuple(self.chain()), operation, tokens)

    def chain(self) -> Iterator[Scope]:
        """This scope and those around it, from within."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope._outer  # noqa: SLF001  # as above

    def _lack_for(self, operation: str, tokens: int) -> str | None:
        """Why one more request has no room, in words."""
        if self._requests >= self._max_requests:
            return (
                f"{operation} would be one request more than max_requests={self._max_requests} of its scope"
            )
        # What takes no tokens is never too much.
        if tokens and self._tokens + tokens > self._max_tokens:
            return (
                f"{operation} takes about {tokens} tokens, and of max_tokens={self._max_tokens} of its scope"
                f" {self.tokens_left} are left"
            )
        return None

    def _run_out(self, why: str) -> None:
        if self._ended is None and self._ran_out is None:
            self._ran_out = why
            self._cancels.cancel()

    def begin(self, charge: Charge) -> None:
        """Count a new charge; used by `Charge`."""
        self._requests += 1
        self._under_way += 1
        self._tokens += charge.tokens
        self._estimated += charge.tokens
        self._attempts.append(charge)

    def change(self, tokens: int, estimated: int) -> None:
        """Count what became more or less; used by `Charge`."""
        self._tokens += tokens
        self._estimated += estimated
        if self._tokens > self._max_tokens:
            self._run_out(f"{self._tokens} tokens were used, of max_tokens={self._max_tokens} of this scope")

    def finish(self, outcome: Outcome) -> None:
        """Count the end of a charge; used by `Charge`."""
        self._under_way -= 1
        self._failed += outcome == "failed"
        self._cancelled += outcome == "cancelled"

    def take_back(self, charge: Charge) -> None:
        """Forget a charge whose request was not sent; used by `Charge`."""
        self._requests -= 1
        self._under_way -= 1
        if charge in self._attempts:
            self._attempts.remove(charge)

    def waited(self, cause: Cause, seconds: float) -> None:
        """Count time; used by `Charge`."""
        self._waited[cause] += seconds

    @property
    def is_open(self) -> bool:
        """Whether its block has not ended."""
        return self._ended is None

    @trio.lowlevel.enable_ki_protection
    async def __aenter__(self) -> Self:
        if self._entered:
            msg = "a scope is entered once: make another one for each block"
            raise RuntimeError(msg)
        self._entered = True
        task = trio.lowlevel.current_task()
        self._outer = self._scopes.current()
        self.depth = len(task.child_nurseries)
        self._began = trio.current_time()
        if self._deadline is not None:
            self._cancels.deadline = self._began + self._deadline
        self._cancels.__enter__()
        self._scopes.by_task.setdefault(task, []).append(self)
        return self

    @trio.lowlevel.enable_ki_protection
    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool | None:
        self._scopes.leave(self, trio.lowlevel.current_task())
        ledger = self._ended = self.ledger
        self._attempts.clear()  # each refers to this scope
        swallowed = self._cancels.__exit__(exc_type, exc, traceback)
        if self._cancels.cancelled_caught:
            if self._ran_out is not None:
                msg = f"{self._ran_out}. Spent in all: {ledger}"
                raise BudgetExceeded(msg, ledger=ledger) from None
            msg = f"the scope's deadline of {self._deadline:g} seconds came. Spent in all: {ledger}"
            raise ScopeTooSlowError(msg, ledger=ledger) from None
        return swallowed

    def __repr__(self) -> str:
        state = "new" if not self._entered else "open" if self._ended is None else "ended"
        return f"<Scope, {state}: {self.ledger}>"
