"""The settings of Azure clients, from arguments and the environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from triopenai._base.errors import MissingCredentialsError
from triopenai._engine.keys import AZURE_KEY, AZURE_TOKEN, Keys, check_key, check_source
from triopenai._sansio.address import parse_base_url
from triopenai._sansio.azure import (
    API_VERSION,
    AzurePaths,
    deployment_segment,
    parse_endpoint,
    paths_below,
)
from triopenai._sansio.encode import Defaults
from triopenai._setup import checked_key, extended

if TYPE_CHECKING:
    from triopenai._engine.keys import KeySource
    from triopenai._environment import Environment

__all__ = ["find_azure_keys", "find_azure_place", "given_azure_keys", "place_of_base_url", "versioned"]


def find_azure_keys(
    environment: Environment,
    api_key: str | KeySource | None,
    azure_ad_token: str | None,
    azure_ad_token_provider: KeySource | None,
) -> Keys:
    """The one credential that was given; where none was, the environment's token, or else its key.

    Raises:
        MissingCredentialsError: There is none.
        ValueError: There are several, or one that cannot be sent.
        TypeError: One is of another type.
    """
    keys = given_azure_keys(api_key, azure_ad_token, azure_ad_token_provider)
    if keys is not None:
        return keys
    if environment.azure_token is not None:
        return _keys(check_key(environment.azure_token, "AZURE_OPENAI_AD_TOKEN"), token=True)
    if environment.azure_key is not None:
        return _keys(check_key(environment.azure_key, "AZURE_OPENAI_API_KEY"), token=False)
    msg = (
        "No credentials for Azure: pass api_key=, azure_ad_token= or azure_ad_token_provider= to"
        " open_azure_client(), or set the environment variable AZURE_OPENAI_API_KEY or AZURE_OPENAI_AD_TOKEN."
    )
    raise MissingCredentialsError(msg)


def given_azure_keys(
    api_key: str | KeySource | None,
    azure_ad_token: str | None,
    azure_ad_token_provider: KeySource | None,
) -> Keys | None:
    """The one credential that was given, if one was; raises as `find_azure_keys` does."""
    given = {
        "api_key": api_key,
        "azure_ad_token": azure_ad_token,
        "azure_ad_token_provider": azure_ad_token_provider,
    }
    names = [name for name, value in given.items() if value is not None]
    if len(names) > 1:
        msg = f"{' and '.join(names)} exclude each other: each says what calls are authorized with"
        raise ValueError(msg)
    if azure_ad_token is not None:
        return _keys(check_key(azure_ad_token, "azure_ad_token="), token=True)
    if azure_ad_token_provider is not None:
        check_source(azure_ad_token_provider, "azure_ad_token_provider")
        return _keys(azure_ad_token_provider, token=True)
    key = checked_key(api_key, "api_key")
    return None if key is None else _keys(key, token=False)


def _keys(key: str | KeySource, *, token: bool) -> Keys:
    # Azure knows no keys of administration: all calls are authorized alike.
    return Keys(key, key, AZURE_TOKEN if token else AZURE_KEY)


def find_azure_place(
    environment: Environment,
    azure_endpoint: str | None,
    azure_deployment: str | None,
    base_url: str | None,
) -> Defaults:
    """Where the resource is, by what was given, or else by the environment.

    Raises:
        ValueError: Nothing says it, several arguments do, or one makes no sense.
        TypeError: One is no string.
    """
    if base_url is not None:
        return place_of_base_url(base_url, azure_endpoint, azure_deployment)
    if azure_endpoint is None:
        azure_endpoint = environment.azure_endpoint
        if azure_endpoint is None:
            msg = (
                "No address of an Azure resource: pass azure_endpoint= or base_url= to open_azure_client(),"
                " or set the environment variable AZURE_OPENAI_ENDPOINT."
            )
            raise ValueError(msg)
    origin, path = parse_endpoint(azure_endpoint)
    return Defaults(origin, path, azure=AzurePaths(deployment=deployment_segment(azure_deployment)))


def place_of_base_url(
    base_url: str, azure_endpoint: str | None = None, azure_deployment: str | None = None
) -> Defaults:
    """Where a base URL leads, which nothing else may say; raises as `find_azure_place` does."""
    if azure_endpoint is not None:
        msg = "base_url and azure_endpoint exclude each other: each says where the API is"
        raise ValueError(msg)
    if azure_deployment is not None:
        msg = (
            "azure_deployment goes with azure_endpoint: to a base_url, add /deployments/NAME; on the v1"
            " surface, pass the name as the model= of calls"
        )
        raise ValueError(msg)
    origin, path, query = parse_base_url(base_url)
    return Defaults(origin, path, query=query, azure=paths_below(path))


def versioned(defaults: Defaults, api_version: str | None, otherwise: str | None = None) -> Defaults:
    """`defaults` with the version of the API that each request has to name.

    Args:
        defaults: What goes with every request.
        api_version: The version that was given.
        otherwise: The environment's. Not taken for the v1 surface, which needs none and refuses older ones.

    Raises:
        ValueError: A version is needed, and there is none.
        TypeError: It is no string.
    """
    if api_version is not None and not isinstance(cast("object", api_version), str):
        msg = f"api_version must be a string, not {type(api_version).__qualname__}"
        raise TypeError(msg)
    if api_version == "":
        msg = "api_version is empty"
        raise ValueError(msg)
    if api_version is None and not (defaults.azure is not None and defaults.azure.is_v1):
        api_version = otherwise
        if api_version is None and all(name != API_VERSION for name, _ in defaults.query):
            msg = (
                "No version of the Azure API: pass api_version= to open_azure_client(), or set the"
                " environment variable OPENAI_API_VERSION; a base_url= that ends in /openai/v1 needs none."
            )
            raise ValueError(msg)
    return defaults if api_version is None else extended(defaults, {}, {API_VERSION: api_version})
