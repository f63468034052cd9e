"""The page around the text: running head, foot, the facilitator's tag; and the canvas that draws it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader, TimeStamp
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from lessonbuild.model.document import Audience, Document
from lessonbuild.model.text import plain
from lessonbuild.writers.charts.colours import on
from lessonbuild.writers.pdf.packed import packed
from lessonbuild.writers.pdf.styles import MM, Head, Look
from lessonbuild.writers.pdf.tagged.elements import Element, elements_of
from lessonbuild.writers.pdf.tagged.form import Form
from lessonbuild.writers.pdf.tagged.marking import TaggedCanvas
from lessonbuild.writers.pdf.tagged.metadata import metadata
from lessonbuild.writers.pdf.tagged.tree import write_tree

HEAD_LINE = 13 * MM  # from the upper edge of the page to the base of the running head
FOOT_LINE = 12 * MM
SIZE = 8.5  # of the head and the foot


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as bookmarks and the table of contents have it."""

    key: str
    words: str
    level: int
    page: int


@dataclass(slots=True)
class Part:
    """One document of a file: how it looks, what stands in it, and what became of that."""

    document: Document
    look: Look
    story: Sequence[Flowable]
    told: int = 1  # how many pages the foot of each page speaks of
    before: int = 0  # pages of the file
    pages: int = 0
    entries: list[Entry] = field(default_factory=list)
    title: Element | None = None  # where the running head is the only place that has it


