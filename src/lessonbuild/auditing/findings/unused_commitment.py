"""unused-commitment: a commitment that costs more than the same use would have cost without it.

Fires where utilization is under the break-even of 1 - discount, the discount being that of the commitment itself on
what it covered. The amount is what was paid for and nobody used.
"""

from collections.abc import Iterator

from lessonbuild.auditing.findings.subject import Subject
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Scope, Share, Symptom, Values
from lessonbuild.costs.measures import commitments
from lessonbuild.model.spending import Commitment

CODE = "unused-commitment"


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for each such commitment."""
    for one in subject.export.commitments:
        used, discount = commitments.utilization(one), commitments.discount([one])
        if used is None or one.unused < subject.material:
            continue
        needed = commitments.break_even(discount) if discount is not None else None
        if needed is None or used < needed:
            yield _symptom(one, Share(used), Share(needed))


def _symptom(one: Commitment, used: Share, needed: Share) -> Symptom:
    values: Values = {
        "name": one.name or one.id,
        "first": one.first,
        "last": one.last,
        "used": used,
        "needed": needed,
        "unused": Money(one.unused),
        "paid": Money(one.used + one.unused),
        "covered": Money(one.covered),
    }
    sure = Certainty.MEASURED if commitments.spreads_its_purchase(one) else Certainty.INDICATED
    scope = Scope(one.first, one.last, kinds=frozenset({"unused"}))
    evidence = (Evidence(one.id, f"{one.first} – {one.last}", one.unused),)
    return Symptom(CODE, values, one.unused, Basis.EFFECTIVE, sure, evidence, scope=scope)
