"""Lines: how values change, each line named at its end."""

from itertools import groupby, pairwise
from typing import NamedTuple

from lessonbuild.model.blocks import Band, Chart, Mark
from lessonbuild.writers.charts.colours import legible, mixed
from lessonbuild.writers.charts.labels import spread
from lessonbuild.writers.charts.paints import Paint, paints
from lessonbuild.writers.charts.plot import Plot, base_line, head, mark, marked, target_label, target_line, upright
from lessonbuild.writers.charts.scale import span
from lessonbuild.writers.charts.sheet import ASCENT, DESCENT, LEADING, Rect, Sheet

_SHARE = 0.26  # of the width, at most, for names at the right


class End(NamedTuple):
    """A name to be written where a line ends at the right."""

    lines: list[str]
    value: float
    colour: str
    strong: bool


def draw(sheet: Sheet, chart: Chart) -> None:
    """A light grid, context thin and grey, the point thick; the target is named beside its end as well."""
    paint = paints(chart, sheet.colours)
    ends = _ends(sheet, chart, paint)
    if not (named := _fit(sheet, chart, ends)):
        ends = []
    top = head(sheet, chart, [] if named else paint)
    values = [v for _, row in chart.series for v in row if v is not None]
    if chart.band:
        values += [v for row in (chart.band.low, chart.band.high) for v in row if v is not None]
    low, high = span(values + ([chart.target.value] if chart.target else []), zero=False)
    beside = max((sheet.measure(line, True) for end in ends for line in end.lines), default=0.0)
    plot = upright(sheet, chart, (low, high), top, beside, axis=True, spare=(0, LEADING * 1.4 if chart.marks else 0))
    if chart.band:
        _band(plot, chart.band)
    if low <= 0 <= high:
        base_line(plot)
    target_line(plot)
    for (_, row), shade in sorted(zip(chart.series, paint, strict=True), key=lambda pair: pair[1].strong):
        _line(plot, row, shade)
    _names(plot, ends)
    if not ends:
        target_label(plot)
    _marks(plot, paint, named)


def _ends(sheet: Sheet, chart: Chart, paint: list[Paint]) -> list[End]:
    """The names of all lines that reach the right (of one line alone, the heading tells the name), and the target's."""
    room = sheet.width * _SHARE
    several = zip(chart.series, paint, strict=True) if len(chart.series) > 1 else ()
    ends = [
        End(sheet.lines(name, room, True), row[-1], shade.words, shade.strong)
        for (name, row), shade in several
        if row[-1] is not None
    ]
    if chart.band and chart.band.high[-1] is not None:
        ends.append(End(sheet.lines(chart.band.name, room, True), chart.band.high[-1], sheet.colours.muted, False))
    if aim := chart.target:
        ends.append(End(sheet.lines(aim.label, room, True), aim.value, sheet.colours.ink, True))
    return ends


def _fit(sheet: Sheet, chart: Chart, ends: list[End]) -> bool:
    high = sum(len(end.lines) * LEADING + 1 for end in ends)
    early = sum(row[-1] is None for _, row in chart.series)
    return early <= 1 and high <= sheet.height - 45 and all(len(end.lines) <= 3 for end in ends)


def _line(plot: Plot, row: tuple[float | None, ...], shade: Paint) -> None:
    """The stretches between gaps; a value between two gaps is a dot."""
    at = [(plot.middle(i), None if value is None else plot.scale(value)) for i, value in enumerate(row)]
    for there, group in groupby(at, key=lambda point: point[1] is not None):
        points = [(across, up) for across, up in group if up is not None]
        if there and len(points) == 1:
            plot.sheet.dot(*points[0], 2.8, shade.fill)
        elif there:
            plot.sheet.line(points, shade.fill, 2.2 if shade.strong else 1.5, shade.dashes)
            keep_clear(plot.sheet, points)
    seen = [(across, up) for across, up in at if up is not None]
    if seen and shade.strong:
        plot.sheet.dot(*seen[-1], 3.0, shade.fill)


def _band(plot: Plot, band: Band) -> None:
    """The range as a tint between two thin lines, so that a grey copy shows it as well; stretches between gaps."""
    at = [
        None if low is None or high is None else (plot.middle(i), plot.scale(low), plot.scale(high))
        for i, (low, high) in enumerate(zip(band.low, band.high, strict=True))
    ]
    colours = plot.sheet.colours
    for there, group in groupby(at, key=lambda point: point is not None):
        points = [point for point in group if point]
        if there:
            lower, upper = [(x, low) for x, low, _ in points], [(x, high) for x, _, high in points]
            plot.sheet.area([*upper, *reversed(lower)], mixed(colours.paper, colours.line, 0.55))
            for edge in (lower, upper):
                plot.sheet.line(edge, colours.muted, 0.6, (1.2, 1.2))


def keep_clear(sheet: Sheet, points: list[tuple[float, float]]) -> None:
    """Keep labels off a line: small boxes along it."""
    for (x0, y0), (x1, y1) in pairwise(points):
        steps = max(1, int(max(abs(x1 - x0), abs(y1 - y0)) / 4))
        for i in range(steps + 1):
            x, y = x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps
            sheet.taken.append(Rect(x - 2, y - 2, x + 2, y + 2))


def _names(plot: Plot, ends: list[End]) -> None:
    sheet = plot.sheet
    wanted = [plot.scale(end.value) for end in ends]
    heights = [len(end.lines) * LEADING + 1 for end in ends]
    middles = spread(wanted, heights, plot.area.bottom - LEADING, plot.area.top + 4)
    left = plot.end + 5
    for end, middle, at in zip(ends, middles, wanted, strict=True):
        if abs(middle - at) > LEADING * 0.8:
            sheet.line([(plot.end, at), (left - 1.5, middle)], sheet.colours.muted, 0.5)
        up = middle + len(end.lines) * LEADING / 2 - ASCENT - DESCENT / 2
        for i, line in enumerate(end.lines):
            sheet.words(line, left, up - i * LEADING, end.colour, end.strong)


def _marks(plot: Plot, paint: list[Paint], named: bool) -> None:
    """The author's words at their points; and the names of lines that end early, where no legend has them."""
    marks = list(plot.chart.marks)
    if named and len(plot.chart.series) > 1:
        early = [(name, row) for name, row in plot.chart.series if row[-1] is None and any(v is not None for v in row)]
        marks += [Mark(name, _last(plot.chart, row), name) for name, row in early]
    points = []
    for said in marks:
        if found := marked(plot.chart, said):
            at = (plot.middle(found[1]), plot.scale(plot.chart.series[found[0]][1][found[1]] or 0.0))
            plot.sheet.dot(*at, 3.0, paint[found[0]].fill)
            points.append((said, paint[found[0]].words, at))
    for said, colour, at in points:
        mark(plot, said, at, legible(colour, plot.sheet.colours.paper, plot.sheet.colours.ink), reach=5.5)


def _last(chart: Chart, row: tuple[float | None, ...]) -> str:
    return [category for category, value in zip(chart.categories, row, strict=True) if value is not None][-1]
