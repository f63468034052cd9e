"""Cards to cut out: all of one size, so many on a page that A4 and US Letter both hold them."""

from collections.abc import Sequence
from dataclasses import replace

from lessonbuild.model.blocks import CutCard, CutCards
from lessonbuild.model.document import Block, Paragraph, Role
from lessonbuild.model.text import plain
from lessonbuild.writers.docx.card_size import GAP, ITEM, LABEL, PAD, CardSize, Pairs, beside, card_size
from lessonbuild.writers.docx.cells import cell, grid, layout, layout_look, resize, row
from lessonbuild.writers.docx.geometry import Frame, in_cell
from lessonbuild.writers.docx.package import Flow, Package
from lessonbuild.writers.docx.tables import gap
from lessonbuild.writers.docx.text import numbered, paragraph, runs, space
from lessonbuild.writers.docx.xml import MM, Element, local, w

WIDE, HIGH = (side * MM for side in CutCards.SHEET)
_SIDES = ("top", "left", "bottom", "right")


def cut_cards(block: CutCards, frame: Frame, package: Package, flow: Flow) -> list[Element]:
    """A table a page, always at the same place of it, so that a pile of pages can be cut at once."""
    each = block.across * block.down
    size = card_size(block.cards, WIDE / block.across, HIGH / block.down, package.brand)
    for card in size.overfull:
        message = f"the card “{plain(card.title)}” holds more than it has room for"
        package.warn("card-overfull", message, "shorten its words, or make two cards of it")
    made: list[Element] = []
    for start in range(0, len(block.cards), each):
        made += [paragraph("CardsGap", w("pageBreakBefore"))] if made else []
        made.append(_sheet(replace(block, cards=block.cards[start : start + each]), size, frame, package, flow))
    return made


def _sheet(block: CutCards, size: CardSize, frame: Frame, package: Package, flow: Flow) -> Element:
    """The cards of one page."""
    width, high = WIDE / block.across, HIGH / block.down
    rows = []
    for start in range(0, len(block.cards), block.across):
        some = [_card(card, width, size, package, flow) for card in block.cards[start : start + block.across]]
        blanks = [cell([paragraph("CutText")], width) for _ in range(block.across - len(some))]
        rows.append(row([*some, *blanks], height=high, exact=True))
    look = layout_look(package.words("layout", what=block.description), (PAD, PAD))
    return grid(rows, [width] * block.across, frame, w("jc", val="center"), *look)


def _card(card: CutCard, width: float, size: CardSize, package: Package, flow: Flow) -> Element:
    """One card within its cutting lines."""
    lines = w("tcBorders", *(package.palette.edge(side, "muted", 0.5, line="dashed") for side in _SIDES))
    return cell([*_head(card, size, package), *_body(card, width, size, package, flow)], width, lines)


def _head(card: CutCard, size: CardSize, package: Package) -> list[Element]:
    """The few words over the title, under a thin rule, and the title."""
    rule = w("pBdr", package.palette.edge("top", "accent", 1.0, 6))
    title = paragraph("CutTitle", *runs(card.title, package))
    resize(title, size.title)
    return [paragraph("CutOver", rule, *runs(card.over, package)), title]


def _body(card: CutCard, width: float, size: CardSize, package: Package, flow: Flow) -> list[Element]:
    inner = width - 2 * PAD
    if pairs := beside(card.blocks, width):
        return [_lists(pairs, inner, size, package, flow), gap()]
    return _blocks(card.blocks, inner, size, package, flow)


def _lists(pairs: Pairs, inner: float, size: CardSize, package: Package, flow: Flow) -> Element:
    """Labelled lists beside each other."""
    width = (inner - GAP * (len(pairs) - 1)) / len(pairs)
    cells: list[Element] = []
    for pair in pairs:
        cells += [cell([paragraph("CutText")], GAP)] if cells else []
        cells.append(cell(_blocks(pair, width, size, package, flow), width))
    said = ", ".join(plain(label.text) for label, _ in pairs)
    widths = [width, *[GAP, width] * (len(pairs) - 1)]
    return layout([row(cells)], widths, in_cell(inner), package.words("layout", what=said))


def _blocks(blocks: Sequence[Block], width: float, size: CardSize, package: Package, flow: Flow) -> list[Element]:
    """What the card says, in the card's size."""
    made: list[Element] = []
    for block in blocks:
        match block:
            case Paragraph(role=Role.LABEL):
                drawn = [paragraph("CutLabel", *runs(block.text, package))]
                space(drawn[0], after=LABEL)
            case _:
                drawn = flow([block], in_cell(width, "CutText"), package)
        for element in drawn:
            resize(element, size.words)
            if local(element) == "p" and numbered(element):
                space(element, after=ITEM)
        made += drawn
    return made if made and local(made[-1]) == "p" else [*made, gap()]
