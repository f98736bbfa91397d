"""From an operation and its arguments to an HTTP request.

What depends on the operation alone is worked out once per operation, what depends on the client once per
operation and client: a call then looks up, joins and serializes. `Authorization` and the idempotency key are
not set here: they belong to attempts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai._sansio.address import encode_pairs
from triopenai._sansio.arguments import Plan, check_keywords, fill_path, plan_of
from triopenai._sansio.fields import header_value, mapping_option, replace_headers, replace_query
from triopenai._sansio.multipart import MultipartRequest, encode_multipart
from triopenai._sansio.plain import encode_json, is_absent
from triopenai._sansio.request import Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai._base.config import Origin
    from triopenai._sansio.azure import AzurePaths
    from triopenai._sansio.operation import Operation

__all__ = ["Defaults", "MultipartRequest", "build_request"]

_JSON: Final = (b"Content-Type", b"application/json")
_ACCEPT_JSON: Final = "application/json"

_Pairs = tuple[tuple[bytes, bytes], ...]


@final
@attrs.frozen
class Defaults:
    """What a client sends with every request.

    Attributes:
        origin: The server.
        base_path: The path before an operation's own, without a final slash.
        headers: Header fields, over which an operation's own and a call's have precedence.
        query: Query parameters, likewise.
        azure: How paths come about on Azure, where this is a client of it.
    """

    origin: Origin
    base_path: str
    headers: tuple[tuple[bytes, bytes], ...] = attrs.field(default=(), repr=False)
    query: tuple[tuple[str, str], ...] = ()
    azure: AzurePaths | None = None
    _static: dict[Operation[object], tuple[_Pairs, _Pairs]] = attrs.field(
        factory=dict["Operation[object]", tuple[_Pairs, _Pairs]], init=False, repr=False, eq=False, hash=False
    )

    def headers_for(self, operation: Operation[object], *, body: bool) -> _Pairs:
        """The header fields of an operation's requests, with or without a JSON body."""
        found = self._static.get(operation)
        if found is None:
            bare = tuple(_static_headers(self, operation))
            typed = bare if any(name.lower() == b"content-type" for name, _ in bare) else (*bare, _JSON)
            found = self._static[operation] = (bare, typed)
        return found[body]

    def at(
        self,
        origin: Origin,
        base_path: str,
        query: tuple[tuple[str, str], ...],
        azure: AzurePaths | None = None,
    ) -> Defaults:
        """The same for another address; parameters of the address replace those of a name."""
        names = {name for name, _ in query}
        kept = [pair for pair in self.query if pair[0] not in names]
        return Defaults(origin, base_path, self.headers, (*kept, *query), azure)


def _static_headers(defaults: Defaults, operation: Operation[object]) -> list[tuple[bytes, bytes]]:
    own: dict[str, object] = dict(operation.fixed_headers)
    if operation.accept != _ACCEPT_JSON:
        own["Accept"] = operation.accept
        return replace_headers(defaults.headers, own)
    headers = replace_headers(defaults.headers, own)
    if not any(name.lower() == b"accept" for name, _ in headers):
        headers.insert(0, (b"Accept", b"application/json"))
    return headers


def build_request(
    operation: Operation[object],
    params: Mapping[str, object],
    path_arg: str | None,
    defaults: Defaults,
    *,
    more: _Pairs = (),
    boundary: str = "",
) -> Request | MultipartRequest:
    """Check a call's arguments and encode its request.

    Arguments that are `omit` or `NOT_GIVEN` count as left out. Models are sent with the fields that were set.

    Args:
        operation: The call.
        params: All keywords as they were given, request options included.
        path_arg: The positional argument, for an operation that has one.
        defaults: The client's part.
        more: Header fields to add at the end.
        boundary: What separates the parts of a form: random text, needed for multipart operations only.

    Raises:
        TypeError: A keyword is unknown or missing, or a value is of a type that cannot be sent.
        ValueError: A value that must not be sent, such as NaN or a header with a line break.
    """
    plan = plan_of(operation)
    check_keywords(operation, plan, params)
    base, azure = defaults.base_path, defaults.azure
    if azure is not None:
        base = azure.base_of(operation.name, base, operation.path, params.get("model"))
    target = base + fill_path(operation, plan, params, path_arg)
    extra_query = params.get("extra_query")
    if plan.query or defaults.query or extra_query:
        target += _query(operation, plan, params, defaults, extra_query)
    if operation.multipart:
        form = encode_multipart(operation, params, boundary)
        headers = replace_headers(
            defaults.headers_for(operation, body=False), {"Content-Type": form.content_type}
        )
        head = _with_call_headers(operation, plan, params, tuple(headers)) + more
        return MultipartRequest(Request(operation.verb, defaults.origin, target, head), form)
    content = _json_body(operation, plan, params)
    static = defaults.headers_for(operation, body=content is not None)
    return Request(
        operation.verb,
        defaults.origin,
        target,
        _with_call_headers(operation, plan, params, static) + more,
        content or b"",
    )


def _json_body(operation: Operation[object], plan: Plan, params: Mapping[str, object]) -> bytes | None:
    """The JSON body, or None for an operation without one."""
    names = plan.body
    body: dict[str, object] = {}
    if names:
        for keyword, value in params.items():
            name = names.get(keyword)
            if name is not None:
                body[name] = value
    extra = params.get("extra_body")
    if extra is not None and not is_absent(extra):
        body.update(mapping_option(operation.name, "extra_body", extra))
    elif not names:
        return None
    return encode_json(body, operation.name)


def _query(
    operation: Operation[object],
    plan: Plan,
    params: Mapping[str, object],
    defaults: Defaults,
    extra: object,
) -> str:
    """What is to be added to the path: the query with its mark, or nothing."""
    own: dict[str, object] = {}
    for keyword, value in params.items():
        name = plan.query.get(keyword)
        if name is not None:
            own[name] = value
    if extra is not None and not is_absent(extra):
        own.update(mapping_option(operation.name, "extra_query", extra))
    pairs = replace_query(operation.name, defaults.query, own)
    mark = "&" if "?" in operation.path else "?"  # some endpoints have a parameter of their own
    return f"{mark}{encode_pairs(pairs)}" if pairs else ""


def _with_call_headers(
    operation: Operation[object], plan: Plan, params: Mapping[str, object], static: _Pairs
) -> _Pairs:
    """The operation's header fields, with what the call adds to or takes from them."""
    extra = params.get("extra_headers")
    if not plan.headers and not extra:
        return static
    added: dict[str, object] = {}
    for keyword, name in plan.headers.items():
        if keyword in params and not is_absent(params[keyword]):
            value = header_value(operation.name, keyword, params[keyword])
            if value is not None:
                added[name] = value
    headers = replace_headers(static, added)
    if extra:
        headers = replace_headers(headers, mapping_option(operation.name, "extra_headers", extra))
    return tuple(headers)
