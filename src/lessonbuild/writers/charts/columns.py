"""Columns: one or several a category, all standing on zero."""

from lessonbuild.model.blocks import Chart, Mark
from lessonbuild.writers.charts.colours import legible
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
from lessonbuild.writers.charts.sheet import ASCENT, LEADING, Rect, Sheet

_FEW = 6  # values that may stand beside an axis
WIDEST = 56.0  # points: a wider column looks like a wall


def draw(sheet: Sheet, chart: Chart) -> None:
    """Values over the columns where all fit, else a value axis with a grid."""
    paint = paints(chart, sheet.colours)
    top = head(sheet, chart, paint if len(paint) > 1 else [])
    values = [v for _, row in chart.series for v in row if v is not None]
    if chart.target:
        values.append(chart.target.value)
    low, high = span(values, zero=True)
    labelled = _fit(sheet, chart)
    over = (LEADING if labelled else 0) + (LEADING * 1.6 if chart.marks else 0)
    under = LEADING if labelled and low < 0 else 0
    plot = upright(sheet, chart, (low, high), top, 0, axis=not labelled, spare=(under, over))
    _columns(plot, paint)
    base_line(plot)
    target_line(plot)
    labels = _values(plot, paint, every=labelled)
    target_label(plot)
    _marks(plot, labels)


def bar_at(plot: Plot, series: int, category: int) -> tuple[float, float]:
    """Left and right of one column."""
    count = len(plot.chart.series)
    wide = min(plot.pitch * (0.62 if count == 1 else 0.76) / count, WIDEST)
    left = plot.middle(category) - wide * count / 2 + series * wide
    return left, left + wide - (min(1.0, wide * 0.1) if count > 1 else 0)


def _fit(sheet: Sheet, chart: Chart) -> bool:
    slot = sheet.width / len(chart.categories)
    slot = slot - 4 if len(chart.series) == 1 else slot * 0.76 / len(chart.series) + 1
    return all(sheet.measure(shown(chart, v), True) <= slot for _, row in chart.series for v in row if v is not None)


def _columns(plot: Plot, paint: list[Paint]) -> None:
    for s, (_, row) in enumerate(plot.chart.series):
        for c, value in enumerate(row):
            if value is not None:
                left, right = bar_at(plot, s, c)
                low, high = sorted((plot.scale(0), plot.scale(value)))
                fill = fill_of(paint[s], plot.chart, plot.chart.categories[c])
                plot.sheet.box(Rect(left, low, right, high), fill)


def _values(plot: Plot, paint: list[Paint], every: bool) -> set[tuple[int, int]]:
    """The values at the columns' ends: all, or those of a few emphasised ones beside an axis. Tells which."""
    sheet, chart = plot.sheet, plot.chart
    told = [
        shown(chart, v) for c, v in zip(chart.categories, chart.series[0][1], strict=True) if v and c in chart.emphasis
    ]
    if not every and (len(told) > _FEW or any(sheet.measure(words, True) > plot.pitch - 3 for words in told)):
        return set()
    labels = set()
    for s, (_, row) in enumerate(chart.series):
        for c, value in enumerate(row):
            strong = chart.categories[c] in chart.emphasis or (paint[s].strong and len(paint) > 1)
            if value is None or not (every or (chart.categories[c] in chart.emphasis and len(paint) == 1)):
                continue
            left, right = bar_at(plot, s, c)
            colour = sheet.colours.ink if strong or len(paint) == 1 else sheet.colours.muted
            if any(_repeats(chart, said, (s, c)) for said in chart.marks):
                colour, strong = legible(sheet.colours.accent, sheet.colours.paper, sheet.colours.ink), True
            up = plot.scale(value) + (2.6 if value >= 0 else -ASCENT - 2.6)
            _clear(plot, shown(chart, value), (left + right) / 2, up)
            value_label(plot, shown(chart, value), (left + right) / 2, up, colour, strong)
            labels.add((s, c))
    return labels


def _clear(plot: Plot, words: str, across: float, up: float) -> None:
    """Interrupt the target's line where it would strike through a value."""
    if plot.chart.target and up - 1.0 < plot.scale(plot.chart.target.value) < up + ASCENT + 1.0:
        half = plot.sheet.measure(words, True) / 2 + 2.0
        plot.sheet.box(Rect(across - half, up - 1.5, across + half, up + ASCENT + 1.0), plot.sheet.colours.paper)


def _repeats(chart: Chart, said: Mark, at: tuple[int, int]) -> bool:
    """Whether a mark says no more than the value at its place, perhaps rounded: then the value itself is stressed."""
    value = chart.series[at[0]][1][at[1]]
    if value is None or marked(chart, said) != at:
        return False
    return said.text in (shown(chart, value), f"{value:.0f}")


def _marks(plot: Plot, labels: set[tuple[int, int]]) -> None:
    for said in plot.chart.marks:
        if (found := marked(plot.chart, said)) and not (found in labels and _repeats(plot.chart, said, found)):
            value = plot.chart.series[found[0]][1][found[1]] or 0.0
            left, right = bar_at(plot, *found)
            at = ((left + right) / 2, plot.scale(value) + (LEADING if found in labels and value >= 0 else 0))
            mark(plot, said, at, legible(plot.sheet.colours.accent, plot.sheet.colours.paper, plot.sheet.colours.ink))
