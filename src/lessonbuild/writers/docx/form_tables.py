"""Tables to fill in: what is printed, room to write, boxes to tick."""

import re

from lessonbuild.fonts import wrap
from lessonbuild.model.blocks import FormTable
from lessonbuild.model.document import Table
from lessonbuild.model.text import Text, plain
from lessonbuild.writers.docx.cells import PAD, cell, data_look, grid, keep_ends, keep_rows, resize, row
from lessonbuild.writers.docx.columns import SIZES, Fit
from lessonbuild.writers.docx.controls import tick, typed
from lessonbuild.writers.docx.fields import tick_cell
from lessonbuild.writers.docx.form_columns import form_fit
from lessonbuild.writers.docx.geometry import RULE, Frame
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.tables import crowded, table
from lessonbuild.writers.docx.text import inset, paragraph, runs
from lessonbuild.writers.docx.xml import Element, w

_AIR = 5.0  # above and below what is printed in a row, with its rule
_WHOLE = 0.8  # of a page: a table that is no higher stays on one
_NUMBER = re.compile(r"[-+–−]?[$€£]?[\d.,\u00a0]*( ?%)?")  # or a dash in its place


def form_table(block: FormTable, frame: Frame, package: Package) -> list[Element]:
    """Caption and table, whole where a page holds it; else it breaks between rows, under its head again. A table in
    which nothing is left to fill in is one to read.
    """
    if all(map(all, block.rows)):
        return table(_to_read(block), frame, package)
    found = form_fit(block, frame.width, package.brand.text)
    if found.crowded:
        crowded(len(block.head), package)
    rows = [_head(block, found, package)]
    rows += [_row(block, number, found, package) for number in range(len(block.rows))]
    made = grid(rows, found.widths, frame, *data_look(plain(block.caption), block.description, block.total))
    if found.size != SIZES[0]:
        resize(made, found.size)
    if _high(block, found, package) <= package.page.room * _WHOLE:
        keep_rows(made)
    else:
        keep_ends(made)
    caption = [paragraph("Caption", *inset(frame), *runs(block.caption, package))] if block.caption else []
    return [*caption, made]


def _to_read(block: FormTable) -> Table:
    numeric = tuple(column for column in range(1, len(block.head)) if _numbers(block, column))
    return Table(
        block.head, block.rows, block.description, block.caption, numeric, total=block.total, widths=block.widths
    )


def _head(block: FormTable, found: Fit, package: Package) -> Element:
    cells = []
    for column, (words, width) in enumerate(zip(block.head, found.widths, strict=True)):
        style = _style(block, column, "Head")
        cells.append(
            cell([paragraph(style, *runs(words, package))], width, _sides(block, column, package), _at("bottom"))
        )
    return row(cells, head=True)


def _row(block: FormTable, number: int, found: Fit, package: Package) -> Element:
    """A row with an empty cell is as high as it takes to write; one that is printed throughout, as its words."""
    made, cells = [], block.rows[number]
    place = "center" if block.lines == 1 and _lines(cells, found, package) == 1 else "top"
    for column, (words, width) in enumerate(zip(cells, found.widths, strict=True)):
        at, sides = (number, column), _sides(block, column, package)
        if column in block.ticks and not words:
            box = tick(block.field(*at), block.asked(*at), package)
            made.append(tick_cell(box, width, sides, _at("center" if block.lines == 1 else "top")))
        else:
            said = paragraph(_style(block, column), *runs(words, package)) if words else _blank(block, at, package)
            made.append(cell([said], width, sides, _at(place)))
    return row(made, height=0.0 if all(cells) else block.lines * RULE)


def _blank(block: FormTable, at: tuple[int, int], package: Package) -> Element:
    """Room to write in a cell; numbers stand to the right as those that are printed."""
    style = "FieldNumber" if _numbers(block, at[1]) else "FieldCell"
    return paragraph(style, *typed(block.field(*at), block.asked(*at), block.lines, package))


def _style(block: FormTable, column: int, head: str = "") -> str:
    """Words to the left, numbers to the right, the words over boxes in the middle."""
    if column in block.ticks:
        return f"TableTick{head}"
    return f"TableNumber{head}" if _numbers(block, column) else f"Table{head or 'Text'}"


def _numbers(block: FormTable, column: int) -> bool:
    """Whether all that is printed in the column is numbers; those of the first one number the rows."""
    printed = [plain(cells[column]) for cells in block.rows if cells[column]]
    digits = any(re.search(r"\d", words) for words in printed)
    return column > 0 and digits and all(_NUMBER.fullmatch(words) for words in printed)


def _sides(block: FormTable, column: int, package: Package) -> Element:
    """Hairlines between the columns, so that whoever writes sees where a field ends."""
    sides = (("left", column > 0), ("right", column < len(block.head) - 1))
    return w("tcBorders", *(package.palette.edge(side, "line", 0.5) for side, there in sides if there))


def _at(place: str) -> Element:
    return w("vAlign", val=place)


def _high(block: FormTable, found: Fit, package: Package) -> float:
    """The height of the table in points."""
    printed = [
        _lines(cells, found, package, bold=cells is block.head) * found.size * 1.3 + _AIR
        for cells in (block.head, *block.rows)
    ]
    written = [0.0, *(0.0 if all(cells) else block.lines * RULE + 1 for cells in block.rows)]
    return sum(map(max, printed, written))


def _lines(cells: tuple[Text, ...], found: Fit, package: Package, bold: bool = False) -> int:
    """How many lines the printed words of a row take."""
    family, size = package.brand.text, found.size
    widths = (width - 2 * PAD for width in found.widths)
    return max(len(wrap(words, family, size, width, bold)) for words, width in zip(cells, widths, strict=True))
