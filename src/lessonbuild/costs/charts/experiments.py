"""Experiments by what they cost and how long they ran, and models by cost and quality."""

from decimal import Decimal

from lessonbuild.costs.charts.made import THOUSAND, facts_of, made
from lessonbuild.costs.values import Book, ValueProblem
from lessonbuild.costs.values.filters import Showing
from lessonbuild.model.exhibit import ChartData, Frontier, Portfolio
from lessonbuild.words import words


def portfolio(chart: Portfolio, book: Book, showing: Showing) -> ChartData:
    """Days across, list cost up; those that have no cost line to themselves are left out."""
    facts, w = facts_of(chart.data, book), words(showing.language)
    tried = {name: one for name, one in facts.scenario.experiments.items() if one.line}
    days = [_number(facts.value(f"experiment.{name}.days")) for name in tried]
    costs = [_number(facts.value(f"experiment.{name}.listed")) / THOUSAND for name in tried]
    categories = [w(f"charts.{one.outcome}", name=one.name) for one in tried.values()]
    series = {w("charts.days"): days, w("charts.cost"): costs}
    unit = w("charts.thousand", currency=showing.currency)
    return made(chart, "scatter", categories, series, unit, 1, across=w("charts.days"))


def frontier(chart: Frontier, book: Book, showing: Showing) -> ChartData:
    """Cost across, quality up. Joined is every point that no other beats on cost without losing quality."""
    del showing
    points = [
        (point.name, _number(book.computed(point.cost)), _number(book.computed(point.quality)))
        for point in chart.points
    ]
    best: list[str] = []
    highest: Decimal | None = None
    for name, _, quality in sorted(points, key=lambda point: (point[1], -point[2])):
        if highest is None or quality > highest:
            best.append(name)
            highest = quality
    series = {chart.across: [cost for _, cost, _ in points], chart.unit or "": [quality for _, _, quality in points]}
    names = [name for name, _, _ in points]
    return made(chart, "scatter", names, series, "", 1, across=chart.across, joined=best)


def _number(value: object) -> Decimal:
    if not isinstance(value, Decimal):
        raise ValueProblem("no-value", "a point of the chart has no number", "name an experiment with a cost line")
    return value
