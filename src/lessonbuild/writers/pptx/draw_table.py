"""A native table as XML: header row on, hairlines only, every column and row as measured."""

from lessonbuild.writers.pptx.markup import Link, emu, fill, graphic_frame, named, outline, paragraphs
from lessonbuild.writers.pptx.pieces import Anchor, Cell, Colour, Grid

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_FRAME = 2.25  # points
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid"


def table_frame(piece: Grid, number: int, holder: str, language: str, link: Link) -> str:
    """The table in its frame."""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in piece.widths)
    rows = "".join(_row(row, i, piece, language, link) for i, row in enumerate(piece.rows))
    parts = 'firstRow="1" lastRow="1"' if piece.total else 'firstRow="1"'
    properties = f"<a:tblPr {parts}><a:tableStyleId>{PLAIN}</a:tableStyleId></a:tblPr>"
    table = f"<a:tbl>{properties}<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
    return graphic_frame(named(number, f"Table {number}", piece.alt), holder, piece.box, _TABLE, table)


def _row(row: tuple[Cell, ...], number: int, piece: Grid, language: str, link: Link) -> str:
    rings = _rings(piece, number)
    cells = "".join(
        _cell(cell, i, piece.anchors[number], piece, rings[i], language, link) for i, cell in enumerate(row)
    )
    return f'<a:tr h="{emu(piece.heights[number])}">{cells}</a:tr>'


def _rings(piece: Grid, row: int) -> list[tuple[bool, ...]]:
    """For each cell, which of its edges (left, right, top, bottom) belong to a frame, its own or its neighbour's."""

    def ringed(r: int, c: int) -> bool:
        return 0 <= r < len(piece.rows) and 0 <= c < len(piece.widths) and piece.rows[r][c].ring

    around = ((0, -1), (0, 1), (-1, 0), (1, 0))
    return [
        tuple(ringed(row, column) or ringed(row + down, column + across) for down, across in around)
        for column in range(len(piece.widths))
    ]


def _cell(
    cell: Cell, column: int, anchor: Anchor, piece: Grid, ring: tuple[bool, ...], language: str, link: Link
) -> str:
    """The first column begins at the table's edge, so that it aligns with the title, but not where one writes in it."""
    left, right, down = (0 if column == 0 and not cell.open else piece.pad), piece.pad + cell.right, piece.down
    margins = f'marL="{emu(left)}" marR="{emu(right)}" marT="{emu(down)}" marB="{emu(down)}"'
    edges = (cell.open and column > 0, cell.open and column < len(piece.widths) - 1)  # gaps between what one writes in
    sides = zip(("a:lnL", "a:lnR"), edges, strict=True)
    own = [outline(Colour.PAPER if edge else None, 4, side) for side, edge in sides]
    own += [outline(None, 0, "a:lnT"), outline(cell.rule, cell.weight, "a:lnB")]
    frame = [outline(Colour.INK, _FRAME, f"a:ln{side}") for side in "LRTB"]
    lines = "".join(frame[i] if framed else own[i] for i, framed in enumerate(ring))
    ground = fill(cell.ground) if cell.ground else fill(Colour.TINT if cell.open else None)
    text = f"<a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs((cell.para,), language, link)}</a:txBody>"
    return f'<a:tc>{text}<a:tcPr {margins} anchor="{anchor.value}">{lines}{ground}</a:tcPr></a:tc>'
