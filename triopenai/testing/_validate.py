"""Reading a request's JSON body, with the API's errors for what is wrong with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn, cast, final

from triopenai.testing._answer import ApiError, JsonObject, JsonValue

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from triopenai.testing._record import ReceivedRequest

__all__ = ["Body", "json_body"]


_KINDS: dict[type, str] = {
    type(None): "null",
    bool: "a boolean",
    int: "an integer",
    float: "a decimal",
    str: "a string",
    list: "an array",
}


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "an object")


def json_body(request: ReceivedRequest) -> JsonObject:
    """The body as a JSON object; an empty body is an empty object.

    Raises:
        ApiError: It is none (400).
    """
    if not request.body:
        return {}
    try:
        value: object = json.loads(request.body)
    except ValueError:
        message = "The body of the request could not be parsed as JSON."
        raise ApiError(400, message) from None
    if not isinstance(value, dict):
        message = f"Invalid body: expected an object, but got {_kind(value)} instead."
        raise ApiError(400, message, code="invalid_type")
    return cast("JsonObject", value)


@final
class Body:
    """The fields of a JSON object, checked as they are read.

    A field that is null counts as not given. Every method raises `ApiError` with status 400 for a value of
    the wrong kind.

    Args:
        fields: The object.
        where: What stands before the names of its fields in messages, such as ``"tools[0]."``.
    """

    __slots__ = ("_where", "fields")

    def __init__(self, fields: Mapping[str, JsonValue], where: str = "") -> None:
        self.fields = fields
        self._where = where

    def _fail_type(self, name: str, expected: str) -> NoReturn:
        path = self._where + name
        got = _kind(self.fields.get(name))
        message = f"Invalid type for '{path}': expected {expected}, but got {got} instead."
        raise ApiError(400, message, param=path, code="invalid_type")

    def has(self, name: str) -> bool:
        """Whether a field is given."""
        return self.fields.get(name) is not None

    def require(self, *names: str) -> None:
        """Check that fields are there."""
        for name in names:
            if self.fields.get(name) is None:
                path = self._where + name
                raise ApiError.missing(param=path)

    def text(self, name: str, default: str = "") -> str:
        """A string."""
        value = self.fields.get(name)
        if value is None:
            return default
        if not isinstance(value, str):
            self._fail_type(name, "a string")
        return value

    def choice(self, name: str, allowed: Collection[str], default: str) -> str:
        """One of several strings."""
        value = self.text(name, default)
        if value not in allowed:
            listed = ", ".join(f"'{one}'" for one in allowed)
            message = f"Invalid value: '{value}'. Supported values are: {listed}."
            raise ApiError(400, message, param=self._where + name, code="invalid_value")
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A boolean."""
        value = self.fields.get(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            self._fail_type(name, "a boolean")
        return value

    def integer(self, name: str, *, low: int | None = None, high: int | None = None) -> int | None:
        """A whole number within bounds, or None when it is not given."""
        value = self.fields.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            self._fail_type(name, "an integer")
        self._check_range(name, value, low, high, "integer")
        return value

    def number(self, name: str, *, low: float | None = None, high: float | None = None) -> float | None:
        """A number within bounds, or None when it is not given."""
        value = self.fields.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._fail_type(name, "a decimal")
        self._check_range(name, value, low, high, "decimal")
        return value

    def _check_range(self, name: str, value: float, low: float | None, high: float | None, kind: str) -> None:
        path = self._where + name
        if low is not None and value < low:
            message = (
                f"Invalid '{path}': {kind} below minimum value. "
                f"Expected a value >= {low}, but got {value} instead."
            )
            raise ApiError(400, message, param=path, code=f"{kind}_below_min_value")
        if high is not None and value > high:
            message = (
                f"Invalid '{path}': {kind} above maximum value. "
                f"Expected a value <= {high}, but got {value} instead."
            )
            raise ApiError(400, message, param=path, code=f"{kind}_above_max_value")

    def items(self, name: str, *, empty: bool = True) -> Sequence[JsonValue]:
        """An array."""
        value = self.fields.get(name)
        if value is None:
            return ()
        if not isinstance(value, list):
            self._fail_type(name, "an array")
        if not value and not empty:
            path = self._where + name
            message = (
                f"Invalid '{path}': empty array. Expected an array with minimum length 1, "
                "but got an empty array instead."
            )
            raise ApiError(400, message, param=path, code="empty_array")
        return value

    def objects(self, name: str, *, empty: bool = True) -> list[Body]:
        """An array of objects."""
        found: list[Body] = []
        for number, item in enumerate(self.items(name, empty=empty)):
            path = f"{self._where}{name}[{number}]"
            if not isinstance(item, dict):
                message = f"Invalid type for '{path}': expected an object, but got {_kind(item)} instead."
                raise ApiError(400, message, param=path, code="invalid_type")
            found.append(Body(item, path + "."))
        return found

    def object(self, name: str) -> Body | None:
        """An object, or None when it is not given."""
        value = self.fields.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            self._fail_type(name, "an object")
        return Body(value, f"{self._where}{name}.")

    def raw(self, name: str) -> JsonValue:
        """Whatever it is, None when it is not given."""
        return self.fields.get(name)
