"""price-change: a bill that moved because prices did, not because anybody used more or less.

The price term of the variance between the first and the last complete month, at contracted prices, so that
commitments are not in it, and of what was bought in both months. Fires at two percent of the service's cost and a
hundredth of the month's (ours). Nobody should be praised or blamed for it.
"""

from collections.abc import Iterator
from decimal import Decimal

from lessonbuild.auditing.findings.subject import Subject, month_days
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Scope, Symptom, Values
from lessonbuild.costs.measures.variance import Variance

CODE = "price-change"
_OF_SERVICE = Decimal("0.02")
_SHOWN = 5


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for each service."""
    for service, base, moved in subject.moved:
        told = max(_OF_SERVICE * (base + moved.total), subject.material_in_a_month)
        if moved.known_price and abs(moved.known_price) >= told:
            yield _symptom(subject, service, moved)


def _symptom(subject: Subject, service: str, moved: Variance) -> Symptom:
    before, after = subject.months[0], subject.months[-1]
    values: Values = {
        "service": service,
        "before": before,
        "after": after,
        "price": Money(moved.known_price, signed=True),
        "change": Money(moved.total, signed=True),
        "volume": Money(moved.volume, signed=True),
        "mix": Money(moved.mix, signed=True),
    }
    known = sorted((move for move in moved.moves if not move.new), key=lambda move: -abs(move.effect))
    evidence = tuple(Evidence(move.price, after, move.effect) for move in known[:_SHOWN] if move.effect)
    scope = Scope(*month_days(subject, after), frozenset({service}))
    return Symptom(CODE, values, moved.known_price, Basis.CONTRACTED, Certainty.MEASURED, evidence, scope=scope)
