"""A chart's figure drawn into the page: vectors, and words in the document's own faces. Imported on use."""

from typing import Any

from matplotlib.backend_bases import FigureCanvasBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.path import Path

from lessonbuild.writers.pdf.faces import Faces

_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


class _Renderer(RendererBase):
    """What matplotlib asks of a renderer, answered on a reportlab canvas. One of its dots is one point."""

    def __init__(self, canvas: Any, width: float, height: float, text: Faces) -> None:
        super().__init__()
        self._canvas, self._size, self._text = canvas, (width, height), text

    def points_to_pixels(self, points: float) -> float:  # type: ignore[override]
        return points

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def flipy(self) -> bool:
        return False

    def draw_path(self, gc: Any, path: Path, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803
        canvas = self._canvas
        canvas.saveState()
        self._set(gc, rgbFace)
        stroke = gc.get_linewidth() > 0 and gc.get_rgb()[3] > 0
        canvas.drawPath(_drawn(canvas, path, transform), stroke=int(stroke), fill=int(rgbFace is not None))
        canvas.restoreState()

    def _set(self, gc: Any, fill: Any) -> None:
        canvas = self._canvas
        canvas.setLineWidth(gc.get_linewidth())
        canvas.setLineCap(_CAPS[gc.get_capstyle()])
        canvas.setLineJoin(_JOINS[gc.get_joinstyle()])
        offset, dashes = gc.get_dashes()
        if dashes is not None and len(dashes):
            canvas.setDash([float(dash) for dash in dashes], offset)
        canvas.setStrokeColorRGB(*gc.get_rgb()[:3])
        if fill is not None:
            canvas.setFillColorRGB(*fill[:3])

    def draw_text(self, gc: Any, x: float, y: float, s: str, prop: Any, *_: Any) -> None:
        """Upright words on their base line; charts have no others."""
        canvas = self._canvas
        canvas.setFillColorRGB(*gc.get_rgb()[:3])
        canvas.setFont(
            self._text.bold if prop.get_weight() == "bold" else self._text.regular, prop.get_size_in_points()
        )
        canvas.drawString(float(x), float(y), s)

    def draw_image(self, *_: Any) -> None:
        """Charts hold no pictures."""


def _drawn(canvas: Any, path: Path, transform: Any) -> Any:
    out, here = canvas.beginPath(), (0.0, 0.0)
    for vertices, code in path.iter_segments(transform, curves=True, simplify=False):
        points = [float(v) for v in vertices]
        if code == Path.MOVETO:
            out.moveTo(*points)
        elif code == Path.LINETO:
            out.lineTo(*points)
        elif code == Path.CURVE3:
            (x0, y0), (x1, y1, x2, y2) = here, points
            out.curveTo(
                x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3, x2, y2
            )
        elif code == Path.CURVE4:
            out.curveTo(*points)
        elif code == Path.CLOSEPOLY:
            out.close()
            continue
        here = (points[-2], points[-1])
    return out


def draw(figure: Figure, canvas: Any, text: Faces) -> None:
    """Draw the figure with its lower left corner at the canvas's origin."""
    figure.set_dpi(72)
    figure.patch.set_visible(False)
    FigureCanvasBase(figure)
    width, height = figure.get_size_inches() * 72
    figure.draw(_Renderer(canvas, width, height, text))
