"""Measuring text: writers lay out with it, checks foretell with it. Widths are sums of advances, unkerned: a safe
upper bound (kerning narrows a line by about one per cent).
"""

import logging
import re
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from lessonbuild.model.brand import FontFamily
from lessonbuild.model.text import Style, Text


class Metrics(NamedTuple):
    """What a face says of itself, in thousandths of the size."""

    advances: dict[int, float]  # by code point
    missing: float  # the advance of what the face cannot draw
    ascent: float
    descent: float  # negative
    gap: float

    @property
    def line(self) -> float:
        """The height of a line as Office sets it at single spacing."""
        return self.ascent - self.descent + self.gap


@lru_cache(maxsize=32)
def metrics(face: bytes) -> Metrics:
    """Read a TrueType face once."""
    from fontTools.ttLib import TTFont  # heavy: imported on use

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it remarks on the age of old fonts
    font = TTFont(BytesIO(face), lazy=True)
    scale = 1000 / font["head"].unitsPerEm
    widths = font["hmtx"].metrics
    advances = {code: widths[name][0] * scale for code, name in font.getBestCmap().items()}
    hhea = font["hhea"]
    return Metrics(
        advances, widths[".notdef"][0] * scale, hhea.ascent * scale, hhea.descent * scale, hhea.lineGap * scale
    )


def face_of(family: FontFamily, style: Style, bold: bool = False) -> bytes:
    """The face in which a run of this style is set; `bold` where the whole paragraph is."""
    if bold or style is Style.STRONG:
        return family.bold_italic if style is Style.EMPHASIS else family.bold
    return family.italic if style is Style.EMPHASIS else family.regular


def advance(words: str, face: bytes, size: float) -> float:
    """The width of the words in points."""
    table = metrics(face)
    return sum(table.advances.get(ord(c), table.missing) for c in words) * size / 1000


def line_height(family: FontFamily, size: float, spacing: float = 1.0) -> float:
    """The height of a line in points."""
    return metrics(family.regular).line * size / 1000 * spacing


def missing_glyphs(words: str, face: bytes) -> str:
    """The characters that the face cannot draw, each once."""
    table = metrics(face)
    return "".join(dict.fromkeys(c for c in words if ord(c) not in table.advances and not c.isspace()))


def wrap(runs: Text, family: FontFamily, size: float, width: float, bold: bool = False) -> list[str]:
    """The lines into which the text breaks: greedily, at spaces and after hyphens, as Office does."""
    lines: list[str] = []
    line, used = "", 0.0
    for word, wide in _words(runs, family, size, bold):
        if word == "\n":
            lines.append(line)
            line, used = "", 0.0
            continue
        bare = wide - (advance(" ", family.regular, size) if word.endswith(" ") else 0)
        if line and used + bare > width:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += word
        used += wide
    return [*lines, line.rstrip()]


def height(
    runs: Text, family: FontFamily, size: float, width: float, spacing: float = 1.0, bold: bool = False
) -> float:
    """How high the text stands when set to the width, in points."""
    return len(wrap(runs, family, size, width, bold)) * line_height(family, size, spacing)


def widest_word(runs: Text, family: FontFamily, size: float, bold: bool = False) -> float:
    """The width of the longest piece that cannot be broken: no column may be narrower."""
    return max((wide for _, wide in _words(runs, family, size, bold)), default=0.0)


def _words(runs: Text, family: FontFamily, size: float, bold: bool) -> list[tuple[str, float]]:
    """Unbreakable pieces with their widths; a piece may run over several runs ("un**break**able")."""
    pieces: list[tuple[str, float]] = []
    joined = False
    for run in runs:
        for piece in re.findall(r"\n|[^ \n\-–—/]*[\-–—/]|[^ \n\-–—/]+ *| +", run.text.replace("\t", " ")):
            wide = 0.0 if piece == "\n" else advance(piece, face_of(family, run.style, bold), size)
            if joined and pieces and piece != "\n":
                last, before = pieces.pop()
                pieces.append((last + piece, before + wide))
            else:
                pieces.append((piece, wide))
            joined = not piece.endswith((" ", "\n", "-", "–", "—", "/"))
    return pieces
