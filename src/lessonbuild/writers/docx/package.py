"""The Word package under way: what hands out relationships, pictures, list numbers and ids, and keeps the warnings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE

from lessonbuild.model.blocks import FieldNames
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Block, Document
from lessonbuild.model.place import Place
from lessonbuild.model.text import plain
from lessonbuild.problems import Problem, Severity
from lessonbuild.words import Words, words
from lessonbuild.writers.docx.geometry import CARDS, CERTIFICATE, Frame, Page, page_of
from lessonbuild.writers.docx.numbering import BOX, restarted
from lessonbuild.writers.docx.palette import Palette
from lessonbuild.writers.docx.template import template
from lessonbuild.writers.docx.xml import Element

Flow = Callable[[Iterable[Block], Frame, "Package"], list[Element]]  # what draws the blocks within a block


@dataclass
class Package:
    """One file while it is written: the drawing functions ask it for what must be unique in the file."""

    document: Document
    brand: Brand
    page: Page
    words: Words
    palette: Palette
    opened: Any  # python-docx's document
    problems: list[Problem] = field(default_factory=list)
    place: Place | None = None  # of the section being written
    fields: FieldNames = field(default_factory=FieldNames)
    _ids: "count[int]" = field(default_factory=lambda: count(1))
    _lists: "count[int]" = field(default_factory=lambda: count(BOX + 1))

    @property
    def frame(self) -> Frame:
        """The frame of running text on this page."""
        return Frame(self.page.text)

    @property
    def prose(self) -> Frame:
        """The frame of what is as wide as running text, and no wider."""
        return self.frame.within(right=self.page.ragged)

    @property
    def titled(self) -> bool:
        """Whether the document's title says what the first section's would say again."""
        first = self.document.sections[:1]
        return bool(first) and plain(first[0].title) == plain(self.document.title)

    @property
    def opens(self) -> bool:
        """Whether title and subtitle stand over the first section. Of cards, and of sheets that begin a page each, the
        running head says it: the first page is as the others.
        """
        if self.page.kind in (CARDS.kind, CERTIFICATE.kind):
            return False
        sheets = self.document.sections[:1]
        return self.titled or self.document.contents or not (sheets and sheets[0].starts_page)

    def next_id(self) -> int:
        """A number that no bookmark, no drawing and no field has; the first ones are those of the headings."""
        return len(self.document.sections) + next(self._ids)

    def link(self, address: str) -> str:
        """The relationship to an address outside."""
        return str(self.opened.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def picture(self, data: bytes) -> tuple[str, Any]:
        """The relationship to a picture's part, and python-docx's image, which knows its size."""
        relationship, image = self.opened.part.get_or_add_image(BytesIO(data))
        return str(relationship), image

    def numbered(self, start: int) -> int:
        """The number of a new list, which begins at `start`."""
        list_id = next(self._lists)
        self.opened.part.numbering_part.element.append(restarted(list_id, start))
        return list_id

    def warn(self, code: str, message: str, hint: str) -> None:
        """Keep what could not be honoured in the section being written."""
        self.problems.append(Problem(code, message, self.place, hint, Severity.WARNING))

    @property
    def body(self) -> Element:
        """The element that holds all paragraphs and tables, and last the section's properties."""
        return self.opened.element.body


def opened(document: Document, brand: Brand) -> Package:
    """An empty package for the document."""
    page = page_of(document, brand.printing)
    empty = docx.Document(BytesIO(template(brand, document.language, page, document.form)))
    return Package(document, brand, page, words(document.language), Palette(brand.colours), empty)
