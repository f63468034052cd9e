"""The packs of a lesson: which documents each holds, how many of each are printed, and the files of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lessonbuild.documents import DOCUMENTS
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Audience, Document
from lessonbuild.model.lesson import Lesson
from lessonbuild.printing.cover import Line, cover
from lessonbuild.writers import pdf
from lessonbuild.writers.written import Written

_TEAM = frozenset(
    ("project-brief", "role-cards", "discussion-cards", "worksheets", "rubric", "observation-checklist")
)  # one set is enough for those who work at one table
_ROOM = frozenset(("attendance",))  # one for everybody


@dataclass(frozen=True, slots=True)
class Run:
    """How many the session is for."""

    learners: int
    teams: int

    @classmethod
    def of(cls, lesson: Lesson, learners: int | None, teams: int | None) -> "Run":
        """As many as are said; else as the lesson says, in teams of four."""
        learners = learners or lesson.learners
        return cls(learners, teams or lesson.teams or -(-learners // 4))


def packs(lesson: Lesson, brand: Brand, run: Run) -> dict[str, Written]:
    """The packs by name: facilitator, team, learner; each is drawn as one file. A pack without papers is left out."""
    found: dict[str, list[tuple[Document, int]]] = {"facilitator": [], "team": [], "learner": []}
    for name, document, copies in _papers(lesson, run):
        found[name].append((document, copies))
    return {name: _pack(name, papers, lesson, brand, run) for name, papers in found.items() if papers}


def _papers(lesson: Lesson, run: Run) -> Iterator[tuple[str, Document, int]]:
    """Every document that is printed, the pack that it belongs to, and its copies."""
    for publication in DOCUMENTS:
        for document in publication.assemble(lesson) if "pdf" in publication.formats else ():
            assert isinstance(document, Document)
            private = publication.audience is Audience.FACILITATOR
            team = publication.name in _TEAM
            pack = "facilitator" if private else "team" if team else "learner"
            copies = run.teams if team else 1 if private or publication.name in _ROOM else run.learners
            yield pack, document, copies


def _pack(name: str, papers: list[tuple[Document, int]], lesson: Lesson, brand: Brand, run: Run) -> Written:
    documents = [document for document, _ in papers]

    def opening(pages: tuple[int, ...]) -> tuple[Document, ...]:
        lines = [Line(document, copies, count) for (document, copies), count in zip(papers, pages, strict=True)]
        return (cover(name, lines, lesson, brand.printing, learners=run.learners, teams=run.teams),)

    return pdf.together(opening, documents, brand)
