"""The series of a native chart as they are drawn: which columns the workbook has, their colours, points and labels."""

from dataclasses import dataclass

from lessonbuild.model.blocks import Chart
from lessonbuild.writers.pptx.chart_labels import no_label, value_label, word_label
from lessonbuild.writers.pptx.labels import Spot
from lessonbuild.writers.pptx.markup import fill, outline
from lessonbuild.writers.pptx.pieces import Colour, Plot
from lessonbuild.writers.pptx.plot import label_tone, tones
from lessonbuild.writers.pptx.scale import steps

_UNDER, _SPREAD = "≥", "↕"  # in the workbook of a band: its lower end, and how wide it is
_BASE, _TOPS = "–", "="  # in a waterfall's workbook: what stands under its bars, and where they end

Values = tuple[float | None, ...]


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


def columns(chart: Chart) -> list[tuple[str, Values]]:
    """The columns of the workbook: the series, a waterfall's base and tops, and the target."""
    found = list(chart.series)
    if chart.kind is Chart.Kind.WATERFALL:
        bars = steps(chart)
        found = [
            (_BASE, tuple(min(start, end) for _, start, end in bars)),
            (chart.series[0][0], tuple(abs(end - start) for _, start, end in bars)),
            (_TOPS, tuple(max(start, end) for _, start, end in bars)),
        ]
    return [*found, *_running(chart), *_banded(chart), *_targets(chart)]


def _running(chart: Chart) -> list[tuple[str, Values]]:
    """The running sum of a Pareto chart."""
    return [("Σ", chart.running)] if chart.kind is Chart.Kind.PARETO else []


def _banded(chart: Chart) -> list[tuple[str, Values]]:
    """What is under the band, the band itself, and its upper edge, which carries its name."""
    band = chart.band
    if band is None:
        return []
    spread = tuple(
        None if low is None or high is None else high - low for low, high in zip(band.low, band.high, strict=True)
    )
    return [(_UNDER, band.low), (_SPREAD, spread), (band.name, band.high)]


def _targets(chart: Chart) -> list[tuple[str, Values]]:
    """The target as a series of one value; a line across lying bars is drawn beside the chart instead."""
    if chart.target is None or chart.kind is Chart.Kind.BAR:
        return []
    return [(chart.target.label, (chart.target.value,) * len(chart.categories))]


def number_format(decimals: int) -> str:
    """A format of numbers, in Excel's words."""
    positive = "#,##0" + ("." + "0" * decimals if decimals else "")
    return f"{positive};−{positive}"


def chart_series(piece: Plot, language: str) -> list[Series]:
    """Every series, in the order of the workbook's columns."""
    chart, made = piece.chart, columns(piece.chart)
    own = len(made) - len(_targets(chart))
    before = own - len(_banded(chart)) - len(_running(chart))
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
    """A running sum, or a part of a band: its upper edge is a thin line with its name at the right end."""
    chart = piece.chart
    if chart.kind is Chart.Kind.PARETO:
        shape = f"<c:spPr>{outline(Colour.MUTED, 2, extra=_DOTS)}</c:spPr>"
        labels = "".join(
            word_label(i, "t", chart.shown(value), Colour.MUTED, piece.size, language)
            for i, value in enumerate(values)
            if i and value is not None  # the first is the first column's own
        )
        return Series(name, values, number, shape, "", labels, line=True)
    if name in (_UNDER, _SPREAD):
        look = fill(None if name == _UNDER else Colour.TINT)
        return Series(name, values, number, f"<c:spPr>{look}{outline(None, 0)}</c:spPr>", area=True)
    shape = f"<c:spPr>{outline(Colour.MUTED, 1, extra=_DOTS)}</c:spPr>"
    last = max((i for i, value in enumerate(values) if value is not None), default=0)
    down = dict(piece.shifts).get(name, 0) / piece.box.h
    side = "r" if last == len(values) - 1 else "t"
    return Series(
        name,
        values,
        number,
        shape,
        "",
        word_label(last, side, name, Colour.MUTED, piece.size, language, down),
        line=True,
    )


_DOTS = '<a:prstDash val="sysDash"/>'


# ---- columns and bars ---------------------------------------------------------------------------------------------


def _bars(name: str, values: Values, number: int, piece: Plot, language: str) -> Series:
    chart, tone = piece.chart, tones(piece.chart)[name]
    strong = [i for i, category in enumerate(chart.categories) if category in chart.emphasis]
    points = "".join(_point(i, _chosen(chart, name)) for i in strong)
    labels = "".join(_bar_label(name, i, value, piece, language) for i, value in enumerate(values) if value is not None)
    valued = piece.valued and chart.kind is not Chart.Kind.STACKED
    return Series(name, values, number, f"<c:spPr>{fill(tone)}</c:spPr>", points, labels, valued)


