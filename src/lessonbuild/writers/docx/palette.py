"""The brand's colours as WordprocessingML attributes: theme colours, so that a document can be re-coloured in Word."""

from dataclasses import dataclass

from lessonbuild.model.brand import Colours
from lessonbuild.writers.charts.colours import contrast
from lessonbuild.writers.docx.xml import Element, w

_THEME = {
    "ink": "text1", "paper": "background1", "dark": "text2", "tint": "background2",
    "accent": "accent1", "second": "accent2", "muted": "accent5", "line": "accent6",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role ("ink", "accent" ...), as `Colours` names them."""

    colours: Colours

    def words(self, role: str) -> Element:
        """The colour of words."""
        return w("color", val=self._hex(role), themeColor=_THEME[role])

    def ground(self, role: str) -> Element:
        """The fill behind words, a paragraph or a cell."""
        return w("shd", val="clear", color="auto", fill=self._hex(role), themeFill=_THEME[role])

    def edge(self, side: str, role: str, width: float, space: int = 0, line: str = "single") -> Element:
        """A rule on one side (of a paragraph, a cell, a table) or, as "bdr", around words. `width` in points."""
        colour = {"color": self._hex(role), "themeColor": _THEME[role]}
        return w(side, val=line, sz=round(width * 8), space=space, **colour)

    def on(self, role: str) -> str:
        """Ink or paper: what reads better on this ground."""
        ground = self._hex(role)
        return max(("ink", "paper"), key=lambda words: contrast(self._hex(words), ground))

    def _hex(self, role: str) -> str:
        return str(getattr(self.colours, role))
