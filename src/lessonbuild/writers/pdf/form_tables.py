"""Tables to fill in: printed cells, room to write with fine lines, boxes to tick."""

from typing import Any

from reportlab.platypus import Flowable

from lessonbuild.fonts import widest_word
from lessonbuild.model.blocks import FormTable, RatingTable
from lessonbuild.model.document import Table
from lessonbuild.model.text import Text, plain, strong
from lessonbuild.writers.pdf.columns import GAP, Wants
from lessonbuild.writers.pdf.fields import BOX, RULE, Box, Centred
from lessonbuild.writers.pdf.stack import Framed, Piece
from lessonbuild.writers.pdf.styles import CENTRE, MM, Look, Room
from lessonbuild.writers.pdf.tables import SIZE, Grid, rules
from lessonbuild.writers.pdf.tagged.elements import Element

_PAD = 6.5  # above and below what stands in a cell
_STATEMENT = 0.46  # of the width: what is rated
_WHOLE = 0.6  # of a page: a table up to this height is not broken
_ROOMY = 0.8  # of an even share: the least that a column to write in gets


class Blank(Piece):
    """Room to write in a cell: a fine line under each line but the last, which the table's own rule ends."""

    def __init__(self, look: Look, lines: int, field: str, asked: str) -> None:
        super().__init__()
        self.look, self.lines, self.field, self.asked = look, lines, field, asked
        self.drawn: list[Element] = []

    def elements(self) -> list[Element]:
        return self.drawn

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self.lines * RULE - _PAD
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(self.look.ink(self.look.colours.line))
        self.canv.setLineWidth(0.4)
        self.canv.setDash([1, 2])
        for line in range(1, self.lines):
            up = line * RULE - _PAD + 2.5
            self.canv.line(0, up, self.width, up)
        area = (0, 0, self.width, self.height)
        self.drawn.append(self.canv.form.text(self.field, self.asked, area, lines=self.lines))


def form_table(block: FormTable, room: Room) -> list[Flowable]:
    """The table, under its caption where it has one; a row is never broken."""
    whole = room.look.height * _WHOLE
    made = Framed(_grid(block, room), _unpainted, (0, 0, 0, 0), before=6, after=12, whole=whole)
    if not block.caption:
        return [made]
    caption = room.look.set(block.caption, room.look.voice(11.5, 15, serif=True, bold=True), before=12, keep=True)
    return [caption, made]


def _unpainted(*_: Any) -> None:
    """A frame that only holds together what it frames."""


def _grid(block: FormTable, room: Room) -> Grid:
    look, last = room.look, len(block.rows) - 1
    head = look.voice(SIZE, SIZE * 1.25, bold=True)
    rows: list[list[Flowable]] = [
        [look.set(cell, head, align=CENTRE if c in block.ticks else 0) for c, cell in enumerate(block.head)]
    ]
    rows += [
        [_cell(block, cell, (r, c), look, total=block.total and r == last) for c, cell in enumerate(row)]
        for r, row in enumerate(block.rows)
    ]
    made = Grid(rows, colWidths=_widths(block, room), repeatRows=1, hAlign="LEFT")
    made.description, made.tallest = block.description, look.tallest
    made.setStyle([*rules(look, len(block.head)), *_verticals(look, len(block.head), len(rows))])
    if block.total:
        made.setStyle([("LINEABOVE", (0, -1), (-1, -1), 0.9, look.ink(look.colours.ink))])
    return made


def _cell(block: FormTable, words: Text, at: tuple[int, int], look: Look, *, total: bool) -> Flowable:
    """What is printed, or a box to tick, or room to write."""
    row, column = at
    name = f"{block.id}-{row + 1}-{column + 1}"
    if words:
        return look.set(strong(words) if total else words, look.voice(SIZE, SIZE * 1.28))
    first = plain(block.rows[row][0]) or str(row + 1)
    asked = f"{plain(block.head[column])}: {first}"
    if column in block.ticks:
        return Centred(Box(look, name, "", asked))
    return Blank(look, block.lines, name, asked)


def _verticals(look: Look, columns: int, rows: int) -> list[tuple[object, ...]]:
    """Fine lines between the columns, so that it is seen where each field ends."""
    line = look.ink(look.colours.line)
    return [
        ("LINEBEFORE", (1, 0), (columns - 1, rows - 1), 0.4, line),
        ("LEFTPADDING", (1, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (columns - 2, -1), 5),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, look.ink(look.colours.muted)),
    ]


def _widths(block: FormTable, room: Room) -> list[float]:
    """The shares asked for where every printed word fits them, else as the words want, with room in empty columns."""
    wants = Wants(Table(block.head, block.rows, block.description), room.look.brand.text, room.look.size(SIZE))
    wants.gap_after[-1] = GAP / 2  # words begin at a distance from the line at their left
    if block.widths:
        shares = [room.full * share / sum(block.widths) for share in block.widths]
        if all(share >= least + GAP for share, least in zip(shares, wants.least, strict=True)):
            return shares
        if not room.look.large:  # where shares are wishes
            room.report("table-shares", f"the shares of a table of {len(shares)} columns are too narrow for its words")
    even = room.full / len(block.head)
    for column in range(len(block.head)):
        if column in block.ticks:
            wants.natural[column] = max(wants.least[column], BOX + 4)
        elif not all(row[column] for row in block.rows):
            wants.natural[column] = max(wants.natural[column], even * _ROOMY)
    return wants.widths(room.full)


def rating_table(block: RatingTable, room: Room) -> list[Flowable]:
    """Statements down, the scale's words over its boxes, which are round: one for each statement."""
    look, count = room.look, len(block.scale)
    words = look.voice(9, 11.5, bold=True)
    widest = max(widest_word(word, look.brand.text, words.size, bold=True) for word in block.scale) + 8
    side = min(room.full * _STATEMENT, room.full - widest * count)
    rows: list[list[Flowable]] = [
        [
            look.set(block.head, look.voice(SIZE, SIZE * 1.25, bold=True)),
            *(look.set(word, words, align=CENTRE) for word in block.scale),
        ]
    ]
    rows += [
        [
            look.set(said, look.voice(10, 13)),
            *(Centred(Box(look, id_, plain(said), plain(word), one=True, size=5.2 * MM)) for word in block.scale),
        ]
        for id_, said in block.rows
    ]
    made = Grid(rows, colWidths=[side, *[(room.full - side) / count] * count], repeatRows=1, hAlign="LEFT")
    made.description, made.row_heads, made.tallest = block.description, True, look.tallest
    made.setStyle([
        *rules(look, count + 1),
        ("VALIGN", (0, 1), (-1, -1), "MIDDLE"), ("LEFTPADDING", (1, 0), (-1, -1), 3),
        ("RIGHTPADDING", (1, 0), (-1, -1), 3), ("TOPPADDING", (0, 1), (-1, -1), 4),
    ])  # fmt: skip
    made.spaceBefore, made.spaceAfter = 12, 10
    return [made]
