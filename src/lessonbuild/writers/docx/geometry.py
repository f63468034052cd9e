"""The page: its size, its margins, and the grid of a narrow and a wide column that everything stands on."""

from dataclasses import dataclass, replace

from lessonbuild.model.blocks import Canvas, Certificate, CutCards, FormTable, RatingTable, RunOfShow
from lessonbuild.model.document import Document
from lessonbuild.model.printing import Paper, Printing
from lessonbuild.writers.docx.xml import MM

COLUMN = 26 * MM  # the narrow column: clock times, the labels of cues
MEASURE = 136 * MM  # the widest that running text may be: about 75 characters
_LOW = 190 * MM  # the same on a low page, which has few lines
RULE = 8 * MM  # from one line to write on to the next


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page, in points."""

    kind: str
    width: float
    height: float
    side: float  # left and right margin
    top: float
    bottom: float
    head: float  # from the edge to the running head
    foot: float
    tight: bool = False  # one page is to hold it all: the title is small

    @property
    def text(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side

    @property
    def room(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom

    @property
    def ragged(self) -> float:
        """What running text leaves free on the right, so that its lines stay readable."""
        return max(self.text - (MEASURE if self.height > self.width else _LOW), 0.0)


_SHORT, _LONG = Paper.A4.size
PORTRAIT = Page("text", _SHORT, _LONG, side=24 * MM, top=23 * MM, bottom=20 * MM, head=12 * MM, foot=11 * MM)
LANDSCAPE = Page(
    "wide", _LONG, _SHORT, side=16 * MM, top=19 * MM, bottom=15 * MM, head=8.5 * MM, foot=8 * MM, tight=True
)
LOW = replace(PORTRAIT, kind="low", top=20 * MM, bottom=15 * MM, head=9 * MM, foot=8 * MM)  # room for one long table
SHEET = Page("sheet", _SHORT, _LONG, side=14 * MM, top=20 * MM, bottom=15 * MM, head=9 * MM, foot=8 * MM, tight=True)
FORM = replace(
    PORTRAIT, kind="form", side=20 * MM, top=22 * MM, bottom=16 * MM, head=10 * MM, foot=9 * MM, tight=True
)  # room to write
CARDS = Page("cards", _SHORT, _LONG, side=15 * MM, top=20 * MM, bottom=24 * MM, head=14 * MM, foot=14 * MM)
"""For 180 x 240 mm in its middle, under a line of 8.5 mm: what is lost as A4 is centred on Letter is margin."""
CERTIFICATE = replace(
    LANDSCAPE, kind="certificate", side=14 * MM, top=13 * MM, bottom=13 * MM, head=6 * MM, foot=6 * MM
)


def printed(page: Page, printing: Printing) -> Page:
    """The page on the paper that is asked for. Large print lays it out smaller, and narrows no margin by that."""
    short, long = printing.sheet
    low = page.width > page.height or (printing.large and page.kind == SHEET.kind)
    width, height = (long, short) if low else (short, long)
    kept = {edge: getattr(page, edge) / printing.scale for edge in ("side", "top", "bottom", "head", "foot")}
    if page.kind == CARDS.kind:  # a sheet of cards stays what it is, in the middle of any paper
        less = (page.height - height) / 2
        kept = {"side": page.side + (width - page.width) / 2}
        kept |= {edge: getattr(page, edge) - less for edge in ("top", "bottom", "head", "foot")}
    return replace(page, width=width, height=height, **kept)


def turned(page: Page) -> Page:
    """The page on its side: for tables that are too wide for it."""
    return replace(page, kind="turned", width=page.height, height=page.width)


def page_of(document: Document, printing: Printing) -> Page:
    """The page for a document, on the paper that is asked for."""
    return printed(_kind_of(document), printing)


def _kind_of(document: Document) -> Page:
    """The page that suits what the document is made of: most are text, and a form wants room to write."""
    blocks = [block for section in document.sections for block in section.blocks]
    if blocks and all(isinstance(block, CutCards) for block in blocks):
        return CARDS
    if len(blocks) == 1 and isinstance(blocks[0], Certificate):
        return CERTIFICATE
    if document.wide:
        return LANDSCAPE
    if blocks and all(isinstance(block, RunOfShow) for block in blocks):
        return SHEET  # one page beside the laptop
    return FORM if any(isinstance(block, FormTable | RatingTable | Canvas) for block in blocks) else PORTRAIT


@dataclass(frozen=True, slots=True)
class Frame:
    """Where blocks stand: indents from the margins (or the cell's sides), and the style of their paragraphs.

    `inset` false: the styles' own indents hold, as in running text. `cell` says that they stand in a table.
    """

    width: float  # of what may be as wide as it likes: tables, charts, lines to write on
    left: float = 0.0
    right: float = 0.0
    style: str = "Normal"
    inset: bool = False
    cell: bool = False

    def within(self, left: float = 0.0, right: float = 0.0, style: str = "") -> "Frame":
        """The frame moved in from both sides."""
        narrower = self.width - left - right
        return Frame(narrower, self.left + left, self.right + right, style or self.style, inset=True, cell=self.cell)


def in_cell(width: float, style: str = "TableText") -> Frame:
    """The frame of a table's cell, whose paragraphs are `width` wide."""
    return Frame(width, style=style, inset=True, cell=True)
