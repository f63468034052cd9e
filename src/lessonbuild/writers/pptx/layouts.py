"""The layouts of the master: which placeholders each has, where they stand on the grid, and in which type."""

from dataclasses import dataclass

from lessonbuild.writers.pptx.grid import (
    BODY_TOP,
    FOOT_HEIGHT,
    FOOT_TOP,
    SLIDE,
    SOURCE_HEIGHT,
    TITLE_HEIGHT,
    TITLE_TOP,
    Box,
    span,
)
from lessonbuild.writers.pptx.pieces import Anchor, Colour, Shape


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder: its name, kind in PowerPoint's words, place and type."""

    name: str
    box: Box
    size: float = 22
    colour: Colour = Colour.INK
    kind: str = "body"
    heading: bool = False
    anchor: Anchor = Anchor.TOP
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A named layout: its ground, its title, its placeholders, and what is printed on it."""

    name: str
    title: Slot
    slots: tuple[Slot, ...] = ()
    ground: Colour = Colour.PAPER
    printed: tuple[Shape, ...] = ()

    @property
    def dark(self) -> bool:
        """Whether words stand in light colours on it."""
        return self.ground is Colour.DARK

    def slot(self, name: str) -> Slot:
        """The placeholder of that name."""
        return next(slot for slot in (self.title, *self.slots) if slot.name == name)

    def index(self, name: str) -> int:
        """The number by which a slide's placeholder finds its slot."""
        return 10 + [slot.name for slot in self.slots].index(name)


def _title(box: Box = span(1, 12, TITLE_TOP, TITLE_TOP + TITLE_HEIGHT), size: float = 30) -> Slot:  # noqa: B008 (a constant)
    return Slot("title", box, size, Colour.DARK, "title", heading=True)


def _poster(box: Box, size: float = 40) -> Slot:
    return Slot("title", box, size, Colour.PAPER, "title", heading=True, anchor=Anchor.BOTTOM)


def _kicker(colour: Colour) -> Slot:
    """A title that steps back behind the sentence or figure under it."""
    return Slot("title", span(1, 11, TITLE_TOP, TITLE_TOP + 56), 22, colour, "title", bold=True)


SOURCE = Slot("source", span(1, 12, 486 - SOURCE_HEIGHT, 486), 14, Colour.MUTED, anchor=Anchor.BOTTOM)
PANEL = Box(span(10, 12).x - 14.4, 0, SLIDE.w - span(10, 12).x + 14.4, SLIDE.h)  # the dark side of an activity
_CLOCK = PANEL._replace(x=PANEL.x + 28, w=PANEL.w - 56)
_TASK = span(1, 9)._replace(w=span(1, 9).w - 24)  # what is to be done, clear of the panel

