"""Drawing charts: a Chart block becomes a matplotlib figure, which the PDF takes as vectors and Word as a picture.

The title is not in the drawing: the document prints it, with label and source.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from lessonbuild.model.blocks import Chart
from lessonbuild.model.brand import Brand
from lessonbuild.writers.charts import bars, columns, heatmap, lines, pareto, scatter, stacked, waterfall
from lessonbuild.writers.charts.sheet import LEADING, Sheet

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MM = 72 / 25.4
DPI = 200


def figure(chart: Chart, brand: Brand, width_mm: float, height_mm: float) -> "Figure":
    """The chart at its printed size; words are 8.5 points there."""
    sheet = Sheet(brand, width_mm * _MM, height_mm * _MM)
    match chart.kind:
        case Chart.Kind.COLUMN:
            columns.draw(sheet, chart)
        case Chart.Kind.BAR:
            bars.draw(sheet, chart)
        case Chart.Kind.LINE:
            lines.draw(sheet, chart)
        case Chart.Kind.STACKED:
            stacked.draw(sheet, chart)
        case Chart.Kind.WATERFALL:
            waterfall.draw(sheet, chart)
        case Chart.Kind.SHARE:  # the parts of a hundred are stacked as any others
            stacked.draw(sheet, replace(chart, kind=Chart.Kind.STACKED))
        case Chart.Kind.PARETO:
            pareto.draw(sheet, chart)
        case Chart.Kind.TORNADO:
            bars.draw(sheet, chart)
        case Chart.Kind.HEATMAP:
            heatmap.draw(sheet, chart)
        case Chart.Kind.SCATTER:
            scatter.draw(sheet, chart)
        case _ as never:
            assert_never(never)
    return sheet.figure


def png(chart: Chart, brand: Brand, width_mm: float, height_mm: float) -> bytes:
    """The chart as a picture of 200 dots an inch of paper; equal charts give equal bytes."""
    from lessonbuild.writers.charts import picture  # numpy and Pillow: imported on use

    return picture.png(figure(chart, brand, width_mm, height_mm), brand.text, round(DPI * brand.printing.scale))


def good_height(chart: Chart, width_mm: float) -> float:
    """The height in millimetres at which the chart reads well at this width."""
    if chart.kind is Chart.Kind.HEATMAP:
        besides = heatmap.notes_height(chart) + (LEADING + 4 if chart.target else 0)
        return min((heatmap.ROW * len(chart.series) + 2 * LEADING + 12 + besides) / _MM, 190.0)
    if chart.kind is Chart.Kind.SCATTER:
        return min(max(60.0, width_mm * 0.45), 80.0)
    if chart.kind in (Chart.Kind.BAR, Chart.Kind.PARETO, Chart.Kind.TORNADO):
        row = 17.0 if len(chart.series) == 1 or chart.kind is Chart.Kind.TORNADO else 7 + 9.5 * len(chart.series)
        long = any(len(name) > width_mm / 4.5 for name in chart.categories)
        rows = len(chart.categories) * max(row, LEADING * 2.2 if long else 0)
        head = 20 + (14 if len(chart.series) > 1 else 0) + (14 if chart.target else 0)
        return min(max(30.0, (rows + head) / _MM), 190.0)
    named = 0.0
    if chart.kind in (Chart.Kind.STACKED, Chart.Kind.SHARE):  # a name beside each segment, where a key would be far off
        named = min((len(chart.series) * (LEADING + 3) + 56) / _MM, 80.0)
    return max(min(max(44.0, width_mm * 0.31), 54.0), named) + (3 if chart.marks else 0)
