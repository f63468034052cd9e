"""A budget model: sheets that learners calculate with, and what the facilitator's copy holds in their place.

What is written in a cell begins with `=` where the spreadsheet shall work it out: `= quantity * price`. Names are those
of columns and rows, not letters: `price` is the cell of that column in the same row, `inputs.growth.value` the cell of
a row of another sheet, `inputs.growth` the same where the column is called `value`. All else in a column of numbers is
arithmetic over the lesson's figures, worked out by the build: `halden.price.ga8`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field, PrivateAttr, model_validator

from lessonbuild.model.arithmetic import Call, Expression, ExpressionError
from lessonbuild.model.exhibit import Over
from lessonbuild.model.item import Id, Item
from lessonbuild.model.scenario import as_written

SheetKind = Literal["text", "count", "money", "price", "number", "percent", "date"]
Words = Annotated[str, Field(min_length=1)]
Written = Annotated[str, BeforeValidator(as_written)]
"""A text, a number, arithmetic over figures, or what the spreadsheet works out."""
PERIOD = "period"  # the column that a sheet over time gets by itself
VALUE = "value"  # the column that is meant where a row is named alone

WHOLE = frozenset({"sum", "mean", "count", "npv", "irr", "running", "capped"})
"""Functions whose arguments are whole columns; in all others, a column stands for its cell in the same row."""
FUNCTIONS = frozenset({*WHOLE, "min", "max", "abs", "round"})


class SheetCell(Item):
    """A cell. Written without keys, it holds that for all; with `start` or `answer`, it is open to readers."""

    value: Written | None = None
    """What stands in it, for all."""
    start: Written | None = None
    """What learners find in it, and may change."""
    answer: Written | None = None
    """What the facilitator's copy holds; learners find the cell empty, unless it has a start."""
    kind: SheetKind | None = None
    """What it holds, where that is not what its column does."""

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, data: Any) -> Any:
        """What is written without keys."""
        return data if isinstance(data, (dict, SheetCell)) else {"value": data}


class SheetColumn(Item):
    """A column: its head, what it holds, and what stands in it where a row says nothing."""

    head: Words
    kind: SheetKind = "text"
    fill: Written | None = None
    """What stands in every row that says nothing else. In a sheet over time, figures are those of the row's period."""
    open: bool = False
    """Whether cells that say nothing are open to the reader."""
    width: Annotated[int, Field(ge=4, le=60)] | None = None
    """In characters: room for what readers will write. Without it, a column is as wide as what stands in it."""
    choices: list[Annotated[str, Field(pattern=r"^[^,]+$")]] = []
    """All that open cells may hold; no choice has a comma."""


class SheetChart(Item):
    """A native chart of a sheet's columns."""

    title: Words
    kind: Literal["line", "column", "stacked", "bar"]
    over: Id
    """The column of its categories."""
    columns: list[Id] = Field(min_length=1)
    unit: Words
    insight: Words
    """What it shows, for those who cannot see it."""


