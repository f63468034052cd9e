"""How much of what was paid for was busy, and what the rest cost.

Utilization is a share of 1, and there are three: allocated to somebody, active, and doing useful work (of a GPU: MFU,
the floating-point operations of the model / those that it could do). Each is lower than the one before: name which.
None of them is in FOCUS; they come from telemetry. That of commitments, which is money and not time, is in
`commitments`.
"""

from collections.abc import Iterable
from decimal import Decimal

from lessonbuild.costs.measures.series import ratio

Hour = tuple[Decimal, Decimal]
"""An hour of one machine: what it cost, in currency, and its utilization."""


def utilization(busy: Decimal, paid: Decimal) -> Decimal | None:
    """Busy / paid hours (FinOps KPI: resource utilization efficiency); a share of 1, None where nothing was paid."""
    return ratio(busy, paid)


def idle_cost(hours: Iterable[Hour], threshold: Decimal) -> Decimal:
    """The whole cost of all hours with a utilization below the threshold, in currency: what switching off would save.

    State the threshold beside it; an hour just at it is not idle.
    """
    return sum((cost for cost, used in hours if used < threshold), Decimal(0))


def waste(hours: Iterable[Hour]) -> Decimal:
    """Sum of cost x (1 - utilization), in currency: what a machine of just the right size would save.

    Not to be added to the idle cost, which it holds in part.
    """
    return sum((cost * (1 - used) for cost, used in hours), Decimal(0))


def cost_per_useful_hour(hours: Iterable[Hour]) -> Decimal | None:
    """Sum of cost / sum of utilization, in currency an hour; None where no hour was of use.

    Of the sums, not the mean of each hour's, which one idle hour would decide.
    """
    held = tuple(hours)
    return ratio(sum((cost for cost, _ in held), Decimal(0)), sum((used for _, used in held), Decimal(0)))
