"""Bars that lie: categories with long names, in their order, the value at each end."""

from lessonbuild.model.blocks import Chart
from lessonbuild.writers.charts.colours import legible
from lessonbuild.writers.charts.paints import Paint, fill_of, paints
from lessonbuild.writers.charts.plot import head, marked, told
from lessonbuild.writers.charts.scale import Scale, shown, span, tick_words, ticks
from lessonbuild.writers.charts.sheet import ASCENT, LEADING, SIZE, Rect, Sheet

THICKEST = 17.0  # points
_NAMES = 0.4  # of the width, at most, for the names


def draw(sheet: Sheet, chart: Chart) -> None:
    """Values at the ends where the rows are high enough, else an axis with a grid."""
    paint = paints(chart, sheet.colours)
    top = head(sheet, chart, paint if len(paint) > 1 else [])
    values = [v for _, row in chart.series for v in row if v is not None]
    low, high = span(values + ([chart.target.value] if chart.target else []), zero=True)
    names = _names(sheet, chart)
    bottom, top = 1.0, top - (LEADING + 2 if chart.target else 0)
    pitch = (top - bottom) / len(names)
    labelled = pitch / (1 if _share_rows(chart) else len(paint)) >= SIZE + 0.5
    bottom += 0 if labelled else LEADING + 3
    left = max(sheet.measure(line, True) for lines in names for line in lines) + 8
    before, after = _room(sheet, chart, low) if labelled else (0.0, 6.0)
    spots = [low, high] if labelled else ticks(low, high, 6)
    scale = Scale(spots[0], spots[-1], left + before, sheet.width - after)
    rows = _Rows(sheet, chart, scale, top, (top - bottom) / len(names))
    if not labelled:
        rows.grid(spots, bottom)
    rows.bars(names, paint)
    sheet.line([(scale(0), bottom), (scale(0), top)], sheet.colours.ink, 0.8)
    rows.target(bottom)
    rows.values(paint, labelled)


def _share_rows(chart: Chart) -> bool:
    """Whether two series lie to either side of zero, so that both fit in one row: in a tornado."""
    pairs = list(zip(*(values for _, values in chart.series), strict=True))
    return len(chart.series) == 2 and all((left or 0) * (right or 0) <= 0 for left, right in pairs)


def _names(sheet: Sheet, chart: Chart) -> list[list[str]]:
    return [sheet.lines(name, sheet.width * _NAMES, name in told(chart)) for name in chart.categories]


def _room(sheet: Sheet, chart: Chart, low: float) -> tuple[float, float]:
    """The width that labels need before negative and behind positive bars."""
    signed = chart.kind is Chart.Kind.TORNADO
    wide = [
        (v, sheet.measure(shown(chart, v, signed), True) + 5) for _, row in chart.series for v in row if v is not None
    ]
    marks = max((sheet.measure(m.text, True) + 8 for m in chart.marks), default=0.0)
    after = max((w for v, w in wide if v >= 0), default=0.0) + min(marks, sheet.width * 0.3)
    return (max((w for v, w in wide if v < 0), default=0.0) if low < 0 else 0.0), after


