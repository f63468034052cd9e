"""The slide's grid: 960 x 540 points, twelve columns, and the lines on which titles, bodies and feet always stand."""

from typing import NamedTuple

WIDTH, HEIGHT = 960.0, 540.0  # 13.333 x 7.5 in
MARGIN, GUTTER, COLUMNS = 43.2, 14.4, 12  # 0.6 in, 0.2 in
TITLE_TOP, TITLE_HEIGHT = 30.0, 80.0  # two lines of 30 pt
BODY_TOP, BODY_BOTTOM = 126.0, 486.0
SOURCE_TOP, SOURCE_HEIGHT = 464.0, 20.0  # the foot of a body that has a source; it grows upwards
FOOT_TOP, FOOT_HEIGHT = 500.0, 20.0
RAIL = 8.0  # the day's column at the right edge of a light slide

_COLUMN = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GUTTER) / COLUMNS


class Box(NamedTuple):
    """A rectangle in points from the slide's top left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.h

    def inset(self, across: float, down: float | None = None) -> "Box":
        """The box less a margin on each side."""
        down = across if down is None else down
        return Box(self.x + across, self.y + down, self.w - 2 * across, self.h - 2 * down)

    def top_part(self, height: float) -> "Box":
        """Its upper part."""
        return self._replace(h=height)

    def below(self, height: float) -> "Box":
        """What is left under an upper part."""
        return Box(self.x, self.y + height, self.w, self.h - height)

    def columns(self, count: int, gutter: float = GUTTER) -> tuple["Box", ...]:
        """Equal boxes side by side."""
        wide = (self.w - (count - 1) * gutter) / count
        return tuple(Box(self.x + i * (wide + gutter), self.y, wide, self.h) for i in range(count))

    def rows(self, count: int, gutter: float = GUTTER) -> tuple["Box", ...]:
        """Equal boxes, one under the other."""
        high = (self.h - (count - 1) * gutter) / count
        return tuple(Box(self.x, self.y + i * (high + gutter), self.w, high) for i in range(count))


def span(first: int, last: int, top: float = BODY_TOP, bottom: float = BODY_BOTTOM) -> Box:
    """From the left edge of one column to the right edge of another (1 to 12), between two heights."""
    x = MARGIN + (first - 1) * (_COLUMN + GUTTER)
    return Box(x, top, (last - first + 1) * (_COLUMN + GUTTER) - GUTTER, bottom - top)


BODY = span(1, 12)
SLIDE = Box(0, 0, WIDTH, HEIGHT)
