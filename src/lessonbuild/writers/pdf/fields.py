"""What is filled in by hand: ruled lines, boxes to tick, scales, the rubric's grid.

Each field is one flowable that knows the field's id, what is asked in it and, for a box, what a tick in it means. It
draws the lines and boxes that a pen needs, and lays the widget over them in which it is filled in on a screen.
"""

from reportlab.platypus import Flowable

from lessonbuild.fonts import advance
from lessonbuild.model.blocks import (
    AnswerLines,
    Checklist,
    ChoiceField,
    FieldRow,
    RatingField,
    TextField,
)
from lessonbuild.model.text import Text, plain
from lessonbuild.writers.pdf.stack import Beside, Framed, Piece, Row, as_list, ground
from lessonbuild.writers.pdf.styles import CENTRE, MM, Look, Room
from lessonbuild.writers.pdf.tagged.elements import Element, listed

RULE = 8 * MM  # between ruled lines
BOX = 5 * MM
_TYPED = 17.0  # points over a single line, so that words stand close to it
_SHORTEST = 20 * MM  # a line that is shorter holds no word


class Lines(Piece):
    """Ruled lines, 8 mm apart. They break over pages."""

    def __init__(
        self, look: Look, count: int, field: str = "", asked: str = "", drawn: list[Element] | None = None
    ) -> None:
        super().__init__()
        self.look, self.count, self.field, self.asked = look, count, field, asked
        self.drawn = [] if drawn is None else drawn  # the fields of all parts: each page has its own
        self.spaceAfter = 10

    def elements(self) -> list[Element]:
        return self.drawn

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self.count * RULE
        return width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        fit = int(height / RULE)
        if fit < 2 or self.count - fit < 2:
            return []
        return [Lines(self.look, n, self.field, self.asked, self.drawn) for n in (fit, self.count - fit)]

    def draw(self) -> None:
        self.canv.setStrokeColor(self.look.ink(self.look.colours.muted))
        self.canv.setLineWidth(0.5)
        for i in range(self.count):
            self.canv.line(0, i * RULE, self.width, i * RULE)
        if self.field:
            area = (0.0, 0.5, self.width, self.height - 1 if self.count > 1 else _TYPED)
            self.drawn.append(self.canv.form.text(self.field, self.asked, area, lines=self.count))


class Box(Piece):
    """A box to tick; round where only one of several may be chosen, unless a grid says so by its form."""

    def __init__(
        self, look: Look, field: str, asked: str, option: str, *,
        one: bool = False, square: bool = False, size: float = BOX,
    ) -> None:  # fmt: skip
        super().__init__()
        self.look, self.one, self.round, self.size = look, one, one and not square, size
        self.field, self.asked, self.option = field, asked, option
        self.element: Element = Element("Form")

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = self.size, self.size
        return self.size, self.size

    def draw(self) -> None:
        self.canv.setStrokeColor(self.look.ink(self.look.colours.ink))
        self.canv.setFillColor(self.look.ink(self.look.colours.paper))
        self.canv.setLineWidth(0.8)
        if self.round:
            self.canv.circle(self.size / 2, self.size / 2, self.size / 2 - 0.4, stroke=1, fill=1)
        else:
            self.canv.rect(0.4, 0.4, self.size - 0.8, self.size - 0.8, stroke=1, fill=1)
        if self.one:
            self.canv.form.choose(self.element, self.field, self.asked, self.option, self.size)
        else:
            said = ": ".join(part for part in (self.asked, self.option) if part)
            self.canv.form.tick(self.element, self.field, said, self.size)


class Centred(Piece):
    """A small piece in the middle of its column."""

    def __init__(self, piece: Flowable) -> None:
        super().__init__()
        self.piece = piece

    def heard(self) -> tuple[Flowable]:
        return (self.piece,)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.piece.wrapOn(self.canv, width, height)[1]
        return width, self.height

    def draw(self) -> None:
        self.piece.drawOn(self.canv, (self.width - self.piece.width) / 2, 0)


def answer_lines(block: AnswerLines, room: Room) -> list[Flowable]:
    """Room for handwriting."""
    return [room.main(Lines(room.look, block.count))]


def _labelled(label: Text, hint: Text, room: Room) -> list[Flowable]:
    look = room.look
    named = [look.set(label, look.label, before=10, after=2, keep=True)]
    return [*named, look.set(hint, look.voice(9, 12, colour=look.colours.muted), after=3, keep=True)] if hint else named


def text_field(block: TextField, room: Room) -> list[Flowable]:
    """The question over its lines; short answers stay in one piece."""
    lines = Lines(room.look, block.lines, block.id, _asked(block.label, block.hint))
    return [room.main(room.stack([*_labelled(block.label, block.hint, room), lines]))]


