"""What the computed charts share: the axis of time, the facts of a scenario, and the chart that comes out."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from lessonbuild.costs.facts import Facts
from lessonbuild.costs.values import Book, ValueProblem
from lessonbuild.costs.values.filters import DATES, Showing
from lessonbuild.model.exhibit import AnyChart, ChartData
from lessonbuild.problems import did_you_mean

THOUSAND = Decimal(1000)
Numbers = Sequence[Decimal | None]
Period = tuple[str, tuple[date, ...]]  # its name and its days

_KEPT = ("title", "insight", "emphasis", "marks", "target", "source", "table")


def facts_of(scenario: str, book: Book) -> Facts:
    """The figures of a scenario. Raises ValueProblem."""
    if scenario not in book.facts:
        hint = did_you_mean(scenario, book.facts, "scenarios")
        raise ValueProblem("unknown-id", f'"{scenario}" is not among the scenarios', hint)
    return book.facts[scenario]


def periods(facts: Facts, by: str, first: str | None = None, last: str | None = None) -> list[Period]:
    """The months, weeks or days of a scenario that lie between two days, both of which may be left out."""
    low = date.fromisoformat(first) if first else facts.ledger.days[0]
    high = date.fromisoformat(last) if last else facts.ledger.days[-1]
    form = {"months": "%Y-%m", "weeks": "%G-%V", "days": "%Y-%m-%d"}[by]
    found: dict[str, list[date]] = {}
    for day in facts.ledger.days:
        if low <= day <= high:
            found.setdefault(day.strftime(form), []).append(day)
    names = {days: name for name, days in facts.periods.items() if days}
    held = [(names.get(tuple(days), f"{days[0]}-to-{days[-1]}"), tuple(days)) for days in found.values()]
    facts.periods.update(held)  # a month that the chart begins or ends in is a period of its own
    return held


def labels(held: Sequence[Period], by: str, showing: Showing) -> list[str]:
    """What the axis says of them: `Mar`, `11`, `16`; days of several months with their month."""
    starts = [days[0] for _, days in held]
    match by:
        case "months":
            return [DATES["month-short"](day, showing) for day in starts]
        case "weeks":
            return [str(day.isocalendar().week) for day in starts]
        case _:
            several = len({day.month for day in starts}) > 1
            return [DATES["day-short"](day, showing) if several else str(day.day) for day in starts]


def made(
    chart: AnyChart,
    kind: str,
    categories: Sequence[str],
    series: Mapping[str, Numbers],
    unit: str,
    decimals: int,
    **more: Any,
) -> ChartData:
    """The chart in plain numbers; what the author said of it stays. Raises ValueProblem for a mark without a place."""
    said = {name: getattr(chart, name) for name in _KEPT}
    found = ChartData.model_construct(
        **{
            **said,
            "kind": kind,
            "categories": list(categories),
            "series": {name: floats(values) for name, values in series.items()},
            "unit": chart.unit or unit,
            "decimals": decimals if chart.decimals is None else chart.decimals,
            **more,
        }
    )
    _fits(found)
    _agrees(found)
    return found


def floats(values: Numbers) -> list[float | None]:
    """Numbers as charts hold them."""
    return [None if value is None else float(value) for value in values]


_ONLY = {  # what only some kinds can show
    "band": ("line",),
    "totals": ("waterfall",),
    "across": ("scatter",),
    "joined": ("scatter",),
}


def _fits(chart: ChartData) -> None:
    """Nothing is asked of the chart that it would leave out."""
    for name, kinds in _ONLY.items():
        if getattr(chart, name) and chart.kind not in kinds:
            message = f"a chart of this kind ({chart.kind}) shows no `{name}`"
            raise ValueProblem("chart-cannot-show", message, f"only {', '.join(kinds)}")
    for mark in chart.marks:
        values, at = chart.series.get(mark.series), mark.at
        if isinstance(values, list) and at in chart.categories and values[chart.categories.index(at)] is None:
            message = f'the mark "{mark.text}" stands where {mark.series} has no value ({at})'
            raise ValueProblem("chart-cannot-show", message, "mark a point that has one")
    if chart.kind == "scatter" and any(None in values for values in chart.series.values()):
        raise ValueProblem(
            "chart-cannot-show", "a point of the scatter has no place", "give both numbers, or leave it out"
        )


def _agrees(chart: ChartData) -> None:
    """What the author speaks of is in the chart."""
    spoken = [
        *((name, (*chart.series, *chart.categories)) for name in (*chart.emphasis, *chart.totals, *chart.joined)),
        *((mark.series, tuple(chart.series)) for mark in chart.marks),
        *((mark.at, tuple(chart.categories)) for mark in chart.marks),
    ]
    for name, known in spoken:
        if name not in known:
            hint = did_you_mean(name, known, "series or categories")
            raise ValueProblem("unknown-id", f'"{name}" is not in the chart', hint)
