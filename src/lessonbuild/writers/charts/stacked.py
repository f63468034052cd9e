"""Stacked columns: what a whole consists of, named at its last column where the names fit."""

from lessonbuild.model.blocks import Chart
from lessonbuild.writers.charts.colours import legible, on
from lessonbuild.writers.charts.columns import WIDEST
from lessonbuild.writers.charts.labels import spread
from lessonbuild.writers.charts.paints import Paint, fill_of, paints
from lessonbuild.writers.charts.plot import (
    Plot,
    base_line,
    head,
    mark,
    marked,
    target_label,
    target_line,
    upright,
    value_label,
)
from lessonbuild.writers.charts.scale import shown, span
from lessonbuild.writers.charts.sheet import ASCENT, DESCENT, LEADING, Rect, Sheet

Segment = tuple[int, int, float, float]  # series, category, from, to


def draw(sheet: Sheet, chart: Chart) -> None:
    """Segments upward from zero, negative ones downward."""
    paint = paints(chart, sheet.colours)
    segments = _segments(chart)
    ends = [end for segment in segments for end in segment[2:]]
    if chart.target:
        ends.append(chart.target.value)
    named = _names_fit(sheet, chart, segments)
    top = head(sheet, chart, [] if named else paint)
    right = _widest(sheet, chart) + 8 if named else 0
    over = LEADING * 1.6 if chart.marks else 0
    plot = upright(sheet, chart, span(ends, zero=True), top, right, axis=True, spare=(0, over))
    for segment in segments:
        sheet.box(_place(plot, segment), _fill(plot, segment, paint))
    base_line(plot)
    if named:
        _names(plot, segments, paint)
    target_line(plot)
    for segment in segments:
        _value(plot, segment, paint)
    target_label(plot)
    for said in chart.marks:
        if found := marked(chart, said):
            tall = max((s[3] for s in segments if s[1] == found[1]), default=0.0)
            at = (plot.middle(found[1]), plot.scale(tall))
            mark(plot, said, at, legible(sheet.colours.accent, sheet.colours.paper, sheet.colours.ink))


def _segments(chart: Chart) -> list[Segment]:
    out: list[Segment] = []
    for c in range(len(chart.categories)):
        above, below = 0.0, 0.0
        for s, (_, row) in enumerate(chart.series):
            value = row[c]
            if not value:
                continue
            start = above if value > 0 else below
            out.append((s, c, start, start + value))
            above, below = (start + value, below) if value > 0 else (above, start + value)
    return out


def _name(sheet: Sheet, chart: Chart, series: int) -> list[str]:
    return sheet.lines(chart.series[series][0], sheet.width * 0.26, True)


def _widest(sheet: Sheet, chart: Chart) -> float:
    return max(sheet.measure(line, True) for s in range(len(chart.series)) for line in _name(sheet, chart, s))


def _names_fit(sheet: Sheet, chart: Chart, segments: list[Segment]) -> bool:
    last = {s for s, c, *_ in segments if c == len(chart.categories) - 1}
    rows = sum(len(_name(sheet, chart, s)) for s in range(len(chart.series)))
    if len(last) < len(chart.series) or rows * LEADING + 3 * len(last) > sheet.height - 50:
        return False
    return _widest(sheet, chart) <= sheet.width * 0.3


def _sides(plot: Plot, category: int) -> tuple[float, float]:
    wide = min(plot.pitch * 0.66, WIDEST * 1.2)
    return plot.middle(category) - wide / 2, plot.middle(category) + wide / 2


def _place(plot: Plot, segment: Segment) -> Rect:
    """The segment less a line of paper between neighbours."""
    low, high = sorted((plot.scale(segment[2]), plot.scale(segment[3])))
    left, right = _sides(plot, segment[1])
    return Rect(left, low, right, max(high - 0.8, low + 0.3))


def _fill(plot: Plot, segment: Segment, paint: list[Paint]) -> str:
    return fill_of(paint[segment[0]], plot.chart, plot.chart.categories[segment[1]])


def _value(plot: Plot, segment: Segment, paint: list[Paint]) -> None:
    """The value in its segment, where it fits."""
    series, category, start, end = segment
    sheet, (left, bottom, right, top) = plot.sheet, _place(plot, segment)
    words, fill = shown(plot.chart, end - start), _fill(plot, segment, paint)
    if top - bottom >= LEADING + 1.2 and sheet.measure(words) <= right - left - 4 and len(plot.chart.categories) <= 12:
        up = (bottom + top) / 2 - ASCENT / 2 + 0.8
        value_label(plot, words, plot.middle(category), up, on(fill, sheet.colours), paint[series].strong, fill)


def _names(plot: Plot, segments: list[Segment], paint: list[Paint]) -> None:
    sheet, last = plot.sheet, len(plot.chart.categories) - 1
    ends = [s for s in segments if s[1] == last]
    lines = [_name(sheet, plot.chart, s[0]) for s in ends]
    heights = [len(these) * LEADING + 2 for these in lines]
    wanted = [plot.scale((s[2] + s[3]) / 2) for s in ends]
    middles = spread(wanted, heights, plot.area.bottom - LEADING, plot.area.top + 2)
    edge = _sides(plot, last)[1]
    for segment, these, middle in zip(ends, lines, middles, strict=True):
        shade = paint[segment[0]]
        at = plot.scale((segment[2] + segment[3]) / 2)
        if abs(middle - at) > LEADING * 0.6:
            sheet.line([(edge + 1, at), (plot.area.right + 5, middle)], sheet.colours.muted, 0.5)
        up = middle + (len(these) * LEADING) / 2 - ASCENT - DESCENT / 2
        for i, line in enumerate(these):
            sheet.words(line, plot.area.right + 7, up - i * LEADING, shade.words, shade.strong)
