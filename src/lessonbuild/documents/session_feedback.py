"""The evaluation of the session itself: each objective, what else is rated, and questions."""

from lessonbuild.documents.publication import document, words_of
from lessonbuild.markdown import line, prose
from lessonbuild.model.blocks import ChoiceField, RatingTable, TextField
from lessonbuild.model.document import Audience, Block, Document, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import plain, text


def session_feedback(lesson: Lesson) -> tuple[Document, ...]:
    """One form, where the lesson has a `session-feedback`."""
    data = lesson.session_feedback
    if not data:
        return ()
    w = words_of(lesson)
    scale = tuple(line(word) for word in data.scale)
    blocks: list[Block] = [*prose(data.intro)]
    if data.background and lesson.differentiation:
        groups = tuple(line(audience.name) for audience in lesson.differentiation.values())
        blocks.append(ChoiceField("background", line(data.background), (*groups, text(w("feedback.other")))))
    reached = tuple((f"objective-{name}", line(o.text)) for name, o in lesson.objectives.items() if not o.supports)
    blocks.append(RatingTable(line(data.objectives), scale, reached, plain(line(data.objectives))))
    if data.statements:
        rows = tuple((name, line(statement)) for name, statement in data.statements.items())
        blocks.append(RatingTable(text(w("feedback.session")), scale, rows, w("feedback.session")))
    blocks += [TextField(name, line(asked.question), asked.lines) for name, asked in data.questions.items()]
    sections = (Section(text(w("documents.session-feedback")), tuple(blocks), place=data.place),)
    return (document(lesson, "session-feedback", Audience.LEARNER, sections, form=True),)
