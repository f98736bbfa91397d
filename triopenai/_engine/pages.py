"""Lists that come in pages.

A list method gives an `AsyncPaginator` at once. Awaited, it asks for one page; iterated, it asks for page
after page and gives every item. The next page is asked for by the cursor of the envelope, also over an empty
page; `triopenai._sansio.cursor` knows the rules of each kind.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, cast, final

import trio
from typing_extensions import TypeVar

from triopenai._base.errors import APIResponseValidationError
from triopenai._engine.prefetch import prefetch
from triopenai._engine.reply import ResponseInfo, describe
from triopenai._engine.values import invalid_answer, is_json
from triopenai._flow.checks import check_limit
from triopenai._sansio.cursor import next_query
from triopenai._sansio.decode import DecodeError, decode_page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator, Mapping
    from contextlib import AbstractAsyncContextManager
    from typing import Self

    from triopenai._engine.call import Call
    from triopenai._engine.engine import Engine
    from triopenai._engine.prefetch import PrefetchedPages
    from triopenai._net.transport import Response
    from triopenai._sansio.operation import PageKind, PageOperation

__all__ = [
    "AsyncConversationCursorPage",
    "AsyncCursorPage",
    "AsyncNextCursorPage",
    "AsyncPage",
    "AsyncPaginator",
    "AsyncTokenPage",
    "BasePage",
    "ItemIterator",
    "PageIterator",
]

ItemT = TypeVar("ItemT", default=object)
PageT = TypeVar("PageT", bound="BasePage[Any]", default="BasePage[Any]")


class BasePage(Generic[ItemT]):
    """One page of a list.

    Iterating it gives its items and then those of all pages after it.

    Attributes:
        data: The items of this page.
        envelope: What the answer held beside them: ``has_more``, ``first_id`` and so on.
        response: Status, headers and request id.
    """

    KIND: ClassVar[PageKind]

    def __init__(self, source: PageSource, data: list[ItemT], envelope: Mapping[str, object]) -> None:
        self._source = source
        self.data = data
        self.envelope = envelope
        self.response: ResponseInfo = source.response

    @property
    def has_more(self) -> bool | None:
        """What the server says of further items; None if it does not say."""
        value = self.envelope.get("has_more")
        return value if isinstance(value, bool) else None

    @property
    def object(self) -> str | None:
        """The API's name for the kind of page, mostly ``"list"``."""
        return self._text("object")

    def _text(self, name: str) -> str | None:
        value = self.envelope.get(name)
        return value if isinstance(value, str) else None

    @property
    def _request_id(self) -> str | None:
        return self.response.request_id

    def next_page_info(self) -> dict[str, str] | None:
        """The query parameters that ask for the next page, or None at the end.

        Raises:
            APIResponseValidationError: The server gave the cursor again that this page was asked with, so
                following it would never end.
        """
        last = self.data[-1] if self.data else None
        last_id = getattr(last, "id", None)
        info = next_query(self.KIND, self.envelope, last_id if isinstance(last_id, str) else None)
        if info is not None and info.items() <= self._source.params.items():
            why = f"this one was asked for by {info}, and so would be the next"
            raise self.circle(why)
        return info

    def circle(self, why: str) -> APIResponseValidationError:
        """The error for a server whose pages never end."""
        return APIResponseValidationError(
            f"The server's pages go in a circle: {why}",
            status_code=self.response.status_code,
            request_id=self.response.request_id,
            operation=self._source.operation.name,
            method=self.response.method,
            url=self.response.url,
            attempts=self.response.attempts,
        )

    def has_next_page(self) -> bool:
        """Whether there is a page after this one, as far as the server tells."""
        return self.next_page_info() is not None

    async def get_next_page(self) -> Self:
        """Ask for the page after this one.

        Raises:
            RuntimeError: There is none; see `has_next_page`.
        """
        info = self.next_page_info()
        if info is None:
            msg = "this is the last page; ask has_next_page() first"
            raise RuntimeError(msg)
        source = self._source
        page = await source.engine.fetch_page(source.operation, {**source.params, **info}, source.path_arg)
        return cast("Self", page)

    def __aiter__(self) -> ItemIterator[ItemT]:
        return ItemIterator(PageIterator(self, None))

    def iter_pages(self) -> PageIterator[Self]:
        """This page and all after it."""
        return PageIterator(self, None)

    async def collect(self, *, max_items: int | None = None) -> list[ItemT]:
        """The items of this page and of all after it; see `AsyncPaginator.collect`."""
        return await _collect(self.iter_pages(), max_items)

    def prefetch(self, ahead: int) -> AbstractAsyncContextManager[ItemIterator[ItemT]]:
        """The items of this page and of all after it; see `AsyncPaginator.prefetch`."""
        return prefetch(self.iter_pages(), ahead, ItemIterator[ItemT])

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._source.operation.name}: {len(self.data)} items>"


