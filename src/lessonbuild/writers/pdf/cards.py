"""Cards to cut out: pages of cards of one size, which A4 and Letter both hold, with marks outside the trim."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, PageBreak

from lessonbuild.model.blocks import CutCard, CutCards, spoken
from lessonbuild.model.document import Block, BulletList, Document, Paragraph, Role
from lessonbuild.model.text import plain
from lessonbuild.writers.pdf.canvas import Page
from lessonbuild.writers.pdf.stack import Piece, Row, Stack
from lessonbuild.writers.pdf.styles import MM, Draw, Look, Room

WIDE, HIGH = (side * MM for side in CutCards.SHEET)
_PAD = 8 * MM
_MARK, _OFF = 5 * MM, 2 * MM  # the length of a cutting mark, and its distance from the card


def is_cards(document: Document) -> bool:
    """Whether the document is nothing but cards."""
    blocks = [block for section in document.sections for block in section.blocks]
    return bool(blocks) and all(isinstance(block, CutCards) for block in blocks)


def card_pages(document: Document, room: Room, draw: Draw) -> Iterator[Flowable]:
    """A page for every so many cards; on the first the bookmarks find the document's title."""
    title = plain(document.title)
    for section in document.sections:
        for block in section.blocks:
            assert isinstance(block, CutCards)
            cards = _set(block, room, draw)
            each = block.across * block.down
            for start in range(0, len(cards), each):
                if not title:
                    yield PageBreak()
                yield CardPage(block, cards[start : start + each], room.look, title)
                title = ""


class CardPage(Piece):
    """The cards of one page."""

    def __init__(self, block: CutCards, cards: Sequence[Stack], look: Look, title: str) -> None:
        super().__init__()
        self.block, self.cards, self.look, self.title = block, cards, look, title
        self.wide, self.high = WIDE / block.across, HIGH / block.down

    def heard(self) -> Sequence[Stack]:
        return self.cards

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = WIDE, HIGH
        return WIDE, HIGH

    def draw(self) -> None:
        if self.title and isinstance(self.canv, Page):
            self.canv.heading(self.title, 0, HIGH)
        self._lines()
        for number, card in enumerate(self.cards):
            left = number % self.block.across * self.wide + _PAD
            top = HIGH - number // self.block.across * self.high - _PAD
            self.canv.setFillColor(self.look.ink(self.look.colours.accent))
            self.canv.rect(left, top + 7, 26, 2.4, stroke=0, fill=1)
            card.drawOn(self.canv, left, top - card.wrapOn(self.canv, self.wide - 2 * _PAD, HIGH)[1])

    def _lines(self) -> None:
        """Marks outside the trim, and dots to cut along."""
        canvas, look = self.canv, self.look
        canvas.setStrokeColor(look.ink(look.colours.ink))
        canvas.setLineWidth(0.5)
        across = [n * self.wide for n in range(self.block.across + 1)]
        up = [n * self.high for n in range(self.block.down + 1)]
        for x in across:
            canvas.line(x, -_OFF, x, -_OFF - _MARK)
            canvas.line(x, HIGH + _OFF, x, HIGH + _OFF + _MARK)
        for y in up:
            canvas.line(-_OFF, y, -_OFF - _MARK, y)
            canvas.line(WIDE + _OFF, y, WIDE + _OFF + _MARK, y)
        canvas.setStrokeColor(look.ink(look.colours.muted))
        canvas.setDash([0.5, 3])
        for x in across:
            canvas.line(x, 0, x, HIGH)
        for y in up:
            canvas.line(0, y, WIDE, y)


def _set(block: CutCards, room: Room, draw: Draw) -> list[Stack]:
    """All cards in one size: the largest in which the words of each fit it."""
    width, height = WIDE / block.across - 2 * _PAD, HIGH / block.down - 2 * _PAD
    shares = _shares(block.cards, width)
    for size in block.SIZES:
        inside = room.inner(width, room.look.voice(size, size * 1.3), 4)
        made = [_card(card, shares, inside, draw) for card in block.cards]
        over = [card for card, words in zip(block.cards, made, strict=True) if words.wrap(width, height)[1] > height]
        if not over:
            break
    for card in over:
        room.report("card-overfull", f"the card “{plain(card.title)}” holds more than it has room for")
    return made


def _card(card: CutCard, shares: Sequence[float], room: Room, draw: Draw) -> Stack:
    look, size = room.look, room.voice.size * 1.5
    over = look.set(card.over, look.voice(9.5, 13, colour=look.colours.muted), after=5)
    title = look.set(card.title, look.voice(size, size * 1.2, serif=True, bold=True), after=12)
    title.element.tag = "H2"
    return Stack([over, title, *_body(card.blocks, shares, room, draw)], HIGH)


def _body(blocks: Sequence[Block], shares: Sequence[float], room: Room, draw: Draw) -> list[Flowable]:
    """Lists with a label each stand beside each other where there are shares of the width; else all as it comes."""
    if not shares:
        return draw(blocks, room)
    gap = 16.0
    widths = [(room.width - gap * (len(shares) - 1)) * share / sum(shares) for share in shares]
    columns = [room.stack(draw(pair, room.inner(width))) for pair, width in zip(_pairs(blocks), widths, strict=True)]
    return [Row(columns, widths, gap, HIGH)]


def _shares(cards: Sequence[CutCard], width: float) -> list[float]:
    """How the lists of wide cards share the width, the same on each: by how much stands in them; else nothing."""
    pairs = [_pairs(card.blocks) for card in cards]
    alike = len({len(found) for found in pairs}) == 1 and len(pairs[0]) > 1
    if width < 100 * MM or not alike or not all(_labelled(pair) for found in pairs for pair in found):
        return []
    return [max(sum(len(spoken(b)) for b in pair) for pair in column) ** 0.5 for column in zip(*pairs, strict=True)]


def _pairs(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    return [blocks[i : i + 2] for i in range(0, len(blocks), 2)]


def _labelled(pair: Sequence[Block]) -> bool:
    match pair:
        case [Paragraph(role=Role.LABEL), BulletList()]:
            return True
        case _:
            return False
