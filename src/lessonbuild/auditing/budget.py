"""A budget from a file: CSV with the columns month and budget, months like 2025-01, in the export's currency."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from lessonbuild.problems import Problem, SourceError, did_you_mean
from lessonbuild.reading.source import Source, read_source

COLUMNS = ("month", "budget")
_HEAD = "begin the file with the line month,budget"
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_AMOUNT = re.compile(r"[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Budget:
    """What was planned for each month, in the order of the months."""

    months: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell without quotes and blanks, and where it stands; counted from 0."""

    text: str
    line: int
    column: int


def read_budget(path: Path) -> Budget:
    """The budget in the file. Raises SourceError with all problems."""
    source = _source(path)
    rows = [row for number, line in enumerate(source.text.split("\n")) if (row := _cells(line, number))]
    order = _order(source, rows[0])
    reading = _Reading(source, len(rows[0]), order)
    for row in rows[1:]:
        reading.take(row)
    if len(rows) == 1:
        reading.problem(
            rows[0][0], "no-rows", "the budget has no month", "write a line for each month, like 2025-01,40000"
        )
    if reading.problems:
        raise SourceError(reading.problems)
    return Budget(tuple(sorted(reading.months.items())))


def _source(path: Path) -> Source:
    """The file's text; what is said of lessons where it is empty or too large is said of budgets."""
    try:
        return read_source(path)
    except SourceError as error:
        hints = {"empty-file": _HEAD, "file-too-large": "a budget has one line a month"}
        raise SourceError(replace(p, hint=hints.get(p.code, p.hint)) for p in error.problems) from None


def _cells(line: str, number: int) -> list[_Cell]:
    """The cells of a line with their places; nothing of an empty line."""
    if not line.strip():
        return []
    found, end = [], 0
    for cell in next(csv.reader([line], skipinitialspace=True)):
        start = max(line.find(cell.strip(), end), end)
        found.append(_Cell(cell.strip(), number, start))
        end = start + len(cell.strip()) + 1
    return found


def _order(source: Source, head: Sequence[_Cell]) -> dict[str, int]:
    """Which column stands where. Raises SourceError where that is not plain."""
    names = [cell.text.casefold() for cell in head]
    problems = list(_head_problems(source, head, names))
    if problems:
        raise SourceError(problems)
    return {name: names.index(name) for name in COLUMNS}


def _head_problems(source: Source, head: Sequence[_Cell], names: Sequence[str]) -> Iterator[Problem]:
    if len(head) == 1 and ";" in head[0].text:
        yield _problem(source, head[0], "not-commas", "the columns are parted by semicolons", "part them by commas")
        return
    for cell, name in zip(head, names, strict=True):
        if name not in COLUMNS:
            yield _problem(source, cell, "unknown-column", f'unknown column "{cell.text}"', did_you_mean(name, COLUMNS))
        elif names.index(name) != head.index(cell):
            yield _problem(source, cell, "column-twice", f'the column "{name}" stands here again', "leave one of them")
    for name in COLUMNS:
        if name not in names:
            yield _problem(source, head[0], "no-column", f'there is no column "{name}"', _HEAD)


def _problem(source: Source, cell: _Cell, code: str, message: str, hint: str) -> Problem:
    return Problem(code, message, source.place(cell.line, cell.column, max(1, len(cell.text))), hint)


class _Reading:
    """The rows as they are taken in, and the problems met."""

    def __init__(self, source: Source, width: int, order: dict[str, int]) -> None:
        self._source, self._width, self._order = source, width, order
        self.months: dict[str, Decimal] = {}
        self.problems: list[Problem] = []

    def problem(self, cell: _Cell, code: str, message: str, hint: str) -> None:
        self.problems.append(_problem(self._source, cell, code, message, hint))

    def take(self, row: Sequence[_Cell]) -> None:
        if len(row) != self._width:
            message = f"the line has {len(row)} cells for {self._width} columns"
            self.problem(row[-1], "row-length", message, "write amounts without commas, like 40000")
            return
        month, amount = self._month(row[self._order["month"]]), self._amount(row[self._order["budget"]])
        if month and amount is not None:
            self.months[month] = amount

    def _month(self, cell: _Cell) -> str | None:
        if not _MONTH.fullmatch(cell.text):
            self.problem(cell, "not-a-month", f'"{cell.text}" is not a month', "write it like 2025-01")
        elif cell.text in self.months:
            self.problem(cell, "month-twice", f"the month {cell.text} has a budget already", "leave one line a month")
        else:
            return cell.text
        return None

    def _amount(self, cell: _Cell) -> Decimal | None:
        if _AMOUNT.fullmatch(cell.text):
            return Decimal(cell.text)
        hint = "write it like 40000 or 40000.50, without a sign, a currency or commas"
        self.problem(cell, "not-an-amount", f'"{cell.text}" is not an amount', hint)
        return None
