"""The stage of an upright chart: unit, ticks and grid at the left, categories below, room for names at the right."""

from dataclasses import dataclass

from lessonbuild.model.blocks import Chart, Mark
from lessonbuild.writers.charts.labels import category_lines, place
from lessonbuild.writers.charts.paints import Paint
from lessonbuild.writers.charts.scale import Scale, tick_words, ticks
from lessonbuild.writers.charts.sheet import ASCENT, DESCENT, LEADING, SIZE, Rect, Sheet


@dataclass(frozen=True, slots=True)
class Plot:
    """Where values and categories stand on the sheet."""

    sheet: Sheet
    chart: Chart
    area: Rect
    scale: Scale

    @property
    def pitch(self) -> float:
        """The width that one category has."""
        return (self.area.right - self.area.left) / len(self.chart.categories)

    def middle(self, index: int) -> float:
        """The middle of a category."""
        return self.area.left + (index + 0.5) * self.pitch

    @property
    def end(self) -> float:
        """Where grid and base line end: behind the last point of lines, whose names follow there."""
        last = len(self.chart.categories) - 1
        return self.middle(last) + 3 if self.chart.kind is Chart.Kind.LINE else self.area.right

    @property
    def room(self) -> Rect:
        """Where labels may stand."""
        return Rect(self.area.left, self.area.bottom + 1, self.sheet.width, self.area.top + 2)


def told(chart: Chart) -> frozenset[str]:
    """The emphasised categories."""
    return frozenset(chart.emphasis) & frozenset(chart.categories)


def heading(chart: Chart) -> str:
    """What stands over the value axis: the unit, and what is measured where no other label says so."""
    name = chart.series[0][0] if len(chart.series) == 1 else ""
    repeated = not name or name.casefold() in chart.unit.casefold() or chart.unit.casefold() in name.casefold()
    return (max(name, chart.unit, key=len) if name else chart.unit) if repeated else f"{name}, {chart.unit}"


def head(sheet: Sheet, chart: Chart, legend: list[Paint]) -> float:
    """Draw the unit and, where names do not stand at their marks, a row that explains them; give what is left below."""
    top = sheet.height
    for line in sheet.lines(heading(chart), sheet.width):
        sheet.words(line, 0, top - ASCENT - 0.5, sheet.colours.muted)
        top -= LEADING
    top -= 3
    return _legend(sheet, chart, legend, top) if legend else top


def _legend(sheet: Sheet, chart: Chart, legend: list[Paint], top: float) -> float:
    across = 0.0
    lines = chart.kind is Chart.Kind.LINE
    for (name, _), paint in zip(chart.series, legend, strict=True):
        key = 16.0 if lines else 8.0
        wide = key + 4 + sheet.measure(name, paint.strong)
        if across and across + wide > sheet.width:
            across, top = 0.0, top - LEADING - 2
        if lines:
            sheet.line([(across, top - 4), (across + key, top - 4)], paint.fill, 2, paint.dashes)
        else:
            sheet.box(Rect(across, top - 8, across + key, top), paint.fill)
        sheet.words(name, across + key + 4, top - ASCENT - 0.8, sheet.colours.ink, paint.strong)
        across += wide + 14
    return top - LEADING - 5


def upright(
    sheet: Sheet,
    chart: Chart,
    span: tuple[float, float],
    top: float,
    beside: float,
    *,
    axis: bool,
    spare: tuple[float, float],
) -> Plot:
    """Lay out and draw the stage. `beside` points are kept for names at the right, `spare` below and above marks."""
    low, high = span
    values = _within(ticks(low, high, max(3, min(6, int(sheet.height / 24)))), low, high) if axis else []
    words = tick_words(values)
    left = max((sheet.measure(word) for word in words), default=-5.0) + 5
    right = _kept(chart, sheet.width - left, beside)
    pitch = (sheet.width - left - right) / len(chart.categories)
    names = category_lines(sheet, chart.categories, pitch, told(chart))
    bottom = LEADING * max(len(lines) for lines in names) + DESCENT + 2
    area = Rect(left, bottom, sheet.width - right, top)
    low, high = min([low, *values]), max([high, *values])
    plot = Plot(sheet, chart, area, Scale(low, high, bottom + spare[0], top - ASCENT / 2 - spare[1]))
    for value, word in zip(values, words, strict=True):
        _grid(plot, value, word)
    _categories(plot, names)
    return plot


