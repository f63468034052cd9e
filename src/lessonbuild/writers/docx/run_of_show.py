"""The session as a table: the agenda, and the run of show that fits on one page."""

from itertools import product

from lessonbuild.model.blocks import Agenda, RunOfShow
from lessonbuild.model.document import Table
from lessonbuild.model.text import Text, plain, text
from lessonbuild.writers.docx.cells import PAD, cell, data_look, grid, keep_rows, resize, row
from lessonbuild.writers.docx.columns import Fit, lines, lowest
from lessonbuild.writers.docx.geometry import Frame
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.tables import table
from lessonbuild.writers.docx.text import inset, paragraph, plain_run, runs
from lessonbuild.writers.docx.xml import MM, Element, twips, w

_TITLE = 62.0  # what stands above the table on its page, at most
_MARGIN = 14 * MM  # the least that stays free at the sides
_SIZES = ((9.5, 6.5), (9.0, 5.0), (8.5, 3.5), (8.5, 1.7))  # of the words, and of the air above and below them in a row


def agenda(block: Agenda, frame: Frame, package: Package) -> list[Element]:
    """What happens when, and when it ends."""
    rows = tuple((text(r.clock), text(r.minutes), r.name, r.what) for r in block.rows)
    names = ", ".join(plain(r.name) for r in block.rows)
    made = table(Table(block.head, rows, names, numeric=(1,)), frame, package)
    return [*made, paragraph("Source", *inset(frame), plain_run(block.ends))] if block.ends else made


def run_of_show(block: RunOfShow, frame: Frame, package: Package) -> list[Element]:
    """One table, a band a phase, as large as one page allows; if need be, it reaches into the margins."""
    outer = max(0.0, package.page.side - _MARGIN)
    frames = (frame, frame.within(left=-outer, right=-outer)) if outer and not frame.inset else (frame,)
    room = package.page.room - _TITLE
    large = package.brand.printing.large  # which takes as many pages as it needs
    for tried, (size, air) in product(frames[-1:] if large else frames, _SIZES[:1] if large else _SIZES):
        found, high = _fitted(block, tried.width, size, air, package)
        if high <= room:
            break
    else:
        if not large:
            message, hint = "the run of show does not fit on one page", "shorten titles and cuts of its steps"
            package.warn("run-of-show-too-long", message, hint)
    made = grid(_rows(block, found, package), found.widths, tried, *data_look("", block.description), _margins(air))
    resize(made, found.size)
    if high <= room:
        keep_rows(made)
    return [made]


def _fitted(block: RunOfShow, width: float, size: float, air: float, package: Package) -> tuple[Fit, float]:
    """The columns at this size, and the height of the table in points; lines are one quarter higher than their size."""
    every = Table(block.head, tuple(r for group in block.groups for r in group.rows), block.description)
    found = lowest(every, width, package.brand.text, size)
    counts = [*lines(every, found, package.brand.text), *(1 for _ in block.groups)]
    return found, sum(count * size * 1.25 + air + 0.9 for count in counts)


def _rows(block: RunOfShow, found: Fit, package: Package) -> list[Element]:
    rows = [_row(block.head, found.widths, package, "TableHead")]
    for group in block.groups:
        band = w("gridSpan", val=len(found.widths)), package.palette.ground("tint")
        rows.append(row([cell([paragraph("TableBand", *runs(group.title, package))], sum(found.widths), *band)]))
        rows += [_row(each, found.widths, package, "TableText") for each in group.rows]
    return rows


def _row(cells: tuple[Text, ...], widths: tuple[float, ...], package: Package, style: str) -> Element:
    made = (cell([paragraph(style, *runs(words, package))], width) for words, width in zip(cells, widths, strict=True))
    return row(made, head=style == "TableHead")


def _margins(air: float) -> Element:
    sides = {"top": air * 0.45, "left": PAD, "bottom": air * 0.55, "right": PAD}
    return w("tblCellMar", *(w(side, w=twips(width), type="dxa") for side, width in sides.items()))
