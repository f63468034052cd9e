"""Where everything stands on a sheet: columns, heights of rows, the charts beside or under the table, the paper."""

from collections.abc import Container
from dataclasses import dataclass
from itertools import accumulate

from lessonbuild.model.workbook import Entry, Series, Sheet
from lessonbuild.writers.xlsx.formulas import HEAD
from lessonbuild.writers.xlsx.measures import Measured, Ruler, measured
from lessonbuild.writers.xlsx.numbers import number_format, number_formats, shown
from lessonbuild.writers.xlsx.values import Held

FIRST = HEAD + 1  # the first row of data
GAP = 3  # characters between the table and a chart beside it
CHART_WIDTH, CHART_HEIGHT = 605, 302  # pixels: 16 by 8 cm
CHART_STEP = 20  # pixels between charts
_BLANK = 64  # pixels of a column that nothing is known of
_TEXT, _TEXT_BESIDE = 620, 1000  # pixels: no title or note is broken to less; over charts beside, not to more
_PORTRAIT, _LANDSCAPE = (658, 920), (986, 580)  # pixels of A4 between the margins, wide and high
_FILTER_FROM = 20  # rows: fewer are seen at a glance
_NARROW = 700  # pixels of a table that a chart fits beside
_LONG = 30  # rows: a chart under more is never found


@dataclass(frozen=True, slots=True)
class Layout:
    """What is decided before anything is drawn. Rows and columns are counted from 0, in the file."""

    columns: tuple[Measured, ...]
    forms: tuple[str, ...]  # the number format of each column
    own: dict[tuple[int, int], str]  # of cells of another kind, by their place under the head
    line: float  # the height of a row, in points
    heights: dict[int, float]  # of rows that are not so high
    wrapped: frozenset[tuple[int, int]]  # cells whose text runs over lines
    across: int  # the last column that title and note run over
    broken: tuple[bool, bool]  # whether title and note take several lines
    charts: tuple[int, int] | None  # the cell from which charts are placed
    offsets: tuple[tuple[int, int], ...]  # the pixels of each chart from there, across and down
    landscape: bool
    one_page: bool
    filtered: bool  # whether the head has buttons to filter with


def layout(sheet: Sheet, rows: list[list[Held]], ruler: Ruler) -> Layout:
    """Decide the sheet. `rows` are its rows as they can be held, with the total."""
    own = _own_formats(sheet, rows)
    forms = number_formats(sheet.columns, _body(sheet, rows, own))
    words = [
        [shown(cell, own.get((number, i), forms[i])) for i, cell in enumerate(row)] for number, row in enumerate(rows)
    ]
    filtered = len(rows) - sheet.total >= _FILTER_FROM
    made = measured(sheet.columns, words, sheet.total, ruler, filtered)
    wide = sum(_pixels(column.width) for column in made)
    beside = bool(sheet.charts) and (len(rows) > _LONG or wide <= _NARROW)
    across, reach = _span(made, min(_TEXT_BESIDE, wide + _pixels(GAP) + CHART_WIDTH) if beside else _TEXT)
    title, note = ruler.title(sheet.title, reach), ruler.note(sheet.note, reach)
    heights, wrapped = _heights(sheet, words, made, ruler)
    heights |= {0: title[1], 1: note[1]}
    offsets = _offsets(sheet, 1 if beside else max(1, round(wide / CHART_WIDTH)))
    used = _used(
        sheet, wide, beside, offsets, sum(heights.get(row, ruler.height(1)) for row in range(FIRST + len(rows))) / 0.75
    )
    page = _LANDSCAPE if used[0] > _PORTRAIT[0] * 1.15 else _PORTRAIT
    place = (FIRST, len(made) + 1) if beside else (FIRST + len(rows) + 1, 0)
    return Layout(
        made, forms, own, ruler.height(1), heights, wrapped, across, (title[0] > 1, note[0] > 1),
        place if sheet.charts else None, offsets, page is _LANDSCAPE,
        _fits(used, page, 1.6 if sheet.charts else 1.15), filtered,
    )  # fmt: skip


