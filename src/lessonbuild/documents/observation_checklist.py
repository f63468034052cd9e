"""The formative assessment: what to look for in each phase, and a row a team to note it in."""

from collections.abc import Iterator

from lessonbuild.documents.publication import document, words_of
from lessonbuild.documents.teams import team_sizes
from lessonbuild.documents.timetable import clock, timetable
from lessonbuild.markdown import line, prose
from lessonbuild.model.answer_key import Observation, Sign
from lessonbuild.model.blocks import FormTable, Named, terms_run_in
from lessonbuild.model.document import Audience, Block, Document, NumberedList, Paragraph, Role, Section, Table
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import Run, Style, Text, text
from lessonbuild.words import Words

LETTERS = "ABCDEFGHIJ"


def observation_checklist(lesson: Lesson) -> tuple[Document, ...]:
    """One checklist, where the lesson has an `observation`."""
    data = lesson.observation
    if not data:
        return ()
    w = words_of(lesson)
    sections = (_opening(lesson, data, w), *_phases(lesson, data, w))
    return (document(lesson, "observation-checklist", Audience.FACILITATOR, sections, form=True),)


def _opening(lesson: Lesson, data: Observation, w: Words) -> Section:
    """How to use it, the marks, and the objectives with the numbers by which the tables name them."""
    blocks: list[Block] = [*prose(data.intro)]
    if data.marks:
        marks = tuple(Named(text(mark), line(means)) for mark, means in data.marks.items())
        blocks.append(Paragraph(terms_run_in(marks)))
    blocks.append(Paragraph(text(w("guide.goals")), Role.LABEL))
    blocks.append(NumberedList(tuple(line(objective.text) for objective in lesson.objectives.values())))
    return Section(text(w("documents.observation-checklist")), tuple(blocks), place=data.place)


def _phases(lesson: Lesson, data: Observation, w: Words) -> Iterator[Section]:
    for timed in timetable(lesson):
        name = timed.phase.phase
        if signs := data.phases.get(name):
            title = w("observe.phase", name=w(f"phases.{name}"), start=clock(timed.start), end=clock(timed.end))
            yield Section(text(title), (_signs(lesson, signs, w), _rows(lesson, name, signs, w)), level=2)


def _signs(lesson: Lesson, signs: list[Sign], w: Words) -> Table:
    """What to look for, which objective it is a sign of, and what to do when it cannot be seen."""
    order = list(lesson.objectives)
    rows = tuple(
        (
            text(LETTERS[i], Style.STRONG),
            line(sign.look),
            text(", ".join(str(order.index(name) + 1) for name in sign.objectives)),
            line(sign.missing),
        )
        for i, sign in enumerate(signs)
    )
    head = tuple(text(word) for word in w.list("observe.signs-head"))
    return Table(head, rows, w("observe.signs"), widths=(1, 11, 3, 9))


def _rows(lesson: Lesson, phase: str, signs: list[Sign], w: Words) -> FormTable:
    """A row a team; a column a sign, and one for a word."""
    heads: list[Text] = [(Run(f"{LETTERS[i]}  ", Style.STRONG), *line(sign.short)) for i, sign in enumerate(signs)]
    teams = len(team_sizes(lesson))
    return FormTable(
        id=f"observation-{phase}",
        head=(text(w("form.team")), *heads, text(w("observe.word"))),
        rows=tuple((text(str(number)), *((),) * (len(signs) + 1)) for number in range(1, teams + 1)),
        description=w("observe.rows", teams=teams),
        widths=(2, *(4 for _ in signs), 7),
    )
