"""Tables of data: head on a tint, hairlines across, numbers to the right, columns measured from what they hold."""

from lessonbuild.model.document import Table
from lessonbuild.model.text import Text, plain
from lessonbuild.writers.docx.cells import cell, data_look, grid, keep_rows, resize, row
from lessonbuild.writers.docx.columns import SIZES, fit
from lessonbuild.writers.docx.geometry import Frame
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.text import inset, paragraph, runs, space
from lessonbuild.writers.docx.xml import Element, W, local, w

_WHOLE = 12  # rows up to which a table is kept on one page


def table(block: Table, frame: Frame, package: Package) -> list[Element]:
    """Caption and table."""
    found = fit(block, frame.width, package.brand.text)
    if found.crowded:
        crowded(len(block.head), package)
    rows = [_row(block, block.head, found.widths, package, head=True)]
    rows += [_row(block, each, found.widths, package) for each in block.rows]
    made = grid(rows, found.widths, frame, *data_look(plain(block.caption), block.description, block.total))
    if found.size != SIZES[0]:
        resize(made, found.size)
    if len(rows) <= _WHOLE:
        keep_rows(made)
    caption = [paragraph("Caption", *inset(frame), *runs(block.caption, package))] if block.caption else []
    return [*caption, made]


def crowded(columns: int, package: Package) -> None:
    """Report a table that is too wide for its words."""
    message = f"words break in a table of {columns} columns"
    package.warn("crowded-table", message, "take a column out, or shorten its words")


def followed(before: Element, made: list[Element]) -> list[Element]:
    """What stands after a table: with air, and a source kept with the table that it belongs to."""
    if local(made[0]) == "tbl":
        between = gap()
        space(between, before=8)
        return [between, *made]
    style = made[0].find(f"{{{W}}}pPr/{{{W}}}pStyle").get(f"{{{W}}}val")
    if style == "Source":
        keep_rows(before, last=len(before.findall(f"{{{W}}}tr")) <= _WHOLE)
    if not style.startswith(("Heading", "Caption", "Moment", "FieldLabel")):
        space(made[0], before=4 if style == "Source" else 9)
    return made


def gap() -> Element:
    """The paragraph that Word needs between two tables, and after the last one: as small as it can be."""
    return paragraph("TableEnd")


def _row(
    block: Table, cells: tuple[Text, ...], widths: tuple[float, ...], package: Package, head: bool = False
) -> Element:
    made = []
    for column, (words, width) in enumerate(zip(cells, widths, strict=True)):
        style = _STYLES[head, column in block.numeric]
        bottom = (w("vAlign", val="bottom"),) if head else ()
        made.append(cell([paragraph(style, *runs(words, package))], width, *bottom))
    return row(made, head=head)


_STYLES = {
    (False, False): "TableText",
    (False, True): "TableNumber",
    (True, False): "TableHead",
    (True, True): "TableNumberHead",
}
