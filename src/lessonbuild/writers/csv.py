"""A workbook of one sheet as CSV (RFC 4180): UTF-8 without a byte-order mark, lines that end in CR LF, null empty.

Only heads and rows: whoever reads data wants neither title nor note above it. Numbers are written plainly, without
thousands' signs and exponents. Text is written as it is: it comes from the lesson, and an apostrophe put before a
leading `=` against spreadsheets would be read as data by everything else.
"""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

from lessonbuild.model.brand import Brand
from lessonbuild.model.workbook import Cell, Entry, Formula, Workbook
from lessonbuild.writers.written import Written


def write(workbook: Workbook, brand: Brand) -> Written:
    """The file. Raises ValueError for a workbook of several sheets: a file of this format holds one."""
    del brand  # data have no look
    [sheet] = workbook.sheets
    out = StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow([column.head for column in sheet.columns])
    rows.writerows([said(cell) for cell in row] for row in sheet.rows)
    return Written(out.getvalue().encode("utf-8"))


def said(cell: Cell) -> str:
    """A cell as text; of a formula, its value."""
    match cell:
        case None:
            return ""
        case Entry(value=value) | Formula(value=value):
            return said(value)
        case Decimal():
            return _plain(cell)
        case float():
            return _plain(Decimal(repr(cell)))
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def _plain(number: Decimal) -> str:
    """Without an exponent or zeros at the end that say nothing."""
    written = f"{number:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