def _bar_label(name: str, index: int, value: float, piece: Plot, language: str) -> str:
    """A mark; a value inside a segment; or a value that the title speaks of. All other values are labelled as one."""
    chart, category = piece.chart, piece.chart.categories[index]
    chosen, stacked = category in chart.emphasis, chart.kind is Chart.Kind.STACKED
    loud = chosen or (piece.valued and name in chart.emphasis)
    tone = _chosen(chart, name) if chosen else tones(chart)[name]
    inside = stacked or (
        chart.target is not None and chart.kind is Chart.Kind.COLUMN
    )  # the target crosses what is above
    place = "ctr" if stacked else "inEnd" if inside else "outEnd"
    ink = _on(tone) if inside else Colour.ACCENT if loud else Colour.INK
    mark = next((m.text for m in chart.marks if (m.series, m.at) == (name, category)), "")
    if mark:
        tone = Colour.ACCENT if name in chart.emphasis and not inside else ink
        return word_label(index, place, mark, tone, piece.size, language)
    high = abs(value) / (piece.top - piece.bottom) * piece.inner.h
    if inside and high < piece.size * 1.3:
        return no_label(index)
    return value_label(index, place, ink, piece.size, language, loud) if loud or (stacked and piece.valued) else ""


def _chosen(chart: Chart, name: str) -> Colour:
    """The colour of a series where the title speaks of the category: light in all series but the last."""
    return Colour.ACCENT if name == chart.series[-1][0] else Colour.GLOW


def _on(tone: Colour) -> Colour:
    """The colour of words on a fill."""
    return Colour.INK if tone in (Colour.LINE, Colour.GREY, Colour.FOURTH, Colour.THIRD, Colour.GLOW) else Colour.PAPER


def _point(index: int, tone: Colour) -> str:
    shape = f"<c:spPr>{fill(tone)}</c:spPr>"
    return f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{shape}</c:dPt>'


def _waterfall(name: str, values: Values, number: int, piece: Plot, language: str) -> Series:
    """An invisible base, the bars on it, and an invisible line over them that carries their labels."""
    chart = piece.chart
    hidden = f"<c:spPr><a:noFill/>{outline(None, 0)}</c:spPr>"
    if number == 1:
        return Series(name, values, number, hidden)
    if number == 2:
        points = "".join(_point(i, _waterfall_tone(chart, category)) for i, category in enumerate(chart.categories))
        return Series(name, values, number, f"<c:spPr>{fill(Colour.GREY)}</c:spPr>", points)
    labels = "".join(_change(i, piece, language) for i in range(len(chart.categories)))
    return Series(name, values, number, f"<c:spPr>{outline(None, 0)}</c:spPr>", "", labels, line=True)


def _waterfall_tone(chart: Chart, category: str) -> Colour:
    if category in chart.emphasis:
        return Colour.ACCENT
    return Colour.DARK if category in chart.totals else Colour.GREY


def _change(index: int, piece: Plot, language: str) -> str:
    chart, category = piece.chart, piece.chart.categories[index]
    change = chart.series[0][1][index]
    sign = "+" if category not in chart.totals and (change or 0) > 0 else ""
    words = sign + chart.shown(change).replace("-", "−")
    mark = next((m.text for m in chart.marks if m.at == category), words)
    tone = Colour.ACCENT if category in chart.emphasis else Colour.INK
    return word_label(index, "t", mark, tone, piece.size, language)


# ---- lines --------------------------------------------------------------------------------------------------------


def _line(name: str, values: Values, number: int, piece: Plot, language: str) -> Series:
    tone = tones(piece.chart)[name]
    stroke = f"<c:spPr>{outline(tone, 3.5 if tone is Colour.ACCENT or len(piece.chart.series) == 1 else 2.25)}</c:spPr>"
    labels = _line_labels(name, values, piece, language)
    return Series(name, values, number, stroke, _dots(name, tone, stroke, piece), labels, line=True)


def _dots(name: str, tone: Colour, stroke: str, piece: Plot) -> str:
    """A dot at every marked point."""
    marked = {mark.at for mark in piece.chart.marks if mark.series == name}
    look = f"<c:spPr>{fill(tone)}{outline(Colour.PAPER, 1.5)}</c:spPr>"
    dot = f'<c:marker><c:symbol val="circle"/><c:size val="10"/>{look}</c:marker><c:bubble3D val="0"/>{stroke}'
    places = [i for i, category in enumerate(piece.chart.categories) if category in marked]
    return "".join(f'<c:dPt><c:idx val="{i}"/>{dot}</c:dPt>' for i in places)


def _line_labels(name: str, values: Values, piece: Plot, language: str) -> str:
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
        labels += word_label(i, side, words, label_tone(chart, name), piece.size, language, down) if words else ""
    return labels


def _target(name: str, values: Values, number: int, piece: Plot, language: str) -> Series:
    """A dashed line; named at its right end where all are lines, else beside the plot."""
    dashes = '<a:prstDash val="dash"/>'
    shape = f"<c:spPr>{outline(Colour.DARK, 1.75, extra=dashes)}</c:spPr>"
    down = dict(piece.shifts).get(name, 0) / piece.box.h
    named = piece.chart.kind is Chart.Kind.LINE
    label = word_label(len(values) - 1, "r", name, Colour.DARK, piece.size, language, down) if named else ""
    return Series(name, values, number, shape, "", label, line=True)
