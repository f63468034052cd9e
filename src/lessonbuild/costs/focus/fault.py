"""A fault, and the table in which it is looked for."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation

_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")

Cell = str | None  # as a CSV file has it; None where FOCUS says null
Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that is not kept, and where: the number of each row that breaks it, 1 being the first under the head."""

    code: str
    column: str
    rows: tuple[int, ...]  # none of a fault of the column itself
    text: str  # the rule


@dataclass(frozen=True, slots=True)
class Table:
    """Cost data by column. A column that is absent is null in every row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]  # with their numbers

    @classmethod
    def of(cls, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> "Table":
        """The rows that have a cell for each column."""
        whole = [(number, row) for number, row in enumerate(rows, 1) if len(row) == len(columns)]
        return cls(tuple(columns), tuple((number, dict(zip(columns, row, strict=True))) for number, row in whole))

    def faults(self, code: str, column: str, wrong: Callable[[Row], bool], text: str) -> Iterator[Fault]:
        """One fault of all rows that are wrong in the column; none of a column that is absent."""
        if column in self.columns:
            yield from fault(code, column, [number for number, row in self.rows if wrong(row)], text)


def fault(code: str, column: str, rows: Sequence[int], text: str) -> Iterator[Fault]:
    """A fault, if there are rows that have it."""
    if rows:
        yield Fault(code, column, tuple(rows), text)


def number(row: Row, column: str) -> Decimal | None:
    """The number in a column; None where there is none, which is a fault of its own where it must not be."""
    try:
        found = Decimal(row.get(column) or "nothing")
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def moment(row: Row, column: str) -> datetime | None:
    """The moment in a column; None where there is none."""
    return moment_of(row.get(column) or "")


def moment_of(cell: str) -> datetime | None:
    """The moment in a cell; None of other ways to write one."""
    try:
        return datetime.fromisoformat(cell) if _TIME.fullmatch(cell) else None
    except ValueError:
        return None
