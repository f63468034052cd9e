"""A sheet to draw a chart on, measured in points from its lower left corner; it knows what is taken already.

It is a matplotlib figure without axes: each line, box and word is put at a measured place, so that the same figure can
be drawn into a page as vectors and into a picture, and neither needs matplotlib's fonts, styles or caches.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lessonbuild.fonts import advance, wrap
from lessonbuild.model.brand import Brand
from lessonbuild.model.text import text

SIZE = 8.5  # of all words in a chart, in points
LEADING = 10.2
ASCENT, DESCENT = 6.4, 2.0  # of the ink of a line of words


class Rect(NamedTuple):
    """A rectangle in points."""

    left: float
    bottom: float
    right: float
    top: float

    def shared(self, other: "Rect") -> float:
        """The area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide * high if wide > 0 and high > 0 else 0.0


class Sheet:
    """What every kind of chart is drawn on."""

    def __init__(self, brand: Brand, width: float, height: float) -> None:
        from lessonbuild.writers.charts import artists  # matplotlib is heavy: imported on use

        self._artists = artists
        self.brand, self.colours, self.width, self.height = brand, brand.colours, width, height
        self.figure = artists.figure(width, height, brand.colours.paper)
        self.taken: list[Rect] = []

    def measure(self, words: str, bold: bool = False) -> float:
        """The width of the words in points."""
        return advance(words, self.brand.text.bold if bold else self.brand.text.regular, SIZE)

    def lines(self, words: str, width: float, bold: bool = False) -> list[str]:
        """The words broken to the width."""
        return wrap(text(words), self.brand.text, SIZE, width, bold)

    def box(self, rect: Rect, fill: str) -> None:
        """A filled rectangle."""
        left, bottom, right, top = rect
        self._artists.add(
            self.figure, self._artists.polygon([(left, bottom), (right, bottom), (right, top), (left, top)], fill)
        )
        self.taken.append(rect)

    def line(
        self, points: Sequence[tuple[float, float]], colour: str, width: float = 0.5, dashes: tuple[float, ...] = ()
    ) -> None:
        """A line through the points."""
        self._artists.add(self.figure, self._artists.polyline(points, colour, width, dashes))

    def area(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        """A filled shape behind what is drawn later; words may stand on it."""
        self._artists.add(self.figure, self._artists.polygon(points, fill))

    def dot(self, across: float, up: float, radius: float, fill: str) -> None:
        """A point of a line, with a rim of paper."""
        self._artists.add(self.figure, self._artists.circle((across, up), radius, fill, self.colours.paper))
        self.taken.append(Rect(across - radius, up - radius, across + radius, up + radius))

    def words(self, words: str, across: float, up: float, colour: str, bold: bool = False, anchor: float = 0.0) -> None:
        """One line of words on the base line `up`; with an anchor of 0 it begins, 0.5 centres, 1 ends at `across`."""
        wide = self.measure(words, bold)
        left = across - anchor * wide
        self._artists.add(self.figure, self._artists.Words(words, left, up, SIZE, colour, bold))
        self.taken.append(Rect(left, up - DESCENT, left + wide, up + ASCENT))
