"""Where a chart's parts stand: its scale, its plot area, what is labelled, and series named without a legend."""

import math
from dataclasses import dataclass, replace

from lessonbuild.model.blocks import Chart, Mark
from lessonbuild.model.brand import Brand
from lessonbuild.model.text import Run, Text, text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.heatmap import heatmap
from lessonbuild.writers.pptx.labels import Point, Spot, Wanted, spots, spread
from lessonbuild.writers.pptx.pieces import Align, Anchor, Colour, Group, Para, Piece, Plot, Shape, Stroke, Words
from lessonbuild.writers.pptx.scale import Scale, decimals_of, scale_of
from lessonbuild.writers.pptx.scatter import scatter

_CONTEXT = (Colour.GREY, Colour.MUTED, Colour.LINE)
_SERIES = (Colour.SECOND, Colour.ACCENT, Colour.THIRD, Colour.FOURTH, Colour.MUTED, Colour.GREY)
_HEADROOM = 24.0  # for the labels over the highest point


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures labels of one size."""

    size: float
    brand: Brand

    @property
    def line(self) -> float:
        """The height of a line of labels."""
        return self.size * 1.28

    def wide(self, words: str, bold: bool = False) -> float:
        """The width of a label on one line."""
        return fit.width(text(words), self.size, self.brand, bold) if words else 0.0

    def lines(self, words: str, width: float) -> int:
        """How many lines a label takes."""
        return fit.lines(Para(text(words), self.size), width, self.brand)

    def whole(self, words: str, width: float) -> bool:
        """Whether no word of it is broken."""
        return fit.whole((Para(text(words), self.size),), width, self.brand)


def plot(chart: Chart, area: Box, brand: Brand) -> tuple[Piece, ...]:
    """The chart under its title and unit, filling the area."""
    ruler = Ruler(16 if area.w > 700 else fit.LABEL, brand)
    head = _head(chart, area, brand)
    if chart.kind is Chart.Kind.HEATMAP:
        return (head, heatmap(chart, area.below(head.box.bottom + 8 - area.y), ruler.size, brand))
    if chart.kind is Chart.Kind.SCATTER:
        wide = {name: ruler.wide(name, True) for name in chart.categories}
        return (head, scatter(chart, area.below(head.box.bottom + 8 - area.y), ruler.size, wide, ruler.line))
    drawn = _as_bars(_simpler(chart), area, ruler)
    key = _key(drawn, head.box, ruler)
    foot = max((piece.box.bottom for piece in key[0].pieces if isinstance(piece, Words)), default=0) if key else 0
    return (head, *key, *_plotted(drawn, area.below(max(head.box.bottom, foot) + 8 - area.y), ruler))


def _head(chart: Chart, area: Box, brand: Brand) -> Words:
    label: Text = tuple(Run(run.text + "  ") for run in chart.label)
    size = 18 if area.w > 450 else fit.LABEL
    title = (Para((*label, *chart.title), size, Colour.DARK, bold=True),) if label or chart.title else ()
    paras = (*title, Para(text(chart.unit), fit.LABEL, Colour.MUTED, before=2))
    return Words(area.top_part(fit.height(paras, area.w, brand)), paras, name="Chart title and unit")


def tones(chart: Chart) -> dict[str, Colour]:
    """The colour of every series: what the title speaks of in the accent, its context in greys."""
    spoken = [name for name, _ in chart.series if name in chart.emphasis]
    others = [name for name, _ in chart.series if name not in chart.emphasis]
    context = {name: _CONTEXT[i % len(_CONTEXT)] for i, name in enumerate(others)}
    if spoken:
        strong = (Colour.ACCENT, Colour.SECOND, Colour.THIRD, Colour.FOURTH)
        found = {name: strong[i % len(strong)] for i, name in enumerate(spoken)} | context
        return {name: found[name] for name, _ in chart.series}
    if any(category in chart.emphasis for category in chart.categories):
        return context
    return {name: _SERIES[i % len(_SERIES)] for i, name in enumerate(others)}


def label_tone(chart: Chart, name: str) -> Colour:
    """The colour in which a series is named: its own, if words can be read in it."""
    tone = tones(chart)[name]
    return tone if tone in (Colour.ACCENT, Colour.SECOND) else Colour.MUTED


def _simpler(chart: Chart) -> Chart:
    """Parts of a hundred are stacked as any others; a tornado is bars to both sides of zero."""
    simple = {Chart.Kind.SHARE: Chart.Kind.STACKED, Chart.Kind.TORNADO: Chart.Kind.BAR}
    return replace(chart, kind=simple.get(chart.kind, chart.kind))


def _as_bars(chart: Chart, area: Box, ruler: Ruler) -> Chart:
    """Columns whose names do not fit under them lie down."""
    if chart.kind not in (Chart.Kind.COLUMN, Chart.Kind.PARETO):
        return chart
    slot = (area.w - (150 if chart.kind is Chart.Kind.PARETO else 0)) / max(1, len(chart.categories)) - 8
    long = any(not ruler.whole(c, slot) or ruler.lines(c, slot) > 3 for c in chart.categories)
    if not long:
        return chart
    return replace(chart, kind=Chart.Kind.BAR) if chart.kind is Chart.Kind.COLUMN else _lying_pareto(chart)


def _lying_pareto(chart: Chart) -> Chart:
    """A line cannot run along lying bars: the running sum stands in words behind each, and where it passes its aim."""
    marks, passed = [], False
    for name, value, sofar in zip(chart.categories, chart.series[0][1], chart.running, strict=True):
        words = f"{chart.shown(value)}  Σ {chart.shown(sofar)}"
        if chart.target and not passed and sofar >= chart.target.value:
            words, passed = f"{words}  ≥ {chart.target.label}", True
        marks.append(Mark(chart.series[0][0], name, words))
    return replace(chart, kind=Chart.Kind.BAR, marks=tuple(marks), target=None)


def _key(chart: Chart, under: Box, ruler: Ruler) -> tuple[Group, ...]:
    """Colours and names of series that cannot be named at their ends, on as many lines as they take."""
    if len(chart.series) < 2 or chart.kind not in (Chart.Kind.COLUMN, Chart.Kind.BAR):
        return ()
    pieces: list[Shape | Words] = []
    x, y = under.x, under.bottom + 5
    for name, tone in tones(chart).items():
        wide = min(ruler.wide(name) + 4, under.w - 17)
        if x + 17 + wide > under.right and pieces:
            x, y = under.x, y + ruler.line
        para = Para(text(name), ruler.size)
        high = fit.height((para,), wide, ruler.brand)
        pieces.append(Shape(Box(x, y + ruler.line / 2 - 5, 11, 11), fill=tone, name="Key"))
        pieces.append(Words(Box(x + 17, y, wide, high), (para,), name="Key"))
        x += wide + 37
    return (Group("Key", "", tuple(pieces)),)


def _plotted(chart: Chart, box: Box, ruler: Ruler) -> tuple[Piece, ...]:
    valued = _is_valued(chart, box, ruler)
    scale = scale_of(chart, valued)
    if chart.kind is Chart.Kind.BAR:
        return _bars(chart, box, scale, valued, ruler)
    names = [name for name, _ in chart.series] if _is_ended(chart) else []
    ends = [*names, *([chart.band.name] if chart.band else []), *([chart.target.label] if chart.target else [])]
    right = _right(ends, box, chart, ruler)
    left = 2.0 if valued else max(ruler.wide(_mark(v, scale)) for v in (scale.top, scale.bottom)) + 10
    slot = (box.w - left - right) / max(1, len(chart.categories))
    skip = _skip(chart, slot, ruler)
    rows = 1 if skip > 1 or chart.kind is Chart.Kind.LINE else max(ruler.lines(c, slot - 4) for c in chart.categories)
    inner = Box(box.x + left, box.y + _HEADROOM, box.w - left - right, box.h - _HEADROOM - rows * ruler.line - 8)
    made = Plot(box, inner, chart, scale.top, scale.bottom, scale.step, valued, skip, size=ruler.size)
    return _with_ends(made, scale, ruler, right) if ends or chart.marks else (made,)


def _right(ends: list[str], box: Box, chart: Chart, ruler: Ruler) -> float:
    """The room for names to the right of the plot; those beside columns may take several lines."""
    if not ends:
        return 2.0
    longest = max(ruler.wide(word, True) for name in ends for word in name.split())
    most = box.w * (0.38 if chart.kind is Chart.Kind.LINE else 0.2)
    return min(max(ruler.wide(name, True) for name in ends), max(most, longest)) + 14


def crowded(chart: Chart, area: Box, brand: Brand) -> bool:
    """Whether names under columns would be broken inside a word: then the chart needs a wider place."""
    ruler = Ruler(fit.LABEL, brand)
    slot = area.w / max(1, len(chart.categories)) - 6
    upright = chart.kind in (
        Chart.Kind.WATERFALL, Chart.Kind.STACKED, Chart.Kind.COLUMN, Chart.Kind.PARETO, Chart.Kind.SHARE
    )  # fmt: skip
    return upright and not all(ruler.whole(category, slot) for category in chart.categories)


def _mark(value: float, scale: Scale) -> str:
    return f"{value:,.{decimals_of(scale.step)}f}"


def _is_ended(chart: Chart) -> bool:
    """Whether its series are named where they end."""
    return chart.kind in (Chart.Kind.LINE, Chart.Kind.STACKED) and len(chart.series) > 1


def _skip(chart: Chart, slot: float, ruler: Ruler) -> int:
    """Every how manyth category is named, so that names stay level."""
    lines = 1.0 if chart.kind is Chart.Kind.LINE else 1.9
    return max(1, math.ceil(max((ruler.wide(c) for c in chart.categories), default=1) / (slot * lines)))


def _is_valued(chart: Chart, box: Box, ruler: Ruler) -> bool:
    """Whether there is room to write every value at its point; a target's line would cross the values."""
    many = len(chart.categories) * (1 if chart.kind is Chart.Kind.STACKED else len(chart.series))
    shown = [chart.shown(v) for _, values in chart.series for v in values if v is not None]
    match chart.kind:
        case Chart.Kind.LINE:
            return False
        case Chart.Kind.BAR:
            return (box.h - 20) / max(1, many) >= ruler.line
        case Chart.Kind.WATERFALL:
            return True
        case Chart.Kind.PARETO:
            return False
        case _:
            room = box.w * 0.85 / max(1, many) * 0.75
            return not chart.target and room >= max((ruler.wide(words, True) for words in shown), default=0)


