"""Which colour a series or a category gets, so that the point stands out and neighbours differ in grey as well."""

from dataclasses import dataclass

from lessonbuild.model.blocks import Chart
from lessonbuild.model.brand import Colours
from lessonbuild.writers.charts.colours import Shade, greys, legible, lightness, shades, told_apart

DASHES: tuple[tuple[float, ...], ...] = ((), (7, 1.6), (2.2, 1.6), (7, 1.8, 1.8, 1.8), (4, 1.4), (1.2, 1.2))


@dataclass(frozen=True, slots=True)
class Paint:
    """How one series is drawn: the shade of its marks, a colour in which its name can be read, whether it matters.

    `chosen` is the shade of its mark at a category that the title speaks of, `dash` the number of its line's pattern.
    """

    shade: Shade
    words: str
    strong: bool
    chosen: Shade
    dash: int = 0

    @property
    def fill(self) -> str:
        """The colour of its marks."""
        return self.shade.colour

    @property
    def dashes(self) -> tuple[float, ...]:
        """The pattern of its line."""
        return DASHES[self.dash % len(DASHES)]


def paints(chart: Chart, colours: Colours) -> list[Paint]:
    """One paint a series, in their order."""
    names = [name for name, _ in chart.series]
    told = [name for name in chart.emphasis if name in names]
    lines = chart.kind is Chart.Kind.LINE
    if told:
        return _some_told(names, told, colours, lines)
    if categories_told(chart) and not lines:
        return _aside(len(names), colours)
    if lines and len(names) > 1:  # lines differ by their dashes as well, and need more contrast than areas
        return [_dashed(i, colours) for i in range(len(names))]
    fills = told_apart([shades(colours.series[i % len(colours.series)], colours) for i in range(len(names))])
    return [_paint(fill, colours, strong=len(names) == 1) for fill in fills]


def _paint(fill: Shade, colours: Colours, *, strong: bool, dash: int = 0) -> Paint:
    return Paint(fill, legible(fill.colour, colours.paper, colours.ink), strong, fill, dash)


def _aside(count: int, colours: Colours) -> list[Paint]:
    """Greys where the title speaks of a category, whose marks have shades of the accent as light as the greys."""
    if count == 1:
        grey = greys(colours)[0]
        words = legible(grey.colour, colours.paper, colours.ink)
        return [Paint(grey, words, strong=True, chosen=Shade(colours.accent))]
    accents, back = shades(colours.accent, colours), told_apart([greys(colours)] * count)
    front = [min(accents, key=lambda one: abs(lightness(one.colour) - lightness(grey.colour))) for grey in back]
    return [Paint(grey, colours.muted, strong=False, chosen=one) for grey, one in zip(back, front, strict=True)]


def _dashed(index: int, colours: Colours) -> Paint:
    """The nearest shade in which words can be read."""
    found = shades(colours.series[index % len(colours.series)], colours)
    fill = next((one for one in found if legible(one.colour, colours.paper, colours.ink) == one.colour), found[-1])
    return _paint(fill, colours, strong=False, dash=index)


def _some_told(names: list[str], told: list[str], colours: Colours, lines: bool) -> list[Paint]:
    """The accent for the first that the title speaks of, colours for the others, greys for all the rest."""
    others = [shades(one, colours) for one in (colours.second, *colours.series * len(told))]
    strong = dict(zip(told, ([Shade(colours.accent)], *others), strict=False))
    fills = told_apart([strong.get(name, greys(colours)) for name in names])
    grey = [name for name in names if name not in strong]
    out = []
    for name, fill in zip(names, fills, strict=True):
        if name in strong:
            out.append(_paint(fill, colours, strong=True))
        else:
            out.append(Paint(fill, colours.muted, False, fill, grey.index(name) if lines else 0))
    return out


def waterfall(chart: Chart, colours: Colours, rises: list[bool]) -> list[Shade]:
    """One shade a bar: totals dark, rises full, falls light, what the title speaks of in the accent, all else grey."""
    found = shades(colours.second, colours)
    lighter = [one for one in found if lightness(one.colour) > lightness(colours.second)] or found
    full, light = told_apart([found, lighter])
    plain = not categories_told(chart)
    out = []
    for category, rise in zip(chart.categories, rises, strict=True):
        if category in chart.emphasis:
            out.append(Shade(colours.accent))
        elif category in chart.totals:
            out.append(Shade(colours.dark))
        else:
            out.append((full if rise else light) if plain else greys(colours)[0])
    return out


def categories_told(chart: Chart) -> bool:
    """Whether the title speaks of some of the categories."""
    return any(category in chart.emphasis for category in chart.categories)


def fill_of(paint: Paint, chart: Chart, category: str) -> str:
    """The colour of one bar: an emphasised category stands out of its series."""
    return (paint.chosen if category in chart.emphasis else paint.shade).colour
