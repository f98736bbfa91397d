"""ASGI middleware: when the caller goes away, the work for it is cancelled. For Trio and for asyncio."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import anyio

Scope: TypeAlias = Any  # each framework has a type of its own
Receive: TypeAlias = Callable[[], Awaitable[Any]]
Send: TypeAlias = Callable[[Any], Awaitable[None]]
Application: TypeAlias = Callable[[Scope, Any, Any], Awaitable[None]]


class CancelOnDisconnect:
    """Wraps an application: `app` runs until it is done or its caller has gone."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        forward, forwarded = anyio.create_memory_object_stream[Any](1)

        async def watch() -> None:
            while (message := await receive())["type"] != "http.disconnect":
                await forward.send(message)
            group.cancel_scope.cancel()

        with forward, forwarded:
            async with anyio.create_task_group() as group:
                group.start_soon(watch)
                await self.app(scope, forwarded.receive, send)
                group.cancel_scope.cancel()
