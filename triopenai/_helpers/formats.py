"""The caller's types: their strict JSON schemas, and values of them read from JSON text.

Pydantic reads its models, dataclasses and TypedDicts. What it cannot read, attrs classes and (before Python
3.12) the TypedDicts of `typing`, has a stand-in of its own making that it can, built anew for each call:
nothing here remembers a type, so that types made at run time are freed as any other object.
"""

from __future__ import annotations

import re
import sys
import types
import typing
from collections.abc import Mapping
from typing import Annotated, Final, Generic, TypeGuard, TypeVar, Union, cast, final, get_args, get_origin

import attrs
import pydantic
import typing_extensions

from triopenai._base.absent import is_given, omit
from triopenai._sansio.strictschema import UnsupportedSchemaError, strict_schema

__all__ = ["Format", "readable", "schema_name", "text_settings"]

T = TypeVar("T")

_NAME: Final = re.compile(r"[^a-zA-Z0-9_-]+")
_LONGEST: Final = 64
_REBUILT: Final = (Union, types.UnionType)
_MARKS: Final[tuple[object, ...]] = (
    typing.Required,
    typing.NotRequired,
    typing_extensions.Required,
    typing_extensions.NotRequired,
    typing_extensions.ReadOnly,
)


@final
class Format(Generic[T]):
    """A type to read text into.

    Attributes:
        name: What the API is told as its name.
        kind: The type.
    """

    __slots__ = ("_adapter", "kind", "name")

    def __init__(self, kind: type[T], keyword: str) -> None:
        """Look at a type.

        Args:
            kind: A pydantic model, a dataclass, an attrs class or a TypedDict.
            keyword: How the caller gave it, for messages.

        Raises:
            TypeError: It is none of these.
        """
        _check(kind, keyword)
        self.kind: type[T] = kind
        self.name: str = schema_name(kind)
        try:
            self._adapter: pydantic.TypeAdapter[T] = pydantic.TypeAdapter(cast("type[T]", readable(kind)))
            self._adapter.rebuild()
        except (pydantic.errors.PydanticUserError, NameError) as error:
            msg = f"{keyword}={_shown(kind)} cannot be read from JSON: {str(error).partition(chr(10))[0]}"
            raise TypeError(msg) from error
        except RecursionError:
            msg = f"{keyword}={_shown(kind)} holds itself, which only pydantic models and dataclasses may"
            raise TypeError(msg) from None

    def schema(self) -> dict[str, object]:
        """Its strict JSON schema.

        Raises:
            ValueError: Strict mode has no schema for it.
        """
        try:
            return strict_schema(self._adapter.json_schema())
        except UnsupportedSchemaError as error:
            msg = f"{_shown(self.kind)} has no strict schema: {error}"
            raise ValueError(msg) from None
        except pydantic.errors.PydanticUserError as error:
            msg = f"{_shown(self.kind)} has no JSON schema: {str(error).partition(chr(10))[0]}"
            raise ValueError(msg) from error

    def chat_format(self) -> dict[str, object]:
        """The `response_format` that asks a chat completion for it.

        Raises:
            ValueError: As for `schema`.
        """
        schema = {"name": self.name, "strict": True, "schema": self.schema()}
        return {"type": "json_schema", "json_schema": schema}

    def text_config(self, text: object, method: str) -> dict[str, object]:
        """The `text` that asks a response for it, with what else the caller wants of the text.

        Raises:
            TypeError: The caller asks for a format too, or `text` is no mapping; the message names `method`.
            ValueError: As for `schema`.
        """
        settings = text_settings(text, method)
        if is_given(settings.get("format", omit)):
            msg = f"{method}(): text has a format and text_format= is given too: give one of the two"
            raise TypeError(msg)
        asked = {"type": "json_schema", "name": self.name, "strict": True, "schema": self.schema()}
        return {**settings, "format": asked}

    def read(self, text: str) -> T:
        """A value from JSON text.

        Raises:
            pydantic.ValidationError: The text is no such value, or no JSON.
        """
        return self._adapter.validate_json(text)


