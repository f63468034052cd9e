"""Exhibits: charts drawn into the page, pictures, and the stand-in for a program's window."""

from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from lessonbuild.model.blocks import Chart, Screen
from lessonbuild.model.document import Figure, NumberedList, Table
from lessonbuild.model.text import text
from lessonbuild.writers import charts
from lessonbuild.writers.charts.sheet import SIZE
from lessonbuild.writers.greys import grey_picture
from lessonbuild.writers.pdf.stack import Framed, Painter, Piece, Row
from lessonbuild.writers.pdf.styles import MM, Draw, Look, Room
from lessonbuild.writers.pdf.tables import exhibit, fitting
from lessonbuild.writers.pdf.tagged.elements import Element

WIDEST = 180 * MM  # a wider chart takes the eye too far
_SHARE = 0.62  # of the page's height, at most, for a picture


class Plotted(Piece):
    """A chart as vectors, heard as the sentence that says what it shows."""

    def __init__(self, chart: Chart, look: Look, width: float) -> None:
        super().__init__()
        self.chart, self.look = chart, look
        self.zoom = look.size(SIZE) / SIZE
        high = charts.good_height(chart, width / self.zoom / MM) * self.zoom * MM
        self.width, self.height = width, min(high, look.height - 90)
        self.element = Element("Figure", alt=chart.alt)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        if self.look.dry:
            return
        from lessonbuild.writers.pdf import vectors  # matplotlib is heavy: imported on use

        size = self.width / self.zoom / MM, self.height / self.zoom / MM
        figure = charts.figure(self.chart, self.look.brand, *size)
        with self.canv.picturing(self.element, self.width, self.height):
            self.canv.scale(self.zoom, self.zoom)
            vectors.draw(figure, self.canv, self.look.text)


class Pictured(Piece):
    """A picture at 150 dots an inch, or as large as there is room; heard as what it shows."""

    def __init__(self, picture: bytes, alt: str, width: float, high: float) -> None:
        super().__init__()
        self.reader = ImageReader(BytesIO(picture))
        across, down = self.reader.getSize()
        scale = min(width / across, high / down, 72 / 150)
        self.width, self.height = across * scale, down * scale
        self.element = Element("Figure", alt=alt)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.picturing(self.element, self.width, self.height):
            self.canv.drawImage(self.reader, 0, 0, self.width, self.height, mask="auto")


def chart(block: Chart, room: Room) -> list[Flowable]:
    """The chart over the whole width."""
    drawn = Plotted(block, room.look, min(room.full, WIDEST))
    return [exhibit(block.label, block.title, drawn, block.source, room)]


def figure(block: Figure, room: Room) -> list[Flowable]:
    """The picture with its caption under it."""
    picture = grey_picture(block.picture) if room.look.brand.printing.grey else block.picture
    drawn = Pictured(picture, block.alt, room.width, room.look.height * _SHARE)
    drawn.keepWithNext = int(bool(block.caption))
    caption = [room.look.set(block.caption, room.look.small, before=5, after=12)] if block.caption else []
    drawn.spaceBefore, drawn.spaceAfter = 8, 5
    return [room.main(room.stack([drawn, *caption]))]


def screen(block: Screen, room: Room, draw: Draw) -> list[Flowable]:
    """A drawn window: its name, its filters, a chart and a table; below it, where to look."""
    look, pad = room.look, 12.0
    width = min(room.full, WIDEST) - 2 * pad
    bar = look.set(block.name, look.voice(9.5, 12, bold=True), before=0, after=13)
    title = look.set(block.chart.title, look.voice(10, 13.5, bold=True), before=12, after=5)
    plot = Plotted(block.chart, look, width)
    source = [look.set(block.chart.source, look.small, before=4)] if block.chart.source else []
    items = [bar, *_filters(block, look, width), title, plot, *source, *_figures(block.table, look, width)]
    for item in items[:-1]:
        item.keepWithNext = 1
    window = Framed(room.stack(items), _window(look), (pad, 5.5, pad, 4), before=10, after=10)
    return [window, *draw([NumberedList(block.look)], room)]


def _filters(block: Screen, look: Look, width: float) -> list[Flowable]:
    """Each filter as a small box with its name over its value."""
    if not block.filters:
        return []
    each = min((width - 8 * (len(block.filters) - 1)) / len(block.filters), 120.0)
    chips = [
        Framed(
            look.set((*f.name, *text("\n"), *f.text), look.voice(8.5, 11)),
            _outline(look),
            (6, 3, 4, 4),
            before=0,
            after=0,
        )
        for f in block.filters
    ]
    return [Row(chips, [each] * len(chips), 8, look.tallest, after=4)]


def _figures(table: Table, look: Look, width: float) -> list[Flowable]:
    title = [look.set(table.caption, look.voice(10, 13.5, bold=True), before=10, after=3)] if table.caption else []
    return [*title, fitting(table, look, width)]


def _outline(look: Look) -> Painter:
    def paint(canvas: Any, wide: float, high: float, first: bool, last: bool) -> None:  # noqa: ARG001
        canvas.setStrokeColor(look.ink(look.colours.muted))
        canvas.setLineWidth(0.5)
        canvas.rect(0, 0, wide, high, stroke=1, fill=0)

    return paint


def _window(look: Look) -> Painter:
    def paint(canvas: Any, wide: float, high: float, first: bool, last: bool) -> None:  # noqa: ARG001
        bar = 21.0
        canvas.setLineWidth(0.8)
        canvas.setStrokeColor(look.ink(look.colours.muted))
        canvas.setFillColor(look.ink(look.colours.line))
        if first:
            canvas.rect(0, high - bar, wide, bar, stroke=0, fill=1)
            canvas.setFillColor(look.ink(look.colours.paper))
            for i in range(3):
                canvas.circle(wide - 14 - i * 12, high - bar / 2, 3.4, stroke=1, fill=1)
        canvas.rect(0, 0, wide, high, stroke=1, fill=0)

    return paint
