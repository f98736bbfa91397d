"""WebSocket frames as the server's side reads and writes them.

Written out here, so that nothing is shared with the library that clients use. Source: RFC 6455 section 5.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Final, TypeAlias, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Bye",
    "Frame",
    "FrameDecoder",
    "FrameError",
    "Message",
    "Ping",
    "accept_key",
    "bye",
    "message",
    "pong",
]

MAX_MESSAGE: Final = 32 << 20
NO_CODE: Final = 1005
_GUID: Final = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_CONTINUATION, _TEXT, _BINARY, _CLOSE, _PING, _PONG = 0, 1, 2, 8, 9, 10
_FIN: Final = 0x80
_CONTROL: Final = 8
_MASKED: Final = 0x80
_CONTROL_SIZE: Final = 125
_SIZE_16: Final = 126
_SIZE_64: Final = 127
_KEY: Final = 4


@final
@attrs.frozen
class Message:
    """A whole message: text as `str`, binary as `bytes`."""

    data: str | bytes


@final
@attrs.frozen
class Ping:
    """A ping, to be answered with its payload."""

    payload: bytes


@final
@attrs.frozen
class Bye:
    """The closing of a connection."""

    code: int = 1000
    reason: str = ""


Frame: TypeAlias = Message | Ping | Bye


@final
class FrameError(Exception):
    """The client breaks the protocol; it is told so by closing."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(code, reason)
        self.bye = Bye(code, reason)


def accept_key(key: str) -> str:
    """What answers the client's ``Sec-WebSocket-Key``."""
    digest = hashlib.sha1(key.encode("latin-1") + _GUID, usedforsecurity=False).digest()
    return base64.b64encode(digest).decode("ascii")


def message(data: str) -> bytes:
    """A text message as one frame."""
    return _frame(_TEXT, data.encode("utf-8", "surrogatepass"))


def pong(payload: bytes) -> bytes:
    """The answer to a ping."""
    return _frame(_PONG, payload)


def bye(said: Bye) -> bytes:
    """A closing frame; without a code, an empty one."""
    if said.code == NO_CODE:
        return _frame(_CLOSE, b"")
    reason = said.reason.encode()[: _CONTROL_SIZE - 2].decode(errors="ignore")  # cut between characters
    return _frame(_CLOSE, said.code.to_bytes(2, "big") + reason.encode())


def _frame(opcode: int, payload: bytes) -> bytes:
    size = len(payload)
    if size <= _CONTROL_SIZE:
        head = bytes([_FIN | opcode, size])
    elif size < 1 << 16:
        head = bytes([_FIN | opcode, _SIZE_16]) + size.to_bytes(2, "big")
    else:
        head = bytes([_FIN | opcode, _SIZE_64]) + size.to_bytes(8, "big")
    return head + payload


@final
class FrameDecoder:
    """Reads what a client sends: bytes in, in any pieces; messages, pings and the closing out."""

    __slots__ = ("_buffer", "_kind", "_parts")

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._kind = _CONTINUATION
        self._parts = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """What has become whole by these bytes.

        Raises:
            FrameError: They break the protocol.
        """
        self._buffer += data
        while (taken := self._take()) is not None:
            first, payload = taken
            opcode = first & 0x0F
            if first & 0x70:
                raise FrameError(1002, "reserved bits are set")
            if opcode & _CONTROL and (len(payload) > _CONTROL_SIZE or not first & _FIN):
                raise FrameError(1002, "a control frame is short and whole")
            if opcode == _PING:
                yield Ping(payload)
            elif opcode == _CLOSE:
                yield _read_bye(payload)
            elif opcode in {_TEXT, _BINARY, _CONTINUATION}:
                yield from self._join(opcode, payload, final=bool(first & _FIN))
            elif opcode != _PONG:
                raise FrameError(1002, f"unknown opcode {opcode}")

    def _take(self) -> tuple[int, bytes] | None:
        """The first byte and the unmasked payload of the next frame, if it is whole."""
        buffer = self._buffer
        if len(buffer) < 2:  # noqa: PLR2004  # the shortest head
            return None
        if not buffer[1] & _MASKED:
            raise FrameError(1002, "a client must mask its frames")
        size, start = buffer[1] & 0x7F, 2
        if size >= _SIZE_16:
            start = 4 if size == _SIZE_16 else 10
            if len(buffer) < start:
                return None
            size = int.from_bytes(buffer[2:start], "big")
        if size > MAX_MESSAGE:
            raise FrameError(1009, "the message is too large")
        end = start + _KEY + size
        if len(buffer) < end:
            return None
        first = buffer[0]
        payload = _unmask(bytes(buffer[start : start + _KEY]), bytes(buffer[start + _KEY : end]))
        del buffer[:end]
        return first, payload

    def _join(self, opcode: int, payload: bytes, *, final: bool) -> Iterator[Message]:
        if (opcode == _CONTINUATION) != (self._kind != _CONTINUATION):
            raise FrameError(1002, "the pieces of a message are out of order")
        self._kind = opcode or self._kind
        self._parts += payload
        if len(self._parts) > MAX_MESSAGE:
            raise FrameError(1009, "the message is too large")
        if final:
            kind, data = self._kind, bytes(self._parts)
            self._kind = _CONTINUATION
            self._parts.clear()
            yield Message(_text(data) if kind == _TEXT else data)


def _unmask(key: bytes, payload: bytes) -> bytes:
    size = len(payload)
    mask = int.from_bytes((key * (size // _KEY + 1))[:size], "big")
    return (int.from_bytes(payload, "big") ^ mask).to_bytes(size, "big")


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise FrameError(1007, "a text message is not UTF-8") from error


def _read_bye(payload: bytes) -> Bye:
    if not payload:
        return Bye(NO_CODE)
    if len(payload) == 1:
        raise FrameError(1002, "half a code closes the connection")
    return Bye(int.from_bytes(payload[:2], "big"), _text(payload[2:]))
