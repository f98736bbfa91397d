"""A client of a few lines by h11: for asking the sandbox without any of the library's own code."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, cast

import attrs
import h11
import trio

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from triopenai.testing import Sandbox


@attrs.define
class Heard:
    """An answer as it came; `complete` tells whether its end did."""

    status: int = 0
    headers: dict[str, str] = attrs.field(factory=dict[str, str])
    body: bytes = b""
    complete: bool = False
    times: list[float] = attrs.field(factory=list[float])

    @property
    def json(self) -> dict[str, Any]:
        return cast("dict[str, Any]", json.loads(self.body))

    @property
    def error(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.json["error"])

    @property
    def blocks(self) -> list[tuple[str | None, str]]:
        """Name and data of each whole event."""
        found: list[tuple[str | None, str]] = []
        for block in self.body.decode().split("\n\n")[:-1]:
            fields = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
            if fields:
                found.append((fields.get("event"), fields["data"]))
        return found

    @property
    def events(self) -> list[dict[str, Any]]:
        """The data of the events that are JSON."""
        return [json.loads(data) for _, data in self.blocks if data != "[DONE]"]


class Wire:
    """One connection to a sandbox."""

    def __init__(self, stream: trio.abc.Stream, key: str) -> None:
        self.stream = stream
        self.key = key
        self.http = h11.Connection(h11.CLIENT)

    async def send(
        self,
        method: str,
        path: str,
        *,
        json_body: object = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        data = body if body is not None else b"" if json_body is None else json.dumps(json_body).encode()
        lines = {"Host": "sandbox", "Authorization": f"Bearer {self.key}", "Content-Length": str(len(data))}
        lines |= headers or {}
        request = h11.Request(method=method, target=f"/v1{path}", headers=list(lines.items()))
        sent = (self.http.send(request) or b"") + (self.http.send(h11.Data(data=data)) or b"")
        await self.stream.send_all(sent + (self.http.send(h11.EndOfMessage()) or b""))

    async def hear(self, heard: Heard | None = None) -> Heard:
        """Read an answer. Errors of the connection leave it incomplete."""
        heard = heard or Heard()
        try:
            while not heard.complete:
                event = self.http.next_event()
                if event is h11.NEED_DATA:
                    self.http.receive_data(bytes(await self.stream.receive_some()))
                elif isinstance(event, h11.ConnectionClosed):
                    break
                else:
                    self._note(heard, event)
        except (trio.BrokenResourceError, h11.RemoteProtocolError):
            pass
        if heard.complete and self.http.our_state is self.http.their_state is h11.DONE:
            self.http.start_next_cycle()
        return heard

    def _note(self, heard: Heard, event: object) -> None:
        if isinstance(event, h11.Response):
            heard.status = event.status_code
            heard.headers = {name.decode(): value.decode() for name, value in event.headers}
        elif isinstance(event, h11.Data):
            heard.body += event.data
            heard.times.append(trio.current_time())
        elif isinstance(event, h11.EndOfMessage):
            heard.complete = True

    async def ask(self, method: str, path: str, **how: Any) -> Heard:
        await self.send(method, path, **how)
        return await self.hear()


@asynccontextmanager
async def connect(sandbox: Sandbox, key: str | None = None) -> AsyncIterator[Wire]:
    stream = await sandbox.network.open_stream("sandbox", 80)
    try:
        yield Wire(stream, sandbox.api_key if key is None else key)
    finally:
        await trio.aclose_forcefully(stream)


async def ask(sandbox: Sandbox, method: str, path: str, **how: Any) -> Heard:
    """One request over a connection of its own, with the key that the path takes."""
    admin = path.startswith(("/organization/", "/projects/"))
    async with connect(sandbox, sandbox.admin_key if admin else None) as wire:
        return await wire.ask(method, path, **how)


def chat(text: str = "Hello!", **more: object) -> dict[str, object]:
    return {"model": "gpt-4", "messages": [{"role": "user", "content": text}], **more}
