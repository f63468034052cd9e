"""Charts whose numbers or expressions the author wrote."""

from decimal import Decimal

from lessonbuild.costs.charts.made import Numbers, facts_of, floats, labels, made, periods
from lessonbuild.costs.values import Book, ValueProblem
from lessonbuild.costs.values.filters import Showing
from lessonbuild.model.exhibit import ChartBand, ChartData


def plain(chart: ChartData, book: Book, showing: Showing) -> ChartData:
    """Every expression computed: each number of a list, or one expression in every period."""
    names = [""] * len(chart.categories)
    categories = chart.categories
    if chart.over:
        over = chart.over
        held = periods(facts_of(over.scenario, book), over.by, over.from_, over.to)
        categories, names = labels(held, over.by, showing), [name for name, _ in held]
    series = {name: _values(values, names, book) for name, values in chart.series.items()}
    band = None
    if chart.band:
        low, high = (_values(values, names, book) for values in (chart.band.low, chart.band.high))
        band = ChartBand.model_construct(name=chart.band.name, low=floats(low), high=floats(high))
    more = {"totals": chart.totals, "across": chart.across, "joined": chart.joined, "band": band}
    return made(chart, chart.kind, categories, series, chart.unit, chart.decimals or 0, **more)


def _values(written: str | list[float | str | None], names: list[str], book: Book) -> Numbers:
    if isinstance(written, str):
        return [_number(written, name, book) for name in names]
    return [None if value is None else _number(value, "", book) for value in written]


def _number(written: float | str, period: str, book: Book) -> Decimal | None:
    value = book.computed(written, period)
    if value is not None and not isinstance(value, Decimal):
        raise ValueProblem("value-type", f'"{written}" is not a number', "a chart shows numbers")
    return value
