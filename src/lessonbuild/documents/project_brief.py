"""The brief of the simulated project: scene, company, budget, constraints, data, task, what to hand in."""

from collections.abc import Iterator

from lessonbuild.documents.exhibits import exhibit
from lessonbuild.documents.publication import document, words_of
from lessonbuild.markdown import line, prose
from lessonbuild.model.document import Audience, Block, Document, Paragraph, Role, Section, Table
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.project import Project
from lessonbuild.model.text import Text, strong, text
from lessonbuild.words import Words

LETTERS = "ABCDEFGHIJKL"  # of its exhibits: those of the cases have numbers


def project_brief(lesson: Lesson) -> tuple[Document, ...]:
    """One brief, where the lesson has a `project`."""
    project = lesson.project
    if not project:
        return ()
    sections = tuple(_sections(lesson, project, words_of(lesson)))
    title, subtitle = line(project.title), line(project.subtitle) if project.subtitle else ()
    return (document(lesson, "project-brief", Audience.LEARNER, sections, title=title, subtitle=subtitle),)


def _sections(lesson: Lesson, project: Project, w: Words) -> Iterator[Section]:
    opening = (Paragraph(line(project.setting), Role.LABEL), *prose(project.opening))
    yield Section(line(project.title), opening, place=project.place)
    letters = iter(LETTERS)
    for part in project.parts:
        blocks: list[Block] = list(prose(part.text))
        for name in part.exhibits:
            blocks += exhibit(lesson, name, w, next(letters))
        yield Section(line(part.title), tuple(blocks), place=part.place, level=2)
    if project.constraints:
        yield Section(text(w("project.constraints")), tuple(_constraints(project)), level=2)
    yield Section(text(w("case.task")), prose(project.task), level=2)
    handed_in = (_deliverables(lesson, project, w),)
    yield Section(text(w("project.deliverables")), handed_in, level=2, starts_page=True)
    yield Section(text(w("case.about")), prose(project.about), level=2)
    if project.data:
        yield Section(text(w("project.data")), (_dictionary(project, w),), level=2, starts_page=True)


def _constraints(project: Project) -> Iterator[Block]:
    for constraint in project.constraints:
        yield Paragraph(strong(line(constraint.title)), Role.LABEL)
        yield from prose(constraint.text)


def _dictionary(project: Project, w: Words) -> Table:
    head = tuple(text(word) for word in w.list("project.data-head"))
    rows = tuple((strong(line(f.name)), line(f.what), line(f.unit), line(f.where)) for f in project.data)
    return Table(head, rows, w("project.data"), widths=(5, 12, 4, 5))


def _deliverables(lesson: Lesson, project: Project, w: Words) -> Table:
    """What is handed in, which worksheet leads to it, and which criterion judges it."""

    def criterion(name: str | None) -> Text:
        return line(lesson.rubric.criteria[name].name) if name and lesson.rubric else ()

    def worksheet(
        name: str | None,
    ) -> Text:  # "Cost tracking: found once, seen next time" by what stands before the colon
        return line(lesson.worksheets[name].title.partition(":")[0]) if name else ()

    rows = tuple(
        (strong(line(d.title)), line(d.text), worksheet(d.worksheet), criterion(d.criterion))
        for d in project.deliverables
    )
    head = tuple(text(word) for word in w.list("project.deliverables-head"))
    return Table(head, rows, w("project.deliverables"), widths=(5, 10, 5, 5))
