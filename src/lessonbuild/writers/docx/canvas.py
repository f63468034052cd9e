"""A canvas: named boxes that are written in and make one picture together."""

from math import lcm

from lessonbuild.fonts import wrap
from lessonbuild.model.blocks import Canvas, CanvasBox
from lessonbuild.model.text import plain
from lessonbuild.writers.docx.cells import cell, layout, row
from lessonbuild.writers.docx.controls import typed
from lessonbuild.writers.docx.geometry import RULE, Frame
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.text import paragraph, runs, space
from lessonbuild.writers.docx.xml import Element, w

_PAD = 7.0  # from a box's edges to its words
_SIDES = ("top", "left", "bottom", "right")
_HEAD = 60.0  # what stands above the boxes on their page, at least


def canvas(block: Canvas, frame: Frame, package: Package) -> list[Element]:
    """The boxes in rows; those of a last row that is not full share its width."""
    rows = [block.boxes[start : start + block.across] for start in range(0, len(block.boxes), block.across)]
    highs = [max(_high(box, frame.width / len(boxes), package) for box in boxes) for boxes in rows]
    if sum(highs) > package.page.room - _HEAD and not package.brand.printing.large:
        message = f"the canvas “{block.description}” does not fit on one page"
        package.warn("canvas-too-high", message, "give its boxes fewer lines, or put more of them beside each other")
    columns = lcm(*(len(boxes) for boxes in rows))
    drawn = [_row(boxes, high, frame.width, columns, package) for boxes, high in zip(rows, highs, strict=True)]
    said = package.words("form-table", what=block.description)
    return [layout(drawn, [frame.width / columns] * columns, frame, said, _PAD)]


def _row(boxes: tuple[CanvasBox, ...], high: float, wide: float, columns: int, package: Package) -> Element:
    span = columns // len(boxes)
    cells = []
    for box in boxes:
        ruled = w("tcBorders", *(package.palette.edge(side, "muted", 0.75) for side in _SIDES))
        spanned = (w("gridSpan", val=span),) if span > 1 else ()
        cells.append(cell(_box(box, package), wide / len(boxes), ruled, *spanned))
    return row(cells, height=high)


def _box(box: CanvasBox, package: Package) -> list[Element]:
    """Name and prompt, and a field for those who type."""
    made = [paragraph("CardName", *runs(box.name, package))]
    made += [paragraph("FieldHint", *runs(box.prompt, package))] if box.prompt else []
    space(made[0], before=6, after=1)
    return [*made, paragraph("FieldCell", *typed(box.id, box.asked, box.lines, package))]


def _high(box: CanvasBox, width: float, package: Package) -> float:
    """The height of a box in points: what is printed, and its lines to write under that."""
    family, inner = package.brand.text, width - 2 * _PAD - 1
    names = len(wrap(box.name, family, 10.5, inner, bold=True))
    prompts = len(wrap(box.prompt, family, 8.5, inner)) if plain(box.prompt) else 0
    return 6 + names * 14 + 1 + prompts * 11.5 + box.lines * RULE
