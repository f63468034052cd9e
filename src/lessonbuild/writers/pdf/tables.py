"""Tables: hairlines, a head that repeats, columns as wide as what stands in them."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from reportlab.platypus import Flowable, LongTable

from lessonbuild.fonts import wrap
from lessonbuild.model.blocks import Agenda, RunOfShow
from lessonbuild.model.document import Table
from lessonbuild.model.text import Style, Text, plain, strong, text
from lessonbuild.writers.pdf.columns import APART, GAP, Wants
from lessonbuild.writers.pdf.stack import Exhibit, Narrowed, Numbered, Piece, rule_over
from lessonbuild.writers.pdf.styles import LEFT, MM, RIGHT, Look, Room, Voice
from lessonbuild.writers.pdf.tagged.elements import Element, Told, scoped, summed_up, within

SIZE = 9.5
_TITLE = 11.5  # points, of an exhibit's title
_LONG = 14  # rows, above which a table is set closer, so that a page holds it
_DENSE = [("TOPPADDING", (0, 1), (-1, -1), 1.4), ("BOTTOMPADDING", (0, 1), (-1, -1), 2.4)]
_NEAR = 6.0  # between the columns of the run of show, which has many


class Grid(Told, LongTable):  # type: ignore[misc]  # reportlab ships no types
    """A table whose rows are broken over pages only where a page cannot hold one."""

    description = ""  # what it shows, in words
    row_heads = False  # whether the first cell of a row tells what the others are of
    continued = False  # whether its head was on an earlier page
    tallest = 500.0  # points of a page: where so much is free, a row that does not fit is broken

    def elements(self) -> list[Element]:
        """One table, of however many parts: its head is heard once."""
        if not self.element:
            self.element = Element("Table", attributes=summed_up(self.description))
            self.element.kids += [self._row(number) for number in range(len(self._cellvalues))]
        return [self.element]

    def _row(self, number: int) -> Element:
        return Element(
            "TR", [self._cell(number, column) for column in range(self._ncols) if self._wide(number, column)]
        )

    def _cell(self, number: int, column: int) -> Element:
        value, across = self._cellvalues[number][column], self._wide(number, column)
        scope = "Column" if number == 0 else "Row" if (column == 0 and self.row_heads) or across == self._ncols else ""
        made = within("TH" if scope else "TD", value if isinstance(value, list | tuple) else [value or None])
        made.attributes = scoped(scope, across)
        return made

    def _wide(self, number: int, column: int) -> int:
        """How many columns the cell covers; none where another covers it."""
        for _, (left, top), (right, _low) in self._spanCmds:
            if number == top % self._nrows:
                first, last = left % self._ncols, right % self._ncols
                if first <= column <= last:
                    return last - first + 1 if column == first else 0
        return 1

    def split(self, width: float, height: float) -> list[Flowable]:
        self.splitInRow = int(height > self.tallest)
        parts: list[Grid] = super().split(width, height)
        for part in parts:
            part.continued, part.tallest = self.continued or part is not parts[0], self.tallest
        return [*parts]

    def _drawCell(self, value: Any, *where: Any) -> None:  # noqa: N802
        """The head that is repeated is no content again."""
        if self.continued and not isinstance(value, str) and any(value is head for head in self._cellvalues[0]):
            with self.canv.artifact():
                super()._drawCell(value, *where)
        else:
            super()._drawCell(value, *where)


def table(block: Table, room: Room, source: Text = ()) -> list[Flowable]:
    """Under its caption and over its source, as an exhibit; bare where it has neither."""
    label, title = _labelled(block.caption)
    made, wide = _body(block, room, numbered=bool(label))
    narrow = bool(room.side) and wide <= room.width and not label
    if block.caption or source:
        under = exhibit(label, title, made, source, room.inner(wide) if narrow else room)
        return [room.main(Narrowed(under, room.width - wide)) if narrow else under]
    return [room.main(made) if narrow else made]


def _labelled(caption: Text) -> tuple[Text, Text]:
    """ "Exhibit 3" and the title that follows it, where the caption begins with a label in bold."""
    if len(caption) > 2 and caption[0].style is Style.STRONG and caption[1].text.isspace():
        return caption[:1], caption[2:]
    return (), caption


def exhibit(label: Text, title: Text, body: Flowable, source: Text, room: Room) -> Flowable:
    """Label, title, body and source under one rule; it is broken over pages only where a page cannot hold it."""
    look = room.look
    items: list[Flowable] = []
    if label:
        items.append(look.set(label, look.voice(9, 12, bold=True, colour=look.strong), after=1))
    if title:
        right = room.full - _even(title, look, room.full)
        items.append(look.set(title, look.voice(_TITLE, 15, serif=True, bold=True), after=6, right=right))
    body.spaceAfter = 2
    items.append(body)
    if source:
        items.append(look.set(source, look.small, before=5, right=max(room.full - 150 * MM, 0)))
    for item in items[:-1]:
        item.keepWithNext = 1
    kind = Numbered if label else Exhibit
    rule = rule_over(look.ink(look.colours.ink), 0.9)
    return kind(room.stack(items), rule, (0, 7, 0, 2), before=14, after=16, whole=look.height * 0.55)


def _even(title: Text, look: Look, full: float) -> float:
    """The width at which a title stands on as few lines as it needs, none of them a single word if it can be helped."""

    def lines(width: float) -> int:
        return len(wrap(title, look.brand.heading, _TITLE, width, bold=True))

    width = min(full, 150 * MM)
    width = full if lines(full) < lines(width) else width
    needed = lines(width)
    while needed > 1 and lines(width - 4) == needed:
        width -= 4
    return width


def _body(block: Table, room: Room, *, numbered: bool) -> tuple[Grid, float]:
    """The grid and its width: of the wide column where that is enough, else of the page, as numbered exhibits are."""
    look, size = room.look, room.look.size(SIZE)
    wants = Wants(block, look.brand.text, size)
    if sum(wants.natural) + wants.gaps <= room.width and (room.side or numbered):
        wide = min(room.full if numbered else room.width, sum(wants.natural) * 1.7 + wants.gaps)
        return grid(block, look, wants.widths(wide), size), wide
    if sum(wants.least) + wants.gaps > room.full:
        size = look.smallest
        wants = Wants(block, look.brand.text, size)
        if sum(wants.least) + wants.gaps > room.full:
            columns = len(wants.least)
            room.report("table-too-wide", f"a table of {columns} columns is too wide for the page: words are broken")
    if block.widths:
        shares = [room.full * share / sum(block.widths) for share in block.widths]
        if all(share >= word + GAP for share, word in zip(shares, wants.least, strict=True)):
            return grid(block, look, shares, size), room.full
    return grid(block, look, wants.widths(room.full), size), room.full


def fitting(block: Table, look: Look, width: float) -> Grid:
    """The table alone, as wide as the width."""
    size = look.size(9.0)
    return grid(block, look, Wants(block, look.brand.text, size).widths(width), size)


def grid(block: Table, look: Look, columns: Sequence[float], size: float) -> Grid:
    """The table with measured columns."""
    voice, head = look.voice(size, size * 1.32), look.voice(size - 0.5, size * 1.28, bold=True)
    total = look.voice(size, size * 1.32, bold=True)
    rows = [_cells(block.head, block, look, head)]
    rows += [_cells(r, block, look, total if block.total and r is block.rows[-1] else voice) for r in block.rows]
    made = Grid(rows, colWidths=list(columns), repeatRows=1, hAlign="LEFT", spaceBefore=4, spaceAfter=12)
    made.description, made.tallest = block.description, look.tallest
    made.setStyle(
        [
            *rules(look, len(columns)),
            *apart(block.numeric, len(columns)),
            *([("LINEABOVE", (0, -1), (-1, -1), 0.9, look.ink(look.colours.ink))] if block.total else []),
            *(_DENSE if len(rows) > _LONG else []),
        ]
    )
    return made


def _cells(row: Sequence[Text], block: Table, look: Look, voice: Voice) -> list[Flowable]:
    return [look.set(cell, voice, align=RIGHT if c in block.numeric else LEFT) for c, cell in enumerate(row)]


def rules(look: Look, columns: int, gap: float = GAP) -> list[tuple[Any, ...]]:
    """Hairlines under each row, a stronger one under the head; outer edges on the edges of the text."""
    ink, line = look.ink(look.colours.ink), look.ink(look.colours.line)
    return [
        ("FONT", (0, 0), (-1, -1), look.text.regular),
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), gap),
        ("RIGHTPADDING", (columns - 1, 0), (columns - 1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, line), ("LINEBELOW", (0, 0), (-1, 0), 0.9, ink),
    ]  # fmt: skip


def apart(numeric: Sequence[int], columns: int, gap: float = GAP) -> list[tuple[Any, ...]]:
    """More space between figures and the words that follow them: else they are read as one."""
    between = [c for c in numeric if c + 1 < columns and c + 1 not in numeric]
    return [("RIGHTPADDING", (c, 0), (c, -1), gap + APART) for c in between]


class Fitted(Piece):
    """A grid set in the largest type in which it fits what is left of the page, down to 8.5 points."""

    def __init__(self, build: Callable[[float], Flowable], room: Room, name: str) -> None:
        super().__init__()
        self.build, self.room, self.name = build, room, name
        self.spaceBefore, self.spaceAfter = 8, 12
        self.made: dict[int, Flowable] = {}

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        steps = max(int((self.room.look.grid_size - self.room.look.smallest) * 4), 0)
        fits = bisect_right(range(steps + 1), False, key=lambda n: self._set(n, width) > height)
        self.width, self.height = width, self._set(max(fits - 1, 0), width)
        if self.height > self.room.look.height:
            self.room.report("page-overfull", f"{self.name} does not fit on one page")
        return self.width, self.height

    def _set(self, step: int, width: float) -> float:
        """Set the grid in a size, in quarters of a point over the smallest; give its height."""
        if step not in self.made:
            self.made[step] = self.build(self.room.look.smallest + step / 4)
        self.grid: Flowable = self.made[step]
        return float(self.grid.wrapOn(self.canv, width, self.room.look.height)[1])

    def split(self, width: float, height: float) -> list[Flowable]:
        if self.height <= self.room.look.height:
            return []
        parts: list[Flowable] = self.grid.splitOn(self.canv, width, height)
        return parts

    def heard(self) -> tuple[Flowable]:
        return (self.grid,)

    def draw(self) -> None:
        self.grid.drawOn(self.canv, 0, 0)


def run_of_show(block: RunOfShow, room: Room) -> list[Flowable]:
    """The whole session in one grid, each phase under a band with its name."""
    return [Fitted(lambda size: _run(block, room, size), room, block.description or "the run of show")]


def _run(block: RunOfShow, room: Room, size: float) -> Grid:
    look, columns = room.look, len(block.head)
    every = Table(block.head, tuple(row for group in block.groups for row in group.rows), block.description)
    every = replace(every, numeric=_figures(every))
    sides = [RIGHT if c in every.numeric else LEFT for c in range(columns)]
    voice, bold = look.voice(size, size * 1.17), look.voice(size, size * 1.17, bold=True)
    rows: list[list[Flowable | str]] = [
        [
            look.set(cell, look.voice(size - 0.5, size * 1.2, bold=True), align=side)
            for cell, side in zip(block.head, sides, strict=True)
        ]
    ]
    bands = []
    for group in block.groups:
        bands.append(len(rows))
        rows.append([look.set(group.title, bold), *[""] * (columns - 1)])
        rows += [
            [look.set(cell, bold if c == 0 else voice, align=sides[c]) for c, cell in enumerate(row)]
            for row in group.rows
        ]
    made = Grid(
        rows, colWidths=Wants(every, look.brand.text, size, _NEAR).widths(room.full), repeatRows=1, hAlign="LEFT"
    )
    tight = [("TOPPADDING", (0, 1), (-1, -1), 1.2), ("BOTTOMPADDING", (0, 1), (-1, -1), size * 0.8 - 4.6)]
    made.description, made.tallest = block.description, look.tallest
    made.setStyle([*rules(look, columns, _NEAR), *apart(every.numeric, columns, _NEAR), *tight])
    for row in bands:
        made.setStyle([
            ("NOSPLIT", (0, row), (0, row + 1)),
            ("SPAN", (0, row), (-1, row)), ("BACKGROUND", (0, row), (-1, row), look.ink(look.colours.tint)),
            ("LEFTPADDING", (0, row), (0, row), 4), ("LINEABOVE", (0, row), (-1, row), 0.7, look.ink(look.colours.ink)),
        ])  # fmt: skip
    return made


def _figures(block: Table) -> tuple[int, ...]:
    """The columns that hold whole numbers alone."""
    said = [[plain(row[c]) for row in block.rows if plain(row[c])] for c in range(len(block.head))]
    return tuple(c for c, cells in enumerate(said) if cells and all(cell.isdigit() for cell in cells))


def agenda(block: Agenda, room: Room) -> list[Flowable]:
    """What happens when; the last line is when it ends."""
    rows = tuple((text(r.clock, Style.STRONG), text(r.minutes), strong(r.name), r.what) for r in block.rows)
    ends = ((text(block.ends, Style.STRONG), (), (), ()),) if block.ends else ()
    return table(Table(block.head, (*rows, *ends), block.ends, numeric=(1,)), room)
