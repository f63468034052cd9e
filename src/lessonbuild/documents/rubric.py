"""The rubric: one page to judge the work by, with a box to tick in every cell, and one on how to use it."""

from lessonbuild.documents.publication import document, short_fields, words_of
from lessonbuild.markdown import line, prose
from lessonbuild.model.assessment import Rubric
from lessonbuild.model.blocks import RubricGrid, RubricRow, TextField
from lessonbuild.model.document import Audience, Document, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import text
from lessonbuild.words import Words


def rubric(lesson: Lesson) -> tuple[Document, ...]:
    """One rubric, where the lesson has one."""
    if not lesson.rubric:
        return ()
    w, data = words_of(lesson), lesson.rubric
    fields = short_fields(w, "team", "assessor", "date")
    how = (*prose(data.intro), *(prose(data.how) if data.how else ()))
    comments = TextField("comments", text(w("form.comments")), 4)
    sections = (
        Section(line(data.title), (fields, grid(data, w)), place=data.place),
        Section(text(w("form.how")), (*how, comments), starts_page=True),
    )
    return (document(lesson, "rubric", Audience.LEARNER, sections, title=line(data.title), wide=True, form=True),)


def grid(data: Rubric, w: Words) -> RubricGrid:
    """Criteria down, levels across. A level earns its share of the weight: level / levels x weight."""
    rows = tuple(
        RubricRow(
            id=name,
            name=line(criterion.name),
            weight=criterion.weight,
            cells=tuple(line(cell) for cell in criterion.levels),
            points=tuple(
                _points(criterion.weight, level, len(data.levels)) for level in range(1, len(data.levels) + 1)
            ),
        )
        for name, criterion in data.criteria.items()
    )
    description = w("form.rubric-description", criteria=len(rows), levels=len(data.levels))
    levels = tuple(text(level) for level in data.levels)
    return RubricGrid(levels, rows, (w("form.criterion"), w("form.points")), w("form.total"), description)


def _points(weight: int, level: int, levels: int) -> str:
    return f"{weight * level / levels:g}"