@final
class AsyncPage(BasePage[ItemT]):
    """A list that comes whole: there is no next page."""

    KIND: ClassVar[PageKind] = "page"


@final
class AsyncCursorPage(BasePage[ItemT]):
    """A page whose successor is asked for by the id of its last item (``after``)."""

    KIND: ClassVar[PageKind] = "cursor"


@final
class AsyncConversationCursorPage(BasePage[ItemT]):
    """A page that names its last item's id in the envelope (``last_id``)."""

    KIND: ClassVar[PageKind] = "conversation_cursor"

    @property
    def last_id(self) -> str | None:
        """The cursor after this page."""
        return self._text("last_id")


@final
class AsyncNextCursorPage(BasePage[ItemT]):
    """A page that names its successor's cursor (``next``)."""

    KIND: ClassVar[PageKind] = "next_cursor"

    @property
    def next(self) -> str | None:
        """The cursor of the next page."""
        return self._text("next")


@final
class AsyncTokenPage(BasePage[ItemT]):
    """A page that carries a token for its successor (``next``)."""

    KIND: ClassVar[PageKind] = "token"

    @property
    def next(self) -> str | None:
        """The token of the next page."""
        return self._text("next")


_PAGES: Final[dict[str, type[BasePage[Any]]]] = {
    cls.KIND: cls
    for cls in (AsyncPage, AsyncCursorPage, AsyncConversationCursorPage, AsyncNextCursorPage, AsyncTokenPage)
}


@final
class PageSource:
    """Where a page came from, which is what its successor is asked with."""

    __slots__ = ("engine", "operation", "params", "path_arg", "response")

    def __init__(
        self,
        engine: Engine,
        operation: PageOperation[Any, Any],
        params: Mapping[str, object],
        path_arg: str | None,
        response: ResponseInfo,
    ) -> None:
        self.engine: Engine = engine
        self.operation: PageOperation[Any, Any] = operation
        self.params: Mapping[str, object] = params
        self.path_arg: str | None = path_arg
        self.response: ResponseInfo = response


def read_page(
    engine: Engine,
    call: Call,
    response: Response,
    body: bytes,
    *,
    params: Mapping[str, object],
    path_arg: str | None,
) -> BasePage[Any]:
    """Read an answer into its page; `engine` asks for those after it.

    Raises:
        APIResponseValidationError: It is no page.
    """
    operation = cast("PageOperation[Any, Any]", call.operation)
    if not is_json(response, body):
        raise invalid_answer(call, response, body)
    try:
        envelope, items = decode_page(body, operation.item, strict=call.settings.strict)
    except DecodeError as error:
        raise invalid_answer(call, response, body) from error
    source = PageSource(engine, operation, params, path_arg, describe(call, response))
    return _PAGES[operation.page](source, items, envelope)


