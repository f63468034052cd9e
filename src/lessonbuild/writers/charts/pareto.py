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
    top = head(sheet, chart, []) - (LEADING + 2 if chart.target else 0)
    names = [sheet.lines(name, sheet.width * _NAMES, name in chart.emphasis) for name in chart.categories]
    left = max(sheet.measure(line, True) for lines in names for line in lines) + 8
    scale = Scale(0.0, max(_WHOLE, *chart.running), left, sheet.width - sheet.measure("100.0", True) - 8)
    pitch = (top - 1) / len(chart.categories)
    middles = [top - (c + 0.5) * pitch for c in range(len(chart.categories))]
    for c, lines in enumerate(names):
        _bar(sheet, chart, c, lines, scale, middles[c], min(pitch * 0.66, THICKEST))
    sheet.line([(left, 1), (left, top)], sheet.colours.ink, 0.8)
    _target(sheet, chart, scale, top)
    ends = [_value(sheet, chart, c, scale, middle) for c, middle in enumerate(middles)]
    points = [(scale(sofar), up, end) for sofar, up, end in zip(chart.running, middles, ends, strict=True)]
    _running(sheet, chart, points, scale)


def _bar(
    sheet: Sheet, chart: Chart, category: int, lines: list[str], scale: Scale, middle: float, thick: float
) -> None:
    """The name and the bar."""
    name, share = chart.categories[category], max(chart.series[0][1][category] or 0.0, 0.0)
    for i, line in enumerate(lines):
        up = middle + len(lines) * LEADING / 2 - ASCENT - 1.2 - i * LEADING
        sheet.words(line, 0, up, sheet.colours.ink, name in chart.emphasis)
    fill = fill_of(paints(chart, sheet.colours)[0], chart, name)
    sheet.box(Rect(scale(0), middle - thick / 2, scale(share), middle + thick / 2), fill)


def _value(sheet: Sheet, chart: Chart, category: int, scale: Scale, middle: float) -> float:
    """The share at the end of its bar, with the words of its mark; gives where they end."""
    name, share = chart.categories[category], chart.series[0][1][category] or 0.0
    said = [mark.text for mark in chart.marks if mark.at == name]
    words, across = "  ".join([shown(chart, share), *said]), scale(max(share, 0.0)) + 4
    strong = name in chart.emphasis or bool(said)
    _words(sheet, chart, scale, words, (across, middle - ASCENT / 2 + 0.4), sheet.colours.ink, strong)
    return across + sheet.measure(words, strong) + 4


def _words(
    sheet: Sheet, chart: Chart, scale: Scale, words: str, at: tuple[float, float], colour: str, strong: bool
) -> None:
    """Words through which the target's line does not run."""
    (left, up), wide = at, sheet.measure(words, strong)
    if chart.target and left - 1.5 < scale(chart.target.value) < left + wide + 1.5:
        sheet.box(Rect(left - 1.5, up - 1.5, left + wide + 1.5, up + ASCENT + 1), sheet.colours.paper)
    sheet.words(words, left, up, colour, strong)


def _running(sheet: Sheet, chart: Chart, points: list[tuple[float, float, float]], scale: Scale) -> None:
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
        _words(sheet, chart, scale, shown(chart, sofar), (across + 5, middle + 0.6), sheet.colours.muted, strong=False)


def _target(sheet: Sheet, chart: Chart, scale: Scale, top: float) -> None:
    if aim := chart.target:
        across, wide = scale(aim.value), sheet.measure(aim.label, bold=True)
        sheet.line([(across, 1), (across, top + 2)], sheet.colours.ink, 1.0, (4, 2.5))
        sheet.words(aim.label, min(max(across - wide / 2, 0), sheet.width - wide), top + 4.5, sheet.colours.ink, True)
