"""A chart as a PNG, set in the brand's own faces. Imports matplotlib and numpy, so it is imported on use."""

from functools import lru_cache
from io import BytesIO
from typing import Any

from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font
from PIL import Image

from lessonbuild.model.brand import FontFamily


@lru_cache(maxsize=16)
def _face(data: bytes) -> Any:
    return FT2Font(BytesIO(data))


class _Renderer(RendererAgg):  # type: ignore[misc]  # matplotlib ships no types
    """Draws pixels; takes faces from the brand's bytes, where matplotlib would search the machine for a font."""

    def __init__(self, width: int, height: int, dpi: float, family: FontFamily) -> None:
        super().__init__(width, height, dpi)
        self._family = family

    def _prepare_font(self, font_prop: Any) -> Any:
        font = _face(self._family.bold if font_prop.get_weight() == "bold" else self._family.regular)
        font.clear()
        font.set_size(font_prop.get_size_in_points(), self.dpi)
        return font


def png(figure: Figure, family: FontFamily, dpi: int) -> bytes:
    """The figure's pixels. The file names no program and no date, so that equal charts are equal bytes."""
    figure.set_dpi(dpi)
    FigureCanvasBase(figure)
    width, height = (int(side) for side in figure.bbox.size)
    renderer = _Renderer(width, height, dpi, family)
    figure.draw(renderer)
    picture = Image.frombuffer("RGBA", (width, height), bytes(renderer.buffer_rgba()), "raw", "RGBA", 0, 1).convert(
        "RGB"
    )
    out = BytesIO()
    picture.save(out, "PNG", dpi=(dpi, dpi), compress_level=9)
    return out.getvalue()
