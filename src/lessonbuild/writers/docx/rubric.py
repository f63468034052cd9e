"""The rubric to tick in: criteria down, levels across, a box and its points in every cell."""

from lessonbuild.fonts import advance, wrap
from lessonbuild.model.blocks import RubricGrid, RubricRow
from lessonbuild.model.text import Run, Text, plain, text
from lessonbuild.writers.docx.cells import PAD, cell, data_look, grid, resize, row
from lessonbuild.writers.docx.columns import SIZES
from lessonbuild.writers.docx.controls import choices, number
from lessonbuild.writers.docx.fields import BOX_LINE
from lessonbuild.writers.docx.geometry import Frame
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.text import paragraph, plain_run, runs, space
from lessonbuild.writers.docx.xml import Element

_SHARES = (13.0, 7.0)  # of a hundred: criterion, points
_BOX = 42.0  # the width of a box and its points
_TOTAL = 34.0  # the height of the last row: room for a pen
_ABOVE = 125.0  # title and fields above the grid, on the page that is to hold it


def rubric_grid(block: RubricGrid, frame: Frame, package: Package) -> list[Element]:
    """One table, on one page if any size allows: rows stay whole, and the last one is for the sum."""
    widths = _widths(block, frame, package)
    head = [text(block.head[0]), *block.levels, text(block.head[1])]
    styles = [*["TableHead"] * (len(head) - 1), "TableNumberHead"]
    heads = (_cell(style, words, width, package) for style, words, width in zip(styles, head, widths, strict=True))
    rows = [
        row(heads, head=True),
        *(_criterion(block, each, widths, package) for each in block.rows),
        _total(block, widths, package),
    ]
    made = grid(rows, widths, frame, *data_look("", block.description, total=True))
    room = package.page.room - _ABOVE
    resize(made, next((size for size in SIZES if _height(block, size, widths[1:-1], package) <= room), SIZES[-1]))
    return [made]


def _widths(block: RubricGrid, frame: Frame, package: Package) -> tuple[float, ...]:
    """Of all columns. A level with longer sentences gets somewhat more: rows are not higher for its sake."""
    first, last = (frame.width * share / 100 for share in _SHARES)
    face = package.brand.text.regular
    columns = zip(*(each.cells for each in block.rows), strict=True)
    longest = [max(advance(plain(words), face, SIZES[0]) for words in column) for column in columns]
    mean = sum(longest) / len(longest)
    asked = [min(max(one, 0.85 * mean), 1.15 * mean) for one in longest]
    return (first, *((frame.width - first - last) * one / sum(asked) for one in asked), last)


def _criterion(block: RubricGrid, one: RubricRow, widths: tuple[float, ...], package: Package) -> Element:
    name = [paragraph("TableText", *(plain_run(run.text, "Strong") for run in one.name))]
    name.append(paragraph("TableText", plain_run(f"{one.weight} %", "Minutes")))
    cells = [cell(name, widths[0])]
    boxes = choices(one.id, plain(one.name), block.levels, package)
    for box, words, points, width in zip(boxes, one.cells, one.points, widths[1:-1], strict=True):
        worth = plain_run(f"\u00a0{points}\u2002", "Strong")
        cells.append(cell([paragraph("TableText", *box, worth, *runs(words, package))], width))
    earned = number(one.earned, f"{block.head[1]}: {plain(one.name)}", one.points, package)
    return row([*cells, _sum(earned, one.weight, widths[-1])])


def _total(block: RubricGrid, widths: tuple[float, ...], package: Package) -> Element:
    blanks = [cell([paragraph("TableText")], width) for width in widths[1:-1]]
    name = paragraph("TableText", *runs(text(block.total), package))
    space(name, before=8)
    earned = number(block.TOTAL, block.total, (), package)
    most = sum(each.weight for each in block.rows)
    return row([cell([name], widths[0]), *blanks, _sum(earned, most, widths[-1])], height=_TOTAL)


def _sum(earned: list[Element], weight: int, width: float) -> Element:
    """Room for a number, and under it of how many."""
    written = paragraph("FieldNumber", *earned)
    space(written, before=8)
    return cell([written, paragraph("TableNumber", plain_run(f"/ {weight}", "Strong"))], width)


def _cell(style: str, words: Text, width: float, package: Package) -> Element:
    return cell([paragraph(style, *runs(words, package))], width)


def _height(block: RubricGrid, size: float, levels: tuple[float, ...], package: Package) -> float:
    """The grid's height in points when its words have this size."""
    line, air = size * 1.25, 6.5
    box = Run("n" * round(_BOX / size / 0.525))  # about as wide as the box and its points
    family = package.brand.text
    deepest = [
        max(
            len(wrap((box, *words), family, size, width - 2 * PAD))
            for words, width in zip(each.cells, levels, strict=True)
        )
        for each in block.rows
    ]
    return line + _TOTAL + 2 * air + sum(BOX_LINE + (count - 1) * line + air for count in deepest)
