"""Why a month cost more or less than another."""

from lessonbuild.costs.charts.made import THOUSAND, facts_of, made
from lessonbuild.costs.facts import UnknownFactError
from lessonbuild.costs.values import Book, ValueProblem
from lessonbuild.costs.values.filters import DATES, Showing
from lessonbuild.model.exhibit import Bridge, ChartData
from lessonbuild.words import words

_TERMS = ("volume", "mix", "price")


def bridge(chart: Bridge, book: Book, showing: Showing) -> ChartData:
    """From the list cost of one month over volume, mix and price to that of another; the bars close."""
    facts, w = facts_of(chart.data, book), words(showing.language)
    try:
        terms = [facts.value(f"bridge.{chart.line}.{chart.before}.{chart.after}.{term}") for term in _TERMS]
        ends = [facts.value(f"{month}.listed.{chart.line}") for month in (chart.before, chart.after)]
    except UnknownFactError as error:
        raise ValueProblem("unknown-value", f"there is no {error.args[0]}", "months are written as `aug`") from None
    names = [DATES["month"](facts.periods[month][0], showing) for month in (chart.before, chart.after)]
    values = [value / THOUSAND for value in (ends[0], *terms, ends[1])]  # type: ignore[operator]
    categories = [names[0], *(w(f"charts.{term}") for term in _TERMS), names[1]]
    unit = w("charts.thousand", currency=showing.currency)
    return made(chart, "waterfall", categories, {w("charts.cost"): values}, unit, 1, totals=[names[0], names[1]])
