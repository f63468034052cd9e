"""What a slide is made of once everything is decided: words of a size in a box, shapes, lines, tables, charts.

`deck.py` and its compositions make these, purely; `draw.py` turns them into PowerPoint's XML and decides nothing.
"""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from lessonbuild.model.blocks import Chart
from lessonbuild.model.text import Text
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.labels import Spot
from lessonbuild.writers.pptx.scale import Scale


class Tone(NamedTuple):
    """A colour of the theme: its name there, and how far it is moved towards white or black (per cent)."""

    slot: str
    share: int = 100


class Colour(Enum):
    """What slides are drawn in, by what it is for."""

    INK = Tone("tx1")
    PAPER = Tone("bg1")
    DARK = Tone("tx2")
    TINT = Tone("bg2")
    ACCENT = Tone("accent1")
    SECOND = Tone("accent2")
    THIRD = Tone("accent3")
    FOURTH = Tone("accent4")
    MUTED = Tone("accent5")
    LINE = Tone("accent6")
    GREY = Tone("accent5", 60)  # lines and arrows around what is shown
    PALE = Tone("bg1", -75)  # secondary words on dark
    GLOW = Tone("accent1", 60)  # the accent where it stands on dark
    DUSK = Tone("tx2", 85)  # a panel on dark


Hue = Colour | Tone


class Align(Enum):
    """Where the lines of a paragraph begin."""

    LEFT = "l"
    CENTRE = "ctr"
    RIGHT = "r"


class Anchor(Enum):
    """Where words stand in their box."""

    TOP = "t"
    MIDDLE = "ctr"
    BOTTOM = "b"


class Bullet(Enum):
    """What stands before a paragraph."""

    NONE = "none"
    DASH = "dash"
    BOX = "box"
    NUMBER = "number"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph with everything that is decided about it. Sizes and distances are points."""

    runs: Text
    size: float
    colour: Hue = Colour.INK
    bold: bool = False
    heading: bool = False  # in the family of headings
    align: Align = Align.LEFT
    before: float = 0
    bullet: Bullet = Bullet.NONE
    indent: float = 0  # where the text stands right of its bullet
    number: int = 1


@dataclass(frozen=True, slots=True)
class Words:
    """Text in a box that wraps and never shrinks; `slot` names the placeholder of the layout that it fills."""

    box: Box
    paras: tuple[Para, ...]
    anchor: Anchor = Anchor.TOP
    slot: str = ""
    name: str = "Text"


class Form(Enum):
    """The outline of a shape, by PowerPoint's name."""

    RECT = "rect"
    OVAL = "ellipse"
    PENTAGON = "homePlate"
    CHEVRON = "chevron"


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn shape, perhaps with words in it. `taper` makes a rectangle's lower edge that share of its upper one."""

    box: Box
    form: Form = Form.RECT
    fill: Hue | None = None
    line: Colour | None = None
    weight: float = 0.75
    paras: tuple[Para, ...] = ()
    anchor: Anchor = Anchor.MIDDLE
    pad: float = 0
    name: str = "Shape"
    point: float = 0  # how far the tip of a pentagon or chevron stands out
    taper: float = 1
    seconds: int = 0  # empties in this time once it is clicked


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: Colour = Colour.LINE
    weight: float = 0.75
    dashed: bool = False
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Arc:
    """A part of an ellipse's outline, clockwise from one angle to another (degrees, 0 = right), with an arrowhead."""

    box: Box
    start: float
    end: float
    colour: Colour = Colour.GREY
    weight: float = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that are one picture; without `alt` they are decoration."""

    name: str
    alt: str
    pieces: "tuple[Shape | Stroke | Arc | Words, ...]"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    para: Para
    rule: Colour  # under it
    weight: float = 0.75
    open: bool = False  # room to write
    right: float = 0  # kept free right of the words, beside the table's own padding
    ground: Tone | None = None
    ring: bool = False  # framed all around

    def inner(self, column: int, width: float, pad: float) -> float:
        """The width for words: the first column's begin at the edge, so that they align with the title."""
        return width - (1 if column == 0 else 2) * pad - self.right


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with every width and height measured."""

    box: Box
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alt: str
    pad: float  # left and right of words
    down: float  # above and below them
    anchors: tuple[Anchor, ...]  # of each row
    slot: str = "table"
    total: bool = False


@dataclass(frozen=True, slots=True)
class Brush:
    """How a series is drawn: its marks and the words in them, its name, and its mark at a chosen category."""

    fill: Tone
    on: Colour
    words: Hue
    loud: bool
    chosen: Tone
    on_chosen: Colour
    dash: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A native chart: the block, where the plot area stands in the box, its scale and what is labelled."""

    box: Box
    inner: Box  # the plot area, on the slide
    chart: Chart
    top: float  # of the value axis
    bottom: float
    step: float
    valued: bool  # every point carries its value, and there is no value axis
    skip: int  # every how manyth category is named
    shifts: tuple[tuple[str, float], ...] = ()  # how far the label at the end of a series moves down, in points
    ends: bool = False  # series are named at their ends
    places: tuple[tuple[tuple[str, str], Spot], ...] = ()  # where labels of (series, category) stand
    size: float = 14
    slot: str = "chart"
    across: Scale | None = None  # of a scatter chart
    brushes: tuple[Brush, ...] = ()  # one a series
    points: tuple[Tone, ...] = ()  # one a category, in a waterfall and a scatter chart
    signed: bool = False  # values are changes, in a tornado


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture, fitted into its box."""

    box: Box
    data: bytes
    alt: str
    slot: str = "picture"


Piece = Words | Shape | Stroke | Arc | Group | Grid | Plot | Photo


@dataclass(frozen=True, slots=True)
class Scene:
    """What one slide shows under its title; `title` only where the scene sets it in a way of its own."""

    layout: str
    pieces: tuple[Piece, ...]
    title: Words | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide, decided."""

    layout: str
    title: Words
    pieces: tuple[Piece, ...]
    notes: tuple[Para, ...]
    group: str
    footer: str
