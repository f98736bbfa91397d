"""What a request said of an object, completed to what the API shows of it.

The types of answers want more than requests must say. So a value is held against its type: what fits is taken
as it is, of a union the member that it names, and what the type requires beyond that gets a plain default.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Literal, cast, get_args, get_origin

from triopenai.testing._instances import Instances, fields_of, is_model, members, resolve, tag

if TYPE_CHECKING:
    from pydantic import BaseModel

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Store

__all__ = ["complete"]


def complete(reference: str, given: Mapping[str, JsonValue], store: Store) -> JsonObject:
    """An object of a type.

    Args:
        reference: Names the type, as the operation table does.
        given: What is known of it.
        store: Knows the time.
    """
    model = _chosen(resolve(reference), given)
    if model is None:
        message = f"no member of {reference} is like {given}"
        raise ValueError(message)
    return _model(model, given, store)


def _chosen(annotation: object, given: Mapping[str, JsonValue]) -> type[BaseModel] | None:
    """The model that an object is of: the only one there is, or the one that it names."""
    models = [option for option in members(annotation) if is_model(option)]
    if len(models) == 1:
        return models[0]
    return next((model for model in models if _tagged(model, given)), None)


def _tagged(model: type[BaseModel], given: Mapping[str, JsonValue]) -> bool:
    """Whether none of the fields that name a model speaks against it."""
    for name, field in fields_of(model).items():
        value = given.get(field.alias or name)
        if value is not None and get_origin(field.annotation) is Literal:
            allowed = get_args(field.annotation)
            if len(allowed) == 1 and value not in allowed:
                return False
    return True


def _model(model: type[BaseModel], given: Mapping[str, JsonValue], store: Store) -> JsonObject:
    made: JsonObject = {}
    for name, field in fields_of(model).items():
        wire = field.alias or name
        value = given.get(wire)
        if value is not None:
            made[wire] = _value(field.annotation, value, wire, store)
        elif field.is_required():
            hint = f"{tag(model, 'object') or 'obj'}:id" if wire == "id" else wire
            made[wire] = _default(field.annotation, hint, store)
        else:
            made[wire] = None
    return made


def _value(annotation: object, given: JsonValue, hint: str, store: Store) -> JsonValue:
    if isinstance(given, Mapping):
        model = _chosen(annotation, given)
        if model is not None:
            return _model(model, given, store)
    for option in members(annotation):
        origin = get_origin(option)
        if origin is list and isinstance(given, list):
            return [_value(get_args(option)[0], one, hint, store) for one in given]
        if origin is dict and isinstance(given, Mapping):
            return {name: _value(get_args(option)[1], one, hint, store) for name, one in given.items()}
        if _fits(given, option, origin):
            return given
    return _default(annotation, hint, store)


def _fits(given: JsonValue, option: object, origin: object) -> bool:
    if origin is Literal:
        return given in get_args(option)
    if option is float:
        return isinstance(given, int | float) and not isinstance(given, bool)
    return option is object or option is given.__class__


def _default(annotation: object, hint: str, store: Store) -> JsonValue:
    options = list(members(annotation))
    if NoneType in options:
        return None
    option = options[0]
    if is_model(option):
        return _model(option, {}, store)
    origin = get_origin(option)
    if origin is Literal:
        return cast("JsonValue", get_args(option)[0])
    if origin is list:
        return []
    if origin is dict or option is object:
        return {}
    return Instances(store.now(), store.new_id).build(option, hint)