def _within(values: list[float], low: float, high: float) -> list[float]:
    """The ticks without an outer one that would leave most of a step empty."""
    step = values[1] - values[0]
    first = 1 if low - values[0] > 0.55 * step else 0
    last = -1 if values[-1] - high > 0.55 * step and len(values) > 3 else len(values)
    return values[first:last]


def _kept(chart: Chart, width: float, beside: float) -> float:
    """What is kept free at the right. Names of lines may begin in the last half category, where no line is any more."""
    if chart.kind is not Chart.Kind.LINE or not beside:
        return beside
    half = 0.5 / len(chart.categories)
    return max((beside + 9 - half * width) / (1 - half), 0.0)


def _grid(plot: Plot, value: float, word: str) -> None:
    sheet, up = plot.sheet, plot.scale(value)
    sheet.line([(plot.area.left, up), (plot.end, up)], sheet.colours.line, 0.5)
    sheet.words(word, plot.area.left - 5, up - SIZE * 0.31, sheet.colours.muted, anchor=1)


def _categories(plot: Plot, names: list[list[str]]) -> None:
    sheet, chart = plot.sheet, plot.chart
    for i, lines in enumerate(names):
        strong = chart.categories[i] in chart.emphasis
        colour = sheet.colours.ink if strong else sheet.colours.muted
        for row, line in enumerate(lines):
            if line:
                sheet.words(line, plot.middle(i), plot.area.bottom - LEADING * (row + 1), colour, strong, 0.5)


def base_line(plot: Plot) -> None:
    """The line of zero, on which bars stand."""
    up = plot.scale(0)
    plot.sheet.line([(plot.area.left, up), (plot.end, up)], plot.sheet.colours.ink, 0.8)


def target_line(plot: Plot) -> None:
    """The line to compare with."""
    if plot.chart.target:
        up = plot.scale(plot.chart.target.value)
        plot.sheet.line([(plot.area.left, up), (plot.end, up)], plot.sheet.colours.ink, 1.0, (4, 2.5))
        plot.sheet.taken.append(Rect(plot.area.left, up - 1, plot.end, up + 1))


def target_label(plot: Plot) -> None:
    """The label of the target line, over or under it, where the fewest marks are in the way."""
    if not (aim := plot.chart.target):
        return
    sheet, up = plot.sheet, plot.scale(aim.value)
    wide = sheet.measure(aim.label, bold=True)
    ends = [plot.area.right - (plot.area.right - plot.area.left - wide) * i / 24 for i in range(25)]
    bases = (up + 3.5, up - ASCENT - 3)
    spots = [Rect(end - wide, base - DESCENT, end, base + ASCENT) for base in bases for end in ends]
    best = min(spots, key=lambda spot: sum(spot.shared(rect) for rect in sheet.taken))
    if any(best.shared(rect) for rect in sheet.taken):
        sheet.box(Rect(best.left - 2, best.bottom, best.right + 2, best.top + 1), sheet.colours.paper)
    sheet.words(aim.label, best.left, best.bottom + DESCENT, sheet.colours.ink, bold=True)


def value_label(
    plot: Plot, words: str, across: float, up: float, colour: str, bold: bool, ground: str | None = None
) -> None:
    """A value at its mark, on paper or on a mark's colour; the target line does not run through it."""
    sheet, aim = plot.sheet, plot.chart.target
    if aim and up - DESCENT - 1 < plot.scale(aim.value) < up + ASCENT + 1:
        wide = sheet.measure(words, bold) / 2 + 1.5
        sheet.box(Rect(across - wide, up - 1, across + wide, up + ASCENT + 0.6), ground or sheet.colours.paper)
    sheet.words(words, across, up, colour, bold, 0.5)


def mark(plot: Plot, said: Mark, at: tuple[float, float], colour: str, reach: float = 4.0, up: bool = True) -> None:
    """The author's words at one point."""
    place(plot.sheet, said.text, at, plot.room, colour, reach, up)


def marked(chart: Chart, said: Mark) -> tuple[int, int] | None:
    """Series and category of a mark, by number; None where there is no value to mark."""
    names = [name for name, _ in chart.series]
    series = names.index(said.series) if said.series in names else 0
    if said.at not in chart.categories:
        return None
    category = chart.categories.index(said.at)
    return (series, category) if chart.series[series][1][category] is not None else None