class _Rows:
    """The rows of a bar chart from the top down."""

    def __init__(self, sheet: Sheet, chart: Chart, scale: Scale, top: float, pitch: float) -> None:
        self.sheet, self.chart, self.scale, self.top, self.pitch = sheet, chart, scale, top, pitch

    def grid(self, values: list[float], bottom: float) -> None:
        """Light upright lines with the values below."""
        for value, word in zip(values, tick_words(values), strict=True):
            across = self.scale(value)
            self.sheet.line([(across, bottom), (across, self.top)], self.sheet.colours.line)
            self.sheet.words(word, across, bottom - LEADING, self.sheet.colours.muted, anchor=0.5)

    def bars(self, names: list[list[str]], paint: list[Paint]) -> None:
        """Names and bars; only every second, third ... name where the rows are too low for all."""
        every = next(n for n in range(1, 99) if self.pitch * n >= LEADING - 1)
        for c, lines in enumerate(names):
            middle = self._middle(c)
            strong = self.chart.categories[c] in self.chart.emphasis
            fitting = lines if len(lines) * LEADING <= self.pitch + 2 or len(lines) == 1 else [" ".join(lines)]
            for i, line in enumerate(fitting if c % every == 0 or strong else []):
                up = middle + len(fitting) * LEADING / 2 - ASCENT - 1.2 - i * LEADING
                self.sheet.words(line, 0, up, self.sheet.colours.ink, strong)
            for s, one in enumerate(paint):
                if (value := self.chart.series[s][1][c]) is not None:
                    low, high = self._edges(s, c)
                    near, far = sorted((self.scale(0), self.scale(value)))
                    self.sheet.box(Rect(near, low, far, high), fill_of(one, self.chart, self.chart.categories[c]))

    def values(self, paint: list[Paint], labelled: bool) -> None:
        """The value at the end of each bar, or of those that the title speaks of."""
        for c, category in enumerate(self.chart.categories):
            for s, one in enumerate(paint):
                value = self.chart.series[s][1][c]
                if value is not None and (labelled or category in self.chart.emphasis):
                    strong = category in self.chart.emphasis or (one.strong and len(paint) > 1)
                    self._value(s, c, value, sum(self._edges(s, c)) / 2, strong)

    def _middle(self, category: int) -> float:
        return self.top - (category + 0.5) * self.pitch

    def _edges(self, series: int, category: int) -> tuple[float, float]:
        """Where a bar ends below and above."""
        count = 1 if _share_rows(self.chart) else len(self.chart.series)
        thick = min(self.pitch * (0.66 if count == 1 else 0.72) / count, THICKEST)
        high = self._middle(category) + thick * count / 2 - (series * thick if count > 1 else 0)
        gap = min(1.0, thick * 0.12) if count > 1 else 0.0
        return high - thick + gap, high

    def _value(self, series: int, category: int, value: float, middle: float, strong: bool) -> None:
        sheet, up = self.sheet, middle - ASCENT / 2 + 0.4
        words = shown(self.chart, value, signed=self.chart.kind is Chart.Kind.TORNADO)
        across = self.scale(value) + (4 if value >= 0 else -4)
        self._words(words, across, up, sheet.colours.ink, strong, 0 if value >= 0 else 1)
        across = (across + sheet.measure(words, strong) if value >= 0 else self.scale(0)) + 7
        for said in self.chart.marks:
            if marked(self.chart, said) == (series, category):
                colour = legible(sheet.colours.accent, sheet.colours.paper, sheet.colours.ink)
                for i, line in enumerate(lines := sheet.lines(said.text, max(sheet.width - across, 40), True)):
                    self._words(line, across, up + (len(lines) - 1) * LEADING / 2 - i * LEADING, colour, True, 0)

    def _words(self, words: str, across: float, up: float, colour: str, strong: bool, anchor: int) -> None:
        """Words at a bar; the target's line, which is drawn already, does not run through them."""
        sheet, aim = self.sheet, self.chart.target
        wide = sheet.measure(words, strong)
        left = across - anchor * wide
        if aim and left - 1.5 < self.scale(aim.value) < left + wide + 1.5:
            sheet.box(Rect(left - 1.5, up - 1.5, left + wide + 1.5, up + ASCENT + 1), sheet.colours.paper)
        sheet.words(words, across, up, colour, strong, anchor)

    def target(self, bottom: float) -> None:
        """The line to compare with, named at its upper end."""
        if not (aim := self.chart.target):
            return
        sheet, across = self.sheet, self.scale(aim.value)
        sheet.line([(across, bottom), (across, self.top + 2)], sheet.colours.ink, 1.0, (4, 2.5))
        wide = sheet.measure(aim.label, bold=True)
        left = min(max(across - wide / 2, 0), sheet.width - wide)
        sheet.words(aim.label, left, self.top + 4.5, sheet.colours.ink, bold=True)
