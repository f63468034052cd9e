"""How everything is set: measures of the page, sizes of type, and the paragraphs made with them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from lessonbuild.fonts import missing_glyphs
from lessonbuild.model.brand import Brand, Colours
from lessonbuild.model.document import Block
from lessonbuild.model.printing import BODY
from lessonbuild.model.text import Text, plain
from lessonbuild.words import Words
from lessonbuild.writers.charts.colours import legible
from lessonbuild.writers.pdf.faces import Faces, faces, markup
from lessonbuild.writers.pdf.stack import Beside, Stack
from lessonbuild.writers.pdf.tagged.elements import Element, Told
from lessonbuild.writers.pdf.tagged.text import Spaces

MM = 72 / 25.4
MARGIN = 22 * MM
TOP, FOOT = 22 * MM, 20 * MM
SIDE = 32 * MM  # the narrow left column with its gutter: clock times, labels of cues, terms
GUTTER = 9.0
SMALLEST = 8.5  # no table is set smaller
LEAST = 16.0  # points on paper: nothing in large print is set smaller (UKAAF)
LEFT, CENTRE, RIGHT = TA_LEFT, TA_CENTER, TA_RIGHT

MEASURE = 132 * MM  # the longest line of running text: about 70 characters

Report = Callable[[str, str], None]
"""Takes the code and the message of what cannot be honoured."""


class Measured(Told, Paragraph):  # type: ignore[misc]  # reportlab ships no types
    """A paragraph that breaks its lines once for each width: it is measured many times, and drawn once."""

    element: Element
    spaces: Spaces

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.element = Element("P")

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if getattr(self, "_measured", None) != width or not hasattr(self, "blPara"):  # split() may drop the lines
            self._size: tuple[float, float] = super().wrap(width, height)
            self._measured = width
        return self._size

    def split(self, width: float, height: float) -> list["Measured"]:
        """The parts on two pages are one element."""
        parts: list[Measured] = super().split(width, height)
        for part in parts:
            part.element, part.spaces = self.element, self.spaces
        return parts

    def beginText(self, x: float, y: float) -> Any:  # noqa: N802
        """Called by reportlab for the text of the paragraph."""
        if self.blPara.kind == 0 and self.frags[0].link:
            ((_, target),) = self.frags[0].link
            return self.canv.text_of_link(self.element, x, y, self.spaces, target, lines=len(self.blPara.lines))
        return self.canv.text_of(self.element, x, y, self.spaces)


class Head(Enum):
    """What stands over the text of a document's first page."""

    OPENING = "opening"  # the logo: the title follows in the text
    TITLED = "titled"  # title and lesson, as on every page: cards and sheets leave no room for more
    NONE = "none"  # nothing, and no page number: the page is hung on a wall


@dataclass(frozen=True, slots=True)
class Voice:
    """The face, size and colour of text: speech is set otherwise than instructions."""

    face: str
    size: float
    leading: float
    colour: str


