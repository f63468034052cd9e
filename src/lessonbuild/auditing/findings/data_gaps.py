"""data-gaps: days without any row, and doubts about the numbers themselves.

Fires on every day that is missing between the first and the last, in an export that tells days apart, and on every
doubt about a column of costs, quantities or time, since those move the sums (ours). The amount is the
median day for each that is missing; what doubtful rows would have changed, nobody can say.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from statistics import median

from lessonbuild.auditing.findings.subject import Subject
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Symptom, Values
from lessonbuild.costs.measures import series
from lessonbuild.model.spending import Doubt

CODE = "data-gaps"
_MOVING = ("Cost", "Quantity", "PeriodStart")
_SAME = "period-missing"  # what the reader says of missing days
_SHOWN = 12


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for the whole export."""
    missing = _missing(subject.days) if subject.is_daily else []
    doubts = [doubt for doubt in subject.export.doubts if _moves(doubt) and not (missing and doubt.code == _SAME)]
    if not missing and not doubts:
        return
    daily = series.by_day(subject.export.spend, subject.days)
    amount = len(missing) * median(daily) if missing else None
    values: Values = {"days": len(missing), "doubts": len(doubts), "rows": sum(doubt.rows for doubt in doubts)}
    gaps = tuple(Evidence(day.isoformat(), "", None) for day in missing[:_SHOWN])
    doubtful = tuple(Evidence(f"{d.code}: {d.column}", ", ".join(map(str, d.examples)), None) for d in doubts)
    sure = Certainty.ESTIMATED if missing else Certainty.INDICATED
    yield Symptom(CODE, values, amount, Basis.EFFECTIVE, sure, (*gaps, *doubtful))


def _moves(doubt: Doubt) -> bool:
    """Whether the doubt moves sums: what was repaired has its value, but for a cost that was made 0."""
    return doubt.column.endswith(_MOVING) and (not doubt.repaired or doubt.repaired == "0")


def _missing(days: tuple[date, ...]) -> list[date]:
    """The days between the first and the last that have no rows."""
    known = set(days)
    span = ((days[-1] - days[0]).days + 1) if days else 0
    return [day for day in (days[0] + timedelta(i) for i in range(span)) if day not in known]
