"""From verb and path to the handler."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
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

__all__ = ["Handler", "Route", "Router", "Tree"]

Handler: TypeAlias = Callable[[Call], Answer]


@final
@attrs.frozen
class Route:
    """One endpoint: verb, path with ``{name}`` for each parameter, and what answers."""

    verb: str
    template: str
    handler: Handler


@final
class Tree:
    """Routes by the segments of their paths; this is a segment of it.

    Once made it stays as it is, so that sandboxes share it.
    """

    __slots__ = ("children", "handlers", "wildcard")

    def __init__(self, routes: Iterable[Route] = ()) -> None:
        self.children: dict[str, Tree] = {}
        self.wildcard: Tree | None = None
        self.handlers: dict[str, tuple[tuple[str, ...], Handler]] = {}
        for route in routes:
            self._add(route)

    def _add(self, route: Route) -> None:
        node = self
        names: list[str] = []
        for segment in route.template.strip("/").split("/"):
            if segment.startswith("{"):
                names.append(segment[1:-1])
                node.wildcard = node.wildcard or Tree()
                node = node.wildcard
            else:
                node = node.children.setdefault(segment, Tree())
        node.handlers.setdefault(route.verb, (tuple(names), route.handler))

    def find(self, segments: tuple[str, ...]) -> Iterable[tuple[Tree, tuple[str, ...]]]:
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
        routes: The routes that are looked through first.
        more: Gives further routes; called when a request fits none of the first.
        crashed: Told of errors of the sandbox itself, where nobody else would hear of them.
    """

    __slots__ = ("_crashed", "_more", "_routes")

    def __init__(self, routes: Tree, more: Callable[[], Tree], crashed: Callable[[Exception], None]) -> None:
        self._routes = routes
        self._more = more
        self._crashed = crashed

    def dispatch(self, request: ReceivedRequest, store: Store) -> Answer:
        """Answer a request.

        Raises:
            ApiError: No endpoint has the path (404), or not with this verb (405), or the handler's own.
        """
        for node, values in self._fitting(request):
            if request.method in node.handlers:
                names, handler = node.handlers[request.method]
                return handler(Call(request, dict(zip(names, values, strict=True)), store, self))
        raise self._refusal(request)

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

    def _fitting(self, request: ReceivedRequest) -> Iterator[tuple[Tree, tuple[str, ...]]]:
        segments = tuple(request.path.strip("/").split("/"))
        yield from self._routes.find(segments)
        yield from self._more().find(segments)

    def _refusal(self, request: ReceivedRequest) -> ApiError:
        path = request.target.partition("?")[0]
        if any(node.handlers for node, _ in self._fitting(request)):
            message = f"Not allowed to {request.method} on {path}."
            return ApiError(405, message, code="method_not_supported")
        return ApiError(404, f"Invalid URL ({request.method} {path})")
