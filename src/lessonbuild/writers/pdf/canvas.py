"""The page around the text: running head, foot, the facilitator's tag; and the canvas that draws it."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader, TimeStamp
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from lessonbuild.model.document import Audience, Document
from lessonbuild.model.text import plain
from lessonbuild.writers.charts.colours import on
from lessonbuild.writers.pdf.styles import MM, Head, Look

HEAD_LINE = 13 * MM  # from the upper edge of the page to the base of the running head
FOOT_LINE = 12 * MM
SIZE = 8.5


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as bookmarks and the table of contents have it."""

    key: str
    words: str
    level: int
    page: int


class Page(Canvas):  # type: ignore[misc]  # reportlab ships no types
    """Notes on which page each heading falls, and makes a bookmark of it."""

    def __init__(self, *args: Any, dry: bool, date: str, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.entries: list[Entry] = []
        self.dry, self._depth = dry, -1
        self._doc._timeStamp = _stamp(date)

    def save(self) -> None:
        """Write the file; a dry run needs none."""
        if not self.dry:
            super().save()

    def heading(self, words: str, level: int, up: float) -> None:
        """A heading stands here: `up` is the top of it on the page. Levels are never skipped in bookmarks."""
        key = f"h{len(self.entries) + 1}"
        self.bookmarkHorizontal(key, 0, up + 4)
        depth = max(min(level - 1, self._depth + 1), 0)
        self.addOutlineEntry(words, key, depth, closed=depth > 0)
        self._depth = depth
        self.entries.append(Entry(key, words, level, self.getPageNumber()))


def _stamp(date: str) -> TimeStamp:
    """The edition's date as the file's, never today's."""
    stamp = TimeStamp(1)
    year, month, day = (int(part) for part in date.split("-"))
    stamp.YMDhms = (year, month, day, 0, 0, 0)
    return stamp


def furnish(canvas: Page, look: Look, document: Document, pages: int) -> None:
    """Draw what every page carries. The first page has the title, so its head has less."""
    width, height = look.page
    canvas.saveState()
    top = height - HEAD_LINE
    right = width - look.margin
    if document.audience is Audience.FACILITATOR:
        right -= _tag(canvas, look, right, top) + 10
    if look.head is Head.NONE:
        _logo(canvas, look, height)
    elif canvas.getPageNumber() > 1 or look.head is Head.TITLED:
        _head(canvas, look, plain(document.title), document.lesson, top, right)
    elif look.tight:
        _head(canvas, look, "", document.lesson, top, right)
    else:
        _logo(canvas, look, height)
    _foot(canvas, look, document, pages)
    canvas.restoreState()


def _tag(canvas: Page, look: Look, right: float, base: float) -> float:
    """Whose copy it is, filled, so that nobody hands it out by mistake."""
    words = look.words("copy.facilitator")
    wide = float(stringWidth(words, look.text.bold, 9.5)) + 16
    canvas.setFillColor(look.ink(look.colours.dark))
    canvas.rect(right - wide, base - 5.5, wide, 18, stroke=0, fill=1)
    canvas.setFillColor(look.ink(on(look.colours.dark, look.colours)))
    canvas.setFont(look.text.bold, 9.5)
    canvas.drawString(right - wide + 8, base, words)
    return wide


def _head(canvas: Page, look: Look, title: str, lesson: str, base: float, right: float) -> None:
    canvas.setFont(look.text.bold, SIZE)
    canvas.setFillColor(look.ink(look.colours.ink))
    title = _shortened(title, look.text.bold, right - look.margin)
    canvas.drawString(look.margin, base, title)
    left = look.margin + (stringWidth(title, look.text.bold, SIZE) + 10 if title else 0)
    if lesson != title and right - left > 60:
        canvas.setFont(look.text.regular, SIZE)
        canvas.setFillColor(look.ink(look.colours.muted))
        canvas.drawString(left, base, _shortened(lesson, look.text.regular, right - left))


def _logo(canvas: Page, look: Look, height: float) -> None:
    """The organisation's mark, where the first page has no running head."""
    if not look.brand.logo:
        return
    picture = ImageReader(BytesIO(look.brand.logo))
    across, down = picture.getSize()
    high = 10 * MM
    canvas.drawImage(picture, look.margin, height - HEAD_LINE - 3, high * across / down, high, mask="auto")


def _foot(canvas: Page, look: Look, document: Document, pages: int) -> None:
    width = look.page[0]
    canvas.setFillColor(look.ink(look.colours.muted))
    canvas.setFont(look.text.regular, SIZE)
    edition = look.words("edition", date=document.date)
    hung = look.head is Head.NONE
    whose = look.words("copy.learner") if document.audience is Audience.LEARNER and not hung else ""
    parts = [part for part in (look.brand.footer or look.brand.organisation, edition, whose) if part]
    canvas.drawString(
        look.margin, FOOT_LINE, _shortened("  ·  ".join(parts), look.text.regular, width - 2 * look.margin - 80)
    )
    if hung:
        return
    canvas.setFillColor(look.ink(look.colours.ink))
    canvas.drawRightString(
        width - look.margin, FOOT_LINE, look.words("page.of", page=canvas.getPageNumber(), pages=pages)
    )


def _shortened(words: str, face: str, width: float) -> str:
    """The words, or as many of them as fit, with an ellipsis."""
    if stringWidth(words, face, SIZE) <= width:
        return words
    kept = words.split()
    while kept and stringWidth(" ".join(kept) + " …", face, SIZE) > width:
        kept.pop()
    return " ".join(kept) + " …"
