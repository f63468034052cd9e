"""A program's window, drawn: its bar, its filters, a live chart and a live table, and where to look beside it."""

from dataclasses import replace

from lessonbuild.model.blocks import Named, Screen
from lessonbuild.model.brand import Brand
from lessonbuild.model.text import Run, Text, plain, text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import Box, span
from lessonbuild.writers.pptx.pieces import Align, Anchor, Colour, Form, Group, Para, Piece, Plot, Shape, Words
from lessonbuild.writers.pptx.plot import plot
from lessonbuild.writers.pptx.tables import grid_of

_BAR, _CHIP, _AIR = 30.0, 28.0, 12.0


def screen(block: Screen, area: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """The window over nine columns, the call-outs in the other three; None where table or call-outs do not fit."""
    window, aside = span(1, 9, area.y, area.bottom), span(10, 12, area.y, area.bottom)
    look = _look(block, aside, brand)
    chips = _chips(block.filters, window, brand)
    top = max((chip.box.bottom for chip in chips), default=window.y + _BAR) + _AIR
    inside = Box(window.x + _AIR, top, window.w - 2 * _AIR, window.bottom - top - _AIR)
    shown = _beside(block, inside, brand) or _stacked(block, inside, brand)
    if look is None or shown is None:
        return None
    name = (Para(block.name, 16, Colour.PAPER, bold=True),)
    bar = Shape(window.top_part(_BAR), fill=Colour.DARK, name="Bar")
    words = Words(Box(window.x + _AIR, window.y, window.w - 2 * _AIR, _BAR), name, Anchor.MIDDLE)
    frame = Shape(window, line=Colour.GREY, weight=1, fill=Colour.PAPER, name="Window")
    return (Group(plain(block.name), block.alt, (frame, bar, words, *chips)), *shown, *look)


def _chips(filters: tuple[Named, ...], window: Box, brand: Brand) -> list[Shape]:
    """The filters in a row under the bar, on a second row if they need one."""
    chips: list[Shape] = []
    x, y = window.x + _AIR, window.y + _BAR + _AIR
    for item in filters:
        words: Text = (*item.name, Run(": "), *item.text) if item.text else item.name
        wide = min(fit.width(words, fit.LABEL, brand) + 22, window.w - 2 * _AIR)
        if x + wide > window.right - _AIR and chips:
            x, y = window.x + _AIR, y + _CHIP + 6
        paras = (Para(words, fit.LABEL, align=Align.CENTRE),)
        box = Box(x, y, wide, _CHIP)
        chips.append(Shape(box, fill=Colour.TINT, line=Colour.LINE, paras=paras, pad=4, name="Filter"))
        x += wide + 8
    return chips


def _beside(block: Screen, inside: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """Chart left, table right, if the table is narrow enough."""
    left = inside._replace(w=inside.w * 0.5)
    right = Box(left.right + 20, inside.y, inside.right - left.right - 20, inside.h)
    caption = _caption(block)
    head = fit.height(caption, right.w, brand) + 6 if caption else 0
    grid = grid_of(replace(block.table, caption=()), right.below(head), fit.LABEL, brand)
    chart = _readable(block, left, brand)
    if grid is None or chart is None:
        return None
    return (*chart, *_headed(caption, right.top_part(head)), grid)


def _stacked(block: Screen, inside: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """Chart above, table below."""
    caption = _caption(block)
    head = fit.height(caption, inside.w, brand) + 4 if caption else 0
    grid = grid_of(replace(block.table, caption=()), inside.below(head), fit.LABEL, brand)
    if grid is None:
        return None
    y = inside.bottom - grid.box.h
    chart = _readable(block, inside.top_part(inside.h - grid.box.h - head - 8), brand)
    if chart is None:
        return None
    words = _headed(caption, Box(inside.x, y - head, inside.w, head))
    return (*chart, *words, replace(grid, box=grid.box._replace(y=y)))


def _readable(block: Screen, area: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """The chart, unless its plot area becomes a strip."""
    if area.h < 120:
        return None
    pieces = plot(block.chart, area, brand)
    strip = any(piece.inner.h < 90 or piece.inner.w < 120 for piece in pieces if isinstance(piece, Plot))
    return None if strip else pieces


def _caption(block: Screen) -> tuple[Para, ...]:
    return (Para(block.table.caption, fit.LABEL, Colour.DARK, bold=True),) if block.table.caption else ()


def _headed(caption: tuple[Para, ...], box: Box) -> tuple[Words, ...]:
    return (Words(box, caption, name="Caption"),) if caption else ()


def _look(block: Screen, box: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """Where to look: numbers in discs, one sentence each."""
    disc, gap = 30.0, 12.0
    wide = box.w - disc - gap
    for size in (20.0, 18.0, 16.0, 14.0):
        made = [(Para(item, size),) for item in block.look]
        heights = [max(disc, fit.height(p, wide, brand)) for p in made]
        if sum(heights) + 18 * (len(made) - 1) <= box.h and all(fit.whole(p, wide, brand) for p in made):
            break
    else:
        return None
    pieces: list[Piece] = []
    y = box.y
    for number, (paras, high) in enumerate(zip(made, heights, strict=True), 1):
        pieces.append(_disc(number, Box(box.x, y, disc, disc)))
        pieces.append(Words(Box(box.x + disc + gap, y + 2, wide, high), paras))
        y += high + min(30.0, (box.h - sum(heights)) / len(made))
    return tuple(pieces)


def _disc(number: int, box: Box) -> Shape:
    para = Para(text(str(number)), 16, Colour.PAPER, bold=True, align=Align.CENTRE)
    return Shape(box, Form.OVAL, Colour.ACCENT, paras=(para,), name="Call-out")
