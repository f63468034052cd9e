"""Numbers to be seen: charts, and the window of a program that shows them."""

from dataclasses import dataclass
from enum import Enum

from lessonbuild.model.blocks.naming import Named, named
from lessonbuild.model.document import Block, BulletList, Composed, NumberedList, Paragraph, Role, Table
from lessonbuild.model.text import Run, Text, text


@dataclass(frozen=True, slots=True)
class Mark:
    """A label at one point of a chart."""

    series: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Target:
    """A line across a chart: a budget, a break-even, a limit."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart(Composed):
    """Numbers to be seen. `title` is the assertion that they prove, `alt` the sentence for those who cannot see it."""

    class Kind(Enum):
        COLUMN = "column"
        BAR = "bar"
        LINE = "line"
        STACKED = "stacked"
        WATERFALL = "waterfall"  # one series of changes; the categories in `totals` stand on the base line

    kind: Kind
    title: Text
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    unit: str  # shown at the value axis: "USD thousand"
    alt: str
    label: Text = ()  # "Exhibit 3"
    emphasis: tuple[str, ...] = ()  # the series or categories that the title speaks of
    marks: tuple[Mark, ...] = ()
    target: Target | None = None
    totals: tuple[str, ...] = ()
    decimals: int = 0
    source: Text = ()

    def table(self) -> Table:
        """The numbers themselves: one row a category, one column a series."""
        head = (text(""), *(text(name) for name, _ in self.series))
        rows = tuple(
            (text(category), *(text(self.shown(values[i])) for _, values in self.series))
            for i, category in enumerate(self.categories)
        )
        numeric = tuple(range(1, len(head)))
        return Table(head, rows, self.alt, (*self.title, Run(f" ({self.unit})")), numeric)

    def shown(self, value: float | None) -> str:
        """A value as the chart prints it; an en dash where there is none."""
        return "–" if value is None else f"{value:,.{self.decimals}f}"

    def parts(self) -> tuple[Block, ...]:
        label = (Paragraph(self.label, Role.LABEL),) if self.label else ()
        source = (Paragraph(self.source, Role.SOURCE),) if self.source else ()
        return (*label, self.table(), *source)


@dataclass(frozen=True, slots=True)
class Screen(Composed):
    """A drawn stand-in for a program's window: its filters, one chart, one table, and where to look."""

    name: Text
    filters: tuple[Named, ...]
    chart: Chart
    table: Table
    look: tuple[Text, ...]  # numbered call-outs
    alt: str

    def parts(self) -> tuple[Block, ...]:
        filters = BulletList(tuple(named(f.name, f.text) for f in self.filters))
        return (Paragraph(self.name, Role.LABEL), filters, self.chart, self.table, NumberedList(self.look))
