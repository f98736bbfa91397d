"""Endpoints for webhooks. Nothing is delivered to them: a test of one only says so."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, cast, final

import attrs

from triopenai.testing._answer import Answer, JsonAnswer
from triopenai.testing._collections import Collection, Entry, replacing
from triopenai.testing._router import Route
from triopenai.testing._text import digest
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_FIELDS = ("event_types", "name", "url")


@final
@attrs.define(eq=False)
class _Endpoint(Entry):
    """An endpoint, and how often its secret was changed."""

    turns: int = 0

    def with_secret(self) -> JsonObject:
        """The endpoint with its secret, which is told once."""
        secret = base64.b64encode(b"%020d" % digest(self.about["id"], self.turns)).decode()
        self.about["signing_secret_hint"] = secret[-4:]
        return {**self.about, "signing_secret": f"whsec_{secret}"}


def _create(call: Call) -> Answer:
    body = Body(json_body(call.request))
    body.require(*_FIELDS)
    body.items("event_types", empty=False)
    about: JsonObject = {
        "id": call.store.new_id("we_"),
        "object": "webhook_endpoint",
        "created_at": call.store.now(),
        "updated_at": None,
        **{name: body.raw(name) for name in _FIELDS},
    }
    return JsonAnswer(value=_ENDPOINTS.add(call, _Endpoint(about)).with_secret())


def _change(endpoint: _Endpoint, body: Body) -> None:
    replacing(*_FIELDS)(endpoint, body)
    endpoint.about["updated_at"] = cast("int", endpoint.about["created_at"]) + int(endpoint.age)


def _rotate(call: Call) -> Answer:
    endpoint = _ENDPOINTS.find(call)
    endpoint.turns += 1
    return JsonAnswer(value=endpoint.with_secret())


def _test(call: Call) -> Answer:
    id_ = _ENDPOINTS.find(call).about["id"]
    body = Body(json_body(call.request))
    body.require("event_type")
    told: JsonObject = {"object": "webhook_endpoint.test", "success": True, "status_code": 200}
    return JsonAnswer(value={**told, "event_type": body.text("event_type"), "webhook_endpoint_id": id_})


_ENDPOINTS = Collection(
    "/webhook_endpoints/{webhook_endpoint_id}",
    "webhook endpoint",
    _Endpoint,
    change=_change,
    deleted="webhook_endpoint.deleted",
)
ROUTES = (
    Route("POST", _ENDPOINTS.root, _create),
    *_ENDPOINTS.routes(),
    Route("POST", f"{_ENDPOINTS.path}/rotate_secret", _rotate),
    Route("POST", f"{_ENDPOINTS.path}/test", _test),
)
