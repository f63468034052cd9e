"""One sheet of the file: title, note, table, charts, paper."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lessonbuild.model.brand import Brand
from lessonbuild.model.workbook import Cell, Entry, Formula, Kind, Sheet, Workbook
from lessonbuild.problems import Problem, Severity
from lessonbuild.words import words
from lessonbuild.writers.xlsx.charts import chart
from lessonbuild.writers.xlsx.entries import open_entries
from lessonbuild.writers.xlsx.layout import CHART_WIDTH, FIRST, GAP, chart_height, layout
from lessonbuild.writers.xlsx.looks import Looks
from lessonbuild.writers.xlsx.measures import Ruler
from lessonbuild.writers.xlsx.paper import set_paper
from lessonbuild.writers.xlsx.tables import Table, draw_table, put_text
from lessonbuild.writers.xlsx.values import REASONS, Held, held, sayable


@dataclass(frozen=True, slots=True)
class Opened:
    """A file under way, and what its sheets share."""

    book: Any  # XlsxWriter's workbook
    workbook: Workbook
    brand: Brand
    looks: Looks
    tabs: Mapping[str, str]  # the name on the tab for the name of a sheet
    guarded: bool  # whether readers fill something in, so that all else is protected


def draw_sheet(opened: Opened, sheet: Sheet, tab: str) -> list[Problem]:
    """Add the sheet to the file; what could not be honoured on it."""
    said = _sayable(sheet)
    replaced = [_changed(tab, "character-not-possible", sheet.title)] if said != sheet else []
    sheet = _in_currency(said, opened.workbook.currency)
    rows, problems = _held(sheet, tab)
    decided = layout(sheet, rows, Ruler(opened.brand))
    table = Table(opened.book.add_worksheet(tab), sheet, rows, decided, opened.looks, opened.tabs)
    _set_sizes(table)
    _write_opening(table)
    draw_table(table)
    if opened.guarded:
        open_entries(table.page, sheet, words(opened.workbook.language))
    table.page.hide_gridlines(2)
    table.page.freeze_panes(FIRST, 0)
    set_paper(table.page, opened.workbook, opened.brand, decided)
    return replaced + problems + _add_charts(table, opened, tab)


def _sayable(sheet: Sheet) -> Sheet:
    """The sheet, with all that is said over and about its rows fit to stand in a file."""
    columns = tuple(replace(column, head=sayable(column.head)) for column in sheet.columns)
    charts = tuple(
        replace(series, title=sayable(series.title), unit=sayable(series.unit), alt=sayable(series.alt))
        for series in sheet.charts
    )
    return replace(sheet, title=sayable(sheet.title), note=sayable(sheet.note), columns=columns, charts=charts)


def _in_currency(sheet: Sheet, currency: str) -> Sheet:
    """Heads of money say its currency, once; the numbers under them stay bare."""
    columns = (
        replace(column, head=f"{column.head} ({currency})")
        if column.kind in (Kind.MONEY, Kind.PRICE) and currency not in column.head
        else column
        for column in sheet.columns
    )
    return replace(sheet, columns=tuple(columns))


def _held(sheet: Sheet, tab: str) -> tuple[list[list[Held]], list[Problem]]:
    """The rows as cells can hold them, and what had to change."""
    rows: list[list[Held]] = []
    problems: list[Problem] = []
    for number, row in enumerate(sheet.rows, FIRST + 1):
        pairs = [held(cell) for cell in row]
        rows.append([value for value, _ in pairs])
        for column, (_, code), cell in zip(sheet.columns, pairs, row, strict=True):
            problems += [_changed(f'{tab}, row {number}, "{column.head}"', code, cell)] if code else []
    return rows, problems


def _changed(where: str, code: str, cell: Cell) -> Problem:
    cell = cell.value if isinstance(cell, Entry) else cell
    value = str(cell.value if isinstance(cell, Formula) else cell)
    start = ascii(value[:40])[1:-1] + ("…" if len(value) > 40 else "")
    return Problem(code, f"{where}: {REASONS[code]} ({start})", None, "", Severity.WARNING)


def _set_sizes(table: Table) -> None:
    decided = table.layout
    for number, column in enumerate(decided.columns):
        table.page.set_column(number, number, column.width)
    if decided.charts and decided.charts[1]:
        table.page.set_column(len(decided.columns), len(decided.columns), GAP)
    table.page.set_default_row(decided.line)
    for row, height in decided.heights.items():
        table.page.set_row(row, height)


def _write_opening(table: Table) -> None:
    """Title and note run on over empty cells; only where they take several lines are these merged."""
    texts = (table.sheet.title, table.sheet.note)
    for row, (said, broken) in enumerate(zip(texts, table.layout.broken, strict=True)):
        look = table.looks.note(broken) if row else table.looks.title(broken)
        if broken and table.layout.across:
            table.page.merge_range(row, 0, row, table.layout.across, "", look)
        if said:
            put_text(table.page, row, 0, said, look)


def _add_charts(table: Table, opened: Opened, tab: str) -> list[Problem]:
    """The charts, beside or under the table."""
    sheet = table.sheet
    if not table.layout.charts:
        return []
    if not table.body:
        message = f'{tab}: the chart "{sheet.charts[0].title}" is left out: the table has no rows'
        return [Problem("chart-without-rows", message, None, "", Severity.WARNING)]
    for series, (across, down) in zip(sheet.charts, table.layout.offsets, strict=True):
        made = chart(opened.book, tab, sheet, series, table.last, opened.brand, table.layout.forms[series.columns[0]])
        made.set_size({"width": CHART_WIDTH, "height": chart_height(series, table.body)})
        place = {"description": series.alt, "object_position": 2, "x_offset": across, "y_offset": down}
        table.page.insert_chart(*table.layout.charts, made, place)
    return []
