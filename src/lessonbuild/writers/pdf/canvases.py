"""A canvas: named boxes to write in, side by side, each row of them equally high."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from lessonbuild.model.blocks import Canvas, CanvasBox
from lessonbuild.model.text import plain
from lessonbuild.writers.pdf.fields import RULE
from lessonbuild.writers.pdf.stack import Piece, Stack
from lessonbuild.writers.pdf.styles import Draw, Look, Room
from lessonbuild.writers.pdf.tagged.elements import Element

_PAD, _GAP = 8.0, 8.0


class Boxes(Piece):
    """One row of boxes."""

    def __init__(self, boxes: Sequence[CanvasBox], look: Look) -> None:
        super().__init__()
        self.boxes, self.look = boxes, look
        self.heads = [Stack(_head(box, look), look.height) for box in boxes]
        self.spaceBefore, self.spaceAfter = 0, _GAP
        self.typed: list[Element] = []

    def elements(self) -> list[Element]:
        """Each box's name and question, and the field in it."""
        return [each for head, field in zip(self.heads, self.typed, strict=True) for each in (*head.elements(), field)]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.each = (width - _GAP * (len(self.boxes) - 1)) / len(self.boxes)
        self.highs = [head.wrapOn(self.canv, self.each - 2 * _PAD, height)[1] for head in self.heads]
        room = [high + box.lines * RULE for high, box in zip(self.highs, self.boxes, strict=True)]
        self.width, self.height = width, max(room) + 2 * _PAD
        return self.width, self.height

    def draw(self) -> None:
        for number, (head, high) in enumerate(zip(self.heads, self.highs, strict=True)):
            left = number * (self.each + _GAP)
            self.canv.setStrokeColor(self.look.ink(self.look.colours.muted))
            self.canv.setLineWidth(0.7)
            self.canv.rect(left, 0, self.each, self.height, stroke=1, fill=0)
            head.drawOn(self.canv, left + _PAD, self.height - _PAD - high)
            box = self.boxes[number]
            asked = " ".join(plain(words) for words in (box.name, box.prompt) if words)
            area = (left + _PAD, 2, left + self.each - _PAD, self.height - _PAD - high - 2)
            self.typed.append(self.canv.form.text(box.id, asked, area, lines=box.lines))


def _head(box: CanvasBox, look: Look) -> list[Flowable]:
    prompt = [look.set(box.prompt, look.voice(9, 11.5, colour=look.colours.muted))] if box.prompt else []
    return [look.set(box.name, look.voice(11, 14, serif=True, bold=True), after=2), *prompt]


def canvas(block: Canvas, room: Room, draw: Draw) -> list[Flowable]:
    """All rows on one page, where a page can hold them; one after the other where it cannot hold a row."""
    rows = [block.boxes[i : i + block.across] for i in range(0, len(block.boxes), block.across)]
    made: list[Flowable] = [Boxes(row, room.look) for row in rows]
    if not all(room.fits(row) for row in made):
        return draw(block.parts(), room)
    for row in made[:-1]:
        row.keepWithNext = 1
    return made
