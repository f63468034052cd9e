"""The rubric: criteria down, levels across, a box to tick in each cell, room for the points."""

from reportlab.platypus import Flowable

from lessonbuild.fonts import advance, widest_word
from lessonbuild.model.blocks import RubricGrid, RubricRow
from lessonbuild.model.text import Run, Text, plain, strong, text
from lessonbuild.writers.pdf.fields import BOX, Box
from lessonbuild.writers.pdf.stack import Beside, Piece, Stack
from lessonbuild.writers.pdf.styles import RIGHT, Look, Room
from lessonbuild.writers.pdf.tables import Fitted, Grid, rules
from lessonbuild.writers.pdf.tagged.elements import Element, elements_of

_POINTS = 56.0  # the width of the last column


def rubric_grid(block: RubricGrid, room: Room) -> list[Flowable]:
    """Criteria down, levels across, on one page."""
    return [Fitted(lambda size: _rubric(block, room, size), room, block.description or "the rubric")]


def _rubric(block: RubricGrid, room: Room, size: float) -> Grid:
    look, levels = room.look, len(block.levels)
    bold, small = look.voice(size, size * 1.22, bold=True), look.voice(look.smallest, look.smallest * 1.2, bold=True)
    side = max(advance(worth, look.brand.text.bold, look.smallest) for row in block.rows for worth in row.points)
    side = max(side, BOX) + 6
    first = max(widest_word(row.name, look.brand.text, size, bold=True) for row in block.rows) + 12
    columns = [first, *_levels(block, room.full - first - _POINTS), _POINTS]
    head = [look.set(text(block.head[0]), bold), *(look.set(level, bold) for level in block.levels)]
    rows: list[list[Flowable | str]] = [[*head, look.set(text(block.head[1]), bold, align=RIGHT)]]
    for row in block.rows:
        share = (*strong(row.name), Run(f"\n{row.weight} %"))
        cells = [
            Beside(
                Stack([_level(row, level, look), look.set(text(worth), small, before=1.5)], 0),
                look.set(cell, look.voice(size, size * 1.22)), side, side, drop=1.5,
            )
            for level, cell, worth in zip(block.levels, row.cells, row.points, strict=True)
        ]  # fmt: skip
        earned = _earned(row.weight, look, size, row.id, f"{block.head[1]}: {plain(row.name)}")
        rows.append([look.set(share, look.voice(size, size * 1.22)), *cells, earned])
    total = look.set(text(block.total), bold, align=RIGHT)
    earned = _earned(sum(row.weight for row in block.rows), look, size, "total", block.total)
    rows.append([total, *[""] * levels, earned])
    made = Grid(rows, colWidths=columns, repeatRows=1, hAlign="LEFT")
    made.description, made.row_heads, made.tallest = block.description, True, look.tallest
    made.setStyle([*rules(look, levels + 2), *_lines(look, len(rows), levels)])
    return made


def _level(row: RubricRow, level: Text, look: Look) -> Box:
    return Box(look, row.id, plain(row.name), plain(level), one=True, square=True)


def _levels(block: RubricGrid, width: float) -> list[float]:
    """The levels share the width by how much stands in them, so that the rows get as low as they can be."""
    longest = [max(len(plain(row.cells[i])) for row in block.rows) ** 0.5 for i in range(len(block.levels))]
    return [width * share / sum(longest) for share in longest]


class Earned(Piece):
    """Room to write the points in, over what can be earned."""

    def __init__(self, words: Flowable, after: float, field: str, asked: str) -> None:
        super().__init__()
        self.words, self.after, self.field, self.asked = words, after, field, asked
        self.typed: list[Element] = []

    def elements(self) -> list[Element]:
        return [*elements_of([self.words]), *self.typed]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = self.words.wrapOn(self.canv, width, height)
        return self.width, self.height

    def draw(self) -> None:
        self.words.drawOn(self.canv, 0, 0)
        area = (0, 0, self.width - self.after, self.height)
        self.typed.append(self.canv.form.text(self.field, self.asked, area, to_right=True))


def _earned(weight: int, look: Look, size: float, field: str, asked: str) -> Earned:
    """A line for the points, and what stands after it: the field ends there."""
    most = f"\u00a0/\u00a0{weight}"
    words = look.set(text(f"____{most}"), look.voice(size, size * 1.22), align=RIGHT)
    return Earned(words, advance(most, look.brand.text.regular, size), f"{field}-points", asked)


def _lines(look: Look, rows: int, levels: int) -> list[tuple[object, ...]]:
    ink, line = look.ink(look.colours.ink), look.ink(look.colours.line)
    return [
        *(("LINEBEFORE", (c, 1), (c, rows - 2), 0.4, line) for c in range(1, levels + 2)),
        ("LEFTPADDING", (1, 0), (-1, -1), 5), ("RIGHTPADDING", (0, 0), (-2, -1), 5),
        ("VALIGN", (-1, 1), (-1, -1), "BOTTOM"), ("LINEABOVE", (0, rows - 1), (-1, rows - 1), 0.9, ink),
        ("SPAN", (0, rows - 1), (levels, rows - 1)), ("TOPPADDING", (0, rows - 1), (-1, rows - 1), 6),
        ("LINEBELOW", (0, rows - 1), (-1, rows - 1), 0.9, ink),
    ]  # fmt: skip
