"""Days that cost far more than was usual."""

from decimal import Decimal

from lessonbuild.costs.charts.made import facts_of, labels, made, periods
from lessonbuild.costs.facts.alarms import series_of, usual
from lessonbuild.costs.values import Book, ValueProblem
from lessonbuild.costs.values.filters import Showing
from lessonbuild.model.exhibit import Anomalies, ChartBand, ChartData, ChartMark
from lessonbuild.words import words


def anomalies(chart: Anomalies, book: Book, showing: Showing) -> ChartData:
    """List cost by day, the range in which no alarm rings, and a mark at the first day of each run above it."""
    facts, w = facts_of(chart.data, book), words(showing.language)
    costs = series_of(facts.scenario, facts.ledger).get((chart.service, chart.team))
    if costs is None:
        raise ValueProblem(
            "unknown-id", f'"{chart.team}" buys nothing of "{chart.service}"', "ids of a service, a team"
        )
    held = periods(facts, "days", chart.from_, chart.to)
    first = facts.ledger.days[0]
    name, categories = w("charts.spent"), labels(held, "days", showing)
    values, high, marks = [], [], list(chart.marks)
    before = False
    for (_, days), category in zip(held, categories, strict=True):
        number = (days[0] - first).days
        known = usual(costs, number)
        above = bool(known and costs[number] > known[1])
        if above and not before and not chart.marks:
            marks.append(ChartMark.model_construct(series=name, at=category, text=w("charts.alarm")))
        before = above
        values.append(costs[number])
        high.append(float(known[1]) if known else None)
    low: list[float | None] = [None if value is None else 0.0 for value in high]
    band = ChartBand.model_construct(name=w("charts.usual"), low=low, high=high)
    unit = w("charts.a-day", currency=showing.currency)
    series: dict[str, list[Decimal | None]] = {name: list(values)}
    return made(chart, "line", categories, series, unit, 0, band=band, marks=marks)
