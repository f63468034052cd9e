"""Commitment discounts: how much of them is used, what they save, and which size would pay.

Two traps are closed here. The purchase of a commitment and the use that it covers are the same money, so purchases are
left out wherever use is counted. And what is left unused is a cost of the commitment but no use: it stands with what
was paid, never with what would have been paid at list prices.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor

from lessonbuild.costs.measures.series import effective, listed, ratio, total
from lessonbuild.model.spending import Commitment, Spend

_COMMITTABLE = frozenset({"Compute", "Databases"})  # categories of FOCUS in which providers sell such discounts
_CENT = Decimal("0.01")


def utilization(commitment: Commitment) -> Decimal | None:
    """Used / (used + unused), both at effective cost; a share of 1."""
    return ratio(commitment.used, commitment.used + commitment.unused)


def discount(commitments: Iterable[Commitment]) -> Decimal | None:
    """1 - effective cost of what they covered / its list cost; a share of 1.

    Against list prices: with negotiated prices, a part of it would have been had without the commitment.
    """
    held = tuple(commitments)
    paid = ratio(sum((one.used for one in held), Decimal(0)), sum((one.covered for one in held), Decimal(0)))
    return None if paid is None else 1 - paid


def break_even(discounted: Decimal) -> Decimal:
    """The utilization from which a commitment costs less than none: 1 - discount."""
    return 1 - discounted


def spreads_its_purchase(commitment: Commitment) -> bool:
    """Whether used + unused = purchased (to a cent or a thousandth): so when the export covers its whole life
    (FOCUS: effective cost spreads the purchase). Otherwise its utilization is that of the period in the export.
    """
    spread = commitment.used + commitment.unused
    return abs(spread - commitment.purchased) <= max(_CENT, commitment.purchased / 1000)


def eligible(spend: Sequence[Spend]) -> tuple[Spend, ...]:
    """The use that a commitment covers or could cover: no spot, taxes, purchases, credits or corrections.

    An export does not say which services are eligible. Taken are compute and databases, and every service that
    a commitment does cover in it; inference by the token is left out, where a commitment reserves capacity.
    """
    covered = {part.service for part in spend if part.commitment == "Used"}
    return tuple(
        part
        for part in spend
        if part.charge == "Usage" and not part.correction and part.pricing != "Dynamic" and part.commitment != "Unused"
        if part.category in _COMMITTABLE or part.service in covered
    )


def is_covered(part: Spend) -> bool:
    """Whether a commitment paid for it."""
    return part.commitment == "Used" or part.pricing == "Committed"


def coverage(spend: Sequence[Spend]) -> Decimal | None:
    """List cost of what is covered / list cost of what is eligible; a share of 1."""
    able = eligible(spend)
    return ratio(total(filter(is_covered, able), listed), total(able, listed))


def effective_savings_rate(spend: Sequence[Spend]) -> Decimal | None:
    """1 - (effective cost of eligible use + unused commitment) / list cost of eligible use (FinOps KPI).

    A share of 1; negative where commitments cost more than they save.
    """
    able = eligible(spend)
    unused = total((part for part in spend if part.commitment == "Unused"), effective)
    paid = ratio(total(able, effective) + unused, total(able, listed))
    return None if paid is None else 1 - paid


def best_size(demand: Sequence[Decimal], discounted: Decimal) -> Decimal:
    """The commitment per day that saves most, at committed prices: the d-quantile of the demand at committed prices.

    `demand` is what each day would cost on demand. The best size is the largest that is reached on a share of 1 - d
    of the days (the newsvendor rule). 0 where most days need nothing. By the day: an hour of need is not known here.
    """
    ordered = sorted(demand)
    if not ordered or not 0 < discounted < 1:
        return Decimal(0)
    return ordered[min(floor(len(ordered) * discounted), len(ordered) - 1)] * (1 - discounted)


def saving(size: Decimal, demand: Iterable[Decimal], discounted: Decimal) -> Decimal:
    """What a commitment of that size per day would have saved over all days; negative where it loses.

    Of each day, min(demand, size / (1 - d)) is covered, and the size is paid whether used or not.
    """
    reach = size / (1 - discounted)
    return sum((min(day, reach) - size for day in demand), Decimal(0))


def payback_months(upfront: Decimal, monthly_saving: Decimal) -> Decimal | None:
    """Upfront / saving a month, in months, of a commitment paid at once; None where it saves nothing.

    The saving is against on-demand prices, at the use that is expected and not at full use. Nine months or fewer is
    the goal that the FinOps Framework gives; longer than the term is a loss.
    """
    return upfront / monthly_saving if monthly_saving > 0 else None


@dataclass(frozen=True, slots=True)
class Rung:
    """A part of a commitment: held from the start of one month to the start of another, counted from today."""

    start: int
    end: int
    size: Decimal


def ladder(size: Decimal, term: int, parts: int) -> tuple[Rung, ...]:
    """A commitment bought in equal parts, spread over its term of so many months, instead of at once.

    From the last purchase on, a part ends every term / parts months and can be bought anew in the size, and at the
    price, of that day. Until then, less is covered. Raises ValueError for no part, or more parts than months.
    """
    if not 1 <= parts <= term:
        raise ValueError("a ladder has one part or more, at most one a month")
    starts = [term * number // parts for number in range(parts)]
    return tuple(Rung(start, start + term, size / parts) for start in starts)
