"""The invitation: what it is, when, what to bring and to read, and the ground rules."""

from collections.abc import Iterator

from lessonbuild.documents.naming import document_title
from lessonbuild.documents.points import point_blocks
from lessonbuild.documents.publication import document, full_title, words_of
from lessonbuild.documents.timetable import clock, duration, timetable
from lessonbuild.markdown import line, prose
from lessonbuild.model.blocks import Named, Terms
from lessonbuild.model.document import Audience, BulletList, Document, NumberedList, Section, Table
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.occasion import Invitation, PreReading
from lessonbuild.model.text import Text, text
from lessonbuild.words import Words


def invitation(lesson: Lesson) -> tuple[Document, ...]:
    """One invitation, where the lesson has an `invitation`."""
    if not lesson.invitation:
        return ()
    sections = tuple(_sections(lesson, lesson.invitation, words_of(lesson)))
    return (document(lesson, "invitation", Audience.LEARNER, sections),)


def _sections(lesson: Lesson, data: Invitation, w: Words) -> Iterator[Section]:
    opening = (*prose(data.opening), _facts(lesson, w))
    yield Section(text(w("documents.invitation")), opening, place=data.place)
    goals = tuple(line(o.text) for o in lesson.objectives.values() if not o.supports)
    yield Section(text(w("handout.objectives")), (NumberedList(goals),), level=2)
    if data.reading:
        yield Section(text(w("invitation.reading")), (_reading(lesson, data.reading, w),), level=2)
    if data.bring:
        yield Section(text(w("invitation.bring")), (BulletList(tuple(line(item) for item in data.bring)),), level=2)
    if lesson.safety:
        yield Section(text(w("form.rules")), point_blocks(lesson.safety), level=2)
    if last := (*(prose(data.reply) if data.reply else ()), *(prose(data.closing) if data.closing else ())):
        yield Section(text(w("invitation.reply")), last, level=2)


def _facts(lesson: Lesson, w: Words) -> Terms:
    """What, when, where, for whom. The day and the place are the organizer's to fill in."""
    timed = timetable(lesson)
    hours = f"{clock(timed[0].start)}–{clock(timed[-1].end)} ({duration(lesson.minutes, w)})"
    said: dict[str, Text] = {
        "what": line(full_title(lesson)),
        "when": text(w("invitation.day", hours=hours)),
        "where": text(w("invitation.place")),
        "whom": line(lesson.audience),
    }
    return Terms(tuple(Named(text(w(f"invitation.{name}")), words) for name, words in said.items()))


def _reading(lesson: Lesson, reading: list[PreReading], w: Words) -> Table:
    rows = [(_title(lesson, item, w), line(item.text), text(str(item.minutes))) for item in reading]
    total = (text(w("form.total")), (), text(str(sum(item.minutes for item in reading))))
    head = tuple(text(word) for word in w.list("invitation.reading-head"))
    return Table(head, (*rows, total), w("invitation.reading"), numeric=(2,), total=True, widths=(8, 14, 3))


def _title(lesson: Lesson, item: PreReading, w: Words) -> Text:
    """The reading's own title, and which document of the kit it is."""
    attached = f" ({document_title(lesson, item.document, w)})" if item.document else ""
    return (*line(item.title), *text(attached))
