"""concentration: the few services and owners that make most of the cost.

Information, not a fault: it says where a question is worth most. Fires on every export that cost anything; 80
percent is the usual line of a Pareto chart.
"""

from collections.abc import Iterator
from decimal import Decimal

from lessonbuild.auditing.findings.subject import Subject
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Share, Symptom, Values
from lessonbuild.costs.measures import concentration, series

CODE = "concentration"
_SHOWN = 8


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for the whole export."""
    drivers = series.sums(subject.export.spend, lambda part: f"{part.service} / {part.owner or '–'}")
    ranks = concentration.ranked(drivers)
    if not ranks:
        return
    count = concentration.how_many(ranks)
    amount = sum((rank.cost for rank in ranks[:count]), Decimal(0))
    values: Values = {
        "count": count,
        "of": len(ranks),
        "share": Share(ranks[count - 1].share_so_far),
        "largest": ranks[0].name,
        "largest_cost": Money(ranks[0].cost),
        "largest_share": Share(ranks[0].share),
    }
    when = f"{subject.days[0]} – {subject.days[-1]}"
    shown = concentration.top(ranks, _SHOWN, "…")
    evidence = tuple(Evidence(rank.name, when, rank.cost) for rank in shown)
    yield Symptom(CODE, values, amount, Basis.EFFECTIVE, Certainty.MEASURED, evidence)
