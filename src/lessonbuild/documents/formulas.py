"""Formulas of the budget model in the words of spreadsheets: names become cells, columns become ranges.

Only functions that every spreadsheet has are written, so that the file calculates alike wherever it is opened.
"""

from dataclasses import dataclass, field

from lessonbuild.model.arithmetic import Call, Expression, Name, Number, parsed
from lessonbuild.model.spreadsheet import BudgetModel, ColumnOf, Spot, divides, is_live, whole_in

_FUNCTIONS = {
    "sum": "SUM({0})",
    "mean": "AVERAGE({0})",
    "count": "COUNT({0})",
    "running": "SUM({0})",
    "min": "MIN({all})",
    "max": "MAX({all})",
    "abs": "ABS({0})",
    "round": "ROUND({0},{1})",
    "irr": "IRR({0})",
    "npv": "NPV({0},{1})*(1+{0})",  # NPV() discounts the first as well, which ours does not
    "capped": "SUMPRODUCT(({0}<={1})*{0}+({0}>{1})*({1}))",
}
_BINDING = {"+": 1, "-": 1, "*": 2, "/": 2}


@dataclass(frozen=True)
class Formulas:
    """Writes the formulas of one copy of the model."""

    model: BudgetModel
    solution: bool
    _may_be_empty: dict[Spot, bool] = field(default_factory=dict)

    def formula(self, spot: Spot) -> str:
        """The formula of a cell, without its sign of equality; one that may have no value yet shows nothing then."""
        said = self._said(self._expression(spot), spot)
        return f'IFERROR({said},"")' if self._is_fragile(spot) else said

    def _expression(self, spot: Spot) -> Expression:
        return parsed(str(self.model.written(spot, self.solution))[1:])

    def _is_fragile(self, spot: Spot) -> bool:
        """Whether it can be without a value, by what it does or by what it is made of."""
        if not is_live(self.model.written(spot, self.solution)):
            return False
        if spot not in self._may_be_empty:
            found = self._expression(spot)
            self._may_be_empty[spot] = divides(found) or any(map(self._is_fragile, self._cells(found, spot)))
        return self._may_be_empty[spot]

    def _cells(self, expression: Expression, here: Spot) -> list[Spot]:
        """The single cells that it is made of; functions pass over the empty ones of a column."""
        match expression:
            case Name(name):
                return [self.model.cell_named(name, here)]
            case Call(_, arguments) as call:
                parts = [part for i, part in enumerate(arguments) if not whole_in(call, i)]
                return [cell for part in parts for cell in self._cells(part, here)]
            case _:
                return []

    def _said(self, expression: Expression, here: Spot, least: int = 0) -> str:
        """In brackets where it binds less than `least` asks for."""
        match expression:
            case Number(value):
                return f"{value:f}"
            case Name(name):
                return self._place(self.model.cell_named(name, here), here)
            case Call("-", (only,)):
                return f"-{self._said(only, here, 3)}"
            case Call(sign, (one, other)) if sign in _BINDING:
                own = _BINDING[sign]
                said = f"{self._said(one, here, own)}{sign}{self._said(other, here, own + (sign in '-/'))}"
                return f"({said})" if own < least else said
            case Call(function, arguments) as call:
                given = [
                    self._range(argument, call, here) if whole_in(call, i) else self._said(argument, here)
                    for i, argument in enumerate(arguments)
                ]
                more = ["0"] if function == "round" and len(given) == 1 else []
                return _FUNCTIONS[function].format(*given, *more, all=",".join(given))

    def _place(self, spot: Spot, here: Spot) -> str:
        row = list(self.model.sheets[spot.sheet].rows).index(spot.row) + 2
        return f"{self._tab(spot.sheet, here)}{self._letter(ColumnOf(spot.sheet, spot.column))}{row}"

    def _range(self, argument: Expression, call: Call, here: Spot) -> str:
        assert isinstance(argument, Name)
        column = self.model.column_named(argument.name, here)
        rows = list(self.model.sheets[column.sheet].rows)
        last = rows.index(here.row) + 2 if call.function == "running" else len(rows) + 1
        letter = self._letter(column)
        return f"{self._tab(column.sheet, here)}{letter}$2:{letter}{last if call.function == 'running' else f'${last}'}"

    def _tab(self, sheet: str, here: Spot) -> str:
        return "" if sheet == here.sheet else f"'{self.model.sheets[sheet].name}'!"

    def _letter(self, column: ColumnOf) -> str:
        return letter(list(self.model.sheets[column.sheet].columns).index(column.column))


def letter(number: int) -> str:
    """The letter of a column counted from 0; a sheet of the model has fewer than 26."""
    return chr(ord("A") + number)
