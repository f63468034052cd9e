"""The cells that a reader fills in: open where all else is protected, checked, and saying what they take."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from lessonbuild.model.workbook import Entry, Kind, Sheet
from lessonbuild.words import Words
from lessonbuild.writers.xlsx.layout import FIRST

_ALLOWED = ("format_columns", "format_rows", "sort", "autofilter", "objects")  # on a protected sheet
_FAR = 10.0**12  # nobody's budget is larger, and a slip of the finger often is


def has_entries(sheet: Sheet) -> bool:
    """Whether anything in it is open to the reader."""
    return any(isinstance(cell, Entry) and cell.open for row in sheet.rows for cell in row)


def open_entries(page: Any, sheet: Sheet, w: Words) -> None:
    """Protect the page, without a password, from slips of the hand, and say what each open cell takes."""
    page.protect("", dict.fromkeys(_ALLOWED, True))
    for column, (first, last), (kind, choices) in _runs(sheet):
        if rule := _rule(kind, choices):
            wanted = w("entry.choices", choices=", ".join(choices)) if choices else w(f"entry.{kind.value}")
            said = {"error_title": w("entry.title"), "error_message": wanted, "ignore_blank": True}
            page.data_validation(FIRST + first, column, FIRST + last, column, {**rule, **said})


def _runs(sheet: Sheet) -> Iterator[tuple[int, tuple[int, int], tuple[Kind, tuple[str, ...]]]]:
    """Column by column, the open cells under each other that take the same."""
    for number, column in enumerate(sheet.columns):
        cells = [row[number] for row in sheet.rows]
        takes = [
            (cell.kind or column.kind, cell.choices) if isinstance(cell, Entry) and cell.open else None
            for cell in cells
        ]
        for what, group in groupby(enumerate(takes), key=lambda pair: pair[1]):
            rows = [row for row, _ in group]
            if what:
                yield number, (rows[0], rows[-1]), what


def _rule(kind: Kind, choices: tuple[str, ...]) -> dict[str, Any]:
    if choices:
        return {"validate": "list", "source": list(choices)}
    match kind:
        case Kind.TEXT:
            return {}
        case Kind.COUNT:
            return {"validate": "integer", "criteria": ">=", "value": 0}
        case Kind.MONEY | Kind.PRICE:
            return {"validate": "decimal", "criteria": ">=", "value": 0}
        case Kind.SHARE:
            return {"validate": "decimal", "criteria": "between", "minimum": -1, "maximum": 10}
        case Kind.NUMBER:
            return {"validate": "decimal", "criteria": "between", "minimum": -_FAR, "maximum": _FAR}
        case Kind.DATE:
            return {"validate": "date", "criteria": ">=", "value": date(1900, 1, 1)}
