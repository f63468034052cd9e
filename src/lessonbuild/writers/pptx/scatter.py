"""A scatter chart: its two scales, where names stand beside their points, and its native XML."""

from collections.abc import Callable
from dataclasses import replace

from lessonbuild.model.blocks import Chart
from lessonbuild.writers.pptx.chart_labels import shows, text_properties, word_label
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.labels import Spot, Wanted, spots
from lessonbuild.writers.pptx.markup import escape, fill, outline
from lessonbuild.writers.pptx.pieces import Colour, Hue, Plot
from lessonbuild.writers.pptx.scale import Scale, axis, decimals_of

_POINTS, _TARGET = "", "="  # the series of keys to places
_JOINED = "–"  # in the workbook: the points that a line joins
_DASHES = '<a:prstDash val="dash"/>'
_AXES = '<c:axId val="111"/><c:axId val="222"/>'


def sorted_across(chart: Chart) -> Chart:
    """Its points from left to right, so that a line joins them in this order."""
    order = sorted(range(len(chart.categories)), key=lambda i: (chart.series[0][1][i] or 0.0, i))
    series = tuple((name, tuple(values[i] for i in order)) for name, values in chart.series)
    return replace(chart, categories=tuple(chart.categories[i] for i in order), series=series)


def scatter(chart: Chart, box: Box, size: float, wide: Callable[[str], float], line: float) -> Plot:
    """The plot in the box; `wide` measures words, `line` is the height of one line of them."""
    chart = sorted_across(chart)
    across, up = axis([v for v in chart.series[0][1] if v is not None]), axis(_known(chart))
    inner = Box(box.x + 52, box.y + 12, box.w - 52 - 26, box.h - 12 - 2 * line - 16)
    at = {
        name: (inner.x + inner.w * (x - across.bottom) / (across.top - across.bottom), up.y(y, inner))
        for name, x, y in zip(chart.categories, chart.series[0][1], chart.series[1][1], strict=True)
        if x is not None and y is not None
    }
    joined = [at[name] for name in chart.categories if name in chart.joined and name in at]
    wanted = [Wanted((_POINTS, name), point, wide(_words(chart, name))) for name, point in at.items()]
    lines = [joined, *([point, point] for point in at.values())]
    if aim := chart.target:
        level = up.y(aim.value, inner)
        wanted.append(Wanted((_TARGET, aim.label), (inner.right, level), wide(aim.label)))
        lines.append([(inner.x, level), (inner.right, level)])
    places = tuple(spots(wanted, lines, inner, line).items())
    return Plot(box, inner, chart, up.top, up.bottom, up.step, False, 1, places=places, size=size, across=across)


def _known(chart: Chart) -> list[float]:
    """What the axis up must hold."""
    return [*(v for v in chart.series[1][1] if v is not None), *([chart.target.value] if chart.target else [])]


def _words(chart: Chart, name: str) -> str:
    """A point's name, and what its mark says of it."""
    said = next((mark.text for mark in chart.marks if mark.at == name), "")
    return f"{name}: {said}" if said else name


def rows(piece: Plot) -> tuple[str, ...]:
    """The rows of the workbook: the points, and the two ends of the target's line."""
    return (*piece.chart.categories, *((piece.chart.target.label,) * 2 if piece.chart.target else ()))


def columns(piece: Plot) -> list[tuple[str, tuple[float | None, ...]]]:
    """The columns of the workbook: across, up, up again for what is joined, and the target."""
    chart, across = piece.chart, piece.across or Scale(0, 1, 1)
    more: tuple[float | None, ...] = (None, None) if chart.target else ()
    (first, xs), (second, ys) = chart.series[:2]
    found = [(first, (*xs, *((across.bottom, across.top) if chart.target else ()))), (second, (*ys, *more))]
    if len(chart.joined) > 1:
        ups = (value if name in chart.joined else None for name, value in zip(chart.categories, ys, strict=True))
        found.append((_JOINED, (*ups, *more)))
    if chart.target:
        found.append((chart.target.label, (*(None for _ in ys), chart.target.value, chart.target.value)))
    return found


def scatter_xml(piece: Plot, language: str) -> str:
    """The plot and both axes."""
    chart, points = piece.chart, (0, len(piece.chart.categories))
    none = '<c:marker><c:symbol val="none"/></c:marker>'
    series = _series(piece, 1, points, _look(piece), _labels(piece, language))
    if len(chart.joined) > 1:
        line = f"<c:spPr>{outline(Colour.MUTED, 1.75, extra=_DASHES)}</c:spPr>"
        series = _series(piece, 2, points, line + none, "") + series
    if chart.target:
        line = f"<c:spPr>{outline(Colour.DARK, 1.75, extra=_DASHES)}</c:spPr>"
        ends = (points[1], points[1] + 2)
        series += _series(piece, len(columns(piece)) - 1, ends, line + none, _target_label(piece, language))
    style = '<c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
    return f"<c:scatterChart>{style}{series}{_AXES}</c:scatterChart>{_axes(piece, language)}"


