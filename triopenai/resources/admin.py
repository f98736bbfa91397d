"""The methods of ``admin``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource

if TYPE_CHECKING:
    from triopenai.resources.admin_organization import AdminOrganization

__all__ = ["Admin"]


class Admin(Resource):
    """Methods of ``client.admin``.

    See https://developers.openai.com/api/reference/resources/admin
    """

    @cached_property
    def organization(self) -> AdminOrganization:
        """Methods of ``client.admin.organization``."""
        from triopenai.resources.admin_organization import AdminOrganization

        return AdminOrganization(self._engine)
