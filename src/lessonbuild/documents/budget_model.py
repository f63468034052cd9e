"""The budget model: what teams calculate with, and the facilitator's copy with the cells filled in."""

from datetime import date
from decimal import Decimal

from lessonbuild.documents.formulas import Formulas
from lessonbuild.documents.publication import words_of
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.spreadsheet import BudgetModel, SheetChart, SheetData, Spot, is_live
from lessonbuild.model.workbook import Cell, Column, Entry, Formula, Kind, Plain, Series, Sheet, Workbook

_KINDS = {
    "text": Kind.TEXT,
    "count": Kind.COUNT,
    "money": Kind.MONEY,
    "price": Kind.PRICE,
    "number": Kind.NUMBER,
    "percent": Kind.SHARE,
    "date": Kind.DATE,
}


def budget_model(lesson: Lesson) -> tuple[Workbook, ...]:
    """The learners' copy, where the lesson has a budget model."""
    return _workbook(lesson, solution=False)


def budget_model_solution(lesson: Lesson) -> tuple[Workbook, ...]:
    """The facilitator's copy."""
    return _workbook(lesson, solution=True)


def _workbook(lesson: Lesson, *, solution: bool) -> tuple[Workbook, ...]:
    if not lesson.budget_model or not lesson.budget_model.worked(solution):
        return ()
    copy = _Copy(lesson.budget_model, solution, words_of(lesson)("form.total"))
    title = lesson.budget_model.title
    if solution:
        title = words_of(lesson)("workbook.solution", title=title)
    sheets = tuple(copy.sheet(name) for name in lesson.budget_model.sheets)
    name = "budget-model-solution" if solution else "budget-model"
    return (Workbook(name, title, sheets, lesson.language, lesson.date, lesson.currency),)


class _Copy:
    """One copy of the model on its way into a workbook."""

    def __init__(self, model: BudgetModel, solution: bool, total: str) -> None:
        self._model, self._solution, self._total = model, solution, total
        self._values, self._formulas = model.worked(solution), Formulas(model, solution)

    def sheet(self, name: str) -> Sheet:
        data = self._model.sheets[name]
        rows = [tuple(self._cell(Spot(name, row, column)) for column in data.columns) for row in data.rows]
        if data.total:
            rows.append(self._sums(name, data))
        columns = tuple(Column(one.head, _KINDS[one.kind], one.width or 0) for one in data.columns.values())
        charts = tuple(_chart(one, data) for one in data.charts)
        return Sheet(data.name, data.title, columns, tuple(rows), bool(data.total), data.note, charts)

    def _cell(self, spot: Spot) -> Cell:
        held, column = self._plain(spot), self._model.sheets[spot.sheet].columns[spot.column]
        kind = _KINDS[self._model.kind(spot)]
        own = None if kind is _KINDS[column.kind] else kind
        if self._model.is_open(spot):
            return Entry(held, kind=own, choices=tuple(column.choices))
        return Entry(held, open=False, kind=own) if own else held

    def _plain(self, spot: Spot) -> Plain:
        value = self._values[spot]
        if not is_live(self._model.written(spot, self._solution)):
            return value
        now = "" if value is None else value.isoformat() if isinstance(value, date) else value
        return Formula(self._formulas.formula(spot), now)

    def _sums(self, name: str, data: SheetData) -> tuple[Cell, ...]:
        """The last row: its word under the first column, the sums under theirs."""
        cells: list[Cell] = []
        for number, column in enumerate(data.columns):
            if column in data.total:
                held = [self._values[Spot(name, row, column)] for row in data.rows]
                value = sum((part for part in held if isinstance(part, Decimal)), Decimal(0))
                cells.append(Formula("SUM({column}{first}:{column}{last})", value))
            else:
                cells.append(self._total if number == 0 else None)
        return tuple(cells)


def _chart(chart: SheetChart, data: SheetData) -> Series:
    order = list(data.columns)
    columns = tuple(order.index(column) for column in chart.columns)
    return Series(chart.title, Series.Shape(chart.kind), order.index(chart.over), columns, chart.unit, chart.insight)
