"""Addresses and keys as Azure has them: the sandbox is a resource of it, too.

Source: https://learn.microsoft.com/azure/ai-foundry/openai/reference
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from triopenai.testing._answer import ApiError

if TYPE_CHECKING:
    from triopenai.testing._record import ReceivedRequest

__all__ = ["azure_key", "check_azure", "under_azure"]

_BASE: Final = re.compile(r"^/openai(/v1|/deployments/[^/]+)?(?=/)")
_DEPLOYED: Final = re.compile(
    r"/(audio/(speech|transcriptions|translations)|(chat/)?completions|embeddings|images/(edits|generations))"
)


def under_azure(path: str) -> str:
    """The path of the endpoint, where it is one on Azure; any other as it is."""
    return _BASE.sub("", path)


def azure_key(request: ReceivedRequest) -> str | None:
    """The key that came as Azure takes it."""
    return request.headers.get("api-key") if _BASE.match(request.target) else None


def check_azure(request: ReceivedRequest) -> None:
    """Refuse what is no address on Azure: without a version, or with a deployment too many or too few.

    Raises:
        ApiError: So it is.
    """
    base = _BASE.match(request.target)
    if base is None or base[1] == "/v1":
        return
    if "api-version" not in request.params or bool(base[1]) != bool(_DEPLOYED.fullmatch(request.path)):
        raise ApiError(404, "Resource not found", code="404")
