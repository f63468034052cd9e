"""A table to fill in on a screen: it fills the slide, and all rows with room to write are equally high."""

from collections.abc import Sequence
from dataclasses import replace

from lessonbuild.model.blocks import FormTable
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Table
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.pieces import Align, Anchor, Cell, Grid, Para, Piece
from lessonbuild.writers.pptx.tables import breaks, captioned, measured

_LEAST = 36.0  # half an inch: a line of 18 points, and air
_SIZES = (18.0, 16.0, 14.0)


def form_pages(block: FormTable, area: Box, brand: Brand) -> list[tuple[Piece, ...]]:
    """The table on one slide at the largest size that fits; else at the smallest, its rows over several slides."""
    table = next(part for part in block.parts() if isinstance(part, Table))
    caption, room = captioned(table.caption, area, brand)
    grids = [grid for size in _SIZES for grid in _measured(table, room, size, brand)]
    least = [_least(grid) for grid in grids]
    for grid, heights in zip(grids, least, strict=True):
        if sum(heights) <= room.h:
            return [(*caption, _opened(_filled(grid, heights, room), block))]
    if not grids:
        return []
    return [(*caption, _opened(page, block)) for page in _pages(grids[-1], least[-1], room)]


def _measured(table: Table, room: Box, size: float, brand: Brand) -> tuple[Grid, ...]:
    """The table over the whole width; where its columns have no shares, those to write in get what is left."""
    grid = measured(table, room, size, brand, size * 0.36)
    if grid and not table.widths:
        open_ = [not all(row[i].para.runs for row in grid.rows) for i in range(len(grid.widths))]
        more = max(0.0, room.w - sum(grid.widths)) / max(1, sum(open_))
        wide = tuple(w + more if is_open else w for w, is_open in zip(grid.widths, open_, strict=True))
        grid = measured(replace(table, widths=wide), room, size, brand, size * 0.36)
    return (grid,) if grid else ()


def _pages(grid: Grid, heights: Sequence[float], room: Box) -> list[Grid]:
    """As many rows a slide as it holds, the head on each."""
    pages = []
    for start, end in breaks(heights[1:], room.h - heights[0], keep=2 if grid.total else 1):
        rows = (grid.rows[0], *grid.rows[start + 1 : end + 1])
        high = (heights[0], *heights[start + 1 : end + 1])
        anchors = (grid.anchors[0], *grid.anchors[start + 1 : end + 1])
        total = grid.total and end == len(heights) - 1
        page = replace(grid, rows=rows, heights=high, anchors=anchors, total=total)
        pages.append(_filled(page, high, room) if end < len(heights) - 1 else _as_high(page, high))
    return pages


def _is_open(row: Sequence[Cell]) -> bool:
    return not all(cell.para.runs for cell in row)


def _least(grid: Grid) -> list[float]:
    """The least heights: half an inch for rows to write in, or what the highest of them needs for its words."""
    open_ = [_is_open(row) for row in grid.rows]
    open_[0] = False
    high = max([_LEAST, *(h for h, is_open in zip(grid.heights, open_, strict=True) if is_open)])
    return [high if is_open else h for h, is_open in zip(grid.heights, open_, strict=True)]


def _filled(grid: Grid, heights: Sequence[float], room: Box) -> Grid:
    """What is left of the room goes to the rows to write in, in equal parts."""
    open_ = [n > 0 and _is_open(row) for n, row in enumerate(grid.rows)]
    more = max(0.0, room.h - sum(heights)) / max(1, sum(open_))
    return _as_high(grid, [h + more if is_open else h for h, is_open in zip(heights, open_, strict=True)])


def _as_high(grid: Grid, heights: Sequence[float]) -> Grid:
    anchors = (Anchor.BOTTOM, *(Anchor.TOP if high > 1.7 * _LEAST else Anchor.MIDDLE for high in heights[1:]))
    return replace(grid, heights=tuple(heights), anchors=anchors, box=grid.box._replace(h=sum(heights)))


def _opened(grid: Grid, block: FormTable) -> Grid:
    """Empty cells set off as room to write; marks stand in the middle of a column that is ticked."""
    head, *rows = grid.rows
    return replace(grid, rows=(head, *(tuple(_cell(c, i, block) for i, c in enumerate(row)) for row in rows)))


def _cell(cell: Cell, column: int, block: FormTable) -> Cell:
    if cell.para.runs:
        return cell
    align = Align.CENTRE if column in block.ticks else cell.para.align
    return replace(cell, open=True, para=Para((), cell.para.size, cell.para.colour, align=align))
