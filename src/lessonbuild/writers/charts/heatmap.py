"""Heatmaps: a grid of values, the larger the darker, each with its number, so that no colour has to be read."""

from functools import cache

from lessonbuild.model.blocks import Chart
from lessonbuild.model.brand import Colours
from lessonbuild.writers.charts.colours import contrast, mixed, on
from lessonbuild.writers.charts.plot import head
from lessonbuild.writers.charts.scale import shown
from lessonbuild.writers.charts.sheet import ASCENT, LEADING, Rect, Sheet

ROW = 17.0  # points of a row
_NAMES = 0.32  # of the width, at most, for the names of rows
_PALEST, _DARKEST = 0.08, 1.0  # shares of the accent in a cell


def draw(sheet: Sheet, chart: Chart) -> None:
    """Rows are series, columns categories; the scale runs from the least to the greatest value."""
    top = head(sheet, chart, [])
    room = sheet.width * _NAMES
    names = [sheet.lines(name, room, name in chart.emphasis) for name, _ in chart.series]
    left = max(sheet.measure(line, True) for lines in names for line in lines) + 8
    wide = (sheet.width - left) / len(chart.categories)
    high = (top - LEADING - 3) / len(chart.series)
    every = max(1, -(-int(max(sheet.measure(name, True) for name in chart.categories) + 4) // max(1, int(wide))))
    for c, name in enumerate(chart.categories):
        if c % every == 0:
            sheet.words(name, left + (c + 0.5) * wide, top - ASCENT, sheet.colours.muted, anchor=0.5)
    for r, lines in enumerate(names):
        middle = top - LEADING - 3 - (r + 0.5) * high
        for i, line in enumerate(lines):
            up = middle + len(lines) * LEADING / 2 - ASCENT - 1.2 - i * LEADING
            sheet.words(line, 0, up, sheet.colours.ink, chart.series[r][0] in chart.emphasis)
        for c, value in enumerate(chart.series[r][1]):
            _cell(
                sheet, chart, value, Rect(left + c * wide, middle - high / 2, left + (c + 1) * wide, middle + high / 2)
            )


def strength(chart: Chart, value: float, colours: Colours) -> float:
    """How much of the accent a cell holds, between 0 and 1: by its value, moved to where words on it can be read."""
    known = [v for _, row in chart.series for v in row if v is not None]
    low, high = min(known), max(known)
    wanted = _PALEST + (_DARKEST - _PALEST) * ((value - low) / (high - low) if high > low else 0.5)
    shares = [i / 100 for i in range(101)]
    return min((share for share in shares if _is_readable(share, colours)), key=lambda share: abs(share - wanted))


@cache
def _is_readable(share: float, colours: Colours) -> bool:
    ground = mixed(colours.paper, colours.accent, share)
    return contrast(ground, on(ground, colours)) >= 4.5


def _cell(sheet: Sheet, chart: Chart, value: float | None, rect: Rect) -> None:
    middle, up = (rect.left + rect.right) / 2, (rect.bottom + rect.top) / 2 - ASCENT / 2 + 0.4
    if value is None:
        sheet.words("–", middle, up, sheet.colours.muted, anchor=0.5)
        return
    fill = mixed(sheet.colours.paper, sheet.colours.accent, strength(chart, value, sheet.colours))
    sheet.box(Rect(rect.left + 0.4, rect.bottom + 0.4, rect.right - 0.4, rect.top - 0.4), fill)
    words = shown(chart, value)
    if sheet.measure(words) <= rect.right - rect.left - 1:
        sheet.words(words, middle, up, on(fill, sheet.colours), anchor=0.5)
