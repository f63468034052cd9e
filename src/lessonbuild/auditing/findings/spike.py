"""spike: days on which a service cost one owner far more than the days around them.

The rule is a robust z-score with thresholds of ours: above the median of 28 days by six robust deviations, by 40
percent and by 500 units of currency; where 500 is more than half a percent of the whole export, by that. It is told
where its cost above normal is half a percent of the whole or more (ours): smaller ones are the noise of every bill.
"""

from collections.abc import Iterator
from decimal import Decimal

from lessonbuild.auditing.findings.subject import Subject, grouped
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Scope, Symptom, Values
from lessonbuild.costs.measures import anomalies, series

CODE = "spike"
_FLOOR, _OF_TOTAL = Decimal(500), Decimal("0.005")


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for each run of days of a service and owner."""
    floor = min(_FLOOR, max(subject.total, Decimal(0)) * _OF_TOTAL)
    for (service, owner), parts in grouped(subject.use, lambda part: (part.service, part.owner)).items():
        for run in anomalies.runs(subject.days, series.by_day(parts, subject.days), floor):
            if run.extra >= max(subject.total, Decimal(0)) * _OF_TOTAL:
                yield _symptom(service, owner, run)


def _symptom(service: str, owner: str | None, run: anomalies.Run) -> Symptom:
    values: Values = {
        "service": service,
        "owner": owner,
        "first": run.first,
        "last": run.last,
        "cost": Money(run.cost),
        "normal": Money(run.normal),
        "extra": Money(run.extra),
    }
    scope = Scope(run.first, run.last, frozenset({service}), frozenset({owner}))
    evidence = (Evidence(service, f"{run.first} – {run.last}", run.cost),)
    return Symptom(CODE, values, run.extra, Basis.EFFECTIVE, Certainty.ESTIMATED, evidence, owner, scope)
