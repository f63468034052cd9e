"""corrections: rows that change periods which were closed.

Fires on every one (FOCUS, ChargeClass "Correction"): a closed month that was reported is no longer what it was,
however small the amount. The amount is what they add up to, credits against charges.
"""

from collections.abc import Iterator

from lessonbuild.auditing.findings.subject import Subject
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Scope, Symptom, Values
from lessonbuild.costs.measures import series

CODE = "corrections"
_SHOWN = 8


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for all of them."""
    found = [part for part in subject.export.spend if part.correction]
    if not found:
        return
    amount = series.total(found, lambda part: part.costs.billed)
    first, last = min(part.day for part in found), max(part.day for part in found)
    services = sorted({part.service for part in found})
    values: Values = {
        "amount": Money(amount, signed=True),
        "first": first,
        "last": last,
        "services": ", ".join(services[:3]) + (" …" if len(services) > 3 else ""),
    }
    largest = sorted(found, key=lambda part: -abs(part.costs.billed))[:_SHOWN]
    evidence = tuple(Evidence(part.service, part.day.isoformat(), part.costs.billed) for part in largest)
    scope = Scope(first, last, kinds=frozenset({"correction"}))
    yield Symptom(CODE, values, amount, Basis.BILLED, Certainty.MEASURED, evidence, scope=scope)
