"""The agenda: a table whose rows are as high as the phases are long, beside the day's stairs."""

import re
from dataclasses import replace

from lessonbuild.model.blocks import Agenda
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Table
from lessonbuild.model.text import Style, Text, text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import WIDTH, Box, span
from lessonbuild.writers.pptx.pieces import Anchor, Colour, Grid, Group, Para, Piece, Shape, Words
from lessonbuild.writers.pptx.tables import SIZES, grid_of, table_pages


def agenda_pages(block: Agenda, area: Box, brand: Brand) -> list[tuple[Piece, ...]]:
    """To scale where it fits on one slide, else as a table of as many slides as it takes; the end stands under it."""
    ends = Para(text(block.ends), 18, Colour.ACCENT, bold=True)
    high = fit.height((ends,), area.w, brand)
    last = Words(Box(area.x, area.bottom - high, area.w, high), (ends,), Anchor.BOTTOM, "text")
    room = area.top_part(area.h - high - 14)
    pages = [scaled] if (scaled := _to_scale(block, room, brand)) else table_pages(_table(block), room, brand)
    return [*pages[:-1], (*pages[-1], last)]


def _table(block: Agenda) -> Table:
    rows = tuple((text(row.clock), text(row.minutes), _bold(row.name), row.what) for row in block.rows)
    return Table(block.head, rows, f"{len(rows)}: {block.ends}", numeric=(1,), widths=(11, 17, 19, 53))


def _bold(runs: Text) -> Text:
    return tuple(replace(run, style=Style.STRONG) for run in runs)


def _to_scale(block: Agenda, room: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """The table over eight columns, each row's minutes as its height, and each row's step at the right edge."""
    found = [re.match(r"\d+", row.minutes) for row in block.rows]
    minutes = [float(number[0]) for number in found if number]
    left = room._replace(w=span(1, 8).w)
    grid = next((g for size in SIZES[:3] if (g := grid_of(_table(block), left, size, brand))), None)
    if grid is None or len(minutes) < len(found) or not minutes:
        return None
    head, *least = grid.heights
    heights = (head, *_stretched(least, minutes, room.h - head))
    anchors = (Anchor.BOTTOM, *(Anchor.TOP for _ in least))
    grid = replace(grid, heights=heights, anchors=anchors, box=grid.box._replace(h=sum(heights)))
    return (_steps(grid), grid)


def _stretched(least: list[float], minutes: list[float], room: float) -> list[float]:
    """Heights in proportion to the minutes, none lower than its words, together at most the room."""
    low, high = 0.0, room / sum(minutes)
    for _ in range(20):
        middle = (low + high) / 2
        fits = sum(max(a, middle * m) for a, m in zip(least, minutes, strict=True)) <= room
        low, high = (middle, high) if fits else (low, middle)
    return [max(a, low * m) for a, m in zip(least, minutes, strict=True)]


def _steps(grid: Grid) -> Group:
    first, last = span(12, 12).x, span(9, 9).x
    y, shapes = grid.box.y + grid.heights[0], []
    for i, high in enumerate(grid.heights[1:]):
        left = first + (last - first) * i / max(1, len(grid.heights) - 2)
        shapes.append(Shape(Box(left, y + 2, WIDTH - left, high - 4), fill=Colour.LINE, name="Phase"))
        y += high
    return Group("Day", "", tuple(shapes))
