"""What a chart is drawn with, as matplotlib artists in points. Imports matplotlib, so it is imported on use."""

from collections.abc import Sequence
from typing import Any

import matplotlib
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon
from matplotlib.transforms import Affine2D


def figure(width: float, height: float, ground: str) -> Figure:
    """An empty figure of this size in points, whatever the user's matplotlib is set to."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        return Figure(figsize=(width / 72, height / 72), dpi=72, facecolor=f"#{ground}", edgecolor="none")


class Words(Artist):
    """One line of words on a base line. The writer measured them already, so no layout of matplotlib's is asked for."""

    def __init__(self, words: str, left: float, base: float, size: float, colour: str, bold: bool) -> None:
        super().__init__()
        self.words, self.left, self.base, self.colour = words, left, base, f"#{colour}"
        self.font = FontProperties(size=size, weight="bold" if bold else "normal")

    def draw(self, renderer: Any) -> None:
        """Ask the renderer for the words; pictures count from the top, pages from the bottom."""
        across, up = self.get_transform().transform((self.left, self.base))
        if renderer.flipy():
            up = renderer.get_canvas_width_height()[1] - up
        gc = renderer.new_gc()
        gc.set_foreground(self.colour)
        renderer.draw_text(gc, across, up, self.words, self.font, 0)
        gc.restore()


def polygon(points: Sequence[tuple[float, float]], fill: str) -> Polygon:
    """A filled shape without an edge."""
    return Polygon(points, closed=True, facecolor=f"#{fill}", edgecolor="none", linewidth=0)


def circle(middle: tuple[float, float], radius: float, fill: str, rim: str) -> Circle:
    """A filled circle with a thin rim."""
    return Circle(middle, radius, facecolor=f"#{fill}", edgecolor=f"#{rim}", linewidth=1)


def polyline(points: Sequence[tuple[float, float]], colour: str, width: float, dashes: tuple[float, ...]) -> Line2D:
    """A line through the points; `dashes` in points, not in widths of the line."""
    across, up = zip(*points, strict=True)
    style = (0, tuple(dash / width for dash in dashes)) if dashes else "-"
    ends = "round" if width > 1 else "butt"
    return Line2D(
        across,
        up,
        color=f"#{colour}",
        linewidth=width,
        linestyle=style,
        marker="None",
        solid_capstyle=ends,
        solid_joinstyle="round",
        dash_capstyle="butt",
        dash_joinstyle="round",
    )


def add(to: Figure, artist: Artist) -> None:
    """Put the artist, whose measures are points, on top of what the figure holds."""
    artist.set_transform(Affine2D().scale(1 / 72) + to.dpi_scale_trans)
    artist.set_clip_on(False)
    artist.set_zorder(len(to.artists) + 1)
    to.add_artist(artist)