@final
class AsyncPaginator(Generic[ItemT, PageT]):
    """A list that was not asked for yet: ``await`` it for one page, or ``async for`` over every item.

    Nothing is sent before that. Iterating asks for the next page when the items of the last one are used up.
    """

    __slots__ = ("_engine", "_operation", "_params", "_path_arg")

    def __init__(
        self,
        engine: Engine,
        operation: PageOperation[PageT, ItemT],
        params: Mapping[str, object],
        path_arg: str | None,
    ) -> None:
        self._engine = engine
        self._operation = operation
        self._params = params
        self._path_arg = path_arg

    async def _first(self) -> PageT:
        return await self._engine.fetch_page(self._operation, self._params, self._path_arg)

    def __await__(self) -> Generator[Any, Any, PageT]:
        return self._first().__await__()

    def __aiter__(self) -> ItemIterator[ItemT]:
        return ItemIterator(self.iter_pages())

    def iter_pages(self) -> PageIterator[PageT]:
        """The pages themselves, each asked for when it is due.

        Raises:
            TypeError: It is a list in a raw form, whose answer is one page's.
        """
        engine, name = self._engine, self._operation.name
        if engine.as_replies or engine.leaves_open:
            msg = f"the raw form of {name} has the answer of one page: await it, and iterate over its parse()"
            raise TypeError(msg)
        return PageIterator(None, self)

    async def collect(self, *, max_items: int | None = None) -> list[ItemT]:
        """The items in a list; no page is asked for that is not needed.

        Args:
            max_items: How many items there may be; None for all. `limit`, which many lists take, is the size
                of a page.

        Raises:
            APIError: Asking for a page failed.
            TypeError: `max_items` is no `int`.
            ValueError: `max_items` is less than 1.
        """
        return await _collect(self.iter_pages(), max_items)

    def prefetch(self, ahead: int) -> AbstractAsyncContextManager[ItemIterator[ItemT]]:
        """The items, of pages that are asked for before they are due.

        ::

            async with client.files.list().prefetch(2) as files:
                async for file in files:
                    ...

        Nothing is sent before the block is entered. Leaving it cancels the request that is on its way. A page
        that fails raises its error where its items would have come.

        Args:
            ahead: How many pages may wait to be read, at least 1.

        Raises:
            TypeError: `ahead` is no `int`.
            ValueError: `ahead` is less than 1.
        """
        return prefetch(self.iter_pages(), ahead, ItemIterator[ItemT])

    def __repr__(self) -> str:
        return (
            f"<list of {self._operation.name}, not asked for yet:"
            f" `await` it for one page, or `async for` over every item>"
        )


@final
class PageIterator(Generic[PageT]):
    """Page after page."""

    __slots__ = ("_busy", "_followed", "_next", "_paginator", "_previous")

    def __init__(self, first: PageT | None, paginator: AsyncPaginator[Any, PageT] | None) -> None:
        self._next = first
        self._paginator = paginator
        self._previous: PageT | None = None
        self._busy = False
        self._followed: set[tuple[str, ...]] = set()

    def __aiter__(self) -> Self:
        return self

    def prefetch(self, ahead: int) -> AbstractAsyncContextManager[PrefetchedPages[PageT]]:
        """These pages, asked for before they are due; see `AsyncPaginator.prefetch`."""
        return prefetch(self, ahead, _as_they_are)

    async def __anext__(self) -> PageT:
        if self._busy:
            msg = "another task is already waiting for the next page of this list"
            raise trio.BusyResourceError(msg)
        self._busy = True
        try:
            page = await self._fetch()
        finally:
            self._busy = False
        self._previous = page
        return page

    async def _fetch(self) -> PageT:
        if self._paginator is not None:
            page = await self._paginator
            self._paginator = None
            return page
        if self._next is not None:
            page, self._next = self._next, None
            await trio.lowlevel.checkpoint()
            return page
        info = None if self._previous is None else self._previous.next_page_info()
        if self._previous is None or info is None:
            await trio.lowlevel.checkpoint()
            raise StopAsyncIteration
        cursor = tuple(info.values())
        if cursor in self._followed:
            msg = f"{info} was followed before"
            raise self._previous.circle(msg)
        page = await self._previous.get_next_page()
        self._followed.add(cursor)  # not before: a page that failed, or was cancelled, can be asked for again
        return page


@final
class ItemIterator(Generic[ItemT]):
    """The items of page after page."""

    __slots__ = ("_items", "_pages")

    def __init__(self, pages: AsyncIterator[BasePage[ItemT]]) -> None:
        self._pages = pages
        self._items: deque[ItemT] = deque()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> ItemT:
        if self._items:
            await trio.lowlevel.checkpoint()
        while not self._items:
            page = await self._pages.__anext__()
            self._items.extend(page.data)
        return self._items.popleft()

    def next_nowait(self) -> ItemT:
        """The next item, if its page has come already.

        Raises:
            trio.WouldBlock: It has not, or there is none.
        """
        if not self._items:
            raise trio.WouldBlock
        return self._items.popleft()


async def _collect(pages: PageIterator[Any], max_items: int | None) -> list[ItemT]:
    if max_items is not None:
        check_limit(max_items, "collect", "max_items")
    items: list[ItemT] = []
    async for page in pages:
        items.extend(page.data)
        if max_items is not None and len(items) >= max_items:
            del items[max_items:]
            break
    return items


def _as_they_are(pages: PrefetchedPages[PageT]) -> PrefetchedPages[PageT]:
    return pages
