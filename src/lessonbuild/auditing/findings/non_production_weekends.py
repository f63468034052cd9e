"""non-production-weekends: development, test and research that cost on Saturdays and Sundays as on other days.

Fires for an environment whose median weekend day costs half of its median working day or more, over four weeks at
least (ours). The amount is what the weekends cost. Environments are told apart by their tag.
"""

from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from lessonbuild.auditing.findings.subject import Subject, grouped
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Scope, Share, Symptom, Values
from lessonbuild.costs.measures import series
from lessonbuild.model.spending import Spend

CODE = "non-production-weekends"
_NAMES = ("dev", "test", "qa", "stag", "research", "sandbox", "experiment", "poc", "lab", "uat", "nonprod", "non-prod")
_FEWEST = 28
_HALF = Decimal("0.5")


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for each such environment."""
    if not subject.is_daily or len(subject.days) < _FEWEST:
        return
    for environment, parts in grouped(subject.use, lambda part: part.environment).items():
        if environment and environment.casefold().startswith(_NAMES):
            yield from _environment(subject, environment, parts)


def _environment(subject: Subject, environment: str, parts: list[Spend]) -> Iterator[Symptom]:
    costs = dict(zip(subject.days, series.by_day(parts, subject.days), strict=True))
    off = [cost for day, cost in costs.items() if day.weekday() >= 5]
    on = [cost for day, cost in costs.items() if day.weekday() < 5]
    amount, ratio = sum(off, Decimal(0)), series.ratio(median(off), median(on))
    if ratio is None or ratio < _HALF or amount < subject.material:
        return
    weekend = [part for part in parts if part.day.weekday() >= 5]
    owners = sorted(series.sums(weekend, lambda p: p.owner).items(), key=lambda pair: (-pair[1], pair[0] or ""))
    values: Values = {"environment": environment, "cost": Money(amount), "share": Share(ratio), "owner": owners[0][0]}
    when = f"{subject.days[0]} – {subject.days[-1]}"
    evidence = tuple(Evidence(owner or "–", when, cost) for owner, cost in owners)
    scope = Scope(subject.days[0], subject.days[-1], environments=frozenset({environment}))
    yield Symptom(CODE, values, amount, Basis.EFFECTIVE, Certainty.MEASURED, evidence, owners[0][0], scope)
