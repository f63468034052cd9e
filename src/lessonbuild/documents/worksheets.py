"""The teams' worksheets: one task a page, with the team's name on it."""

from dataclasses import replace

from lessonbuild.documents.publication import document, short_fields, words_of
from lessonbuild.documents.tasks import worksheet_section
from lessonbuild.model.blocks import FieldRow
from lessonbuild.model.document import Audience, Document
from lessonbuild.model.lesson import Lesson
from lessonbuild.words import Words


def worksheets(lesson: Lesson) -> tuple[Document, ...]:
    """All worksheets in one document, where the lesson has any."""
    if not lesson.worksheets:
        return ()
    w = words_of(lesson)
    sections = tuple(
        worksheet_section(lesson, name, sheet, _whose(name, w)) for name, sheet in lesson.worksheets.items()
    )
    return (document(lesson, "worksheets", Audience.LEARNER, sections),)


def _whose(name: str, w: Words) -> FieldRow:
    """Sheets get mixed up on a table: each says whose it is."""
    return replace(short_fields(w, "team", "writer", begin=f"{name}-"), slim=True)
