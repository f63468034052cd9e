"""The series of a native chart as they are drawn: which columns the workbook has, their colours, points and labels."""

from dataclasses import dataclass

from lessonbuild.model.blocks import Chart
from lessonbuild.writers.charts.scale import minus
from lessonbuild.writers.pptx.chart_columns import (
    EDGE,
    SPREAD,
    TOPS,
    UNDER,
    Values,
    besides,
    columns,
    targets,
)
from lessonbuild.writers.pptx.chart_labels import no_label, value_label, word_label
from lessonbuild.writers.pptx.labels import Spot
from lessonbuild.writers.pptx.markup import fill, outline
from lessonbuild.writers.pptx.pieces import Brush, Colour, Hue, Plot, Tone
from lessonbuild.writers.pptx.scale import steps


@dataclass(frozen=True, slots=True)
class Series:
    """One series. `shape` is its spPr; `points` and `labels` are those drawn otherwise; `valued` labels all others."""

    name: str
    values: Values
    column: int  # of the workbook, the categories' being 0
    shape: str
    points: str = ""
    labels: str = ""
    valued: bool = False
    line: bool = False
    area: bool = False


def chart_series(piece: Plot, language: str) -> list[Series]:
    """Every series, in the order of the workbook's columns."""
    chart, made = piece.chart, columns(piece.chart)
    own = len(made) - len(targets(chart))
    before = own - len(besides(chart))
    found = []
    for number, (name, values) in enumerate(made, 1):
        if before < number <= own:
            found.append(_extra(name, values, number, piece, language))
        elif number > own:
            found.append(_target(name, values, number, piece, language))
        elif chart.kind is Chart.Kind.WATERFALL:
            found.append(_waterfall(name, values, number, piece, language))
        elif chart.kind is Chart.Kind.LINE:
            found.append(_line(name, values, number, piece, language))
        else:
            found.append(_bars(name, values, number, piece, language))
    return found


def _extra(name: str, values: Values, number: int, piece: Plot, language: str) -> Series:
    """What is drawn besides: a running sum, a part of a band, or what carries the marks of stacks."""
    if piece.chart.kind is Chart.Kind.PARETO:
        shape = f"<c:spPr>{outline(Colour.MUTED, 2, extra=_DOTS)}</c:spPr>"
        labels = "".join(
            word_label(i, "t", piece.chart.shown(value), Colour.MUTED, piece.size, language)
            for i, value in enumerate(values)
            if i and value is not None  # the first is the first column's own
        )
        return Series(name, values, number, shape, "", labels, line=True)
    if name in (UNDER, SPREAD):
        look = fill(None if name == UNDER else _BAND)
        return Series(name, values, number, f"<c:spPr>{look}{outline(None, 0)}</c:spPr>", area=True)
    if name == TOPS:
        said = {mark.at: mark.text for mark in piece.chart.marks}
        labels = "".join(
            word_label(
                i, "t", said[category], Colour.ACCENT, piece.size, language, boxed=_struck(piece, top, said[category])
            )
            for i, (category, top) in enumerate(zip(piece.chart.categories, values, strict=True))
            if category in said and top is not None
        )
        return Series(name, values, number, f"<c:spPr>{outline(None, 0)}</c:spPr>", "", labels, line=True)
    return _edge(name, values, number, piece, language)


def _edge(name: str, values: Values, number: int, piece: Plot, language: str) -> Series:
    """An edge of a band: a thin line, the upper one with the band's name where it ends."""
    shape = f"<c:spPr>{outline(Colour.MUTED, 1, extra=_DOTS)}</c:spPr>"
    if name == EDGE:
        return Series(name, values, number, shape, line=True)
    last = max((i for i, value in enumerate(values) if value is not None), default=0)
    down = dict(piece.shifts).get(name, 0) / piece.box.h
    side = "r" if last == len(values) - 1 else "t"
    label = word_label(last, side, name, Colour.MUTED, piece.size, language, down)
    return Series(name, values, number, shape, "", label, line=True)


