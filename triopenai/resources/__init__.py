"""The resources of the client; each loads on first use. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource

if TYPE_CHECKING:
    from triopenai.resources.admin import Admin
    from triopenai.resources.audio import Audio
    from triopenai.resources.batches import Batches
    from triopenai.resources.beta import Beta
    from triopenai.resources.chat import Chat
    from triopenai.resources.completions import Completions
    from triopenai.resources.containers import Containers
    from triopenai.resources.content_provenance_checks import ContentProvenanceChecks
    from triopenai.resources.conversations import Conversations
    from triopenai.resources.decisions import Decisions
    from triopenai.resources.embeddings import Embeddings
    from triopenai.resources.evals import Evals
    from triopenai.resources.files import Files
    from triopenai.resources.fine_tuning import FineTuning
    from triopenai.resources.images import Images
    from triopenai.resources.live import Live
    from triopenai.resources.models import Models
    from triopenai.resources.moderations import Moderations
    from triopenai.resources.realtime import Realtime
    from triopenai.resources.responses import Responses
    from triopenai.resources.safety import Safety
    from triopenai.resources.skills import Skills
    from triopenai.resources.uploads import Uploads
    from triopenai.resources.vector_stores import VectorStores
    from triopenai.resources.videos import Videos
    from triopenai.resources.webhooks import Webhooks

__all__ = ["Root"]


class Root(Resource):
    """The resources of the API."""

    @cached_property
    def admin(self) -> Admin:
        """Methods of ``client.admin``."""
        from triopenai.resources.admin import Admin

        return Admin(self._engine)

    @cached_property
    def audio(self) -> Audio:
        """Methods of ``client.audio``."""
        from triopenai.resources.audio import Audio

        return Audio(self._engine)

    @cached_property
    def batches(self) -> Batches:
        """Methods of ``client.batches``."""
        from triopenai.resources.batches import Batches

        return Batches(self._engine)

    @cached_property
    def beta(self) -> Beta:
        """Methods of ``client.beta``."""
        from triopenai.resources.beta import Beta

        return Beta(self._engine)

    @cached_property
    def chat(self) -> Chat:
        """Methods of ``client.chat``."""
        from triopenai.resources.chat import Chat

        return Chat(self._engine)

    @cached_property
    def completions(self) -> Completions:
        """Methods of ``client.completions``."""
        from triopenai.resources.completions import Completions

        return Completions(self._engine)

    @cached_property
    def containers(self) -> Containers:
        """Methods of ``client.containers``."""
        from triopenai.resources.containers import Containers

        return Containers(self._engine)

    @cached_property
    def content_provenance_checks(self) -> ContentProvenanceChecks:
        """Methods of ``client.content_provenance_checks``."""
        from triopenai.resources.content_provenance_checks import ContentProvenanceChecks

        return ContentProvenanceChecks(self._engine)

    @cached_property
    def conversations(self) -> Conversations:
        """Methods of ``client.conversations``."""
        from triopenai.resources.conversations import Conversations

        return Conversations(self._engine)

    @cached_property
    def decisions(self) -> Decisions:
        """Methods of ``client.decisions``."""
        from triopenai.resources.decisions import Decisions

        return Decisions(self._engine)

    @cached_property
    def embeddings(self) -> Embeddings:
        """Methods of ``client.embeddings``."""
        from triopenai.resources.embeddings import Embeddings

        return Embeddings(self._engine)

    @cached_property
    def evals(self) -> Evals:
        """Methods of ``client.evals``."""
        from triopenai.resources.evals import Evals

        return Evals(self._engine)

    @cached_property
    def files(self) -> Files:
        """Methods of ``client.files``."""
        from triopenai.resources.files import Files

        return Files(self._engine)

    @cached_property
    def fine_tuning(self) -> FineTuning:
        """Methods of ``client.fine_tuning``."""
        from triopenai.resources.fine_tuning import FineTuning

        return FineTuning(self._engine)

    @cached_property
    def images(self) -> Images:
        """Methods of ``client.images``."""
        from triopenai.resources.images import Images

        return Images(self._engine)

    @cached_property
    def live(self) -> Live:
        """Methods of ``client.live``."""
        from triopenai.resources.live import Live

        return Live(self._engine)

    @cached_property
    def models(self) -> Models:
        """Methods of ``client.models``."""
        from triopenai.resources.models import Models

        return Models(self._engine)

    @cached_property
    def moderations(self) -> Moderations:
        """Methods of ``client.moderations``."""
        from triopenai.resources.moderations import Moderations

        return Moderations(self._engine)

    @cached_property
    def realtime(self) -> Realtime:
        """Methods of ``client.realtime``."""
        from triopenai.resources.realtime import Realtime

        return Realtime(self._engine)

    @cached_property
    def responses(self) -> Responses:
        """Methods of ``client.responses``."""
        from triopenai.resources.responses import Responses

        return Responses(self._engine)

    @cached_property
    def safety(self) -> Safety:
        """Methods of ``client.safety``."""
        from triopenai.resources.safety import Safety

        return Safety(self._engine)

    @cached_property
    def skills(self) -> Skills:
        """Methods of ``client.skills``."""
        from triopenai.resources.skills import Skills

        return Skills(self._engine)

    @cached_property
    def uploads(self) -> Uploads:
        """Methods of ``client.uploads``."""
        from triopenai.resources.uploads import Uploads

        return Uploads(self._engine)

    @cached_property
    def vector_stores(self) -> VectorStores:
        """Methods of ``client.vector_stores``."""
        from triopenai.resources.vector_stores import VectorStores

        return VectorStores(self._engine)

    @cached_property
    def videos(self) -> Videos:
        """Methods of ``client.videos``."""
        from triopenai.resources.videos import Videos

        return Videos(self._engine)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Methods of ``client.webhooks``."""
        from triopenai.resources.webhooks import Webhooks

        return Webhooks(self._engine)
