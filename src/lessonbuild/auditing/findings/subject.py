"""What the rules look at: an export with its sums, taken once, and how large an amount must be to be told."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from lessonbuild.auditing.budget import Budget
from lessonbuild.costs.measures import series
from lessonbuild.costs.measures.variance import Variance, variance
from lessonbuild.model.spending import Export, Spend, Usage

Key = TypeVar("Key", bound=Hashable)

_TOLD = Decimal("0.001")  # of the whole cost: what is smaller is not worth anybody's question (ours)
_OF_MONTH = Decimal("0.01")  # of a month's cost: what is smaller is not worth comparing months for (ours)


@dataclass(frozen=True)
class Subject:
    """An export, a budget where one is given, and what several rules need of them."""

    export: Export
    budget: Budget | None

    @cached_property
    def total(self) -> Decimal:
        """Effective cost of everything."""
        return series.total(self.export.spend)

    @cached_property
    def material(self) -> Decimal:
        """The smallest amount that is told: a thousandth of the whole."""
        return max(self.total, Decimal(0)) * _TOLD

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that have rows."""
        return series.days_of(self.export.spend)

    @cached_property
    def is_daily(self) -> bool:
        """Whether rules about days have anything to look at."""
        return series.is_daily(self.days)

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The complete months."""
        return series.complete_months(self.days)

    @cached_property
    def use(self) -> tuple[Spend, ...]:
        """What was used: no purchases, taxes, credits or corrections, and nothing that a commitment left unused."""
        return tuple(
            part
            for part in self.export.spend
            if part.charge == "Usage" and not part.correction and part.commitment != "Unused"
        )

    @cached_property
    def monthly(self) -> dict[str, Decimal]:
        """Effective cost of each complete month, everything in it."""
        sums = series.by_month(self.export.spend)
        return {month: sums.get(month, Decimal(0)) for month in self.months}

    @cached_property
    def material_in_a_month(self) -> Decimal:
        """The smallest monthly amount that is told: a hundredth of the last complete month."""
        return max(self.monthly[self.months[-1]], Decimal(0)) * _OF_MONTH if self.months else Decimal(0)

    @cached_property
    def moved(self) -> tuple[tuple[str, Decimal, Variance], ...]:
        """Each service that the first and the last complete month both have: its cost in the first, and what moved it.

        At contracted prices. One whose rows name no quantities tells nothing of volume or price, and is left out.
        """
        if len(self.months) < 2:
            return ()
        before, after = self._usage(self.months[0]), self._usage(self.months[-1])
        return tuple(
            (
                service,
                sum((one.costs.contracted for one in before[service]), Decimal(0)),
                variance(before[service], after[service], lambda costs: costs.contracted),
            )
            for service in sorted(before.keys() & after.keys())
        )

    def _usage(self, month: str) -> dict[str, list[Usage]]:
        services = grouped((one for one in self.export.usage if one.month == month), lambda one: one.service)
        return {name: used for name, used in services.items() if all(map(_counted, used))}


def _counted(one: Usage) -> bool:
    return one.quantity > 0 or not one.costs.contracted


Item = TypeVar("Item")


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """The items under each key, in the order in which the keys were met."""
    groups: defaultdict[Key, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(groups)


def month_days(subject: Subject, month: str) -> tuple[date, date]:
    """The first and the last day of a month that have rows."""
    inside = [day for day in subject.days if series.month(day) == month]
    return inside[0], inside[-1]
