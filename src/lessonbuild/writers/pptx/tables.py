"""Tables with every width and height measured: columns by their words, rows by their lines, pages by their rows."""

from collections.abc import Sequence
from dataclasses import replace

from lessonbuild import fonts
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Table
from lessonbuild.model.text import Text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.pieces import Align, Anchor, Cell, Colour, Grid, Para, Piece, Words

_TIGHT = 3.5  # points above and below the words of a row where room is short
SIZES = (20.0, 18.0, 16.0, 14.0)
_FEW, _LARGE = 4, (24.0, 22.0)  # a table of few rows is set larger


def table_pages(table: Table, area: Box, brand: Brand) -> list[tuple[Piece, ...]]:
    """The table at the largest size at which it fits; else at the smallest, its rows over several slides."""
    caption, room = captioned(table.caption, area, brand)
    sizes = (*_LARGE, *SIZES) if len(table.rows) <= _FEW else SIZES
    grids = [grid for size in sizes if (grid := grid_of(table, room, size, brand))]
    level = (grid for grid in grids if _size(grid) >= 18 and _is_level(grid))
    grid = next(level, None) or next(iter(grids), None)
    if grid:
        return [(*caption, _aired(grid, room))]
    return [(*caption, page) for page in _pages(table, room, brand)]


def captioned(caption: Text, area: Box, brand: Brand) -> tuple[tuple[Words, ...], Box]:
    """The caption, if there is one, and the room that it leaves."""
    if not caption:
        return (), area
    para = Para(caption, 18, Colour.DARK, bold=True)
    high = fit.height((para,), area.w, brand)
    return (Words(area.top_part(high), (para,), name="Caption"),), area.below(high + 10)


def _is_level(grid: Grid) -> bool:
    """Whether no row takes more than one line: then a smaller step is the better table."""
    return len(set(grid.heights[1:])) == 1 and Anchor.TOP not in grid.anchors


def _size(grid: Grid) -> float:
    return grid.rows[0][0].para.size


def _aired(grid: Grid, room: Box) -> Grid:
    """Rows a little higher where there is room: up to a third, and those of a short table up to a half."""
    most = 1.5 if len(grid.rows) <= _FEW + 1 else 1.33
    share = min(most, max(1.0, room.h * 0.92 / sum(grid.heights)))
    heights = tuple(high * share for high in grid.heights)
    down = grid.down + min(grid.heights) * (share - 1) / 2  # so that words at the top of a row stand clear of its rule
    return replace(grid, heights=heights, down=down, box=grid.box._replace(h=sum(heights)))


def grid_of(table: Table, room: Box, size: float, brand: Brand) -> Grid | None:
    """The table in the room at a size, or None where a row or a word does not fit."""
    grids = (measured(table, room, size, brand, down) for down in (size * 0.36, _TIGHT))
    return next((grid for grid in grids if grid and grid.box.h <= room.h), None)


def measured(table: Table, room: Box, size: float, brand: Brand, down: float = _TIGHT) -> Grid | None:
    """The table as wide as the room and as high as it comes, or None where a word has to be broken."""
    rows = _rows(table, size)
    widths = _widths(table, rows, room.w, size, brand)
    pad = _pad(size)
    whole = all(
        fit.whole((cell.para,), cell.inner(i, widths[i], pad), brand) for row in rows for i, cell in enumerate(row)
    )
    heights = _heights(rows, widths, size, down, brand)
    return _grid(table, room, rows, widths, heights, size, down) if whole else None


def _grid(
    table: Table,
    room: Box,
    rows: Sequence[tuple[Cell, ...]],
    widths: list[float],
    heights: list[float],
    size: float,
    down: float,
) -> Grid:
    """Rows of one line stand in the middle of their height, others at its top; the head on its rule."""
    box = Box(room.x, room.y, sum(widths), sum(heights))
    anchors = (Anchor.BOTTOM, *(Anchor.MIDDLE if high < 2 * size + 2 * down else Anchor.TOP for high in heights[1:]))
    made = tuple(widths), tuple(heights), tuple(rows)
    return Grid(box, *made, table.description, _pad(size), down, anchors, total=table.total)


def _pages(table: Table, room: Box, brand: Brand) -> list[Grid]:
    """As many rows a page as it holds, the head on each. A row higher than a page keeps a page for itself."""
    size = SIZES[-1]
    head, *rows = _rows(table, size)
    widths = _widths(table, [head, *rows], room.w, size, brand)
    first, *heights = _heights([head, *rows], widths, size, _TIGHT, brand)
    pages: list[Grid] = []
    for start, end in breaks(heights, room.h - first, keep=2 if table.total else 1):
        part = replace(table, total=table.total and end == len(rows))
        pages.append(_grid(part, room, [head, *rows[start:end]], widths, [first, *heights[start:end]], size, _TIGHT))
    return pages


