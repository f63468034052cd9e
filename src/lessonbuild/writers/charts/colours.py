"""Colours: how light they look, how well they stand out, and neighbours that differ on a grey copy as well."""

from collections.abc import Iterable, Sequence
from colorsys import hls_to_rgb, rgb_to_hls
from itertools import pairwise
from typing import NamedTuple

from lessonbuild.model.brand import Colours

STEPS = (14.0, 11.0)  # of 100 in lightness: what keeps two neighbours apart on a grey copy, wanted and at the least
_ALIKE = (10.0, 4.0)  # closer than this, two shades are taken for one: of a few, which a key names, and of many
_FEW = 3
MARKED = 3.0  # the contrast of a mark with its ground, at the least (WCAG 1.4.11)


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


class Shade(NamedTuple):
    """A colour of the brand, moved (per cent) towards white or, where negative, towards black, as Office moves it."""

    base: str
    share: int = 100

    @property
    def colour(self) -> str:
        """What is seen: `lumMod` scales the lightness of HSL, `lumOff` fills it up."""
        hue, light, saturation = rgb_to_hls(*_channels(self.base))
        part = abs(self.share) / 100
        moved = light * part + (1 - part if self.share > 0 else 0)
        return "".join(f"{round(255 * channel):02X}" for channel in hls_to_rgb(hue, moved, saturation))


def visible(colour: str, colours: Colours) -> bool:
    """Whether a mark of this colour stands out from the paper."""
    return contrast(colour, colours.paper) >= MARKED


def context(colours: Colours) -> str:
    """The grey of what is shown only to compare with: as light as a mark may be."""
    return greys(colours)[0].colour


def greys(colours: Colours) -> list[Shade]:
    """Shades for context, the lightest first."""
    return sorted(shades(colours.muted, colours), key=lambda one: -lightness(one.colour))


def shades(colour: str, colours: Colours) -> list[Shade]:
    """The colour, and lighter and darker shades of it that still stand out, the nearest first."""
    found = [Shade(colour, share) for way in (1, -1) for share in range(way * 100, way * 25, -way * 2)]
    near = sorted(found, key=lambda one: abs(lightness(one.colour) - lightness(colour)))
    return [one for one in near if visible(one.colour, colours)] or [Shade(colours.ink)]


def apart(chosen: Sequence[str], colours: Colours) -> list[str]:
    """The colours, each moved in lightness until it differs from the one before."""
    return [shade.colour for shade in told_apart([shades(colour, colours) for colour in chosen])]


def told_apart(choices: Sequence[Sequence[Shade]]) -> list[Shade]:
    """One of each row of shades, the earlier the better, so that neighbours differ in lightness.

    A row of one choice is settled beforehand, so that its neighbours keep off it on both sides.
    """
    tries = [_chosen(choices, step) for step in STEPS]
    return next((found for found, step in zip(tries, STEPS, strict=True) if _least(found) >= step), tries[-1])


def _chosen(choices: Sequence[Sequence[Shade]], step: float) -> list[Shade]:
    out: list[Shade] = []
    for n, row in enumerate(choices, 1):
        after = choices[n] if n < len(choices) else ()
        beside = (*out[-1:], *(after if len(after) == 1 else ()))
        free = [one for one in row if _off(one, out) >= _ALIKE[n > _FEW]] or row  # none is used twice
        off = [_off(one, beside) for one in free]
        best = next((i for i, far in enumerate(off) if far >= step), off.index(max(off)))
        out.append(free[best])
    return out


def _off(one: Shade, others: Iterable[Shade]) -> float:
    light = lightness(one.colour)
    return min((abs(light - lightness(other.colour)) for other in others), default=100.0)


def _least(found: Sequence[Shade]) -> float:
    return min((_off(a, (b,)) for a, b in pairwise(found)), default=100.0)
