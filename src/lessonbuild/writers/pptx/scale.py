"""The value axis of a chart: from zero, in round steps; and the bars of a waterfall, which climb along it."""

import math
from dataclasses import dataclass

from lessonbuild.model.blocks import Chart
from lessonbuild.writers.pptx.grid import Box

_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Scale:
    """A value axis: its ends and the distance of its marks."""

    bottom: float
    top: float
    step: float

    def y(self, value: float, inner: Box) -> float:
        """The height at which a value stands on the slide."""
        return inner.bottom - inner.h * (value - self.bottom) / (self.top - self.bottom)


def axis(values: list[float]) -> Scale:
    """Round steps around values, from zero unless all lie far from it."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if low >= 0 and low < 0.6 * high:
        low = 0.0
    span = high - low if high - low > _NOTHING else abs(high) or 1.0
    step = min(_round_steps(span), key=lambda one: abs(span / one - 4))
    bottom = math.floor(low / step + 1e-9) * step
    return Scale(bottom, max(math.ceil(high / step - 1e-9) * step, bottom + step), step)


def scale_of(chart: Chart, valued: bool) -> Scale:
    """From zero to a round number above the highest point; to that point itself where points carry their values."""
    high, low = _extremes(chart)
    if chart.band:
        high = max(high, *(v for v in chart.band.high if v is not None))
        low = min(low, *(v for v in chart.band.low if v is not None))
    if chart.target:
        high, low = max(high, chart.target.value), min(low, chart.target.value)
    if chart.kind is Chart.Kind.LINE and chart.marks:
        high *= 1.06
    high = max(high, 0.0)
    span = high - min(low, 0.0)
    span = span if span > _NOTHING else 1.0
    if valued:  # below a negative bar its value needs room
        step = _round_steps(span)[0]
        return Scale(low - 0.12 * span if low < 0 else 0.0, high or step, step)
    return min((_around(low, high, step) for step in _round_steps(span)), key=lambda scale: _waste(scale, span))


def _around(low: float, high: float, step: float) -> Scale:
    """The marks that enclose the values and zero."""
    bottom = math.floor(low / step) * step if low < 0 else 0.0
    return Scale(bottom, math.ceil(high / step - 1e-9) * step or step, step)


def _waste(scale: Scale, span: float) -> float:
    """What speaks against a scale: room that holds nothing, and every line across the chart a little."""
    whole = scale.top - scale.bottom
    return whole / span + 0.06 * whole / scale.step


def _extremes(chart: Chart) -> tuple[float, float]:
    values = [[v or 0.0 for v in values] for _, values in chart.series]
    match chart.kind:
        case Chart.Kind.PARETO:
            sums = [0.0, *chart.running]
        case Chart.Kind.STACKED | Chart.Kind.SHARE:
            sums = [sum(column) for column in zip(*values, strict=True)]
        case Chart.Kind.WATERFALL:
            sums = [edge for _, *edges in steps(chart) for edge in edges]
        case _:
            sums = [v for series in values for v in series]
    return max(sums, default=1.0), min(sums, default=0.0)


def _round_steps(span: float) -> list[float]:
    """Round numbers of which three to six make the span."""
    size: float = 10.0 ** math.floor(math.log10(span / 6))
    return [size * m for m in (1, 2, 2.5, 5, 10, 20, 25) if 0.999 * span / 6 <= size * m <= 1.001 * span / 2.4]


def steps(chart: Chart) -> list[tuple[str, float, float]]:
    """A waterfall's bars: category, where it starts, where it ends."""
    level, bars = 0.0, []
    for category, value in zip(chart.categories, chart.series[0][1], strict=True):
        change = value or 0.0
        start = 0.0 if category in chart.totals else level
        level = start + change
        bars.append((category, start, level))
    return bars


def decimals_of(step: float) -> int:
    """How many decimals the marks of an axis need."""
    return next((n for n in range(4) if abs(round(step, n) - step) < 1e-9), 4)


def opposed(chart: Chart) -> bool:
    """Two series, one to either side of zero: they share a row."""
    pairs = list(zip(*(values for _, values in chart.series), strict=True))
    return len(chart.series) == 2 and all((left or 0) * (right or 0) <= 0 for left, right in pairs)
