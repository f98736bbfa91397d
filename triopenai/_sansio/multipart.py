"""Forms with files: ``multipart/form-data`` as pieces of bytes and files to be read between them.

Nothing is read here: a file is passed on as it was given, and `_net.body` reads it while the request is sent.

Sources: RFC 7578; for the quoting of names, the HTML standard (multipart/form-data encoding algorithm).
Nested values go as ``name[]`` and ``name[key]``, as the API takes them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, cast, final

import attrs

from triopenai._sansio.fields import encode_headers, flatten, mapping_option
from triopenai._sansio.mediatypes import media_type
from triopenai._sansio.plain import encode_json, is_absent, model_fields, refuse_awaitable

if TYPE_CHECKING:
    from triopenai._base.files import FileContent
    from triopenai._sansio.operation import Operation
    from triopenai._sansio.request import Request

__all__ = ["FilePart", "MultipartBody", "MultipartRequest", "encode_multipart"]

_BOUNDARY: Final = re.compile(r"[A-Za-z0-9'()+_,./:=?-]{1,70}")
_TYPE: Final = re.compile(r"[\x20-\x7e]+")
_UNNAMED: Final = "upload"
_ESCAPES: Final = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A", "\0": "%00"})


@final
@attrs.frozen(eq=False)
class FilePart:
    """A file whose content is yet to be read: it goes where it stands among the pieces.

    Attributes:
        filename: The name it is sent under.
        content: A path, or an open binary file of Python or Trio.
        content_type: Its media type.
    """

    filename: str
    content: FileContent
    content_type: str


@final
@attrs.frozen(eq=False)
class MultipartBody:
    """A form, ready to be sent.

    Attributes:
        boundary: What separates its parts.
        pieces: Bytes to be sent as they are, and files to be read, in order.
    """

    boundary: str
    pieces: tuple[bytes | FilePart, ...]

    @property
    def content_type(self) -> str:
        """The request's `Content-Type`."""
        return f"multipart/form-data; boundary={self.boundary}"


@final
@attrs.frozen(eq=False)
class MultipartRequest:
    """A request whose body is a form.

    Attributes:
        head: The request without its body; its header fields name the boundary.
        body: The form.
    """

    head: Request
    body: MultipartBody


def encode_multipart(
    operation: Operation[object], params: Mapping[str, object], boundary: str
) -> MultipartBody:
    """The form of a call: its fields and files in the order of the keywords.

    Args:
        operation: The call.
        params: All keywords as they were given.
        boundary: What separates the parts: text that no part holds, so random.

    Raises:
        TypeError: A file is of a type that cannot be read as bytes, or a field of one that has no text.
        ValueError: The boundary or a part's header cannot be sent.
    """
    if not _BOUNDARY.fullmatch(boundary):
        msg = f"a form needs a boundary of 1 to 70 plain characters, not {boundary!r}"
        raise ValueError(msg)
    form = _Form(operation, boundary)
    extra = params.get("extra_body")
    replaced: Mapping[str, object] = {}
    if extra is not None and not is_absent(extra):
        replaced = mapping_option(operation.name, "extra_body", extra)
    names = frozenset(operation.body)
    for keyword, value in params.items():
        name = operation.wire.get(keyword, keyword)
        if keyword in names and name not in replaced:
            form.add(keyword, name, value)
    for name, value in replaced.items():
        form.add(name, name, value)
    return form.finish()


