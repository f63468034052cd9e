"""Days on which an alarm would have rung that compares each day, as it ends, with the four weeks before it."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from statistics import median

from lessonbuild.costs.facts.spending import is_use
from lessonbuild.model.ledger import Ledger
from lessonbuild.model.scenario import Scenario

BEFORE = 28  # days that say what is usual
_SPREADS = Decimal("6") * Decimal("1.4826")  # 1.4826 MAD estimate a standard deviation of normal noise
_JUMP, FLOOR = Decimal("0.40"), Decimal(500)


def rung(scenario: Scenario, ledger: Ledger) -> tuple[tuple[date, str, str], ...]:
    """(Day, service, team) with x > median + max(6 x 1.4826 MAD, 40 percent of it, 500) of the 28 days before.

    At list price, so that a commitment that begins is no alarm. Day by day as an alarm has to judge, unlike
    `measures.anomalies`, which looks back on both sides.
    """
    found = []
    for (service, team), costs in series_of(scenario, ledger).items():
        found += [(ledger.days[number], service, team) for number in _above(costs)]
    return tuple(sorted(found))


def usual(costs: Sequence[Decimal], number: int) -> tuple[Decimal, Decimal] | None:
    """What is usual on a day: the median of the 28 before, and the cost from which an alarm rings."""
    if number < BEFORE:
        return None
    before = costs[number - BEFORE : number]
    middle = median(before)
    spread = _SPREADS * median(abs(cost - middle) for cost in before)
    return middle, middle + max(spread, _JUMP * middle, FLOOR)


def _above(costs: Sequence[Decimal]) -> Iterator[int]:
    for number, cost in enumerate(costs):
        known = usual(costs, number)
        if known and cost > known[1]:
            yield number


def series_of(scenario: Scenario, ledger: Ledger) -> dict[tuple[str, str], list[Decimal]]:
    """The list cost of each day, by service and team that ordered it."""
    first = ledger.days[0]
    found: dict[tuple[str, str], list[Decimal]] = {}
    for row in filter(is_use, ledger.charges):
        key = (scenario.prices[row.price].service, scenario.lines[row.line].team)
        found.setdefault(key, [Decimal(0)] * len(ledger.days))[(row.day - first).days] += row.listed
    return found