def _bars(chart: Chart, box: Box, scale: Scale, valued: bool, ruler: Ruler) -> tuple[Piece, ...]:
    """Lying bars: names to the left, values at the ends; a target is a dashed line across them."""
    left = min(max(ruler.wide(c) for c in chart.categories), box.w * 0.36) + 12
    shown = [ruler.wide(chart.shown(scale.top), True), *(ruler.wide(m.text, True) for m in chart.marks)]
    right, head = max(shown) + 14, 24.0 if chart.target else 4.0
    inner = Box(box.x + left, box.y + head, box.w - left - right, box.h - head - (4 if valued else 26))
    skip = math.ceil(ruler.line * len(chart.categories) / inner.h)
    made = Plot(box, inner, chart, scale.top, scale.bottom, scale.step, valued, skip, size=ruler.size)
    if not chart.target:
        return (made,)
    x = inner.x + inner.w * (chart.target.value - scale.bottom) / (scale.top - scale.bottom)
    wide = ruler.wide(chart.target.label, True) + 4
    label = Para(text(chart.target.label), ruler.size, Colour.DARK, bold=True, align=Align.CENTRE)
    at = min(max(box.x, x - wide / 2), box.right - wide)
    stroke = Stroke(x, inner.y - 2, x, inner.bottom, Colour.DARK, 1.5, dashed=True)
    words = Words(Box(at, inner.y - 22, wide, ruler.line), (label,), name="Target")
    return (made, Group("Target", chart.target.label, (stroke, words)))


