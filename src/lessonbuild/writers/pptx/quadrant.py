"""Two axes and four fields."""

from lessonbuild.model.blocks import Axis, Quadrant
from lessonbuild.model.brand import Brand
from lessonbuild.model.text import Text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import Box, span
from lessonbuild.writers.pptx.pieces import Align, Anchor, Colour, Group, Para, Piece, Shape, Stroke, Words

_PAD, _GAP = 14.0, 5.0


def quadrant(block: Quadrant, area: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """The fields at the right, the upward axis named in the columns left of them, the other under them."""
    left, right = span(1, 2, area.y, area.bottom), span(3, 12, area.y, area.bottom)
    foot = max(
        fit.height((Para(text, 16),), right.w / 3 - 12, brand)
        for text in (block.across.low, block.across.name, block.across.high)
    )
    fields = right._replace(x=right.x + 14, w=right.w - 14, h=right.h - foot - 20)
    columns = fields.columns(2, _GAP)
    boxes = [Box(c.x, r.y, c.w, r.h) for r in fields.rows(2, _GAP) for c in columns]
    words = _fields(block, boxes[0].w - 2 * _PAD, boxes[0].h - 2 * _PAD, brand)
    sides = _upward(block.up, left._replace(h=fields.h), brand)
    if words is None or sides is None:
        return None
    shapes = [
        Shape(box, fill=Colour.TINT, paras=p, anchor=Anchor.TOP, pad=_PAD, name="Field")
        for box, p in zip(boxes, words, strict=True)
    ]
    under = Box(fields.x, fields.bottom + 16, fields.w, foot + 4)
    axes = (
        Stroke(fields.x - 8, fields.bottom + 6, fields.x - 8, fields.y, Colour.MUTED, 1.5, arrow=True),
        Stroke(fields.x - 8, fields.bottom + 6, fields.right, fields.bottom + 6, Colour.MUTED, 1.5, arrow=True),
    )
    return (Group("Quadrant", block.alt, (*sides, *shapes, *axes, *_across(block.across, under))),)


def _fields(block: Quadrant, width: float, high: float, brand: Brand) -> list[tuple[Para, ...]] | None:
    for size in (20.0, 18.0, 16.0, 14.0):
        made = [
            (
                Para(q.name, size + 3, Colour.DARK, heading=True),
                *((Para(q.text, size, before=size * 0.4),) if q.text else ()),
            )
            for q in block.quarters
        ]
        if all(fit.height(p, width, brand) <= high and fit.whole(p, width, brand) for p in made):
            return made
    return None


def _upward(axis: Axis, box: Box, brand: Brand) -> tuple[Words, ...] | None:
    """High above, the name in the middle, low below."""
    third = box.h / 3
    rows = ((axis.high, Anchor.TOP, False), (axis.name, Anchor.MIDDLE, True), (axis.low, Anchor.BOTTOM, False))
    for size in (16.0, 14.0):
        made = [(_label(text, size, bold, Align.RIGHT), anchor) for text, anchor, bold in rows]
        if all(fit.height((p,), box.w, brand) <= third and fit.whole((p,), box.w, brand) for p, _ in made):
            return tuple(Words(Box(box.x, box.y + i * third, box.w, third), (p,), a) for i, (p, a) in enumerate(made))
    return None


def _across(axis: Axis, box: Box) -> tuple[Words, ...]:
    rows = ((axis.low, Align.LEFT, False), (axis.name, Align.CENTRE, True), (axis.high, Align.RIGHT, False))
    return tuple(
        Words(part, (_label(text, 16, bold, align),))
        for part, (text, align, bold) in zip(box.columns(3, 12), rows, strict=True)
    )


def _label(text: Text, size: float, bold: bool, align: Align) -> Para:
    return Para(text, size, Colour.DARK if bold else Colour.MUTED, bold=bold, align=align)
