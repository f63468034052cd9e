"""The peer-feedback form: the rubric's criteria, each with a rating and its evidence, a suggestion, a question."""

from lessonbuild.documents.publication import document, short_fields, words_of
from lessonbuild.markdown import line, prose
from lessonbuild.model.blocks import Callout, ChoiceField, RatingField, TextField
from lessonbuild.model.document import Audience, Block, BulletList, Document, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import text


def peer_feedback(lesson: Lesson) -> tuple[Document, ...]:
    """One form, where the lesson has a rubric and a `peer-feedback`."""
    if not (lesson.peer_feedback and lesson.rubric):
        return ()
    w, data = words_of(lesson), lesson.peer_feedback
    blocks: list[Block] = [*prose(data.intro)]
    if data.rules:
        blocks.append(Callout(text(w("form.rules")), (BulletList(tuple(line(rule) for rule in data.rules)),)))
    blocks.append(short_fields(w, "reviewed", "reviewer", "date"))
    if data.anonymous:
        blocks.append(ChoiceField("anonymous", text(w("form.anonymous")), (line(data.anonymous),), several=True))
    scale = tuple(text(level) for level in lesson.rubric.levels)
    for name, criterion in lesson.rubric.criteria.items():
        blocks.append(RatingField(name, line(criterion.name), scale))
        blocks.append(TextField(f"{name}-evidence", line(data.evidence), 2))
    blocks.append(TextField("suggestion", line(data.suggestion), 3))
    blocks.append(TextField("question", line(data.question), 2))
    title = text(w("documents.peer-feedback"))
    sections = (Section(title, tuple(blocks), place=data.place),)
    return (document(lesson, "peer-feedback", Audience.LEARNER, sections, form=True),)
