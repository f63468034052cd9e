"""unowned-cost: spending that nobody answers for.

Fires where less than 90 percent of effective cost has an owner, which is the FinOps Framework's sample goal of
"run"; 70 and 85 percent are those of crawl and walk. Unused commitments, which cannot have an owner, are told
beside it and not counted in the amount.
"""

from collections.abc import Iterator

from lessonbuild.auditing.findings.subject import Subject
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Scope, Share, Symptom, Values
from lessonbuild.costs.measures import allocation, series

CODE = "unowned-cost"
_SHOWN = 5


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for the whole export."""
    spend = subject.export.spend
    share = allocation.owned_share(spend, with_unused=False)
    if share is None or share >= allocation.GOALS[-1]:
        return
    unowned = [p for p in spend if allocation.is_allocatable(p) and p.commitment != "Unused" and not p.owner]
    monthly = allocation.owned_share_by_month(spend, with_unused=False)
    best = max(monthly, key=lambda month: monthly[month] or 0)
    last = max(monthly)
    values: Values = {
        "share": Share(share),
        "with_unused": Share(allocation.owned_share(spend, with_unused=True)),
        "best": best,
        "best_share": Share(monthly[best]),
        "last": last,
        "last_share": Share(monthly[last]),
    }
    services = sorted(series.sums(unowned, lambda part: part.service).items(), key=lambda pair: -pair[1])
    evidence = tuple(
        Evidence(name, f"{subject.days[0]} – {subject.days[-1]}", cost) for name, cost in services[:_SHOWN]
    )
    scope = Scope(subject.days[0], subject.days[-1], owners=frozenset({None}))
    yield Symptom(CODE, values, series.total(unowned), Basis.EFFECTIVE, Certainty.MEASURED, evidence, scope=scope)
