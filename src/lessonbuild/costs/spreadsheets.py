"""The budget model worked out: the rows of time, the figures that it starts from, and what its formulas give now.

A spreadsheet shows what stands in the file until it works the formulas out itself, and a preview on a phone never
does. So each copy, the learners' and the facilitator's, holds the values of its own formulas.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any, TypeAlias

from lessonbuild.costs.charts.made import facts_of, labels, periods
from lessonbuild.costs.measures import investment
from lessonbuild.costs.values import Book, ValueProblem
from lessonbuild.costs.values.filters import Showing
from lessonbuild.model.arithmetic import OPERATORS, Call, Expression, ExpressionError, Name, Number, parsed
from lessonbuild.model.spreadsheet import (
    FUNCTIONS,
    PERIOD,
    BudgetModel,
    SheetCell,
    SheetData,
    Spot,
    is_live,
    whole_in,
)
from lessonbuild.problems import Problem, did_you_mean

Value: TypeAlias = Decimal | date | str | None
_NOTHING = Decimal(0)


def worked(model: BudgetModel, book: Book, showing: Showing) -> tuple[BudgetModel, list[Problem]]:
    """The model with its values, and all that cannot be worked out."""
    problems: list[Problem] = []
    days: dict[Spot, date] = {}
    sheets = {}
    for name, sheet in model.sheets.items():
        try:
            sheets[name] = _with_rows(name, sheet, book, showing, days)
        except ValueProblem as problem:
            return model, [Problem(problem.code, str(problem), sheet.place_of("over"), problem.hint)]
    model = model.model_copy(update={"sheets": sheets})
    problems += _faults(model)
    copies = {}
    for solution in (False, True):
        copy = _Copy(model, solution, book, days)
        copies[solution] = {spot: copy.shown(spot) for spot in model.spots()}
        problems += copy.problems
    once = {
        (problem.code, problem.place): problem for problem in reversed(problems)
    }  # a column's fill is all its rows'
    return model.with_values(copies[False], copies[True]), list(reversed(once.values()))


def _with_rows(name: str, sheet: SheetData, book: Book, showing: Showing, days: dict[Spot, date]) -> SheetData:
    """The sheet with a row for each period, if it runs over time, and with its blank rows."""
    rows: dict[str, dict[str, SheetCell]] = {}
    if over := sheet.over:
        held = periods(facts_of(over.scenario, book), over.by, over.from_, over.to)
        for (period, within), label in zip(held, labels(held, over.by, showing), strict=True):
            rows[period] = {PERIOD: SheetCell(value=label)}
            days[Spot(name, period, PERIOD)] = within[0]
    rows |= sheet.rows
    rows |= {f"blank-{number}": {} for number in range(1, sheet.blank + 1)}
    return sheet.model_copy(update={"rows": rows})


def _faults(model: BudgetModel) -> Iterator[Problem]:
    """Columns that are spoken of and are not there."""
    for sheet in model.sheets.values():
        spoken = [
            *((("rows", row, column), column) for row, cells in sheet.rows.items() for column in cells),
            *((("total", number), column) for number, column in enumerate(sheet.total)),
            *((("charts", n, "over"), chart.over) for n, chart in enumerate(sheet.charts)),
            *((("charts", n, "columns"), column) for n, chart in enumerate(sheet.charts) for column in chart.columns),
        ]
        for (field, *inside), column in spoken:
            if column not in sheet.columns and not (sheet.over and column == PERIOD and field == "rows"):
                hint = did_you_mean(column, sheet.columns, "columns")
                place = sheet.place_of(str(field), *inside)
                yield Problem("unknown-id", f'"{column}" is no column of the sheet', place, hint)
        if sheet.over and PERIOD not in sheet.columns:
            message = f"a sheet over time has a column `{PERIOD}`, which says which row is when"
            yield Problem("unknown-id", message, sheet.place_of("columns"), f"{PERIOD}: {{head: Month}}")


class _Copy:
    """One copy of the model while its cells are worked out; each when it is first asked for."""

    def __init__(self, model: BudgetModel, solution: bool, book: Book, days: dict[Spot, date]) -> None:
        self._model, self._solution, self._book, self._days = model, solution, book, days
        self._known: dict[Spot, Value] = {}
        self._open: list[Spot] = []
        self._broken: set[Spot] = set()
        self.problems: list[Problem] = []

    def shown(self, spot: Spot) -> Value:
        """What the cell holds; what is wrong with it becomes a problem at its place."""
        if spot in self._known:
            return self._known[spot]
        if spot in self._open:
            ring = " → ".join(f"{one.sheet}.{one.row}.{one.column}" for one in [*self._open, spot])
            raise ValueProblem("circular-value", f"cells are made of each other: {ring}")
        self._open.append(spot)
        try:
            self._known[spot] = self._value(spot)
        except (ValueProblem, ExpressionError) as problem:
            code = problem.code if isinstance(problem, ValueProblem) else "arithmetic"
            self.problems.append(Problem(code, str(problem), self._place(spot), problem.hint))
            self._known[spot] = None
        finally:
            self._open.pop()
        return self._known[spot]

    def _place(self, spot: Spot) -> Any:
        """Where it was written: in its row, or for all rows of its column."""
        sheet = self._model.sheets[spot.sheet]
        cell = sheet.rows[spot.row].get(spot.column)
        if isinstance(cell, SheetCell):
            return cell.place_of("answer" if self._solution and cell.answer else "start" if cell.start else "value")
        return (
            sheet.columns[spot.column].place_of("fill")
            if cell is None
            else sheet.place_of("rows", spot.row, spot.column)
        )

    def _value(self, spot: Spot) -> Value:
        if spot in self._days:
            return self._days[spot] if self._model.kind(spot) == "date" else self._text(spot)
        written = self._model.written(spot, self._solution)
        if not written:
            return None
        if is_live(written):
            return self._worked(parsed(written[1:]), spot)
        if self._model.kind(spot) == "text":
            return written
        return self._book.computed(written, spot.row if self._model.sheets[spot.sheet].over else "")

    def _text(self, spot: Spot) -> str:
        return str(self._model.written(spot, self._solution))

    def _worked(self, expression: Expression, here: Spot) -> Value:
        """The value of a formula; None where a part of it has none, as a spreadsheet would show nothing."""
        match expression:
            case Number(value):
                return value
            case Name(name):
                return self._cell(self._model.cell_named(name, here))
            case Call(function, arguments):
                return self._called(expression, function, arguments, here)

    def _cell(self, spot: Spot) -> Value:
        found = self.shown(spot)
        empty = found is None and not is_live(self._model.written(spot, self._solution))
        return _NOTHING if empty and self._model.kind(spot) != "text" else found

    def _called(self, call: Call, function: str, arguments: tuple[Expression, ...], here: Spot) -> Value:
        if function not in OPERATORS and function not in FUNCTIONS:
            hint = did_you_mean(function, FUNCTIONS, "functions")
            raise ExpressionError(f'there is no function "{function}" in a spreadsheet\'s formula', hint)
        given = [self._argument(call, i, argument, here) for i, argument in enumerate(arguments)]
        if any(part is None for part in given):
            return None
        try:
            found = (OPERATORS.get(function) or _ACTS[function])(*given)
        except (ZeroDivisionError, InvalidOperation):
            return None
        except TypeError:
            raise ExpressionError(
                f'"{function}" does not take what it is given here', _TAKES.get(function, "")
            ) from None
        return found if found is None else Decimal(found)

    def _argument(self, call: Call, number: int, argument: Expression, here: Spot) -> Any:
        if not whole_in(call, number):
            return self._worked(argument, here)
        if not isinstance(argument, Name):
            raise ExpressionError(f'"{call.function}" takes a whole column', _TAKES[call.function])
        found = self._model.column_named(argument.name, here)
        rows = list(self._model.sheets[found.sheet].rows)
        if call.function == "running":
            rows = rows[: rows.index(here.row) + 1]
        return [self.shown(Spot(found.sheet, row, found.column)) for row in rows]


def _numbers(column: list[Value]) -> list[Decimal]:
    """The numbers of a column; a spreadsheet passes over empty cells."""
    return [value for value in column if isinstance(value, Decimal)]


def _sum(column: list[Value]) -> Decimal:
    return sum(_numbers(column), _NOTHING)


def _round(value: Decimal, places: Decimal = _NOTHING) -> Decimal:
    """As spreadsheets do: half away from zero."""
    return value.quantize(Decimal(1).scaleb(-int(places)), ROUND_HALF_UP)


def _capped(column: list[Value], most: Decimal) -> Decimal:
    return sum((min(value, most) for value in _numbers(column)), _NOTHING)


_ACTS: dict[str, Callable[..., Decimal | None]] = {
    "sum": _sum,
    "mean": lambda column: _sum(column) / len(_numbers(column)),
    "count": lambda column: Decimal(len(_numbers(column))),
    "running": _sum,
    "capped": _capped,
    "npv": lambda rate, column: investment.npv(rate, _numbers(column)),
    "irr": lambda column: investment.irr(_numbers(column)),
    "min": min,
    "max": max,
    "abs": abs,
    "round": _round,
}
_TAKES = {
    "sum": "sum(column)",
    "mean": "mean(column)",
    "count": "count(column)",
    "running": "running(column): the sum down to this row",
    "capped": "capped(column, the most that counts of each cell)",
    "npv": "npv(rate, column), the first row undiscounted",
    "irr": "irr(column)",
}
