"""Series named without a legend: beside stacked segments, at the ends of lines; and where the marks of lines stand."""

from dataclasses import replace

from lessonbuild.model.blocks import Chart
from lessonbuild.model.text import text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.labels import Point, Spot, Wanted, spots, spread
from lessonbuild.writers.pptx.paints import brushes
from lessonbuild.writers.pptx.pieces import Anchor, Colour, Para, Piece, Plot, Words
from lessonbuild.writers.pptx.ruler import Ruler
from lessonbuild.writers.pptx.scale import Scale

HEADROOM = 24.0  # for the labels over the highest point


def is_ended(chart: Chart) -> bool:
    """Whether its series are named where they end."""
    return chart.kind in (Chart.Kind.LINE, Chart.Kind.STACKED) and len(chart.series) > 1


def with_names(made: Plot, scale: Scale, ruler: Ruler, right: float) -> tuple[Piece, ...]:
    """Names beside stacked segments; names and marks of lines where they cover least."""
    chart, inner = made.chart, made.inner
    middles = {name: scale.y(v, inner) for name, v in _end_values(chart).items()}
    if chart.kind is Chart.Kind.LINE:
        placed = spread(middles, dict.fromkeys(middles, ruler.line), inner.bottom)
        shifts = tuple((name, placed[name] - middles[name]) for name in placed)
        return (replace(made, shifts=shifts, places=_places(made, scale, ruler), ends=is_ended(chart)),)
    target = chart.target.label if chart.target else ""
    tones = {name: brush.words for (name, _), brush in zip(chart.series, brushes(chart, ruler.brand), strict=True)}
    tones[target] = Colour.DARK
    paras = {name: Para(text(name), ruler.size, tones[name], bold=True) for name in middles}
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
        if is_ended(chart) and last != chart.categories[-1] and (name, last) not in {w.key for w in wanted}:
            wanted.append(Wanted((name, last), line[last], ruler.wide(name, True)))
    room = Box(inner.x, inner.y - HEADROOM, made.box.right - inner.x, inner.h + HEADROOM)
    return tuple(spots(wanted, lines, room, ruler.line).items())
