"""What the money went to: by month, as shares, the largest first; and what machines did for it."""

from decimal import Decimal

from lessonbuild.costs.charts.made import THOUSAND, facts_of, labels, made, periods
from lessonbuild.costs.facts import Facts
from lessonbuild.costs.facts.spending import NOBODY, UNUSED
from lessonbuild.costs.values import Book
from lessonbuild.costs.values.filters import Showing
from lessonbuild.model.exhibit import ChartData, ChartTarget, Pareto, Spend, Utilization
from lessonbuild.words import Words, words

_MOST = 80  # percent: where a Pareto chart draws its line


def spend(chart: Spend, book: Book, showing: Showing) -> ChartData:
    """Effective cost of each month, the largest groups by themselves; credits are left out of shares."""
    facts, w = facts_of(chart.data, book), words(showing.language)
    held = periods(facts, "months", chart.from_, chart.to)
    every = tuple(day for _, days in held for day in days)
    ranked = _ranked(facts, chart.by, every, w)
    shown = ranked[: chart.top]
    series: dict[str, list[Decimal]] = {
        label: [_cost(facts, [name], days) for _, days in held] for name, label, _ in shown
    }
    if rest := [name for name, _, _ in ranked[chart.top :]]:
        series[w("charts.others")] = [_cost(facts, rest, days) for _, days in held]
    if not chart.shares:
        money = {label: [value / THOUSAND for value in values] for label, values in series.items()}
        unit = w("charts.thousand", currency=showing.currency)
        return made(chart, "stacked", labels(held, "months", showing), money, unit, 1)
    wholes = [sum((max(values[i], Decimal(0)) for values in series.values()), Decimal(0)) for i in range(len(held))]
    parts = {
        label: [100 * max(value, Decimal(0)) / whole if whole else None for value, whole in zip(v, wholes, strict=True)]
        for label, v in series.items()
    }
    return made(chart, "share", labels(held, "months", showing), parts, w("charts.share-of-spending"), 0)


def pareto(chart: Pareto, book: Book, showing: Showing) -> ChartData:
    """Shares of what was paid; credits are left out, as a share of a net sum may pass 100."""
    facts, w = facts_of(chart.data, book), words(showing.language)
    ranked = [(label, cost) for _, label, cost in _ranked(facts, chart.by, facts.ledger.days, w) if cost > 0]
    whole = sum((cost for _, cost in ranked), Decimal(0))
    first, rest = ranked[: chart.top], ranked[chart.top :]
    if rest:
        first = [*first, (w("charts.others"), sum((cost for _, cost in rest), Decimal(0)))]
    shares = [100 * cost / whole for _, cost in first]
    found = made(
        chart, "pareto", [label for label, _ in first], {w("charts.share"): shares}, w("charts.share-of-spending"), 1
    )
    if found.target:
        return found
    line = ChartTarget.model_construct(value=float(_MOST), label=w("charts.most"))
    return found.model_copy(update={"target": line})


def utilization(chart: Utilization, book: Book, showing: Showing) -> ChartData:
    """Hours worked / hours paid, in percent, of every cost line with machines."""
    facts, w = facts_of(chart.data, book), words(showing.language)
    held = periods(facts, "months")
    names = [n for n, line in facts.scenario.lines.items() if any(meter.utilization for meter in line.meters)]
    series: dict[str, list[Decimal | None]] = {}
    for name in names:
        shares = [facts.spending.value(f"utilization.{name}", days) for _, days in held]
        label = facts.scenario.lines[name].short or facts.scenario.lines[name].name
        series[label] = [None if share is None else 100 * share for share in shares]
    return made(chart, "heatmap", labels(held, "months", showing), series, w("charts.utilization"), 0)


def _ranked(facts: Facts, by: str, days: tuple[object, ...], w: Words) -> list[tuple[str, str, Decimal]]:
    """(Id, label, effective cost) of each group, the largest first."""
    found = [(name, label, _cost(facts, [name], days, by)) for name, label in _groups(facts, by, w).items()]
    kept = [(f"{by}.{name}", label, cost) for name, label, cost in found if cost]
    return sorted(kept, key=lambda group: (-group[2], group[1]))


def _groups(facts: Facts, by: str, w: Words) -> dict[str, str]:
    s = facts.scenario
    match by:
        case "service":
            return {name: service.short or service.name for name, service in s.services.items()}
        case "line":
            plans = {name: w("charts.unused", name=plan.name) for name, plan in s.commitments.items()}
            return {name: line.short or line.name for name, line in s.lines.items()} | plans
        case "team":
            return dict(s.teams) | {NOBODY: w("charts.nobody"), UNUSED: w("charts.unused-plan")}
        case "supplier":
            return {name: supplier.name for name, supplier in s.suppliers.items()}
        case "product":
            return dict(s.products)
    return dict(s.environments)


def _cost(facts: Facts, names: list[str], days: tuple[object, ...], by: str = "") -> Decimal:
    total = Decimal(0)
    for name in names:
        full = f"{by}.{name}" if by else name
        total += facts.spending.value(full, days) or Decimal(0)  # type: ignore[arg-type]
    return total
