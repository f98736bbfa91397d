"""From the arguments of `open_client` and the environment to settings and a transport."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import attrs

from triopenai._base.absent import is_given
from triopenai._base.config import DEFAULT_TIMEOUT, PoolLimits, Timeout, check_seconds
from triopenai._base.errors import MissingCredentialsError
from triopenai._base.version import __version__
from triopenai._engine.keys import Keys, check_key, check_source
from triopenai._engine.settings import Settings
from triopenai._net.pool import ConnectionPool
from triopenai._sansio.encode import Defaults, parse_base_url
from triopenai._sansio.fields import replace_headers, replace_query
from triopenai._sansio.retry import RetryPolicy

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Mapping

    import httpx

    from triopenai._base.absent import NotGiven, Omit
    from triopenai._base.network import Network
    from triopenai._engine.keys import KeySource
    from triopenai._environment import Environment
    from triopenai._net.transport import Transport

__all__ = [
    "DataResidency",
    "build_settings",
    "checked_key",
    "choose_transport",
    "extended",
    "find_keys",
    "find_place",
    "preload_areas",
    "residence_url",
]

DEFAULT_BASE_URL = "https://api.openai.com/v1"

DataResidency: TypeAlias = Literal["global", "us", "eu", "ae", "au", "in", "jp"]
"""Where OpenAI keeps and processes the data of a project."""


def residence_url(region: str, base_url: object) -> str:
    """The base URL of a region.

    Raises:
        ValueError: There is no such region, or a base URL is given too.
    """
    if base_url is not None:
        msg = "data_residency and base_url exclude each other: each says where the API is"
        raise ValueError(msg)
    regions: tuple[str, ...] = get_args(DataResidency)
    if region not in regions:
        msg = f"data_residency must be one of {', '.join(regions)}, not {region!r}"
        raise ValueError(msg)
    return DEFAULT_BASE_URL if region == "global" else f"https://{region}.api.openai.com/v1"


def find_keys(environment: Environment, api_key: str | KeySource | None, admin_api_key: str | None) -> Keys:
    """The keys that were given, or else the environment's.

    Raises:
        MissingCredentialsError: There is none.
        ValueError: One of them cannot be a key.
        TypeError: One is neither text nor, of the API key, a function.
    """
    if api_key is None and admin_api_key is None and not (environment.api_key or environment.admin_key):
        msg = "No API key: pass api_key= to open_client(), or set the environment variable OPENAI_API_KEY."
        raise MissingCredentialsError(msg)
    return Keys(
        checked_key(api_key, "api_key", environment.api_key, "OPENAI_API_KEY"),
        checked_key(admin_api_key, "admin_api_key", environment.admin_key, "OPENAI_ADMIN_KEY"),
    )


def checked_key(
    given: str | KeySource | None, argument: str, variable: str | None = None, name: str = ""
) -> str | KeySource | None:
    """A key as it was given, else the one of an environment variable.

    Raises:
        ValueError: It cannot be a key.
        TypeError: It is neither text nor a function.
    """
    if given is None:
        return None if variable is None else check_key(variable, name)
    if isinstance(given, str):
        return check_key(given, f"{argument}=")
    check_source(given, argument)
    return given


def find_place(
    environment: Environment, *, base_url: str | None, data_residency: DataResidency | None
) -> Defaults:
    """Where the API is, by what was given, or else by the environment.

    Raises:
        ValueError: The address is none, or there is no such region.
    """
    if data_residency is not None:
        base_url = residence_url(data_residency, base_url)
    origin, path, query = parse_base_url(base_url or environment.base_url or DEFAULT_BASE_URL)
    return Defaults(origin, path, query=query)


def build_settings(
    environment: Environment,
    place: Defaults,
    keys: Keys,
    *,
    organization: str | None,
    project: str | None,
    webhook_secret: str | None,
    timeout: float | Timeout | NotGiven | None,
    first_event_timeout: float | None,
    idle_timeout: float | None,
    max_retries: int,
    default_headers: Mapping[str, str | Omit] | None,
    default_query: Mapping[str, object] | None,
    strict: bool,
) -> Settings:
    """Check the arguments, fill in the environment's, and encode what goes with every request."""
    headers: dict[str, object] = {"User-Agent": f"triopenai/{__version__}"}
    if organization := organization or environment.organization:
        headers["OpenAI-Organization"] = organization
    if project := project or environment.project:
        headers["OpenAI-Project"] = project
    return Settings(
        defaults=extended(place, {**headers, **(default_headers or {})}, default_query or {}),
        keys=keys,
        timeout=Timeout.of(timeout) if is_given(timeout) else DEFAULT_TIMEOUT,
        first_event_timeout=check_seconds("first_event_timeout", first_event_timeout),
        idle_timeout=check_seconds("idle_timeout", idle_timeout),
        retry=RetryPolicy(max_retries=max_retries),
        strict=strict,
        webhook_secret=webhook_secret or environment.webhook_secret,
    )


def extended(defaults: Defaults, headers: Mapping[str, object], query: Mapping[str, object]) -> Defaults:
    """What goes with every request, with more headers and query parameters, which replace those of a name."""
    return attrs.evolve(
        defaults,
        headers=tuple(replace_headers(defaults.headers, headers)),
        query=tuple(replace_query("default_query", defaults.query, query)),
    )


def choose_transport(
    environment: Environment,
    settings: Settings,
    *,
    http_client: httpx.AsyncClient | None,
    transport: Transport | None,
    network: Network | None,
    pool_limits: PoolLimits | None,
    ssl_context: ssl.SSLContext | None,
) -> Transport:
    """The transport that was asked for, a proxy's if the environment has one, else the pool."""
    given = [
        name
        for name, value in (("http_client", http_client), ("transport", transport), ("network", network))
        if value is not None
    ]
    if len(given) > 1:
        msg = f"{' and '.join(given)} exclude each other: each says how requests are sent"
        raise ValueError(msg)
    if transport is not None:
        return transport
    if http_client is not None:
        from triopenai._net.httpx_adapter import HttpxTransport  # noqa: PLC0415  # loads httpx only when used

        return HttpxTransport(http_client)
    limits = pool_limits or PoolLimits()
    proxy = environment.proxy_for(settings.defaults.origin) if network is None else None
    if proxy is not None:
        from triopenai._net.httpx_adapter import proxy_transport  # noqa: PLC0415  # as above

        return proxy_transport(
            proxy, limits=limits, ssl_context=ssl_context, cafile=environment.ssl_cert_file
        )
    return ConnectionPool(
        limits=limits, network=network, ssl_context=ssl_context, cafile=environment.ssl_cert_file
    )


def preload_areas(names: Iterable[str]) -> None:
    """Import areas and build the types of their answers now, instead of at their first use.

    Raises:
        ValueError: There is no such area.
    """
    from triopenai import _operations  # noqa: PLC0415  # only who preloads pays for it
    from triopenai._sansio.decode import resolve  # noqa: PLC0415  # as above
    from triopenai._sansio.operation import Operation, PageOperation, StreamOperation  # noqa: PLC0415  # as above

    for name in names:
        if name not in _operations.AREAS:
            msg = f"preload: there is no area {name!r}; the areas are {', '.join(_operations.AREAS)}"
            raise ValueError(msg)
        importlib.import_module(f"triopenai.resources.{name}")
        module = importlib.import_module(f"triopenai._operations.{name}")
        for operation in vars(module).values():
            if not isinstance(operation, Operation):
                continue
            reference = operation.item if isinstance(operation, PageOperation) else operation.result
            resolve(reference).build()
            if isinstance(operation, StreamOperation):
                resolve(operation.event).build()
