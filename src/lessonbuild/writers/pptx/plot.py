"""Where a chart's parts stand: its scale, its plot area, and what is labelled."""

import math
from dataclasses import replace

from lessonbuild.fonts import wrap
from lessonbuild.model.blocks import Chart, Mark
from lessonbuild.model.brand import Brand
from lessonbuild.model.text import Run, Text, text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.heatmap import heatmap
from lessonbuild.writers.pptx.paints import brushes, points
from lessonbuild.writers.pptx.pieces import Align, Colour, Group, Para, Piece, Plot, Shape, Stroke, Words
from lessonbuild.writers.pptx.ruler import Ruler
from lessonbuild.writers.pptx.scale import Scale, decimals_of, opposed, scale_of
from lessonbuild.writers.pptx.scatter import scatter
from lessonbuild.writers.pptx.series_names import HEADROOM, is_ended, with_names


def plot(chart: Chart, area: Box, brand: Brand) -> tuple[Piece, ...]:
    """The chart under its title and unit, filling the area."""
    ruler = Ruler(16 if area.w > 700 else fit.LABEL, brand)
    head = _head(chart, area, brand)
    below = area.below(head.box.bottom + 8 - area.y)
    if chart.kind is Chart.Kind.HEATMAP:
        return (head, *heatmap(chart, below, ruler.size, brand))
    if chart.kind is Chart.Kind.SCATTER:
        made = scatter(chart, below, ruler.size, lambda words: ruler.wide(words, True), ruler.line)
        return (head, replace(made, points=points(made.chart, brand)))
    drawn = _as_bars(_simpler(chart), area, ruler)
    key = _key(drawn, head.box, ruler)
    foot = max((piece.box.bottom for piece in key[0].pieces if isinstance(piece, Words)), default=0) if key else 0
    pieces = _plotted(drawn, area.below(max(head.box.bottom, foot) + 8 - area.y), ruler)
    return (head, *key, *(_coloured(piece, drawn, brand, chart.kind is Chart.Kind.TORNADO) for piece in pieces))


def _coloured(piece: Piece, chart: Chart, brand: Brand, signed: bool) -> Piece:
    if not isinstance(piece, Plot):
        return piece
    return replace(piece, brushes=brushes(chart, brand), points=points(chart, brand), signed=signed)


def _head(chart: Chart, area: Box, brand: Brand) -> Words:
    label: Text = tuple(Run(run.text + "  ") for run in chart.label)
    size = 18 if area.w > 450 else fit.LABEL
    title = (Para((*label, *chart.title), size, Colour.DARK, bold=True),) if label or chart.title else ()
    paras = (*title, Para(text(chart.unit), fit.LABEL, Colour.MUTED, before=2))
    return Words(area.top_part(fit.height(paras, area.w, brand)), paras, name="Chart title and unit")


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
    for (name, _), brush in zip(chart.series, brushes(chart, ruler.brand), strict=True):
        wide = min(ruler.wide(name) + 4, under.w - 17)
        if x + 17 + wide > under.right and pieces:
            x, y = under.x, y + ruler.line
        para = Para(text(name), ruler.size)
        high = fit.height((para,), wide, ruler.brand)
        pieces.append(Shape(Box(x, y + ruler.line / 2 - 5, 11, 11), fill=brush.fill, name="Key"))
        pieces.append(Words(Box(x + 17, y, wide, high), (para,), name="Key"))
        x += wide + 37
    return (Group("Key", "", tuple(pieces)),)


