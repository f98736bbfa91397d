"""`open_client()` and the client."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, ParamSpec, TypeVar, final

import attrs

from triopenai._base.absent import NOT_GIVEN, NotGiven, is_given, omit
from triopenai._base.config import DEFAULT_MAX_RETRIES, PoolLimits, Timeout
from triopenai._base.errors import ClientClosedError
from triopenai._engine.engine import Engine, Shared
from triopenai._engine.pathcalls import PathCalls
from triopenai._engine.settings import Settings, check_key
from triopenai._environment import Environment
from triopenai._flow.fanout import map as flow_map
from triopenai._flow.fanout import map_each as flow_map_each
from triopenai._flow.tasks import TaskGroupClosed, open_task_group
from triopenai._sansio.encode import Defaults, parse_base_url
from triopenai._sansio.fields import replace_headers
from triopenai._setup import build_settings, choose_transport, preload_areas, query_pairs, residence_url
from triopenai.resources import Root

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterable, Mapping
    from contextlib import AbstractAsyncContextManager

    import httpx

    from triopenai._base.absent import Omit
    from triopenai._base.network import Network
    from triopenai._engine.settings import KeySource
    from triopenai._flow.fanout import MapResults
    from triopenai._flow.tasks import Task, TaskGroup
    from triopenai._net.transport import Transport, TransportStatistics
    from triopenai._setup import DataResidency

__all__ = ["Client", "open_client"]

P = ParamSpec("P")
R = TypeVar("R")
ItemT = TypeVar("ItemT")


@final
class Client(PathCalls, Root):
    """The OpenAI API, as resources whose methods are calls: ``client.chat.completions.create(...)``.

    Made by `open_client`, and usable inside its block, by any number of tasks at once.

    Attributes:
        webhook_secret: The secret that webhooks are verified with.
    """

    def __init__(self, engine: Engine, tasks: TaskGroup) -> None:
        super().__init__(engine)
        self._tasks = tasks

    def _on(self, engine: Engine) -> Client:
        return Client(engine, self._tasks)

    @property
    def webhook_secret(self) -> str | None:
        """The secret that webhooks are verified with."""
        return self._engine.settings.webhook_secret

    @property
    def base_url(self) -> str:
        """The address that every path is appended to."""
        defaults = self._engine.settings.defaults
        return f"{defaults.origin}{defaults.base_path}"

    def start_soon(self, fn: Callable[P, Awaitable[R]], /, *args: P.args, **kwargs: P.kwargs) -> Task[R]:
        """Start a task that belongs to the client's block.

        The block does not end before the task does. If the task fails, the block is cancelled and the
        failure leaves it in an `ExceptionGroup`.

        Args:
            fn: An async function, mostly a method of the client. Not a coroutine: leave the call to the task.
            *args: What to call it with.
            **kwargs: As above.

        Returns:
            The task: ``await task.wait()`` for its result, ``task.result`` when it is done.

        Raises:
            TypeError: `fn` is a coroutine, or cannot be called.
            ClientClosedError: The block has ended.
        """
        try:
            return self._tasks.start_soon(fn, *args, **kwargs)
        except TaskGroupClosed as error:
            raise ClientClosedError(str(error)) from None

    async def map(
        self,
        fn: Callable[[ItemT], Awaitable[R]],
        items: Iterable[ItemT] | AsyncIterable[ItemT],
        *,
        limit: int,
    ) -> list[R]:
        """Call `fn` with every item, at most `limit` at a time, and give the results in order.

        See `triopenai.concurrency.map`.
        """
        return await flow_map(fn, items, limit=limit)

    def map_each(
        self,
        fn: Callable[[ItemT], Awaitable[R]],
        items: Iterable[ItemT] | AsyncIterable[ItemT],
        *,
        limit: int,
        ordered: bool = True,
    ) -> AbstractAsyncContextManager[MapResults[R]]:
        """Like `map`, with each result as it comes, for inputs of any length.

        See `triopenai.concurrency.map_each`.
        """
        return flow_map_each(fn, items, limit=limit, ordered=ordered)

    def with_options(
        self,
        *,
        api_key: str | KeySource | NotGiven = NOT_GIVEN,
        admin_api_key: str | NotGiven = NOT_GIVEN,
        organization: str | NotGiven | None = NOT_GIVEN,
        project: str | NotGiven | None = NOT_GIVEN,
        base_url: str | NotGiven = NOT_GIVEN,
        data_residency: DataResidency | NotGiven = NOT_GIVEN,
        timeout: float | Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | NotGiven = NOT_GIVEN,
        default_headers: Mapping[str, str | Omit] | NotGiven = NOT_GIVEN,
        default_query: Mapping[str, object] | NotGiven = NOT_GIVEN,
        strict: bool | NotGiven = NOT_GIVEN,
    ) -> Client:
        """The same client with other settings, over the same connections and in the same block.

        Headers and query parameters are added to those that the client has; the rest replaces.

        Raises:
            ValueError: A setting makes no sense; see `open_client`.
        """
        if is_given(data_residency):
            base_url = residence_url(data_residency, base_url if is_given(base_url) else None)
        settings = self._engine.settings
        changes: dict[str, object] = {
            "defaults": _with_defaults(
                settings.defaults,
                base_url=base_url,
                headers={
                    **_header("OpenAI-Organization", organization),
                    **_header("OpenAI-Project", project),
                    **(default_headers if is_given(default_headers) else {}),
                },
                query=default_query if is_given(default_query) else {},
            )
        }
        if is_given(api_key):
            changes["api_key"] = check_key(api_key, "api_key=") if isinstance(api_key, str) else api_key
        if is_given(admin_api_key):
            changes["admin_key"] = check_key(admin_api_key, "admin_api_key=")
        if is_given(timeout):
            changes["timeout"] = Timeout.of(timeout)
        if is_given(max_retries):
            changes["retry"] = settings.retry.replace_max(max_retries)
        if is_given(strict):
            changes["strict"] = strict
        evolved: Settings = attrs.evolve(settings, **changes)  # type: ignore[arg-type]  # built above, by name
        return Client(self._engine.with_settings(evolved), self._tasks)

    def statistics(self) -> TransportStatistics:
        """A snapshot of the connections: open, idle, waiting, and what was counted so far."""
        return self._engine.shared.transport.statistics()

    def __repr__(self) -> str:
        return f"<Client of {self._engine!r}>"


def _header(name: str, value: str | NotGiven | None) -> dict[str, object]:
    """A header to set, to leave out (None), or to leave as it is."""
    if not is_given(value):
        return {}
    return {name: omit if value is None else value}


def _with_defaults(
    defaults: Defaults,
    *,
    base_url: str | NotGiven,
    headers: Mapping[str, object],
    query: Mapping[str, object],
) -> Defaults:
    """What goes with every request, changed."""
    origin, path, base_query = defaults.origin, defaults.base_path, defaults.query
    if is_given(base_url):
        origin, path, base_query = parse_base_url(base_url)
    return Defaults(
        origin=origin,
        base_path=path,
        headers=tuple(replace_headers(defaults.headers, headers)),
        query=(*base_query, *query_pairs(query)),
    )


@asynccontextmanager
async def open_client(
    *,
    api_key: str | KeySource | None = None,
    admin_api_key: str | None = None,
    organization: str | None = None,
    project: str | None = None,
    webhook_secret: str | None = None,
    base_url: str | None = None,
    data_residency: DataResidency | None = None,
    timeout: float | Timeout | NotGiven | None = NOT_GIVEN,  # noqa: ASYNC109  # of each wait, not of the block
    max_retries: int = DEFAULT_MAX_RETRIES,
    default_headers: Mapping[str, str | Omit] | None = None,
    default_query: Mapping[str, object] | None = None,
    http_client: httpx.AsyncClient | None = None,
    transport: Transport | None = None,
    network: Network | None = None,
    pool_limits: PoolLimits | None = None,
    ssl_context: ssl.SSLContext | None = None,
    strict: bool = False,
    preload: Iterable[str] = (),
    _strict_response_validation: bool = False,
) -> AsyncGenerator[Client]:
    """Open a client for the time of a block.

    The block is a nursery: tasks started with `Client.start_soon` end before it does, and a failing one
    cancels it. When it ends, streams left open are closed (with a `ResourceWarning`), and all connections.

    An exception from the block's own code leaves it as it is. Failures of tasks leave it in an
    `ExceptionGroup`.

    Args:
        api_key: The API key, or an async function that gives it, asked for every attempt. Default: the
            environment variable ``OPENAI_API_KEY``.
        admin_api_key: The key of the administration endpoints. Default: ``OPENAI_ADMIN_KEY``.
        organization: Sent as ``OpenAI-Organization``. Default: ``OPENAI_ORG_ID``.
        project: Sent as ``OpenAI-Project``. Default: ``OPENAI_PROJECT_ID``.
        webhook_secret: What webhooks are verified with. Default: ``OPENAI_WEBHOOK_SECRET``.
        base_url: Where the API is. Default: ``OPENAI_BASE_URL``, else OpenAI's own address.
        data_residency: The region whose address is used in place of a `base_url`: ``"eu"``, ``"us"``, ...;
            ``"global"`` for OpenAI's own, whatever the environment says.
        timeout: Seconds for each wait of an attempt, or a `Timeout`; None for no limit. To bound a whole
            call, use a cancel scope (`trio.fail_after`).
        max_retries: How often a failed attempt is repeated.
        default_headers: Header fields for every request.
        default_query: Query parameters for every request.
        http_client: An `httpx.AsyncClient` to send through; the caller closes it.
        transport: Another transport to send through; closed with the client.
        network: Where the connection pool gets its byte streams. Default: TCP.
        pool_limits: Bounds of the connection pool.
        ssl_context: The TLS settings. Default: the system's trust store, or ``SSL_CERT_FILE``.
        strict: Whether an answer that does not fit its type is an `APIResponseValidationError`; otherwise it
            is read as far as it fits.
        preload: Areas (``"chat"``, ``"responses"``) whose types are built before the block begins, so that
            no call waits for that.
        _strict_response_validation: The official client's name for `strict`.

    Raises:
        MissingCredentialsError: No key was given and the environment has none.
        ValueError: The base URL is no URL, a timeout is not positive, a header has a line break, a key cannot
            be one, there is no such region, or two of `http_client`, `transport` and `network`, or of
            `base_url` and `data_residency`, are given.
    """
    environment = Environment.read()
    settings = build_settings(
        environment,
        api_key=api_key,
        admin_api_key=admin_api_key,
        organization=organization,
        project=project,
        webhook_secret=webhook_secret,
        base_url=base_url,
        data_residency=data_residency,
        timeout=timeout,
        max_retries=max_retries,
        default_headers=default_headers,
        default_query=default_query,
        strict=strict or _strict_response_validation,
    )
    preload_areas(preload)
    chosen = choose_transport(
        environment,
        settings,
        http_client=http_client,
        transport=transport,
        network=network,
        pool_limits=pool_limits,
        ssl_context=ssl_context,
    )
    shared = Shared(chosen)
    try:
        async with open_task_group() as tasks:
            yield Client(Engine(settings, shared), tasks)
    finally:
        await shared.aclose()
