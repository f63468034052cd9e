"""The arithmetic that an author writes: `conversations * 24000 / 1000000`, `npv(10%, -100, 60, 70)`.

A language of numbers, names and a few functions. It has no loops, no assignments and nothing of Python's, so a lesson
file can compute and never run code. Names may hold hyphens, so a minus between names stands in spaces.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?%?)|(?P<name>[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*)|(?P<sign>[-+*/(),]))"
)
_DEEPEST = 40  # brackets within brackets; nobody reads more, and Python's own stack is finite


class ExpressionError(ValueError):
    """What is wrong with an expression, and what to write instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was written; `28%` is 0.28."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """A value by its dotted name."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """An operator (`+ - * /`) or a function with its arguments."""

    function: str
    arguments: tuple["Expression", ...]


Expression: TypeAlias = Number | Name | Call
Lookup: TypeAlias = Callable[[str], Any]

OPERATORS: Mapping[str, Callable[..., Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b=None: -a if b is None else a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}


def parsed(text: str) -> Expression:
    """The expression in a text. Raises ExpressionError."""
    reader = _Reader(text)
    found = reader.sum()
    if reader.next:
        raise ExpressionError(f'"{reader.next}" stands where the expression should end', "is an operator missing?")
    return found


def names(expression: Expression) -> Iterator[str]:
    """Every name in it, in the order in which they stand."""
    if isinstance(expression, Name):
        yield expression.name
    elif isinstance(expression, Call):
        for argument in expression.arguments:
            yield from names(argument)


def calls(expression: Expression) -> Iterator[Call]:
    """Every function that it calls, operators left out."""
    if isinstance(expression, Call):
        if expression.function not in OPERATORS:
            yield expression
        for argument in expression.arguments:
            yield from calls(argument)


def evaluated(
    expression: Expression,
    lookup: Lookup,
    functions: Mapping[str, Callable[..., Any]],
    number: Callable[[Decimal], Any] = Decimal,
) -> Any:
    """Its value. `lookup` gives the value of a name, `number` the type of numbers: Decimal, or float for speed.

    Raises ExpressionError for an unknown function or a division by zero, and whatever `lookup` raises.
    """
    match expression:
        case Number(value):
            return number(value)
        case Name(name):
            return lookup(name)
        case Call(function, arguments):
            act = OPERATORS.get(function) or functions.get(function)
            if act is None:
                raise ExpressionError(f'there is no function "{function}"', f"there are {', '.join(functions)}")
            given = [evaluated(argument, lookup, functions, number) for argument in arguments]
            return _done(act, function, given)


def _done(act: Callable[..., Any], function: str, given: list[Any]) -> Any:
    try:
        return act(*given)
    except ZeroDivisionError:
        raise ExpressionError("the expression divides by zero") from None
    except ArithmeticError:
        raise ExpressionError(f'"{function}" has no value here') from None
    except TypeError:
        said = f'"{function}" does not take {len(given)} values of these kinds'
        raise ExpressionError(said, "it takes numbers, and dates only where a number of days is meant") from None


class _Reader:
    """Reads tokens from left to right: sum → product → factor."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._depth = text, 0, 0
        self.next = ""
        self._kind = ""
        self._advance()

    def _advance(self) -> str:
        taken = self.next
        rest = self._text[self._at :]
        if not rest.strip():
            self.next, self._kind = "", "end"
            return taken
        token = _TOKEN.match(self._text, self._at)
        if not token:
            raise ExpressionError(f'cannot read "{rest.strip()[:20]}" here', "numbers, names, + - * / and brackets")
        self._at, self._kind = token.end(), str(token.lastgroup)
        self.next = token[self._kind]
        return taken

    def sum(self) -> Expression:
        found = self._product()
        while self.next in ("+", "-"):
            found = Call(self._advance(), (found, self._product()))
        return found

    def _product(self) -> Expression:
        found = self._factor()
        while self.next in ("*", "/"):
            found = Call(self._advance(), (found, self._factor()))
        return found

    def _factor(self) -> Expression:
        if self._kind == "number":
            written = self._advance()
            return Number(Decimal(written.rstrip("%")) / (100 if written.endswith("%") else 1))
        if self._kind == "name":
            name = self._advance()
            return Call(name, self._arguments()) if self.next == "(" else Name(name)
        if self.next == "-":
            self._advance()
            return Call("-", (self._factor(),))
        if self.next == "(":
            return self._arguments(1)[0]
        what = f'"{self.next}"' if self.next else "the end"
        raise ExpressionError(f"{what} stands where a number or a name is expected")

    def _arguments(self, most: int = 0) -> tuple[Expression, ...]:
        """What stands in brackets, separated by commas."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ExpressionError(f"more than {_DEEPEST} brackets stand within each other", "give parts a name")
        self._advance()
        found = [self.sum()]
        while self.next == "," and len(found) != most:
            self._advance()
            found.append(self.sum())
        if self.next != ")":
            raise ExpressionError("a closing bracket is missing")
        self._advance()
        self._depth -= 1
        return tuple(found)
