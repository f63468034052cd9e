"""Things set apart on a band of tint: a formula with its terms and example, a callout."""

from lessonbuild.model.blocks import Callout, Formula
from lessonbuild.model.brand import Brand
from lessonbuild.model.text import Run, Style, text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.grid import GUTTER, Box
from lessonbuild.writers.pptx.pieces import Align, Anchor, Colour, Para, Piece, Shape, Words
from lessonbuild.writers.pptx.prose import is_text, paras


def formula(block: Formula, area: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """The formula large on a band; its terms under it to the left, the worked example to the right."""
    if not all(is_text(part) for part in block.example):
        return None
    name = Para(block.name, 18, Colour.MUTED, bold=True)
    wide = area.w - 48
    line, sizes = fit.height((name,), wide, brand) + 6, (32.0, 30.0, 28.0, 26.0, 24.0)

    def made(size: float) -> tuple[Para, ...]:
        return (name, Para(block.formula, size, Colour.DARK, heading=True, before=6))

    one = [size for size in sizes if fit.height(made(size), wide, brand) < line + 1.9 * size]
    lead = fit.fitted(made, one or sizes[2:], wide, 130, brand)
    if lead is None:
        return None
    high = fit.height(lead, area.w - 48, brand) + 48
    band = Shape(area.top_part(high), fill=Colour.TINT, paras=lead, anchor=Anchor.MIDDLE, pad=24, name="Formula")
    rest = area.below(high + 22)
    for size in (*fit.BODY, 16.0, 14.0):
        sides = [side for side in (_terms(block, size), _example(block, size)) if side]
        boxes = rest.columns(max(1, len(sides)), 3 * GUTTER)
        if all(fit.height(s, boxes[0].w, brand) <= rest.h and fit.whole(s, boxes[0].w, brand) for s in sides):
            return (band, *(Words(box, side) for box, side in zip(boxes, sides, strict=False)))
    return None


def _terms(block: Formula, size: float) -> tuple[Para, ...]:
    def row(i: int) -> Para:
        bold = tuple(Run(run.text, Style.STRONG, run.link) for run in block.terms[i].name)
        means = (Run(": "), *block.terms[i].text) if block.terms[i].text else ()
        return Para((*bold, *means), size, before=size * 0.6)

    return tuple(row(i) for i in range(len(block.terms)))


def _example(block: Formula, size: float) -> tuple[Para, ...]:
    label = (
        (Para(text(block.example_label), size, Colour.ACCENT, bold=True),)
        if block.example_label and block.example
        else ()
    )
    caution = (Para(block.caution, max(fit.LABEL, size - 4), Colour.MUTED, before=size * 0.8),) if block.caution else ()
    return (*label, *paras(block.example, size), *caution)


def callout(block: Callout, area: Box, brand: Brand) -> tuple[Piece, ...] | None:
    """A band as high as its words."""
    if not all(is_text(part) for part in block.blocks):
        return None

    def made(size: float) -> tuple[Para, ...]:
        return (Para(block.label, size, Colour.ACCENT, bold=True, align=Align.LEFT), *paras(block.blocks, size))

    inside = area.inset(24)
    found = fit.fitted(made, fit.BODY, inside.w, inside.h, brand)
    if found is None:
        return None
    box = area.top_part(fit.height(found, inside.w, brand) + 48)
    return (Shape(box, fill=Colour.TINT, paras=found, anchor=Anchor.TOP, pad=24, name="Callout"),)
