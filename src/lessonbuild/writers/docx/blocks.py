"""Every kind of block as paragraphs and tables: the five core kinds here, the others in the modules that they name."""

from collections.abc import Callable, Iterable
from typing import Any, assert_never

from lessonbuild.model import blocks as b
from lessonbuild.model.document import Block, BulletList, Composed, Figure, NumberedList, Paragraph, Role, Table
from lessonbuild.model.text import Text
from lessonbuild.writers.docx import (
    boxes,
    canvas,
    certificate,
    cues,
    cut_cards,
    fields,
    form_tables,
    openings,
    pictures,
    quadrant,
    rating_tables,
    rubric,
    run_of_show,
    sides,
    stages,
    tables,
    terms,
)
from lessonbuild.writers.docx.cells import keep_rows
from lessonbuild.writers.docx.geometry import Frame
from lessonbuild.writers.docx.numbering import BULLET
from lessonbuild.writers.docx.package import Flow, Package
from lessonbuild.writers.docx.text import amend, inset, numbered, paragraph, runs, space, style_of
from lessonbuild.writers.docx.xml import Element, local, w

_DRAWN: dict[type[Composed], Callable[[Any, Frame, Package], list[Element]]] = {
    b.Statement: openings.statement,
    b.Quote: openings.quote,
    b.BigNumber: openings.big_number,
    b.Cover: openings.cover,
    b.Divider: openings.divider,
    b.Comparison: sides.comparison,
    b.Cards: sides.cards,
    b.Stages: stages.stages,
    b.Quadrant: quadrant.quadrant,
    b.Chart: pictures.chart,
    b.Terms: terms.terms,
    b.Agenda: run_of_show.agenda,
    b.RunOfShow: run_of_show.run_of_show,
    b.Checklist: fields.checklist,
    b.AnswerLines: fields.answer_lines,
    b.TextField: fields.text_field,
    b.FieldRow: fields.field_row,
    b.ChoiceField: fields.choice_field,
    b.RatingField: fields.rating_field,
    b.RubricGrid: rubric.rubric_grid,
    b.FormTable: form_tables.form_table,
    b.RatingTable: rating_tables.rating_table,
    b.Canvas: canvas.canvas,
    b.Certificate: certificate.certificate,
}
_HOLDING: dict[type[Composed], Callable[[Any, Frame, Package, Flow], list[Element]]] = {  # they hold other blocks
    b.Formula: terms.formula,
    b.Callout: boxes.callout,
    b.Cue: cues.cue,
    b.Moment: cues.moment,
    b.CutCards: cut_cards.cut_cards,
}


def flow(blocks: Iterable[Block], frame: Frame, package: Package) -> list[Element]:
    """Blocks one after the other, with air after tables, and a source on the page of what it belongs to."""
    found: list[Element] = []
    previous: Block | None = None
    for block in blocks:
        made = drawn(block, frame, package)
        if found and made:
            if isinstance(previous, b.RatingField) and isinstance(block, b.TextField):
                keep_rows(found[-1], last=True)  # a rating and the evidence for it are one task
            if isinstance(previous, Paragraph) and isinstance(block, b.FormTable | b.RatingTable | b.Canvas):
                amend(found[-1], w("keepNext"))  # what to do is read where it is done
            made = _after(found[-1], made)
        found, previous = found + made, block
    return found


def _after(before: Element, made: list[Element]) -> list[Element]:
    """What stands after another block: a source close to it; a list, and the way on to a next step, on its page."""
    if local(before) == "tbl":
        return tables.followed(before, made)
    if local(made[0]) == "tbl" and style_of(before) == "Label":
        space(before, after=5)
    if numbered(made[0]) and "".join(before.itertext()).endswith(":"):
        amend(before, w("keepNext"))
    match style_of(made[0]):
        case "Source":
            amend(before, w("keepNext"))
            space(before, after=2)
        case "CueNext":
            amend(before, w("keepNext"))
    return made


def drawn(block: Block, frame: Frame, package: Package) -> list[Element]:
    """One block; what has no drawing of its own is said with its parts."""
    match block:
        case Paragraph():
            return [paragraph(_style(block.role, frame), *inset(frame), *runs(block.text, package))]
        case BulletList():
            return _list(block.items, frame, package, ("ListBullet", BULLET, 14))
        case NumberedList():
            return _list(block.items, frame, package, ("ListNumber", package.numbered(block.start), 18))
        case Table():
            return tables.table(block, frame, package)
        case Figure():
            return pictures.figure(block, frame, package)
        case Composed():
            return _composed(block, frame, package)
        case _ as never:
            assert_never(never)


def _composed(block: Composed, frame: Frame, package: Package) -> list[Element]:
    if draw := _DRAWN.get(type(block)):
        return draw(block, frame, package)
    if holding := _HOLDING.get(type(block)):
        return holding(block, frame, package, flow)
    return flow(block.parts(), frame, package)


def _style(role: Role, frame: Frame) -> str:
    match role:
        case Role.BODY:
            return frame.style
        case Role.LEAD:
            return "Lead"
        case Role.SOURCE:
            return "Source"
        case Role.LABEL:
            return "Label"
        case _ as never:
            assert_never(never)


def _list(items: tuple[Text, ...], frame: Frame, package: Package, kind: tuple[str, int, float]) -> list[Element]:
    """A list; in the text of a cue or a cell its items keep the look of that text."""
    style, number, hanging = kind if frame.style == "Normal" else (frame.style, *kind[1:])
    made = []
    for item in items:
        belongs = w("numPr", w("ilvl", val=0), w("numId", val=number))
        indents = inset(frame, hanging, hanging) if frame.inset else ()
        made.append(paragraph(style, belongs, *indents, *runs(item, package)))
        space(made[-1], after=0 if frame.cell else 3)
    if made and not frame.cell:
        space(made[-1], after=8)
        for item in (made[0], made[-2]) if len(made) > 2 else made[:-1]:
            amend(item, w("keepNext"))  # no item of a list stands alone on a page
    return made
