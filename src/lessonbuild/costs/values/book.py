"""Every value of a lesson by its name: of its scenarios, of its public sources, and the figures made of both."""

from collections.abc import Iterator, Mapping
from copy import copy
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from lessonbuild.costs.facts import Facts, UnknownFactError
from lessonbuild.costs.values.functions import FUNCTIONS
from lessonbuild.model.arithmetic import ExpressionError, evaluated, parsed
from lessonbuild.model.lesson import Lesson
from lessonbuild.problems import did_you_mean

Value: TypeAlias = Decimal | date | str


class ValueProblem(ValueError):  # noqa: N818 (it becomes a Problem)
    """A value that cannot be had, and what to do about it."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.hint = code, hint


class Book:
    """Looks values up. A figure is computed when it is first asked for."""

    def __init__(self, lesson: Lesson, facts: Mapping[str, Facts]) -> None:
        self.facts = facts
        self._figures = dict(_leaves(lesson.figures))
        self._sources = {name: source.value for name, source in lesson.sources.items()}
        self._known: dict[str, Value | None] = {}
        self._open: list[str] = []

    def otherwise(self, name: str, value: Decimal) -> "Book":
        """The same book in which one figure has another value, to see what depends on it. Raises ValueProblem."""
        self.value(name)
        other = copy(self)
        other._figures, other._known, other._open = dict(self._figures), {name: value}, []
        return other

    def value(self, name: str, period: str = "") -> Value:
        """The value of that name; in a chart or table, in one period of its scenario. Raises ValueProblem."""
        found = self.measured(name, period)
        if found is None:
            when = f' in "{period}"' if period else ""
            raise ValueProblem("no-value", f'"{name}" has no value{when}: there is nothing to measure', "")
        return found

    def measured(self, name: str, period: str = "") -> Value | None:
        """The same, and None where there is nothing to measure. Raises ValueProblem for an unknown name."""
        first, _, rest = name.partition(".")
        if name in self._figures:
            return self._figure(name)
        if first == "sources" and rest in self._sources:
            return self._sources[rest]
        if first in self.facts and rest:
            try:
                return self.facts[first].value(rest, period)
            except UnknownFactError:
                if period and period not in (periods := self.facts[first].periods):
                    message = f'"{first}" has no period "{period}"'
                    raise ValueProblem("unknown-period", message, did_you_mean(period, periods, "periods")) from None
        raise ValueProblem("unknown-value", f'unknown value "{name}"', did_you_mean(name, self.names(), "values"))

    def computed(self, written: Any, period: str = "") -> Value | None:
        """The value of an expression, and None where a part of it has none. Raises ValueProblem."""
        if isinstance(written, (int, float)):
            return Decimal(repr(written))
        gaps: list[str] = []

        def lookup(name: str) -> Any:
            found = self.measured(name, period)
            gaps.extend([name] if found is None else [])
            return Decimal(1) if found is None else found

        try:
            value = evaluated(parsed(str(written)), lookup, FUNCTIONS)
        except ExpressionError as error:
            if gaps:
                return None
            raise ValueProblem("arithmetic", f"{error}: {written}", error.hint) from None
        if gaps:
            return None
        return value if isinstance(value, (Decimal, date, str)) else Decimal(str(value))

    def names(self) -> Iterator[str]:
        """What can be asked for, for hints."""
        yield from self._figures
        yield from (f"sources.{name}" for name in self._sources)
        yield from (f"{scenario}.{name}" for scenario, facts in self.facts.items() for name in facts.names())

    def _figure(self, name: str) -> Value | None:
        if name in self._open:
            ring = " → ".join([*self._open[self._open.index(name) :], name])
            raise ValueProblem("circular-value", f"figures are made of each other: {ring}", "type one of them")
        if name not in self._known:
            self._open.append(name)
            try:
                self._known[name] = self.computed(self._figures[name])
            finally:
                self._open.pop()
        return self._known[name]

    def figures(self) -> Iterator[tuple[str, Any]]:
        """Each figure as it was written, with its name."""
        yield from self._figures.items()


def _leaves(tree: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in tree.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{above}{name}.")
        else:
            yield above + name, value
