"""`open_client()`, `open_azure_client()` and the client."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, Generic, ParamSpec, TypeVar, final

import attrs

from triopenai._azure import find_azure_keys, find_azure_place, versioned
from triopenai._base.absent import NotGiven, is_given
from triopenai._base.errors import ClientClosedError
from triopenai._changes import changed
from triopenai._engine.engine import Engine, Shared
from triopenai._engine.instruments import Instruments
from triopenai._engine.logs import find_logging
from triopenai._engine.pathcalls import PathCalls
from triopenai._engine.scoping import Scoping
from triopenai._engine.statistics import ClientStatistics
from triopenai._environment import Environment
from triopenai._flow import fanout
from triopenai._flow.gather import gather
from triopenai._flow.governor import Governor, governor_of
from triopenai._flow.hedge import hedge
from triopenai._flow.merge import broadcast, merge
from triopenai._flow.race import fallback, race
from triopenai._flow.tasks import TaskGroupClosed, open_task_group
from triopenai._options import ClientChanges, ClientOptions, given_keywords, shows_keywords
from triopenai._setup import build_settings, choose_transport, find_keys, find_place, preload_areas
from triopenai.resources import Root

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable
    from typing import Unpack

    from triopenai._engine.keys import KeySource
    from triopenai._engine.settings import Settings
    from triopenai._flow.tasks import Task, TaskGroup
    from triopenai._options import DataResidency

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

    @shows_keywords(ClientChanges)
    def with_options(self, **changes: Unpack[ClientChanges]) -> Client:
        """The same client with other settings, over the same connections and in the same block.

        What is left out stays as it is. What is of Azure alone is for clients of `open_azure_client`.

        Args:
            **changes: The keywords of `ClientChanges`, which says what each does.

        Raises:
            TypeError: There is no such keyword, or a setting is of another type.
            ValueError: A setting makes no sense; see `open_client` and `open_azure_client`.
        """
        given = given_keywords(Client.with_options, ClientChanges, changes)
        return self._on(self._engine.with_settings(changed(self._engine.settings, given)))

    copy = with_options  # the official client's other name for it

    def statistics(self) -> ClientStatistics:
        """A snapshot: the connections, what was counted so far, and what is known of the rate limits."""
        shared = self._engine.shared
        connections = attrs.asdict(shared.transport.statistics())
        return ClientStatistics(**connections, limits=shared.governor.statistics())

    def __repr__(self) -> str:
        return f"<Client of {self._engine!r}>"


@asynccontextmanager
async def _opened(
    environment: Environment, settings: Settings, options: ClientOptions
) -> AsyncGenerator[Client]:
    """The block of a client, whatever its settings are."""
    preload_areas(options.get("preload", ()))
    transport = choose_transport(environment, settings.defaults.origin, options)
    limits = options.get("limits")
    governor = Governor() if limits is None else governor_of(limits)
    instruments = Instruments([*find_logging(environment.log), *options.get("instruments", ())])
    shared = Shared(transport, governor, instruments)
    try:
        async with open_task_group() as tasks:
            yield Client(Engine(settings, shared), tasks)
    finally:
        await shared.aclose()


@shows_keywords(ClientOptions)
@asynccontextmanager
async def open_client(
    *,
    api_key: str | KeySource | None = None,
    admin_api_key: str | None = None,
    base_url: str | NotGiven | None = None,
    data_residency: DataResidency | None = None,
    _enforce_credentials: bool = True,
    **options: Unpack[ClientOptions],
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
        base_url: Where the API is. Default: ``OPENAI_BASE_URL``, else OpenAI's own address.
        data_residency: The region whose address is used in place of a `base_url`: ``"eu"``, ``"us"``, ...;
            ``"global"`` for OpenAI's own, whatever the environment says.
        _enforce_credentials: As in the official client: with False, a client opens without a key too, and
            its calls need an ``Authorization`` header of their own.
        **options: The keywords of `ClientOptions`, which says what each does.

    Raises:
        MissingCredentialsError: No key was given and the environment has none.
        TypeError: There is no such keyword, or it has a value of another type.
        ValueError: The base URL is no URL, a timeout is not positive, a header has a line break, a key cannot
            be one, there is no such region, or two of `http_client`, `transport` and `network`, or of
            `base_url` and `data_residency`, are given.
    """
    given = given_keywords(open_client, ClientOptions, options)
    address = base_url if is_given(base_url) else None
    environment = Environment.read()
    settings = build_settings(
        environment,
        find_place(environment, address, data_residency, given.get("websocket_base_url")),
        find_keys(environment, api_key, admin_api_key, required=_enforce_credentials),
        given,
    )
    async with _opened(environment, settings, given) as client:
        yield client


@shows_keywords(ClientOptions)
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
    **options: Unpack[ClientOptions],
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
        **options: The keywords of `ClientOptions`, which says what each does.

    Raises:
        MissingCredentialsError: There is neither key nor token.
        TypeError: There is no such keyword, or it has a value of another type.
        ValueError: There is no address or version, two arguments exclude each other, or one makes no sense.
    """
    given = given_keywords(open_azure_client, ClientOptions, options)
    environment = Environment.read()
    settings = build_settings(
        environment,
        find_azure_place(environment, azure_endpoint, azure_deployment, base_url),
        find_azure_keys(environment, api_key, azure_ad_token, azure_ad_token_provider),
        given,
    )
    defaults = versioned(settings.defaults, api_version, environment.api_version)
    async with _opened(environment, attrs.evolve(settings, defaults=defaults), given) as client:
        yield client
