"""Addresses of Azure OpenAI.

An Azure resource serves the API under ``/openai``, of the version that the query names. Eight endpoints
belong to a deployment there, whose name stands in their path. The newer surface, ``/openai/v1``, has neither.

Source: https://learn.microsoft.com/azure/ai-foundry/openai/reference
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai._sansio.address import parse_base_url, quote_path_value
from triopenai._sansio.plain import is_absent

if TYPE_CHECKING:
    from triopenai._base.config import Origin

__all__ = [
    "API_VERSION",
    "DEPLOYMENT_PATHS",
    "AzurePaths",
    "deployment_segment",
    "parse_endpoint",
    "paths_below",
]

API_VERSION: Final = "api-version"

DEPLOYMENT_PATHS: Final = frozenset(
    {
        "/audio/speech",
        "/audio/transcriptions",
        "/audio/translations",
        "/chat/completions",
        "/completions",
        "/embeddings",
        "/images/edits",
        "/images/generations",
    }
)

_V1: Final = "/openai/v1"
_DEPLOYMENTS: Final = "/deployments"


@final
@attrs.frozen
class AzurePaths:
    """How the paths of an Azure client come about.

    Attributes:
        routed: Whether endpoints are looked for below a deployment; not so on the v1 surface, and where the
            base URL is that of a deployment.
        deployment: The deployment of all calls, as a segment of a path; None: each call's model names it.
        is_v1: Whether this is the v1 surface, which needs no version.
    """

    routed: bool = True
    deployment: str | None = None
    is_v1: bool = False

    def base_of(self, method: str, base_path: str, path: str, model: object) -> str:
        """What stands before the path of an endpoint.

        Args:
            method: The name of the call, for messages.
            base_path: The path of the base URL.
            path: The endpoint's own path.
            model: The model that the call names, if it does.

        Raises:
            ValueError: The path needs a deployment, and neither client nor call names one.
            TypeError: The model is no string.
        """
        if not self.routed or path not in DEPLOYMENT_PATHS:
            return base_path
        deployment = self.deployment
        if deployment is None:
            if model is None or is_absent(model):
                msg = (
                    f"{method}(): the path of this call on Azure names a deployment: pass its name as model=,"
                    " or as azure_deployment= to open_azure_client()"
                )
                raise ValueError(msg)
            deployment = quote_path_value(method, "model", model)
        return f"{base_path}{_DEPLOYMENTS}/{deployment}"


def paths_below(base_path: str) -> AzurePaths:
    """The paths of a client that was given a base URL."""
    is_v1 = base_path.endswith(_V1)
    return AzurePaths(routed=not is_v1 and _DEPLOYMENTS not in base_path, is_v1=is_v1)


def parse_endpoint(endpoint: str) -> tuple[Origin, str]:
    """The server and base path of an Azure resource.

    Raises:
        ValueError: It is no address, or more than that of a resource.
        TypeError: It is no string.
    """
    origin, path, query = parse_base_url(endpoint, "azure_endpoint")
    if query or path.endswith(_V1) or _DEPLOYMENTS in path:
        msg = (
            f"azure_endpoint must be the address of the resource alone, such as {origin}: pass the deployment"
            " as azure_deployment=, the version as api_version=, and an address with /openai/v1 as base_url="
        )
        raise ValueError(msg)
    return origin, f"{path}/openai"


def deployment_segment(deployment: str | None) -> str | None:
    """The name of a deployment as a segment of a path; of no deployment, none.

    Raises:
        ValueError: It is empty, or a path or address instead of a name.
        TypeError: It is no string.
    """
    if deployment is None:
        return None
    segment = quote_path_value("open_azure_client", "azure_deployment", deployment)
    if "/" in deployment:
        msg = f"azure_deployment must be the name of a deployment alone, not {deployment!r}"
        raise ValueError(msg)
    return segment
