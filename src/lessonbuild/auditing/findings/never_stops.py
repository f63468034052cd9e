"""never-stops: resources that cost the same every day, nights and weekends included.

Fires on resources that can be stopped (compute, AI, databases, analytics), with a cost on each of 28 days or more
that is within 10 percent of its median on nine days of ten, weekends too, and that is a hundredth of the whole
together (ours). Much of this is right: what serves customers runs all night. It is a list of candidates for a
schedule or an end date.
"""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from statistics import median

from lessonbuild.auditing.findings.subject import Subject, grouped
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Scope, Symptom, Values
from lessonbuild.model.spending import Resource

CODE = "never-stops"
_STOPPABLE = frozenset({"Compute", "AI and Machine Learning", "Databases", "Analytics"})
_FEWEST = 28
_NEAR, _MOST = Decimal("0.10"), Decimal("0.9")
_OF_TOTAL = Decimal("0.01")


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for each owner, with the resources as evidence."""
    able = {part.service for part in subject.use if part.category in _STOPPABLE}
    flat = [one for one in subject.export.resources if one.service in able and _is_flat(one)]
    for owner, resources in grouped(flat, lambda one: one.owner).items():
        if sum((one.effective for one in resources), Decimal(0)) >= _OF_TOTAL * subject.total:
            yield _symptom(owner, sorted(resources, key=lambda one: (-one.effective, one.id)))


def _is_flat(one: Resource) -> bool:
    """Whether its days cost the same, and its weekends no less than its other days."""
    if len(one.daily) < _FEWEST or min(one.daily) <= 0:
        return False
    middle = median(one.daily)
    off = [cost for i, cost in enumerate(one.daily) if (one.first + timedelta(i)).weekday() >= 5]
    return _near(one.daily, middle) and _near(off, middle)


def _near(costs: list[Decimal] | tuple[Decimal, ...], middle: Decimal) -> bool:
    return sum(abs(cost - middle) <= _NEAR * middle for cost in costs) >= _MOST * len(costs)


def _symptom(owner: str | None, resources: list[Resource]) -> Symptom:
    amount = sum((one.effective for one in resources), Decimal(0))
    largest = resources[0]
    values: Values = {
        "owner": owner,
        "count": len(resources),
        "cost": Money(amount),
        "largest": largest.id,
        "largest_cost": Money(largest.effective),
        "days": len(largest.daily),
    }
    evidence = tuple(Evidence(one.id, f"{one.first} – {one.last}", one.effective) for one in resources)
    first, last = min(one.first for one in resources), max(one.last for one in resources)
    scope = Scope(first, last, frozenset(one.service for one in resources), frozenset({owner}))
    return Symptom(CODE, values, amount, Basis.EFFECTIVE, Certainty.INDICATED, evidence, owner, scope)
