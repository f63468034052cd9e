"""Charts and tables: the numbers of a lesson, written once and shown in slides, cases and handouts."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from lessonbuild.model.item import Cell, Id, Iso, Item, Line
from lessonbuild.model.scenario import Arithmetic, Exact

Numbers = list[float | str | None]
"""A number or an expression for each category; `null` where there is none."""


class ChartMark(Item):
    """A label at one point of a chart."""

    series: str
    at: str
    """The category."""
    text: str


class ChartTarget(Item):
    """A line across the chart (a budget, a break-even, a limit); in a heatmap a dot at each value that reaches it."""

    value: float
    label: str


class ChartBand(Item):
    """A range around the lines of a chart."""

    name: str
    low: Arithmetic | Numbers
    high: Arithmetic | Numbers


class Over(Item):
    """The time that a chart runs over: its categories, and the periods in which its expressions are computed."""

    scenario: Id
    by: Literal["months", "weeks", "days"] = "months"
    from_: Iso | None = None
    to: Iso | None = None


class AnyChart(Item):
    """What every chart says of itself, whatever it is drawn from."""

    title: Line
    """The assertion that the numbers prove, as a sentence."""
    unit: str | None = None
    """Stands at the value axis: "USD thousand"."""
    insight: Line
    """What to see in it, in words. Kind of chart, ends and highest values are added from its numbers."""
    emphasis: list[str] = []
    """The series or categories that the title speaks of; the others turn grey."""
    marks: list[ChartMark] = []
    target: ChartTarget | None = None
    decimals: int | None = Field(default=None, ge=0, le=3)
    source: Line | None = None
    table: bool = False
    """Whether its numbers stand under it."""


class ChartData(AnyChart):
    """A chart of numbers that are written here, or computed by expressions, one for each series or number."""

    kind: Literal[
        "column", "bar", "line", "stacked", "waterfall", "share", "pareto", "tornado", "heatmap", "scatter"
    ]  # fmt: skip
    """`waterfall`: one series of changes from one total to another."""
    unit: str
    """Stands at the value axis: "USD thousand"."""
    over: Over | None = None
    """Instead of `categories`: months, weeks or days of a scenario."""
    categories: list[str] = []
    series: dict[str, Arithmetic | Numbers] = Field(min_length=1)
    """By name, a list with one value a category; with `over`, an expression that is computed for each period."""
    totals: list[str] = []
    """In a waterfall: the categories that stand on the base line."""
    band: ChartBand | None = None
    across: str = ""
    """In a scatter: the unit of the axis across; the first series is the place across, the second up."""
    joined: list[str] = []
    """In a scatter: the points that a line joins."""


class BurnUp(AnyChart):
    """Budget and spending, added up month by month."""

    kind: Literal["burn-up"]
    data: Id
    from_: Iso | None = None
    to: Iso | None = None


class Cone(AnyChart):
    """What was spent, what a forecast said, and the interval that should hold it four times in five."""

    kind: Literal["forecast-cone"]
    data: Id
    method: Literal["run-rate", "trend", "drivers"] = "drivers"


class Spend(AnyChart):
    """Spending by month, stacked by service, cost line, team or supplier, or as shares of 100 (`shares`)."""

    kind: Literal["spend"]
    data: Id
    by: Literal["service", "line", "team", "supplier", "product", "environment"] = "service"
    top: int = Field(default=5, ge=1, le=8)
    """How many are shown by themselves; the rest is one."""
    shares: bool = False
    from_: Iso | None = None
    to: Iso | None = None


class Utilization(AnyChart):
    """The share of paid hours in which machines worked, by cost line and month: a heatmap."""

    kind: Literal["utilization"]
    data: Id


class CommitmentUse(AnyChart):
    """By month, how much of a commitment was used and how much of what it could cover it covered."""

    kind: Literal["commitment-use"]
    data: Id
    commitment: Id


class Bridge(AnyChart):
    """From what one month cost to what another did: volume, mix and price of a cost line, as a waterfall."""

    kind: Literal["variance"]
    data: Id
    line: Id
    before: Id
    after: Id
    """Months: `aug`."""


class Pareto(AnyChart):
    """Cost lines by their share of the period's spending, the largest first, with the running sum."""

    kind: Literal["cost-drivers"]
    data: Id
    by: Literal["service", "line", "team", "supplier"] = "line"
    top: int = Field(default=10, ge=2, le=16)


class CashFlow(AnyChart):
    """Cash flows added up, undiscounted and discounted: where the lines cross zero, the money is back."""

    kind: Literal["cash-flow"]
    periods: list[str] = Field(min_length=2)
    flows: list[float | str] = Field(min_length=2)
    """Numbers or expressions, one a period, the first undiscounted."""
    rate: Arithmetic
    """A year."""
    a_year: int = Field(default=1, ge=1, le=12)
    """How many periods make a year."""


class SwingInput(Item):
    """An input of a calculation, with the two values that it is tried with."""

    name: str
    figure: str
    """The figure that it stands for, by its dotted name."""
    worse: Arithmetic
    better: Arithmetic


class Tornado(AnyChart):
    """How far a figure moves when one of its inputs does, the widest on top; all others are left alone."""

    kind: Literal["sensitivity"]
    of: str
    """The figure that is computed, by its dotted name."""
    scale: Exact = Decimal(1)
    """What one unit of the axis is: 1000 for thousands."""
    inputs: list[SwingInput] = Field(min_length=2)


class Anomalies(AnyChart):
    """Daily spending of one team on one service with what was usual around it, the days above marked."""

    kind: Literal["anomalies"]
    data: Id
    service: Id
    team: Id
    from_: Iso
    to: Iso


class Portfolio(AnyChart):
    """The experiments of a scenario by how long they ran and what they cost."""

    kind: Literal["experiments"]
    data: Id


class FrontierPoint(Item):
    """A model or configuration, by cost and quality."""

    name: str
    cost: Arithmetic
    quality: Arithmetic


class Frontier(AnyChart):
    """What quality each cost buys; those that nothing else beats on both are joined."""

    kind: Literal["cost-quality"]
    across: str
    """The unit of cost."""
    points: list[FrontierPoint] = Field(min_length=3)


ComputedChart = (
    BurnUp | Cone | Spend | Utilization | CommitmentUse | Bridge | Pareto | CashFlow | Tornado | Anomalies | Portfolio
    | Frontier
)  # fmt: skip
"""Charts that know by themselves what to show."""
Chart = Annotated[ChartData | ComputedChart, Field(discriminator="kind")]


Periods = dict[Line, Id]
"""What a table calls each of some periods, and their names: `{March: mar, Half-year: h1}`."""


class TableData(Item):
    """A table: head, rows of text, and what it shows.

    A table over periods is written once: a value for which no period is named is that of the row or the column.
    """

    title: Line
    """The assertion, or what the table lists."""
    columns: list[Line] = Field(min_length=1)
    """With `columns-over`, those before the periods."""
    rows: list[list[Cell]] = Field(min_length=1)
    """A list of cells a row; an empty cell is `""`."""
    rows_over: Periods = {}
    """A row for each period: what it is called, and then the cells of the only row of `rows`."""
    columns_over: Periods = {}
    """A column for each period, in which the last cell of each row stands again."""
    insight: Line
    """What the table shows, for those who cannot see it."""
    numeric: list[int] = []
    """The columns that hold numbers, the first being 1."""
    total: bool = False
    """Whether the last row sums the others."""
    source: Line | None = None
