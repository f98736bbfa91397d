"""The keywords of ``content_provenance_checks``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types._params import ContentProvenanceCheckCreateParams

__all__ = ["ContentProvenanceChecksCreateArgs"]


class ContentProvenanceChecksCreateArgs(ContentProvenanceCheckCreateParams, RequestOptions, total=False):
    """Keywords of ``content_provenance_checks.create``."""
