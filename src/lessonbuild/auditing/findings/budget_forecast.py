"""budget-forecast: months that are still to come will not fit what is left of the budget, if they go on like the last.

Fires where the spending so far and the forecast of the other months exceed the whole budget by more than five
percent, the FinOps Framework's sample goal for the error of a forecast at "run". The method is the one that did
better in a back-test on the months that there are.
"""

from collections.abc import Iterator
from decimal import Decimal

from lessonbuild.auditing.findings.subject import Subject
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Share, Symptom, Value, Values
from lessonbuild.costs.measures import budgets, series
from lessonbuild.costs.measures.forecasts import Forecast, forecast

CODE = "budget-forecast"
_ERROR = Decimal("0.05")


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for the budget."""
    planned = dict(subject.budget.months) if subject.budget else {}
    burned = budgets.burn(subject.monthly, planned)
    ahead = [month for month in planned if burned and month > burned[-1].month]
    expected = forecast(tuple(subject.monthly.values()), len(ahead))
    if not expected:
        return
    budget, spent = sum(planned.values(), Decimal(0)), burned[-1].spent_so_far
    over = budgets.variance(spent + expected.cost, budget)
    if over > _ERROR * budget:
        yield _symptom(subject, budget, spent, over, expected)


def _symptom(subject: Subject, budget: Decimal, spent: Decimal, over: Decimal, expected: Forecast) -> Symptom:
    values: Values = {
        "over": Money(over),
        "share": Share(budgets.variance_share(spent + expected.cost, budget)),
        "budget": Money(budget),
        "spent": Money(spent),
        "last": subject.months[-1],
        "expected": Money(expected.cost),
        "error": Share(expected.error),
        "bias": Share(expected.bias),
        "low": Money(expected.low) if expected.low is not None else "–",
        "high": Money(expected.high) if expected.high is not None else "–",
        "day": _day(subject, budget),
    }
    evidence = (Evidence(expected.method, subject.months[-1], expected.cost),)
    return Symptom(CODE, values, over, Basis.EFFECTIVE, Certainty.ESTIMATED, evidence)


def _day(subject: Subject, budget: Decimal) -> Value:
    """The day on which the whole budget is used up at the rate of the last four weeks."""
    planned = dict(subject.budget.months) if subject.budget else {}
    days = [day for day in subject.days if series.month(day) >= min(planned)]
    return budgets.exhausted(days, series.by_day(subject.export.spend, days), budget) or "–"
