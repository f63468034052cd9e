"""What an investment is worth: net present value, rates of return, payback, total cost of ownership.

Flows are Decimal, one a period, the first of today; a rate is a share of 1 a period. Formulas: Brealey, Myers & Allen,
Principles of Corporate Finance, chapters 2 and 5.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from itertools import accumulate, pairwise

_DIGITS = 60  # in which roots are looked for
_NOISE = Decimal("1e-25")  # share of its terms below which a sum of them is 0
_CLOSE = Decimal("1e-30")  # width of a bracket, as a share of the root in it


def growth(rate: Decimal) -> Decimal:
    """1 + rate, by which flows are divided each period. Raises ArithmeticError of a rate of -1 or less."""
    if rate <= -1:
        raise ArithmeticError("a rate of -100 percent or less discounts nothing")
    return 1 + rate


def discounted(rate: Decimal, flows: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Flow t / (1 + rate)^t: what each is worth today."""
    each = growth(rate)
    return tuple(flow / each**t for t, flow in enumerate(flows))


def npv(rate: Decimal, flows: Sequence[Decimal]) -> Decimal:
    """Sum of flow t / (1 + rate)^t from t = 0, in currency of today: the first flow is not discounted.

    Excel's NPV() discounts the first too; there, it is NPV(rate, all but the first) + the first. Rate above -1.
    """
    return sum(discounted(rate, flows), Decimal(0))


def cumulative(flows: Sequence[Decimal], rate: Decimal = Decimal(0)) -> tuple[Decimal, ...]:
    """The running sum, each flow discounted to today; it ends at the NPV."""
    return tuple(accumulate(discounted(rate, flows)))


def monthly_rate(yearly: Decimal) -> Decimal:
    """(1 + r)^(1/12) - 1: twelve of them make the yearly rate. Not r / 12, which makes more."""
    return growth(yearly) ** (Decimal(1) / 12) - 1


def irrs(flows: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Every rate above -1 at which the NPV is 0, ascending, to twelve decimal places; one that is double stands once.

    None where the flows never change their sign; as many as they change it, at most (Descartes). Flows that end with
    a payment, like [-100, 100, 0, -7] with -67.9 and -8.3 percent, may have several: other tools return one of them.
    """
    with localcontext(prec=_DIGITS):
        return tuple(sorted({round(1 / root - 1, 12) for root in _roots(flows)}))


def _roots(terms: Sequence[Decimal]) -> list[Decimal]:
    """Every v > 0 at which the sum of term t x v^t is 0, ascending; v is 1 / (1 + rate).

    Between two neighbouring roots of its slope, a polynomial has at most one: bisection finds it.
    """
    held = [t for t, term in enumerate(terms) if term]
    if len({terms[t] > 0 for t in held}) < 2:
        return []
    terms = terms[held[0] : held[-1] + 1]
    largest = max(map(abs, terms))
    bounds = 1 / (1 + largest / abs(terms[0])), 1 + largest / abs(terms[-1])  # Cauchy's
    turns = _roots([t * term for t, term in enumerate(terms)][1:])
    inside = [turn for turn in turns if bounds[0] < turn < bounds[1]]
    found = [turn for turn in inside if not _sign(terms, turn)]
    for low, high in pairwise((bounds[0], *inside, bounds[1])):
        if _sign(terms, low) * _sign(terms, high) < 0:
            found.append(_bisected(terms, low, high))
    return sorted(found)


def _bisected(terms: Sequence[Decimal], low: Decimal, high: Decimal) -> Decimal:
    """The root between two places at which the sum has different signs."""
    below = _sign(terms, low)
    while high - low > _CLOSE * high:
        middle = (low + high) / 2
        sign = _sign(terms, middle)
        if not sign:
            return middle
        low, high = (middle, high) if sign == below else (low, middle)
    return (low + high) / 2


def _sign(terms: Sequence[Decimal], v: Decimal) -> int:
    """-1, 0 or 1: that of the sum of term t x v^t."""
    value = size = Decimal(0)
    for term in reversed(terms):
        value, size = value * v + term, size * v + abs(term)
    return 0 if abs(value) <= _NOISE * size else 1 if value > 0 else -1


def irr(flows: Sequence[Decimal]) -> Decimal | None:
    """The internal rate of return, where there is exactly one; None of none and of several: show the NPV then."""
    found = irrs(flows)
    return found[0] if len(found) == 1 else None


def mirr(flows: Sequence[Decimal], finance: Decimal, reinvest: Decimal) -> Decimal | None:
    """Modified rate: payments discounted at one rate, receipts carried to the end at another; never several.

    (Receipts at the end / payments today)^(1 / periods) - 1, a share of 1 a period, as Excel's MIRR(). None without a
    payment, a receipt or a second period. Rates above -1.
    """
    last, each = len(flows) - 1, growth(reinvest)
    paid = -npv(finance, [min(flow, Decimal(0)) for flow in flows])
    received = sum((max(flow, Decimal(0)) * each ** (last - t) for t, flow in enumerate(flows)), Decimal(0))
    return (received / paid) ** (Decimal(1) / last) - 1 if last > 0 and paid > 0 and received > 0 else None


def payback(flows: Sequence[Decimal]) -> Decimal | None:
    """Periods until the running sum first rises to 0, straight within a period; None where it never does.

    None too where it is never below 0: nothing is to be paid back. Ignores what comes after, and a sum that falls
    below 0 again: see `crossings`.
    """
    found = crossings(flows)
    return found[0] if found else None


def discounted_payback(rate: Decimal, flows: Sequence[Decimal]) -> Decimal | None:
    """The same of discounted flows: later, or never, as the price of waiting is to be earned as well."""
    return payback(discounted(rate, flows))


def crossings(flows: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Every time at which the running sum rises from below 0 to 0 or above, in periods from today.

    More than one where it falls below 0 in between, as where a model must be trained again.
    """
    found, before = [], Decimal(0)
    for t, flow in enumerate(flows):
        if t and before < 0 <= before + flow:
            found.append(t - 1 - before / flow)
        before += flow
    return tuple(found)


def roi(benefit: Decimal, cost: Decimal) -> Decimal | None:
    """(Benefit - cost) / cost, a share of 1 over the time that both are of; None of no cost.

    Says nothing of when. State that time beside it, and whether people and the one-off build are in the cost.
    """
    return (benefit - cost) / cost if cost > 0 else None


@dataclass(frozen=True, slots=True)
class TotalCost:
    """Total cost of ownership over a stated time, by what it is for, in currency. Credits are positive; they expire."""

    build: Decimal
    run: Decimal  # inference, machines, storage, traffic, logs, licences
    people: Decimal
    change: Decimal = Decimal(0)  # training of people, adoption
    risk: Decimal = Decimal(0)  # compliance, exit
    credits: Decimal = Decimal(0)

    @property
    def without_credits(self) -> Decimal:
        """What it costs once they have ended."""
        return self.build + self.run + self.people + self.change + self.risk

    @property
    def total(self) -> Decimal:
        """Build + run + people + change + risk - credits: what is paid."""
        return self.without_credits - self.credits
