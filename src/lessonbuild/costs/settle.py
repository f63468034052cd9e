"""Lesson in, lesson out whose numbers are computed: ledgers, figures, the values in texts, the series of charts."""

from collections.abc import Iterator
from typing import Any, TypeVar

from lessonbuild.costs.charts import computed
from lessonbuild.costs.facts import Facts
from lessonbuild.costs.ledgers import Simulation
from lessonbuild.costs.spreadsheets import worked
from lessonbuild.costs.values import Book, ValueProblem, filled
from lessonbuild.costs.values.filters import Showing
from lessonbuild.costs.values.references import REFERENCE
from lessonbuild.model.exhibit import ChartData, TableData
from lessonbuild.model.item import Item
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.scenario import Scenario
from lessonbuild.problems import Problem, SourceError, did_you_mean

T = TypeVar("T", bound=Item)


def settle(lesson: Lesson) -> Lesson:
    """The lesson with every number computed. Raises SourceError with all that cannot be."""
    facts = {name: Facts(Simulation(scenario)) for name, scenario in lesson.scenarios.items()}
    book = Book(lesson, facts)
    showing = Showing(lesson.language, lesson.currency)
    filling = _Filling(book, showing)
    problems = [*_figures(lesson, book)]
    settled = filling.item(lesson)
    charts: dict[str, ChartData] = {}
    problems += _charts(settled, book, showing, charts)
    budget_model = settled.budget_model
    if budget_model:
        budget_model, found = worked(budget_model, book, showing)
        problems += found
    if problems + filling.problems:
        raise SourceError([*problems, *filling.problems])
    ledgers = {name: held.ledger for name, held in facts.items()}
    return settled.model_copy(update={"charts": charts, "budget_model": budget_model}).with_ledgers(ledgers)


def _figures(lesson: Lesson, book: Book) -> Iterator[Problem]:
    """What is wrong with figures, whether a text uses them or not."""
    for name, _ in book.figures():
        try:
            book.value(name)
        except ValueProblem as problem:
            yield Problem(problem.code, str(problem), lesson.place_of("figures", *name.split(".")), problem.hint)


def _charts(lesson: Lesson, book: Book, showing: Showing, found: dict[str, ChartData]) -> Iterator[Problem]:
    """Puts every chart in plain numbers into `found`; what is wrong with the others."""
    for name, chart in lesson.charts.items():
        try:
            found[name] = computed(chart, book, showing)
        except ValueProblem as problem:
            yield Problem(problem.code, str(problem), chart.place, problem.hint)


class _Filling:
    """One walk over a lesson: what is filled with, and the problems met."""

    def __init__(self, book: Book, showing: Showing) -> None:
        self._book, self._showing = book, showing
        self.problems: list[Problem] = []

    def item(self, item: T) -> T:
        changed: dict[str, Any] = {}
        for name in type(item).model_fields:
            before = getattr(item, name)
            after = self._value(before, item, (name,))
            if after is not before:
                changed[name] = after
        return item.model_copy(update=changed) if changed else item

    def _value(self, value: Any, item: Item, path: tuple[str | int, ...]) -> Any:
        if isinstance(value, str):
            return self._text(value, item, path) if "{{" in value else value
        if isinstance(value, Scenario) or path[0] == "figures":
            return value  # what numbers are computed from, not a text
        if isinstance(value, TableData) and (value.rows_over or value.columns_over):
            return self._over_periods(value)
        if isinstance(value, Item):
            return self.item(value)
        if isinstance(value, list):
            return _same([self._value(part, item, (*path, i)) for i, part in enumerate(value)], value)
        if isinstance(value, dict):
            old = list(value.values())
            new = _same([self._value(part, item, (*path, key)) for key, part in value.items()], old)
            return value if new is old else dict(zip(value, new, strict=True))
        return value

    def _text(self, text: str, item: Item, path: tuple[str | int, ...]) -> str:
        return self._texts(text, item, path, [""])[0]

    def _texts(self, text: str, item: Item, path: tuple[str | int, ...], periods: list[str]) -> list[str]:
        """The text filled in each period; where a reference cannot be, each such reference is reported once."""
        bad = [
            match
            for match in REFERENCE.finditer(text)
            if any(self._reported(match, text, item, path, period) for period in periods)
        ]
        return [text if bad else filled(text, self._book, self._showing, period) for period in periods]

    def _over_periods(self, table: TableData) -> TableData:
        """The table with every row and column written out."""
        made = self.item(table.model_copy(update={"rows": [], "rows_over": {}, "columns_over": {}}))
        down, across = self._periods(table, "rows_over"), self._periods(table, "columns_over")
        if down:
            cells = [self._texts(cell, table, ("rows", 0, i), down) for i, cell in enumerate(table.rows[0])]
            rows = [list(row) for row in zip(table.rows_over, *cells, strict=False)]
            return made.model_copy(update={"rows": rows})
        rows = []
        for i, (*first, last) in enumerate(table.rows):
            rows.append(
                [self._text(cell, table, ("rows", i, j)) for j, cell in enumerate(first)]
                + self._texts(last, table, ("rows", i, len(first)), across)
            )
        return made.model_copy(update={"rows": rows, "columns": [*made.columns, *table.columns_over]})

    def _periods(self, table: TableData, field: str) -> list[str]:
        """The names of the periods that a table runs over; one that no scenario has is reported."""
        known = [name for facts in self._book.facts.values() for name in facts.periods]
        names: dict[str, str] = getattr(table, field)
        for label, name in names.items():
            if name not in known:
                hint = did_you_mean(name, known, "periods")
                place = table.place_of(field, label)
                self.problems.append(Problem("unknown-period", f'no scenario has a period "{name}"', place, hint))
        return [name for name in names.values() if name in known]

    def _reported(self, match: Any, text: str, item: Item, path: tuple[str | int, ...], period: str) -> bool:
        try:
            filled(match[0], self._book, self._showing, period)
        except ValueProblem as problem:
            line = text.count("\n", 0, match.start())
            place = item.place_of(str(path[0]), *path[1:], line=line)
            self.problems.append(Problem(problem.code, str(problem), place, problem.hint))
            return True
        return False


def _same(new: list[Any], old: list[Any]) -> list[Any]:
    """The old list where nothing changed, so that what is equal stays identical."""
    return old if all(a is b for a, b in zip(new, old, strict=True)) else new
