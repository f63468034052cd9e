"""The sign-in list, by team."""

from lessonbuild.documents.publication import document, short_fields, words_of
from lessonbuild.documents.teams import team_sizes
from lessonbuild.markdown import prose
from lessonbuild.model.blocks import FormTable
from lessonbuild.model.document import Audience, Document, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import text

_SPARE = 1  # rows a team for those who come unannounced


def attendance(lesson: Lesson) -> tuple[Document, ...]:
    """One list, where the lesson has an `attendance`."""
    if not lesson.attendance:
        return ()
    w = words_of(lesson)
    fields = short_fields(w, "date", "place", begin="attendance-")
    head = tuple(text(word) for word in w.list("attendance.head"))
    teams = tuple(
        FormTable(
            id=f"attendance-{number}",
            head=head,
            rows=(((),) * len(head),) * (size + _SPARE),
            description=w("attendance.description", number=number),
            caption=text(w("attendance.team", number=number)),
            widths=(9, 9, 9),
        )
        for number, size in enumerate(team_sizes(lesson), 1)
    )
    title = text(w("documents.attendance"))
    sections = (Section(title, (*prose(lesson.attendance.text), fields, *teams), place=lesson.attendance.place),)
    return (document(lesson, "attendance", Audience.FACILITATOR, sections, form=True),)