def _asked(label: Text, hint: Text) -> str:
    """What a field asks for, for those who meet it alone."""
    return " ".join(plain(words) for words in (label, hint) if words)


def field_row(block: FieldRow, room: Room) -> list[Flowable]:
    """Short fields beside each other, each label over its line, or before it where height is scarce."""
    gap, count = 16.0, len(block.fields)
    labels = [_wide(field, room.look) for field in block.fields]
    line = (room.width - gap * (count - 1) - sum(labels)) / count
    if (room.look.tight or block.slim) and line >= _SHORTEST:
        pieces = [_inline(field, wide, room) for field, wide in zip(block.fields, labels, strict=True)]
        return [room.main(Row(pieces, [wide + line for wide in labels], gap, room.look.tallest, before=6, after=8))]
    width = (room.width - gap * (count - 1)) / count
    pieces = [room.stack(text_field(field, room.inner(width))) for field in block.fields]
    return [room.main(Row(pieces, [width] * len(pieces), gap, room.look.tallest, before=8, after=12))]


def _wide(field: TextField, look: Look) -> float:
    return advance(plain(field.label), look.brand.text.bold, look.label.size) + 8


def _inline(field: TextField, wide: float, room: Room) -> Flowable:
    """A label with its line behind it."""
    look = room.look
    label = look.set(field.label, look.label)
    lines = Lines(look, 1, field.id, _asked(field.label, field.hint))
    return Beside(label, lines, wide, wide, drop=RULE - look.label.leading + 2)


def _option(option: Text, field: str, asked: str, room: Room, *, one: bool, right: float = 0.0) -> Beside:
    body = room.look.set(option, room.voice, before=0, after=4.5, right=right)
    box = Box(room.look, field, asked, plain(option), one=one)
    return Beside(box, body, BOX + 7, drop=(room.voice.leading - BOX) / 2 + 0.6)


def checklist(block: Checklist, room: Room) -> list[Flowable]:
    """Things to tick off, each beside a box of 5 mm."""
    rows = [_option(item, "tick", "", room, one=False, right=room.spare) for item in block.items]
    as_list(rows)
    return [room.main(row) for row in rows]


def choice_field(block: ChoiceField, room: Room) -> list[Flowable]:
    """A question with its options; all beside each other where they are short, or else by two."""
    across = _abreast(block, room)
    right = room.spare if across == 1 else 0.0
    one, asked = not block.several, plain(block.label)
    rows = [_option(option, block.id, asked, room, one=one, right=right) for option in block.options]
    as_list(rows)
    options: list[Flowable] = [*rows]
    if across > 1:
        width = room.width / across - 4
        groups = [options[i : i + across] for i in range(0, len(options), across)]
        options = [Row(group, [width] * len(group), 4, room.look.tallest, after=2) for group in groups]
    for option in options[:-1]:
        option.keepWithNext = 1
    return [room.main(room.stack([*_labelled(block.label, (), room), *options]))]


def _abreast(block: ChoiceField, room: Room) -> int:
    """How many options stand in a row: all, two or one, as the longest allows."""
    widest = max(advance(plain(o), room.look.brand.text.bold, room.voice.size) for o in block.options) + BOX + 12
    return next((n for n in (len(block.options), 2) if n <= len(block.options) and widest * n <= room.width), 1)


def rating_field(block: RatingField, room: Room) -> list[Flowable]:
    """A scale: its words over its boxes."""
    look, count = room.look, len(block.scale)
    beside = room.width * 0.66 / count >= 22 * MM
    width = room.width * 0.66 / count if beside else min(room.width / count, 40 * MM)
    words = [look.set(word, look.voice(9.5, 12.5), align=CENTRE) for word in block.scale]
    asked = _asked(block.label, block.hint)
    boxes = [Centred(Box(look, block.id, asked, plain(word), one=True, size=5.5 * MM)) for word in block.scale]
    over = Row(words, [width] * count, 0, look.tallest, after=3)
    over.keepWithNext = 1
    scale = room.stack([over, Row(boxes, [width] * count, 0, look.tallest)])
    scale.element = listed([(box, [word]) for box, word in zip(boxes, words, strict=True)])
    if not beside:
        return [room.main(room.stack([*_labelled(block.label, block.hint, room), scale]))]
    question = [
        look.set(block.label, look.voice(11.5, 15, serif=True, bold=True)),
        *([look.set(block.hint, look.voice(9, 12, colour=look.colours.muted))] if block.hint else []),
    ]
    row = Row([room.stack(question), scale], [room.width * 0.34 - 8, room.width * 0.66], 0, look.tallest)
    return [room.main(Framed(row, ground(look.ink(look.colours.tint)), (8, 5, 0, 6), before=16, after=2))]
