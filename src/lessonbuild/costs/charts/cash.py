"""Money over years: cash flows added up, and how far a result moves with each of its inputs."""

from decimal import Decimal
from itertools import accumulate

from lessonbuild.costs.charts.made import THOUSAND, made
from lessonbuild.costs.values import Book, ValueProblem
from lessonbuild.costs.values.filters import Showing
from lessonbuild.model.exhibit import CashFlow, ChartData, ChartTarget, Tornado
from lessonbuild.words import words


def cash_flow(chart: CashFlow, book: Book, showing: Showing) -> ChartData:
    """Running sums, undiscounted and discounted at the yearly rate; the first flow is of today."""
    w = words(showing.language)
    if len(chart.flows) != len(chart.periods):
        message = f"there are {len(chart.flows)} flows for {len(chart.periods)} periods"
        raise ValueProblem("series-length", message, "one flow a period")
    flows, rate = [_number(book, flow) for flow in chart.flows], _number(book, chart.rate)
    growth = Decimal(str(float(1 + rate) ** (1 / chart.a_year)))
    worth = [flow / growth**number for number, flow in enumerate(flows)]
    series = {
        w("charts.undiscounted"): [value / THOUSAND for value in accumulate(flows)],
        w("charts.discounted"): [value / THOUSAND for value in accumulate(worth)],
    }
    unit = w("charts.thousand-cumulative", currency=showing.currency)
    found = made(chart, "line", chart.periods, series, unit, 0)
    zero = ChartTarget.model_construct(value=0.0, label=w("charts.money-back"))
    return found if found.target else found.model_copy(update={"target": zero})


def tornado(chart: Tornado, book: Book, showing: Showing) -> ChartData:
    """The change of a figure when one input takes its worse or its better value and all others stay; widest first."""
    w = words(showing.language)
    base = _figure(book, chart.of)
    swings = []
    for held in chart.inputs:
        ends = [
            (_figure(book.otherwise(held.figure, _number(book, written)), chart.of) - base) / chart.scale
            for written in (held.worse, held.better)
        ]
        swings.append((held.name, ends))
    swings.sort(key=lambda swing: -max(abs(end) for end in swing[1]))
    series = {w(f"charts.{side}"): [ends[i] for _, ends in swings] for i, side in enumerate(("worse", "better"))}
    unit = w("charts.change", currency=showing.currency)
    return made(chart, "tornado", [name for name, _ in swings], series, unit, 0)


def _figure(book: Book, name: str) -> Decimal:
    value = book.value(name)
    if not isinstance(value, Decimal):
        raise ValueProblem("value-type", f'"{name}" is not a number', "a chart shows numbers")
    return value


def _number(book: Book, written: float | str) -> Decimal:
    value = book.computed(written)
    if not isinstance(value, Decimal):
        raise ValueProblem("value-type", f'"{written}" has no number', "a chart shows numbers")
    return value