LAYOUTS = (
    Layout(
        "Title", _poster(span(1, 8, 72, 300), 54),
        (Slot("subtitle", span(1, 7, 316, 384), 22, Colour.GLOW, "subTitle"),
         Slot("facts", span(1, 6, 420, 496), 18, Colour.PALE, anchor=Anchor.BOTTOM)),
        Colour.DARK,
    ),
    Layout(
        "Section", _poster(span(1, 9, 190, 310)),
        (Slot("number", span(1, 4, 20, 200), 144, Colour.GLOW, bold=True),
         Slot("clock", span(1, 7, 324, 354), 22, Colour.GLOW, bold=True),
         Slot("does", span(1, 7, 362, 490), 22, Colour.PALE)),
        Colour.DARK,
    ),
    Layout(
        "Statement", _kicker(Colour.GLOW),
        (Slot("statement", span(1, 11, 110, 462), 54, Colour.PAPER, heading=True, anchor=Anchor.MIDDLE),), Colour.DARK,
    ),
    Layout("Text", _title(), (Slot("text", span(1, 9)), SOURCE)),
    Layout(
        "Two columns", _title(),
        (Slot("left name", span(1, 6, BODY_TOP + 10, BODY_TOP + 44), 24, Colour.SECOND, heading=True),
         Slot("left", span(1, 6, BODY_TOP + 54, 410)),
         Slot("right name", span(7, 12, BODY_TOP + 10, BODY_TOP + 44), 24, Colour.ACCENT, heading=True),
         Slot("right", span(7, 12, BODY_TOP + 54, 410)),
         Slot("verdict", span(1, 12, 426, 480), 20, Colour.DARK, anchor=Anchor.MIDDLE, bold=True), SOURCE),
    ),
    Layout(
        "Picture with caption", _title(),
        (Slot("picture", span(1, 8), kind="pic"),
         Slot("caption", span(9, 12), 18, Colour.MUTED, anchor=Anchor.BOTTOM), SOURCE),
    ),
    Layout("Chart", _title(), (Slot("chart", span(1, 8), kind="chart"), Slot("text", span(9, 12), 20), SOURCE)),
    Layout("Table", _title(), (Slot("table", span(1, 12), kind="tbl"), Slot("text", span(9, 12), 20), SOURCE)),
    Layout("Diagram", _title(), (Slot("text", span(1, 12, 430), 18), SOURCE)),
    Layout("Cards", _title(), (Slot("text", span(1, 12, 430), 18), SOURCE)),
    Layout(
        "Activity with timer", _title(span(1, 9, TITLE_TOP, TITLE_TOP + TITLE_HEIGHT)),
        (Slot("task", _TASK._replace(y=BODY_TOP, h=74), 26, Colour.DARK, bold=True),
         Slot("steps", _TASK._replace(y=212, h=208), 26),
         Slot("hand-in", _TASK._replace(y=430, h=56), 22, Colour.INK, anchor=Anchor.BOTTOM),
         Slot("minutes", _CLOCK._replace(y=104, h=150), 120, Colour.PAPER, anchor=Anchor.BOTTOM, bold=True),
         Slot("unit", _CLOCK._replace(y=252, h=34), 26, Colour.PALE),
         Slot("until", _CLOCK._replace(y=396, h=80), 30, Colour.PAPER, bold=True, anchor=Anchor.BOTTOM)),
        printed=(Shape(PANEL, fill=Colour.DARK, name="Panel"),),
    ),
    Layout("Poll", _title(), (Slot("options", span(1, 11)), SOURCE)),
    Layout(
        "Question", Slot("title", span(1, 6, 40, 400), 48, Colour.DARK, "title", heading=True),
        (Slot("how", span(1, 6, 426, 486), 24, Colour.ACCENT, anchor=Anchor.BOTTOM, bold=True),
         Slot("prompts", span(8, 12, 48, 486), 28, anchor=Anchor.TOP)),
        Colour.TINT,
    ),
    Layout(
        "Quote", _kicker(Colour.MUTED),
        (Slot("quote", span(2, 11, 148, 400), 40, Colour.DARK, heading=True),
         Slot("by", span(2, 11, 410, 450), 18, Colour.MUTED)),
        Colour.TINT,
    ),
    Layout(
        "Number", _kicker(Colour.MUTED),
        (Slot("number", span(1, 12, 84, 334), 200, Colour.ACCENT, anchor=Anchor.BOTTOM, bold=True),
         Slot("means", span(1, 9, 346, 456), 28, Colour.INK), SOURCE),
        Colour.TINT,
    ),
    Layout(
        "Closing", _kicker(Colour.GLOW),
        (Slot("text", span(1, 8, 110, 400), 40, Colour.PAPER, heading=True, anchor=Anchor.MIDDLE),
         Slot("facts", span(1, 6, 420, 496), 18, Colour.PALE, anchor=Anchor.BOTTOM)),
        Colour.DARK,
    ),
)  # fmt: skip

_FOOT = span(1, 9, FOOT_TOP, FOOT_TOP + FOOT_HEIGHT)
PAGE = Slot("page", _FOOT._replace(w=30), 14, Colour.MUTED, "sldNum", anchor=Anchor.MIDDLE, bold=True)
FOOTER = Slot("footer", _FOOT._replace(x=_FOOT.x + 34, w=_FOOT.w - 34), 14, Colour.MUTED, "ftr", anchor=Anchor.MIDDLE)


def layout(name: str) -> Layout:
    """The layout of that name."""
    return next(found for found in LAYOUTS if found.name == name)
