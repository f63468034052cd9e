"""A worksheet as a section: what to do, then its parts with room to answer. Shared by all papers made of worksheets."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from lessonbuild.documents.exhibits import exhibit
from lessonbuild.documents.grids import canvas, grid
from lessonbuild.documents.publication import document, words_of
from lessonbuild.documents.slide_blocks import axis, formula
from lessonbuild.markdown import line, prose
from lessonbuild.model import blocks as b
from lessonbuild.model import worksheet as ws
from lessonbuild.model.blocks.naming import named
from lessonbuild.model.document import Audience, Block, Document, Paragraph, Role, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import plain, text
from lessonbuild.words import Words


def worksheet_section(lesson: Lesson, name: str, sheet: ws.Worksheet, *fields: Block) -> Section:
    """The worksheet on a page of its own; `name` begins the ids of its fields, `fields` stand over its task."""
    w = words_of(lesson)
    blocks: list[Block] = [*_when(sheet, w), *fields, *(prose(sheet.intro) if sheet.intro else ())]
    for number, part in enumerate(sheet.parts, 1):
        blocks += part_blocks(lesson, f"{name}-{number}", part, w)
    if sheet.hand_in:
        blocks.append(Paragraph(named(text(w("slides.hand-in")), line(sheet.hand_in))))
    return Section(line(sheet.title), tuple(blocks), place=sheet.place, starts_page=True)


def form_document(lesson: Lesson, name: str, fields: str, form: ws.Form | None) -> tuple[Document, ...]:
    """A template for the learner's own work, where the lesson has it; `fields` begins the ids of its fields."""
    if not form:
        return ()
    opening = Section(text(words_of(lesson)(f"documents.{name}")), prose(form.intro))
    pages = form_sections(lesson, fields, form.pages)
    return (document(lesson, name, Audience.LEARNER, (opening, *pages)),)


def form_sections(lesson: Lesson, name: str, pages: Iterable[ws.Worksheet]) -> tuple[Section, ...]:
    """The pages of a form, numbered in the ids of their fields; the first one follows the introduction."""
    made = (worksheet_section(lesson, f"{name}-{number}", page) for number, page in enumerate(pages, 1))
    return tuple(replace(section, starts_page=number > 0) for number, section in enumerate(made))


def _when(sheet: ws.Worksheet, w: Words) -> tuple[Block, ...]:
    """Phase, minutes and who, in one line."""
    phase = w(f"phases.{sheet.phase}") if sheet.phase else ""
    minutes = w("time.minutes", n=sheet.minutes) if sheet.minutes else ""
    said = " · ".join(part for part in (phase, minutes) if part)
    who = line(sheet.who) if sheet.who else ()
    return (Paragraph((*text(f"{said} · " if said and who else said), *who), Role.LABEL),) if said or who else ()


def part_blocks(lesson: Lesson, name: str, part: ws.AnyPart, w: Words) -> tuple[Block, ...]:
    """One part, under its title where it has one."""
    titled = ws.TextPart | ws.GridPart | ws.BoxesPart | ws.ChecksPart | ws.PlotPart
    head = (Paragraph(line(part.title), Role.LABEL),) if isinstance(part, titled) and part.title else ()
    match part:
        case ws.TextPart():
            return (*head, *prose(part.text))
        case ws.NotePart():
            return (b.Callout(line(part.title), prose(part.text)),)
        case ws.LinesPart():
            return (b.TextField(name, line(part.question), part.lines, line(part.hint) if part.hint else ()),)
        case ws.FieldsPart():
            asked = part.fields.items()
            fields = tuple(b.TextField(f"{name}-{id_}", line(said), date=id_ == "date") for id_, said in asked)
            return (b.FieldRow(fields, slim=True),)
        case ws.GridPart():
            return (*head, *(prose(part.text) if part.text else ()), grid(name, part))
        case ws.BoxesPart():
            return (*head, canvas(name, part))
        case ws.ChecksPart():
            return (*head, b.Checklist(tuple(line(item) for item in part.items)))
        case ws.ChoicePart():
            options = tuple(line(option) for option in part.options)
            return (b.ChoiceField(name, line(part.question), options, part.several),)
        case ws.RatingPart():
            return (_rating(name, part),)
        case ws.PlotPart():
            return (*head, _plot(part))
        case ws.ExhibitPart():
            return exhibit(lesson, part.exhibit, w)
        case ws.FormulaPart():
            return (formula(lesson.formulas[part.formula], w),)
        case _:
            assert_never(part)


def _rating(name: str, part: ws.RatingPart) -> b.RatingTable:
    rows = tuple((f"{name}-{id_}", line(said)) for id_, said in part.statements.items())
    title = line(part.title) if part.title else ()
    return b.RatingTable(title, tuple(line(word) for word in part.scale), rows, plain(title) or plain(rows[0][1]))


def _plot(part: ws.PlotPart) -> b.Quadrant:
    one, two, three, four = (b.Named(line(quarter)) for quarter in part.quarters)
    return b.Quadrant(axis(part.across), axis(part.up), (one, two, three, four), plain(line(part.shows)), part.lines)