def _own_formats(sheet: Sheet, rows: list[list[Held]]) -> dict[tuple[int, int], str]:
    """The number formats of cells that are of another kind than their column."""
    return {
        (number, i): number_format(cell.kind, rows[number][i])
        for number, row in enumerate(sheet.rows)
        for i, cell in enumerate(row)
        if isinstance(cell, Entry) and cell.kind
    }


def _body(sheet: Sheet, rows: list[list[Held]], own: Container[tuple[int, int]]) -> list[list[Held]]:
    """The cells of each column, without the total: it would have a column of hundreds shown as one of thousands."""
    body = rows[:-1] if sheet.total else rows
    return [[row[i] for number, row in enumerate(body) if (number, i) not in own] for i in range(len(sheet.columns))]


def chart_height(chart: Series, rows: int) -> int:
    """The pixels of a chart: lying bars need a line each."""
    return max(CHART_HEIGHT, rows * 18 + 100) if chart.shape is Series.Shape.BAR else CHART_HEIGHT


def _pixels(characters: int) -> int:
    return characters * 7 + 5


def _heights(
    sheet: Sheet, words: list[list[str]], made: tuple[Measured, ...], ruler: Ruler
) -> tuple[dict[int, float], frozenset[tuple[int, int]]]:
    """Rows of several lines, and the cells that run over them."""
    heights: dict[int, float] = {}
    wrapped: set[tuple[int, int]] = set()
    for number, row in enumerate(words, FIRST):
        lines = [_lines(text, column, ruler) for text, column in zip(row, made, strict=True)]
        wrapped |= {(number, i) for i, count in enumerate(lines) if count > 1}
        if max(lines, default=1) > 1:
            heights[number] = ruler.height(max(lines))
    heads = [ruler.lines(c.head, m.width - 2 * m.indent, bold=True) for c, m in zip(sheet.columns, made, strict=True)]
    return heights | {HEAD: ruler.height(max(heads, default=1))}, frozenset(wrapped)


def _lines(words: str, column: Measured, ruler: Ruler) -> int:
    inner = column.width - 2 * column.indent
    return 1 if "\n" not in words and ruler.characters(words) <= inner else ruler.lines(words, inner)


def _span(made: tuple[Measured, ...], least: int) -> tuple[int, int]:
    """The last column of the title, and the pixels up to its end: all of the table, and no less than a line's."""
    ends = list(accumulate([_pixels(column.width) for column in made] + [_BLANK] * 20))
    last = max(len(made) - 1, next(i for i, end in enumerate(ends) if end >= least))
    return last, ends[last]


def _offsets(sheet: Sheet, across: int) -> tuple[tuple[int, int], ...]:
    """Charts in rows of so many; under a wide table they stand beside each other, so that no page break cuts one."""
    found: list[tuple[int, int]] = []
    down = 0
    for first in range(0, len(sheet.charts), across):
        beside = sheet.charts[first : first + across]
        found += [(number * (CHART_WIDTH + CHART_STEP), down) for number in range(len(beside))]
        down += max(chart_height(chart, len(sheet.rows)) for chart in beside) + CHART_STEP
    return tuple(found)


def _used(
    sheet: Sheet, wide: int, beside: bool, offsets: tuple[tuple[int, int], ...], high: float
) -> tuple[float, float]:
    """The pixels that all of it takes, across and down."""
    ends = [
        (across + CHART_WIDTH, down + chart_height(chart, len(sheet.rows)) + CHART_STEP)
        for chart, (across, down) in zip(sheet.charts, offsets, strict=True)
    ]
    right, bottom = max((end[0] for end in ends), default=0), max((end[1] for end in ends), default=0)
    if beside:
        return wide + _pixels(GAP) + right, max(high, bottom + 80)
    return max(wide, right), high + bottom


def _fits(used: tuple[float, float], page: tuple[int, int], patience: float) -> bool:
    """Whether a page holds it all with little more shrinking than its width asks for; no page break cuts a chart."""
    shrunk = min(1.0, page[0] / max(used[0], 1))
    return used[1] * shrunk <= page[1] * patience
