"""Arranges blocks on the body of a slide: drawn where there is a drawing, beside or over their text, else as text."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from lessonbuild.model import blocks as b
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Block, BulletList, Composed, Figure, NumberedList, Paragraph, Table
from lessonbuild.writers.pptx import boxes, fit, prose, sides, tasks
from lessonbuild.writers.pptx.agenda import agenda_pages
from lessonbuild.writers.pptx.chunks import Chunk, chunks, cited
from lessonbuild.writers.pptx.forms import form_pages
from lessonbuild.writers.pptx.grid import BODY, BODY_BOTTOM, BODY_TOP, Box, span
from lessonbuild.writers.pptx.layouts import FOOTER, layout
from lessonbuild.writers.pptx.pieces import Anchor, Colour, Para, Photo, Piece, Scene, Words
from lessonbuild.writers.pptx.plot import crowded, plot
from lessonbuild.writers.pptx.quadrant import quadrant
from lessonbuild.writers.pptx.screen import screen
from lessonbuild.writers.pptx.stages import stages
from lessonbuild.writers.pptx.tables import table_pages

Exhibit = b.Chart | Table | Figure


def flow(blocks: Sequence[Block], brand: Brand) -> list[Scene]:
    """Blocks in order, each that leads on a slide of its own."""
    return [scene for chunk in chunks(blocks) for scene in composed(chunk, brand)]


def composed(chunk: Chunk, brand: Brand) -> list[Scene]:
    """A lead with its text beside or under it, its source at the foot; what does not fit follows."""
    foot, bottom = sources((*chunk.source, *cited(chunk.lead)), "Text", brand)
    area = BODY._replace(h=bottom - BODY_TOP)
    if chunk.lead is None:
        return with_foot(_text_scenes(chunk.beside, area, brand), foot)
    together = _together(chunk.lead, chunk.beside, area, brand) if chunk.beside else None
    if together:
        return with_foot([together], foot)
    if made := _pages(chunk.lead, area, brand):
        return [*with_foot(made, foot), *flow(chunk.beside, brand)]
    return flow((*_parts(chunk.lead), *chunk.beside, *chunk.source), brand)


def _parts(lead: Block) -> tuple[Block, ...]:
    return lead.parts() if isinstance(lead, Composed) else ()


def with_foot(made: list[Scene], foot: tuple[Piece, ...]) -> list[Scene]:
    """The scenes with their sources."""
    return [replace(scene, pieces=(*scene.pieces, *foot)) for scene in made]


def sources(source: Sequence[Block], name: str, brand: Brand) -> tuple[tuple[Piece, ...], float]:
    """The sources at the foot of a layout, and how far down its body may reach."""
    if not source:
        return (), BODY_BOTTOM
    box = layout("Text").slot("source").box
    if name == "Activity with timer":
        box = box._replace(w=span(1, 8).w)
    tone = Colour.PALE if layout(name).dark else Colour.MUTED
    once = {p.runs: p for p in prose.paras(source, fit.LABEL)}  # a slide often names the source of its chart again
    found = tuple(Para(runs, fit.LABEL, tone, before=2) for runs in once)
    if name in ("Title", "Section", "Closing"):  # their words reach down to the foot, which holds no footer there
        return (Words(FOOTER.box._replace(w=span(1, 6).w, y=496, h=36), found, Anchor.MIDDLE, "source"),), BODY_BOTTOM
    high = fit.height(found, box.w, brand)
    box = box._replace(y=BODY_BOTTOM - high, h=high)
    return (Words(box, found, Anchor.BOTTOM, "source"),), box.y - 14


def _text_scenes(blocks: Sequence[Block], area: Box, brand: Brand) -> list[Scene]:
    column = area._replace(w=span(1, 9).w)
    return [Scene("Text", page) for page in prose.text_pages(blocks, column, brand)]


def _together(lead: Block, beside: Sequence[Block], area: Box, brand: Brand) -> Scene | None:
    """Lead and text on one slide, or None where they do not fit."""
    if isinstance(lead, Exhibit):
        return _side_by_side(lead, beside, area, brand) or _over(lead, beside, area, brand)
    return _over(lead, beside, area, brand)


def _side_by_side(lead: Exhibit, beside: Sequence[Block], area: Box, brand: Brand) -> Scene | None:
    """The exhibit over eight columns (or seven), its sentence in the others."""
    for last in (8, 7):
        left, right = area._replace(w=span(1, last).w), span(last + 1, 12, area.y, area.bottom)
        right = right._replace(x=right.x + 10, w=right.w - 10)
        words = fit.fitted(lambda size: prose.takeaway(beside, size), fit.BODY, right.w, right.h, brand)
        if words is None or (isinstance(lead, b.Chart) and crowded(lead, left, brand)):
            continue
        made = _pages(lead, left, brand)
        if len(made) == 1:
            even = right._replace(w=fit.balanced(words, right.w, brand))
            return replace(made[0], pieces=(*made[0].pieces, Words(even, words, slot="text")))
    return None


def _over(lead: Block, beside: Sequence[Block], area: Box, brand: Brand) -> Scene | None:
    """The lead over its sentence."""
    for size in fit.BODY[1:]:
        words = prose.paras(beside, size)
        high = fit.height(words, area.w, brand)
        if high > area.h * 0.4:
            continue
        made = _pages(lead, area.top_part(area.h - high - 18), brand)
        if len(made) == 1 and made[0].layout != "Text":
            box = Box(area.x, area.bottom - high, area.w, high)
            return replace(made[0], pieces=(*made[0].pieces, Words(box, words, Anchor.BOTTOM, "text")))
    return None


def _pages(lead: Block, area: Box, brand: Brand) -> list[Scene]:
    """The lead drawn in the area, or as text; nothing where it must be said in its simpler parts."""
    match lead:
        case Table():
            return [Scene("Table", page) for page in table_pages(lead, area, brand)]
        case Figure():
            return [_picture(lead, area, brand)]
        case Paragraph() | BulletList() | NumberedList():
            return _text_scenes((lead,), area, brand)
        case b.FormTable():
            return [Scene("Table", page) for page in form_pages(lead, area, brand)]
        case b.Agenda():
            return [Scene("Table", page) for page in agenda_pages(lead, area, brand)]
        case Composed():
            name, drawn = _drawing(lead, area, brand)
            if drawn:
                return [Scene(name, drawn)]
            return _text_scenes((lead,), area, brand) if prose.is_text(lead) else []
        case _:
            assert_never(lead)


def _drawing(lead: Composed, area: Box, brand: Brand) -> tuple[str, tuple[Piece, ...] | None]:
    """Layout and pieces of a block that is drawn; no pieces where it is not, or does not fit."""
    match lead:
        case b.Chart():
            return "Chart", plot(lead, area, brand)
        case b.Comparison():
            return "Two columns", sides.comparison(lead, area, brand)
        case b.Cards():
            return "Cards", sides.cards(lead, area, brand)
        case b.Stages():
            return "Diagram", stages(lead, area, brand)
        case b.Quadrant():
            return "Diagram", quadrant(lead, area, brand)
        case b.Screen():
            return "Diagram", screen(lead, area, brand)
        case b.Poll():
            return "Poll", tasks.poll(lead, area, brand)
        case b.Formula():
            return "Diagram", boxes.formula(lead, area, brand)
        case b.Callout():
            return "Diagram", boxes.callout(lead, area, brand)
        case _:
            return "Text", None


def _picture(figure: Figure, area: Box, brand: Brand) -> Scene:
    """The picture, its caption beside it."""
    name, picture = "Picture with caption", (figure.picture, figure.alt)
    if not figure.caption:
        return Scene(name, (Photo(area, *picture),))
    right = span(9, 12, area.y, area.bottom)
    right = right._replace(w=min(right.w, area.right - right.x)) if area.right > right.x else right

    def made(size: float) -> tuple[Para, ...]:
        return (Para(figure.caption, size, Colour.MUTED),)

    caption = fit.fitted(made, (18, 16, 14), right.w, right.h, brand) or made(14)
    return Scene(
        name, (Photo(area._replace(w=span(1, 8).w), *picture), Words(right, caption, Anchor.BOTTOM, "caption"))
    )
