"""Worksheets: a task, and the room to answer it. A part's `kind` says what is asked, not how it looks."""

from typing import Annotated, Literal

from pydantic import Field

from lessonbuild.model.item import Cell, Id, Item, Line, Minutes, Prose
from lessonbuild.model.slide import AxisOfQuadrant

Rows = Annotated[int, Field(ge=0, le=40)]
Room = Annotated[int, Field(ge=1, le=25)]
"""Lines to write on, 8 mm apart."""


class TextPart(Item):
    """Something to read before one writes."""

    kind: Literal["text"]
    title: Line | None = None
    text: Prose


class NotePart(Item):
    """A few lines set apart: a hint, a rule, an example."""

    kind: Literal["note"]
    title: Line
    text: Prose


class LinesPart(Item):
    """A question answered in sentences."""

    kind: Literal["lines"]
    question: Line
    hint: Line | None = None
    lines: Room = 3


class FieldsPart(Item):
    """Short fields that stand beside each other: team, date, owner. That of the id `date` takes a day."""

    kind: Literal["fields"]
    fields: dict[Id, Line] = Field(min_length=1, max_length=4)


class GridPart(Item):
    """A table to fill in. An empty cell is room to write; cells that a row leaves out are empty."""

    kind: Literal["grid"]
    title: Line | None = None
    text: Prose | None = None
    columns: list[Line] = Field(min_length=2, max_length=8)
    rows: list[list[Cell]] = []
    """What is printed: a list of cells a row, `""` for an empty one."""
    blank: Rows = 0
    """How many empty rows follow."""
    lines: Room = 1
    """How high a row is that has something to fill in."""
    shares: list[float] = []
    """How wide the columns are, one to another."""
    tick: list[int] = []
    """The columns that hold a box to tick, the first being 1."""
    total: bool = False
    """Whether the last row sums the others."""
    shows: Line
    """What is to be filled in, for those who cannot see it."""


class Box(Item):
    """One field of a canvas."""

    name: Line
    prompt: Line | None = None
    """The question that belongs into it."""
    lines: Room = 4


class BoxesPart(Item):
    """A canvas: named boxes that make one picture together."""

    kind: Literal["boxes"]
    title: Line | None = None
    boxes: list[Box] = Field(min_length=2, max_length=12)
    across: Annotated[int, Field(ge=1, le=3)] = 2
    """How many stand beside each other."""


class ChecksPart(Item):
    """Things to tick off."""

    kind: Literal["checks"]
    title: Line | None = None
    items: list[Line] = Field(min_length=1)


class ChoicePart(Item):
    """A question with options."""

    kind: Literal["choice"]
    question: Line
    options: list[Line] = Field(min_length=2, max_length=8)
    several: bool = False


class RatingPart(Item):
    """Statements that are rated on one scale."""

    kind: Literal["rating"]
    title: Line | None = None
    statements: dict[Id, Line] = Field(min_length=1)
    scale: list[Line] = Field(min_length=2, max_length=7)
    """A word for every point, lowest first."""


class PlotPart(Item):
    """Two axes with empty fields, in which notes are placed."""

    kind: Literal["plot"]
    title: Line | None = None
    across: AxisOfQuadrant
    up: AxisOfQuadrant
    quarters: list[Line] = Field(min_length=4, max_length=4)
    """What the fields are called: top left, top right, bottom left, bottom right."""
    lines: Room = 5
    """How high each field is."""
    shows: Line


class ExhibitPart(Item):
    """A chart or table of the lesson, to work from."""

    kind: Literal["exhibit"]
    exhibit: Id


class FormulaPart(Item):
    """A formula of the lesson with its worked example."""

    kind: Literal["formula"]
    formula: Id


AnyPart = Annotated[
    TextPart
    | NotePart
    | LinesPart
    | FieldsPart
    | GridPart
    | BoxesPart
    | ChecksPart
    | ChoicePart
    | RatingPart
    | PlotPart
    | ExhibitPart
    | FormulaPart,
    Field(discriminator="kind"),
]


class Worksheet(Item):
    """One task with room to answer it. It begins on a page of its own."""

    title: Line
    phase: Literal["engage", "explore", "explain", "elaborate", "evaluate"] | None = None
    """When it is used."""
    minutes: Minutes | None = None
    who: Line | None = None
    """Who fills it in: "Finance partner and procurement, for the team"."""
    intro: Prose | None = None
    """What to do, and why it helps."""
    parts: list[AnyPart] = Field(min_length=1)
    hand_in: Line | None = None
    """What the team has at the end."""
    board: bool = False
    """Whether each team gets it as a frame to write in together, on a shared deck."""


class Form(Item):
    """A paper of several tasks: a template for the learner's own organization, a checklist for an audit."""

    intro: Prose
    pages: list[Worksheet] = Field(min_length=1)