def text_settings(text: object, method: str) -> dict[str, object]:
    """What the keyword `text` of a response was given as.

    Raises:
        TypeError: It is no mapping; the message names `method`.
    """
    if text is None or not is_given(text):
        return {}
    if not isinstance(text, Mapping):
        msg = f"{method}(): text is to be a mapping, not {type(text).__name__}"
        raise TypeError(msg)
    return dict(cast("Mapping[str, object]", text))


def schema_name(kind: type) -> str:
    """The name of a type with the characters that the API takes, ``Page_int`` for ``Page[int]``."""
    return _NAME.sub("_", kind.__name__).strip("_")[:_LONGEST] or "answer"


def _check(kind: object, keyword: str) -> None:
    if _is_class(kind):
        if any(base.__module__.startswith("pydantic.v1.") for base in kind.__mro__):
            msg = f"{keyword}={_shown(kind)} is a model of pydantic.v1: derive it from pydantic.BaseModel"
            raise TypeError(msg)
        if attrs.has(kind) or typing_extensions.is_typeddict(kind) or hasattr(kind, "__dataclass_fields__"):
            return
        if issubclass(kind, pydantic.BaseModel):
            return
    msg = (
        f"{keyword}= takes a pydantic model, a dataclass, an attrs class or a TypedDict, as a class,"
        f" not {_shown(kind)}"
    )
    if isinstance(kind, dict):
        msg += "; a schema written by hand goes to create()"
    raise TypeError(msg)


def _is_class(value: object) -> TypeGuard[type[object]]:
    return isinstance(value, type)


def _shown(kind: object) -> str:
    return kind.__qualname__ if isinstance(kind, type) else repr(kind)[:80]


def readable(annotation: object) -> object:
    """An annotation that pydantic can read, with stand-ins for what it cannot."""
    if _is_class(annotation):
        if attrs.has(annotation) and not hasattr(annotation, "__get_pydantic_core_schema__"):
            return _of_attrs(annotation)
        if sys.version_info < (3, 12) and typing.is_typeddict(annotation):
            return _of_typed_dict(annotation)
        return annotation
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is None or origin is typing.Literal or not parts:
        return annotation
    kept = parts[1:] if origin is Annotated else ()
    inner = parts[:1] if origin is Annotated else parts
    new = tuple(readable(part) for part in inner)
    if all(one is other for one, other in zip(new, inner, strict=True)):
        return annotation
    generic: typing.Any = Union if origin in _REBUILT else Annotated if origin is Annotated else origin
    rebuilt: object = generic[(*new, *kept)]
    return rebuilt


def _of_attrs(kind: type) -> object:
    hints = typing_extensions.get_type_hints(kind, include_extras=True)
    fields: dict[str, tuple[object, object]] = {}
    for field in attrs.fields(kind):
        if field.init:
            default = ... if field.default is attrs.NOTHING else None
            fields[field.alias or field.name] = (readable(hints.get(field.name, typing.Any)), default)
    config = pydantic.ConfigDict(extra="forbid", protected_namespaces=())
    make = cast("typing.Callable[..., type[pydantic.BaseModel]]", pydantic.create_model)
    stand_in = make(kind.__name__, __config__=config, **fields)

    def build(found: pydantic.BaseModel) -> object:
        return kind(**{name: getattr(found, name) for name in found.model_fields_set})

    return Annotated[stand_in, pydantic.AfterValidator(build)]


def _of_typed_dict(kind: type) -> object:
    hints = typing_extensions.get_type_hints(kind, include_extras=True)
    required = cast("frozenset[str]", kind.__dict__["__required_keys__"])
    fields: dict[str, object] = {}
    for name, hint in hints.items():
        bare: object = hint
        while get_origin(bare) in _MARKS:
            bare = get_args(bare)[0]
        mark: typing.Any = typing_extensions.Required if name in required else typing_extensions.NotRequired
        fields[name] = mark[readable(bare)]
    make = cast("typing.Callable[[str, dict[str, object]], object]", typing_extensions.TypedDict)
    return make(kind.__name__, fields)
