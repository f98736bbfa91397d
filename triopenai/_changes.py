"""What `Client.with_options` makes of the settings of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from triopenai._azure import given_azure_keys, place_of_base_url, versioned
from triopenai._base.absent import NOT_GIVEN, omit
from triopenai._base.config import Timeout
from triopenai._engine.keys import Keys
from triopenai._engine.silence import choose_seconds
from triopenai._sansio.address import parse_base_url
from triopenai._sansio.azure import API_VERSION, AzurePaths, deployment_segment, parse_endpoint
from triopenai._sansio.fields import replace_headers, replace_query
from triopenai._setup import checked_key, extended, residence_url, websocket_place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai._engine.settings import Settings
    from triopenai._sansio.encode import Defaults

__all__ = ["changed"]

_NONE_COUNTS: Final = frozenset(
    {
        *("organization", "project", "webhook_secret", "azure_deployment"),
        *("timeout", "first_event_timeout", "idle_timeout"),
    }
)
_SENT: Final = frozenset(
    {
        *("organization", "project", "websocket_base_url", "data_residency"),
        *("default_headers", "set_default_headers", "default_query", "set_default_query"),
    }
)
_AZURE_ONLY: Final = (
    *("azure_endpoint", "azure_deployment", "api_version"),
    *("azure_ad_token", "azure_ad_token_provider"),
)
_NOT_FOR_AZURE: Final = {
    "data_residency": "is not for clients of Azure, whose resource has its region",
    "admin_api_key": "is not for clients of Azure, which has no such keys",
}


def changed(settings: Settings, given: Mapping[str, Any]) -> Settings:
    """The settings of a client, with others in their place.

    Args:
        settings: Those that it has.
        given: The keywords of `ClientChanges` that were given.

    Raises:
        ValueError: Arguments exclude each other or make no sense, or are not for this kind of client.
        TypeError: One is of another type.
    """
    changes = {name: value for name, value in given.items() if value is not None or name in _NONE_COUNTS}
    if settings.defaults.azure is None:
        _refuse(changes, dict.fromkeys(_AZURE_ONLY, "is for clients of open_azure_client()"))
        place, keys = _move(settings.defaults, changes), _change_keys(settings.keys, changes)
    else:
        _refuse(changes, _NOT_FOR_AZURE)
        place = _move_in_azure(settings.defaults, settings.defaults.azure, changes)
        given_keys = given_azure_keys(
            changes.get("api_key"), changes.get("azure_ad_token"), changes.get("azure_ad_token_provider")
        )
        keys = given_keys or settings.keys
    timeout = changes.get("timeout", settings.timeout)
    first, idle = changes.get("first_event_timeout", omit), changes.get("idle_timeout", omit)
    return attrs.evolve(
        settings,
        **_change_sent(settings, place, changes),
        keys=keys,
        timeout=Timeout.of(timeout),
        first_event_timeout=choose_seconds("first_event_timeout", first, settings.first_event_timeout),
        idle_timeout=choose_seconds("idle_timeout", idle, settings.idle_timeout),
        retry=settings.retry.replace_max(changes.get("max_retries", NOT_GIVEN)),
        strict=changes.get("strict", settings.strict),
        webhook_secret=changes.get("webhook_secret", settings.webhook_secret),
    )


def _move(old: Defaults, changes: Mapping[str, Any]) -> Defaults:
    """What goes with every request, to another address."""
    address = changes.get("base_url")
    if "data_residency" in changes:
        address = residence_url(changes["data_residency"], address, changes.get("websocket_base_url"))
    return old if address is None else old.at(*parse_base_url(address))


def _move_in_azure(old: Defaults, azure: AzurePaths, changes: Mapping[str, Any]) -> Defaults:
    """The same within Azure; the version of the API stays, but for the v1 surface."""
    base_url, endpoint = changes.get("base_url"), changes.get("azure_endpoint")
    deployment = changes.get("azure_deployment")
    if base_url is not None:
        there = place_of_base_url(base_url, endpoint, deployment)
        if there.azure is not None and there.azure.is_v1:
            old = attrs.evolve(old, query=tuple(pair for pair in old.query if pair[0] != API_VERSION))
        place = old.at(there.origin, there.base_path, there.query, there.azure)
    else:
        origin, path = (old.origin, old.base_path) if endpoint is None else parse_endpoint(endpoint)
        if endpoint is not None:
            azure = AzurePaths(deployment=azure.deployment)
        if "azure_deployment" in changes:
            if not azure.routed:
                msg = "azure_deployment goes with azure_endpoint, and this client was opened with a base_url"
                raise ValueError(msg)
            azure = AzurePaths(deployment=deployment_segment(deployment))
        place = old.at(origin, path, (), azure)
    return versioned(place, changes.get("api_version"))


def _change_keys(keys: Keys, changes: Mapping[str, Any]) -> Keys:
    return Keys(
        checked_key(changes.get("api_key"), "api_key") or keys.api,
        checked_key(changes.get("admin_api_key"), "admin_api_key") or keys.admin,
    )


def _change_sent(settings: Settings, place: Defaults, changes: Mapping[str, Any]) -> dict[str, Any]:
    """What changes of the settings by other headers, query parameters and addresses."""
    if place is settings.defaults and _SENT.isdisjoint(changes):
        return {}  # the very same defaults, which know by now what they are in each operation
    for name in ("default_headers", "default_query"):
        if name in changes and f"set_{name}" in changes:
            msg = f"{name} and set_{name} exclude each other: one adds, the other replaces"
            raise ValueError(msg)
    own = {
        header: omit if changes[name] is None else changes[name]
        for name, header in (("organization", "OpenAI-Organization"), ("project", "OpenAI-Project"))
        if name in changes
    }
    client_headers = tuple(replace_headers(settings.client_headers, own))
    headers, query = changes.get("default_headers", {}), changes.get("default_query", {})
    names = settings.default_query_names
    if "set_default_headers" in changes:
        headers = changes["set_default_headers"]
        place = attrs.evolve(place, headers=client_headers)
    if "set_default_query" in changes:
        query = changes["set_default_query"]
        left = replace_query("set_default_query", place.query, dict.fromkeys(names, omit))
        place, names = attrs.evolve(place, query=tuple(left)), frozenset[str]()
    socket = None if "data_residency" in changes else settings.websocket_place
    if "websocket_base_url" in changes:
        socket = websocket_place(changes["websocket_base_url"])
    return {
        "defaults": extended(place, {**own, **headers}, query),
        "client_headers": client_headers,
        "default_query_names": names.union(query),
        "websocket_place": socket,
    }


def _refuse(changes: Mapping[str, Any], reasons: Mapping[str, str]) -> None:
    for name, why in reasons.items():
        if name in changes:
            msg = f"{name} {why}"
            raise ValueError(msg)
