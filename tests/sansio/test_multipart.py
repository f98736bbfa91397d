from __future__ import annotations

import email.parser
import email.policy
import io
import pathlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._base.absent import NOT_GIVEN, omit
from triopenai._base.model import BaseModel
from triopenai._sansio.mediatypes import media_type
from triopenai._sansio.multipart import FilePart, MultipartBody, encode_multipart
from triopenai._sansio.operation import Operation

if TYPE_CHECKING:
    from collections.abc import Mapping

UPLOAD: Operation[object] = Operation(
    name="files.create",
    verb="POST",
    path="/files",
    body=("file", "purpose", "expires_after", "n", "flags", "image_"),
    wire={"image_": "image"},
    required=("file",),
    files=("file", "image_"),
    multipart=True,
)
CALL: Operation[object] = Operation(
    name="realtime.calls.create",
    verb="POST",
    path="/realtime/calls",
    body=("sdp", "session"),
    required=("sdp",),
    multipart=True,
    accept="application/sdp",
    result="binary",
)


class Reference(BaseModel):
    id: str | None = None


def form(params: Mapping[str, object], operation: Operation[object] = UPLOAD) -> MultipartBody:
    return encode_multipart(operation, params, "BOUND")


def whole(body: MultipartBody) -> bytes:
    assert all(isinstance(piece, bytes) for piece in body.pieces)
    return b"".join(piece for piece in body.pieces if isinstance(piece, bytes))


def parts(body: MultipartBody) -> list[tuple[str, str | None, str, bytes]]:
    """Name, file name, media type and content of each part, as a reader that is not ours finds them."""
    head = f"Content-Type: {body.content_type}\r\n\r\n".encode()
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + whole(body))
    found = []
    for part in message.iter_parts():
        disposition = part["Content-Disposition"]
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        found.append((disposition.params["name"], part.get_filename(), part.get_content_type(), content))
    return found


def test_form_bytes_are_exact():
    body = form({"file": ("a.jsonl", b"{}"), "purpose": "fine-tune"})
    assert body.content_type == "multipart/form-data; boundary=BOUND"
    assert whole(body) == (
        b"--BOUND\r\n"
        b'Content-Disposition: form-data; name="file"; filename="a.jsonl"\r\n'
        b"Content-Type: application/jsonl\r\n"
        b"\r\n"
        b"{}\r\n"
        b"--BOUND\r\n"
        b'Content-Disposition: form-data; name="purpose"\r\n'
        b"\r\n"
        b"fine-tune\r\n"
        b"--BOUND--\r\n"
    )


def test_form_fields_of_every_kind():
    found = parts(
        form(
            {
                "file": b"x",
                "purpose": "é",
                "expires_after": {"anchor": "created_at", "seconds": 3600},
                "n": 2,
                "flags": ["a", True, {"k": 1.5}],
            }
        )
    )
    assert [(name, content) for name, _, _, content in found] == [
        ("file", b"x"),
        ("purpose", "é".encode()),
        ("expires_after[anchor]", b"created_at"),
        ("expires_after[seconds]", b"3600"),
        ("n", b"2"),
        ("flags[]", b"a"),
        ("flags[]", b"true"),
        ("flags[][k]", b"1.5"),
    ]


def test_form_leaves_out_none_and_what_was_not_given():
    assert len(parts(form({"file": b"x", "purpose": None, "n": omit, "flags": NOT_GIVEN, "timeout": 3}))) == 1


def test_form_takes_one_file_or_many():
    assert [part[0] for part in parts(form({"image_": b"a", "file": b""}))] == ["image", "file"]
    assert [part[:2] for part in parts(form({"image_": [b"a", ("b.png", b"b")], "file": b""}))] == [
        ("image[]", "upload"),
        ("image[]", "b.png"),
        ("file", "upload"),
    ]
    assert [part[0] for part in parts(form({"file": (b"a", b"b")}))] == ["file[]", "file[]"]


@pytest.mark.parametrize("reference", [{"id": "f_1"}, Reference(id="f_1")])
def test_form_takes_a_reference_where_a_file_may_stand(reference):
    assert parts(form({"file": reference})) == [("file[id]", None, "text/plain", b"f_1")]


@pytest.mark.parametrize(
    ("file", "name", "kind"),
    [
        (b"x", "upload", "application/octet-stream"),
        (bytearray(b"x"), "upload", "application/octet-stream"),
        (memoryview(b"x"), "upload", "application/octet-stream"),
        ((None, b"x"), "upload", "application/octet-stream"),
        (("song.MP3", b"x"), "song.MP3", "audio/mpeg"),
        (("a.bin", b"x", "image/png"), "a.bin", "image/png"),
        (("a.png", b"x", None), "a.png", "image/png"),
        (("skill/SKILL.md", b"x"), "skill/SKILL.md", "text/markdown"),
    ],
)
def test_form_names_and_types_files_that_are_in_memory(file, name, kind):
    assert parts(form({"file": file})) == [("file", name, kind, b"x")]


class NamedFile(io.BytesIO):
    def __init__(self, name: object) -> None:
        super().__init__(b"x")
        self.name = name


class AsyncFile:
    name = "/tmp/speech.wav"

    async def read(self, size: int = -1) -> bytes:
        return b""


