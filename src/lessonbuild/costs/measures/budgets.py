"""Spending against a budget: how far over, since when, and on which day it is or will be used up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate
from math import ceil

from lessonbuild.costs.measures.series import ratio


@dataclass(frozen=True, slots=True)
class Burn:
    """How a budget stands at the end of a month: of this month, and added up since the first."""

    month: str
    budget: Decimal
    spent: Decimal
    budget_so_far: Decimal
    spent_so_far: Decimal


def burn(spent: Mapping[str, Decimal], budget: Mapping[str, Decimal]) -> tuple[Burn, ...]:
    """Budget and spending added up over the months that both have."""
    months = sorted(spent.keys() & budget.keys())
    planned, paid = [budget[name] for name in months], [spent[name] for name in months]
    return tuple(map(Burn, months, planned, paid, accumulate(planned), accumulate(paid)))


def variance(spent: Decimal, budget: Decimal) -> Decimal:
    """Spent - budget, in currency: positive is over."""
    return spent - budget


def variance_share(spent: Decimal, budget: Decimal) -> Decimal | None:
    """(Spent - budget) / budget, a share of 1; None of no budget."""
    return ratio(spent - budget, budget)


def over_since(burned: Sequence[Burn]) -> str | None:
    """The month in which the spending added up crossed the budget added up, to stay over it; None where it is not."""
    found = None
    for state in reversed(burned):
        if state.spent_so_far <= state.budget_so_far:
            break
        found = state.month
    return found


def daily_rate(costs: Sequence[Decimal], last: int = 28) -> Decimal | None:
    """The mean cost of the last days, in currency a day: 28, so that every weekday counts the same."""
    recent = costs[-last:]
    return sum(recent, Decimal(0)) / len(recent) if recent else None


def exhausted(days: Sequence[date], costs: Sequence[Decimal], budget: Decimal) -> date | None:
    """The day on which the whole budget is used up: read off the days, or reached at the daily rate after them.

    None where the spending does not lead there.
    """
    for day, so_far in zip(days, accumulate(costs), strict=True):
        if so_far >= budget:
            return day
    rate = daily_rate(costs)
    if not rate or rate <= 0:
        return None
    return days[-1] + timedelta(days=ceil((budget - sum(costs, Decimal(0))) / rate))