class Page(TaggedCanvas):
    """Notes on which page each heading falls, and makes a bookmark of it. A file may hold several documents."""

    def __init__(self, *args: Any, parts: Sequence[Part], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.parts, self.part = parts, parts[0]
        self.look = self.part.look
        self.form = Form(self, self.look.scale)
        self._depth = -1
        self._doc._timeStamp = _stamp(self.part.document.date)

    def turn(self, part: Part) -> None:
        """A page of this part begins."""
        if part is not self.part:
            self.part, self._depth = part, -1
            part.before = self.getPageNumber() - 1
        part.pages = self.number

    @property
    def number(self) -> int:
        """Of the page, in its document."""
        return int(self.getPageNumber()) - self.part.before

    def save(self) -> None:
        """Write the file, with the structure that the story tells; a dry run needs none."""
        if self.look.dry:
            return
        made, lesson = self.parts[0].document, self.parts[0].document.lesson
        self._doc.Catalog.Metadata = metadata(
            title=plain(made.title), author=self.look.brand.organisation, subject=lesson,
            language=made.language, date=made.date,
        )  # fmt: skip
        self.form.finish(self.look.brand.text, form=made.name, edition=made.date)
        heard = [([part.title] if part.title else []) + elements_of(part.story) for part in self.parts]
        write_tree(self._doc, [element for each in heard for element in each], self.owners)
        self._doc.format = partial(packed, self._doc)  # what reportlab asks for the bytes of the file
        super().save()

    def heading(self, words: str, level: int, up: float) -> None:
        """A heading stands here: `up` is the top of it on the page. Levels are never skipped in bookmarks."""
        key = f"{self.part.look.part}h{len(self.part.entries) + 1}"
        self.bookmarkHorizontal(key, 0, up + 4)
        depth = max(min(level - 1, self._depth + 1), 0)
        self.addOutlineEntry(words, key, depth, closed=depth > 0)
        self._depth = depth
        self.part.entries.append(Entry(key, words, level, self.number))


def _stamp(date: str) -> TimeStamp:
    """The edition's date as the file's, never today's."""
    stamp = TimeStamp(1)
    year, month, day = (int(part) for part in date.split("-"))
    stamp.YMDhms = (year, month, day, 0, 0, 0)
    return stamp


def furnish(canvas: Page, look: Look, part: Part) -> None:
    """Draw what every page carries, at the size of all that comes after. The first page has the title in its text."""
    if look.large:
        canvas.scale(look.scale, look.scale)
    document = part.document
    canvas.turn(part)
    canvas.saveState()
    if canvas.number == 1 and look.head is Head.TITLED:
        part.title = _title(canvas, look, document)
    with canvas.artifact("Header"):
        _over(canvas, look, document)
    with canvas.artifact("Footer"):
        _foot(canvas, look, document, part.told)
    canvas.restoreState()


def _over(canvas: Page, look: Look, document: Document) -> None:
    """The running head, or the logo where a title stands in the text."""
    top, right, first = look.page[1] - look.on_paper(HEAD_LINE), _right(look, document), canvas.number == 1
    if document.audience is Audience.FACILITATOR:
        _tag(canvas, look, look.page[0] - look.margin, top)
    if look.head is Head.NONE or (first and look.head is Head.OPENING and not look.tight):
        _logo(canvas, look, look.page[1])
        return
    title = "" if first and look.head is Head.OPENING else plain(document.title)
    _head(canvas, look, title, document.lesson, top, right, drawn=first)


def _right(look: Look, document: Document) -> float:
    """Where the running head has to end."""
    right = look.page[0] - look.margin
    if document.audience is Audience.FACILITATOR:
        right -= _tag_width(look) + 10
    return right


def _title(canvas: Page, look: Look, document: Document) -> Element:
    """The document's title where the running head alone has it: there it is heard, once."""
    title = plain(document.title)
    shown = _shortened(title, look.text.bold, _right(look, document) - look.margin, look.size(SIZE))
    element = Element("H1", actual="" if shown == title else title)
    canvas.setFont(look.text.bold, look.size(SIZE))
    canvas.setFillColor(look.ink(look.colours.ink))
    with canvas.marking(element):
        canvas.drawString(look.margin, look.page[1] - look.on_paper(HEAD_LINE), shown)
    return element


def _tag_width(look: Look) -> float:
    return float(stringWidth(look.words("copy.facilitator"), look.text.bold, 9.5)) + 16


def _tag(canvas: Page, look: Look, right: float, base: float) -> None:
    """Whose copy it is, filled, so that nobody hands it out by mistake."""
    wide = _tag_width(look)
    canvas.setFillColor(look.ink(look.colours.dark))
    canvas.rect(right - wide, base - 5.5, wide, 18, stroke=0, fill=1)
    canvas.setFillColor(look.ink(on(look.colours.dark, look.colours)))
    canvas.setFont(look.text.bold, 9.5)
    canvas.drawString(right - wide + 8, base, look.words("copy.facilitator"))


def _head(canvas: Page, look: Look, title: str, lesson: str, base: float, right: float, *, drawn: bool) -> None:
    """Title and lesson; on the first page the title is `drawn` as content already."""
    canvas.setFont(look.text.bold, look.size(SIZE))
    canvas.setFillColor(look.ink(look.colours.ink))
    title = _shortened(title, look.text.bold, right - look.margin, look.size(SIZE))
    if not drawn:
        canvas.drawString(look.margin, base, title)
    left = look.margin + (stringWidth(title, look.text.bold, look.size(SIZE)) + 10 if title else 0)
    if lesson != title and right - left > 60:
        canvas.setFont(look.text.regular, look.size(SIZE))
        canvas.setFillColor(look.ink(look.colours.muted))
        canvas.drawString(left, base, _shortened(lesson, look.text.regular, right - left, look.size(SIZE)))


def _logo(canvas: Page, look: Look, height: float) -> None:
    """The organisation's mark, where the first page has no running head."""
    if not look.brand.logo:
        return
    picture = ImageReader(BytesIO(look.brand.logo))
    across, down = picture.getSize()
    high = look.on_paper(10 * MM)
    canvas.drawImage(
        picture, look.margin, height - look.on_paper(HEAD_LINE) - 3, high * across / down, high, mask="auto"
    )


def _foot(canvas: Page, look: Look, document: Document, pages: int) -> None:
    width, base = look.page[0], look.on_paper(FOOT_LINE)
    canvas.setFillColor(look.ink(look.colours.muted))
    canvas.setFont(look.text.regular, look.size(SIZE))
    edition = look.words("edition", date=document.date)
    hung = look.head is Head.NONE
    whose = look.words("copy.learner") if document.audience is Audience.LEARNER and not hung else ""
    parts = [part for part in (look.brand.footer or look.brand.organisation, edition, whose) if part]
    room = width - 2 * look.margin - 10 * look.size(SIZE)
    canvas.drawString(look.margin, base, _joined(parts, look, room))
    if hung:
        return
    canvas.setFillColor(look.ink(look.colours.ink))
    canvas.drawRightString(width - look.margin, base, look.words("page.of", page=canvas.number, pages=pages))


def _shortened(words: str, face: str, width: float, size: float) -> str:
    """The words, or as many of them as fit, with an ellipsis."""
    if stringWidth(words, face, size) <= width:
        return words
    kept = words.split()
    while kept and stringWidth(" ".join(kept) + " …", face, size) > width:
        kept.pop()
    return " ".join(kept) + " …"


def _joined(parts: list[str], look: Look, width: float) -> str:
    """The parts in one line; without the first where they have no room, then with an ellipsis."""
    whole = "  ·  ".join(parts)
    if len(parts) > 1 and stringWidth(whole, look.text.regular, look.size(SIZE)) > width:
        return _joined(parts[1:], look, width)
    return _shortened(whole, look.text.regular, width, look.size(SIZE))
