"""What the document says of each method: the join of `surface.json` and `openapi.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import attrs

from tests.conformance.schemas import Schema, Schemas

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Document", "Endpoint"]

_FORM: Final = "multipart/form-data"


@attrs.frozen
class Endpoint:
    """What the request of one method must look like.

    Attributes:
        name: The method's dotted path.
        verb: The HTTP method.
        path: The template.
        constants: Query parameters that stand in the path's own key.
        parts: Prepared schema of the path, query and header parameters, as an object each.
        header_keywords: Header name to the keyword that the method has for it.
        bodies: Content type to prepared schema.
        body_due: Whether the body may not be left out.
        encodings: Form field to the content type that it must have.
        headers: Header fields that must have one value.
        admin: Whether the admin key is due.
    """

    name: str
    verb: str
    path: str
    constants: dict[str, str]
    parts: dict[str, Schema]
    header_keywords: dict[str, str]
    bodies: dict[str, Schema]
    body_due: bool
    encodings: dict[str, str]
    headers: dict[str, str]
    admin: bool


class Document:
    """The API's document and the official client's methods, in the folder SPEC."""

    def __init__(self, folder: Path) -> None:
        document = json.loads((folder / "openapi.json").read_text(encoding="utf-8"))
        rows = json.loads((folder / "surface.json").read_text(encoding="utf-8"))["rows"]
        self._paths = document["paths"]
        self._default_security = document["security"]
        self.schemas = Schemas(document["components"]["schemas"])
        self.rows = [row for row in rows if row["kind"] == "http"]

    def endpoints(self) -> dict[str, Endpoint]:
        """Every method that is not another name of one."""
        return {
            f"{row['resource']}.{row['method']}": self._endpoint(row)
            for row in self.rows
            if "alias_of" not in row
        }

    def _endpoint(self, row: dict[str, Any]) -> Endpoint:
        key = row.get("spec_path") or row["path"]
        facts = self._paths[key][row["http"].lower()]
        path, _, query = row["path"].partition("?")
        parameters = [*self._paths[key].get("parameters", ()), *facts.get("parameters", ())]
        body = facts.get("requestBody", {})
        content = body.get("content", {})
        security = facts.get("security", self._default_security)
        return Endpoint(
            name=f"{row['resource']}.{row['method']}",
            verb=row["http"],
            path=path,
            constants=dict([query.split("=")]) if query else {},
            parts={
                place: self._object([one for one in parameters if one["in"] == place])
                for place in ("path", "query", "header")
            },
            header_keywords={
                one["name"].lower(): _keyword(one)
                for one in parameters
                if one["in"] == "header" and not one.get("required")
            },
            bodies={
                name: self.schemas.prepare(self.schemas.followed(media["schema"]))
                for name, media in content.items()
            },
            body_due=body.get("required", False),
            encodings={
                field: encoding["contentType"]
                for field, encoding in content.get(_FORM, {}).get("encoding", {}).items()
            },
            headers=_fixed_headers(row),
            admin=any("AdminApiKeyAuth" in one for one in security),
        )

    def _object(self, parameters: list[dict[str, Any]]) -> Schema:
        """Parameters as an object; their names without the ``[]`` that some lists have in the document."""
        is_header = any(one["in"] == "header" for one in parameters)
        names = [one["name"].removesuffix("[]") for one in parameters]
        names = [name.lower() for name in names] if is_header else names
        return {
            "type": "object",
            "properties": {
                name: self.schemas.prepare(one["schema"]) for name, one in zip(names, parameters, strict=True)
            },
            "required": [name for name, one in zip(names, parameters, strict=True) if one.get("required")],
            "additionalProperties": False,
        }


def _keyword(header: dict[str, Any]) -> str:
    plain: str = header["name"].lower().replace("-", "_")
    keyword: str = header["schema"].get("x-stainless-param", plain)
    return keyword


def _fixed_headers(row: dict[str, Any]) -> dict[str, str]:
    fixed = {"accept": row.get("accept", "application/json")}
    if "beta_header" in row:
        fixed["openai-beta"] = row["beta_header"]
    return fixed
