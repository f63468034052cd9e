"""credits-ending: credits that stopped, after which the same use costs more.

Fires where at least two months had credits, the last complete month had none, and they were a hundredth of a
month's cost on average (ours). The amount is what they took off in an average month of theirs (show costs without
credits).
"""

from collections.abc import Iterator
from decimal import Decimal

from lessonbuild.auditing.findings.subject import Subject, month_days
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Scope, Symptom, Values
from lessonbuild.costs.measures import series

CODE = "credits-ending"
_FEWEST = 2


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for all credits together."""
    granted = [part for part in subject.export.spend if part.charge == "Credit" and not part.correction]
    monthly = {name: -cost for name, cost in series.by_month(granted, lambda p: p.costs.billed).items() if cost < 0}
    if len(monthly) < _FEWEST or not subject.months or max(monthly) >= subject.months[-1]:
        return
    whole, last = sum(monthly.values(), Decimal(0)), max(monthly)
    amount = whole / len(monthly)
    if amount < subject.material_in_a_month:
        return
    values: Values = {"last": last, "monthly": Money(amount), "whole": Money(whole), "months": len(monthly)}
    evidence = tuple(Evidence(name, "", credit) for name, credit in monthly.items())
    days = (month_days(subject, min(monthly))[0], month_days(subject, last)[1])
    scope = Scope(*days, kinds=frozenset({"credit"}))
    yield Symptom(CODE, values, amount, Basis.BILLED, Certainty.MEASURED, evidence, scope=scope)
