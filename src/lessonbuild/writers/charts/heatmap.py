"""Heatmaps: a grid of values, the larger the darker, each with its number, so that no colour has to be read.

A marked cell is framed and has a letter, which words below the grid explain; cells that reach the target have a dot.
"""

from functools import cache
from string import ascii_uppercase

from lessonbuild.model.blocks import Chart, Mark
from lessonbuild.model.brand import Colours
from lessonbuild.writers.charts.colours import Shade, contrast, legible, lightness, on
from lessonbuild.writers.charts.plot import head, marked
from lessonbuild.writers.charts.scale import minus, shown
from lessonbuild.writers.charts.sheet import ASCENT, DESCENT, LEADING, Rect, Sheet

ROW = 17.0  # points of a row
REACHED = "●"  # at a value that reaches the target
_NAMES = 0.32  # of the width, at most, for the names of rows
_STEPS = 7
_PALEST = 12  # per cent of the accent


@cache
def ladder(colours: Colours) -> tuple[Shade, ...]:
    """The steps from the least value to the greatest, even in lightness, each one with readable words on it."""
    shades = [Shade(colours.accent, share) for share in range(_PALEST, 101)]
    readable = [s for s in shades if contrast(s.colour, on(s.colour, colours)) >= 4.5]
    if not readable:
        return (Shade(colours.accent, _PALEST),)
    first, last = lightness(readable[0].colour), lightness(readable[-1].colour)
    wanted = [first + (last - first) * i / (_STEPS - 1) for i in range(_STEPS)]
    nearest = [min(readable, key=lambda s: abs(lightness(s.colour) - light)) for light in wanted]
    return tuple(dict.fromkeys(nearest))


def shade_of(chart: Chart, value: float, colours: Colours) -> Shade:
    """The step of a value as it is printed, so that equal numbers look equal."""
    known = [round(v, chart.decimals) for _, row in chart.series for v in row if v is not None]
    low, high, steps = min(known), max(known), ladder(colours)
    share = (round(value, chart.decimals) - low) / (high - low) if high > low else 0.5
    return steps[round(share * (len(steps) - 1))]


def lettered(chart: Chart) -> dict[tuple[int, int], tuple[str, Mark]]:
    """The marks with their letters, by row and column."""
    found = [(at, said) for said in chart.marks if (at := marked(chart, said))]
    return {at: (letter, said) for (at, said), letter in zip(found, ascii_uppercase, strict=False)}


def aim(chart: Chart) -> str:
    """What the dot stands for: the target's value and label."""
    return f"{REACHED} ≥ {minus(chart.shown(chart.target.value))}: {chart.target.label}" if chart.target else ""


def words_in(chart: Chart, row: int, column: int) -> str:
    """What stands in a cell: its value, whether that reaches the target, the letter of its mark."""
    value = chart.series[row][1][column]
    reached = chart.target is not None and value is not None and value >= chart.target.value
    letter = lettered(chart).get((row, column), ("", None))[0]
    return " ".join(part for part in (REACHED * reached, minus(chart.shown(value)), letter) if part)


def draw(sheet: Sheet, chart: Chart) -> None:
    """Rows are series, columns categories; the scale runs from the least to the greatest value."""
    top, bottom = _aim(sheet, chart, head(sheet, chart, [])), _notes(sheet, chart)
    room = sheet.width * _NAMES
    names = [sheet.lines(name, room, name in chart.emphasis) for name, _ in chart.series]
    left = max(sheet.measure(line, True) for lines in names for line in lines) + 8
    wide = (sheet.width - left) / len(chart.categories)
    high = (top - bottom - LEADING - 3) / len(chart.series)
    _columns(sheet, chart, left, wide, top)
    for r, lines in enumerate(names):
        middle = top - LEADING - 3 - (r + 0.5) * high
        for i, line in enumerate(lines):
            up = middle + len(lines) * LEADING / 2 - ASCENT - 1.2 - i * LEADING
            sheet.words(line, 0, up, sheet.colours.ink, chart.series[r][0] in chart.emphasis)
        for c in range(len(chart.categories)):
            cell = Rect(left + c * wide, middle - high / 2, left + (c + 1) * wide, middle + high / 2)
            _cell(sheet, chart, (r, c), cell)


def _columns(sheet: Sheet, chart: Chart, left: float, wide: float, top: float) -> None:
    every = max(1, -(-int(max(sheet.measure(name, True) for name in chart.categories) + 4) // max(1, int(wide))))
    for c, name in enumerate(chart.categories):
        if c % every == 0 or name in chart.emphasis:
            strong = name in chart.emphasis
            colour = sheet.colours.ink if strong else sheet.colours.muted
            sheet.words(name, left + (c + 0.5) * wide, top - ASCENT, colour, strong, 0.5)


def _aim(sheet: Sheet, chart: Chart, top: float) -> float:
    """The target over the grid; gives what is left below."""
    for line in sheet.lines(aim(chart), sheet.width, True) if chart.target else ():
        sheet.words(line, 0, top - ASCENT, sheet.colours.ink, bold=True)
        top -= LEADING
    return top - (4 if chart.target else 0)


def notes_height(chart: Chart) -> float:
    """The points that the words of the marks take below the grid, if each stands on one line."""
    return len(lettered(chart)) * LEADING + 6 if lettered(chart) else 0.0


def _notes(sheet: Sheet, chart: Chart) -> float:
    """The words of the marks from the bottom up, each after its letter; gives where the grid may end."""
    colour = legible(sheet.colours.accent, sheet.colours.paper, sheet.colours.ink)
    up = DESCENT
    for letter, said in reversed(lettered(chart).values()):
        for line in reversed(sheet.lines(said.text, sheet.width - 14, True)):
            sheet.words(line, 14, up, colour, bold=True)
            up += LEADING
        sheet.words(letter, 0, up - LEADING, colour, bold=True)
    return up + 4 if lettered(chart) else 0.0


def _cell(sheet: Sheet, chart: Chart, at: tuple[int, int], rect: Rect) -> None:
    value, words = chart.series[at[0]][1][at[1]], words_in(chart, *at)
    middle, up = (rect.left + rect.right) / 2, (rect.bottom + rect.top) / 2 - ASCENT / 2 + 0.4
    if value is None:
        sheet.words(words, middle, up, sheet.colours.muted, anchor=0.5)
        return
    fill = shade_of(chart, value, sheet.colours).colour
    sheet.box(Rect(rect.left + 0.4, rect.bottom + 0.4, rect.right - 0.4, rect.top - 0.4), fill)
    strong = at in lettered(chart)
    if strong:
        left, bottom, right, top = rect.left + 1.2, rect.bottom + 1.2, rect.right - 1.2, rect.top - 1.2
        ring = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
        sheet.line(ring, sheet.colours.ink, 1.6)
    tried = (words, words.replace(" ", ""), words[-1] if strong else shown(chart, value))
    fitting = next((w for w in tried if sheet.measure(w, strong) <= rect.right - rect.left - 1), "")
    if fitting:
        sheet.words(fitting, middle, up, on(fill, sheet.colours), strong, 0.5)
