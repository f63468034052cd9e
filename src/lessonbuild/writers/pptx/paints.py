"""The colours of a native chart: the shades that all charts have, as colours of the deck's theme."""

from dataclasses import replace

from lessonbuild.model.blocks import Chart
from lessonbuild.model.brand import Brand, Colours
from lessonbuild.writers import theme
from lessonbuild.writers.charts import paints
from lessonbuild.writers.charts.colours import Shade, contrast, greys, on, shades
from lessonbuild.writers.charts.paints import Paint
from lessonbuild.writers.pptx.pieces import Brush, Colour, Hue, Tone

_DASHES = ("", "dash", "sysDot", "lgDashDot", "lgDash", "sysDash")  # by the number of a paint's pattern
_SLOTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "dk2", "dk1")
_RENAMED = {"dk1": "tx1", "dk2": "tx2"}


def brushes(chart: Chart, brand: Brand) -> tuple[Brush, ...]:
    """One a series, in their order."""
    return tuple(_brush(paint, brand) for paint in paints.paints(chart, _themed(brand)))


def points(chart: Chart, brand: Brand) -> tuple[Tone, ...]:
    """One tone a category, where those have their own: the bars of a waterfall, the points of a scatter chart."""
    match chart.kind:
        case Chart.Kind.WATERFALL:
            rises = [(value or 0.0) >= 0 for value in chart.series[0][1]]
            return tuple(tone(shade, brand) for shade in paints.waterfall(chart, _themed(brand), rises))
        case Chart.Kind.SCATTER:
            grey, accent = tone(greys(brand.colours)[0], brand), tone(Shade(brand.colours.accent), brand)
            return tuple(accent if name in chart.emphasis else grey for name in chart.categories)
        case _:
            return ()


def tone(shade: Shade, brand: Brand) -> Tone:
    """The shade as the theme has it."""
    slots = theme.colours(brand)
    slot = next(slot for slot in _SLOTS if slots[slot] == shade.base)
    return Tone(_RENAMED.get(slot, slot), shade.share)


def ink_on(shade: Shade, brand: Brand) -> Colour:
    """Ink or paper, whichever reads better on the shade."""
    return Colour.INK if on(shade.colour, brand.colours) == brand.colours.ink else Colour.PAPER


def _themed(brand: Brand) -> Colours:
    """The brand's colours with those series only that the theme has a place for."""
    slots, colours = theme.colours(brand), brand.colours
    held = [slots[slot] for slot in ("accent1", "accent2", "accent3", "accent4")]
    series = tuple(one for one in colours.series if one in held)
    return replace(colours, series=(*series, colours.muted, colours.dark))


def _brush(paint: Paint, brand: Brand) -> Brush:
    fill, chosen = tone(paint.shade, brand), tone(paint.chosen, brand)
    dash = _DASHES[paint.dash % len(_DASHES)]
    inks = ink_on(paint.shade, brand), ink_on(paint.chosen, brand)
    return Brush(fill, inks[0], _words(paint, brand), paint.strong, chosen, inks[1], dash)


def _words(paint: Paint, brand: Brand) -> Hue:
    """The colour of a series' name: its own, darkened until it can be read; that of secondary words for context."""
    if paint.words == brand.colours.muted:
        return Colour.MUTED
    found = shades(paint.shade.base, brand.colours)
    near = sorted(found, key=lambda one: abs(one.share - paint.shade.share))
    return next((tone(s, brand) for s in near if contrast(s.colour, brand.colours.paper) >= 4.5), Colour.INK)