def _with_ends(made: Plot, scale: Scale, ruler: Ruler, right: float) -> tuple[Piece, ...]:
    """Names beside stacked segments; names and marks of lines where they cover least."""
    chart, inner = made.chart, made.inner
    middles = {name: scale.y(v, inner) for name, v in _end_values(chart).items()}
    if chart.kind is Chart.Kind.LINE:
        placed = spread(middles, dict.fromkeys(middles, ruler.line), inner.bottom)
        shifts = tuple((name, placed[name] - middles[name]) for name in placed)
        return (replace(made, shifts=shifts, places=_places(made, scale, ruler), ends=_is_ended(chart)),)
    target = chart.target.label if chart.target else ""
    paras = {
        name: Para(text(name), ruler.size, Colour.DARK if name == target else label_tone(chart, name), bold=True)
        for name in middles
    }
    heights = {name: fit.height((para,), right - 8, ruler.brand) for name, para in paras.items()}
    words = tuple(
        Words(
            Box(inner.right + 8, y - heights[name] / 2, right - 8, heights[name]),
            (paras[name],),
            Anchor.MIDDLE,
            name="Series",
        )
        for name, y in spread(middles, heights, inner.bottom).items()
    )
    return (made, *words)


def _end_values(chart: Chart) -> dict[str, float]:
    """The last value of each line that runs to the right edge, or the middle of each last segment; and the target."""
    ends: dict[str, float] = {}
    below = 0.0
    for name, values in chart.series:
        last = values[-1]
        if chart.kind is Chart.Kind.STACKED and len(chart.series) > 1:
            ends[name] = below + (last or 0.0) / 2
            below += last or 0.0
        elif chart.kind is Chart.Kind.LINE and len(chart.series) > 1 and last is not None:
            ends[name] = last
    if chart.band and chart.band.high[-1] is not None:
        ends[chart.band.name] = chart.band.high[-1]
    return ends | ({chart.target.label: chart.target.value} if chart.target else {})


