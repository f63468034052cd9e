"""A heatmap as a native table: the larger the value, the darker its cell, in steps of the theme's accent."""

from lessonbuild.model.blocks import Chart
from lessonbuild.model.brand import Brand
from lessonbuild.model.text import Run, Style, text
from lessonbuild.writers.charts.heatmap import aim, lettered, shade_of, words_in
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.paints import ink_on, tone
from lessonbuild.writers.pptx.pieces import Align, Anchor, Cell, Colour, Grid, Para, Piece, Words

_NAMES = 0.34  # of the width, at most, for the names of rows
_PAD, _DOWN = 4.0, 3.0
_HIGHEST = 46.0  # points of a row: higher ones look empty


def heatmap(chart: Chart, box: Box, size: float, brand: Brand) -> tuple[Piece, ...]:
    """What the dots stand for, the grid, and under it the words of its marks."""
    over = (Para(text(aim(chart)), size, Colour.INK, bold=True),) if chart.target else ()
    under = tuple(_note(letter, said.text, size) for letter, said in lettered(chart).values())
    top, foot = (fit.height(paras, box.w, brand) + 6 if paras else 0.0 for paras in (over, under))
    grid = _grid(chart, Box(box.x, box.y + top, box.w, box.h - top - foot), size, brand)
    pieces: list[Piece] = [grid]
    if over:
        pieces.insert(0, Words(box.top_part(top), over, name="Target"))
    if under:
        pieces.append(Words(Box(box.x, grid.box.bottom + 6, box.w, foot), under, name="Marks"))
    return tuple(pieces)


def _note(letter: str, words: str, size: float) -> Para:
    return Para((Run(letter, Style.STRONG), Run(f"  {words}")), size, Colour.ACCENT, bold=True)


def _grid(chart: Chart, box: Box, size: float, brand: Brand) -> Grid:
    """Rows are series, columns categories; the head holds the categories."""
    longest = max(fit.width(text(name), size, brand, True) for name, _ in chart.series) + 2 * _PAD
    first = min(longest, box.w * _NAMES)
    each = (box.w - first) / len(chart.categories)
    rows = [_head(chart, size), *(_row(chart, row, size, brand) for row in range(len(chart.series)))]
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
    paras = [
        Para(text(name), size, Colour.INK if name in chart.emphasis else Colour.MUTED, name in chart.emphasis,
             align=Align.CENTRE)
        for name in chart.categories
    ]  # fmt: skip
    return (Cell(Para((), size), Colour.PAPER), *(Cell(para, Colour.PAPER) for para in paras))


def _row(chart: Chart, row: int, size: float, brand: Brand) -> tuple[Cell, ...]:
    name, values = chart.series[row]
    cells = [Cell(Para(text(name), size, Colour.INK, bold=name in chart.emphasis), Colour.PAPER, 1.5)]
    for column, value in enumerate(values):
        shade = None if value is None else shade_of(chart, value, brand.colours)
        ink = ink_on(shade, brand) if shade else Colour.MUTED
        ring = (row, column) in lettered(chart)
        para = Para(text(words_in(chart, row, column)), size, ink, ring, align=Align.CENTRE)
        cells.append(Cell(para, Colour.PAPER, 1.5, ground=tone(shade, brand) if shade else None, ring=ring))
    return tuple(cells)
