"""The template of a plan for the learner's own organization."""

from lessonbuild.documents.tasks import form_document
from lessonbuild.model.document import Document
from lessonbuild.model.lesson import Lesson


def implementation_plan(lesson: Lesson) -> tuple[Document, ...]:
    """One template, where the lesson has an `implementation-plan`."""
    return form_document(lesson, "implementation-plan", "plan", lesson.implementation_plan)
