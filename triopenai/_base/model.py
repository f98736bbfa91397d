"""The base of every model that the API's answers are read into."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import pydantic
from pydantic import ConfigDict

__all__ = ["BaseModel"]


class BaseModel(pydantic.BaseModel):
    """A pydantic model that keeps what it does not know.

    Fields that the API added after this version was made stay readable as attributes. Given back as input,
    a model is sent with the fields that were set, as they were received.

    Attributes:
        _request_id: Id of the request that the object came with (`x-request-id`), where it was the
            whole answer; None for nested objects.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        protected_namespaces=(),
        use_attribute_docstrings=False,
    )

    def to_dict(
        self,
        *,
        mode: Literal["json", "python"] = "python",
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = False,
    ) -> dict[str, object]:
        """The object as a dictionary, by default just what the API sent under the API's names.

        Args:
            mode: ``"json"`` turns every value into one that JSON has.
            use_api_names: Use the wire's names where a field is spelled differently in Python.
            exclude_unset: Leave out fields that were not received.
            exclude_defaults: Leave out fields that hold their default.
            exclude_none: Leave out fields that are None.
            warnings: Whether to warn of values that do not fit their field.
        """
        dumped: dict[str, object] = self.model_dump(
            mode=mode,
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            warnings=warnings,
        )
        return dumped

    def to_json(
        self,
        *,
        indent: int | None = 2,
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = False,
    ) -> str:
        """The object as JSON text; the arguments are those of `to_dict`."""
        return self.model_dump_json(
            indent=indent,
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            warnings=warnings,
        )

    if not TYPE_CHECKING:
        # Answers of loose servers hold values that do not fit their field; writing them back is no mistake.

        def model_dump(self, *, warnings: bool = False, **options: object) -> object:
            """As pydantic's, without warnings of values that do not fit their field."""
            return super().model_dump(warnings=warnings, **options)

        def model_dump_json(self, *, warnings: bool = False, **options: object) -> object:
            """As pydantic's, without warnings of values that do not fit their field."""
            return super().model_dump_json(warnings=warnings, **options)

    @property
    def _request_id(self) -> str | None:
        private = self.__pydantic_private__
        return None if private is None else private.get("_request_id")
