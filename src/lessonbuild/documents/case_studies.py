"""Case studies: one document a case, set as a business school sets them."""

from collections.abc import Iterator

from lessonbuild.documents.exhibits import exhibit
from lessonbuild.documents.publication import document, words_of
from lessonbuild.markdown import line, prose
from lessonbuild.model.case import Case
from lessonbuild.model.document import Audience, Block, Document, NumberedList, Paragraph, Role, Section, Table
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import text
from lessonbuild.words import Words


def case_studies(lesson: Lesson) -> tuple[Document, ...]:
    """The document `case-study-ID` of every case."""
    w = words_of(lesson)
    return tuple(
        document(
            lesson,
            f"case-study-{name}",
            Audience.LEARNER,
            tuple(_sections(lesson, case, w)),
            title=line(case.title),
            subtitle=line(case.subtitle) if case.subtitle else (),
        )
        for name, case in lesson.cases.items()
    )


def _sections(lesson: Lesson, case: Case, w: Words) -> Iterator[Section]:
    opening = (Paragraph(line(case.setting), Role.LABEL), *prose(case.opening))
    yield Section(line(case.title), opening, place=case.place)
    number = 1
    for part in case.parts:
        blocks: list[Block] = list(prose(part.text))
        for name in part.exhibits:
            blocks += exhibit(lesson, name, w, number)
            number += 1
        yield Section(line(part.title), tuple(blocks), place=part.place, level=2)
    yield from _people_and_dates(case, w)
    if case.questions:
        questions = NumberedList(tuple(line(question) for question in case.questions))
        yield Section(text(w("case.questions")), (questions,), level=2)
    if case.task:
        yield Section(text(w("case.task")), prose(case.task), level=2)
    yield Section(text(w("case.about")), prose(case.about), level=2)


def _people_and_dates(case: Case, w: Words) -> Iterator[Section]:
    if case.people:
        rows = tuple((text(p.name), text(p.role), line(p.about)) for p in case.people)
        head = tuple(text(word) for word in w.list("case.people-head"))
        yield Section(text(w("case.people")), (Table(head, rows, w("case.people"), widths=(5, 7, 14)),), level=2)
    if case.timeline:
        dates = tuple((text(event.when), line(event.what)) for event in case.timeline)
        head = tuple(text(word) for word in w.list("case.timeline-head"))
        yield Section(text(w("case.timeline")), (Table(head, dates, w("case.timeline"), widths=(2, 9)),), level=2)
