"""Reading answers: from the bytes of a body to typed values.

Two ways. The fast one hands the bytes to pydantic-core, which parses and checks them in one pass. Where that
fails (a field is missing, an enum has a new value, a server is loose) the slow one parses the JSON by itself
and builds the same types without checking (`triopenai._sansio.lenient`): every value is kept as it came.

Nothing here imports a model until the first answer is read.
"""

from __future__ import annotations

import importlib
import json
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar, cast, final

from pydantic_core import SchemaValidator, ValidationError, from_json

from triopenai._base.collector import read_uncollected
from triopenai._sansio.operation import Special

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import TypeAdapter

__all__ = ["DecodeError", "Decoder", "decode_page", "resolve"]

T = TypeVar("T")

_SHOWN: Final = 200
_SPECIAL: Final = frozenset({Special.NONE, Special.TEXT, Special.JSON})


@final
class DecodeError(ValueError):
    """A body is not what it should be.

    Attributes:
        message: What is wrong with it.
        start: The first characters of the body.
    """

    def __init__(self, message: str, body: object = b"") -> None:
        super().__init__(message, body)
        self.message = message
        if isinstance(body, bytes):
            self.start = body[:_SHOWN].decode("utf-8", "replace")
        else:
            self.start = repr(body)[:_SHOWN]

    def __str__(self) -> str:
        return f"{self.message}; it starts with: {self.start}" if self.start else self.message


@final
class Decoder:
    """Reads values of one type; made by `resolve`, or of a type that is at hand."""

    __slots__ = ("_annotation", "_validate_json", "_validate_python", "reference")

    def __init__(self, reference: str, annotation: object = None) -> None:
        self.reference = reference
        self._annotation = annotation
        self._validate_json: Callable[[bytes], object] | None = None
        self._validate_python: Callable[[object], object] | None = None

    def __repr__(self) -> str:
        return f"<Decoder of {self.reference!r}>"

    def build(self) -> Callable[[bytes], object]:
        """Import the type and make its validator now, instead of with the first answer."""
        if self.reference in _SPECIAL:
            self._validate_json = _SPECIAL_READERS[self.reference]
            self._validate_python = _same
            return self._validate_json
        if self._annotation is None:
            self._annotation = _find(self.reference)
        self._validate_json, self._validate_python = _validators(self._annotation)
        return self._validate_json

    def decode(self, data: bytes, *, strict: bool = False) -> object:
        """Read a body.

        Args:
            data: JSON text in UTF-8 (any bytes, where the type is ``"str"``).
            strict: Refuse whatever differs from the documented type, instead of keeping it as it came.

        Raises:
            DecodeError: The body is no JSON, is no object where the type is one, or, if `strict`, differs.
            LookupError: There is no type of that name.
        """
        validate = self._validate_json or self.build()
        try:
            return read_uncollected(validate, data)
        except ValidationError as error:
            if strict:
                raise _mismatch(self.reference, error, data) from None
        return self._construct(_parse(data), data)

    def decode_python(self, value: object, *, strict: bool = False) -> object:
        """Read a value that was parsed from JSON already; otherwise as `decode`."""
        if self._validate_python is None:
            self.build()
        try:
            return cast("Callable[[object], object]", self._validate_python)(value)
        except ValidationError as error:
            if strict:
                raise _mismatch(self.reference, error, value) from None
        return self._construct(value, value)

    def _construct(self, value: object, body: object) -> object:
        from triopenai._sansio import lenient  # noqa: PLC0415  # few answers need it

        if lenient.wants_object(self._annotation) and _kind(value) != _OBJECT:
            raise _no_object(value, body)
        return lenient.construct(self._annotation, value)


@cache
def resolve(reference: str) -> Decoder:
    """The decoder of a type.

    Args:
        reference: As in `triopenai._sansio.operation`: ``"chat:ChatCompletion"``, or one of ``"str"``,
            ``"none"`` and ``"json"``.
    """
    return Decoder(reference)


