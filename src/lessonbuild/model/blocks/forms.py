"""Blocks that are filled in, by hand or on a screen.

They say the names of their fields, which are the same in every format, so that answers are collected whatever they
were given on. A writer numbers a name that is taken (`FieldNames`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from lessonbuild.model.blocks.naming import named
from lessonbuild.model.document import Block, BulletList, Composed, Paragraph, Role, Table
from lessonbuild.model.text import Text, plain, text


@dataclass(frozen=True, slots=True)
class Checklist(Composed):
    """Things to tick off. Nobody collects them: their boxes are only numbered."""

    FIELD: ClassVar[str] = "tick"

    items: tuple[Text, ...]

    def parts(self) -> tuple[Block, ...]:
        return (BulletList(self.items),)


@dataclass(frozen=True, slots=True)
class AnswerLines(Composed):
    """Room for handwriting: ruled lines, 8 mm apart."""

    count: int

    def parts(self) -> tuple[Block, ...]:
        return (Paragraph(text("\n".join(["_" * 60] * self.count))),)


@dataclass(frozen=True, slots=True)
class TextField(Composed):
    """A question answered in words. `id` is the stable name by which the answer is collected."""

    id: str
    label: Text
    lines: int = 1
    hint: Text = ()
    date: bool = False  # the answer is a day, which is picked where a program offers that

    @property
    def asked(self) -> str:
        """What the field asks for, to those who meet it alone."""
        return _together(self.label, self.hint)

    def parts(self) -> tuple[Block, ...]:
        hint = (Paragraph(self.hint, Role.SOURCE),) if self.hint else ()
        return (Paragraph(self.label, Role.LABEL), *hint, AnswerLines(self.lines))


@dataclass(frozen=True, slots=True)
class FieldRow(Composed):
    """Short fields that stand beside each other: team, date, reviewer."""

    fields: tuple[TextField, ...]
    slim: bool = False  # the head of a sheet: each label before its line

    def parts(self) -> tuple[Block, ...]:
        return self.fields


@dataclass(frozen=True, slots=True)
class ChoiceField(Composed):
    """A question answered by ticking one option, or several."""

    id: str
    label: Text
    options: tuple[Text, ...]
    several: bool = False

    def parts(self) -> tuple[Block, ...]:
        return (Paragraph(self.label, Role.LABEL), Checklist(self.options))


@dataclass(frozen=True, slots=True)
class RatingField(Composed):
    """A question answered on a scale whose every point has a word."""

    id: str
    label: Text
    scale: tuple[Text, ...]
    hint: Text = ()

    @property
    def asked(self) -> str:
        """What the field asks for, to those who meet it alone."""
        return _together(self.label, self.hint)

    def parts(self) -> tuple[Block, ...]:
        hint = (Paragraph(self.hint, Role.SOURCE),) if self.hint else ()
        return (Paragraph(self.label, Role.LABEL), *hint, Checklist(self.scale))


@dataclass(frozen=True, slots=True)
class FormTable(Composed):
    """A table to fill in: an empty cell is room to write. `id` begins the names of its cells."""

    id: str
    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    description: str
    caption: Text = ()
    lines: int = 1  # how many lines, 8 mm apart, an empty cell has room for
    ticks: tuple[int, ...] = ()  # the columns whose empty cells are boxes to tick, counted from 0
    total: bool = False
    widths: tuple[float, ...] = ()  # shares of the width, one a column; none: by content

    def field(self, row: int, column: int) -> str:
        """The name of a cell's field; row and column are counted from 0, and in the name from 1."""
        return f"{self.id}-{row + 1}-{column + 1}"

    def asked(self, row: int, column: int) -> str:
        """What belongs into a cell: the word over its column, and the row's first words or its number."""
        return f"{plain(self.head[column])}: {plain(self.rows[row][0]) or row + 1}"

    def parts(self) -> tuple[Block, ...]:
        return (Table(self.head, self.rows, self.description, self.caption, total=self.total, widths=self.widths),)


@dataclass(frozen=True, slots=True)
class RatingTable(Composed):
    """Statements down, one scale across, a box to tick for each. A statement's id is that of its answer."""

    head: Text
    scale: tuple[Text, ...]
    rows: tuple[tuple[str, Text], ...]
    description: str

    def parts(self) -> tuple[Block, ...]:
        rows = tuple((label, *((),) * len(self.scale)) for _, label in self.rows)
        return (Table((self.head, *self.scale), rows, self.description),)


@dataclass(frozen=True, slots=True)
class CanvasBox:
    """One box of a canvas: its name, the question that belongs into it, and the lines it has room for."""

    id: str
    name: Text
    prompt: Text
    lines: int

    @property
    def asked(self) -> str:
        """What belongs into the box, to those who meet it alone."""
        return _together(self.name, self.prompt)


@dataclass(frozen=True, slots=True)
class Canvas(Composed):
    """Named boxes to write in, which make one picture together."""

    boxes: tuple[CanvasBox, ...]
    across: int
    description: str

    def parts(self) -> tuple[Block, ...]:
        return tuple(TextField(box.id, box.name, box.lines, box.prompt) for box in self.boxes)


@dataclass(frozen=True, slots=True)
class RubricRow:
    """One criterion: its weight and what each level looks like."""

    id: str
    name: Text
    weight: int
    cells: tuple[Text, ...]
    points: tuple[str, ...]  # what a tick at each level earns

    @property
    def earned(self) -> str:
        """The name of the field that holds the criterion's points; `id` is that of the level."""
        return f"{self.id}-points"


@dataclass(frozen=True, slots=True)
class RubricGrid(Composed):
    """An analytic rubric: criteria down, levels across, a box to tick in every cell, points and a total."""

    TOTAL: ClassVar[str] = "total-points"

    levels: tuple[Text, ...]
    rows: tuple[RubricRow, ...]
    head: tuple[str, str]  # the words over criterion and points
    total: str
    description: str

    def parts(self) -> tuple[Block, ...]:
        head = (text(self.head[0]), *self.levels, text(self.head[1]))
        rows = tuple((named(r.name, text(f"{r.weight} %")), *r.cells, text(f"/ {r.weight}")) for r in self.rows)
        last = (text(self.total), *((),) * len(self.levels), text(f"/ {sum(r.weight for r in self.rows)}"))
        return (Table(head, (*rows, last), self.description, total=True),)


@dataclass(slots=True)
class FieldNames:
    """The names that the fields of one file have."""

    taken: set[str] = field(default_factory=set)

    def free(self, name: str) -> str:
        """The name, with a number from 2 on where it is taken."""
        found = next(each for each in _numbered(name) if each not in self.taken)
        self.taken.add(found)
        return found


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _together(*texts: Text) -> str:
    return " ".join(plain(words) for words in texts if words)
