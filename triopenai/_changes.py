"""What `Client.with_options` makes of the settings of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

import attrs

from triopenai._azure import given_azure_keys, place_of_base_url, versioned
from triopenai._base.absent import NotGiven, is_given
from triopenai._engine.keys import Keys
from triopenai._sansio.address import parse_base_url
from triopenai._sansio.azure import API_VERSION, AzurePaths, deployment_segment, parse_endpoint
from triopenai._setup import checked_key, residence_url

if TYPE_CHECKING:
    from triopenai._engine.keys import KeySource
    from triopenai._sansio.encode import Defaults
    from triopenai._setup import DataResidency

__all__ = ["change_keys", "move"]

T = TypeVar("T")

_AZURE_ONLY: Final = "is for clients of open_azure_client()"


def move(
    defaults: Defaults,
    *,
    base_url: str | NotGiven,
    data_residency: DataResidency | NotGiven,
    azure_endpoint: str | NotGiven,
    azure_deployment: str | NotGiven | None,
    api_version: str | NotGiven,
) -> Defaults:
    """What goes with every request, to another address.

    Raises:
        ValueError: Arguments exclude each other or make no sense, or are not for this kind of client.
        TypeError: One is no string.
    """
    if defaults.azure is not None:
        _refuse("is not for clients of Azure, whose resource has its region", data_residency=data_residency)
        place = _place_in_azure(defaults, defaults.azure, _given(base_url), azure_endpoint, azure_deployment)
        return versioned(place, _given(api_version))
    _refuse(
        _AZURE_ONLY,
        azure_endpoint=azure_endpoint,
        azure_deployment=azure_deployment,
        api_version=api_version,
    )
    address = _given(base_url)
    if is_given(data_residency):
        address = residence_url(data_residency, address)
    return defaults if address is None else defaults.at(*parse_base_url(address))


def _place_in_azure(
    old: Defaults,
    azure: AzurePaths,
    base_url: str | None,
    azure_endpoint: str | NotGiven,
    azure_deployment: str | NotGiven | None,
) -> Defaults:
    """The new address; the version stays, but for the v1 surface."""
    deployment = _given(azure_deployment)
    endpoint = _given(azure_endpoint)
    if base_url is not None:
        there = place_of_base_url(base_url, endpoint, deployment)
        if there.azure is not None and there.azure.is_v1:
            old = attrs.evolve(old, query=tuple(pair for pair in old.query if pair[0] != API_VERSION))
        return old.at(there.origin, there.base_path, there.query, there.azure)
    origin, path = (old.origin, old.base_path) if endpoint is None else parse_endpoint(endpoint)
    if endpoint is not None:
        azure = AzurePaths(deployment=azure.deployment)
    if is_given(azure_deployment):
        if not azure.routed:
            msg = "azure_deployment goes with azure_endpoint, and this client was opened with a base_url"
            raise ValueError(msg)
        azure = AzurePaths(deployment=deployment_segment(deployment))
    return old.at(origin, path, (), azure)


def change_keys(
    keys: Keys,
    *,
    azure: bool,
    api_key: str | KeySource | NotGiven,
    admin_api_key: str | NotGiven,
    azure_ad_token: str | NotGiven,
    azure_ad_token_provider: KeySource | NotGiven,
) -> Keys:
    """The keys of a client, with others in their place; of one of Azure, a new credential replaces any.

    Raises:
        ValueError: Several are given, or one that cannot be sent, or is not for this kind of client.
        TypeError: One is neither text nor a function.
    """
    key = None if isinstance(api_key, NotGiven) else api_key
    if azure:
        _refuse("is not for clients of Azure, which has no such keys", admin_api_key=admin_api_key)
        return given_azure_keys(key, _given(azure_ad_token), _given(azure_ad_token_provider)) or keys
    _refuse(_AZURE_ONLY, azure_ad_token=azure_ad_token, azure_ad_token_provider=azure_ad_token_provider)
    return Keys(
        checked_key(key, "api_key") or keys.api,
        checked_key(_given(admin_api_key), "admin_api_key") or keys.admin,
    )


def _given(value: T | NotGiven | None) -> T | None:
    return value if is_given(value) else None


def _refuse(why: str, **options: object) -> None:
    for name, value in options.items():
        if is_given(value):
            msg = f"{name} {why}"
            raise ValueError(msg)
