"""The charts of an audit: each an assertion that is computed from the same numbers as the chart."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from lessonbuild.auditing import views
from lessonbuild.auditing.budget import Budget
from lessonbuild.auditing.showing import amount, figures, percent, share
from lessonbuild.costs.measures import allocation
from lessonbuild.model.blocks import Chart
from lessonbuild.model.document import Block, Table
from lessonbuild.model.spending import Export
from lessonbuild.model.text import Text, text
from lessonbuild.words import Words

_SERIES = 5  # in a stack; the rest is one series
_BARS = 8


def over_time(export: Export, w: Words) -> Chart:
    """Effective cost by month or day, stacked by service."""
    period = views.periods(export)
    names = sorted({period(part) for part in export.spend})
    services = views.ranked(views.by(export.spend, lambda part: part.service))
    top = [name for name, _ in services[:_SERIES]]
    series = {name: _course(export, names, {name}) for name in top}
    if rest := {name for name, _ in services[_SERIES:]}:
        series[w("audit.others")] = _course(export, names, rest)
    whole, (largest, costs) = views.total(export.spend), services[0]
    said = w("audit.chart.spending", service=largest, share=share(costs.effective, whole.effective))
    total = amount(whole.effective, export.currency)
    alt = w("audit.chart.spending-alt", first=names[0], last=names[-1], total=total, said=said)
    return Chart(
        Chart.Kind.STACKED, text(said), tuple(names), tuple(series.items()), w("audit.unit", currency=export.currency),
        alt, emphasis=(largest,), source=_source(export, w),
    )  # fmt: skip


def _course(export: Export, names: Sequence[str], services: set[str]) -> tuple[float, ...]:
    """What these services cost in each period."""
    sums = views.by((part for part in export.spend if part.service in services), views.periods(export))
    return tuple(float(sums[name].effective) if name in sums else 0.0 for name in names)


def owners_share(export: Export, w: Words) -> tuple[Block, ...]:
    """What each owner's spending is, and what belongs to nobody; nothing where nobody is named at all."""
    groups = views.by(export.spend, lambda part: part.owner)
    owned = allocation.owned_share(export.spend, with_unused=True)
    if set(groups) == {None} or owned is None:
        return ()
    ranked = [(name or w("audit.nobody"), costs) for name, costs in views.ranked(groups)][:_BARS]
    said = w("audit.chart.owners", share=percent(owned))
    values = tuple(float(costs.effective) for _, costs in ranked)
    chart = Chart(
        Chart.Kind.BAR, text(said), tuple(name for name, _ in ranked), ((w("audit.effective"), values),),
        w("audit.unit", currency=export.currency), w("audit.chart.owners-alt", count=len(ranked), said=said),
        emphasis=(w("audit.nobody"),) if None in groups else (), source=_source(export, w),
    )  # fmt: skip
    return (chart,)


def committed(export: Export, w: Words) -> tuple[Block, ...]:
    """Used and unused by month; nothing where the export holds neither."""
    rows = [part for part in export.spend if part.commitment in ("Used", "Unused")]
    months = sorted({views.month(part) for part in rows})
    if len(months) < 2:
        return ()
    sums = views.by(rows, lambda part: (views.month(part), part.commitment))

    def of(month: str, status: str) -> float:
        return float(sums[month, status].effective) if (month, status) in sums else 0.0

    used, unused = ([of(month, status) for month in months] for status in ("Used", "Unused"))
    part = percent(sum(used) / (sum(used) + sum(unused))) if sum(used) + sum(unused) else "–"
    said = w("audit.chart.committed", share=part)
    series = ((w("audit.used"), tuple(used)), (w("audit.unused"), tuple(unused)))
    unit = w("audit.unit", currency=export.currency)
    alt = w("audit.chart.committed-alt", first=months[0], last=months[-1], said=said)
    return (Chart(Chart.Kind.STACKED, text(said), tuple(months), series, unit, alt, source=_source(export, w)),)


def against_budget(export: Export, budget: Budget, w: Words) -> tuple[Block, ...]:
    """Budget and spending added up month by month, and the months themselves."""
    sums = views.by(export.spend, views.month)
    planned = dict(budget.months)
    months = sorted(planned.keys() & sums.keys())
    if not months:
        return ()
    spent = [sums[month].effective for month in months]
    plan = [planned[month] for month in months]
    over = sum(spent, Decimal(0)) - sum(plan, Decimal(0))
    word = "audit.chart.over" if over > 0 else "audit.chart.under"
    said = w(word, amount=amount(abs(over), export.currency), share=share(abs(over), sum(plan, Decimal(0))))
    head = tuple(text(w(f"audit.budget-head.{name}", currency=export.currency)) for name in _BUDGET)
    most = max(*plan, *spent)
    rows = tuple(
        tuple(text(cell) for cell in (m, figures(p, most), figures(s, most), figures(s - p, most), share(s - p, p)))
        for m, p, s in zip(months, plan, spent, strict=True)
    )
    table = Table(head, rows, w("audit.budget"), numeric=(1, 2, 3, 4))
    return (*_burn(export, months, plan, spent, said, w), table)


_BUDGET = ("month", "budget", "spent", "difference", "share")


def _burn(
    export: Export, months: Sequence[str], plan: Sequence[Decimal], spent: Sequence[Decimal], said: str, w: Words
) -> tuple[Block, ...]:
    if len(months) < 2:
        return ()
    series = tuple(
        (w(name), tuple(map(float, accumulate(values))))
        for name, values in (("audit.budgeted", plan), ("audit.spent", spent))
    )
    alt = w("audit.chart.budget-alt", first=months[0], last=months[-1], said=said)
    unit = w("audit.unit-added", currency=export.currency)
    spending = w("audit.spent")
    return (
        Chart(
            Chart.Kind.LINE,
            text(said),
            tuple(months),
            series,
            unit,
            alt,
            emphasis=(spending,),
            source=_source(export, w),
        ),
    )


def _source(export: Export, w: Words) -> Text:
    return text(w("audit.source", file=export.name))
