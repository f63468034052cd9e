"""The checklist of a cost audit, with room for evidence and owners."""

from lessonbuild.documents.tasks import form_document
from lessonbuild.model.document import Document
from lessonbuild.model.lesson import Lesson


def cost_audit(lesson: Lesson) -> tuple[Document, ...]:
    """One checklist, where the lesson has a `cost-audit`."""
    return form_document(lesson, "cost-audit", "audit", lesson.cost_audit)
