"""What the next months may cost if they go on like the last, and how wrong that has been so far.

Extrapolating months that hold waste forecasts waste: these are yardsticks, not plans.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

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
