"""What is filled in by hand: ruled lines, boxes to tick, scales, the rubric's grid.

Each field is one flowable that knows the field's id and, for a box, what a tick in it means: a fillable form is made by
drawing a widget where these draw their lines and boxes.
"""

from reportlab.platypus import Flowable

from lessonbuild.fonts import advance, widest_word
from lessonbuild.model.blocks import AnswerLines, Checklist, ChoiceField, FieldRow, RatingField, RubricGrid, TextField
from lessonbuild.model.text import Run, Style, Text, plain, text
from lessonbuild.writers.pdf.stack import Beside, Framed, Piece, Row, Stack, ground
from lessonbuild.writers.pdf.styles import CENTRE, MM, RIGHT, SMALLEST, Look, Room
from lessonbuild.writers.pdf.tables import Fitted, Grid, rules

RULE = 8 * MM  # between ruled lines
BOX = 5 * MM
_SHORTEST = 20 * MM  # a line that is shorter holds no word
_POINTS = 56.0  # the width of the rubric's last column


class Lines(Piece):
    """Ruled lines, 8 mm apart. They break over pages."""

    def __init__(self, look: Look, count: int, field: str = "") -> None:
        super().__init__()
        self.look, self.count, self.field = look, count, field
        self.spaceAfter = 10

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self.count * RULE
        return width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        fit = int(height / RULE)
        if fit < 2 or self.count - fit < 2:
            return []
        return [Lines(self.look, fit, self.field), Lines(self.look, self.count - fit, self.field)]

    def draw(self) -> None:
        self.canv.setStrokeColor(self.look.ink(self.look.colours.muted))
        self.canv.setLineWidth(0.5)
        for i in range(self.count):
            self.canv.line(0, i * RULE, self.width, i * RULE)


class Box(Piece):
    """A box to tick; round where only one of several may be chosen."""

    def __init__(self, look: Look, field: str, option: str, *, one: bool = False, size: float = BOX) -> None:
        super().__init__()
        self.look, self.field, self.option, self.one, self.size = look, field, option, one, size

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = self.size, self.size
        return self.size, self.size

    def draw(self) -> None:
        self.canv.setStrokeColor(self.look.ink(self.look.colours.ink))
        self.canv.setFillColor(self.look.ink(self.look.colours.paper))
        self.canv.setLineWidth(0.8)
        if self.one:
            self.canv.circle(self.size / 2, self.size / 2, self.size / 2 - 0.4, stroke=1, fill=1)
        else:
            self.canv.rect(0.4, 0.4, self.size - 0.8, self.size - 0.8, stroke=1, fill=1)


class Centred(Piece):
    """A small piece in the middle of its column."""

    def __init__(self, piece: Flowable) -> None:
        super().__init__()
        self.piece = piece

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
    return [room.main(room.stack([*_labelled(block.label, block.hint, room), Lines(room.look, block.lines, block.id)]))]


def field_row(block: FieldRow, room: Room) -> list[Flowable]:
    """Short fields beside each other, each label over its line, or before it where height is scarce."""
    gap, count = 16.0, len(block.fields)
    labels = [_wide(field, room.look) for field in block.fields]
    line = (room.width - gap * (count - 1) - sum(labels)) / count
    if (room.look.tight or block.slim) and line >= _SHORTEST:
        pieces = [_inline(field, wide, room) for field, wide in zip(block.fields, labels, strict=True)]
        return [room.main(Row(pieces, [wide + line for wide in labels], gap, before=6, after=8))]
    width = (room.width - gap * (count - 1)) / count
    pieces = [room.stack(text_field(field, room.inner(width))) for field in block.fields]
    return [room.main(Row(pieces, [width] * len(pieces), gap, before=8, after=12))]


def _wide(field: TextField, look: Look) -> float:
    return advance(plain(field.label), look.brand.text.bold, look.label.size) + 8


def _inline(field: TextField, wide: float, room: Room) -> Flowable:
    """A label with its line behind it."""
    look = room.look
    label = look.set(field.label, look.label)
    return Beside(label, Lines(look, 1, field.id), wide, wide, drop=RULE - look.label.leading + 2)


def _option(option: Text, field: str, room: Room, *, one: bool, right: float = 0.0) -> Flowable:
    body = room.look.set(option, room.voice, before=0, after=4.5, right=right)
    return Beside(
        Box(room.look, field, plain(option), one=one), body, BOX + 7, drop=(room.voice.leading - BOX) / 2 + 0.6
    )


def checklist(block: Checklist, room: Room) -> list[Flowable]:
    """Things to tick off, each beside a box of 5 mm."""
    return [room.main(_option(item, "", room, one=False, right=room.spare)) for item in block.items]


