"""Spending against its budget, and against a forecast."""

from decimal import Decimal
from itertools import accumulate

from lessonbuild.costs.charts.made import THOUSAND, facts_of, labels, made, periods
from lessonbuild.costs.facts import Facts, outlooks
from lessonbuild.costs.measures.forecasts import METHODS, backtest, interval, run_rate
from lessonbuild.costs.values import Book, ValueProblem
from lessonbuild.costs.values.filters import Showing
from lessonbuild.model.exhibit import BurnUp, ChartBand, ChartData, Cone
from lessonbuild.words import words


def burn_up(chart: BurnUp, book: Book, showing: Showing) -> ChartData:
    """Budget and actual of each month, added up since the first."""
    facts, w = facts_of(chart.data, book), words(showing.language)
    held = periods(facts, "months", chart.from_, chart.to)
    series = {
        w(f"charts.{name}"): list(accumulate(_money(facts, name, days) for _, days in held))
        for name in ("budget", "actual")
    }
    return made(chart, "line", labels(held, "months", showing), series, _unit(showing, "thousand-added"), 1)


def cone(chart: Cone, book: Book, showing: Showing) -> ChartData:
    """Months known, months ahead as they came and as they were foretold, and the 80 percent interval.

    The interval is of the back-test of the run rate, and grows with the root of the months ahead.
    """
    facts, w = facts_of(chart.data, book), words(showing.language)
    plan = facts.scenario.forecast
    if plan is None:
        raise ValueProblem("no-value", f'the scenario "{chart.data}" has no forecast', "add `forecast:` to it")
    held = periods(facts, "months")
    months = [days[0].isoformat()[:7] for _, days in held]
    spent = [_money(facts, "actual", days) for _, days in held]
    told = outlooks.outlook(facts.spending, plan, chart.method)
    known = [amount for month, amount in zip(months, spent, strict=True) if month <= plan.made]
    tested = backtest([amount * THOUSAND for amount in known], METHODS.get(chart.method, run_rate))
    foretold: list[Decimal | None] = []
    low: list[float | None] = []
    high: list[float | None] = []
    for month, amount in zip(months, spent, strict=True):
        start = amount if month == plan.made else None
        middle = told[month] / THOUSAND if month in told else start
        ahead = sum(1 for other in told if other <= month)
        half = (interval(tested, ahead) or Decimal(0)) / THOUSAND if middle is not None else Decimal(0)
        foretold.append(middle)
        low.append(None if middle is None else float(max(Decimal(0), middle - half)))
        high.append(None if middle is None else float(middle + half))
    series: dict[str, list[Decimal | None]] = {w("charts.actual"): [*spent], w("charts.forecast"): foretold}
    band = ChartBand.model_construct(name=w("charts.interval"), low=low, high=high)
    return made(chart, "line", labels(held, "months", showing), series, _unit(showing, "thousand"), 1, band=band)


def _money(facts: Facts, name: str, days: tuple[object, ...]) -> Decimal:
    return (facts.spending.value(name, days) or Decimal(0)) / THOUSAND  # type: ignore[arg-type]


def _unit(showing: Showing, name: str) -> str:
    return words(showing.language)(f"charts.{name}", currency=showing.currency)