def _plotted(chart: Chart, box: Box, ruler: Ruler) -> tuple[Piece, ...]:
    valued = _is_valued(chart, box, ruler)
    scale = scale_of(chart, valued)
    if chart.kind is Chart.Kind.BAR:
        return _bars(chart, box, scale, valued, ruler)
    names = [name for name, _ in chart.series] if is_ended(chart) else []
    ends = [*names, *([chart.band.name] if chart.band else []), *([chart.target.label] if chart.target else [])]
    right = _right(ends, box, chart, ruler)
    left = 2.0 if valued else max(ruler.wide(_mark(v, scale)) for v in (scale.top, scale.bottom)) + 10
    slot = (box.w - left - right) / max(1, len(chart.categories))
    skip = _skip(chart, slot, ruler)
    rows = 1 if skip > 1 or chart.kind is Chart.Kind.LINE else max(ruler.lines(c, slot - 4) for c in chart.categories)
    chart = _broken(chart, slot, ruler)
    head = HEADROOM + ruler.line * _rows_over(chart, valued)
    inner = Box(box.x + left, box.y + head, box.w - left - right, box.h - head - rows * ruler.line - 8)
    made = Plot(box, inner, chart, scale.top, scale.bottom, scale.step, valued, skip, size=ruler.size)
    return with_names(made, scale, ruler, right) if ends or chart.marks else (made,)


def _broken(chart: Chart, slot: float, ruler: Ruler) -> Chart:
    """Its marks broken to stand over a column without reaching far over its neighbours."""
    if chart.kind is Chart.Kind.LINE:
        return chart
    width = max(1.7 * slot, 90.0)
    family = ruler.brand.text
    marks = (replace(m, text="\n".join(wrap(text(m.text), family, ruler.size, width, True))) for m in chart.marks)
    return replace(chart, marks=tuple(marks))


def _rows_over(chart: Chart, valued: bool) -> int:
    """The lines of the longest mark that stand over the highest column, beside that of a value."""
    if chart.kind is Chart.Kind.LINE or not chart.marks:
        return 0
    lines = max(mark.text.count("\n") + 1 for mark in chart.marks)
    return lines - (0 if valued and chart.kind is not Chart.Kind.STACKED else 1)


def _right(ends: list[str], box: Box, chart: Chart, ruler: Ruler) -> float:
    """The room for names to the right of the plot; those beside columns may take several lines."""
    if not ends:
        return 2.0
    longest = max(ruler.wide(word, True) for name in ends for word in name.split())
    most = box.w * (0.38 if chart.kind is Chart.Kind.LINE else 0.2)
    return min(max(ruler.wide(name, True) for name in ends), max(most, longest)) + 14


def _gaps(made: Plot, x: float, ruler: Ruler) -> list[tuple[float, float]]:
    """The stretches of the target's line between the labels of bars that it would run through."""
    chart, inner = made.chart, made.inner
    shared = opposed(chart)
    pitch = inner.h / len(chart.categories)
    thick = pitch / 1.45 if shared or len(chart.series) == 1 else pitch / (len(chart.series) + 0.6)
    said = {(mark.series, mark.at): mark.text for mark in chart.marks}
    ends, start = [], inner.y - 2
    for c, category in enumerate(chart.categories):
        for s, (name, values) in enumerate(chart.series):
            value, mark = values[c] or 0.0, said.get((name, category), "")
            shown = chart.shown(values[c]) if made.valued else ""
            end = inner.x + inner.w * (value - made.bottom) / (made.top - made.bottom)
            wide = ruler.wide(f"+{shown}  {mark}" if mark and mark != shown else shown, True) + 8
            left = end if value >= 0 else end - wide
            first = (pitch - thick * (1 if shared else len(chart.series))) / 2
            middle = inner.y + c * pitch + first + (0.5 if shared else s + 0.5) * thick
            if (mark or shown) and left < x < left + wide:
                ends.append((start, middle - ruler.line / 2))
                start = middle + ruler.line / 2
    return [(y, end) for y, end in (*ends, (start, inner.bottom)) if end - y > 2]


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
    strokes = [Stroke(x, y, x, end, Colour.DARK, 1.5, dashed=True) for y, end in _gaps(made, x, ruler)]
    words = Words(Box(at, inner.y - 22, wide, ruler.line), (label,), name="Target")
    return (made, Group("Target", chart.target.label, (*strokes, words)))
