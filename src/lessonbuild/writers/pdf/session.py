"""What a facilitator works from: phases, steps with their clock times, cues that are found while standing."""

from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from lessonbuild.model.blocks import Act, Cover, Cue, Divider, Moment
from lessonbuild.model.text import Run, Text, strong, text
from lessonbuild.writers.charts.colours import on
from lessonbuild.writers.pdf.stack import Beside, Framed, Piece, Stack, ground, rule_over
from lessonbuild.writers.pdf.styles import GUTTER, Draw, Look, Room, Voice
from lessonbuild.writers.pdf.tagged.elements import Element

_NARROW = 62.0  # for labels where there is no narrow column
_HIGH = 15.0
_SIZE = 9.5


class Tag(Piece):
    """The label of a cue. Each act has its own shape and its own tint, so that it is known in grey as well."""

    def __init__(self, look: Look, act: Act, label: str, to_right: bool) -> None:
        super().__init__()
        self.look, self.act, self.label, self.to_right = look, act, label, to_right
        self.inside = stringWidth(label, look.text.bold, _SIZE)
        self.element = Element("P")

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, _HIGH
        return width, _HIGH

    def draw(self) -> None:
        wide = self.inside + 13
        self.canv.translate(self.width - wide - 5 if self.to_right else 0, 0)
        fill = self._shape(self.canv, wide)
        self.canv.setFillColor(self.look.ink(on(fill, self.look.colours)))
        self.canv.setFont(self.look.text.bold, _SIZE)
        with self.canv.marking(self.element):
            self.canv.drawString(6.5, 4.4, self.label)

    def _shape(self, canvas: Any, wide: float) -> str:
        colours = self.look.colours
        canvas.setStrokeColor(self.look.ink(colours.ink))
        canvas.setLineWidth(0.9)
        match self.act:
            case Act.SAY:  # a speech bubble
                return self._filled(
                    colours.dark,
                    [(0, 0), (wide, 0), (wide, 4.5), (wide + 5, 7.5), (wide, 10.5), (wide, _HIGH), (0, _HIGH)],
                )
            case Act.DO:  # a box, as on a checklist
                canvas.rect(0.5, 0.5, wide - 1, _HIGH - 1, stroke=1, fill=0)
                return colours.paper
            case Act.ASK:  # round and full
                canvas.setFillColor(self.look.ink(self.look.strong))
                canvas.roundRect(0, 0, wide, _HIGH, _HIGH / 2, stroke=0, fill=1)
                return self.look.strong
            case Act.EXPECT:  # round and light: what comes back
                canvas.setFillColor(self.look.ink(colours.tint))
                canvas.setLineWidth(0.6)
                canvas.setDash([2, 1.5])
                canvas.roundRect(0.5, 0.5, wide - 1, _HIGH - 1, _HIGH / 2 - 0.5, stroke=1, fill=1)
                return colours.tint
            case Act.NEXT:  # an arrow
                return self._filled(colours.line, [(0, 0), (wide, 0), (wide + 6, _HIGH / 2), (wide, _HIGH), (0, _HIGH)])

    def _filled(self, colour: str, points: list[tuple[float, float]]) -> str:
        path = self.canv.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        path.close()
        self.canv.setFillColor(self.look.ink(colour))
        self.canv.drawPath(path, stroke=0, fill=1)
        return colour


def _voice(act: Act, look: Look) -> Voice:
    """Speech is set in the face of the headings: it is read out."""
    match act:
        case Act.SAY:
            return look.voice(10, 13.5, serif=True)
        case Act.ASK:
            return look.voice(10.5, 14, bold=True)
        case Act.NEXT:
            return Voice(look.heading.italic, 10, 13.5, look.colours.ink)
        case Act.EXPECT:
            return look.voice(9.5, 12.5, colour=look.colours.muted)
        case Act.DO:
            return look.body


def cue(block: Cue, room: Room, draw: Draw) -> list[Flowable]:
    """The label, and beside it what is said, done or asked."""
    tag = Tag(room.look, block.act, block.label, to_right=bool(room.side))
    inner = room.inner(room.body_width(_NARROW), _voice(block.act, room.look), after=5)
    row = room.beside(tag, room.stack(draw(block.blocks, inner)), _NARROW, drop=0.5)
    row.spaceAfter = 3.5
    return [row]


def moment(block: Moment, room: Room, draw: Draw) -> list[Flowable]:
    """The clock at the left, what happens at the right; then its cues, which may run over pages."""
    look = room.look
    clock = look.set(text(block.clock), look.voice(15, 18, bold=True))
    minutes = look.set(text(block.minutes), look.voice(9.5, 13, colour=look.colours.muted))
    title = look.set(block.title, look.voice(12.5, 17, serif=True, bold=True), after=2)
    title.element.tag = f"H{room.level + 2}"  # the document's title is H1
    facts = [run for f in block.facts for run in (*_fact(f.name, f.text), Run("     "))][:-1]
    needs = [look.set(tuple(facts), look.voice(9, 12.5, colour=look.colours.muted), after=1)] if facts else []
    body = room.beside(room.stack([clock, minutes]), room.stack([title, *needs]), _NARROW)
    head = Framed(body, rule_over(look.ink(look.colours.ink), 0.9), (0, 6, 0, 0), before=10, after=4)
    head.keepWithNext = 1
    return [head, *draw(block.blocks, room)]


def _fact(name: Text, words: Text) -> Text:
    return (*strong(name), Run("  "), *words) if words else strong(name)


def divider(block: Divider, room: Room) -> list[Flowable]:
    """A dark band with the phase's number, name and time, and under it what learners will do."""
    look = room.look
    light = on(look.colours.dark, look.colours)
    number = look.set(text(str(block.number)), look.voice(26, 30, serif=True, colour=light))
    name = look.set(block.name, look.voice(16, 20, serif=True, bold=True, colour=light))
    when = look.set(text(f"{block.clock}  ·  {block.minutes}"), look.voice(10, 14, colour=light))
    offset = (room.side or _NARROW) - 12
    body = Beside(number, Stack([name, when], look.height), offset, offset - GUTTER)
    band = Framed(body, ground(look.ink(look.colours.dark)), (12, 9, 12, 11), before=10, after=10)
    band.keepWithNext = 1
    does = look.set(block.does, look.voice(12, 17), after=10, right=room.spare)
    return [band, room.main(does)]


def cover(block: Cover, room: Room) -> list[Flowable]:
    """Title, subtitle and facts, large."""
    look = room.look
    title = look.set(block.title, look.voice(30, 36, serif=True), before=40, after=10, keep=True)
    title.element.tag = "H1"
    facts = [look.set(fact, look.voice(11, 16, colour=look.colours.muted), after=3) for fact in block.facts]
    return [
        title,
        look.set(block.subtitle, look.voice(14, 20, colour=look.colours.muted), after=18),
        *facts,
    ]