def _places(made: Plot, scale: Scale, ruler: Ruler) -> tuple[tuple[tuple[str, str], Spot], ...]:
    """The side of its point on which every mark stands, and the name of a line that ends early."""
    chart, inner = made.chart, made.inner
    apart = inner.w / max(1, len(chart.categories) - 1)
    points: dict[str, dict[str, Point]] = {
        name: {
            c: (inner.x + i * apart, scale.y(v, inner))
            for i, (c, v) in enumerate(zip(chart.categories, values, strict=True))
            if v is not None
        }
        for name, values in chart.series
    }
    lines = [list(line.values()) for line in points.values()]
    if chart.target:
        y = scale.y(chart.target.value, inner)
        lines.append([(inner.x, y), (inner.right, y)])
    wanted = [
        Wanted((m.series, m.at), points[m.series][m.at], ruler.wide(m.text, True))
        for m in chart.marks
        if m.at in points.get(m.series, {})
    ]
    for name, line in points.items():
        last = list(line)[-1] if line else chart.categories[-1]
        if _is_ended(chart) and last != chart.categories[-1] and (name, last) not in {w.key for w in wanted}:
            wanted.append(Wanted((name, last), line[last], ruler.wide(name, True)))
    room = Box(inner.x, inner.y - _HEADROOM, made.box.right - inner.x, inner.h + _HEADROOM)
    return tuple(spots(wanted, lines, room, ruler.line).items())
