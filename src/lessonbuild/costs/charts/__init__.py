"""Charts whose numbers are computed: expressions over time, and kinds that know by themselves what to show.

Each module draws from one family of figures; what comes out is a chart of plain numbers.
"""

from typing import assert_never

from lessonbuild.costs.charts import alarms, budgets, cash, commitments, experiments, plain, spending, variances
from lessonbuild.costs.values import Book
from lessonbuild.costs.values.filters import Showing
from lessonbuild.model.exhibit import (
    Anomalies,
    Bridge,
    BurnUp,
    CashFlow,
    Chart,
    ChartData,
    CommitmentUse,
    Cone,
    Frontier,
    Pareto,
    Portfolio,
    Spend,
    Tornado,
    Utilization,
)


def computed(chart: Chart, book: Book, showing: Showing) -> ChartData:
    """The chart in plain numbers. Raises ValueProblem."""
    match chart:
        case ChartData():
            return plain.plain(chart, book, showing)
        case BurnUp():
            return budgets.burn_up(chart, book, showing)
        case Cone():
            return budgets.cone(chart, book, showing)
        case Spend():
            return spending.spend(chart, book, showing)
        case Pareto():
            return spending.pareto(chart, book, showing)
        case Utilization():
            return spending.utilization(chart, book, showing)
        case CommitmentUse():
            return commitments.commitment_use(chart, book, showing)
        case Bridge():
            return variances.bridge(chart, book, showing)
        case CashFlow():
            return cash.cash_flow(chart, book, showing)
        case Tornado():
            return cash.tornado(chart, book, showing)
        case Anomalies():
            return alarms.anomalies(chart, book, showing)
        case Portfolio():
            return experiments.portfolio(chart, book, showing)
        case Frontier():
            return experiments.frontier(chart, book, showing)
        case _ as never:
            assert_never(never)
