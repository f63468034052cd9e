"""Days that cost far more than the days around them, joined to runs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

_AROUND = 28  # days that say what is normal: four weeks, so that every weekday is in it four times
_MONTHS = 62  # days: two months back and two ahead
_SPREADS = Decimal("6") * Decimal("1.4826")  # 1.4826 MAD estimate a standard deviation of normal noise
_JUMP = Decimal("0.40")


@dataclass(frozen=True, slots=True)
class Run:
    """Days in a row that cost more than normal."""

    first: date
    last: date
    cost: Decimal
    normal: Decimal  # what the same days would have cost

    @property
    def extra(self) -> Decimal:
        """The cost above normal."""
        return self.cost - self.normal


def runs(days: Sequence[date], costs: Sequence[Decimal], floor: Decimal) -> tuple[Run, ...]:
    """The runs of days with x > normal + max(6 x 1.4826 MAD, 40 percent of normal, floor).

    Normal is the median of the 28 days nearest to it. They lie on both sides, so that a plateau of two weeks or more
    is no alarm: it has become normal. A weekly or monthly habit is none either: normal is at least what the same
    weekday and the same day of other months cost. `floor` is in currency. A robust z-score; its thresholds are ours.
    """
    found: list[Run] = []
    before = None
    for number, normal in _alarms(days, costs, floor):
        day, cost = days[number], costs[number]
        if before == number - 1:
            last = found.pop()
            found.append(Run(last.first, day, last.cost + cost, last.normal + normal))
        else:
            found.append(Run(day, day, cost, normal))
        before = number
    return tuple(found)


def _alarms(days: Sequence[date], costs: Sequence[Decimal], floor: Decimal) -> Iterator[tuple[int, Decimal]]:
    """Numbers of days above their threshold, with what would have been normal."""
    if len(days) <= _AROUND:
        return
    for number, cost in enumerate(costs):
        if cost <= floor:
            continue
        near = _nearest(number, len(days))
        around = [costs[other] for other in near]
        middle = median(around)
        habits = _habits(number, near, days, costs)
        if habits is None and middle <= 0:
            continue  # a fee of a month, or a spike: one month does not tell
        normal = max(middle, habits or middle, Decimal(0))
        spread = _SPREADS * median(abs(other - middle) for other in around)
        if cost > normal + max(spread, _JUMP * normal, floor):
            yield number, normal


def _nearest(number: int, count: int) -> list[int]:
    """The 28 numbers nearest to it, itself left out; near an end, more of them lie on one side."""
    first = min(max(0, number - _AROUND // 2), count - _AROUND - 1)
    return [other for other in range(first, first + _AROUND + 1) if other != number]


def _habits(number: int, near: Sequence[int], days: Sequence[date], costs: Sequence[Decimal]) -> Decimal | None:
    """What the same weekday of these weeks and the same day of other months cost; None if no two months tell."""
    day = days[number]
    week = [costs[other] for other in near if days[other].weekday() == day.weekday()]
    months = [costs[o] for o, one in enumerate(days) if one.day == day.day and 0 < abs((one - day).days) <= _MONTHS]
    if len(months) < 2:
        return median(week) if week and median(week) > 0 else None
    return max(median(week) if week else Decimal(0), median(months))
