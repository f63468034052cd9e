"""Numbers to be seen: charts, and the window of a program that shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

from lessonbuild.model.blocks.naming import Named, named
from lessonbuild.model.document import Block, BulletList, Composed, NumberedList, Paragraph, Role, Table
from lessonbuild.model.text import Run, Text, text


@dataclass(frozen=True, slots=True)
class Mark:
    """A label at one point of a chart; in a heatmap a frame and a letter, which its words below the grid explain."""

    series: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Target:
    """A line across a chart (a budget, a break-even, a limit); in a heatmap a dot at each value that reaches it."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """A range around lines: an 80 percent interval, what is usual. Ends are None where there is no range."""

    name: str
    low: tuple[float | None, ...]  # one a category
    high: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart(Composed):
    """Numbers to be seen. `title` is the assertion that they prove, `alt` the sentence for those who cannot see it."""

    class Kind(Enum):
        COLUMN = "column"
        BAR = "bar"
        LINE = "line"  # may have a `band`
        STACKED = "stacked"
        WATERFALL = "waterfall"  # one series of changes; the categories in `totals` stand on the base line
        SHARE = "share"  # each category is a whole of 100; the series, in percent, are its parts
        PARETO = "pareto"  # one series of shares in percent, the largest first, and a line of their running sum
        TORNADO = "tornado"  # two series, low and high, as lying bars from a common base line at 0, the widest on top
        HEATMAP = "heatmap"  # rows are series, columns are categories; the larger, the darker, each with its value
        SCATTER = "scatter"  # categories are points; the first series is their place across, the second up

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
    band: Band | None = None
    across: str = ""  # the unit of the axis across, where that has numbers: in a scatter
    joined: tuple[str, ...] = ()  # in a scatter: points that a line joins, in this order

    @property
    def running(self) -> tuple[float, ...]:
        """The running sum of the first series: the line of a Pareto chart."""
        return tuple(accumulate(value or 0.0 for value in self.series[0][1]))

    def table(self) -> Table:
        """The numbers themselves: one row a category, one column a series; in a heatmap as it is drawn."""
        if self.kind is Chart.Kind.HEATMAP:
            names, columns = [name for name, _ in self.series], list(zip(*(v for _, v in self.series), strict=True))
            return self._table(names, list(zip(self.categories, columns, strict=True)))
        return self._table(self.categories, [*self.series, *self._besides()])

    def _table(self, names: Sequence[str], columns: Sequence[tuple[str, Sequence[float | None]]]) -> Table:
        head = (text(""), *(text(name) for name, _ in columns))
        rows = tuple(
            (text(name), *(text(self.shown(values[i])) for _, values in columns)) for i, name in enumerate(names)
        )
        return Table(head, rows, self.alt, (*self.title, Run(f" ({self.unit})")), tuple(range(1, len(head))))

    def _besides(self) -> list[tuple[str, tuple[float | None, ...]]]:
        """What is drawn and is no series: the ends of a band, the running sum of a Pareto chart."""
        if self.kind is Chart.Kind.PARETO:
            return [("Σ", self.running)]
        band = self.band
        return [(f"{band.name} ≥", band.low), (f"{band.name} ≤", band.high)] if band else []

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
