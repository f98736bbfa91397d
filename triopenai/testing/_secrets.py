"""Secrets for clients of the realtime API, which are keys until they expire."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, final

import attrs
import trio

from triopenai.testing._answer import Answer, JsonAnswer
from triopenai.testing._complete import complete
from triopenai.testing._router import Route
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Call, Store

__all__ = ["ROUTES", "is_secret", "settings_of_key"]

_LIFE = 600
_MAX_LIFE = 7200
_REALTIME = "realtime:ClientSecretCreateResponse"
_TRANSLATION = "realtime:RealtimeTranslationClientSecretCreateResponse"


@final
@attrs.frozen(eq=False)
class _Secret:
    until: float
    settings: Mapping[str, JsonValue]


def is_secret(store: Store, key: str) -> bool:
    """Whether a key is a secret that has not expired."""
    found = store.records(_Secret).get(key)
    return found is not None and trio.current_time() < found.until


def settings_of_key(call: Call) -> Mapping[str, JsonValue]:
    """The settings of the session that a request's key was made for; none for any other key."""
    _, _, key = call.request.headers.get("authorization", "").partition(" ")
    found = call.store.records(_Secret).get(key)
    return {} if found is None else found.settings


def _create(reference: str, call: Call) -> Answer:
    body = Body(json_body(call.request))
    after = body.object("expires_after")
    seconds = after.integer("seconds", low=10, high=_MAX_LIFE) if after is not None else None
    seconds = seconds or _LIFE
    value = call.store.new_id("ek_")
    wanted = body.object("session") or Body({})
    call.store.records(_Secret)[value] = _Secret(trio.current_time() + seconds, wanted.fields)
    session: JsonObject = {
        "type": "realtime",
        "object": "realtime.session",
        "id": call.store.new_id("sess_"),
        **wanted.fields,
    }
    given: JsonObject = {"value": value, "expires_at": call.store.now() + seconds, "session": session}
    return JsonAnswer(value=complete(reference, given, call.store))


ROUTES = (
    Route("POST", "/realtime/client_secrets", partial(_create, _REALTIME)),
    Route("POST", "/realtime/translations/client_secrets", partial(_create, _TRANSLATION)),
)
