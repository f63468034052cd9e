"""What a document is printed on and for whom: paper, large print, greys."""

from dataclasses import dataclass
from enum import Enum

_MM = 72 / 25.4
BODY, LARGE = 10.5, 18.0  # points: running text as it is usually set, and in large print (UKAAF: 16 to 18)


class Paper(Enum):
    """Sheets that an office has."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """The short and the long side in points."""
        return (210 * _MM, 297 * _MM) if self is Paper.A4 else (8.5 * 72, 11 * 72)


@dataclass(frozen=True, slots=True)
class Printing:
    """How a document is printed; as it stands, as most are."""

    paper: Paper = Paper.A4
    large: bool = False  # running text of 18 points, and everything else in proportion, in one column
    grey: bool = False  # for a printer without colours

    @property
    def scale(self) -> float:
        """How much larger than usual everything is: pages are laid out smaller by as much, and then enlarged."""
        return LARGE / BODY if self.large else 1.0

    @property
    def sheet(self) -> tuple[float, float]:
        """The short and the long side of the page that is laid out, in points."""
        short, long = self.paper.size
        return short / self.scale, long / self.scale

    @property
    def suffix(self) -> str:
        """What a file of it has in its name: ".letter.large.grey", and nothing where all is as usual."""
        asked = ((self.paper.value, self.paper is not Paper.A4), ("large", self.large), ("grey", self.grey))
        return "".join(f".{word}" for word, wanted in asked if wanted)


USUAL = Printing()
