"""A waterfall: how one total becomes another. Totals stand on zero, changes hang between them."""

from itertools import pairwise

from lessonbuild.model.blocks import Chart
from lessonbuild.writers.charts.colours import legible
from lessonbuild.writers.charts.columns import WIDEST
from lessonbuild.writers.charts.paints import waterfall
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
from lessonbuild.writers.charts.sheet import ASCENT, LEADING, Rect, Sheet

Step = tuple[int, float, float, bool]  # category, from, to, is a total


def draw(sheet: Sheet, chart: Chart) -> None:
    """The value stands at each bar, so that there is no axis; a thin line leads from one level to the next."""
    steps = _steps(chart)
    ends = [end for step in steps for end in step[1:3]]
    if chart.target:
        ends.append(chart.target.value)
    low, high = span(ends, zero=True)
    over = LEADING + (LEADING * 1.6 if chart.marks else 0)
    spare = (LEADING if low < 0 else 0, over)
    plot = upright(sheet, chart, (low, high), head(sheet, chart, []), 0, axis=False, spare=spare)
    values = chart.series[0][1]
    fills = waterfall(chart, sheet.colours, [(value or 0.0) >= 0 for value in values])
    for step in steps:
        _step(plot, step, fills[step[0]].colour)
    for step, after in pairwise(steps):
        left, right, level = _sides(plot, step[0])[1], _sides(plot, after[0])[0], plot.scale(step[2])
        sheet.line([(left, level), (right, level)], sheet.colours.muted, 0.6)
    base_line(plot)
    target_line(plot)
    for step in steps:
        _value(plot, step)
    target_label(plot)
    for said in chart.marks:
        if found := marked(chart, said):
            tall = max(next((s[1:3] for s in steps if s[0] == found[1]), (0.0, 0.0)))
            at = (plot.middle(found[1]), plot.scale(tall) + LEADING)
            mark(plot, said, at, legible(sheet.colours.accent, sheet.colours.paper, sheet.colours.ink))


def _steps(chart: Chart) -> list[Step]:
    level, out = 0.0, list[Step]()
    for i, (category, value) in enumerate(zip(chart.categories, chart.series[0][1], strict=True)):
        total = category in chart.totals
        if value is None and not total:
            continue
        start, level = (0.0, level if value is None else value) if total else (level, level + (value or 0.0))
        out.append((i, start, level, total))
    return out


def _sides(plot: Plot, category: int) -> tuple[float, float]:
    wide = min(plot.pitch * 0.66, WIDEST)
    return plot.middle(category) - wide / 2, plot.middle(category) + wide / 2


def _step(plot: Plot, step: Step, fill: str) -> None:
    low, high = sorted((plot.scale(step[1]), plot.scale(step[2])))
    left, right = _sides(plot, step[0])
    plot.sheet.box(Rect(left, low, right, max(high, low + 0.8)), fill)


def _value(plot: Plot, step: Step) -> None:
    """The value over its bar; that of a fall under it."""
    chart = plot.chart
    low, high = sorted((plot.scale(step[1]), plot.scale(step[2])))
    strong = step[3] or chart.categories[step[0]] in chart.emphasis
    under = step[2] < step[1] and abs(low - plot.scale(0)) > LEADING + 3
    words = shown(chart, step[2] if step[3] else step[2] - step[1], signed=not step[3])
    up = low - ASCENT - 2.6 if under else high + 2.6
    value_label(plot, words, plot.middle(step[0]), up, plot.sheet.colours.ink, strong)
