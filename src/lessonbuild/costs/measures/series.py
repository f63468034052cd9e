"""Sums of spending by day and by month: what the other measures are taken of."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from lessonbuild.model.spending import Spend

Key = TypeVar("Key", bound=Hashable)
Cost = Callable[[Spend], Decimal]


def effective(part: Spend) -> Decimal:
    """What the use cost, with prepayments spread over it: for the cost of teams, and for what could be saved."""
    return part.costs.effective


def contracted(part: Spend) -> Decimal:
    """What it would have cost without commitments, at negotiated prices."""
    return part.costs.contracted


def listed(part: Spend) -> Decimal:
    """What it would have cost at public prices."""
    return part.costs.listed


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """A share of 1. None of nothing, and of a negative whole, of which a share says nothing."""
    return part / whole if whole > 0 else None


def total(spend: Iterable[Spend], cost: Cost = effective) -> Decimal:
    """One of the four costs, added up. Billed counts a commitment where it was bought, effective where it was used;
    as FOCUS has 0 in the other place, neither counts it twice, and the two are never added to each other.
    """
    return sum(map(cost, spend), Decimal(0))


def sums(spend: Iterable[Spend], key: Callable[[Spend], Key], cost: Cost = effective) -> dict[Key, Decimal]:
    """One of the four costs under each key, in the order in which the keys were met."""
    found: defaultdict[Key, Decimal] = defaultdict(Decimal)
    for part in spend:
        found[key(part)] += cost(part)
    return dict(found)


def month(day: date) -> str:
    """The month of a day, as "2025-08"."""
    return day.isoformat()[:7]


def by_month(spend: Iterable[Spend], cost: Cost = effective) -> dict[str, Decimal]:
    """The months in their order."""
    return dict(sorted(sums(spend, lambda part: month(part.day), cost).items()))


def by_day(spend: Iterable[Spend], days: Sequence[date], cost: Cost = effective) -> tuple[Decimal, ...]:
    """What each of the days cost; 0 on a day on which nothing stands here."""
    found = sums(spend, lambda part: part.day, cost)
    return tuple(found.get(day, Decimal(0)) for day in days)


def days_of(spend: Iterable[Spend]) -> tuple[date, ...]:
    """Every day on which anything stands, in order. Days without a row are gaps in the data, not days without cost."""
    return tuple(sorted({part.day for part in spend}))


def is_daily(days: Sequence[date]) -> bool:
    """Whether the export tells days apart: most days of its span have rows, as those of one by month have not."""
    return bool(days) and 2 * len(days) > (days[-1] - days[0]).days + 1


def complete_months(days: Sequence[date]) -> tuple[str, ...]:
    """The months that the days cover from the first to the last; of an export by month, all."""
    months = sorted({month(day) for day in days})
    if is_daily(days):
        months = [name for name in months if days[0] <= date.fromisoformat(f"{name}-01") and _end(name) <= days[-1]]
    return tuple(months)


def _end(name: str) -> date:
    """The last day of a month."""
    return (date.fromisoformat(f"{name}-28") + timedelta(days=4)).replace(day=1) - timedelta(days=1)