def decode_page(data: bytes, item: str, *, strict: bool = False) -> tuple[dict[str, object], list[object]]:
    """Read one page of a list.

    Args:
        data: The body.
        item: Type reference of an item.
        strict: As in `Decoder.decode`.

    Returns:
        The page without its ``data``, as plain values, and the items.

    Raises:
        DecodeError: The body is no JSON object, its ``data`` is no list, or, if `strict`, an item differs.
    """
    try:
        page = read_uncollected(_page_validator(item), data)
    except ValidationError as error:
        if strict:
            what = f"a page of {item}"
            raise _mismatch(what, error, data) from None
        page = _loose_page(data, item)
    return page, cast("list[object]", page.pop("data", None) or [])


def _loose_page(data: bytes, item: str) -> dict[str, object]:
    page = _parse(data)
    if not isinstance(page, dict):
        raise _no_object(page, data)
    found = cast("dict[str, object]", page)
    items = found.get("data")
    if items is not None and not isinstance(items, list):
        message = f"the page's data is {_kind(items)}, not a list"
        raise DecodeError(message, data)
    read = resolve(item).decode_python
    values = cast("list[object]", items or [])
    found["data"] = [read(value) if _kind(value) == _OBJECT else value for value in values]
    return found


@cache
def _page_validator(item: str) -> Callable[[bytes], dict[str, object]]:
    from pydantic_core import core_schema  # noqa: PLC0415  # not with the package

    items = core_schema.list_schema(_adapter(_find(item)).core_schema)
    data = core_schema.typed_dict_field(items, required=False)
    page = core_schema.typed_dict_schema({"data": data}, extra_behavior="allow")
    return SchemaValidator(page).validate_json


def _adapter(annotation: object) -> TypeAdapter[object]:
    from pydantic import TypeAdapter  # noqa: PLC0415  # not with the package

    adapter: TypeAdapter[object] = TypeAdapter(cast("type[object]", annotation))
    adapter.rebuild()
    return adapter


def _find(reference: str) -> object:
    area, _, name = reference.partition(":")
    module = importlib.import_module(f"triopenai.types.{area}" if area else "triopenai.types")
    try:
        found: object = getattr(module, name)
    except AttributeError:
        message = f"there is no type {reference!r}"
        raise LookupError(message) from None
    return found


def _validators(
    annotation: object,
) -> tuple[Callable[[bytes], object], Callable[[object], object]]:
    from triopenai._base.model import BaseModel  # noqa: PLC0415  # not with the package

    model = annotation
    if isinstance(model, type) and issubclass(model, BaseModel):
        model.model_rebuild()
        validator = model.__pydantic_validator__
        return validator.validate_json, validator.validate_python
    adapter = _adapter(annotation)
    return adapter.validator.validate_json, adapter.validator.validate_python


def _parse(data: bytes) -> object:
    """Parse JSON, lone surrogates included, which pydantic-core refuses."""
    try:
        return from_json(data)
    except ValueError:
        pass
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        message = f"the body is not JSON ({_first_line(error)})"
        raise DecodeError(message, data) from None


def _first_line(error: BaseException) -> str:
    return str(error).partition("\n")[0]


def _no_object(value: object, body: object) -> DecodeError:
    return DecodeError(f"the body is {_kind(value)}, not an object", body)


def _mismatch(what: str, error: ValidationError, body: object) -> DecodeError:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(str(step) for step in first["loc"])
    at = f" at {where}" if where else ""
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return DecodeError(f"the body is not {what}: {first['msg']}{at}{more}", body)


_OBJECT: Final = "an object"
_KINDS: Final[dict[type, str]] = {dict: _OBJECT, list: "a list", str: "a string", bool: "a boolean"}


def _kind(value: object) -> str:
    return "null" if value is None else _KINDS.get(type(value), "a number")


def _none(_: bytes) -> None:
    return None


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _same(value: T) -> T:
    return value


_SPECIAL_READERS: Final[dict[str, Callable[[bytes], object]]] = {
    Special.NONE: _none,
    Special.TEXT: _text,
    Special.JSON: _parse,
}
