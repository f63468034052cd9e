"""step-change: a service whose daily cost doubled and stayed there.

Fires on a level that doubles within a week and holds for four (ours); told where its cost above the level before is
half a percent of the whole or more (ours).
"""

from collections.abc import Iterator
from decimal import Decimal

from lessonbuild.auditing.findings.subject import Subject, grouped
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Scope, Symptom, Values
from lessonbuild.costs.measures import series
from lessonbuild.costs.measures.steps import Step, step
from lessonbuild.model.spending import Spend

CODE = "step-change"
_OF_TOTAL = Decimal("0.005")


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for each service, for its first such step."""
    if not subject.is_daily:
        return
    for service, parts in grouped(subject.use, lambda part: part.service).items():
        found = step(subject.days, series.by_day(parts, subject.days))
        if found and found.extra >= _OF_TOTAL * subject.total:
            yield _symptom(service, _driver(parts, found), found)


def _driver(parts: list[Spend], found: Step) -> str | None:
    """The owner of most of the cost while it lasted: whom to ask."""
    owners = series.sums((p for p in parts if found.first <= p.day <= found.last), lambda part: part.owner)
    return max(owners, key=lambda owner: (owners[owner], owner or ""))


def _symptom(service: str, owner: str | None, found: Step) -> Symptom:
    values: Values = {
        "service": service,
        "owner": owner,
        "first": found.first,
        "last": found.last,
        "before": Money(found.before),
        "after": Money(found.after),
        "extra": Money(found.extra),
    }
    scope = Scope(found.first, found.last, frozenset({service}))
    evidence = (Evidence(service, f"{found.first} – {found.last}", found.extra),)
    return Symptom(CODE, values, found.extra, Basis.EFFECTIVE, Certainty.ESTIMATED, evidence, owner, scope)
