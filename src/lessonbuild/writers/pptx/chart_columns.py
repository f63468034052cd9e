"""The columns of a native chart's workbook: its series, what carries labels or is drawn besides, and its target."""

from lessonbuild.model.blocks import Chart
from lessonbuild.writers.pptx.scale import steps

UNDER, SPREAD, EDGE = "≥", "↕", "≥ "  # in the workbook of a band: its lower end, how wide it is, its lower edge
BASE, TOPS = "–", "="  # in a waterfall's workbook: what stands under its bars, and where they end

Values = tuple[float | None, ...]


def columns(chart: Chart) -> list[tuple[str, Values]]:
    """The columns of the workbook: the series, what carries labels or is drawn besides, and the target."""
    found = list(chart.series)
    if chart.kind is Chart.Kind.WATERFALL:
        bars = steps(chart)
        found = [
            (BASE, tuple(min(start, end) for _, start, end in bars)),
            (chart.series[0][0], tuple(abs(end - start) for _, start, end in bars)),
            (TOPS, tuple(max(start, end) for _, start, end in bars)),
        ]
    return [*found, *besides(chart), *targets(chart)]


def besides(chart: Chart) -> list[tuple[str, Values]]:
    """What is drawn and is neither series nor target."""
    return [*_running(chart), *_banded(chart), *_marked_tops(chart)]


def _marked_tops(chart: Chart) -> list[tuple[str, Values]]:
    """The tops of stacks that have a mark: an unseen line there carries the words."""
    if chart.kind is not Chart.Kind.STACKED or not chart.marks:
        return []
    marked = {mark.at for mark in chart.marks}
    columns = zip(chart.categories, zip(*(values for _, values in chart.series), strict=True), strict=True)
    return [(TOPS, tuple(sum(max(v or 0.0, 0.0) for v in held) if c in marked else None for c, held in columns))]


def _running(chart: Chart) -> list[tuple[str, Values]]:
    """The running sum of a Pareto chart."""
    return [("Σ", chart.running)] if chart.kind is Chart.Kind.PARETO else []


def _banded(chart: Chart) -> list[tuple[str, Values]]:
    """What is under the band, the band itself, its lower edge, and its upper edge, which carries its name."""
    band = chart.band
    if band is None:
        return []
    spread = tuple(
        None if low is None or high is None else high - low for low, high in zip(band.low, band.high, strict=True)
    )
    return [(UNDER, band.low), (SPREAD, spread), (EDGE, band.low), (band.name, band.high)]


def targets(chart: Chart) -> list[tuple[str, Values]]:
    """The target as a series of one value; a line across lying bars is drawn beside the chart instead."""
    if chart.target is None or chart.kind is Chart.Kind.BAR:
        return []
    return [(chart.target.label, (chart.target.value,) * len(chart.categories))]


def number_format(decimals: int, signed: bool = False) -> str:
    """A format of numbers, in Excel's words; `signed` for changes."""
    positive = "#,##0" + ("." + "0" * decimals if decimals else "")
    return f"+{positive};−{positive};{positive}" if signed else f"{positive};−{positive}"