_DOTS = '<a:prstDash val="sysDash"/>'
_BAND = Tone("accent6", 45)


# ---- columns and bars ---------------------------------------------------------------------------------------------


def _bars(name: str, values: Values, number: int, piece: Plot, language: str) -> Series:
    """Segments of a stack are parted by a line of paper."""
    chart, brush = piece.chart, piece.brushes[number - 1]
    strong = [i for i, category in enumerate(chart.categories) if category in chart.emphasis]
    stacked = chart.kind is Chart.Kind.STACKED
    rim = outline(Colour.PAPER, 1) if stacked else ""
    points = "".join(_point(i, brush.chosen, rim) for i in strong)
    labels = "".join(
        _bar_label(name, i, value, piece, brush, language) for i, value in enumerate(values) if value is not None
    )
    shape = f"<c:spPr>{fill(brush.fill)}{rim}</c:spPr>"
    return Series(name, values, number, shape, points, labels, piece.valued and not stacked)


def _bar_label(name: str, index: int, value: float, piece: Plot, brush: Brush, language: str) -> str:
    """A mark; a value inside a segment; or a value that the title speaks of. All other values are labelled as one."""
    chart, category = piece.chart, piece.chart.categories[index]
    chosen, stacked = category in chart.emphasis, chart.kind is Chart.Kind.STACKED
    pareto = chart.kind is Chart.Kind.PARETO
    loud = chosen or (piece.valued and name in chart.emphasis)
    mark = "" if stacked else next((m.text for m in chart.marks if (m.series, m.at) == (name, category)), "")
    crossed = (chart.target is not None and chart.kind is Chart.Kind.COLUMN) or (index == 0 and pareto)
    inside = stacked or (crossed and not mark)  # a line crosses what is above
    place = "ctr" if stacked else "inEnd" if inside else "outEnd"
    ink: Hue = (brush.on_chosen if chosen else brush.on) if inside else Colour.ACCENT if loud else Colour.INK
    if mark:
        words = _with_value(mark, value, piece)
        boxed = _struck(piece, value, words)
        return word_label(index, place, words, Colour.ACCENT, piece.size, language, boxed=boxed)
    high = abs(value) / (piece.top - piece.bottom) * piece.inner.h
    if inside and high < piece.size * 1.3:
        return no_label(index)
    return (
        value_label(index, place, ink, piece.size, language, loud)
        if loud or pareto or (stacked and piece.valued)
        else ""
    )


def _with_value(mark: str, value: float, piece: Plot) -> str:
    """A mark with the value that would stand in its place: behind it beside a lying bar, under it over a column."""
    shown = ("+" if piece.signed and value > 0 else "") + minus(piece.chart.shown(value))
    if shown in mark or not (piece.valued or piece.chart.kind is Chart.Kind.PARETO):
        return mark
    return f"{shown}  {mark}" if piece.chart.kind is Chart.Kind.BAR else f"{mark}\n{shown}"


def _point(index: int, tone: Tone, rim: str = "") -> str:
    shape = f"<c:spPr>{fill(tone)}{rim}</c:spPr>"
    return f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{shape}</c:dPt>'


def _waterfall(name: str, values: Values, number: int, piece: Plot, language: str) -> Series:
    """An invisible base, the bars on it, and an invisible line over them that carries their labels."""
    hidden = f"<c:spPr><a:noFill/>{outline(None, 0)}</c:spPr>"
    if number == 1:
        return Series(name, values, number, hidden)
    if number == 2:
        points = "".join(_point(i, tone) for i, tone in enumerate(piece.points))
        return Series(name, values, number, f"<c:spPr>{fill(Colour.MUTED)}</c:spPr>", points)
    labels = "".join(_change(i, piece, language) for i in range(len(piece.chart.categories)))
    return Series(name, values, number, f"<c:spPr>{outline(None, 0)}</c:spPr>", "", labels, line=True)


