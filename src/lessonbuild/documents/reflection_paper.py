"""The individual paper: task, prompts, structure, criteria, room to write."""

from lessonbuild.documents.points import point_blocks
from lessonbuild.documents.publication import document, words_of
from lessonbuild.documents.tasks import form_sections
from lessonbuild.markdown import line, prose
from lessonbuild.model.document import Audience, Block, BulletList, Document, Paragraph, Role, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import text


def reflection_paper(lesson: Lesson) -> tuple[Document, ...]:
    """One paper, where the lesson's `reflection` asks for one."""
    paper = lesson.reflection.paper if lesson.reflection else None
    if not (lesson.reflection and paper):
        return ()
    w = words_of(lesson)
    facts = Paragraph(text(w("handout.paper-facts", words=paper.words, due=paper.due)), Role.LABEL)
    prompts: list[Block] = []
    if lesson.reflection.learners:
        prompts.append(BulletList(tuple(line(question) for question in lesson.reflection.learners)))
    prompts += point_blocks(lesson.metacognition)
    sections = (
        Section(text(w("paper.task")), (facts, *prose(paper.task)), place=paper.place),
        *((Section(text(w("paper.prompts")), tuple(prompts)),) if prompts else ()),
        *form_sections(lesson, "paper", paper.pages),
    )
    return (document(lesson, "reflection-paper", Audience.LEARNER, sections),)
