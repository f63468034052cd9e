"""Quadrants: four fields between two axes, drawn as vectors with real text."""

from math import atan2, cos, sin

from reportlab.platypus import Flowable

from lessonbuild.model.blocks import Quadrant
from lessonbuild.model.text import plain
from lessonbuild.writers.charts.colours import mixed
from lessonbuild.writers.pdf.fields import RULE
from lessonbuild.writers.pdf.stack import Piece, Stack
from lessonbuild.writers.pdf.styles import CENTRE, GUTTER, LEFT, RIGHT, Draw, Room
from lessonbuild.writers.pdf.tagged.elements import Element, listed


class Quarters(Piece):
    """Four fields between two axes; each axis is an arrow with words at both ends."""

    def __init__(self, block: Quadrant, room: Room) -> None:
        super().__init__()
        look = room.look
        self.look, self.up = look, plain(block.up.name)
        self.axes = Element("Figure", alt=block.alt)
        self.least = min(max(62.0, block.lines * RULE), look.height * 0.36)
        self.best = 1 if not block.lines else -1  # where notes are placed, no field is better than the others
        small = look.voice(9, 12, colour=look.colours.muted)
        self.fields = [
            Stack(
                [
                    look.set(q.name, look.voice(11, 14.5, serif=True, bold=True), after=3),
                    look.set(q.text, look.voice(9.5, 13)),
                ],
                look.height,
            )
            for q in block.quarters
        ]
        self.ends = [
            look.set(end, small, align=a)
            for end, a in (
                (block.up.high, LEFT),
                (block.up.low, LEFT),
                (block.across.low, LEFT),
                (block.across.high, RIGHT),
            )
        ]
        self.across = look.set(block.across.name, look.voice(9, 12, bold=True), align=CENTRE)
        self.spaceBefore, self.spaceAfter = 10, 14
        self.listed = listed([(None, [field]) for field in self.fields])

    def elements(self) -> list[Element]:
        """The axes are a picture, which is described; the fields are a list."""
        return [self.axes, self.listed]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.axis = 62.0
        self.width, self.each = width, (width - self.axis) / 2
        tall = [f.wrapOn(self.canv, self.each - 22, height)[1] + 20 for f in self.fields]
        self.rows = max(*tall[:2], self.least), max(*tall[2:], self.least)
        for end in self.ends[:2]:
            end.wrapOn(self.canv, self.axis - GUTTER - 8, height)
        foot = [end.wrapOn(self.canv, (width - self.axis) * 0.33, height)[1] for end in self.ends[2:]]
        foot.append(self.across.wrapOn(self.canv, (width - self.axis) * 0.34, height)[1])
        self.foot = max(foot) + 10
        self.height = sum(self.rows) + 3 + self.foot
        return width, self.height

    def draw(self) -> None:
        canvas, look = self.canv, self.look
        for i, field in enumerate(self.fields):
            left = self.axis + (i % 2) * (self.each + 1.5)
            high = self.rows[i // 2]
            low = self.foot + (self.rows[1] + 3 if i < 2 else 0)
            canvas.setFillColor(
                look.ink(look.colours.tint if i != self.best else mixed(look.colours.tint, look.colours.line, 0.55))
            )
            canvas.rect(left, low, self.each - 1.5, high, stroke=0, fill=1)
            field.drawOn(canvas, left + 11, low + high - 10 - field.height)
        with canvas.picturing(self.axes, self.width, self.height):
            self._axes()

    def _axes(self) -> None:
        canvas, look = self.canv, self.look
        canvas.setStrokeColor(look.ink(look.colours.ink))
        canvas.setFillColor(look.ink(look.colours.ink))
        canvas.setLineWidth(0.9)
        left, low = self.axis - 5, self.foot - 4
        self._arrow(left, low, left, self.height)
        self._arrow(left, low, self.width, low)
        self.ends[0].drawOn(canvas, 0, self.height - self.ends[0].height)
        self.ends[1].drawOn(canvas, 0, self.foot)
        for end, x in (
            (self.ends[2], self.axis),
            (self.across, self.axis + (self.width - self.axis) * 0.33),
            (self.ends[3], self.width - (self.width - self.axis) * 0.33),
        ):
            end.drawOn(canvas, x, self.foot - 8 - end.height)
        canvas.saveState()
        canvas.translate(self.axis - 13, self.foot + sum(self.rows) / 2)
        canvas.rotate(90)
        canvas.setFont(look.text.bold, look.size(9))
        canvas.drawCentredString(0, 0, self.up)
        canvas.restoreState()

    def _arrow(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canv.line(x0, y0, x1, y1)
        heading = atan2(y1 - y0, x1 - x0)
        for turn in (2.7, -2.7):
            self.canv.line(x1, y1, x1 + 6 * cos(heading + turn), y1 + 6 * sin(heading + turn))


def quadrant(block: Quadrant, room: Room, draw: Draw) -> list[Flowable]:
    """Two axes, four fields; as a list where a page cannot hold them."""
    made = Quarters(block, room)
    return [made] if room.fits(made) else draw(block.parts(), room)
