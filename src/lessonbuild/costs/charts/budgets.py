"""Spending against its budget, and against a forecast."""

from decimal import Decimal
from itertools import accumulate

from lessonbuild.costs.charts.made import THOUSAND, facts_of, floats, labels, made, periods
from lessonbuild.costs.facts import Facts, outlooks
from lessonbuild.costs.measures import forecasts
from lessonbuild.costs.values import Book, ValueProblem
from lessonbuild.costs.values.filters import Showing
from lessonbuild.model.exhibit import BurnUp, ChartBand, ChartData, Cone
from lessonbuild.words import words

_TESTED = {"run-rate": forecasts.run_rate, "trend": forecasts.linear_trend, "drivers": forecasts.run_rate}
"""What each method is tested back with: one from drivers needs plans of the past, which nobody has kept."""


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

    The interval is that of the back-test, and grows with the root of the months ahead.
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
    tested = forecasts.backtest(
        [amount * THOUSAND for amount in known], forecasts.METHODS.get(chart.method, forecasts.run_rate)
    )
    ahead = forecasts.cone(list(told.values()), tested)
    made_in = months.index(plan.made)  # where the forecast begins: at what was known
    before: list[Decimal | None] = [None] * made_in
    foretold = [*before, spent[made_in], *(month.mean / THOUSAND for month in ahead)]
    low = [*before, spent[made_in], *(None if month.low is None else month.low / THOUSAND for month in ahead)]
    high = [*before, spent[made_in], *(None if month.high is None else month.high / THOUSAND for month in ahead)]
    series: dict[str, list[Decimal | None]] = {w("charts.actual"): [*spent], w("charts.forecast"): foretold}
    band = ChartBand.model_construct(name=w("charts.interval"), low=floats(low), high=floats(high))
    return made(chart, "line", labels(held, "months", showing), series, _unit(showing, "thousand"), 1, band=band)


def _money(facts: Facts, name: str, days: tuple[object, ...]) -> Decimal:
    return (facts.spending.value(name, days) or Decimal(0)) / THOUSAND  # type: ignore[arg-type]


def _unit(showing: Showing, name: str) -> str:
    return words(showing.language)(f"charts.{name}", currency=showing.currency)
