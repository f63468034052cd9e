"""The cover of a pack: how many of what, on which paper, on one side or on two; and what else to have ready."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lessonbuild.documents.publication import document, words_of
from lessonbuild.markdown import line
from lessonbuild.model.blocks import Checklist, CutCards
from lessonbuild.model.document import Audience, Block, Document, Paragraph, Section, Table
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.printing import Printing
from lessonbuild.model.text import Text, plain, text
from lessonbuild.words import Words


@dataclass(frozen=True, slots=True)
class Line:
    """One document of a pack: how often it is printed, and how many pages it has."""

    document: Document
    copies: int
    pages: int

    @property
    def single(self) -> bool:
        """Whether it is printed on one side: cards are cut, a certificate hangs on a wall, one page has no back."""
        blocks = [block for section in self.document.sections for block in section.blocks]
        return self.pages == 1 or (bool(blocks) and all(isinstance(block, CutCards) for block in blocks))

    @property
    def sheets(self) -> int:
        """Sheets of one copy."""
        return self.pages if self.single else (self.pages + 1) // 2


def cover(
    name: str, lines: Sequence[Line], lesson: Lesson, printing: Printing, *, learners: int, teams: int
) -> Document:
    """The cover sheet of the pack of that name."""
    w = words_of(lesson)
    copied = w("printing.for", learners=learners, teams=teams)
    sections = [
        Section(
            text(w("printing.print")),
            (Paragraph(text(copied)), _table(lines, printing, w), Paragraph(text(w("printing.how")))),
        )
    ]
    if name == "facilitator" and lesson.materials:
        items = tuple(_item(item.item, item.for_) for item in lesson.materials if not item.document)
        blocks: tuple[Block, ...] = (Checklist(items),)
        sections.append(Section(text(w("printing.materials")), blocks))
    title = text(w(f"printing.{name}"))
    return document(lesson, f"print-{name}", Audience.OPEN, tuple(sections), title=title)  # for whoever prints


def _item(name: str, for_: str | None) -> Text:
    return (*line(name), *((*text(": "), *line(for_)) if for_ else ()))


def _table(lines: Sequence[Line], printing: Printing, w: Words) -> Table:
    paper = w(f"printing.{printing.paper.value}")
    rows = [
        (
            text(plain(one.document.title)),
            text(w("printing.pages", first=first, last=first + one.pages - 1)),
            text(str(one.copies)),
            text(w("printing.single" if one.single else "printing.double")),
            text(f"{one.copies * one.sheets}"),
            text(paper),
        )
        for first, one in _placed(lines)
    ]
    total = sum(one.copies * one.sheets for one in lines)
    rows.append((text(w("printing.total")), (), (), (), text(f"{total}"), text(paper)))
    head = tuple(text(word) for word in w.list("printing.head"))
    return Table(head, tuple(rows), w("printing.print"), numeric=(2, 4), total=True)


def _placed(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """Each document with its first page in the file: the cover takes a sheet, and so does every odd last page."""
    first = 3
    for one in lines:
        yield first, one
        first += one.pages + one.pages % 2
