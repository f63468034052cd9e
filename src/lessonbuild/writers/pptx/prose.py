"""Running text on a slide: paragraphs and lists in a size, with air and hairlines where there is room."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from lessonbuild.model.blocks import Checklist
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Block, BulletList, Composed, Figure, NumberedList, Paragraph, Role, Table
from lessonbuild.model.text import Run, Style, Text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.pieces import Bullet, Colour, Group, Para, Piece, Stroke, Words

_AIRY, _TIGHT = 1.0, 0.5  # space between paragraphs, in their size


def is_text(block: Block) -> bool:
    """Whether the block is nothing but paragraphs and lists."""
    match block:
        case Paragraph() | BulletList() | NumberedList() | Checklist():
            return True
        case Table() | Figure():
            return False
        case Composed():
            return all(is_text(part) for part in block.parts())
        case _:
            assert_never(block)


def paras(blocks: Iterable[Block], size: float, air: float = _TIGHT) -> tuple[Para, ...]:
    """Text blocks as paragraphs of a size."""
    return tuple(para for block in blocks for para in _paras(block, size, air))


def _paras(block: Block, size: float, air: float) -> tuple[Para, ...]:
    match block:
        case Paragraph():
            return (_paragraph(block, size, air),)
        case BulletList():
            return _items(block.items, size, air, Bullet.DASH)
        case NumberedList():
            return _items(block.items, size, air, Bullet.NUMBER, block.start)
        case Checklist():
            return _items(block.items, size, air, Bullet.BOX)
        case Composed():
            return paras(block.parts(), size, air)
        case Table() | Figure():
            raise TypeError(f"not text: {type(block).__name__}")
        case _:
            assert_never(block)


def _paragraph(block: Paragraph, size: float, air: float) -> Para:
    match block.role:
        case Role.BODY:
            return Para(block.text, size, before=size * air)
        case Role.LEAD:
            return Para(block.text, size + 4, Colour.DARK, heading=True, before=size * air)
        case Role.SOURCE:
            return Para(block.text, fit.LABEL, Colour.MUTED, before=size * 0.6)
        case Role.LABEL:
            return Para(block.text, max(fit.LABEL, size - 2), Colour.DARK, bold=True, before=size * 0.9)


def _items(items: Sequence[Text], size: float, air: float, bullet: Bullet, start: int = 1) -> tuple[Para, ...]:
    indent = size * {Bullet.NUMBER: 1.6, Bullet.BOX: 1.5}.get(bullet, 1.1)
    return tuple(
        Para(
            item, size, before=size * air, bullet=bullet, indent=indent, number=start if bullet is Bullet.NUMBER else 1
        )
        for item in items
    )


def takeaway(blocks: Sequence[Block], size: float) -> tuple[Para, ...]:
    """What stands beside an exhibit: a sentence in the type of a lead, a figure that it begins with twice as large."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        first, *rest = blocks[0].text or (Run(""),)
        if rest and first.style is Style.STRONG and re.fullmatch(r"\S*\d\S*", first.text):
            said = (replace(rest[0], text=rest[0].text.lstrip()), *rest[1:])
            return (Para((first,), 2 * size, Colour.DARK), Para(said, size, Colour.DARK, heading=True, before=4))
        return (Para(blocks[0].text, size, Colour.DARK, heading=True),)
    return paras(blocks, size)


def text_pages(blocks: Sequence[Block], area: Box, brand: Brand) -> list[tuple[Piece, ...]]:
    """The text at the largest step that fits; else at the smallest, on as many pages as it takes."""
    airy = paras(blocks, fit.BODY[0], _AIRY)
    if not airy:
        return []
    if fit.height(airy, area.w, brand) <= area.h * 0.8 and fit.whole(airy, area.w, brand):
        return [(*rules(airy, area, brand), Words(area, airy, slot="text"))]
    found = fit.fitted(lambda size: paras(blocks, size), fit.BODY, area.w, area.h, brand)
    pages = [found] if found else fit.parted(paras(blocks, fit.BODY[-1]), area.w, area.h, brand)
    return [(Words(area, page, slot="text"),) for page in pages]


def rules(page: Sequence[Para], area: Box, brand: Brand) -> tuple[Group, ...]:
    """Hairlines in the middle of the spaces between the items of a list that stands alone."""
    if len(page) < 2 or any(para.bullet is Bullet.NONE for para in page):
        return ()
    strokes, y = [], area.y
    for i, para in enumerate(page):
        if i:
            y += para.before
            middle = y - para.before / 2
            strokes.append(Stroke(area.x, middle, area.right, middle))
        y += fit.height((para,), area.w, brand)
    return (Group("Rules", "", tuple(strokes)),)
