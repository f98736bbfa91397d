"""Writes one method of a resource: its overloads, its docstring and its line."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Final

from triopenai._tools.emit import WIDTH, indent, wrapped
from triopenai._tools.layout import literal
from triopenai._tools.operations import PAGES, PAGES_MODULE, place
from triopenai._tools.phrases import describe_argument, summary_of

if TYPE_CHECKING:
    from triopenai._tools.arguments import Signature
    from triopenai._tools.emit import Imports
    from triopenai._tools.surface import Method

__all__ = ["EVENTS", "PAGINATOR", "want", "write"]

EVENTS: Final = ("triopenai._engine.events", "EventStream")
PAGINATOR: Final = (PAGES_MODULE, "AsyncPaginator")
_OPTIONS: Final = "RequestOptions"
_LONGEST_PATH: Final = 88


def want(method: Method, signature: Signature, imports: Imports) -> None:
    """Import what a method's annotations name."""
    places = [place(reference) for _, reference in signature.by_value]
    if method.item is not None:
        places += [PAGINATOR, (PAGES_MODULE, PAGES[method.page or "page"]), place(method.item)]
    elif not method.stream_only:
        places.append(place(method.result))
    if method.event is not None:
        places += [EVENTS, place(method.event)]
    for module, name in places:
        imports.want(module, name)


def write(method: Method, signature: Signature, imports: Imports) -> list[str]:
    """The lines of a method."""
    result = _result(method, imports)
    event = _event(method, imports)
    overloads: list[tuple[str, str]] = [(variant, result) for variant in signature.variants]
    overloads += [(name, _local(reference, imports)) for name, reference in signature.by_value]
    if signature.once is not None:
        overloads.append((signature.once, result))
    if signature.stream is not None:
        overloads.append((signature.stream, event))
    built_in = {_local(reference, imports) for _, reference in signature.by_value if ":" not in reference}
    whole = " | ".join(part for part in (result, *sorted(built_in), event) if part)
    if len(overloads) > 0 and not signature.variants:
        overloads.append((signature.main or "", whole))
    lines: list[str] = []
    for name, answer in overloads:
        lines += ["@overload", *_mark(method), *_head(method, f"args.{name}", answer, " ..."), ""]
    main = f"args.{signature.main}" if signature.main else _OPTIONS
    lines += [*_mark(method), *_head(method, main, whole, "")]
    return [*lines, *indent(_doc(method, whole)), *indent(_body(method, signature))]


def _local(reference: str, imports: Imports) -> str:
    return imports.local(*place(reference))


def _result(method: Method, imports: Imports) -> str:
    if method.item is None:
        return "" if method.stream_only else _local(method.result, imports)
    item = _local(method.item, imports)
    return f"AsyncPaginator[{item}, {PAGES[method.page or 'page']}[{item}]]"


def _event(method: Method, imports: Imports) -> str:
    return "" if method.event is None else f"EventStream[{_local(method.event, imports)}]"


def _mark(method: Method) -> list[str]:
    if not method.deprecated:
        return []
    return [f"@deprecated({literal(f'{method.dotted} is deprecated by the API')}, category=None)"]


def _head(method: Method, keywords: str, answer: str, end: str) -> list[str]:
    start = "def" if method.item is not None else "async def"
    items = ["self", *(f"{name}: str" for name in method.path_params[-1:]), f"**params: Unpack[{keywords}]"]
    return wrapped(f"{start} {method.name}(", items, f") -> {answer}:{end}", depth=1)


def _body(method: Method, signature: Signature) -> list[str]:
    items = [f"ops.{method.constant}", "params", *method.path_params[-1:]]
    call = "call"
    if method.item is not None:
        return wrapped("return self._engine.paginate(", items, ")", depth=2)
    if method.stream_only:
        call = "stream"
    elif signature.stream is not None:
        call = "call_or_stream"
    return wrapped(f"return await self._engine.{call}(", items, ")", depth=2)


def _doc(method: Method, whole: str) -> list[str]:
    path = method.path
    if len(path) > _LONGEST_PATH:
        path = re.sub(r"\{.*?\}", "{...}", path)
    lines = [f'"""{summary_of(method.resource, method.name)}', "", f"``{method.verb} {path}``"]
    if method.deprecated:
        lines += ["", "Deprecated by the API: a call warns."]
    lines += ["", "Args:"]
    lines += [f"    {name}: {describe_argument(name)}" for name in method.path_params[-1:]]
    lines += indent(textwrap.wrap(f"**params: {_keywords(method)}", WIDTH - 12, subsequent_indent="    "))
    if kept := _kept(method, whole):
        lines += ["", "Returns:", f"    {kept}"]
    lines += ["", "Raises:", "    APIError: The call failed; the subclass says how."]
    return [*lines, "", f"See {method.reference}", '"""']


def _keywords(method: Method) -> str:
    """Where the keywords of a method are described."""
    if method.params is None:
        own = [f"`{name}`" for name in (*method.path_params[:-1], *method.headers)]
        return f"{_listed([*own, 'the request options'])}.".replace("the", "The", not own)
    required = [f"`{name}`" for name in (*method.path_params[:-1], *method.required)]
    needed = ""
    if required:
        needed = f" ({_listed(required)} {'is' if len(required) == 1 else 'are'} required)"
    return f"The keys of `{'.'.join(place(method.params))}`{needed}, and the request options."


def _listed(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _kept(method: Method, whole: str) -> str:
    """What is to be known of an answer beyond its type."""
    if method.item is not None:
        return "Pages: await it for the first, or iterate over it for every item."
    if method.result == "binary":
        return "The body, not read yet. It holds a connection: use it as a block, or read it to the end."
    if method.stream_only:
        return "The events as they arrive. Use it as a block."
    if "EventStream[" in whole:
        return "The answer; with ``stream=True`` its events as they arrive, to be used as a block."
    return ""