def _target_label(piece: Plot, language: str) -> str:
    """The target's name at the right end of its line."""
    label = piece.chart.target.label if piece.chart.target else ""
    spot = dict(piece.places).get((_TARGET, label), Spot("l", 0))
    words = word_label(1, spot.side, label, Colour.DARK, piece.size, language, spot.down / piece.box.h)
    return f"<c:dLbls>{words}{shows(False)}</c:dLbls>"


def _look(piece: Plot) -> str:
    """Grey dots without a line; what the title speaks of as squares in the accent."""
    named = list(zip(piece.chart.categories, piece.points, strict=True))
    grey = next((tone for name, tone in named if name not in piece.chart.emphasis), Colour.MUTED)
    marker = _marker("circle", 11, grey)
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/>{_marker("square", 12, tone)}<c:bubble3D val="0"/></c:dPt>'
        for i, (name, tone) in enumerate(named)
        if name in piece.chart.emphasis
    )
    return f"<c:spPr>{outline(None, 0)}</c:spPr>{marker}{points}"


def _marker(form: str, size: int, tone: Hue) -> str:
    look = f"<c:spPr>{fill(tone)}{outline(Colour.PAPER, 1)}</c:spPr>"
    return f'<c:marker><c:symbol val="{form}"/><c:size val="{size}"/>{look}</c:marker>'


def _labels(piece: Plot, language: str) -> str:
    sides = dict(piece.places)
    labels = ""
    for i, name in enumerate(piece.chart.categories):
        spot = sides.get((_POINTS, name), Spot("r", 0))
        tone = Colour.ACCENT if name in piece.chart.emphasis else Colour.INK
        words = _words(piece.chart, name)
        labels += word_label(i, spot.side, words, tone, piece.size, language, spot.down / piece.box.h)
    return f"<c:dLbls>{labels}{shows(False)}</c:dLbls>"


def _series(piece: Plot, column: int, rows: tuple[int, int], look: str, labels: str) -> str:
    """A series: its name, look and labels, and the cells that hold its places across and up."""
    (_, across), (name, ups) = columns(piece)[0], columns(piece)[column]
    letter, first, last = chr(ord("B") + column), rows[0] + 2, rows[1] + 1
    cache = f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache>'
    title = f"<c:tx><c:strRef><c:f>Sheet1!${letter}$1</c:f>{cache}</c:strRef></c:tx>"
    xs = _numbers(f"Sheet1!$B${first}:$B${last}", across[slice(*rows)])
    ys = _numbers(f"Sheet1!${letter}${first}:${letter}${last}", ups[slice(*rows)])
    return (
        f'<c:ser><c:idx val="{column - 1}"/><c:order val="{column - 1}"/>{title}{look}{labels}'
        f'<c:xVal>{xs}</c:xVal><c:yVal>{ys}</c:yVal><c:smooth val="0"/></c:ser>'
    )


def _numbers(cells: str, values: tuple[float | None, ...]) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{v:.15g}</c:v></c:pt>' for i, v in enumerate(values) if v is not None)
    head = f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>'
    return f"<c:numRef><c:f>{cells}</c:f><c:numCache>{head}{points}</c:numCache></c:numRef>"


def _axes(piece: Plot, language: str) -> str:
    up = Scale(piece.bottom, piece.top, piece.step)
    across = piece.across or up
    return _axis(piece, language, across, ("111", "222", "b"), piece.chart.across) + _axis(
        piece, language, up, ("222", "111", "l"), ""
    )


def _axis(piece: Plot, language: str, scale: Scale, ids: tuple[str, str, str], title: str) -> str:
    own, other, side = ids
    grid = f"<c:majorGridlines><c:spPr>{outline(Colour.LINE, 0.75)}</c:spPr></c:majorGridlines>" if side == "l" else ""
    line = outline(None, 0) if side == "l" else outline(Colour.GREY, 1)
    look = f'<a:rPr lang="{language}" sz="{round(piece.size * 100)}" b="0">{fill(Colour.MUTED)}</a:rPr>'
    rich = f"<c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>{look}<a:t>{escape(title)}</a:t></a:r></a:p></c:rich>"
    named = f'<c:title><c:tx>{rich}</c:tx><c:overlay val="0"/></c:title>' if title else ""
    form = "#,##0" + ("." + "0" * decimals_of(scale.step) if decimals_of(scale.step) else "")
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/><c:max val="{scale.top:.10g}"/>'
        f'<c:min val="{scale.bottom:.10g}"/></c:scaling><c:delete val="0"/><c:axPos val="{side}"/>{grid}{named}'
        f'<c:numFmt formatCode="{form};−{form}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{line}</c:spPr>'
        f'{text_properties(Colour.MUTED, piece.size, language)}<c:crossAx val="{other}"/><c:crosses val="min"/>'
        f'<c:crossBetween val="midCat"/><c:majorUnit val="{scale.step:.10g}"/></c:valAx>'
    )
