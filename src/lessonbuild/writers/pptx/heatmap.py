"""A heatmap as a native table: the larger the value, the darker its cell, in steps of the theme's accent."""

from lessonbuild.model.blocks import Chart
from lessonbuild.model.brand import Brand
from lessonbuild.model.text import text
from lessonbuild.writers.charts.colours import mixed, on
from lessonbuild.writers.charts.heatmap import strength
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.pieces import Align, Anchor, Cell, Colour, Grid, Para

_NAMES = 0.34  # of the width, at most, for the names of rows
_PAD, _DOWN = 4.0, 3.0
_HIGHEST = 46.0  # points of a row: higher ones look empty


def heatmap(chart: Chart, box: Box, size: float, brand: Brand) -> Grid:
    """Rows are series, columns categories; the head holds the categories."""
    longest = max(fit.width(text(name), size, brand, True) for name, _ in chart.series) + 2 * _PAD
    first = min(longest, box.w * _NAMES)
    each = (box.w - first) / len(chart.categories)
    rows = [_head(chart, size)]
    rows += [_row(chart, name, values, size, brand) for name, values in chart.series]
    heights = [size * 1.6] + [_height(name, first, size, brand) for name, _ in chart.series]
    spare = (box.h - sum(heights)) / len(chart.series)
    heights = heights[:1] + [min(high + max(0.0, spare), max(high, _HIGHEST)) for high in heights[1:]]
    place = Box(box.x, box.y, box.w, sum(heights))
    widths = (first, *(each for _ in chart.categories))
    anchors = tuple(Anchor.MIDDLE for _ in rows)
    return Grid(place, widths, tuple(heights), tuple(rows), chart.alt, _PAD, _DOWN, anchors, slot="chart")


def _height(name: str, width: float, size: float, brand: Brand) -> float:
    return fit.height((Para(text(name), size),), width - 2 * _PAD, brand) + 2 * _DOWN


def _head(chart: Chart, size: float) -> tuple[Cell, ...]:
    paras = [Para(text(name), size, Colour.MUTED, align=Align.CENTRE) for name in chart.categories]
    return (Cell(Para((), size), Colour.PAPER), *(Cell(para, Colour.PAPER) for para in paras))


def _row(chart: Chart, name: str, values: tuple[float | None, ...], size: float, brand: Brand) -> tuple[Cell, ...]:
    strong = name in chart.emphasis
    cells = [Cell(Para(text(name), size, Colour.INK, bold=strong), Colour.PAPER, 1.5)]
    for value in values:
        share = 0 if value is None else round(100 * strength(chart, value, brand.colours))
        tone = Colour.MUTED if value is None else _readable(share, brand)
        words = chart.shown(value).replace("-", "−")
        cells.append(Cell(Para(text(words), size, tone, align=Align.CENTRE), Colour.PAPER, 1.5, shade=share))
    return tuple(cells)


def _readable(share: int, brand: Brand) -> Colour:
    """Ink or paper, whichever reads better on the shade."""
    colours = brand.colours
    ground = mixed(colours.paper, colours.accent, share / 100)
    return Colour.INK if on(ground, colours) == colours.ink else Colour.PAPER
