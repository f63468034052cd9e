"""growth: a service of which much more was used.

The volume term of the variance between the first and the last complete month, at contracted prices. Fires at a
quarter of the service's first month, more than months of 28 and 31 days differ by, and a hundredth of the last
month's whole cost (ours). More use may be the very success that was wanted: what matters is the cost of a unit of
result.
"""

from collections.abc import Iterator
from decimal import Decimal

from lessonbuild.auditing.findings.subject import Subject, month_days
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Scope, Share, Symptom, Values
from lessonbuild.costs.measures.series import ratio
from lessonbuild.costs.measures.variance import Variance

CODE = "growth"
_GROWN = Decimal("0.25")


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for each service that both months have."""
    for service, base, moved in subject.moved:
        if base > 0 and moved.volume >= max(_GROWN * base, subject.material_in_a_month):
            yield _symptom(subject, service, base, moved)


def _symptom(subject: Subject, service: str, base: Decimal, moved: Variance) -> Symptom:
    before, after = subject.months[0], subject.months[-1]
    values: Values = {
        "service": service,
        "before": before,
        "after": after,
        "grown": Share(ratio(moved.volume, base)),
        "change": Money(moved.total, signed=True),
        "volume": Money(moved.volume, signed=True),
        "mix": Money(moved.mix, signed=True),
        "price": Money(moved.price, signed=True),
    }
    evidence = (Evidence(service, before, base), Evidence(service, after, base + moved.total))
    scope = Scope(*month_days(subject, after), frozenset({service}))
    return Symptom(CODE, values, moved.volume, Basis.CONTRACTED, Certainty.MEASURED, evidence, scope=scope)
