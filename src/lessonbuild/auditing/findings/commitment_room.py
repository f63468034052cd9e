"""commitment-room: steady use at on-demand prices, for which a commitment would have paid.

The size is the d-quantile of the demand of the last 90 days, d being the discount of the export's own commitments,
or 25 percent: below the 30 to 45 percent that clouds gave for a year in 2025. Fires where the saving is a hundredth
of that demand or more, over four weeks at least (ours). Use that a clean-up would end is in the demand.
"""

from collections.abc import Iterator
from decimal import Decimal

from lessonbuild.auditing.findings.subject import Subject
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Scope, Share, Symptom, Values
from lessonbuild.costs.measures import commitments, series

CODE = "commitment-room"
_DAYS, _FEWEST = 90, 28
_ASSUMED = Decimal("0.25")
_WORTH = Decimal("0.01")
_SHOWN = 5


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for all eligible use together."""
    days = subject.days[-_DAYS:]
    if not subject.is_daily or len(days) < _FEWEST:
        return
    open_use = [p for p in commitments.eligible(subject.export.spend) if not commitments.is_covered(p)]
    recent = [part for part in open_use if part.day >= days[0]]
    demand = series.by_day(recent, days, series.contracted)
    own = commitments.discount(subject.export.commitments)
    discount = own if own is not None and 0 < own < 1 else _ASSUMED
    size = commitments.best_size(demand, discount)
    saving = commitments.saving(size, demand, discount)
    if size <= 0 or saving < max(subject.material, _WORTH * sum(demand, Decimal(0))):
        return
    values: Values = {
        "saving": Money(saving),
        "size": Money(size),
        "hourly": Money(size / 24),
        "discount": Share(discount),
        "needed": Share(commitments.break_even(discount)),
        "coverage": Share(commitments.coverage(subject.export.spend)),
        "days": len(days),
        "first": days[0],
        "last": days[-1],
    }
    services = sorted(series.sums(recent, lambda part: part.service).items(), key=lambda pair: -pair[1])
    evidence = tuple(Evidence(name, f"{days[0]} – {days[-1]}", cost) for name, cost in services[:_SHOWN])
    scope = Scope(days[0], days[-1], frozenset(name for name, _ in services))
    yield Symptom(CODE, values, saving, Basis.CONTRACTED, Certainty.ESTIMATED, evidence, scope=scope)