def choice_field(block: ChoiceField, room: Room) -> list[Flowable]:
    """A question with its options; all beside each other where they are short, or else by two."""
    across = _abreast(block, room)
    right = room.spare if across == 1 else 0.0
    options = [_option(option, block.id, room, one=not block.several, right=right) for option in block.options]
    if across > 1:
        width = room.width / across - 4
        groups = [options[i : i + across] for i in range(0, len(options), across)]
        options = [Row(group, [width] * len(group), 4, after=2) for group in groups]
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
    boxes = [Centred(Box(look, block.id, plain(word), one=True, size=5.5 * MM)) for word in block.scale]
    over = Row(words, [width] * count, 0, after=3)
    over.keepWithNext = 1
    scale = room.stack([over, Row(boxes, [width] * count, 0)])
    if not beside:
        return [room.main(room.stack([*_labelled(block.label, block.hint, room), scale]))]
    asked = [
        look.set(block.label, look.voice(11.5, 15, serif=True, bold=True)),
        *([look.set(block.hint, look.voice(9, 12, colour=look.colours.muted))] if block.hint else []),
    ]
    row = Row([room.stack(asked), scale], [room.width * 0.34 - 8, room.width * 0.66], 0)
    return [room.main(Framed(row, ground(look.ink(look.colours.tint)), (8, 5, 0, 6), before=16, after=2))]


def rubric_grid(block: RubricGrid, room: Room) -> list[Flowable]:
    """Criteria down, levels across, on one page."""
    return [Fitted(lambda size: _rubric(block, room, size), room, block.description or "the rubric")]


def _rubric(block: RubricGrid, room: Room, size: float) -> Grid:
    look, levels = room.look, len(block.levels)
    bold, small = look.voice(size, size * 1.22, bold=True), look.voice(SMALLEST, SMALLEST * 1.2, bold=True)
    side = max(advance(worth, look.brand.text.bold, SMALLEST) for row in block.rows for worth in row.points)
    side = max(side, BOX) + 6
    first = max(widest_word(row.name, look.brand.text, size, bold=True) for row in block.rows) + 12
    columns = [first, *_levels(block, room.full - first - _POINTS), _POINTS]
    head = [look.set(text(block.head[0]), bold), *(look.set(level, bold) for level in block.levels)]
    rows: list[list[Flowable | str]] = [[*head, look.set(text(block.head[1]), bold, align=RIGHT)]]
    for row in block.rows:
        share = (*(Run(run.text, Style.STRONG, run.link) for run in row.name), Run(f"\n{row.weight} %"))
        cells = [
            Beside(
                Stack([Box(look, row.id, plain(level)), look.set(text(worth), small, before=1.5)], 0),
                look.set(cell, look.voice(size, size * 1.22)), side, side, drop=1.5,
            )
            for level, cell, worth in zip(block.levels, row.cells, row.points, strict=True)
        ]  # fmt: skip
        rows.append([look.set(share, look.voice(size, size * 1.22)), *cells, _earned(row.weight, look, size)])
    total = look.set(text(block.total), bold, align=RIGHT)
    rows.append([total, *[""] * levels, _earned(sum(row.weight for row in block.rows), look, size)])
    made = Grid(rows, colWidths=columns, repeatRows=1, hAlign="LEFT")
    made.setStyle([*rules(look, levels + 2), *_lines(look, len(rows), levels)])
    return made


def _levels(block: RubricGrid, width: float) -> list[float]:
    """The levels share the width by how much stands in them, so that the rows get as low as they can be."""
    longest = [max(len(plain(row.cells[i])) for row in block.rows) ** 0.5 for i in range(len(block.levels))]
    return [width * share / sum(longest) for share in longest]


def _earned(weight: int, look: Look, size: float) -> Flowable:
    """Room to write the points in, over what can be earned."""
    return look.set(text(f"____\u00a0/\u00a0{weight}"), look.voice(size, size * 1.22), align=RIGHT)


def _lines(look: Look, rows: int, levels: int) -> list[tuple[object, ...]]:
    ink, line = look.ink(look.colours.ink), look.ink(look.colours.line)
    return [
        *(("LINEBEFORE", (c, 1), (c, rows - 2), 0.4, line) for c in range(1, levels + 2)),
        ("LEFTPADDING", (1, 0), (-1, -1), 5), ("RIGHTPADDING", (0, 0), (-2, -1), 5),
        ("VALIGN", (-1, 1), (-1, -1), "BOTTOM"), ("LINEABOVE", (0, rows - 1), (-1, rows - 1), 0.9, ink),
        ("SPAN", (0, rows - 1), (levels, rows - 1)), ("TOPPADDING", (0, rows - 1), (-1, rows - 1), 6),
        ("LINEBELOW", (0, rows - 1), (-1, rows - 1), 0.9, ink),
    ]  # fmt: skip
