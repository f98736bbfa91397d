"""From the arguments of `open_client` and the environment to settings and a transport."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, cast, get_args

import attrs

from triopenai._base.absent import is_given
from triopenai._base.config import (
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    PoolLimits,
    Timeout,
    check_seconds,
)
from triopenai._base.errors import MissingCredentialsError
from triopenai._base.version import __version__
from triopenai._engine.keys import Keys, check_key, check_source
from triopenai._engine.settings import Settings
from triopenai._net.pool import ConnectionPool
from triopenai._options import DataResidency
from triopenai._sansio.address import parse_base_url
from triopenai._sansio.encode import Defaults
from triopenai._sansio.fields import replace_headers, replace_query
from triopenai._sansio.retry import RetryPolicy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triopenai._base.config import Origin
    from triopenai._engine.keys import KeySource
    from triopenai._environment import Environment
    from triopenai._net.transport import Transport
    from triopenai._options import ClientOptions
    from triopenai._sansio.address import Place

__all__ = [
    "build_settings",
    "checked_key",
    "choose_transport",
    "extended",
    "find_keys",
    "find_place",
    "preload_areas",
    "residence_url",
    "websocket_place",
]

DEFAULT_BASE_URL = "https://api.openai.com/v1"


def residence_url(region: str, base_url: object, websocket_base_url: object) -> str:
    """The base URL of a region.

    Raises:
        ValueError: There is no such region, or another address is given too.
    """
    for name, address in (("base_url", base_url), ("websocket_base_url", websocket_base_url)):
        if address is not None:
            msg = f"data_residency and {name} exclude each other: each says where the API is"
            raise ValueError(msg)
    regions: tuple[str, ...] = get_args(DataResidency)
    if region not in regions:
        msg = f"data_residency must be one of {', '.join(regions)}, not {region!r}"
        raise ValueError(msg)
    return DEFAULT_BASE_URL if region == "global" else f"https://{region}.api.openai.com/v1"


def find_keys(
    environment: Environment,
    api_key: str | KeySource | None,
    admin_api_key: str | None,
    *,
    required: bool = True,
) -> Keys:
    """The keys that were given, or else the environment's.

    Raises:
        MissingCredentialsError: There is none, and one is `required`.
        ValueError: One of them cannot be a key.
        TypeError: One is neither text nor, of the API key, a function.
    """
    keys = Keys(
        checked_key(api_key, "api_key", environment.api_key, "OPENAI_API_KEY"),
        checked_key(admin_api_key, "admin_api_key", environment.admin_key, "OPENAI_ADMIN_KEY"),
    )
    if required and keys.api is None and keys.admin is None:
        msg = "No API key: pass api_key= to open_client(), or set the environment variable OPENAI_API_KEY."
        raise MissingCredentialsError(msg)
    return keys


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
    environment: Environment, base_url: str | None, data_residency: str | None, websocket_base_url: str | None
) -> Defaults:
    """Where the API is, by what was given, or else by the environment.

    Raises:
        ValueError: The address is none, there is no such region, or one excludes another.
    """
    if data_residency is not None:
        base_url = residence_url(data_residency, base_url, websocket_base_url)
    origin, path, query = parse_base_url(base_url or environment.base_url or DEFAULT_BASE_URL)
    return Defaults(origin, path, query=query)


def websocket_place(url: str) -> Place:
    """Where a WebSocket's address leads, which begins as that of a page here.

    Raises:
        ValueError: It is no such address.
        TypeError: It is no string.
    """
    if isinstance(cast("object", url), str) and url.startswith(("ws://", "wss://")):
        url = f"http{url[2:]}"
    return parse_base_url(url, "websocket_base_url")


def build_settings(environment: Environment, place: Defaults, keys: Keys, options: ClientOptions) -> Settings:
    """Check the arguments, fill in the environment's, and encode what goes with every request."""
    headers: dict[str, object] = {"User-Agent": f"triopenai/{__version__}"}
    if organization := options.get("organization") or environment.organization:
        headers["OpenAI-Organization"] = organization
    if project := options.get("project") or environment.project:
        headers["OpenAI-Project"] = project
    own = extended(place, headers, {})
    query = options.get("default_query") or {}
    timeout = options.get("timeout", DEFAULT_TIMEOUT)
    socket = options.get("websocket_base_url")
    return Settings(
        defaults=extended(own, options.get("default_headers") or {}, query),
        keys=keys,
        client_headers=own.headers,
        default_query_names=frozenset(query),
        websocket_place=None if socket is None else websocket_place(socket),
        timeout=Timeout.of(timeout) if is_given(timeout) else DEFAULT_TIMEOUT,
        first_event_timeout=check_seconds("first_event_timeout", options.get("first_event_timeout")),
        idle_timeout=check_seconds("idle_timeout", options.get("idle_timeout")),
        retry=RetryPolicy(max_retries=options.get("max_retries", DEFAULT_MAX_RETRIES)),
        strict=options.get("strict", False) or options.get("_strict_response_validation", False),
        webhook_secret=options.get("webhook_secret") or environment.webhook_secret,
    )


def extended(defaults: Defaults, headers: Mapping[str, object], query: Mapping[str, object]) -> Defaults:
    """What goes with every request, with more headers and query parameters, which replace those of a name."""
    return attrs.evolve(
        defaults,
        headers=tuple(replace_headers(defaults.headers, headers)),
        query=tuple(replace_query("default_query", defaults.query, query)),
    )


def choose_transport(environment: Environment, origin: Origin, options: ClientOptions) -> Transport:
    """The transport that was asked for, a proxy's if the environment has one, else the pool."""
    given = [name for name in ("http_client", "transport", "network") if options.get(name) is not None]
    if len(given) > 1:
        msg = f"{' and '.join(given)} exclude each other: each says how requests are sent"
        raise ValueError(msg)
    for name in ("pool_limits", "ssl_context"):
        if options.get(name) is not None and given in (["http_client"], ["transport"]):
            msg = f"{name} is for the client's own connections, and {given[0]} brings others: set it there"
            raise ValueError(msg)
    transport, http_client = options.get("transport"), options.get("http_client")
    if transport is not None:
        return transport
    if http_client is not None:
        from triopenai._net.httpx_adapter import HttpxTransport  # noqa: PLC0415  # loads httpx only when used

        return HttpxTransport(http_client)
    network, ssl_context = options.get("network"), options.get("ssl_context")
    limits = options.get("pool_limits") or PoolLimits()
    proxy = environment.proxy_for(origin) if network is None else None
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
