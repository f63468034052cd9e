"""Things that stand beside each other: two sides of a comparison, equal cards."""

from itertools import zip_longest

from lessonbuild.model.blocks import Cards, Comparison, Named
from lessonbuild.model.text import plain
from lessonbuild.writers.docx.cells import cell, data_look, grid, keep_rows, layout, row
from lessonbuild.writers.docx.geometry import Frame
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.text import inset, paragraph, runs, space
from lessonbuild.writers.docx.xml import Element, w

_GAP = 16.0  # between two cards


def comparison(block: Comparison, frame: Frame, package: Package) -> list[Element]:
    """Two columns under their names, then which difference matters."""
    pairs = zip_longest(block.left.points, block.right.points, fillvalue=())
    half = frame.width / 2
    heads = (cell([paragraph("TableHead", *runs(side.name, package))], half) for side in (block.left, block.right))
    rows = [row(heads, head=True)]
    for pair in pairs:
        rows.append(row(cell([paragraph("TableText", *runs(point, package))], half) for point in pair))
    names = f"{plain(block.left.name)} – {plain(block.right.name)}"
    made = grid(rows, (half, half), frame, *data_look(names, plain(block.verdict) or names))
    keep_rows(made, last=bool(block.verdict))
    if not block.verdict:
        return [made]
    verdict = paragraph("Lead", *inset(frame), *runs(block.verdict, package))
    space(verdict, before=9)
    return [made, verdict]


def cards(block: Cards, frame: Frame, package: Package) -> list[Element]:
    """A grid of two or three cards a row, each under a rule."""
    across = 2 if len(block.cards) in (1, 2, 4) or frame.width < 400 else 3
    width = (frame.width - _GAP * (across - 1)) / across
    widths = [width, *[_GAP, width] * (across - 1)]
    rows = [_cards(block.cards[i : i + across], widths, package) for i in range(0, len(block.cards), across)]
    return [
        layout(rows, widths, frame, package.words("layout", what=", ".join(plain(card.name) for card in block.cards)))
    ]


def _cards(some: tuple[Named, ...], widths: list[float], package: Package) -> Element:
    cells: list[Element] = []
    for number, width in enumerate(widths):
        if number % 2:
            cells.append(cell([paragraph("Card")], width))
            continue
        card = some[number // 2] if number // 2 < len(some) else None
        rule = (w("tcBorders", package.palette.edge("top", "second", 2.25)),) if card else ()
        content = _card(card, package) if card else [paragraph("Card")]
        space(content[0], before=4)
        space(content[-1], after=14)
        cells.append(cell(content, width, *rule))
    return row(cells)


def _card(card: Named, package: Package) -> list[Element]:
    name = paragraph("CardName", *runs(card.name, package))
    return [name, paragraph("Card", *runs(card.text, package))] if card.text else [name]
