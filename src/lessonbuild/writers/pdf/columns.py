"""How wide each column of a table is: measured by what stands in it, so that the table is as low as it can be."""

from collections.abc import Sequence
from itertools import permutations

from lessonbuild.fonts import advance, face_of
from lessonbuild.model.brand import FontFamily
from lessonbuild.model.document import Table
from lessonbuild.model.text import Text

GAP = 10.0  # between columns
APART = 8.0  # more, between figures, which end at the right, and words, which begin at the left
_ROWS = 60  # of a long table, so many are measured

Cell = list[list[float]]  # the widths of its words, line by line


class Wants:
    """What a table's columns want at a size of type: the width of their words and lines."""

    def __init__(self, block: Table, family: FontFamily, size: float, gap: float = GAP) -> None:
        last = len(block.head) - 1
        parted = {c for c in block.numeric if c + 1 not in block.numeric}
        self.gap_after = [0.0 if c == last else gap + APART * (c in parted) for c in range(last + 1)]
        self.space = advance(" ", family.regular, size)
        rows = [
            (block.head, True),
            *((row, block.total and i == len(block.rows) - 1) for i, row in enumerate(block.rows)),
        ]
        self.cells = [[_cell(row[c], family, size, bold) for row, bold in rows] for c in range(len(block.head))]
        self.natural = [
            max((self._long(line) for cell in column for line in cell), default=0.0) + 1 for column in self.cells
        ]
        self.least = [
            max((w for cell in column for line in cell for w in line), default=0.0) + 1 for column in self.cells
        ]
        self._counted: dict[tuple[int, int], list[int]] = {}

    @property
    def gaps(self) -> float:
        """The space between the columns."""
        return sum(self.gap_after)

    def _long(self, line: list[float]) -> float:
        return sum(line) + self.space * max(len(line) - 1, 0)

    def widths(self, width: float) -> list[float]:
        """Columns that fill the width, each with its gap at its right."""
        room = width - self.gaps
        if sum(self.natural) <= room:
            given = [w * room / sum(self.natural) for w in self.natural]
        elif sum(self.least) >= room:
            given = [w * room / sum(self.least) for w in self.least]
        else:
            given = self._settled(self._shared(room - sum(self.least)))
        return [w + after for w, after in zip(given, self.gap_after, strict=True)]

    def _shared(self, spare: float) -> list[float]:
        """What the longest words leave, in proportion to what the lines want."""
        more = [n - m for n, m in zip(self.natural, self.least, strict=True)]
        return [m + spare * w / sum(more) for m, w in zip(self.least, more, strict=True)]

    def _settled(self, given: list[float]) -> list[float]:
        """Move width from column to column as long as the table gets lower."""
        low = self._height(given)
        for step in (40.0, 20.0, 10.0, 5.0):
            moved = True
            while moved:
                moved = False
                for i, j in permutations(range(len(given)), 2):
                    if given[i] - step < self.least[i] or given[j] >= self.natural[j]:
                        continue
                    tried = [w - step if c == i else w + step if c == j else w for c, w in enumerate(given)]
                    if (high := self._height(tried)) < low:
                        given, low, moved = tried, high, True
        return given

    def _height(self, given: Sequence[float]) -> int:
        """The lines of all rows together."""
        columns = [self._lines(c, int(w)) for c, w in enumerate(given)]
        return sum(max(row) for row in zip(*columns, strict=True))

    def _lines(self, column: int, width: int) -> list[int]:
        if (column, width) not in self._counted:
            cells = self.cells[column][:_ROWS]
            self._counted[column, width] = [sum(_broken(line, width, self.space) for line in cell) for cell in cells]
        return self._counted[column, width]


def _cell(words: Text, family: FontFamily, size: float, bold: bool) -> Cell:
    lines: Cell = [[]]
    joined = False
    for run in words:
        face = face_of(family, run.style, bold)
        for n, part in enumerate(run.text.split("\n")):
            if n:
                lines.append([])
                joined = False
            for i, word in enumerate(part.split(" ")):
                wide = advance(word, face, size)
                if i == 0 and joined and lines[-1]:
                    lines[-1][-1] += wide
                elif word:
                    lines[-1].append(wide)
            joined = not part.endswith(" ")
    return lines


def _broken(words: list[float], width: float, space: float) -> int:
    lines, used = 1, 0.0
    for word in words:
        if used and used + space + word > width:
            lines, used = lines + 1, word
        else:
            used += (space if used else 0) + word
    return lines
