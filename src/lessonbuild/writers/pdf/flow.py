"""Blocks become flowables: one case for each kind, none is dropped."""

from collections.abc import Sequence
from typing import assert_never

from reportlab.platypus import Flowable

from lessonbuild.model.blocks import (
    Act,
    Agenda,
    AnswerLines,
    Callout,
    Canvas,
    Cards,
    Chart,
    Checklist,
    ChoiceField,
    Comparison,
    Cover,
    Cue,
    Divider,
    FieldRow,
    FormTable,
    Formula,
    Moment,
    Quadrant,
    RatingField,
    RatingTable,
    RubricGrid,
    RunOfShow,
    Screen,
    Stages,
    Terms,
    TextField,
)
from lessonbuild.model.document import (
    Block,
    BulletList,
    Composed,
    Figure,
    NumberedList,
    Paragraph,
    Role,
    Table,
)
from lessonbuild.model.text import Text, plain, text
from lessonbuild.writers.pdf import (
    boxes,
    canvases,
    diagrams,
    exhibits,
    fields,
    form_tables,
    quadrants,
    rubrics,
    session,
    tables,
)
from lessonbuild.writers.pdf.stack import Beside, as_list
from lessonbuild.writers.pdf.styles import RIGHT, Room

_INDENT = 15.0


def flow(blocks: Sequence[Block], room: Room) -> list[Flowable]:
    """The blocks in a room, each bound to the next where the two are read together."""
    out: list[Flowable] = []
    todo = list(blocks)
    while todo:
        match todo:
            case [Table() as block, Paragraph(role=Role.SOURCE) as source, *todo]:
                out += tables.table(block, room, source.text)
            case [block, *todo]:
                made = drawn(block, room)
                if made and todo and _belongs(block, todo[0]):
                    made[-1].keepWithNext = 1
                out += made
    return out


def _belongs(block: Block, after: Block) -> bool:
    """Whether what follows may not stand on the next page."""
    match block, after:
        case (RatingField(), TextField()) | (Cue(act=Act.ASK), Cue(act=Act.EXPECT)):
            return True
        case (Table() | Paragraph(), FormTable()):  # what to do, and where it is done
            return True
    return isinstance(after, Paragraph) and after.role is Role.SOURCE


def drawn(block: Block, room: Room) -> list[Flowable]:
    """One block."""
    match block:
        case Paragraph():
            return [room.main(_paragraph(block, room))]
        case BulletList():
            return _items(block.items, ["•"] * len(block.items), room)
        case NumberedList():
            return _items(block.items, [f"{block.start + i}." for i in range(len(block.items))], room)
        case Table():
            return tables.table(block, room)
        case Figure():
            return exhibits.figure(block, room)
        case Composed():
            return _composed(block, room)
        case _ as never:
            assert_never(never)


def _composed(block: Composed, room: Room) -> list[Flowable]:
    """What can be drawn better than its parts; everything else says itself in them."""
    match block:
        case Chart():
            return exhibits.chart(block, room)
        case Screen():
            return exhibits.screen(block, room, flow)
        case Callout():
            return boxes.callout(block, room, flow)
        case Formula():
            return boxes.formula(block, room, flow)
        case Terms():
            return boxes.terms(block, room)
        case Comparison():
            return boxes.comparison(block, room, flow)
        case Cards():
            return boxes.cards(block, room)
        case Stages():
            return diagrams.stages(block, room, flow)
        case Quadrant():
            return quadrants.quadrant(block, room, flow)
        case Cover():
            return session.cover(block, room)
        case Divider():
            return session.divider(block, room)
        case Moment():
            return session.moment(block, room, flow)
        case Cue():
            return session.cue(block, room, flow)
        case RunOfShow():
            return tables.run_of_show(block, room)
        case Agenda():
            return tables.agenda(block, room)
        case _:
            return _field(block, room)


def _field(block: Composed, room: Room) -> list[Flowable]:
    match block:
        case AnswerLines():
            return fields.answer_lines(block, room)
        case TextField():
            return fields.text_field(block, room)
        case FieldRow():
            return fields.field_row(block, room)
        case Checklist():
            return fields.checklist(block, room)
        case ChoiceField():
            return fields.choice_field(block, room)
        case RatingField():
            return fields.rating_field(block, room)
        case RubricGrid():
            return rubrics.rubric_grid(block, room)
        case FormTable():
            return form_tables.form_table(block, room)
        case RatingTable():
            return form_tables.rating_table(block, room)
        case Canvas():
            return canvases.canvas(block, room, flow)
        case _:
            return flow(block.parts(), room)


def _paragraph(block: Paragraph, room: Room) -> Flowable:
    look = room.look
    match block.role:
        case Role.BODY:
            leads = plain(block.text).rstrip().endswith(":")
            return look.set(block.text, room.voice, after=room.after, keep=leads, right=room.spare)
        case Role.LEAD:
            return look.set(block.text, look.voice(12.5, 18), after=10, keep=True, right=room.spare)
        case Role.SOURCE:
            return look.set(block.text, look.small, after=12, right=room.spare)
        case Role.LABEL:
            return look.set(block.text, look.label, before=9, after=3, keep=True, right=room.spare)
        case _ as never:
            assert_never(never)


def _items(items: Sequence[Text], marks: Sequence[str], room: Room) -> list[Flowable]:
    """List items: the mark hangs, the last is followed by the space of a paragraph."""
    look = room.look
    wide = _INDENT if len(max(marks, key=len, default="")) < 3 else _INDENT + 5
    rows = []
    for i, (item, mark) in enumerate(zip(items, marks, strict=True)):
        body = look.set(item, room.voice, after=room.after + 2 if i == len(items) - 1 else 3.5, right=room.spare)
        piece = look.set(text(mark), room.voice, align=RIGHT if mark != "•" else 0)
        rows.append(Beside(piece, body, wide, wide - 5))
    as_list(rows, "Disc" if "•" in marks else "Decimal")
    made = [room.main(row) for row in rows]
    for i, item_ in enumerate(made):
        item_.keepWithNext = int(i in (0, len(made) - 2) and i < len(made) - 1)  # no item stands alone on a page
    return made
