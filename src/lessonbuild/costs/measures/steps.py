"""A cost that rises at once and stays: what an alarm for spikes passes over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

_WEEK, _STAY = 7, 28
_DOUBLE, _OVER = 2, Decimal("1.5")


@dataclass(frozen=True, slots=True)
class Step:
    """A daily cost that at least doubled and stayed so for four weeks or more."""

    first: date
    last: date
    before: Decimal  # median cost a day in the four weeks before
    after: Decimal  # and in the four weeks from then on
    extra: Decimal  # cost above the level before, from the first day to the last


def step(days: Sequence[date], costs: Sequence[Decimal]) -> Step | None:
    """The first day from which a week costs twice the week before, and four weeks twice the four before (medians).

    The week tells a step from slow growth, the four weeks from a spike. It lasts until a week's median falls under
    1.5 times the level before. A cost that begins at nothing has no level to double. Thresholds are ours.
    """
    for number in range(_STAY, len(days) - _STAY + 1):
        before, after = median(costs[number - _STAY : number]), median(costs[number : number + _STAY])
        if before <= 0 or after < _DOUBLE * before:
            continue
        week_before, week = median(costs[number - _WEEK : number]), median(costs[number : number + _WEEK])
        if week >= _DOUBLE * max(week_before, before) and costs[number] > _OVER * before:
            end = _end(number, costs, before)
            extra = sum(costs[number:end], Decimal(0)) - before * (end - number)
            return Step(days[number], days[end - 1], before, after, extra)
    return None


def _end(number: int, costs: Sequence[Decimal], before: Decimal) -> int:
    """The number after the last day of it: the first low day of the first low week."""
    low = _OVER * before
    for first in range(number + _STAY, len(costs) - _WEEK + 1):
        if median(costs[first : first + _WEEK]) < low:
            return next(i for i in range(first, first + _WEEK) if costs[i] < low)
    return len(costs)
