"""The checklist of a cost audit, with room for evidence and owners."""

from lessonbuild.documents.publication import document, words_of
from lessonbuild.documents.tasks import form_sections
from lessonbuild.markdown import prose
from lessonbuild.model.document import Audience, Document, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import text


def cost_audit(lesson: Lesson) -> tuple[Document, ...]:
    """One checklist, where the lesson has a `cost-audit`."""
    form = lesson.cost_audit
    if not form:
        return ()
    opening = Section(text(words_of(lesson)("documents.cost-audit")), prose(form.intro))
    pages = form_sections(lesson, "audit", form.pages)
    return (document(lesson, "cost-audit", Audience.LEARNER, (opening, *pages)),)
