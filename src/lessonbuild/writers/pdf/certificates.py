"""The certificate: one wide page with somebody's name on it."""

from dataclasses import replace

from reportlab.platypus import Flowable

from lessonbuild.model.blocks import Certificate, TextField
from lessonbuild.model.blocks.naming import named
from lessonbuild.model.document import BulletList
from lessonbuild.model.text import Text, plain
from lessonbuild.writers.pdf.canvas import Page
from lessonbuild.writers.pdf.contents import heading
from lessonbuild.writers.pdf.fields import RULE
from lessonbuild.writers.pdf.stack import Piece
from lessonbuild.writers.pdf.styles import MM, Draw, Look, Room
from lessonbuild.writers.pdf.tagged.elements import Element

_BAND, _INDENT = 7 * MM, 24 * MM  # the dark band at the left, and where the words begin
_NAME = 140 * MM  # the line for the name


class Line(Piece):
    """A line to write on, with the word for it underneath."""

    def __init__(self, look: Look, field: TextField, width: float, high: float = RULE) -> None:
        super().__init__()
        self.look, self.field, self.wide, self.high = look, field, width, high
        self.typed: list[Element] = []
        self.word = look.set(field.label, look.voice(9, 12, colour=look.colours.muted))

    def elements(self) -> list[Element]:
        return [self.word.element, *self.typed]

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        self.below = self.word.wrapOn(self.canv, self.wide, height)[1] + 3
        self.width, self.height = self.wide, self.high + self.below
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(self.look.ink(self.look.colours.ink))
        self.canv.setLineWidth(0.8)
        self.canv.line(0, self.below, self.wide, self.below)
        area = (0, self.below + 1, self.wide, self.height)
        size = round(self.high / 2)
        self.typed.append(self.canv.form.text(self.field.id, plain(self.field.label), area, size=size))
        self.word.drawOn(self.canv, 0, 0)


class Sheet(Piece):
    """The whole page: a band, the words from the top, the signatures at the foot."""

    def __init__(self, block: Certificate, title: Text, room: Room, draw: Draw) -> None:
        super().__init__()
        look = self.look = room.look
        self.title = plain(title)
        wide, under = look.width - _INDENT, look.voice(16, 22, serif=True, colour=look.colours.muted)
        head = look.set(title, look.voice(15, 19, bold=True, colour=look.strong), after=14)
        head.element.tag = "H1"
        self.words = room.stack([
            head,
            Line(look, block.name, _NAME, 13 * MM),
            look.set(block.did, look.voice(12, 17), before=20, after=14, right=wide - 190 * MM),
            look.set(_bound(block.title), look.voice(26, 32, serif=True), after=4, right=wide - 205 * MM),
            *([look.set(block.subtitle, under)] if block.subtitle else []),
            *(look.set(named(fact.name, fact.text), look.voice(11, 15), before=10, after=14) for fact in block.facts),
            look.set(block.reached, look.voice(10, 13, bold=True), after=4),
            *draw([BulletList(block.objectives)], room.inner(wide, look.voice(10, 13.5), 3)),
        ])  # fmt: skip
        each = (wide - 24 * (len(block.signatures) - 1)) / len(block.signatures)
        self.each, self.signs = each, [Line(look, field, each) for field in block.signatures]

    def heard(self) -> list[Flowable]:
        return [self.words, *self.signs]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.tall = self.words.wrapOn(self.canv, width - _INDENT, height)[1]
        self.low = max(sign.wrapOn(self.canv, self.each, height)[1] for sign in self.signs)
        self.width, self.height = width, max(self.look.height - 1, self.tall + self.low + 12)
        return self.width, self.height

    def draw(self) -> None:
        if isinstance(self.canv, Page):
            self.canv.heading(self.title, 0, self.height)
        self.canv.setFillColor(self.look.ink(self.look.colours.dark))
        self.canv.rect(0, 0, _BAND, self.height, stroke=0, fill=1)
        self.words.drawOn(self.canv, _INDENT, self.height - self.tall)
        for number, sign in enumerate(self.signs):
            sign.drawOn(self.canv, _INDENT + number * (self.each + 24), self.low - sign.height)


def _bound(title: Text) -> Text:
    """The title with its last three words on one line: a large line of one word looks lost."""
    *before, last = title
    head, *tail = last.text.rsplit(" ", 3)
    return (*before, replace(last, text=" ".join(part for part in (head, "\u00a0".join(tail)) if part)))


def certificate(block: Certificate, title: Text, room: Room, draw: Draw) -> list[Flowable]:
    """The page; more words than it holds are reported, and set as they come."""
    made = Sheet(block, title, room, draw)
    if made.wrap(room.look.width, room.look.height)[1] <= room.look.height:
        return [made]
    room.report("page-overfull", "the certificate holds more than its page has room for")
    return [heading(title, 0, room), *draw(block.parts(), room)]
