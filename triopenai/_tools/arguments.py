"""The keywords of each method as TypedDicts, for type checkers: its params type and `RequestOptions`.

A TypedDict cannot leave out or narrow a key that it inherits. So a class derives from the params type where
all of its keys are wanted as they are, and takes over the fields one by one (from the text of the generated
params module) where one of them decides the type of the answer or stands in `RequestOptions` as well.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai._tools.areas import class_name
from triopenai._tools.arguments_module import ArgumentsModule
from triopenai._tools.layout import literal
from triopenai._tools.operations import place
from triopenai._tools.params import Field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from triopenai._tools.params import ParamsBook
    from triopenai._tools.surface import Method

__all__ = ["Arguments", "Signature"]

_SHARED: Final = "idempotency_key"  #: a keyword of two methods and an option of all
_LITERAL: Final = ("typing", "Literal")
_TEXT: Final = Field.of("str", required=True)
_ONCE: Final = Field.of("Literal[False] | None", _LITERAL)
_ANYTHING: Final = Field.of("object")


@final
@attrs.frozen
class Signature:
    """How a method takes its keywords.

    Attributes:
        main: The class of the whole signature; None where there are only the request options.
        once: The class without `stream`, or with a false one.
        stream: The class with a true `stream`.
        variants: Classes that between them make up the whole, for bodies that are unions.
        by_value: Where a keyword decides the type of the answer: class and type reference.
    """

    main: str | None = None
    once: str | None = None
    stream: str | None = None
    variants: tuple[str, ...] = ()
    by_value: tuple[tuple[str, str], ...] = ()


@final
class Arguments:
    """The modules of TypedDicts, and what each method needs of them."""

    def __init__(self, methods: Sequence[Method], params: ParamsBook) -> None:
        self._methods = methods
        self._params = params
        self._modules: defaultdict[str, ArgumentsModule] = defaultdict(ArgumentsModule)
        self._signatures = {method.dotted: self._signature(method) for method in methods}

    def of(self, method: Method) -> Signature:
        """How a method takes its keywords."""
        return self._signatures[method.dotted]

    def modules(self) -> Mapping[str, str]:
        """The text of each area's module."""
        return {area: module.text(area) for area, module in sorted(self._modules.items())}

    def _signature(self, method: Method) -> Signature:
        if not method.keywords:
            return Signature()
        module = self._modules[method.area].about(method.dotted)
        name = f"{class_name(method.dotted)}Args"
        if method.params is None:
            fields = dict.fromkeys(method.path_params[:-1], _TEXT)
            module.add(name, [], fields | {key: self._like(method, key) for key in method.headers})
            return Signature(name)
        area, params = place(method.params)
        if method.result_by is not None:
            return self._by_value(method, module, name)
        if method.event is not None and not method.stream_only:
            module.add(
                name, [self._params.place(area, f"{params}Base")], {"stream": self._stream(area, params)}
            )
            module.add(f"{name}Once", [self._params.place(area, f"{params}NonStreaming")])
            module.add(f"{name}Stream", [self._params.place(area, f"{params}Streaming")])
            return Signature(name, once=f"{name}Once", stream=f"{name}Stream")
        if members := self._params.members(area, params):
            return self._variants(method, module, name, [(area, member) for member in members])
        if _SHARED in method.headers:
            fields = self._params.fields(area, params)
            module.add(name, [], {key: field for key, field in fields.items() if key != _SHARED})
        else:
            module.add(name, [self._params.place(area, params)])
        return Signature(name)

    def _stream(self, area: str, params: str) -> Field:
        """`stream` where it may be either; null where the API takes it for false."""
        once = ast.unparse(self._params.fields(area, f"{params}NonStreaming")["stream"].annotation)
        return Field.of("bool | None" if "None" in once else "bool")

    def _like(self, method: Method, key: str) -> Field:
        """A keyword as another method of the resource has it."""
        for other in self._methods:
            if other.resource == method.resource and other.params is not None and key in other.headers:
                area, params = place(other.params)
                return self._params.fields(area, f"{params}Base" if other.event else params)[key]
        msg = f"no method of {method.resource} says what {key} is"
        raise LookupError(msg)

    def _variants(
        self, method: Method, module: ArgumentsModule, name: str, members: Sequence[tuple[str, str]]
    ) -> Signature:
        module.add(name, [], dict.fromkeys(method.keywords, _ANYTHING))
        names: list[str] = []
        for number, (area, member) in enumerate(members, start=1):
            names.append(f"{name}{number}")
            module.add(names[-1], [self._params.place(area, member)])
        return Signature(name, variants=tuple(names))

    def _by_value(self, method: Method, module: ArgumentsModule, name: str) -> Signature:
        area, params = place(method.params or "")
        key, results = method.result_by or ("", {})
        base = params if method.event is None else f"{params}Base"
        streams = {} if method.event is None else {"stream": self._stream(area, params)}
        module.add(name, [self._params.place(area, base)], streams)
        fields = self._params.fields(area, base)
        del fields[key]
        module.add(f"{name}Rest", [], fields)
        values: defaultdict[str, list[str]] = defaultdict(list)
        for value, result in results.items():
            values[result].append(value)
        by_value: list[tuple[str, str]] = []
        for result, group in values.items():
            its_values = f"Literal[{', '.join(map(literal, group))}]"
            field = Field.of(its_values, _LITERAL, required=bool(by_value))
            by_value.append((f"{name}{class_name(group[0])}", result))
            once = {} if method.event is None else {"stream": _ONCE}
            module.add(by_value[-1][0], [("", f"{name}Rest")], {key: field} | once, options=False)
        if method.event is None:
            return Signature(name, by_value=tuple(by_value))
        module.add(f"{name}Stream", [self._params.place(area, f"{params}Streaming")])
        return Signature(name, stream=f"{name}Stream", by_value=tuple(by_value))
