"""Names of fields: what Python calls a property of the API."""

from __future__ import annotations

import keyword
import re
from typing import Final

__all__ = ["keyword_name", "model_field"]

#: names that `pydantic.BaseModel` or our own base uses
# ruff: noqa: SIM905  # as text: forty quotes less
_TAKEN: Final = frozenset(
    """construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json to_dict to_json
    update_forward_refs validate model_computed_fields model_config model_construct model_copy model_dump
    model_dump_json model_extra model_fields model_fields_set model_json_schema model_parametrized_name
    model_post_init model_rebuild model_validate model_validate_json model_validate_strings""".split()
)
_OFFICIAL: Final = {
    "model_grader_token_usage_per_model": "api_model_grader_token_usage_per_model",
    "model_grader_parse_error": "api_model_grader_parse_error",
    "model_grader_refusal_error": "api_model_grader_refusal_error",
    "model_grader_server_error": "api_model_grader_server_error",
    "model_grader_server_error_details": "api_model_grader_server_error_details",
    "model_ids": "api_model_ids",
    "model_name": "run_model_name",
}
_HEADERS: Final = {"openai-beta": "betas", "idempotency-key": "idempotency_key"}


def model_field(name: str) -> str:
    """The attribute of a model that holds the property `name`."""
    if name in _OFFICIAL:
        return _OFFICIAL[name]
    name = re.sub(r"\W", "_", name)
    return f"{name}_" if keyword.iskeyword(name) or name in _TAKEN else name


def keyword_name(name: str) -> str:
    """The keyword of a method for a query, header or body parameter `name`."""
    return _HEADERS.get(name.lower(), name.removesuffix("[]"))