@final
class _Form:
    """A form being put together."""

    def __init__(self, operation: Operation[object], boundary: str) -> None:
        self._operation = operation
        self._boundary = boundary
        self._text: list[bytes] = []
        self._pieces: list[bytes | FilePart] = []

    def add(self, keyword: str, name: str, value: object) -> None:
        if value is None or is_absent(value):
            return
        method = self._operation.name
        refuse_awaitable(value, method, keyword)
        if keyword in self._operation.files and not _is_reference(value):
            several = _several(value)
            if several is None:
                self._add_file(keyword, name, value)
            else:
                each = name if name.endswith("[]") else f"{name}[]"
                for index, one in enumerate(several):
                    self._add_file(f"{keyword}[{index}]", each, one)
        elif not self._operation.files:
            self._add_typed(name, value)
        else:
            pairs: list[tuple[str, str]] = []
            flatten(method, name, value, pairs)
            for field, text in pairs:
                self._add_part(field, "", text.encode())

    def finish(self) -> MultipartBody:
        self._text.append(b"--%s--\r\n" % self._boundary.encode())
        self._flush()
        return MultipartBody(self._boundary, tuple(self._pieces))

    def _flush(self) -> None:
        if self._text:
            self._pieces.append(b"".join(self._text))
            self._text.clear()

    def _add_part(self, name: str, head: str, content: bytes) -> None:
        self._add_head(name, head)
        self._text.append(content)
        self._text.append(b"\r\n")

    def _add_head(self, name: str, head: str) -> None:
        quoted = name.translate(_ESCAPES)
        text = f'--{self._boundary}\r\nContent-Disposition: form-data; name="{quoted}"{head}\r\n\r\n'
        self._text.append(text.encode("utf-8", "replace"))

    def _add_typed(self, name: str, value: object) -> None:
        """A part that says what it is: text in the form that the endpoint answers with, the rest as JSON."""
        if isinstance(value, str):
            kind, content = self._operation.accept, value.encode()
        else:
            fields = model_fields(value)
            kind = "application/json"
            tree = value if fields is None else fields
            content = encode_json(tree, f"{self._operation.name}(): {name}")
        self._add_part(name, f"\r\nContent-Type: {kind}", content)

    def _add_file(self, keyword: str, name: str, value: object) -> None:
        method = self._operation.name
        filename, content, kind, headers = _take_apart(method, keyword, value)
        _check_content(method, keyword, content)
        filename = filename or _name_of(content)
        kind = kind or media_type(filename)
        if not _TYPE.fullmatch(kind):
            msg = f"{method}(): {keyword}: {kind!r} is no media type"
            raise ValueError(msg)
        head = f'; filename="{filename.translate(_ESCAPES)}"\r\nContent-Type: {kind}'
        for key, field in encode_headers(headers):
            if key.lower() not in {b"content-type", b"content-disposition"}:
                head += f"\r\n{key.decode()}: {field.decode('latin-1')}"
        self._add_head(name, head)
        self._flush()
        if isinstance(content, (bytes, bytearray, memoryview)):
            self._pieces.append(bytes(cast("bytes", content)))
        else:
            self._pieces.append(FilePart(filename, cast("FileContent", content), kind))
        self._text.append(b"\r\n")


def _is_reference(value: object) -> bool:
    """Whether a keyword that takes files was given the description of one instead."""
    return isinstance(value, Mapping) or model_fields(value) is not None


def _several(value: object) -> list[object] | None:
    """The files of a list of files; None if `value` is one file."""
    if isinstance(value, list):
        return cast("list[object]", value)
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        if not items or not (items[0] is None or isinstance(items[0], str)):
            return list(items)
    return None


def _take_apart(
    method: str, keyword: str, value: object
) -> tuple[str | None, object, str | None, Mapping[str, str]]:
    """Name, content, media type and header fields of a file."""
    if not isinstance(value, tuple):
        return None, value, None, {}
    items = cast("tuple[object, ...]", value)
    if not 2 <= len(items) <= 4:  # noqa: PLR2004  # name, content, type, headers
        why = f"(name, content[, media type[, headers]]), not {len(items)} values"
        msg = f"{method}(): {keyword}: a file given as a tuple is {why}"
        raise TypeError(msg)
    name, content, kind, headers = (*items, None, None)[:4]
    for what, given, due in (("media type", kind, str), ("header fields", headers, Mapping)):
        if given is not None and not isinstance(given, due):
            msg = f"{method}(): {keyword}: {type(given).__qualname__} cannot be the {what} of a file"
            raise TypeError(msg)
    return (
        cast("str | None", name),  # a tuple that begins with anything else is several files
        content,
        cast("str | None", kind),
        cast("Mapping[str, str]", headers or {}),
    )


def _check_content(method: str, keyword: str, content: object) -> None:
    refuse_awaitable(content, method, keyword)
    if isinstance(content, (bytes, bytearray, memoryview)) or _is_path(content):
        return
    if isinstance(content, str):
        why = "is a str: pass a pathlib.Path for a file by its path, bytes for the content itself"
    elif isinstance(getattr(content, "wrapped", content), io.TextIOBase):
        why = "is a file opened as text: open it in binary mode, 'rb'"
    elif callable(getattr(content, "read", None)):
        return
    else:
        why = f"must be bytes, a path or an open binary file, not {type(content).__qualname__}"
    msg = f"{method}(): {keyword} {why}"
    raise TypeError(msg)


def _name_of(content: object) -> str:
    """The name that a file goes by: of its path, or a stand-in."""
    path = content if _is_path(content) else getattr(content, "name", None)
    if _is_path(path) or (isinstance(path, str) and not path.startswith("<")):
        return PurePath(cast("str", path)).name or _UNNAMED
    return _UNNAMED


def _is_path(value: object) -> bool:
    return hasattr(type(value), "__fspath__")
