"""The formula that makes one score of several."""

from __future__ import annotations

import ast
import math
from typing import TYPE_CHECKING, Final

from triopenai.testing._answer import ApiError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["evaluate"]

_OPERATIONS: Final[Mapping[type[ast.operator], Callable[[float, float], float]]] = {
    ast.Add: lambda left, right: left + right,
    ast.Sub: lambda left, right: left - right,
    ast.Mult: lambda left, right: left * right,
    ast.Div: lambda left, right: left / right,
    ast.Pow: math.pow,
}
_FUNCTIONS: Final[Mapping[str, Callable[..., float]]] = {
    "min": min,
    "max": max,
    "abs": math.fabs,
    "floor": math.floor,
    "ceil": math.ceil,
    "exp": math.exp,
    "sqrt": math.sqrt,
    "log": math.log,
}


def evaluate(formula: str, names: Mapping[str, float]) -> float:
    """The value of a formula such as ``(a + 2 * b) / 3``.

    Raises:
        ApiError: It is none, or has none (400).
    """
    try:
        return _value(ast.parse(formula.replace("^", "**"), mode="eval").body, names)
    except (SyntaxError, LookupError, TypeError, ArithmeticError, ValueError) as error:
        message = f"The formula '{formula}' has no value: {error}."
        raise ApiError(400, message, param="calculate_output", code="invalid_formula") from None


def _value(node: ast.expr, names: Mapping[str, float]) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.Name(id=name):
            return names[name]
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATIONS[type(op)](_value(left, names), _value(right, names))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, names)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
            return _FUNCTIONS[name](*(_value(one, names) for one in args))
        case _:
            raise ValueError(ast.unparse(node))
