"""discount-on-waste: a good savings rate beside commitments that are not used.

A rate of savings looks good while the plan is too large, or what it covers is not needed. Fires where the effective
savings rate is 10 percent or more (ours) while more than a fifth of the commitments' cost is unused: 80 percent
utilization is what the FinOps Framework's page on rates calls a waterline.
"""

from collections.abc import Iterator
from decimal import Decimal

from lessonbuild.auditing.findings.subject import Subject
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Scope, Share, Symptom, Values
from lessonbuild.costs.measures import commitments, series

CODE = "discount-on-waste"
_GOOD, _WASTE = Decimal("0.10"), Decimal("0.20")


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for all commitments together."""
    held = subject.export.commitments
    unused = sum((one.unused for one in held), Decimal(0))
    waste = series.ratio(unused, sum((one.used + one.unused for one in held), Decimal(0)))
    rate = commitments.effective_savings_rate(subject.export.spend)
    if waste is None or rate is None or waste <= _WASTE or rate < _GOOD or unused < subject.material:
        return
    values: Values = {"rate": Share(rate), "waste": Share(waste), "unused": Money(unused)}
    evidence = tuple(Evidence(one.name or one.id, f"{one.first} – {one.last}", one.unused) for one in held)
    scope = Scope(min(one.first for one in held), max(one.last for one in held), kinds=frozenset({"unused"}))
    yield Symptom(CODE, values, unused, Basis.EFFECTIVE, Certainty.MEASURED, evidence, scope=scope)
