"""Skills: bundles of files in versions, named by the head of their `SKILL.md`."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._collections import Collection, Entry
from triopenai.testing._files import content_answer
from triopenai.testing._multipart import form_fields, is_multipart, parse_multipart
from triopenai.testing._router import Route

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call
    from triopenai.testing._validate import Body

__all__ = ["ROUTES"]

_SHEET = "SKILL.md"
_FIELD = re.compile(r"^(name|description):\s*(.+?)\s*$", re.MULTILINE)


@final
@attrs.define(eq=False)
class _Version(Entry):
    files: dict[str, bytes] = attrs.field(kw_only=True, repr=False)

    def bundle(self) -> bytes:
        """Its files as a zip archive, always the same for the same files."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name, data in sorted(self.files.items()):
                archive.writestr(zipfile.ZipInfo(name), data)
        return target.getvalue()


@final
@attrs.define(eq=False)
class _Skill(Entry):
    """A skill, which shows name and description of its default version."""

    default: str = attrs.field(default="1", kw_only=True)
    versions: dict[str, _Version] = attrs.field(kw_only=True)

    @property
    def shown(self) -> _Version:
        """The default version."""
        return self.versions[self.default]

    def value(self) -> JsonObject:
        named = {name: self.shown.about[name] for name in ("name", "description")}
        latest = list(self.versions)[-1]
        return {**self.about, **named, "default_version": self.default, "latest_version": latest}


def _read_files(call: Call) -> dict[str, bytes]:
    """The files of a bundle by their paths, whether they came one by one or as an archive."""
    parts = parse_multipart(call.request) if is_multipart(call.request) else []
    files = {part.filename: part.data for part in parts if part.filename is not None}
    if len(files) == 1 and zipfile.is_zipfile(io.BytesIO(*files.values())):
        with zipfile.ZipFile(io.BytesIO(*files.values())) as archive:
            files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    if not files:
        raise ApiError.missing(param="files")
    return files


def _read_version(call: Call, skill_id: str, number: int) -> _Version:
    files = _read_files(call)
    sheet = next((data for name, data in files.items() if name.rpartition("/")[2] == _SHEET), None)
    head = dict(_FIELD.findall(sheet.decode("utf-8", "replace"))) if sheet is not None else {}
    if head.keys() != {"name", "description"}:
        message = f"A skill needs a file {_SHEET} that says its name and its description."
        raise ApiError(400, message, param="files", code="invalid_skill")
    about: JsonObject = {
        "id": call.store.new_id("skillver_"),
        "object": "skill.version",
        "skill_id": skill_id,
        "version": str(number),
        "created_at": call.store.now(),
        **head,
    }
    return _Version(about, files=files)


def _make(call: Call) -> _Skill:
    id_ = call.store.new_id("skill_")
    first = _read_version(call, id_, 1)
    versions = _VERSIONS.of(call.store, skill_id=id_)
    versions["1"] = first
    about: JsonObject = {"id": id_, "object": "skill", "created_at": call.store.now()}
    return _Skill(about, versions=versions)


def _make_version(call: Call) -> _Version:
    skill = _SKILLS.find(call)
    made = _read_version(call, str(skill.about["id"]), 1 + max(map(int, skill.versions)))
    if form_fields(parse_multipart(call.request)).get("default") == "true":
        skill.versions[str(made.about["version"])] = made
        skill.default = str(made.about["version"])
    return made


def _change(skill: _Skill, body: Body) -> None:
    body.require("default_version")
    skill.default = body.choice("default_version", skill.versions, "")


def _content(call: Call) -> Answer:
    return content_answer(_SKILLS.find(call).shown.bundle(), "application/zip")


def _version_content(call: Call) -> Answer:
    return content_answer(_VERSIONS.find(call).bundle(), "application/zip")


def _delete_version(call: Call) -> Answer:
    version = _VERSIONS.find(call)
    skill = _SKILLS.find(call)
    if version is skill.shown:
        message = "The default version of a skill cannot be deleted: make another one the default first."
        raise ApiError(400, message, param="version", code="default_version")
    number = version.about["version"]
    del skill.versions[str(number)]
    gone: JsonObject = {"id": version.about["id"], "object": "skill.version.deleted", "deleted": True}
    return JsonAnswer(value={**gone, "version": number})


_SKILLS = Collection(
    "/skills/{skill_id}", "skill", _Skill, make=_make, change=_change, deleted="skill.deleted"
)
_VERSIONS = Collection(
    "/skills/{skill_id}/versions/{version}",
    "skill version",
    _Version,
    parent=_SKILLS,
    key="version",
    make=_make_version,
)
ROUTES = (
    *_SKILLS.routes(),
    *_VERSIONS.routes(),
    Route("DELETE", _VERSIONS.path, _delete_version),
    Route("GET", f"{_SKILLS.path}/content", _content),
    Route("GET", f"{_VERSIONS.path}/content", _version_content),
)
