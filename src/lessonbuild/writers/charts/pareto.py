"""Pareto charts: shares from the largest down, lying, with the running sum at the right of each row."""

from lessonbuild.model.blocks import Chart
from lessonbuild.writers.charts.bars import THICKEST
from lessonbuild.writers.charts.paints import fill_of, paints
from lessonbuild.writers.charts.plot import head
from lessonbuild.writers.charts.scale import Scale, shown
from lessonbuild.writers.charts.sheet import ASCENT, LEADING, Rect, Sheet

_NAMES = 0.36
_WHOLE = 100.0  # percent: bars and running sum share one axis, which ends here


def draw(sheet: Sheet, chart: Chart) -> None:
    """Bars of shares and a line of dots, their running sum, on one axis from 0 to 100 percent."""
    paint = paints(chart, sheet.colours)[0]
    top = head(sheet, chart, []) - (LEADING + 2 if chart.target else 0)
    names = [sheet.lines(name, sheet.width * _NAMES, name in chart.emphasis) for name in chart.categories]
    left = max(sheet.measure(line, True) for lines in names for line in lines) + 8
    scale = Scale(0.0, max(_WHOLE, *chart.running), left, sheet.width - sheet.measure("100.0", True) - 8)
    pitch = (top - 1) / len(chart.categories)
    points = []
    said = {mark.at: mark.text for mark in chart.marks}
    for c, (lines, share, sofar) in enumerate(zip(names, chart.series[0][1], chart.running, strict=True)):
        value = max(share or 0.0, 0.0)
        middle = top - (c + 0.5) * pitch
        strong = chart.categories[c] in chart.emphasis
        for i, line in enumerate(lines):
            sheet.words(
                line, 0, middle + len(lines) * LEADING / 2 - ASCENT - 1.2 - i * LEADING, sheet.colours.ink, strong
            )
        thick = min(pitch * 0.66, THICKEST)
        fill = fill_of(paint, chart, chart.categories[c])
        sheet.box(Rect(left, middle - thick / 2, scale(value), middle + thick / 2), fill)
        up = middle - ASCENT / 2 + 0.4
        words = " ".join(
            [shown(chart, share or 0.0), *([said[chart.categories[c]]] if chart.categories[c] in said else [])]
        )
        sheet.words(words, scale(value) + 4, up, sheet.colours.ink, strong)
        points.append((scale(sofar), middle, left + 8 + sheet.measure(words) + scale(value) - left))
    _running(sheet, chart, points)
    sheet.line([(left, 1), (left, top)], sheet.colours.ink, 0.8)
    _target(sheet, chart, scale, top)


def _running(sheet: Sheet, chart: Chart, points: list[tuple[float, float, float]]) -> None:
    """The line of the running sum, from the first point that has room beside its bar, each with its value."""
    told = [
        (across, middle, sofar)
        for (across, middle, taken), sofar in zip(points, chart.running, strict=True)
        if across - 6 >= taken
    ]
    if len(told) > 1:
        sheet.line([(across, middle) for across, middle, _ in told], sheet.colours.muted, 1.2, (2.2, 1.6))
    for across, middle, sofar in told:
        sheet.dot(across, middle, 2.4, sheet.colours.muted)
        sheet.words(shown(chart, sofar), across + 5, middle + 0.6, sheet.colours.muted)


def _target(sheet: Sheet, chart: Chart, scale: Scale, top: float) -> None:
    if aim := chart.target:
        across, wide = scale(aim.value), sheet.measure(aim.label, bold=True)
        sheet.line([(across, 1), (across, top + 2)], sheet.colours.ink, 1.0, (4, 2.5))
        sheet.words(aim.label, min(max(across - wide / 2, 0), sheet.width - wide), top + 4.5, sheet.colours.ink, True)