def breaks(heights: Sequence[float], room: float, keep: int) -> list[tuple[int, int]]:
    """Where the rows part; the last `keep` rows stay together, so that no total stands alone."""
    parts: list[tuple[int, int]] = []
    start = 0
    while start < len(heights):
        end, used = start, 0.0
        while end < len(heights) and (end == start or used + heights[end] <= room):
            used += heights[end]
            end += 1
        if end < len(heights) < end + keep and end - start > 1:
            end = len(heights) - keep
        parts.append((start, end))
        start = end
    return parts


def _pad(size: float) -> float:
    """Left and right of a cell's words."""
    return 8.0 if size >= 18 else 6.0


def _rows(table: Table, size: float) -> list[tuple[Cell, ...]]:
    """Head, rows and total, in their types and with the rules under them."""
    head = tuple(_cell(text, i, table, size, Colour.DARK, True, Colour.DARK, 1.5) for i, text in enumerate(table.head))
    rows = [head]
    for n, row in enumerate(table.rows):
        last, before_total = n == len(table.rows) - 1, table.total and n == len(table.rows) - 2
        rule = Colour.DARK if before_total or (last and table.total) else Colour.LINE
        bold = last and table.total
        rows.append(
            tuple(
                _cell(text, i, table, size, Colour.INK, bold, rule, 1 if rule is Colour.DARK else 0.75)
                for i, text in enumerate(row)
            )
        )
    return rows


def _cell(text: Text, i: int, table: Table, size: float, tone: Colour, bold: bool, rule: Colour, weight: float) -> Cell:
    numeric, last = i in table.numeric, i == len(table.head) - 1
    beside = size * 0.6 if numeric and not last and i + 1 not in table.numeric else 0.0  # before words that follow
    align = Align.RIGHT if numeric else Align.LEFT
    return Cell(Para(text, size, tone, bold, align=align), rule, weight, right=beside)


def _widths(table: Table, rows: Sequence[tuple[Cell, ...]], room: float, size: float, brand: Brand) -> list[float]:
    """Each column as wide as its words, and if the room is too narrow, as near to it as the longest word allows."""
    if table.widths:
        return [room * share / sum(table.widths) for share in table.widths]
    columns = list(enumerate(zip(*rows, strict=True)))
    pads = [0.5 - cell.inner(i, 0, _pad(size)) for i, cell in enumerate(rows[0])]
    least = [max(_longest_word(cell.para, brand) for cell in column) + pads[i] for i, column in columns]
    natural = [
        max(fit.width(cell.para.runs, size, brand, cell.para.bold) for cell in column) + pads[i]
        for i, column in columns
    ]
    air = [size if i in table.numeric and i else 0.0 for i, _ in columns]  # left of numbers, where there is room
    if sum(natural) + sum(air) <= room:
        natural = [wide + more for wide, more in zip(natural, air, strict=True)]
    wanted = [max(a, b) for a, b in zip(natural, least, strict=True)]
    spare = room - sum(wanted)
    if spare >= 0:
        loose = [i for i in range(len(columns)) if i not in table.numeric] or [0]
        full = min(spare, 0.25 * sum(wanted)) if spare > 0.3 * room else spare
        return [w + full * (w / sum(wanted[j] for j in loose) if i in loose else 0) for i, w in enumerate(wanted)]
    return _shared(wanted, least, room)


def _shared(wanted: list[float], least: list[float], room: float) -> list[float]:
    """The room shared in proportion to what the columns want; none gets less than its longest word needs."""
    widths, open_ = list(least), set(range(len(wanted)))
    while open_:
        free = room - sum(widths[i] for i in range(len(wanted)) if i not in open_)
        total = sum(wanted[i] for i in open_)
        short = {i for i in open_ if wanted[i] * free / total < least[i]}
        if not short:
            for i in open_:
                widths[i] = wanted[i] * free / total
            return widths
        open_ -= short
    return [w * room / sum(widths) for w in widths]


def _longest_word(para: Para, brand: Brand) -> float:
    return fonts.widest_word(para.runs, brand.text, para.size, para.bold)


def _heights(
    rows: Sequence[tuple[Cell, ...]], widths: Sequence[float], size: float, down: float, brand: Brand
) -> list[float]:
    def high(column: int, cell: Cell) -> float:
        return fit.height((cell.para,), cell.inner(column, widths[column], _pad(size)), brand) + 2 * down

    return [max(high(i, cell) for i, cell in enumerate(row)) for row in rows]
