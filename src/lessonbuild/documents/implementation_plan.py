"""The template of a plan for the learner's own organization."""

from lessonbuild.documents.publication import document, words_of
from lessonbuild.documents.tasks import form_sections
from lessonbuild.markdown import prose
from lessonbuild.model.document import Audience, Document, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import text


def implementation_plan(lesson: Lesson) -> tuple[Document, ...]:
    """One template, where the lesson has an `implementation-plan`."""
    form = lesson.implementation_plan
    if not form:
        return ()
    opening = Section(text(words_of(lesson)("documents.implementation-plan")), prose(form.intro))
    pages = form_sections(lesson, "plan", form.pages)
    return (document(lesson, "implementation-plan", Audience.LEARNER, (opening, *pages)),)
