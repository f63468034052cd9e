"""Scatter charts: named points on two axes of numbers, some of them joined by a line."""

from lessonbuild.model.blocks import Chart
from lessonbuild.writers.charts.colours import context, legible
from lessonbuild.writers.charts.labels import place
from lessonbuild.writers.charts.lines import keep_clear
from lessonbuild.writers.charts.plot import heading
from lessonbuild.writers.charts.scale import Scale, span, tick_words, ticks
from lessonbuild.writers.charts.sheet import ASCENT, DESCENT, LEADING, SIZE, Rect, Sheet


def draw(sheet: Sheet, chart: Chart) -> None:
    """Emphasised points are squares in the accent, others grey dots; a label never covers a point."""
    (_, across), (_, up) = chart.series[:2]
    top = sheet.height - 2 * LEADING - 4
    sheet.words(chart.unit or heading(chart), 0, sheet.height - ASCENT - 0.5, sheet.colours.muted)
    rows, columns = _ticks(up, max(3, int(sheet.height / 34))), _ticks(across, max(4, int(sheet.width / 70)))
    left = max(sheet.measure(word) for word in tick_words(rows)) + 6
    bottom = 2 * LEADING + DESCENT + 3
    if chart.target:
        rows = ticks(min(rows[0], chart.target.value), max(rows[-1], chart.target.value), len(rows) + 1)
    x = Scale(columns[0], columns[-1], left + 6, sheet.width - 24)
    y = Scale(rows[0], rows[-1], bottom, top)
    _axes(sheet, chart, (columns, x), (rows, y), (left, bottom))
    points = {
        name: (x(a), y(b))
        for name, a, b in zip(chart.categories, across, up, strict=True)
        if a is not None and b is not None
    }
    if aim := chart.target:
        sheet.line([(left, y(aim.value)), (sheet.width, y(aim.value))], sheet.colours.ink, 1.0, (4, 2.5))
        sheet.words(aim.label, sheet.width, y(aim.value) + 3, sheet.colours.ink, bold=True, anchor=1)
    if len(chart.joined) > 1:
        joined = [points[name] for name in chart.joined if name in points]
        sheet.line(joined, sheet.colours.muted, 1.2, (4, 1.8))
        keep_clear(sheet, joined)
    for name, at in points.items():
        _point(sheet, at, name in chart.emphasis)
    said = {mark.at: mark.text for mark in chart.marks}
    room = Rect(left, bottom, sheet.width, sheet.height - LEADING)
    for name, at in points.items():
        strong = name in chart.emphasis
        colour = legible(sheet.colours.accent, sheet.colours.paper, sheet.colours.ink) if strong else sheet.colours.ink
        place(sheet, f"{name}: {said[name]}" if name in said else name, at, room, colour, reach=6.0)


def _ticks(values: tuple[float | None, ...], most: int) -> list[float]:
    return ticks(*span([value for value in values if value is not None], zero=False), most)


def _point(sheet: Sheet, at: tuple[float, float], strong: bool) -> None:
    if strong:
        sheet.box(Rect(at[0] - 4, at[1] - 4, at[0] + 4, at[1] + 4), sheet.colours.accent)
    else:
        sheet.dot(*at, 4.2, context(sheet.colours))


def _axes(
    sheet: Sheet,
    chart: Chart,
    columns: tuple[list[float], Scale],
    rows: tuple[list[float], Scale],
    corner: tuple[float, float],
) -> None:
    (across, x), (up, y), (left, bottom) = columns, rows, corner
    for value, word in zip(up, tick_words(up), strict=True):
        sheet.line([(left, y(value)), (sheet.width, y(value))], sheet.colours.line)
        sheet.words(word, left - 5, y(value) - SIZE * 0.31, sheet.colours.muted, anchor=1)
    for value, word in zip(across, tick_words(across), strict=True):
        sheet.line([(x(value), bottom), (x(value), bottom - 3)], sheet.colours.muted)
        sheet.words(word, x(value), bottom - LEADING - 2, sheet.colours.muted, anchor=0.5)
    sheet.line([(left, bottom), (sheet.width, bottom)], sheet.colours.ink, 0.8)
    sheet.words(chart.across, sheet.width, bottom - 2 * LEADING - 2, sheet.colours.muted, anchor=1)
