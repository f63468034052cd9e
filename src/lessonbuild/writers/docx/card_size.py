"""How large the words of a card are set: measured, so that they fit a card whose size is fixed."""

from collections.abc import Sequence
from dataclasses import dataclass

from lessonbuild.fonts import wrap
from lessonbuild.model.blocks import CutCard, CutCards, spoken
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Block, BulletList, Composed, NumberedList, Paragraph, Role
from lessonbuild.model.text import Text, text
from lessonbuild.writers.docx.xml import MM

PAD = 7 * MM  # from a card's edges to its words
GAP = 16.0  # between lists that stand beside each other
LEADING = 1.25  # of a line, to its size
LABEL, WORDS, ITEM = 3.0, 4.0, 3.0  # below a label, a paragraph, an item of a list
_TITLE = 1.5  # a title's size, to that of the words
_WIDE = 130 * MM  # a card of this width may have lists beside each other
_OVER = 27.0  # the rule, the words under it, and their distance to the title
_BELOW_TITLE = 10.0

Pairs = tuple[tuple[Paragraph, BulletList], ...]


@dataclass(frozen=True, slots=True)
class CardSize:
    """The sizes of the cards' titles and words, and the cards whose words do not fit even so."""

    title: float
    words: float
    overfull: tuple[CutCard, ...] = ()


def card_size(cards: Sequence[CutCard], width: float, high: float, brand: Brand) -> CardSize:
    """The largest size at which the words of every card fit `width` by `high`, its padding within."""
    inner, room = width - 2 * PAD, high - 2 * PAD
    for words in CutCards.SIZES:
        size = CardSize(words * _TITLE, words)
        over = tuple(card for card in cards if _high(card, inner, size.title, words, brand) > room)
        if not over:
            return size
    return CardSize(size.title, size.words, over)


def beside(blocks: Sequence[Block], width: float) -> Pairs:
    """Labelled lists that a card of this width has room for beside each other; none if there is anything else."""
    found: list[tuple[Paragraph, BulletList]] = []
    for label, items in zip(blocks[::2], blocks[1::2], strict=False):
        match label, items:
            case Paragraph(role=Role.LABEL), BulletList():
                found.append((label, items))
    whole = len(blocks) == 2 * len(found) and 2 <= len(found) <= 3
    return tuple(found) if whole and width >= _WIDE else ()


def _high(card: CutCard, inner: float, title: float, words: float, brand: Brand) -> float:
    head = len(wrap(card.title, brand.heading, title, inner)) * title * LEADING + _BELOW_TITLE
    pairs = beside(card.blocks, inner + 2 * PAD)
    each = (inner - GAP * (len(pairs) - 1)) / max(len(pairs), 1)
    columns = [_stacked(pair, each, words, brand) for pair in pairs] or [_stacked(card.blocks, inner, words, brand)]
    return _OVER + head + max(columns)


def _stacked(blocks: Sequence[Block], width: float, size: float, brand: Brand) -> float:
    """The height of blocks under each other, the air below the last one not counted against the next."""
    return sum(_block(block, width, size, brand) for block in blocks)


def _block(block: Block, width: float, size: float, brand: Brand) -> float:
    def lines(words: Text, less: float = 0.0, bold: bool = False) -> float:
        return len(wrap(words, brand.text, size, width - less, bold)) * size * LEADING

    match block:
        case Paragraph(role=Role.LABEL):
            return lines(block.text, bold=True) + LABEL + WORDS
        case Paragraph():
            return lines(block.text) + WORDS
        case BulletList() | NumberedList():
            return sum(lines(item, 18.0) + ITEM for item in block.items)
        case Composed():
            return _stacked(block.parts(), width, size, brand)
        case _:
            return lines(text(spoken(block)))
