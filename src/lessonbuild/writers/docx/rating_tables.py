"""Statements that are rated on one scale: the scale's words once, over columns of boxes."""

from lessonbuild.fonts import widest_word
from lessonbuild.model.blocks import RatingTable
from lessonbuild.model.text import Text, plain
from lessonbuild.writers.docx.cells import cell, data_look, grid, keep_ends, keep_rows, row
from lessonbuild.writers.docx.controls import choices
from lessonbuild.writers.docx.fields import tick_cell
from lessonbuild.writers.docx.geometry import RULE, Frame
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.tables import crowded
from lessonbuild.writers.docx.text import paragraph, runs
from lessonbuild.writers.docx.xml import Element, w

_STATEMENT, _LEAST = 0.48, 0.34  # of the width: what the statements have, and what long words of the scale leave them
_PAD = 3.0  # left and right of the scale's words
_WHOLE = 12  # rows that stay on one page


def rating_table(block: RatingTable, frame: Frame, package: Package) -> list[Element]:
    """The table: a row a statement, a box for each point of the scale."""
    widths = _widths(block, frame, package)
    rows = [_head(block, widths, package)]
    rows += [_statement(block, name, said, widths, package) for name, said in block.rows]
    made = grid(rows, widths, frame, *data_look("", block.description))
    if len(rows) <= _WHOLE:
        keep_rows(made)
    else:
        keep_ends(made)
    return [made]


def _widths(block: RatingTable, frame: Frame, package: Package) -> tuple[float, ...]:
    """Of all columns: the statements give way where a word of the scale would break."""
    count = len(block.scale)
    longest = max(widest_word(word, package.brand.text, 9, bold=True) for word in block.scale) + 2 * _PAD + 0.5
    most = frame.width * (1 - _LEAST) / count
    if longest > most:
        crowded(count + 1, package)
    each = max(frame.width * (1 - _STATEMENT) / count, min(longest, most))
    return (frame.width - each * count, *[each] * count)


def _head(block: RatingTable, widths: tuple[float, ...], package: Package) -> Element:
    first = cell([paragraph("TableHead", *runs(block.head, package))], widths[0], w("vAlign", val="bottom"))
    words = (_word(word, width, package) for word, width in zip(block.scale, widths[1:], strict=True))
    return row([first, *words], head=True)


def _word(word: Text, width: float, package: Package) -> Element:
    sides = {"left": _PAD, "right": _PAD}
    margins = w("tcMar", *(w(side, w=round(points * 20), type="dxa") for side, points in sides.items()))
    return cell([paragraph("TableTickHead", *runs(word, package))], width, margins, w("vAlign", val="bottom"))


def _statement(block: RatingTable, name: str, said: Text, widths: tuple[float, ...], package: Package) -> Element:
    middle = w("vAlign", val="center")
    first = cell([paragraph("TableText", *runs(said, package))], widths[0], middle)
    boxes = choices(name, plain(said), block.scale, package)
    pairs = zip(boxes, widths[1:], strict=True)
    return row([first, *(tick_cell(box, width, w("vAlign", val="center")) for box, width in pairs)], height=RULE)
