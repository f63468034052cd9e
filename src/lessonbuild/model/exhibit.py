"""Charts and tables: the numbers of a lesson, written once and shown in slides, cases and handouts."""

from typing import Literal

from pydantic import Field

from lessonbuild.model.item import Cell, Item, Line


class ChartMark(Item):
    """A label at one point of a chart."""

    series: str
    at: str
    """The category."""
    text: str


class ChartTarget(Item):
    """A line across the chart: a budget, a break-even, a limit."""

    value: float
    label: str


class ChartData(Item):
    """A chart: its numbers, what they prove, and how to say it to those who cannot see it."""

    kind: Literal["column", "bar", "line", "stacked", "waterfall"]
    """`waterfall`: one series of changes from one total to another."""
    title: Line
    """The assertion that the numbers prove, as a sentence."""
    unit: str
    """Stands at the value axis: "USD thousand"."""
    categories: list[str] = Field(min_length=2)
    series: dict[str, list[float | None]] = Field(min_length=1)
    """A list of values a name, one value a category; `null` where there is none."""
    insight: Line
    """What to see in it, in words, with the numbers that matter: the alternative text."""
    emphasis: list[str] = []
    """The series or categories that the title speaks of; the others turn grey."""
    marks: list[ChartMark] = []
    target: ChartTarget | None = None
    totals: list[str] = []
    """In a waterfall: the categories that stand on the base line."""
    decimals: int = Field(default=0, ge=0, le=3)
    source: Line | None = None


class TableData(Item):
    """A table: head, rows of text, and what it shows."""

    title: Line
    """The assertion, or what the table lists."""
    columns: list[Line] = Field(min_length=2)
    rows: list[list[Cell]] = Field(min_length=1)
    """A list of cells a row; an empty cell is `""`."""
    insight: Line
    """What the table shows, for those who cannot see it."""
    numeric: list[int] = []
    """The columns that hold numbers, the first being 1."""
    total: bool = False
    """Whether the last row sums the others."""
    source: Line | None = None
