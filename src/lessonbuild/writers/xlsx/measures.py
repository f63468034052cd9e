"""How wide columns and how high rows must be, measured in the brand's faces."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil

from lessonbuild.fonts import advance, line_height, wrap
from lessonbuild.model.brand import Brand, FontFamily
from lessonbuild.model.text import Style, text
from lessonbuild.model.workbook import Column, Kind
from lessonbuild.writers.xlsx.looks import SIZE, TITLE

NARROWEST, WIDEST = 8, 60  # characters of a column
_PIXEL = 0.75  # points
_SAFE = 0.97  # screens set type a little wider than its metrics say
_BUTTON = 3  # characters that the button of a filter takes in a head
_GUTTER = 1.5  # characters that a head over numbers keeps from the head on its left
AIR = 3.0  # points over and under the lines of a row
_HIGHEST = 409.0  # points: no row can be higher


@dataclass(frozen=True, slots=True)
class Measured:
    """A column's place in the layout."""

    width: int  # in characters
    right: bool
    indent: int  # of its texts, where numbers stand close on their left


@dataclass(frozen=True)
class Ruler:
    """Measures in one brand."""

    brand: Brand

    @cached_property
    def _digit(self) -> float:
        """What spreadsheets call a character: a digit, which they round to whole pixels; in points."""
        return max(1, round(advance("0", self.brand.text.regular, SIZE) / _PIXEL)) * _PIXEL

    def characters(self, words: str, bold: bool = False) -> float:
        """The width of the longest line, in characters."""
        face = self.brand.text.bold if bold else self.brand.text.regular
        return max(advance(line, face, SIZE) for line in words.split("\n")) / self._digit

    def lines(self, words: str, width: float, bold: bool = False) -> int:
        """The lines of a text in a width in characters; a word that is wider breaks anywhere."""
        return self._lines(words, self.brand.text, SIZE, width * self._digit * _SAFE, bold)

    def longest(self, head: str, width: float) -> float:
        """The longest line of a head that is broken to a width; both in characters."""
        lines = wrap(text(head, Style.STRONG), self.brand.text, SIZE, width * self._digit * _SAFE)
        return max(self.characters(line, bold=True) for line in lines)

    def height(self, lines: int) -> float:
        """The height of a row of so many lines, in points, with a little air."""
        return min(_HIGHEST, lines * ceil(line_height(self.brand.text, SIZE) + 1) + AIR)

    def title(self, words: str, pixels: float) -> tuple[int, float]:
        """The lines of a title in a width, and their height in points."""
        lines = self._lines(words, self.brand.heading, TITLE, pixels * _PIXEL * _SAFE, bold=True)
        return lines, min(_HIGHEST, lines * line_height(self.brand.heading, TITLE) + 4)

    def note(self, words: str, pixels: float) -> tuple[int, float]:
        """The same of a note."""
        lines = self._lines(words, self.brand.text, SIZE, pixels * _PIXEL * _SAFE, bold=False)
        return lines, self.height(lines)

    def _lines(self, words: str, family: FontFamily, size: float, width: float, bold: bool) -> int:
        face = family.bold if bold else family.regular
        style = Style.STRONG if bold else Style.PLAIN
        broken = wrap(text(words, style), family, size, width)
        return sum(max(1, ceil(advance(line, face, size) / width)) for line in broken)


def measured(
    columns: tuple[Column, ...], words: list[list[str]], total: bool, ruler: Ruler, filtered: bool
) -> tuple[Measured, ...]:
    """The columns: as wide as what stands in them, between 8 and 60 characters. Heads may run over lines.

    `words` are the rows as they will be read; the last is bold where it is a total.
    """
    out: list[Measured] = []
    for number, column in enumerate(columns):
        indent = int(bool(out) and out[-1].right and not _right(column))
        cells = [ruler.characters(row[number], total and row is words[-1]) for row in words]
        width = column.width or _width(column, cells, ruler, _BUTTON if filtered else 0) + 2 * indent
        while _right(column) and ruler.longest(column.head, width) > width - _GUTTER:
            width += 1
        out.append(Measured(width, _right(column), indent))
    return tuple(out)


def _right(column: Column) -> bool:
    return column.kind in (Kind.COUNT, Kind.MONEY, Kind.PRICE, Kind.NUMBER, Kind.SHARE)


def _width(column: Column, cells: list[float], ruler: Ruler, button: int) -> int:
    words = [ruler.characters(word, bold=True) + button + 1 for word in column.head.split()]
    two_lines = ruler.characters(column.head, bold=True) * 0.55 + button + 1
    return min(WIDEST, max(NARROWEST, ceil(max([*cells, *words, two_lines]) * 1.03 + 0.8)))
