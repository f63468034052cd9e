"""Ideas beside each other: a comparison of two, a set of cards."""

from dataclasses import replace

from lessonbuild.model.blocks import Cards, Comparison, Named, Side
from lessonbuild.model.brand import Brand
from lessonbuild.model.text import Text, text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import GUTTER, Box, span
from lessonbuild.writers.pptx.pieces import Anchor, Colour, Group, Para, Piece, Shape, Stroke, Words

_PER_ROW = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3}


def comparison(block: Comparison, area: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """Two sides under rules of their colours, their points level with each other, and the verdict across both."""
    verdict = _verdict(block.verdict, area, brand) if block.verdict else ()
    foot = verdict[0].box.y - 14 if verdict else area.bottom
    left, right = span(1, 6, area.y, foot), span(7, 12, area.y, foot)
    boxes = (left._replace(w=left.w - GUTTER), right._replace(x=right.x + GUTTER, w=right.w - GUTTER))
    sides = (block.left, block.right)
    head = max(fit.height((_name(s, Colour.INK),), boxes[0].w, brand) for s in sides)
    rooms = tuple(box.below(head + 32) for box in boxes)
    for size in (*fit.BODY, 16, 14):
        rows = _level(sides, size, boxes[0].w, brand)
        if all(fit.height(r, boxes[0].w, brand) <= rooms[0].h and fit.whole(r, boxes[0].w, brand) for r in rows):
            made = [
                _side(*each, head, brand) for each in zip(sides, boxes, rows, _TONES, ("left", "right"), strict=True)
            ]
            taken = rooms[0].y + max(fit.height(r, boxes[0].w, brand) for r in rows)
            return (*made[0], *made[1], *_raised(verdict, taken))
    return None


_TONES = (Colour.SECOND, Colour.ACCENT)


def _name(side: Side, tone: Colour) -> Para:
    return Para(side.name, 24, tone, heading=True)


def _level(
    sides: tuple[Side, Side], size: float, width: float, brand: Brand
) -> tuple[tuple[Para, ...], tuple[Para, ...]]:
    """The points of both sides, spaced so that the nth of one begins where the nth of the other does."""
    made: list[list[Para]] = [[], []]
    taller = [0.0, 0.0]  # how much less high the last point is than the one across
    for i in range(max(len(side.points) for side in sides)):
        paras = [
            Para(side.points[i], size, before=size * 1.2 if i else 0) if i < len(side.points) else None
            for side in sides
        ]
        heights = [fit.height((para,), width, brand) if para else 0 for para in paras]
        for n, para in enumerate(paras):
            if para:
                made[n].append(replace(para, before=para.before + taller[n] if i else 0))
        taller = [max(heights) - high for high in heights]
    return tuple(made[0]), tuple(made[1])


def _side(
    side: Side, box: Box, paras: tuple[Para, ...], tone: Colour, slot: str, head: float, brand: Brand
) -> tuple[Piece, ...]:
    strokes = [Stroke(box.x, box.y, box.right, box.y, tone, 3)]
    y = box.y + head + 32
    for i, para in enumerate(paras):
        if i:
            y += para.before
            line = y - para.size * 0.6
            strokes.append(Stroke(box.x, line, box.right, line))
        y += fit.height((para,), box.w, brand)
    name = Words(Box(box.x, box.y + 12, box.w, head), (_name(side, tone),), slot=f"{slot} name")
    return (Group("Rules", "", tuple(strokes)), name, Words(box.below(head + 32), paras, slot=slot))


def _verdict(verdict: Text, area: Box, brand: Brand) -> tuple[Words, ...]:
    for size in (20.0, 18.0, 16.0):
        para = Para(verdict, size, Colour.DARK, bold=True)
        high = fit.height((para,), area.w, brand)
        if high <= 2.5 * size or size == 16.0:
            break
    return (Words(Box(area.x, area.bottom - high, area.w, high), (para,), Anchor.BOTTOM, "verdict"),)


def _raised(verdict: tuple[Words, ...], taken: float) -> tuple[Words, ...]:
    """The verdict near the points that it weighs, if they leave the lower half empty."""
    return tuple(replace(w, box=w.box._replace(y=min(w.box.y, max(taken + 48, 390.0)))) for w in verdict)


def cards(block: Cards, area: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """Equal boxes in one or two rows, their names and texts in equal sizes."""
    many = len(block.cards)
    across = _PER_ROW.get(many, 3)
    down = -(-many // across)
    wide = area.columns(across)[0].w - 2 * _PAD
    most = (area.h - (down - 1) * GUTTER) / down - 2 * _PAD
    told = any(card.text for card in block.cards)
    for size in (24.0, 22.0, 20.0, 18.0, 16.0, 14.0):
        made = [_card(card, size, "" if told or many == 1 else str(n)) for n, card in enumerate(block.cards, 1)]
        high = max(fit.height(paras, wide, brand) for paras in made)
        if high <= most and all(fit.whole(paras, wide, brand) for paras in made):
            tall = min(most, max(high + 8, 100 if down > 1 else 130 if told else 170)) + 2 * _PAD
            spare = area.h - tall if down == 1 else 0.0  # a single row stands in the optical centre
            placed = area.below(spare * 0.3)
            return tuple(_boxed(paras, i, across, tall, placed) for i, paras in enumerate(made))
    return None


_PAD = 18.0


def _card(card: Named, size: float, number: str) -> tuple[Para, ...]:
    """Its name and sentence. Where no card has one, each has its number, by which one can speak of it."""
    if number:
        count = Para(text(number), 40, Colour.ACCENT, heading=True)
        return (count, Para(card.name, size, Colour.DARK, heading=True, before=size * 0.5))
    name = Para(card.name, size + 3, Colour.DARK, heading=True)
    return (name, Para(card.text, size, before=size * 0.4)) if card.text else (name,)


def _boxed(paras: tuple[Para, ...], i: int, across: int, tall: float, area: Box) -> Shape:
    row, column = divmod(i, across)
    box = area.columns(across)[column]
    place = Box(box.x, area.y + row * (tall + GUTTER), box.w, tall)
    return Shape(place, fill=Colour.TINT, paras=paras, anchor=Anchor.TOP, pad=_PAD, name="Card")
