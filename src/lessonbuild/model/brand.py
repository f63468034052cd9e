"""How an organisation's documents look: colours by role, two families of type, a logo."""

from dataclasses import dataclass, field

from lessonbuild.model.printing import USUAL, Printing


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by what they are for, as six hexadecimal digits without '#'."""

    ink: str  # text
    paper: str  # ground
    accent: str  # what matters now
    second: str  # what it is contrasted with
    dark: str  # the ground of dividers and covers
    muted: str  # secondary text; 4.5:1 on paper
    line: str  # hairlines and context marks
    tint: str  # light ground of boxes and table heads
    series: tuple[str, ...]  # of charts, in order


@dataclass(frozen=True, slots=True)
class FontFamily:
    """A family that Office documents name, and the faces (TrueType bytes) that measure and embed it here.

    `name` is the font that readers have (Calibri); `twin` its metric equal whose faces we hold (Carlito).
    """

    name: str
    twin: str
    regular: bytes = field(repr=False)
    bold: bytes = field(repr=False)
    italic: bytes = field(repr=False)
    bold_italic: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Brand:
    """A resolved brand: nothing in it refers to a file any more."""

    name: str  # the folder's name
    organisation: str
    colours: Colours
    text: FontFamily
    heading: FontFamily
    footer: str = ""
    logo: bytes | None = field(default=None, repr=False)
    logo_alt: str = ""
    printing: Printing = USUAL
