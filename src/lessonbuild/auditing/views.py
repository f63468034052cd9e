"""The ways in which an audit looks at an export: by month or day, by service, by owner. Every view has the same sum."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from decimal import Decimal
from typing import TypeVar

from lessonbuild.costs.measures import series
from lessonbuild.model.spending import Costs, Export, Spend

Key = TypeVar("Key", bound=Hashable)

_FEW_MONTHS = 3  # of fewer, a month is too coarse to show a course


def total(spend: Iterable[Spend]) -> Costs:
    """The four costs of all of it."""
    return total_of(part.costs for part in spend)


def by(spend: Iterable[Spend], key: Callable[[Spend], Key]) -> dict[Key, Costs]:
    """The costs under each key, in the order in which the keys were met."""
    groups: defaultdict[Key, list[Costs]] = defaultdict(list)
    for part in spend:
        groups[key(part)].append(part.costs)
    return {name: total_of(costs) for name, costs in groups.items()}


def ranked(groups: dict[Key, Costs]) -> list[tuple[Key, Costs]]:
    """The most expensive first; of equal ones, in the order of their names."""
    return sorted(groups.items(), key=lambda item: (-item[1].effective, str(item[0])))


def periods(export: Export) -> Callable[[Spend], str]:
    """By month where the export has a few of them, else by day."""
    months = {month(part) for part in export.spend}
    return month if len(months) >= _FEW_MONTHS else lambda part: part.day.isoformat()


def month(part: Spend) -> str:
    """Of its day, as "2025-08"."""
    return series.month(part.day)


def total_of(costs: Iterable[Costs]) -> Costs:
    """Costs added up."""
    listed = contracted = billed = effective = Decimal(0)
    for one in costs:
        listed += one.listed
        contracted += one.contracted
        billed += one.billed
        effective += one.effective
    return Costs(listed, contracted, billed, effective)
