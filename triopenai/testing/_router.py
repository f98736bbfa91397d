"""From verb and path to the handler."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias, final
from urllib.parse import unquote

import attrs
import trio

from triopenai._base.headers import Headers
from triopenai.testing._answer import Answer, ApiError, JsonAnswer, crash_answer, error_answer
from triopenai.testing._record import receive
from triopenai.testing._store import Call, Store

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._record import ReceivedRequest

__all__ = ["Handler", "Route", "Router"]

Handler: TypeAlias = Callable[[Call], Answer]


@final
@attrs.frozen
class Route:
    """One endpoint: verb, path with ``{name}`` for each parameter, and what answers."""

    verb: str
    template: str
    handler: Handler


@final
class _Node:
    """A segment of the tree of paths."""

    __slots__ = ("children", "handlers", "wildcard")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.wildcard: _Node | None = None
        self.handlers: dict[str, tuple[tuple[str, ...], Handler]] = {}

    def add(self, route: Route) -> None:
        node = self
        names: list[str] = []
        for segment in route.template.strip("/").split("/"):
            if segment.startswith("{"):
                names.append(segment[1:-1])
                node.wildcard = node.wildcard or _Node()
                node = node.wildcard
            else:
                node = node.children.setdefault(segment, _Node())
        node.handlers.setdefault(route.verb, (tuple(names), route.handler))

    def find(self, segments: tuple[str, ...]) -> Iterable[tuple[_Node, tuple[str, ...]]]:
        if not segments:
            yield self, ()
            return
        head, rest = segments[0], segments[1:]
        child = self.children.get(head)
        if child is not None:
            yield from child.find(rest)
        if self.wildcard is not None and head:
            for node, values in self.wildcard.find(rest):
                yield node, (unquote(head), *values)


@final
class Router:
    """Finds the handler of a request.

    Where two routes fit, the one with literal segments goes first, and of equal ones the one added first.

    Args:
        routes: The routes known at once.
        more: Gives further routes; called when a request fits none of the first.
        crashed: Told of errors of the sandbox itself, where nobody else would hear of them.
    """

    __slots__ = ("_crashed", "_more", "_root")

    def __init__(
        self,
        routes: Iterable[Route],
        more: Callable[[], Iterable[Route]],
        crashed: Callable[[Exception], None],
    ) -> None:
        self._root = _Node()
        self._crashed = crashed
        self._more: Callable[[], Iterable[Route]] | None = more
        for route in routes:
            self._root.add(route)

    def dispatch(self, request: ReceivedRequest, store: Store) -> Answer:
        """Answer a request.

        Raises:
            ApiError: No endpoint has the path (404), or not with this verb (405), or the handler's own.
        """
        found = self._find(request)
        if found is None and self._more is not None:
            more, self._more = self._more, None
            for route in more():
                self._root.add(route)
            found = self._find(request)
        if found is None:
            raise self._refusal(request)
        args, handler = found
        return handler(Call(request, args, store, self))

    def ask(self, path: str, body: JsonObject, store: Store, request_id: str) -> JsonAnswer:
        """Answer a POST that comes from the sandbox itself, such as a line of a batch. Raises nothing."""
        request = receive(
            method="POST",
            target=path,
            headers=Headers([(b"content-type", b"application/json")]),
            body=json.dumps(body).encode(),
            connection=0,
            time=trio.current_time(),
            request_id=request_id,
        )
        try:
            answer = self.dispatch(request, store)
        except ApiError as error:
            return error.answer()
        except Exception as error:  # noqa: BLE001 - a batch must not stumble over the same line for ever
            self._crashed(error)
            return crash_answer(error)
        if isinstance(answer, JsonAnswer):
            return answer
        return error_answer(400, "Only requests that are answered with JSON can be made here.")

    def _segments(self, request: ReceivedRequest) -> tuple[str, ...]:
        return tuple(request.path.strip("/").split("/"))

    def _find(self, request: ReceivedRequest) -> tuple[dict[str, str], Handler] | None:
        for node, values in self._root.find(self._segments(request)):
            if request.method in node.handlers:
                names, handler = node.handlers[request.method]
                return dict(zip(names, values, strict=True)), handler
        return None

    def _refusal(self, request: ReceivedRequest) -> ApiError:
        path = request.target.partition("?")[0]
        if any(node.handlers for node, _ in self._root.find(self._segments(request))):
            message = f"Not allowed to {request.method} on {path}."
            return ApiError(405, message, code="method_not_supported")
        return ApiError(404, f"Invalid URL ({request.method} {path})")
