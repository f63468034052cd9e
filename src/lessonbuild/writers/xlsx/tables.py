"""The table of a sheet: head, rows, total."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from lessonbuild.model.workbook import Entry, Formula, Sheet
from lessonbuild.writers.xlsx.formulas import HEAD, filled, placed
from lessonbuild.writers.xlsx.layout import FIRST, Layout
from lessonbuild.writers.xlsx.looks import Looks
from lessonbuild.writers.xlsx.numbers import DAY
from lessonbuild.writers.xlsx.values import Held

_LIKE_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
_NO_HEAD = re.compile(r"[\t\n\ufffd]|_x[0-9A-Fa-f]{4}_")  # what the name of a table's column cannot hold as it is


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet while it is drawn."""

    page: Any  # XlsxWriter's worksheet
    sheet: Sheet
    rows: list[list[Held]]
    layout: Layout
    looks: Looks
    tabs: Mapping[str, str]

    @property
    def body(self) -> int:
        """How many rows there are without the total."""
        return len(self.rows) - int(self.sheet.total and bool(self.rows))

    @property
    def last(self) -> int:
        """The last row of data, in the file."""
        return HEAD + self.body


def draw_table(table: Table) -> None:
    """Head and rows."""
    _write_head(table)
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            _write_cell(table, number, column, cell)


def _write_head(table: Table) -> None:
    """A real table, for filters and for readers who listen; a plain row where a table's rules forbid it."""
    looks = [table.looks.head(column.right, column.indent) for column in table.layout.columns]
    heads = [column.head for column in table.sheet.columns]
    for number, (head, look) in enumerate(zip(heads, looks, strict=True)):
        put_text(table.page, HEAD, number, head, look)
    if table.body and _can_be_a_table(heads):
        columns = [{"header": head, "header_format": look} for head, look in zip(heads, looks, strict=True)]
        options = {"columns": columns, "style": None, "banded_rows": False, "autofilter": table.layout.filtered}
        table.page.add_table(HEAD, 0, table.last, len(heads) - 1, options)


def _can_be_a_table(heads: list[str]) -> bool:
    """Excel asks for a name a column, each once; XlsxWriter would take one that looks like its own XML for XML."""
    names = {head.lower() for head in heads}
    fit = all(head.strip() and len(head) <= 255 and not _NO_HEAD.search(head) and not _like_xml(head) for head in heads)
    return bool(heads) and fit and len(names) == len(heads)


def _write_cell(table: Table, number: int, column: int, cell: Held) -> None:
    page, row = table.page, FIRST + number
    look = _look(table, number, column, cell)
    match cell:
        case None | "":
            page.write_blank(row, column, None, look)
        case str():
            put_text(page, row, column, cell, look)
        case Formula(formula, value):
            own = filled(formula, number, column, table.body)
            page.write_formula(row, column, placed(own, table.tabs), look, value)
        case date():
            page.write_datetime(row, column, cell, look)
        case _:
            page.write_number(row, column, cell, look)


def _look(table: Table, number: int, column: int, cell: Held) -> Any:
    decided, place = table.layout.columns[column], (FIRST + number, column)
    total, given = number >= table.body, table.sheet.rows[number][column]
    form = table.layout.own.get((number, column), table.layout.forms[column])
    if isinstance(cell, Formula) and form.startswith("#"):
        form = f'{form};-{form};"–"'  # a sum of nothing yet is no amount
    return table.looks.cell(
        DAY if isinstance(cell, date) else form,
        decided.right,
        decided.indent,
        tall=place[0] in table.layout.heights,
        wrapped=place in table.layout.wrapped,
        total=total,
        fillable=isinstance(given, Entry) and given.open,
        quoted=isinstance(cell, str) and cell.startswith(_LIKE_FORMULAS),
    )


def put_text(page: Any, row: int, column: int, words: str, look: Any) -> None:
    """Write a text as text, whatever it looks like: a formula, an address, a number.

    What begins and ends like a run of rich text, XlsxWriter puts into the file as it is: such a text is made one.
    """
    page.write_string(row, column, f"<r><t>{escape(words)}</t></r>" if _like_xml(words) else words, look)


def _like_xml(words: str) -> bool:
    return words.startswith("<r>") and words.endswith("</r>")
