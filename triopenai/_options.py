"""The keywords of `open_client`, `open_azure_client` and `Client.with_options`.

They stand in a TypedDict each, as those of calls do, so that each is described once, and a wrapper can take
them all: ``def open_ours(**options: Unpack[ClientOptions])``.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypeVar

from typing_extensions import TypedDict

from triopenai._base.absent import NOT_GIVEN, is_given
from triopenai._sansio.arguments import check_names

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable, Mapping

    import httpx

    from triopenai._base.absent import NotGiven, Omit
    from triopenai._base.config import PoolLimits, Timeout
    from triopenai._base.network import Network
    from triopenai._engine.instruments import Instrument
    from triopenai._engine.keys import KeySource
    from triopenai._flow.limits import Limits
    from triopenai._net.transport import Transport

__all__ = ["ClientChanges", "ClientOptions", "DataResidency", "given_keywords", "shows_keywords"]

FunctionT = TypeVar("FunctionT", bound="Callable[..., object]")

DataResidency: TypeAlias = Literal["global", "us", "eu", "ae", "au", "in", "jp"]
"""Where OpenAI keeps and processes the data of a project."""


class ClientOptions(TypedDict, total=False):
    """Keywords that `open_client` and `open_azure_client` share.

    Attributes:
        organization: Sent as ``OpenAI-Organization``. Default: the environment variable ``OPENAI_ORG_ID``.
        project: Sent as ``OpenAI-Project``. Default: ``OPENAI_PROJECT_ID``.
        webhook_secret: What webhooks are verified with. Default: ``OPENAI_WEBHOOK_SECRET``.
        websocket_base_url: Where WebSocket connections go, if not where the rest does: an address that begins
            with ``wss://``.
        timeout: Seconds for each wait of an attempt, or a `Timeout`; None for no limit. To bound a whole
            call, use a cancel scope (`trio.fail_after`). Default: `DEFAULT_TIMEOUT`.
        first_event_timeout: Seconds that a stream may take, in each attempt, from sending the request to its
            first event. Default: no limit.
        idle_timeout: Seconds that a stream may take for each further event. Comments, which servers send to
            keep a connection awake, do not count. Default: no limit.
        max_retries: How often a failed attempt is repeated. Default: 2.
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
            is read as far as it fits. Default: False.
        preload: Areas (``"chat"``, ``"responses"``) whose types are built before the block begins, so that
            no call waits for that.
        _strict_response_validation: The official client's name for `strict`.
    """

    organization: str | None
    project: str | None
    webhook_secret: str | None
    websocket_base_url: str | None
    timeout: float | Timeout | NotGiven | None
    first_event_timeout: float | None
    idle_timeout: float | None
    max_retries: int
    default_headers: Mapping[str, str | Omit] | None
    default_query: Mapping[str, object] | None
    http_client: httpx.AsyncClient | None
    transport: Transport | None
    network: Network | None
    pool_limits: PoolLimits | None
    limits: Limits | None
    instruments: Iterable[Instrument]
    ssl_context: ssl.SSLContext | None
    strict: bool
    preload: Iterable[str]
    _strict_response_validation: bool


class ClientChanges(TypedDict, total=False):
    """Keywords of `Client.with_options`: what is left out stays, and so does what is `NOT_GIVEN`.

    Attributes:
        api_key: See `open_client`, like all that follow; None leaves it, too.
        admin_api_key: Likewise.
        organization: None sends none.
        project: None sends none.
        webhook_secret: None takes it away.
        base_url: None leaves it.
        websocket_base_url: None leaves it.
        data_residency: None leaves it. Another region is another address for WebSocket connections too.
        azure_endpoint: See `open_azure_client`, like all of ``azure``. None leaves it.
        azure_deployment: None sends calls to the deployment that their ``model`` names.
        api_version: None leaves it.
        azure_ad_token: None leaves it. A new credential takes the place of any other.
        azure_ad_token_provider: Likewise.
        timeout: None for no limit.
        first_event_timeout: None for no limit.
        idle_timeout: None for no limit.
        max_retries: How often a failed attempt is repeated.
        default_headers: Header fields to add to those that the client has; `omit` leaves one out.
        set_default_headers: Header fields in the place of all `default_headers` so far.
        default_query: Query parameters to add to those that the client has.
        set_default_query: Query parameters in the place of all of `default_query` so far.
        strict: Whether an answer that does not fit its type is an error.
    """

    api_key: str | KeySource | NotGiven | None
    admin_api_key: str | NotGiven | None
    organization: str | NotGiven | None
    project: str | NotGiven | None
    webhook_secret: str | NotGiven | None
    base_url: str | NotGiven | None
    websocket_base_url: str | NotGiven | None
    data_residency: DataResidency | NotGiven | None
    azure_endpoint: str | NotGiven | None
    azure_deployment: str | NotGiven | None
    api_version: str | NotGiven | None
    azure_ad_token: str | NotGiven | None
    azure_ad_token_provider: KeySource | NotGiven | None
    timeout: float | Timeout | NotGiven | None
    first_event_timeout: float | NotGiven | None
    idle_timeout: float | NotGiven | None
    max_retries: int | NotGiven
    default_headers: Mapping[str, str | Omit] | NotGiven | None
    set_default_headers: Mapping[str, str | Omit] | NotGiven | None
    default_query: Mapping[str, object] | NotGiven | None
    set_default_query: Mapping[str, object] | NotGiven | None
    strict: bool | NotGiven


_TOKENS: Final = "api_key= takes an async function that is asked for every attempt, and can exchange tokens"
_REFUSED: Final = {
    "provider": f"base_url= and default_headers= lead to other services, and {_TOKENS}",
    "workload_identity": _TOKENS,
}
_REFUSED_BY: Final[Mapping[str, Mapping[str, str]]] = {
    "open_client": _REFUSED,
    "open_azure_client": {
        **_REFUSED,
        "admin_api_key": "Azure has no keys of administration: all calls are authorized alike",
        "data_residency": "an Azure resource has its region",
        "_enforce_credentials": "pass a credential, or default_headers= with one",
    },
    "with_options": {
        **_REFUSED,
        "http_client": "the connections belong to the client's block: open another client for others",
        "_enforce_credentials": "it says whether open_client() must be given a key",
        "_extra_kwargs": "pass the keywords themselves",
    },
}


def given_keywords(function: Callable[..., object], kind: type, keywords: Mapping[str, object]) -> Any:  # noqa: ANN401  # as `kind` has it
    """The keywords of a call that were given, as a TypedDict.

    Args:
        function: What was called.
        kind: The TypedDict.
        keywords: What it was called with.

    Raises:
        TypeError: There is no such keyword, or it is one of the official client's that has no place here.
    """
    given = {name: value for name, value in keywords.items() if is_given(value)}
    if not given.keys() <= kind.__annotations__.keys():
        name = function.__name__
        for refused, why in _REFUSED_BY[name].items():
            if given.pop(refused, None) is not None:  # None means there what leaving it out does
                msg = f"{name}() takes no {refused}: {why}"
                raise TypeError(msg)
        check_names(name, given, valid=frozenset(inspect.signature(function).parameters), required=())
    return given


def shows_keywords(kind: type) -> Callable[[FunctionT], FunctionT]:
    """Let `help` and `inspect` see one by one the keywords that a function takes as a TypedDict."""

    def show(function: FunctionT) -> FunctionT:
        found = inspect.signature(function)
        *own, _ = found.parameters.values()
        more = [
            inspect.Parameter(
                name,
                inspect.Parameter.KEYWORD_ONLY,
                default=NOT_GIVEN,
                annotation=hint.__forward_arg__,
            )
            for name, hint in kind.__annotations__.items()
        ]
        vars(function)["__signature__"] = found.replace(parameters=[*own, *more])
        return function

    return show
