"""Measures the labels of a chart."""

from dataclasses import dataclass

from lessonbuild.model.brand import Brand
from lessonbuild.model.text import text
from lessonbuild.writers.pptx import fit
from lessonbuild.writers.pptx.pieces import Para


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures labels of one size."""

    size: float
    brand: Brand

    @property
    def line(self) -> float:
        """The height of a line of labels."""
        return self.size * 1.28

    def wide(self, words: str, bold: bool = False) -> float:
        """The width of a label on one line."""
        return fit.width(text(words), self.size, self.brand, bold) if words else 0.0

    def lines(self, words: str, width: float) -> int:
        """How many lines a label takes."""
        return fit.lines(Para(text(words), self.size), width, self.brand)

    def whole(self, words: str, width: float) -> bool:
        """Whether no word of it is broken."""
        return fit.whole((Para(text(words), self.size),), width, self.brand)
