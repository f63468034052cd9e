"""How wide the columns of a table are: measured, so that no word is broken, no column cramped, no row too tall."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import permutations

from lessonbuild.fonts import advance, face_of, widest_word, wrap
from lessonbuild.model.brand import FontFamily
from lessonbuild.model.document import Table
from lessonbuild.model.text import Run, Text, plain
from lessonbuild.writers.docx.cells import PAD

SIZES = (9.5, 9.0, 8.5)  # of a table's words: as large as fits, and nothing smaller
_FULL = 0.62  # a table that would fill less than this of the width stands at its natural width
_STEPS = (24.0, 12.0, 6.0)  # by which columns trade width, in points
_PADDING = 2 * PAD + 0.5

Widths = tuple[float, ...]
Spread = Callable[[list["Needs"], float], Widths]  # what makes widths of the columns' needs and of the room


@dataclass(frozen=True, slots=True)
class Needs:
    """What one column wants, in points: `least` so that no word breaks, `best` so that no line does."""

    least: float
    best: float


@dataclass(frozen=True, slots=True)
class Fit:
    """The widths of the columns and the size of the words; `crowded` when words must break even so."""

    widths: Widths
    size: float
    crowded: bool = False


def fit(
    table: Table, room: float, family: FontFamily, sizes: Sequence[float] = SIZES, spread: Spread | None = None
) -> Fit:
    """The widths and the largest size at which the table fits the room. `spread` gives them, if not what is printed."""
    for size in sizes:
        needs = [_needs(table, column, family, size) for column in range(len(table.head))]
        if sum(need.least for need in needs) <= room:
            return Fit(spread(needs, room) if spread else _widths(table, needs, room, family, size), size)
    scale = room / sum(need.least for need in needs)
    return Fit(tuple(need.least * scale for need in needs), size, crowded=True)


def lowest(table: Table, room: float, family: FontFamily, size: float) -> Fit:
    """The widths at which the table is least high, whatever shares its author gave."""
    return fit(replace(table, widths=()), room, family, (size,))


def lines(table: Table, found: Fit, family: FontFamily) -> list[int]:
    """How many lines each row takes, the head first."""
    counted = _counter(table, family, found.size)
    return [
        max(row) for row in zip(*(counted(column, width) for column, width in enumerate(found.widths)), strict=True)
    ]


def _needs(table: Table, column: int, family: FontFamily, size: float) -> Needs:
    head, cells = table.head[column], [row[column] for row in table.rows]
    best = max((_longest(cell, family, size, table.total) for cell in cells), default=0.0)
    least = (
        best
        if column in table.numeric
        else max((widest_word(cell, family, size, table.total) for cell in cells), default=0.0)
    )
    least, best = (
        max(least, widest_word(head, family, size, bold=True)),
        max(best, _longest(head, family, size, bold=True)),
    )
    return Needs(least + _PADDING, best + _PADDING)


def _longest(words: Text, family: FontFamily, size: float, bold: bool) -> float:
    """The width of the words on one line; of the longest line where they are on several."""
    found: list[list[Run]] = [[]]
    for run in words:
        first, *further = run.text.split("\n")
        found[-1].append(Run(first, run.style))
        found += [[Run(piece, run.style)] for piece in further]
    return max(sum(advance(run.text, face_of(family, run.style, bold), size) for run in line) for line in found)


def _widths(table: Table, needs: list[Needs], room: float, family: FontFamily, size: float) -> Widths:
    best = sum(need.best for need in needs)
    if table.widths:
        return by_share(table.widths, needs, room)
    if best > room:
        return _traded(squeezed(needs, room), needs, _counter(table, family, size))
    if best < room * _FULL:
        return tuple(n.best + min(24.0, (room - best) / len(needs)) for n in needs)
    return tuple(n.best * room / best for n in needs)


def squeezed(needs: list[Needs], room: float) -> Widths:
    """Each column's least, and its part of what is left."""
    spare, wanted = room - sum(n.least for n in needs), sum(n.best - n.least for n in needs)
    return tuple(n.least + spare * (n.best - n.least) / wanted for n in needs)


def by_share(shares: Widths, needs: list[Needs], room: float) -> Widths:
    """The author's shares; a column that they would cramp takes what it lacks from the others' spare room."""
    asked = [(share * room / sum(shares), need.least) for share, need in zip(shares, needs, strict=True)]
    lacking = sum(max(0.0, least - width) for width, least in asked)
    spare = sum(max(0.0, width - least) for width, least in asked)
    part = lacking / spare if spare else 0.0
    return tuple(least if width < least else width - (width - least) * part for width, least in asked)


def _traded(widths: Widths, needs: list[Needs], counted: Callable[[int, float], tuple[int, ...]]) -> Widths:
    """Columns give each other width as long as that takes lines away."""

    def height(tried: Widths) -> int:
        return sum(map(max, zip(*(counted(column, width) for column, width in enumerate(tried)), strict=True)))

    for step in _STEPS:
        while trades := [
            _trade(widths, a, b, step)
            for a, b in permutations(range(len(widths)), 2)
            if widths[a] - step >= needs[a].least
        ]:
            lower = min(trades, key=height)
            if height(lower) >= height(widths):
                break
            widths = lower
    return widths


def _trade(widths: Widths, giver: int, taker: int, step: float) -> Widths:
    change = {giver: -step, taker: step}
    return tuple(width + change.get(column, 0.0) for column, width in enumerate(widths))


def _counter(table: Table, family: FontFamily, size: float) -> Callable[[int, float], tuple[int, ...]]:
    """What counts the lines of a column's cells, the head first, at a width; it remembers what it has counted."""
    rows = (table.head, *table.rows)

    @cache
    def longest(row: int, column: int) -> float:
        return _longest(rows[row][column], family, size, bold=row == 0)

    @cache
    def counted(column: int, width: float) -> tuple[int, ...]:
        inner = width - 2 * PAD
        return tuple(
            plain(cells[column]).count("\n") + 1
            if longest(row, column) <= inner
            else len(wrap(cells[column], family, size, inner, bold=row == 0))
            for row, cells in enumerate(rows)
        )

    return counted
