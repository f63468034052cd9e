"""What an investment is worth: net present value, rates of return, payback, total cost of ownership.

Flows are Decimal, one a period, the first of today; a rate is a share of 1 a period. Formulas: Brealey, Myers & Allen,
Principles of Corporate Finance, chapters 2 and 5.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

_TINY = 1e-9


def npv(rate: Decimal, flows: Sequence[Decimal]) -> Decimal:
    """Sum of flow t / (1 + rate)^t from t = 0. Excel's NPV() discounts the first flow too. Rate above -1."""
    if rate <= -1:
        raise ArithmeticError("a rate of -100 percent or less discounts nothing")
    return sum((flow / (1 + rate) ** t for t, flow in enumerate(flows)), Decimal(0))


def cumulative(flows: Sequence[Decimal], rate: Decimal = Decimal(0)) -> tuple[Decimal, ...]:
    """The running sum, each flow discounted to today."""
    return tuple(accumulate(flow / (1 + rate) ** t for t, flow in enumerate(flows)))


def monthly_rate(yearly: Decimal) -> Decimal:
    """(1 + r)^(1/12) - 1: twelve of them make the yearly rate. Not r / 12, which makes more."""
    return (1 + yearly) ** (Decimal(1) / 12) - 1


def irrs(flows: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Every rate above -1 at which the NPV is 0, ascending; none where the flows never change their sign.

    The flows are the coefficients of a polynomial in v = 1 / (1 + r) with a root v > 0 for each rate (numpy, then
    Newton's method; floats, to about ten digits). Flows that change sign more than once may have several.
    """
    import numpy

    if not any(flow > 0 for flow in flows) or not any(flow < 0 for flow in flows):
        return ()
    numbers = [float(flow) for flow in flows]
    scale = max(map(abs, numbers))
    roots = numpy.roots([number / scale for number in reversed(numbers)])
    found = [_polished(numbers, float(root.real)) for root in roots if abs(root.imag) < 1e-6 and root.real > _TINY]
    rates = sorted(1 / root - 1 for root in found if abs(_at(numbers, root)) <= 1e-6 * scale)
    distinct = [rate for i, rate in enumerate(rates) if not i or rate - rates[i - 1] > 1e-7]
    return tuple(Decimal(repr(round(rate, 12))) for rate in distinct)


def _at(numbers: Sequence[float], discount: float) -> float:
    return sum(number * discount**t for t, number in enumerate(numbers))


def _polished(numbers: Sequence[float], root: float) -> float:
    """A few steps of Newton's method."""
    for _ in range(8):
        slope = sum(t * number * root ** (t - 1) for t, number in enumerate(numbers) if t)
        if not slope:
            break
        root -= _at(numbers, root) / slope
    return root


def irr(flows: Sequence[Decimal]) -> Decimal | None:
    """The internal rate of return, where there is exactly one; None of none and of several: show the NPV then."""
    found = irrs(flows)
    return found[0] if len(found) == 1 else None


def mirr(flows: Sequence[Decimal], finance: Decimal, reinvest: Decimal) -> Decimal | None:
    """Modified rate: payments discounted at one rate, receipts carried to the end at another; always one answer.

    None without a payment, a receipt or a second period.
    """
    last = len(flows) - 1
    paid = -npv(finance, [min(flow, Decimal(0)) for flow in flows])
    received = sum((max(flow, Decimal(0)) * (1 + reinvest) ** (last - t) for t, flow in enumerate(flows)), Decimal(0))
    return (received / paid) ** (Decimal(1) / last) - 1 if last > 0 and paid > 0 and received > 0 else None


def payback(flows: Sequence[Decimal]) -> Decimal | None:
    """Periods until the running sum first reaches 0, straight within a period; None where it never does.

    Ignores what comes after, and a sum that falls below 0 again: see `crossings`.
    """
    found = crossings(flows)
    return found[0] if found else None


def discounted_payback(rate: Decimal, flows: Sequence[Decimal]) -> Decimal | None:
    """The same of discounted flows."""
    return payback([flow / (1 + rate) ** t for t, flow in enumerate(flows)])


def crossings(flows: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Every time at which the running sum rises from below 0 to 0 or above, in periods from today."""
    found, before = [], Decimal(0)
    for t, flow in enumerate(flows):
        if t and before < 0 <= before + flow:
            found.append(t - 1 - before / flow)
        before += flow
    return tuple(found)


def roi(benefit: Decimal, cost: Decimal) -> Decimal | None:
    """(Benefit - cost) / cost, a share of 1 over the time that both are of; None of no cost."""
    return (benefit - cost) / cost if cost > 0 else None


@dataclass(frozen=True, slots=True)
class TotalCost:
    """Total cost of ownership over a stated time, by what it is for. Credits are positive; they expire."""

    build: Decimal
    run: Decimal
    people: Decimal
    change: Decimal = Decimal(0)  # training, adoption
    risk: Decimal = Decimal(0)  # compliance, exit
    credits: Decimal = Decimal(0)

    @property
    def without_credits(self) -> Decimal:
        """What it costs once they have ended."""
        return self.build + self.run + self.people + self.change + self.risk

    @property
    def total(self) -> Decimal:
        """What is paid."""
        return self.without_credits - self.credits