def _change(index: int, piece: Plot, language: str) -> str:
    chart, category = piece.chart, piece.chart.categories[index]
    change = chart.series[0][1][index]
    sign = "+" if category not in chart.totals and (change or 0) > 0 else ""
    words = sign + minus(chart.shown(change))
    mark = next((m.text for m in chart.marks if m.at == category), "")
    tone = Colour.ACCENT if mark or category in chart.emphasis else Colour.INK
    both = words if not mark else mark if words in mark else f"{mark}\n{words}"
    start, end = steps(chart)[index][1:]
    boxed = _struck(piece, max(start, end), both)
    return word_label(index, "t", both, tone, piece.size, language, boxed=boxed)


def _struck(piece: Plot, value: float, words: str) -> bool:
    """Whether the target's line would run through words that stand on a value."""
    aim = piece.chart.target
    if aim is None or piece.chart.kind is Chart.Kind.BAR:
        return False
    over = (aim.value - value) / (piece.top - piece.bottom) * piece.inner.h
    return -2 < over < (words.count("\n") + 1) * piece.size * 1.28 + 8


# ---- lines --------------------------------------------------------------------------------------------------------


def _line(name: str, values: Values, number: int, piece: Plot, language: str) -> Series:
    """What the title speaks of thick, all else thinner, each with a pattern of its own."""
    brush = piece.brushes[number - 1]
    dash = f'<a:prstDash val="{brush.dash}"/>' if brush.dash else ""
    stroke = f"<c:spPr>{outline(brush.fill, 3.5 if brush.loud else 2.25, extra=dash)}</c:spPr>"
    labels = _line_labels(name, values, piece, brush.words, language)
    return Series(name, values, number, stroke, _dots(name, brush.fill, stroke, piece), labels, line=True)


def _dots(name: str, tone: Tone, stroke: str, piece: Plot) -> str:
    """A dot at every marked point."""
    marked = {mark.at for mark in piece.chart.marks if mark.series == name}
    look = f"<c:spPr>{fill(tone)}{outline(Colour.PAPER, 1.5)}</c:spPr>"
    dot = f'<c:marker><c:symbol val="circle"/><c:size val="10"/>{look}</c:marker><c:bubble3D val="0"/>{stroke}'
    places = [i for i, category in enumerate(piece.chart.categories) if category in marked]
    return "".join(f'<c:dPt><c:idx val="{i}"/>{dot}</c:dPt>' for i in places)


def _line_labels(name: str, values: Values, piece: Plot, tone: Hue, language: str) -> str:
    """The marks, and the series' name at its last point."""
    chart, sides = piece.chart, dict(piece.places)
    marked = {mark.at: mark.text for mark in chart.marks if mark.series == name}
    last = max((i for i, v in enumerate(values) if v is not None), default=0)
    labels = ""
    for i, category in enumerate(chart.categories):
        named = [name] if piece.ends and i == last else []
        words = ": ".join([*named, *([marked[category]] if category in marked else [])])
        spot = sides.get((name, category), Spot("t", 0))
        if named and i == len(values) - 1:
            spot = Spot("r", dict(piece.shifts).get(name, 0))
        side, down = spot.side, spot.down / piece.box.h
        labels += word_label(i, side, words, tone, piece.size, language, down) if words else ""
    return labels


def _target(name: str, values: Values, number: int, piece: Plot, language: str) -> Series:
    """A dashed line; named at its right end where all are lines, else beside the plot."""
    dashes = '<a:prstDash val="dash"/>'
    shape = f"<c:spPr>{outline(Colour.DARK, 1.75, extra=dashes)}</c:spPr>"
    down = dict(piece.shifts).get(name, 0) / piece.box.h
    named = piece.chart.kind is Chart.Kind.LINE
    label = word_label(len(values) - 1, "r", name, Colour.DARK, piece.size, language, down) if named else ""
    return Series(name, values, number, shape, "", label, line=True)
