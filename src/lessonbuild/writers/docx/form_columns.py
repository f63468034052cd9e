"""How wide the columns of a table to fill in are: what is printed has its room, what is written gets the rest."""

from dataclasses import replace

from lessonbuild.model.blocks import FormTable
from lessonbuild.model.brand import FontFamily
from lessonbuild.model.document import Table
from lessonbuild.writers.docx.columns import Fit, Needs, Widths, by_share, fit, squeezed

_BOX = 28.0  # a column of boxes to tick, at least, in points
_PRINTED = 0.4  # of the width: the most that a column of printed words wants
_WRITTEN = 0.16  # of the width: the least that a column without any wants


def form_fit(block: FormTable, room: float, family: FontFamily) -> Fit:
    """Widths that fill the room, and the size of what is printed."""
    printed = Table(block.head, block.rows, block.description, total=block.total)

    def spread(needs: list[Needs], room: float) -> Widths:
        needs = [_boxed(need) if column in block.ticks else need for column, need in enumerate(needs)]
        return by_share(block.widths, needs, room) if block.widths else _spread(block, needs, room)

    return fit(printed, room, family, spread=spread)


def _boxed(need: Needs) -> Needs:
    """A column of boxes is as wide as its head asks with one word a line."""
    least = max(need.least, _BOX)
    return Needs(least, least)


def _spread(block: FormTable, needs: list[Needs], room: float) -> Widths:
    """What the columns want; what is over goes to those that are written in, twice to those without any print."""
    filled = [[bool(row[column]) for row in block.rows] for column in range(len(needs))]
    ticks = [column in block.ticks for column in range(len(needs))]
    wants = [_want(need, any(full), room) for need, full in zip(needs, filled, strict=True)]
    spare = room - sum(want.best for want in wants)
    if spare < 0:
        return squeezed(wants, room)
    weights = [0 if tick or all(full) else 1 if any(full) else 2 for tick, full in zip(ticks, filled, strict=True)]
    weights = weights if any(weights) else [1] * len(needs)
    return tuple(want.best + spare * weight / sum(weights) for want, weight in zip(wants, weights, strict=True))


def _want(need: Needs, printed: bool, room: float) -> Needs:
    if need.least == need.best:
        return need
    most = min(need.best, room * _PRINTED) if printed else max(need.best, room * _WRITTEN)
    return replace(need, best=max(need.least, most))
