"""`open_client()`, `open_azure_client()` and the client."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, Generic, ParamSpec, TypeVar, final

import attrs

from triopenai._azure import find_azure_keys, find_azure_place, versioned
from triopenai._base.absent import NOT_GIVEN, NotGiven, is_given, omit
from triopenai._base.config import DEFAULT_MAX_RETRIES, PoolLimits, Timeout
from triopenai._base.errors import ClientClosedError
from triopenai._changes import change_keys, move
from triopenai._engine.engine import Engine, Shared
from triopenai._engine.instruments import Instruments
from triopenai._engine.logs import find_logging
from triopenai._engine.pathcalls import PathCalls
from triopenai._engine.scoping import Scoping
from triopenai._engine.silence import choose_seconds
from triopenai._engine.statistics import snapshot
from triopenai._environment import Environment
from triopenai._flow import fanout
from triopenai._flow.gather import gather
from triopenai._flow.governor import Governor, governor_of
from triopenai._flow.hedge import hedge
from triopenai._flow.merge import broadcast, merge
from triopenai._flow.race import fallback, race
from triopenai._flow.tasks import TaskGroupClosed, open_task_group
from triopenai._setup import (
    build_settings,
    choose_transport,
    extended,
    find_keys,
    find_place,
    preload_areas,
)
from triopenai.resources import Root

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping

    import httpx

    from triopenai._base.absent import Omit
    from triopenai._base.network import Network
    from triopenai._engine.instruments import Instrument
    from triopenai._engine.keys import KeySource
    from triopenai._engine.settings import Settings
    from triopenai._engine.statistics import ClientStatistics
    from triopenai._flow.limits import Limits
    from triopenai._flow.tasks import Task, TaskGroup
    from triopenai._net.transport import Transport
    from triopenai._setup import DataResidency

__all__ = ["Client", "open_azure_client", "open_client"]

P = ParamSpec("P")
R = TypeVar("R")
FunctionT = TypeVar("FunctionT")


@final
class _Function(Generic[FunctionT]):
    """A function as an attribute of a class; unlike `staticmethod`, it keeps its overloads."""

    def __init__(self, function: FunctionT) -> None:
        self._function = function

    def __get__(self, instance: object, owner: object) -> FunctionT:
        return self._function


@final
class Client(PathCalls, Scoping, Root):
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

    async def start(self, fn: Callable[..., Awaitable[R]], /, *args: object, **kwargs: object) -> Task[R]:
        """Start a task that belongs to the client's block, once it says that it is ready.

        See `triopenai.concurrency.TaskGroup.start`.

        Raises:
            TypeError: `fn` is a coroutine, or cannot be called.
            ClientClosedError: The block has ended.
        """
        try:
            return await self._tasks.start(fn, *args, **kwargs)
        except TaskGroupClosed as error:
            raise ClientClosedError(str(error)) from None

    # What ends before its caller goes on needs nothing of the client's: it is here for those who look here.
    map: Final = _Function(fanout.map)
    map_each: Final = _Function(fanout.map_each)
    gather: Final = _Function(gather)
    race: Final = _Function(race)
    fallback: Final = _Function(fallback)
    hedge: Final = _Function(hedge)
    merge: Final = _Function(merge)
    broadcast: Final = _Function(broadcast)

    def with_options(
        self,
        *,
        api_key: str | KeySource | NotGiven = NOT_GIVEN,
        admin_api_key: str | NotGiven = NOT_GIVEN,
        organization: str | NotGiven | None = NOT_GIVEN,
        project: str | NotGiven | None = NOT_GIVEN,
        webhook_secret: str | NotGiven | None = NOT_GIVEN,
        base_url: str | NotGiven = NOT_GIVEN,
        data_residency: DataResidency | NotGiven = NOT_GIVEN,
        azure_endpoint: str | NotGiven = NOT_GIVEN,
        azure_deployment: str | NotGiven | None = NOT_GIVEN,
        api_version: str | NotGiven = NOT_GIVEN,
        azure_ad_token: str | NotGiven = NOT_GIVEN,
        azure_ad_token_provider: KeySource | NotGiven = NOT_GIVEN,
        timeout: float | Timeout | NotGiven | None = NOT_GIVEN,
        first_event_timeout: float | NotGiven | None = NOT_GIVEN,
        idle_timeout: float | NotGiven | None = NOT_GIVEN,
        max_retries: int | NotGiven = NOT_GIVEN,
        default_headers: Mapping[str, str | Omit] | NotGiven = NOT_GIVEN,
        default_query: Mapping[str, object] | NotGiven = NOT_GIVEN,
        strict: bool | NotGiven = NOT_GIVEN,
    ) -> Client:
        """The same client with other settings, over the same connections and in the same block.

        Headers and query parameters are added to those that the client has; the rest replaces. What is of
        Azure alone is for clients of `open_azure_client`, where a new credential takes the place of the old.

        Raises:
            ValueError: A setting makes no sense; see `open_client` and `open_azure_client`.
        """
        old = self._engine.settings
        place = move(
            old.defaults,
            base_url=base_url,
            data_residency=data_residency,
            azure_endpoint=azure_endpoint,
            azure_deployment=azure_deployment,
            api_version=api_version,
        )
        keys = change_keys(
            old.keys,
            azure=old.defaults.azure is not None,
            api_key=api_key,
            admin_api_key=admin_api_key,
            azure_ad_token=azure_ad_token,
            azure_ad_token_provider=azure_ad_token_provider,
        )
        headers: dict[str, object] = {
            **_header("OpenAI-Organization", organization),
            **_header("OpenAI-Project", project),
            **(default_headers if is_given(default_headers) else {}),
        }
        settings = attrs.evolve(
            old,
            defaults=extended(place, headers, default_query if is_given(default_query) else {}),
            keys=keys,
            timeout=Timeout.of(timeout) if is_given(timeout) else old.timeout,
            first_event_timeout=choose_seconds(
                "first_event_timeout", first_event_timeout, old.first_event_timeout
            ),
            idle_timeout=choose_seconds("idle_timeout", idle_timeout, old.idle_timeout),
            retry=old.retry.replace_max(max_retries),
            strict=strict if is_given(strict) else old.strict,
            webhook_secret=webhook_secret if is_given(webhook_secret) else old.webhook_secret,
        )
        return Client(self._engine.with_settings(settings), self._tasks)

    copy = with_options  # the official client's other name for it

    def statistics(self) -> ClientStatistics:
        """A snapshot: the connections, what was counted so far, and what is known of the rate limits."""
        shared = self._engine.shared
        return snapshot(shared.transport.statistics(), shared.governor.statistics())

    def __repr__(self) -> str:
        return f"<Client of {self._engine!r}>"


def _header(name: str, value: str | NotGiven | None) -> dict[str, object]:
    """A header to set, to leave out (None), or to leave as it is."""
    if not is_given(value):
        return {}
    return {name: omit if value is None else value}


@asynccontextmanager
async def _opened(
    environment: Environment,
    settings: Settings,
    *,
    http_client: httpx.AsyncClient | None,
    transport: Transport | None,
    network: Network | None,
    pool_limits: PoolLimits | None,
    limits: Limits | None,
    instruments: Iterable[Instrument],
    ssl_context: ssl.SSLContext | None,
    preload: Iterable[str],
) -> AsyncGenerator[Client]:
    """The block of a client, whatever its settings are."""
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
    governor = Governor() if limits is None else governor_of(limits)
    shared = Shared(chosen, governor, Instruments([*find_logging(environment.log), *instruments]))
    try:
        async with open_task_group() as tasks:
            yield Client(Engine(settings, shared), tasks)
    finally:
        await shared.aclose()


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
    first_event_timeout: float | None = None,
    idle_timeout: float | None = None,
    max_retries: int = DEFAULT_MAX_RETRIES,
    default_headers: Mapping[str, str | Omit] | None = None,
    default_query: Mapping[str, object] | None = None,
    http_client: httpx.AsyncClient | None = None,
    transport: Transport | None = None,
    network: Network | None = None,
    pool_limits: PoolLimits | None = None,
    limits: Limits | None = None,
    instruments: Iterable[Instrument] = (),
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
        api_key: The API key, or a function that gives it, asked for every attempt; one that is not async is
            called in a thread. Default: the environment variable ``OPENAI_API_KEY``.
        admin_api_key: The key of the administration endpoints. Default: ``OPENAI_ADMIN_KEY``.
        organization: Sent as ``OpenAI-Organization``. Default: ``OPENAI_ORG_ID``.
        project: Sent as ``OpenAI-Project``. Default: ``OPENAI_PROJECT_ID``.
        webhook_secret: What webhooks are verified with. Default: ``OPENAI_WEBHOOK_SECRET``.
        base_url: Where the API is. Default: ``OPENAI_BASE_URL``, else OpenAI's own address.
        data_residency: The region whose address is used in place of a `base_url`: ``"eu"``, ``"us"``, ...;
            ``"global"`` for OpenAI's own, whatever the environment says.
        timeout: Seconds for each wait of an attempt, or a `Timeout`; None for no limit. To bound a whole
            call, use a cancel scope (`trio.fail_after`).
        first_event_timeout: Seconds that a stream may take, in each attempt, from sending the request to its
            first event.
        idle_timeout: Seconds that a stream may take for each further event. Comments, which servers send to
            keep a connection awake, do not count.
        max_retries: How often a failed attempt is repeated.
        default_headers: Header fields for every request.
        default_query: Query parameters for every request.
        http_client: An `httpx.AsyncClient` to send through; the caller closes it.
        transport: Another transport to send through; closed with the client.
        network: Where the connection pool gets its byte streams. Default: TCP.
        pool_limits: Bounds of the connection pool.
        limits: What is known of the rate limits; the rest is learned from the server's answers. Clients that
            are given the same object share them.
        instruments: Who is told of the calls as they go on.
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
        find_place(environment, base_url=base_url, data_residency=data_residency),
        find_keys(environment, api_key, admin_api_key),
        organization=organization,
        project=project,
        webhook_secret=webhook_secret,
        timeout=timeout,
        first_event_timeout=first_event_timeout,
        idle_timeout=idle_timeout,
        max_retries=max_retries,
        default_headers=default_headers,
        default_query=default_query,
        strict=strict or _strict_response_validation,
    )
    async with _opened(
        environment,
        settings,
        http_client=http_client,
        transport=transport,
        network=network,
        pool_limits=pool_limits,
        limits=limits,
        instruments=instruments,
        ssl_context=ssl_context,
        preload=preload,
    ) as client:
        yield client


@asynccontextmanager
async def open_azure_client(
    *,
    azure_endpoint: str | None = None,
    azure_deployment: str | None = None,
    api_version: str | None = None,
    azure_ad_token: str | None = None,
    azure_ad_token_provider: KeySource | None = None,
    api_key: str | KeySource | None = None,
    base_url: str | None = None,
    organization: str | None = None,
    project: str | None = None,
    webhook_secret: str | None = None,
    timeout: float | Timeout | NotGiven | None = NOT_GIVEN,  # noqa: ASYNC109  # of each wait, not of the block
    first_event_timeout: float | None = None,
    idle_timeout: float | None = None,
    max_retries: int = DEFAULT_MAX_RETRIES,
    default_headers: Mapping[str, str | Omit] | None = None,
    default_query: Mapping[str, object] | None = None,
    http_client: httpx.AsyncClient | None = None,
    transport: Transport | None = None,
    network: Network | None = None,
    pool_limits: PoolLimits | None = None,
    limits: Limits | None = None,
    instruments: Iterable[Instrument] = (),
    ssl_context: ssl.SSLContext | None = None,
    strict: bool = False,
    preload: Iterable[str] = (),
    _strict_response_validation: bool = False,
) -> AsyncGenerator[Client]:
    """Open a client of an Azure OpenAI resource for the time of a block.

    The client and its block are those of `open_client`. Calls of chat, completions, embeddings, audio and
    images go to a deployment: that of `azure_deployment`, or else the one that their ``model`` names. Where
    `base_url` ends in ``/openai/v1``, all calls go there as they are.

    One of `api_key`, `azure_ad_token` and `azure_ad_token_provider` can be given. If none is, the
    environment's token is used, or else its key.

    Args:
        azure_endpoint: The address of the resource: ``https://NAME.openai.azure.com``. Default: the
            environment variable ``AZURE_OPENAI_ENDPOINT``.
        azure_deployment: The deployment of all calls that go to one.
        api_version: The version of the API, sent with every request; the v1 surface needs none. Default:
            ``OPENAI_API_VERSION``.
        azure_ad_token: A token of Microsoft Entra ID. Default: ``AZURE_OPENAI_AD_TOKEN``.
        azure_ad_token_provider: A function that gives such a token, asked for every attempt. One that is not
            async is called in a thread; when the call is cancelled meanwhile, what it gives is dropped.
        api_key: The key of the resource, or a function that gives it, likewise; sent as ``api-key``. Default:
            ``AZURE_OPENAI_API_KEY``.
        base_url: Where the API is, in place of an endpoint. One with ``/deployments/NAME`` in it leads every
            call there.
        organization: Sent as ``OpenAI-Organization``. Default: ``OPENAI_ORG_ID``.
        project: Sent as ``OpenAI-Project``. Default: ``OPENAI_PROJECT_ID``.
        webhook_secret: As in `open_client`, like all that follow.
        timeout: As there.
        first_event_timeout: As there.
        idle_timeout: As there.
        max_retries: As there.
        default_headers: As there.
        default_query: As there.
        http_client: As there.
        transport: As there.
        network: As there.
        pool_limits: As there.
        limits: As there.
        instruments: As there.
        ssl_context: As there.
        strict: As there.
        preload: As there.
        _strict_response_validation: As there.

    Raises:
        MissingCredentialsError: There is neither key nor token.
        ValueError: There is no address or version, two arguments exclude each other, or one makes no sense.
        TypeError: One is of another type.
    """
    environment = Environment.read()
    settings = build_settings(
        environment,
        find_azure_place(environment, azure_endpoint, azure_deployment, base_url),
        find_azure_keys(environment, api_key, azure_ad_token, azure_ad_token_provider),
        organization=organization,
        project=project,
        webhook_secret=webhook_secret,
        timeout=timeout,
        first_event_timeout=first_event_timeout,
        idle_timeout=idle_timeout,
        max_retries=max_retries,
        default_headers=default_headers,
        default_query=default_query,
        strict=strict or _strict_response_validation,
    )
    defaults = versioned(settings.defaults, api_version, environment.api_version)
    async with _opened(
        environment,
        attrs.evolve(settings, defaults=defaults),
        http_client=http_client,
        transport=transport,
        network=network,
        pool_limits=pool_limits,
        limits=limits,
        instruments=instruments,
        ssl_context=ssl_context,
        preload=preload,
    ) as client:
        yield client