@pytest.mark.parametrize(
    ("file", "name", "kind"),
    [
        (pathlib.Path("/data/train.jsonl"), "train.jsonl", "application/jsonl"),
        (pathlib.PurePosixPath("x.pdf"), "x.pdf", "application/pdf"),
        (io.BytesIO(b"x"), "upload", "application/octet-stream"),
        (NamedFile("/data/a.png"), "a.png", "image/png"),
        (NamedFile(3), "upload", "application/octet-stream"),
        (NamedFile("<stdin>"), "upload", "application/octet-stream"),
        (NamedFile(pathlib.Path("b.csv")), "b.csv", "text/csv"),
        (AsyncFile(), "speech.wav", "audio/wav"),
        (("c.txt", pathlib.Path("/data/d.bin")), "c.txt", "text/plain"),
        ((None, pathlib.Path("/data/d.zip"), "x/y"), "d.zip", "x/y"),
    ],
)
def test_form_leaves_files_to_be_read_later(file, name, kind):
    body = form({"file": file, "purpose": "p"})
    before, part, after = body.pieces
    content = file[1] if isinstance(file, tuple) else file
    assert isinstance(part, FilePart)
    assert part.content is content
    assert (part.filename, part.content_type) == (name, kind)
    assert isinstance(before, bytes)
    assert before.endswith(f'filename="{name}"\r\nContent-Type: {kind}\r\n\r\n'.encode())
    assert isinstance(after, bytes)
    assert after.startswith(b"\r\n--BOUND\r\n")


def test_form_keeps_file_names_from_breaking_out():
    body = whole(form({"file": ('a"\r\nX-Evil: 1\0é.txt', b"x")}))
    assert 'filename="a%22%0D%0AX-Evil: 1%00é.txt"'.encode() in body
    assert body.count(b"\r\n") == 6


def test_form_keeps_field_names_from_breaking_out():
    body = whole(form({"file": b"", "expires_after": {'k"\r\n': "v"}}))
    assert b'name="expires_after[k%22%0D%0A]"' in body


def test_form_takes_headers_of_a_part():
    body = whole(form({"file": ("a", b"x", "a/b", {"X-Part": "1", "content-type": "no"})}))
    assert b"Content-Type: a/b\r\nX-Part: 1\r\n\r\nx" in body
    assert b"no" not in body.replace(b"BOUND", b"")


@pytest.mark.parametrize("kind", ["a/b\r\nX: 1", "é/x"])
def test_form_refuses_a_media_type_that_is_none(kind):
    with pytest.raises(ValueError, match=r"files\.create\(\): file: .* is no media type"):
        form({"file": ("a", b"x", kind)})


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("path/to/file", r"file is a str: pass a pathlib\.Path"),
        (io.StringIO("x"), "file is a file opened as text"),
        (3, "file must be bytes, a path or an open binary file, not int"),
        ([b"a", "b"], r"file\[1\] is a str"),
        (("a",), r"files\.create\(\): file: a file given as a tuple"),
        (("a", b"", "x/y", {}, 5), "a file given as a tuple"),
        (("a", b"", 5), "file: int cannot be the media type of a file"),
        (("a", b"", "x/y", [("X-A", "b")]), "file: list cannot be the header fields of a file"),
        (("a", "b"), "file is a str"),
    ],
)
def test_form_refuses_what_is_no_file(file, message):
    with pytest.raises(TypeError, match=message):
        form({"file": file})


def test_form_names_a_file_that_was_not_awaited():
    async def open_file() -> object:
        return None

    for wrap in (lambda x: x, lambda x: ("a", x), lambda x: [x]):
        coroutine = open_file()
        with pytest.raises(TypeError, match="was `await` forgotten"):
            form({"file": wrap(coroutine)})
        coroutine.close()


def test_form_takes_extra_fields_that_replace_others():
    found = parts(
        form({"file": b"x", "purpose": "a", "extra_body": {"purpose": "b", "more": [1], "n": omit}, "n": 3})
    )
    assert [(name, content) for name, _, _, content in found] == [
        ("file", b"x"),
        ("purpose", b"b"),
        ("more[]", b"1"),
    ]
    with pytest.raises(TypeError, match="extra_body must be a mapping"):
        form({"file": b"x", "extra_body": 3})


@pytest.mark.parametrize("boundary", ["", "a b", "a\r\n", "x" * 71, "é", 'a"b'])
def test_form_refuses_a_boundary_that_is_none(boundary):
    with pytest.raises(ValueError, match="boundary"):
        encode_multipart(UPLOAD, {"file": b""}, boundary)


def test_form_of_a_call_types_its_parts():
    body = form({"sdp": "v=0\r\n", "session": {"type": "realtime", "audio": {"x": [1, None]}}}, CALL)
    assert parts(body) == [
        ("sdp", None, "application/sdp", b"v=0\r\n"),
        ("session", None, "application/json", b'{"type":"realtime","audio":{"x":[1,null]}}'),
    ]


TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT, st.binary(), TEXT)
def test_form_reads_back_whatever_it_holds(name, content, purpose):
    body = encode_multipart(UPLOAD, {"file": (name, content), "purpose": purpose}, "b" * 60)
    raw = whole(body)
    mark = b"--" + b"b" * 60
    opening, first, second, closing = raw.split(mark)
    assert (opening, closing) == (b"", b"--\r\n")
    head, _, sent = first.partition(b"\r\n\r\n")
    assert sent == content + b"\r\n"
    assert head.count(b"\r\n") == 2
    assert head.count(b"\n") == 2
    assert second.partition(b"\r\n\r\n")[2] == purpose.encode() + b"\r\n"


def test_media_type_of_names():
    assert media_type("a.tar.GZ") == "application/octet-stream"
    assert media_type("png") == "application/octet-stream"
    assert media_type(".png") == "image/png"
