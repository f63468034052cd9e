"""Blocks that are filled in, by hand or on a screen."""

from dataclasses import dataclass

from lessonbuild.model.blocks.naming import named
from lessonbuild.model.document import Block, BulletList, Composed, Paragraph, Role, Table
from lessonbuild.model.text import Text, text


@dataclass(frozen=True, slots=True)
class Checklist(Composed):
    """Things to tick off."""

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


@dataclass(frozen=True, slots=True)
class RubricGrid(Composed):
    """An analytic rubric: criteria down, levels across, a box to tick in every cell, points and a total."""

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
