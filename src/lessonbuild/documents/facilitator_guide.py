"""The facilitator's guide: everything to prepare, run and look back on the session, in the order of the work."""

from lessonbuild.documents import run_sheet
from lessonbuild.documents.guide_phases import phase_sections
from lessonbuild.documents.points import objectives, point_section
from lessonbuild.documents.publication import document, words_of
from lessonbuild.documents.timetable import clock, duration, timetable
from lessonbuild.markdown import line, prose
from lessonbuild.model.blocks import AnswerLines, Callout, Named, Terms, Tone
from lessonbuild.model.document import (
    Audience,
    Block,
    BulletList,
    Document,
    NumberedList,
    Paragraph,
    Role,
    Section,
    Table,
)
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import strong, text
from lessonbuild.words import Words


def facilitator_guide(lesson: Lesson) -> tuple[Document, ...]:
    """One guide a lesson."""
    w = words_of(lesson)
    sections = (
        _front(lesson, w),
        *_preparation(lesson, w),
        Section(text(w("guide.run-of-show")), (run_sheet.run_of_show(lesson),), starts_page=True),
        *phase_sections(lesson, w),
        *_contingency(lesson, w),
        *_assessment(lesson, w),
        *_background(lesson, w),
        *_afterwards(lesson, w),
    )
    return (document(lesson, "facilitator-guide", Audience.FACILITATOR, sections, contents=True),)


def _front(lesson: Lesson, w: Words) -> Section:
    """Goals, audience, prerequisites, key messages: what to know before deciding to run it."""
    start = timetable(lesson)[0].start
    when = f"{duration(lesson.minutes, w)}, {clock(start)}–{clock(start + lesson.minutes)}"
    facts = Terms((
        Named(text(w("guide.duration")), text(when)),
        Named(text(w("guide.audience")), line(lesson.audience)),
        Named(text(w("guide.learners")), text(str(lesson.learners))),
    ))  # fmt: skip
    blocks: list[Block] = [facts, _label(w("guide.goals")), NumberedList(objectives(lesson, w, enabling=False))]
    if enabling := objectives(lesson, w, enabling=True):
        blocks += [_label(w("guide.enabling")), BulletList(enabling)]
    if lesson.key_messages:
        messages = BulletList(tuple(line(message) for message in lesson.key_messages))
        blocks.append(Callout(text(w("guide.messages")), (messages,), Tone.KEY))
    return Section(text(w("guide.at-a-glance")), tuple(blocks))


def _label(words: str) -> Paragraph:
    return Paragraph(text(words), Role.LABEL)


def _preparation(lesson: Lesson, w: Words) -> tuple[Section, ...]:
    sections: list[Section] = [*point_section(w("guide.prerequisites"), lesson.prior_knowledge, 2)]
    if lesson.set_up:
        blocks = [_label(w("guide.room")), *prose(lesson.set_up.room)]
        if lesson.set_up.online:
            blocks += [_label(w("guide.online")), *prose(lesson.set_up.online)]
        sections.append(Section(text(w("guide.set-up")), tuple(blocks)))
        sections += point_section(w("guide.tasks"), lesson.set_up.tasks, 2)
    if lesson.materials:
        sections.append(Section(text(w("guide.materials")), (_materials(lesson, w),)))
    return tuple(sections)


def _materials(lesson: Lesson, w: Words) -> Table:
    rows = tuple(
        (line(m.item), line(m.for_) if m.for_ else (), line(m.text) if m.text else ()) for m in lesson.materials
    )
    head = tuple(text(word) for word in w.list("guide.materials-head"))
    return Table(head, rows, w("guide.materials"), widths=(4, 2, 5))


def _contingency(lesson: Lesson, w: Words) -> tuple[Section, ...]:
    sections: list[Section] = []
    if lesson.contingency:
        blocks = tuple(
            b for c in lesson.contingency for b in (Paragraph(strong(line(c.when)), Role.LABEL), *prose(c.then))
        )
        sections.append(Section(text(w("guide.contingency")), blocks))
    sections += point_section(w("guide.safety"), lesson.safety)
    sections += point_section(w("guide.virtual-all"), lesson.virtual)
    return tuple(sections)


def _assessment(lesson: Lesson, w: Words) -> tuple[Section, ...]:
    sections: list[Section] = []
    if lesson.assessment:
        blocks: list[Block] = []
        for method in lesson.assessment:
            kind = text(f"{w(f'assessment.{method.kind}')}: ")
            blocks.append(Paragraph(strong((*kind, *line(method.what))), Role.LABEL))
            blocks.append(Paragraph(line(method.aligns)))
            blocks += prose(method.how) if method.how else ()
        sections.append(Section(text(w("guide.assessment")), tuple(blocks)))
    if lesson.differentiation:
        people = [
            Named(line(audience.name), line(audience.strategy)) for audience in lesson.differentiation.values()
        ]  # fmt: skip
        sections.append(Section(text(w("guide.strategies")), (Terms(tuple(people)),)))
    return tuple(sections)


def _background(lesson: Lesson, w: Words) -> tuple[Section, ...]:
    """What surrounds the session: connections, applications, metacognition; extensions where no handout holds them."""
    sections: list[Section] = []
    for name, points in (
        ("guide.connections", lesson.connections),
        ("guide.applications", lesson.applications),
        ("guide.metacognition", lesson.metacognition),
        ("guide.extensions", [] if lesson.handout else lesson.extensions),
    ):
        sections += point_section(w(name), points)
    return tuple(sections)


def _afterwards(lesson: Lesson, w: Words) -> tuple[Section, ...]:
    """Questions to close with, and the facilitator's own reflection with room to write."""
    sections: list[Section] = []
    if lesson.debrief:
        asked = NumberedList(tuple(line(question) for question in lesson.debrief))
        sections.append(Section(text(w("guide.debrief")), (asked,)))
    if lesson.reflection and lesson.reflection.facilitator:
        blocks: list[Block] = []
        for question in lesson.reflection.facilitator:
            blocks += [Paragraph(strong(line(question)), Role.LABEL), AnswerLines(3)]
        sections.append(Section(text(w("guide.own-reflection")), tuple(blocks)))
    return tuple(sections)
