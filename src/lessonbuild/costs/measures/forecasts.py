"""What the next months may cost if they go on like the last, and how wrong that has been so far.

Extrapolating months that hold waste forecasts waste: these are yardsticks, not plans.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from lessonbuild.costs.measures.series import ratio

Method = Callable[[Sequence[Decimal], int], Decimal]

_RECENT = 3  # months of the run rate, and the fewest to forecast from
_TESTS = 3  # fewest errors that an interval is made from
_EIGHTY = Decimal("1.2816")  # standard deviations on each side that hold 80 percent of a normal distribution


@dataclass(frozen=True, slots=True)
class Forecast:
    """The cost of the next months together, in currency; the interval should hold it four times in five."""

    method: str  # "run-rate" or "linear-trend"
    cost: Decimal
    low: Decimal | None  # none where too few months were there to test with
    high: Decimal | None
    error: Decimal | None  # WAPE of the back-test
    bias: Decimal | None


def run_rate(months: Sequence[Decimal], ahead: int) -> Decimal:
    """The mean of the last three months, in currency a month, whichever month ahead."""
    del ahead  # the same for all
    recent = months[-_RECENT:]
    return sum(recent, Decimal(0)) / len(recent)


def linear_trend(months: Sequence[Decimal], ahead: int) -> Decimal:
    """The least-squares line through all months, so many months after the last; in currency a month."""
    count = len(months)
    middle, mean = Decimal(count - 1) / 2, sum(months, Decimal(0)) / count
    rise = sum(((i - middle) * cost for i, cost in enumerate(months)), Decimal(0))
    run = sum(((i - middle) ** 2 for i in range(count)), Decimal(0))
    return mean + (rise / run if run else 0) * (count - 1 + ahead - middle)


METHODS: dict[str, Method] = {"run-rate": run_rate, "linear-trend": linear_trend}


def backtest(months: Sequence[Decimal], method: Method) -> tuple[tuple[Decimal, Decimal], ...]:
    """(Actual, forecast) of each month that has three before it, forecast from those alone."""
    return tuple((months[i], method(months[:i], 1)) for i in range(_RECENT, len(months)))


def wape(pairs: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    """Sum |actual - forecast| / sum actual; a share of 1. Not MAPE, which a single month near 0 would decide."""
    missed = sum((abs(actual - forecast) for actual, forecast in pairs), Decimal(0))
    return ratio(missed, sum((actual for actual, _ in pairs), Decimal(0)))


def bias(pairs: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    """Sum (forecast - actual) / sum actual; a share of 1, positive where forecasts were too high."""
    above = sum((forecast - actual for actual, forecast in pairs), Decimal(0))
    return ratio(above, sum((actual for actual, _ in pairs), Decimal(0)))


def interval(pairs: Sequence[tuple[Decimal, Decimal]], ahead: int) -> Decimal | None:
    """Half the width of the 80 percent interval of a sum of months, in currency: 1.2816 x sigma x sqrt(months).

    Sigma is the root mean square of the errors of the back-test. None where fewer than three were made.
    """
    if len(pairs) < _TESTS:
        return None
    squares = sum(((actual - forecast) ** 2 for actual, forecast in pairs), Decimal(0))
    return _EIGHTY * (squares / len(pairs)).sqrt() * Decimal(ahead).sqrt()


def forecast(months: Sequence[Decimal], ahead: int) -> Forecast | None:
    """The next months by the method that did better in the back-test; None of fewer than three months."""
    if len(months) < _RECENT or ahead < 1:
        return None
    tested = {name: backtest(months, method) for name, method in METHODS.items()}
    name = min(METHODS, key=lambda one: wape(tested[one]) or Decimal(0))
    cost = sum((METHODS[name](months, i) for i in range(1, ahead + 1)), Decimal(0))
    half = interval(tested[name], ahead)
    low, high = (None, None) if half is None else (max(Decimal(0), cost - half), cost + half)
    return Forecast(name, cost, low, high, wape(tested[name]), bias(tested[name]))


def driver_based(volume: Decimal, unit_cost: Decimal, fixed: Decimal, committed: Decimal) -> Decimal:
    """Planned volume x unit cost + fixed cost + commitments, in currency a month.

    From what causes the cost, not from what it was: waste in past months is not carried on unless it is put in.
    Commitments are paid whatever the volume, so what they cover is not in the unit cost.
    """
    return volume * unit_cost + fixed + committed


def mape(pairs: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    """Mean of |actual - forecast| / actual; a share of 1. None of nothing, or where an actual is 0 or negative.

    For comparison with what others state; WAPE is the better measure of spending. MAPE is undefined at 0, decided by
    the months near it, and unfair: a forecast too low misses by 1 at most, one too high by any number, so that it
    prefers low ones. It divides by the actual; the FinOps KPI "forecast accuracy rate" divides by the forecast.
    """
    if any(actual <= 0 for actual, _ in pairs):
        return None
    missed = sum((abs(actual - forecast) / actual for actual, forecast in pairs), Decimal(0))
    return ratio(missed, Decimal(len(pairs)))


def mase(pairs: Sequence[tuple[Decimal, Decimal]], known: Sequence[Decimal]) -> Decimal | None:
    """Mean |actual - forecast| / mean |change from month to month| of the months known when it was made.

    Below 1, it was better than "as last month" was in them (Hyndman & Koehler 2006). None of nothing, and where the
    months known were all alike or fewer than two.
    """
    if not pairs or len(known) < 2:
        return None
    missed = sum((abs(actual - forecast) for actual, forecast in pairs), Decimal(0)) / len(pairs)
    return ratio(missed, sum((abs(after - before) for before, after in pairwise(known)), Decimal(0)) / (len(known) - 1))


@dataclass(frozen=True, slots=True)
class Ahead:
    """The forecast of one month, in currency; the interval should hold its cost four times in five."""

    number: int  # 1 is the next month
    mean: Decimal
    low: Decimal | None  # none where too few months were there to test with
    high: Decimal | None


def cone(means: Sequence[Decimal], pairs: Sequence[tuple[Decimal, Decimal]]) -> tuple[Ahead, ...]:
    """The months ahead, each with its own interval: 1.2816 x sigma x sqrt(number of the month) to both sides.

    Sigma is that of the back-test pairs of the method, as in `interval`; that it grows with the root holds of costs
    that wander, and is too narrow where they have a trend that the method has not. Low ends stop at 0.
    """
    found = []
    for number, mean in enumerate(means, 1):
        half = interval(pairs, number)
        low, high = (None, None) if half is None else (max(Decimal(0), mean - half), mean + half)
        found.append(Ahead(number, mean, low, high))
    return tuple(found)
