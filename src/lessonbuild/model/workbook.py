"""A workbook: sheets of rows, inputs and formulas, free of any format."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


class Kind(Enum):
    """What a column holds, and so how it is shown."""

    TEXT = "text"
    COUNT = "count"
    MONEY = "money"
    PRICE = "price"  # money for one of something: 4,200.00 and 0.023 in one column
    NUMBER = "number"  # with the decimals that it needs
    SHARE = "share"  # 0.25 for 25 percent
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as spreadsheets write it, without the sign of equality, and the value that it has now.

    References count within the sheet's table: the head is row 1, the first row under it row 2. `{column}` and `{row}`
    stand for the cell's own, `{first}` and `{last}` for the first and last row above a total.
    """

    formula: str  # "SUM({column}{first}:{column}{last})", "C2*D2"
    value: Decimal | float | int | str


Plain = str | int | float | Decimal | date | Formula | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell that the reader fills in or changes, or that holds something else than its column does."""

    value: Plain
    open: bool = True
    kind: Kind | None = None  # where it is not its column's
    choices: tuple[str, ...] = ()  # all that may stand in it; nothing: whatever its kind allows


Cell = Plain | Entry


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head and what it holds."""

    head: str
    kind: Kind = Kind.TEXT
    width: int = 0  # in characters; nothing: as wide as what stands in it


@dataclass(frozen=True, slots=True)
class Series:
    """A chart of columns of the sheet, counted from 0, over the column of its categories."""

    class Shape(Enum):
        LINE = "line"
        COLUMN = "column"
        STACKED = "stacked"
        BAR = "bar"

    title: str  # the assertion
    shape: Shape
    categories: int
    columns: tuple[int, ...]
    unit: str
    alt: str
    ends: tuple[float, float] | None = None  # of the axis of values, where these have bounds


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a title in words, one table, and charts of it."""

    name: str  # on its tab: at most 31 characters
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: bool = False  # the last row sums the others
    note: str = ""
    charts: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets under one name."""

    name: str  # also the file name
    title: str
    sheets: tuple[Sheet, ...]
    language: str
    date: str  # ISO; never today's
    currency: str = "USD"