class SheetData(Item):
    """One sheet: a title, a note, a table, charts of it."""

    name: Annotated[str, Field(min_length=1, max_length=31, pattern=r"^[^\[\]:*?/\\']+$")]
    """On its tab."""
    title: Words
    note: str = ""
    columns: dict[Id, SheetColumn] = Field(min_length=1)
    rows: dict[Id, dict[Id, SheetCell]] = {}
    """The cells of each row, by column."""
    over: Over | None = None
    """A row for each month, week or day of a scenario; the column `period` says which."""
    blank: Annotated[int, Field(ge=0, le=200)] = 0
    """Rows that follow, empty but for what columns fill them with."""
    total: list[Id] = []
    """The columns that a last row sums."""
    charts: list[SheetChart] = []


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell is: the ids of its sheet, row and column."""

    sheet: str
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class ColumnOf:
    """A whole column of a sheet, without its total."""

    sheet: str
    column: str


Worked: TypeAlias = Mapping[Spot, Decimal | date | str | None]
"""What each cell holds; None of what is empty, or cannot be worked out while something else is."""


class BudgetModel(Item):
    """The spreadsheet that learners calculate with."""

    title: Words
    sheets: dict[Id, SheetData] = Field(min_length=1)

    _worked: dict[bool, Worked] = PrivateAttr(default_factory=dict)

    def worked(self, solution: bool) -> Worked:
        """Every cell as it stands in one of the two copies; empty before the lesson is settled."""
        return self._worked.get(solution, {})

    def with_values(self, learners: Worked, solution: Worked) -> "BudgetModel":
        """The model with every cell worked out."""
        settled = self.model_copy()
        settled._worked = {False: learners, True: solution}
        return settled

    def spots(self) -> Iterator[Spot]:
        """Every cell, sheet by sheet and row by row."""
        for sheet, data in self.sheets.items():
            for row in data.rows:
                yield from (Spot(sheet, row, column) for column in data.columns)

    def written(self, spot: Spot, solution: bool) -> str | None:
        """What was written for a cell of one of the copies."""
        cell = self.cell(spot)
        if cell is None:
            return self.sheets[spot.sheet].columns[spot.column].fill
        return cell.value or (cell.answer if solution and cell.answer is not None else cell.start)

    def is_open(self, spot: Spot) -> bool:
        """Whether readers may write in it."""
        cell = self.cell(spot)
        return cell.value is None if cell else self.sheets[spot.sheet].columns[spot.column].open

    def cell(self, spot: Spot) -> SheetCell | None:
        """What its row says of it; none where the column speaks for it."""
        return self.sheets[spot.sheet].rows[spot.row].get(spot.column)

    def kind(self, spot: Spot) -> SheetKind:
        """What it holds."""
        cell = self.cell(spot)
        return (cell.kind if cell else None) or self.sheets[spot.sheet].columns[spot.column].kind

    def cell_named(self, name: str, here: Spot) -> Spot:
        """The cell that a name in a cell stands for. Raises ExpressionError."""
        column, path = self._column(name, here), name.split(".")
        if column and here.row in self.sheets[column.sheet].rows:
            return Spot(column.sheet, here.row, column.column)
        if len(path) in (2, 3) and (sheet := self.sheets.get(path[0])) and path[1] in sheet.rows:
            held = path[2] if len(path) == 3 else VALUE
            if held in sheet.columns:
                return Spot(path[0], path[1], held)
        raise ExpressionError(f'"{name}" is no cell of the budget model', self._nearest(path, here))

    def column_named(self, name: str, here: Spot) -> ColumnOf:
        """The whole column that a name in a cell stands for. Raises ExpressionError."""
        if found := self._column(name, here):
            return found
        raise ExpressionError(f'"{name}" is no column of the budget model', self._nearest(name.split("."), here))

    def _column(self, name: str, here: Spot) -> ColumnOf | None:
        sheet, _, column = name.rpartition(".")
        sheet = sheet or here.sheet
        return ColumnOf(sheet, column) if sheet in self.sheets and column in self.sheets[sheet].columns else None

    def _nearest(self, path: list[str], here: Spot) -> str:
        if len(path) > 1 and path[0] not in self.sheets:
            return f"the sheets are {', '.join(self.sheets)}"
        sheet = self.sheets[path[0] if len(path) > 1 else here.sheet]
        if len(path) == 3 and path[1] in sheet.rows:
            return f"its columns are {', '.join(sheet.columns)}"
        return f"its columns are {', '.join(sheet.columns)}; its rows {', '.join(list(sheet.rows)[:20])}"


def whole_in(call: Call, number: int) -> bool:
    """Whether the argument of that number, from 0, is a whole column: a rate or a limit is a cell."""
    cells = {"npv": (0,), "capped": (1,)}
    return call.function in WHOLE and number not in cells.get(call.function, ())


def is_live(written: str | None) -> bool:
    """Whether the spreadsheet works it out."""
    return bool(written) and str(written).startswith("=")


def divides(expression: Expression) -> bool:
    """Whether it can be without a value: it divides, or looks for a rate of return."""
    match expression:
        case Call(function, arguments):
            return function in ("/", "mean", "irr") or any(map(divides, arguments))
        case _:
            return False