@dataclass(frozen=True)
class Look:
    """A brand's look on one document's pages. Lengths are points."""

    brand: Brand
    words: Words
    wide: bool
    tight: bool = False  # the page holds a grid that may not break: less is left free above and below
    head: Head = Head.OPENING
    grid_size: float = 10.0  # of the type in grids that must stay on one page
    dry: bool = False  # only counts pages: charts are left out
    part: str = ""  # begins the names of pages and headings where a file holds several documents
    text: Faces = field(init=False)
    heading: Faces = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", faces(self.brand.text))
        object.__setattr__(self, "heading", faces(self.brand.heading))

    @property
    def colours(self) -> Colours:
        return self.brand.colours

    @property
    def strong(self) -> str:
        """The accent, dark enough for words."""
        return legible(self.colours.accent, self.colours.paper, self.colours.ink)

    @property
    def scale(self) -> float:
        """How much larger than laid out everything is drawn: in large print, pages are laid out smaller."""
        return self.brand.printing.scale

    @property
    def large(self) -> bool:
        """Whether it is large print: one column, nothing smaller than 16 points on paper."""
        return self.brand.printing.large

    @property
    def page(self) -> tuple[float, float]:
        short, long = self.brand.printing.sheet
        return (long, short) if self.wide else (short, long)

    @property
    def paper(self) -> tuple[float, float]:
        """The page as it is printed."""
        return self.page[0] * self.scale, self.page[1] * self.scale

    @property
    def width(self) -> float:
        """Of the type area."""
        return self.page[0] - 2 * self.margin

    @property
    def height(self) -> float:
        """Of the type area."""
        return self.page[1] - self.top - self.foot

    @property
    def tallest(self) -> float:
        """What is higher may not find a page that holds it."""
        return self.height * 0.69

    @property
    def margin(self) -> float:
        """At the left and the right."""
        return self.on_paper(20 * MM if self.tight else MARGIN)

    @property
    def top(self) -> float:
        return self.on_paper(21 * MM if self.tight else TOP)

    @property
    def foot(self) -> float:
        return self.on_paper(19 * MM if self.tight else FOOT)

    @property
    def smallest(self) -> float:
        """No table is set smaller."""
        return self.size(SMALLEST)

    def on_paper(self, length: float) -> float:
        """A length of the paper, which large print leaves as it is, on the page that is laid out."""
        return length / self.scale

    def size(self, points: float) -> float:
        """A size of type, or the least that large print allows."""
        return max(points, self.on_paper(LEAST)) if self.large else points

    @property
    def body(self) -> Voice:
        return Voice(self.text.regular, BODY, 14, self.colours.ink)

    def voice(self, size: float, leading: float, *, bold: bool = False, serif: bool = False, colour: str = "") -> Voice:
        """A voice in one of the brand's families; in ink where no colour is named."""
        family = self.heading if serif else self.text
        size, leading = self.size(size), leading * self.size(size) / size
        return Voice(family.bold if bold else family.regular, size, leading, colour or self.colours.ink)

    @property
    def label(self) -> Voice:
        return self.voice(10.5, 14, bold=True)

    @property
    def small(self) -> Voice:
        return self.voice(8.5, 11.5, colour=self.colours.muted)

    def set(
        self, runs: Text, voice: Voice, *,
        before: float = 0, after: float = 0, align: int = LEFT, keep: bool = False, right: float = 0,
    ) -> Measured:  # fmt: skip
        """A paragraph; `keep` where it must stay on the page of what follows."""
        style = ParagraphStyle(
            "set", fontName=voice.face, fontSize=voice.size, leading=voice.leading, textColor=self.ink(voice.colour),
            spaceBefore=before, spaceAfter=after, alignment=align, keepWithNext=int(keep), rightIndent=right,
            allowWidows=0, allowOrphans=0, splitLongWords=1, embeddedHyphenation=int(voice.size < 11.5),
        )  # fmt: skip
        colour = legible(self.colours.second, self.colours.paper, self.colours.ink)
        words = markup(runs, colour if voice.colour == self.colours.ink else voice.colour, self.colours.tint)
        made = Measured(self._drawable(words, voice), style)
        made.spaces = Spaces(plain(runs))
        return made

    def _drawable(self, words: str, voice: Voice) -> str:
        """The markup, with the text's face for signs that the headings' face does not have."""
        if voice.face in (self.heading.regular, self.heading.bold, self.heading.italic):
            for sign in missing_glyphs(words, self.brand.heading.regular):
                words = words.replace(sign, f'<font face="{self.text.regular}">{sign}</font>')
        return words

    def ink(self, colour: str) -> Any:
        """A colour of the brand as reportlab's."""
        return HexColor(f"#{colour}")


PAGES = ("text", "grid", "turned")
"""The kinds of page that a story asks for."""


def look_of(page: str, look: Look) -> Look:
    """The look on pages of a kind."""
    match page:
        case "grid":
            return replace(look, tight=True)
        case "turned":
            return replace(look, wide=True)
        case _:
            return look


@dataclass(frozen=True, slots=True)
class Room:
    """The column in which blocks are set: its width, what is free at its left, and the voice of running text."""

    look: Look
    report: Report
    width: float
    side: float
    voice: Voice
    after: float = 6.0  # between paragraphs
    level: int = 1  # of the section's heading

    @property
    def full(self) -> float:
        """The width with the narrow column."""
        return self.width + self.side

    @property
    def spare(self) -> float:
        """What running text leaves free at the right, so that its lines do not get too long to read."""
        return max(self.width - (MEASURE * 1.5 if self.look.wide else MEASURE), 0.0)

    def inner(self, width: float, voice: Voice | None = None, after: float | None = None) -> "Room":
        """A column within this one, with nothing free beside it."""
        gap = self.after if after is None else after
        return replace(self, width=width, side=0.0, voice=voice or self.voice, after=gap)

    def main(self, flowable: Flowable) -> Flowable:
        """The flowable in the wide column."""
        return Beside(None, flowable, self.side) if self.side else flowable

    def beside(self, piece: Flowable, body: Flowable, narrow: float, drop: float = 0.0) -> Beside:
        """The piece in the narrow column; where there is none, in the first `narrow` points of the wide one."""
        offset = self.side or narrow
        return Beside(piece, body, offset, offset - GUTTER, drop)

    def body_width(self, narrow: float) -> float:
        """The width that `beside` leaves for the body."""
        return self.width if self.side else self.width - narrow

    def fits(self, piece: Flowable) -> bool:
        """Whether a page can hold what never breaks."""
        return float(piece.wrapOn(None, self.full, self.look.height)[1]) <= self.look.height

    def stack(self, items: Sequence[Flowable]) -> Stack:
        """The flowables under each other, as one."""
        return Stack(items, self.look.height)


Draw = Callable[[Sequence[Block], Room], list[Flowable]]
"""Sets blocks in a room: what a block that holds others calls for them."""
