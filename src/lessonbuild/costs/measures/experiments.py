"""What experiments are worth: in stages or at once, and what their decisions cost.

Money is Decimal, chances are shares of 1. A stage is (cost, chance to pass its gate). The value of stopping vanishes
where nobody stops: with every chance at 1, a staged experiment costs what an unstaged one does.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from lessonbuild.costs.measures.series import ratio
from lessonbuild.costs.measures.units import cost_per_unit

Stage = tuple[Decimal, Decimal]


def unstaged_value(chance: Decimal, value: Decimal, cost: Decimal) -> Decimal:
    """Expected value of doing all of it: p V - C."""
    return chance * value - cost


def staged_value(stages: Sequence[Stage], value: Decimal) -> Decimal:
    """Expected value in stages: -c1 - p1 c2 - p1 p2 c3 + p1 p2 p3 V. A stage is paid only if all before it passed."""
    reached, expected = Decimal(1), Decimal(0)
    for cost, chance in stages:
        expected -= reached * cost
        reached *= chance
    return expected + reached * value


def option_value(stages: Sequence[Stage], value: Decimal) -> Decimal:
    """What the right to stop is worth: staged less unstaged, of the same costs and chances. Never below 0.

    The value of a chain of real options where the only risk is that of the experiment (Boer 2002).
    """
    chance = Decimal(1)
    for _, passed in stages:
        chance *= passed
    return staged_value(stages, value) - unstaged_value(chance, value, sum((cost for cost, _ in stages), Decimal(0)))


def cheapest_order(stages: Sequence[Stage]) -> tuple[Stage, ...]:
    """Independent tests in the order of cost / (1 - chance to pass), the least first: most stopped per dollar.

    The classical rule of least-cost testing. A test that cannot fail comes last; equals stay as they stood.
    """
    return tuple(sorted(stages, key=lambda stage: stage[0] / (1 - stage[1]) if stage[1] < 1 else Decimal("Infinity")))


def perfect_information(outcomes: Sequence[tuple[Decimal, Sequence[Decimal]]]) -> Decimal:
    """Expected value of perfect information: EVPI = E[max] - max E, the most that an experiment may cost.

    Outcomes are (chance, value of each choice), with the choices in the same order; raises ValueError where one lacks.
    """
    best_known = sum((chance * max(values) for chance, values in outcomes), Decimal(0))
    choices = zip(*(tuple(chance * value for value in values) for chance, values in outcomes), strict=True)
    return best_known - max(sum(choice, Decimal(0)) for choice in choices)


class Tried(Protocol):
    """An experiment as a register holds it."""

    @property
    def cost(self) -> Decimal:
        """All that was spent on it, in currency."""

    @property
    def decided(self) -> bool:
        """Adopted or stopped; to abandon is to say neither."""

    @property
    def adopted(self) -> bool: ...

    @property
    def past_gate(self) -> Decimal:
        """Spent after a gate that failed, or after the day on which one was missing."""


class Measured(Tried, Protocol):
    """An experiment of which is known whether it taught anything."""

    @property
    def evidence(self) -> bool:
        """What its gate asks was measured; to stop for another reason teaches nothing."""


def cost_per_decision(tried: Sequence[Tried]) -> Decimal | None:
    """All spending / experiments that ended in a yes or a no; None without one."""
    return cost_per_unit(_cost(tried), Decimal(sum(one.decided for one in tried)))


def cost_per_informative(tried: Sequence[Measured]) -> Decimal | None:
    """All spending / experiments that were adopted or stopped with evidence; None without one."""
    return cost_per_unit(_cost(tried), Decimal(sum(one.decided and one.evidence for one in tried)))


def cost_per_success(tried: Sequence[Tried]) -> Decimal | None:
    """All spending / experiments whose result was adopted: failures are part of the price; None without one."""
    return cost_per_unit(_cost(tried), Decimal(sum(one.adopted for one in tried)))


def kill_rate(tried: Sequence[Tried]) -> Decimal | None:
    """Stopped / decided, a share of 1; None where nothing was decided. Near 0, gates are paperwork."""
    decided = [one for one in tried if one.decided]
    return ratio(Decimal(sum(not one.adopted for one in decided)), Decimal(len(decided)))


def past_gates(tried: Sequence[Tried]) -> Decimal:
    """What was spent after a gate that failed or was missing, in currency: sunk cost that went on."""
    return sum((one.past_gate for one in tried), Decimal(0))


def _cost(tried: Sequence[Tried]) -> Decimal:
    return sum((one.cost for one in tried), Decimal(0))
