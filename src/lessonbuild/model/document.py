"""What a reader meets, free of any format: documents of sections of blocks.

The core blocks are few, and every writer draws all of them. Every other block (`blocks.py`) is `Composed`: it can
say itself with simpler blocks, so that a new format needs the core only and a new block needs one class only.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import Enum

from lessonbuild.model.place import Place
from lessonbuild.model.text import Text, plain


class Audience(Enum):
    """Who may hold the document in their hands, and so what may be in it."""

    FACILITATOR = "facilitator"
    LEARNER = "learner"
    OPEN = "open"  # whoever is given it: it belongs to no session


class Role(Enum):
    """What a paragraph is for."""

    BODY = "body"
    LEAD = "lead"  # the opening sentence or two of a section
    SOURCE = "source"  # where a figure comes from; a footnote to what stands above
    LABEL = "label"  # a few words that name what follows


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Text
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items in no order."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items in an order that matters, or that are referred to by number."""

    items: tuple[Text, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head. `description` says in words what the table shows, for those who cannot see it."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    description: str
    caption: Text = ()
    numeric: tuple[int, ...] = ()  # the columns that hold numbers, counted from 0
    total: bool = False  # the last row sums the others
    widths: tuple[float, ...] = ()  # shares of the width, one a column; none: by content


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture (PNG or JPEG bytes) with what it shows in words."""

    picture: bytes
    alt: str
    caption: Text = ()


class Composed(ABC):
    """A block that can be said with simpler blocks; a writer may draw it better."""

    __slots__ = ()

    @abstractmethod
    def parts(self) -> tuple["Block", ...]:
        """The same content in simpler blocks; nothing may be lost."""


Core = Paragraph | BulletList | NumberedList | Table | Figure
Block = Core | Composed


@dataclass(frozen=True, slots=True)
class Section:
    """A slide, or a heading with what follows it."""

    title: Text
    blocks: tuple[Block, ...]
    notes: tuple[Block, ...] = ()  # said, not shown
    place: Place | None = None
    level: int = 1  # of the heading, 1 to 3
    starts_page: bool = False  # the reader turns the page here
    group: str = ""  # the phase that a slide belongs to
    closed: bool = False  # its exhibits stand before the next heading: no text refers to them from elsewhere


@dataclass(frozen=True, slots=True)
class Document:
    """One published document."""

    name: str  # "facilitator-guide"; also the file name
    title: Text
    audience: Audience
    sections: tuple[Section, ...]
    lesson: str  # the lesson's title, for running heads
    language: str  # a BCP 47 tag
    date: str  # ISO; the lesson's date, never today's
    subtitle: Text = ()
    wide: bool = False  # needs the long side of the page
    contents: bool = False  # long enough to want a table of contents
    form: bool = False  # handed out to be filled in, every page of it: nothing else in it is for readers to change


def spoken(block: Block) -> str:
    """Every word of a block, in reading order: for searching and for comparing what was written with what is read."""
    match block:
        case Paragraph():
            return plain(block.text)
        case BulletList() | NumberedList():
            return "\n".join(plain(item) for item in block.items)
        case Table():
            rows = (block.head, *block.rows)
            return "\n".join([plain(block.caption), *("\t".join(plain(cell) for cell in row) for row in rows)])
        case Composed():
            return "\n".join(spoken(part) for part in block.parts())
        case _:
            return plain(block.caption)
