"""Things that follow one another, drawn: a process, a cycle, a funnel, a timeline."""

import math
from collections.abc import Sequence
from typing import assert_never

from lessonbuild.model.blocks import Named, Stages
from lessonbuild.model.brand import Brand
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.pieces import Align, Anchor, Arc, Colour, Form, Group, Para, Piece, Shape, Stroke, Words

_NAMES = (22.0, 20.0, 18.0, 16.0, 14.0)


def stages(block: Stages, area: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """The drawing for the shape, or None where its words do not fit into one."""
    match block.shape:
        case Stages.Shape.PROCESS:
            return _process(block, area, brand)
        case Stages.Shape.CYCLE:
            return _cycle(block, area, brand)
        case Stages.Shape.FUNNEL:
            return _funnel(block, area, brand)
        case Stages.Shape.TIMELINE:
            return _timeline(block, area, brand)
        case _:
            assert_never(block.shape)


def _names(items: Sequence[Named], size: float, colour: Colour, align: Align = Align.LEFT) -> list[tuple[Para, ...]]:
    return [(Para(item.name, size, colour, bold=True, align=align),) for item in items]


def _name_size(
    items: Sequence[Named], width: float, high: float, brand: Brand, sizes: Sequence[float] = _NAMES
) -> float | None:
    """The largest size at which every name fits."""
    for size in sizes:
        if all(
            fit.height(p, width, brand) <= high and fit.whole(p, width, brand) for p in _names(items, size, Colour.INK)
        ):
            return size
    return None


def _texts(
    items: Sequence[Named], width: float, high: float, brand: Brand, sizes: Sequence[float] = (22, 20, 18, 16, 14)
) -> list[tuple[Para, ...]] | None:
    """The stages' sentences in one size, the largest at which each fits its own room; None where none does."""
    for size in sizes:
        made: list[tuple[Para, ...]] = [(Para(item.text, size),) if item.text else () for item in items]
        if all(fit.height(p, width, brand) <= high and fit.whole(p, width, brand) for p in made):
            return made
    return None


def _process(block: Stages, area: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """Arrows in a row, each over its sentence."""
    tip, high = 18.0, 104.0
    columns = area.columns(len(block.stages), 6)
    wide = columns[0].w - 2 * tip - 8
    size = _name_size(block.stages, wide, high - 12, brand)
    texts = _texts(block.stages, columns[0].w - 10, area.h - high - 24, brand)
    if size is None or texts is None:
        return None
    taken = max(fit.height(p, columns[0].w - 10, brand) for p in texts)
    y = area.y + max(0.0, (area.h - high - 24 - taken) * 0.36)
    pieces: list[Shape | Words] = []
    for i, (box, text) in enumerate(zip(columns, texts, strict=True)):
        name = (Para(block.stages[i].name, size, Colour.PAPER, bold=True, align=Align.CENTRE),)
        form = Form.CHEVRON if i else Form.PENTAGON
        pieces.append(Shape(box._replace(y=y, h=high), form, Colour.DARK, paras=name, name="Stage", point=tip))
        if text:
            pieces.append(Words(Box(box.x, y + high + 20, box.w - 10, area.bottom - y - high - 20), text))
    return (Group("Process", block.alt, tuple(pieces)),)


def _timeline(block: Stages, area: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """Dates over a line, what happened under it."""
    columns = area.columns(len(block.stages), 16)
    wide = columns[0].w
    size = _name_size(block.stages, wide, 56, brand, (28.0, 26.0, 24.0, *_NAMES))
    texts = _texts(block.stages, wide, area.h - 130, brand, (24, 22, 20, 18, 16, 14))
    if size is None or texts is None:
        return None
    taken = max(fit.height(p, wide, brand) for p in texts)
    y = area.y + 60 + max(0.0, (area.h - 100 - taken) * 0.36)
    pieces: list[Shape | Words | Stroke] = [Stroke(area.x, y, area.right, y, Colour.GREY, 2, arrow=True)]
    for box, item, text in zip(columns, block.stages, texts, strict=True):
        date = (Para(item.name, size, Colour.DARK, bold=True),)
        pieces.append(Words(Box(box.x, y - 74, wide, 56), date, Anchor.BOTTOM))
        pieces.append(Shape(Box(box.x, y - 8, 16, 16), Form.OVAL, Colour.ACCENT, name="Event"))
        if text:
            pieces.append(Words(Box(box.x, y + 22, wide, area.bottom - y - 22), text))
    return (Group("Timeline", block.alt, tuple(pieces)),)


def _funnel(block: Stages, area: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """Bands that narrow downwards, each with its sentence to the right."""
    many, slope = len(block.stages), 0.5
    left, right = area._replace(w=area.w * 0.48), area._replace(x=area.x + area.w * 0.53, w=area.w * 0.47)
    bands, rooms = left.rows(many, 6), right.rows(many, 6)
    size = _name_size(block.stages, left.w * (1 - slope) - 24, bands[0].h - 8, brand)
    texts = _texts(block.stages, right.w, rooms[0].h - 8, brand)
    if size is None or texts is None:
        return None
    pieces: list[Shape | Words | Stroke] = []
    for i, (band, room, text) in enumerate(zip(bands, rooms, texts, strict=True)):
        top, low = (left.w * (1 - slope * (n) / many) for n in (i, i + 1))
        box = band._replace(x=left.x + (left.w - top) / 2, w=top)
        name = (Para(block.stages[i].name, size, Colour.PAPER, bold=True, align=Align.CENTRE),)
        tone = Colour.ACCENT if i == many - 1 else Colour.DARK
        pieces.append(Shape(box, fill=tone, paras=name, name="Stage", taper=low / top))
        if text:
            middle = band.y + band.h / 2
            pieces.append(Stroke(box.right - (top - low) / 4 + 6, middle, right.x - 10, middle))
            pieces.append(Words(room, text, Anchor.MIDDLE))
    return (Group("Funnel", block.alt, tuple(pieces)),)


def _cycle(block: Stages, area: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """A ring of discs with arrows between them; names in the discs, sentences in a list beside the ring."""
    many, told = len(block.stages), any(item.text for item in block.stages)
    across = min(area.h, 340.0)
    disc = {2: 124.0, 3: 118.0, 4: 108.0, 5: 98.0}.get(many, 90.0)
    ring = Box(area.x + (8 if told else (area.w - across) / 2), area.y + (area.h - across) / 2, across, across).inset(
        disc / 2
    )
    size = _name_size(block.stages, disc * 0.7, disc * 0.6, brand)  # words stand in the disc's inner square
    listed = _listed(block, area._replace(x=area.x + across + 64, w=area.w - across - 64), brand) if told else ()
    if size is None or listed is None:
        return None
    pieces: list[Shape | Arc | Words | Stroke] = []
    angles = [-90 + 360 * i / many for i in range(many)]
    clear = math.degrees(2 * math.asin((disc / 2 + 8) / ring.w))  # the angle that a disc and a little air take
    for start in angles:
        pieces.append(Arc(ring, start + clear, start + 360 / many - clear))
    for i, angle in enumerate(angles):
        x = ring.x + ring.w / 2 * (1 + math.cos(math.radians(angle))) - disc / 2
        y = ring.y + ring.h / 2 * (1 + math.sin(math.radians(angle))) - disc / 2
        name = (Para(block.stages[i].name, size, Colour.PAPER, bold=True, align=Align.CENTRE),)
        pieces.append(Shape(Box(x, y, disc, disc), Form.OVAL, Colour.DARK, paras=name, name="Stage"))
    return (Group("Cycle", block.alt, (*pieces, *listed)),)


def _listed(block: Stages, area: Box, brand: Brand) -> tuple[Words | Stroke, ...] | None:
    """Each stage's name and sentence, spread over the height of the ring."""
    for size in (20.0, 18.0, 16.0, 14.0):
        made = [(Para(i.name, size, Colour.DARK, bold=True), Para(i.text, size)) for i in block.stages]
        heights = [fit.height(p, area.w, brand) for p in made]
        air = (area.h - sum(heights)) / len(made)
        if air >= size * 0.7 and all(fit.whole(p, area.w, brand) for p in made):
            break
    else:
        return None
    air = min(air, 34)
    y = area.y + (area.h - sum(heights) - air * (len(made) - 1)) / 2
    pieces: list[Words | Stroke] = []
    for paras, high in zip(made, heights, strict=True):
        if pieces:
            pieces.append(Stroke(area.x, y - air / 2, area.right, y - air / 2))
        pieces.append(Words(Box(area.x, y, area.w, high), paras))
        y += high + air
    return tuple(pieces)
