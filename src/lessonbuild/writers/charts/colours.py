"""Which colour a series or a category gets, so that the point stands out and neighbours differ in grey as well."""

from dataclasses import dataclass

from lessonbuild.model.blocks import Chart
from lessonbuild.model.brand import Colours

_STEP = 17.0  # of 100 in lightness: what two neighbours need to stay apart on a grey copy

DASHES: tuple[tuple[float, ...], ...] = ((), (7, 1.6), (2.2, 1.6), (7, 1.8, 1.8, 1.8), (4, 1.4), (1.2, 1.2))


@dataclass(frozen=True, slots=True)
class Paint:
    """How one series is drawn: the colour of its marks, a colour in which its name can be read, whether it matters."""

    fill: str
    words: str
    strong: bool
    dashes: tuple[float, ...] = ()


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def mixed(colour: str, other: str, share: float) -> str:
    """The colour with a share of the other in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "".join(f"{round(255 * (a + (b - a) * share)):02X}" for a, b in pairs)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2)."""
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def lightness(colour: str) -> float:
    """How light the colour looks on a grey copy, 0 to 100 (CIE L*)."""
    y = luminance(colour)
    return float(116 * y ** (1 / 3) - 16) if y > 0.008856 else 903.3 * y


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def legible(colour: str, ground: str, ink: str) -> str:
    """The colour, made darker until words in it can be read on the ground (4.5:1)."""
    return next((c for i in range(11) if contrast(c := mixed(colour, ink, i / 10), ground) >= 4.5), ink)


def on(ground: str, colours: Colours) -> str:
    """Ink or paper: whichever reads better on the ground."""
    return max((colours.ink, colours.paper), key=lambda c: contrast(c, ground))


def context(colours: Colours, index: int = 0, count: int = 1) -> str:
    """A grey for what is shown only to compare with; several greys differ from each other."""
    place = index // 2 if index % 2 == 0 else (count + 1) // 2 + index // 2  # light and dark by turns
    share = 0.22 if count == 1 else 0.62 * place / (count - 1)
    return mixed(colours.line, colours.muted, share)


def apart(chosen: list[str], colours: Colours) -> list[str]:
    """The colours, each moved in lightness until it differs from the one before."""
    out: list[str] = []
    for colour in chosen:
        out.append(_away(colour, lightness(out[-1]), colours) if out else colour)
    return out


def _away(colour: str, before: float, colours: Colours) -> str:
    if abs(lightness(colour) - before) >= _STEP:
        return colour
    towards = [(colours.paper, 0.75), (colours.ink, 0.8)]
    for other, most in towards if before < 62 else reversed(towards):
        for i in range(1, 13):
            moved = mixed(colour, other, most * i / 12)
            if abs(lightness(moved) - before) >= _STEP:
                return moved
    return colour


def paints(chart: Chart, colours: Colours) -> list[Paint]:
    """One paint a series, in their order."""
    names = [name for name, _ in chart.series]
    told = [name for name in chart.emphasis if name in names]
    if told:
        return _some_told(names, told, colours, lines=chart.kind is Chart.Kind.LINE)
    if len(names) == 1:
        alone = context(colours) if _categories_told(chart) else colours.series[0]
        return [Paint(alone, legible(alone, colours.paper, colours.ink), strong=True)]
    if chart.kind is Chart.Kind.LINE:  # lines differ by their dashes as well, and need more contrast than areas
        return [_dashed(i, colours) for i in range(len(names))]
    fills = apart([colours.series[i % len(colours.series)] for i in range(len(names))], colours)
    return [Paint(fill, legible(fill, colours.paper, colours.ink), strong=False) for fill in fills]


def _dashed(index: int, colours: Colours) -> Paint:
    fill = legible(colours.series[index % len(colours.series)], colours.paper, colours.ink)
    return Paint(fill, fill, strong=False, dashes=DASHES[index % len(DASHES)])


def _some_told(names: list[str], told: list[str], colours: Colours, lines: bool) -> list[Paint]:
    strong = dict(zip(told, (colours.accent, colours.second, *colours.series * len(told)), strict=False))
    grey = [name for name in names if name not in strong]
    out = []
    for name in names:
        if name in strong:
            out.append(Paint(strong[name], legible(strong[name], colours.paper, colours.ink), strong=True))
            continue
        fill = context(colours, grey.index(name), len(grey))
        fill = mixed(fill, colours.muted, 0.35) if lines else fill
        dashes = DASHES[grey.index(name) % len(DASHES)] if lines else ()
        out.append(Paint(fill, colours.muted, strong=False, dashes=dashes))
    return out


def _categories_told(chart: Chart) -> bool:
    return any(category in chart.emphasis for category in chart.categories)


def fill_of(chart: Chart, paint: Paint, category: str, colours: Colours) -> str:
    """The colour of one bar: an emphasised category stands out of its series, the others stand back."""
    if not _categories_told(chart):
        return paint.fill
    if len(chart.series) == 1:
        return colours.accent if category in chart.emphasis else context(colours)
    return paint.fill if category in chart.emphasis else mixed(paint.fill, colours.paper, 0.5)
