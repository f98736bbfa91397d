"""What a client takes from its environment: the only place that reads environment variables."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai._base.config import Origin

__all__ = ["Environment"]


@final
@attrs.frozen
class Environment:
    """The environment variables that a client knows; an empty one counts as not set.

    Attributes:
        api_key: ``OPENAI_API_KEY``.
        admin_key: ``OPENAI_ADMIN_KEY``.
        organization: ``OPENAI_ORG_ID``.
        project: ``OPENAI_PROJECT_ID``.
        base_url: ``OPENAI_BASE_URL``.
        webhook_secret: ``OPENAI_WEBHOOK_SECRET``.
        api_version: ``OPENAI_API_VERSION``: the version of the API on Azure.
        azure_endpoint: ``AZURE_OPENAI_ENDPOINT``.
        azure_key: ``AZURE_OPENAI_API_KEY``.
        azure_token: ``AZURE_OPENAI_AD_TOKEN``.
        log: ``OPENAI_LOG``: how much is logged, ``debug`` or ``info``.
        ssl_cert_file: ``SSL_CERT_FILE``: certificates to trust instead of the system's.
        proxies: ``HTTPS_PROXY``, ``HTTP_PROXY`` and ``ALL_PROXY``, by scheme.
        no_proxy: ``NO_PROXY``: hosts to reach without a proxy.
    """

    api_key: str | None = attrs.field(default=None, repr=False)
    admin_key: str | None = attrs.field(default=None, repr=False)
    organization: str | None = None
    project: str | None = None
    base_url: str | None = None
    webhook_secret: str | None = attrs.field(default=None, repr=False)
    api_version: str | None = None
    azure_endpoint: str | None = None
    azure_key: str | None = attrs.field(default=None, repr=False)
    azure_token: str | None = attrs.field(default=None, repr=False)
    log: str | None = None
    ssl_cert_file: str | None = None
    proxies: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    no_proxy: tuple[str, ...] = ()

    @classmethod
    def read(cls, variables: Mapping[str, str] | None = None) -> Environment:
        """Read the process's environment, or the mapping given in its place."""
        source = os.environ if variables is None else variables

        def get(name: str) -> str | None:
            return source.get(name) or None

        proxies = {
            scheme: found
            for scheme in ("http", "https", "all")
            if (found := get(f"{scheme}_proxy") or get(f"{scheme}_proxy".upper()))
        }
        no_proxy = get("no_proxy") or get("NO_PROXY") or ""
        return cls(
            api_key=get("OPENAI_API_KEY"),
            admin_key=get("OPENAI_ADMIN_KEY"),
            organization=get("OPENAI_ORG_ID"),
            project=get("OPENAI_PROJECT_ID"),
            base_url=get("OPENAI_BASE_URL"),
            webhook_secret=get("OPENAI_WEBHOOK_SECRET"),
            api_version=get("OPENAI_API_VERSION"),
            azure_endpoint=get("AZURE_OPENAI_ENDPOINT"),
            azure_key=get("AZURE_OPENAI_API_KEY"),
            azure_token=get("AZURE_OPENAI_AD_TOKEN"),
            log=get("OPENAI_LOG"),
            ssl_cert_file=get("SSL_CERT_FILE"),
            proxies=proxies,
            no_proxy=tuple(part.strip().lower() for part in no_proxy.split(",") if part.strip()),
        )

    def proxy_for(self, origin: Origin) -> str | None:
        """The proxy through which a server is to be reached, or None."""
        proxy = self.proxies.get(origin.scheme) or self.proxies.get("all")
        if proxy is None:
            return None
        host = origin.host.lower()
        for entry in self.no_proxy:
            if entry in (host, f"[{host}]"):  # an IPv6 address has colons of its own
                return None
            name, _, port = entry.partition(":")
            if port and port != str(origin.port):
                continue
            bare = name.lstrip(".")
            if name == "*" or host == bare or host.endswith(f".{bare}"):
                return None
        return proxy
