"""Where words go in a chart: beside each other without touching, near what they name, thinned out where too many."""

from collections.abc import Iterable
from itertools import accumulate, pairwise

from lessonbuild.writers.charts.sheet import ASCENT, DESCENT, LEADING, Rect, Sheet

_BESIDE = 8.0  # what a place beside a point counts as: one a little over it is nearer


def spread(wanted: list[float], heights: list[float], low: float, high: float) -> list[float]:
    """The middles of labels along a line, moved as little as keeps them apart and between low and high."""
    if not wanted:
        return []
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    apart = list(accumulate(((heights[a] + heights[b]) / 2 for a, b in pairwise(order)), initial=0.0))
    free = _rising([wanted[i] - offset for i, offset in zip(order, apart, strict=True)])
    first, last = low + heights[order[0]] / 2, high - heights[order[-1]] / 2 - apart[-1]
    out = [0.0] * len(wanted)
    for i, offset, at in zip(order, apart, free, strict=True):
        out[i] = max(min(at, last), first) + offset
    return out


def _rising(values: list[float]) -> list[float]:
    """The nearest values that never fall (isotonic regression by pooling neighbours)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            before, many = pools.pop()
            mean, count = (mean * count + before * many) / (count + many), count + many
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]


def category_lines(sheet: Sheet, names: tuple[str, ...], pitch: float, told: frozenset[str]) -> list[list[str]]:
    """The lines under each category: broken to its pitch, else staggered in two rows, else only every n-th."""
    broken = [sheet.lines(name, pitch - 4, name in told) for name in names]
    if all(len(lines) <= 3 and all(sheet.measure(line, True) <= pitch - 2 for line in lines) for lines in broken):
        return broken
    if len(names) <= 12 and all(_widest(sheet, name) <= 2 * pitch - 6 for name in names):
        wide = [sheet.lines(name, 2 * pitch - 6, name in told) for name in names]
        rows = max(len(lines) for lines in wide[::2])
        return [lines if i % 2 == 0 else [""] * rows + lines for i, lines in enumerate(wide)]
    return _thinned(sheet, names, pitch, told)


def _widest(sheet: Sheet, name: str) -> float:
    return max(sheet.measure(word, True) for word in name.split() or [""])


def _thinned(sheet: Sheet, names: tuple[str, ...], pitch: float, told: frozenset[str]) -> list[list[str]]:
    wide = max(sheet.measure(name, True) for name in names)
    step = next((s for s in (2, 3, 4, 5, 6, 8, 10, 12, 13, 15, 20) if s * pitch >= wide + 6), len(names))
    kept = {i for i, name in enumerate(names) if name in told}
    reach = int((wide + 6) / pitch) + 1
    kept |= {i for i in range(0, len(names), step) if all(abs(i - j) >= reach for j in kept)}
    return [[name] if i in kept else [] for i, name in enumerate(names)]


def place(
    sheet: Sheet, words: str, at: tuple[float, float], room: Rect, colour: str, reach: float = 4.0, up: bool = True
) -> None:
    """Put words as near to a point as nothing else is in the way, with a thin line to it where they stand off."""
    lines = sheet.lines(words, min(room.right - room.left, 118.0), bold=True)
    wide = max(sheet.measure(line, bold=True) for line in lines)
    high = LEADING * (len(lines) - 1) + ASCENT + DESCENT
    best = min(_spots(at, wide, high, reach, up), key=lambda spot: _cost(spot, at, room, sheet.taken))
    anchor = 0.5 if best.left < at[0] - 3 and best.right > at[0] + 3 else 0.0 if best.left >= at[0] - 3 else 1.0
    _leader(sheet, best, at, reach)
    across = best.left + anchor * wide
    for i, line in enumerate(lines):
        sheet.words(line, across, best.top - ASCENT - i * LEADING, colour, bold=True, anchor=anchor)


def _spots(at: tuple[float, float], wide: float, high: float, reach: float, up: bool) -> Iterable[Rect]:
    """Places for a label of this size: over and under the point, from near to far; then beside it."""
    across, middle = at
    for far in (0, 6, 12, 18, 26, 34, 44, 56, 70, 86):
        for side in (1, -1) if up else (-1, 1):
            bottom = middle + reach + far if side > 0 else middle - reach - far - high
            for left in (across - wide / 2, across - 2, across - wide + 2, across - wide * 0.75, across - wide * 0.25):
                yield Rect(left, bottom, left + wide, bottom + high)
    for far in (1, 5, 9):
        for left in (across + reach + far, across - wide - reach - far):
            yield Rect(left, middle - high / 2, left + wide, middle + high / 2)


def _cost(spot: Rect, at: tuple[float, float], room: Rect, taken: list[Rect]) -> float:
    """How bad a place is: what it covers, how far it leaves the room, how far it is off."""
    outside = max(room.left - spot.left, 0) + max(spot.right - room.right, 0) + max(room.bottom - spot.bottom, 0)
    outside += max(spot.top - room.top, 0)
    padded = Rect(spot.left - 5, spot.bottom - 1.5, spot.right + 5, spot.top + 1.5)
    covered = sum(padded.shared(rect) for rect in taken)
    off_across = abs((spot.left + spot.right) / 2 - at[0]) / 6
    off_up = max(spot.bottom - at[1], at[1] - spot.top, 0) or _BESIDE
    return outside * 40 + covered * 3 + off_across + off_up


def _leader(sheet: Sheet, spot: Rect, at: tuple[float, float], reach: float) -> None:
    gap = spot.bottom - at[1] if spot.bottom > at[1] else at[1] - spot.top
    if gap > reach + 5:
        near = spot.bottom - 1 if spot.bottom > at[1] else spot.top + 1
        start = at[1] + reach - 0.5 if spot.bottom > at[1] else at[1] - reach + 0.5
        sheet.line([(at[0], start), (at[0], near)], sheet.colours.muted, 0.6)
