"""budget-over: more was spent than was budgeted, over the complete months that both hold.

Fires on any excess of the sums: a budget is somebody's decision, and being over it is a fact. At effective cost,
everything in it, taxes and credits too. Beside it stands the month since when it has been so.
"""

from collections.abc import Iterator

from lessonbuild.auditing.findings.subject import Subject
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Money, Share, Symptom, Values
from lessonbuild.costs.measures import budgets

CODE = "budget-over"


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for the budget."""
    burned = budgets.burn(subject.monthly, dict(subject.budget.months)) if subject.budget else ()
    if not burned:
        return
    budget, spent = burned[-1].budget_so_far, burned[-1].spent_so_far
    over, since = budgets.variance(spent, budget), budgets.over_since(burned)
    if over <= 0 or since is None:
        return
    values: Values = {
        "over": Money(over),
        "share": Share(budgets.variance_share(spent, budget)),
        "since": since,
        "budget": Money(budget),
        "spent": Money(spent),
        "first": burned[0].month,
        "last": burned[-1].month,
    }
    worst = sorted(burned, key=lambda state: state.budget - state.spent)
    evidence = tuple(Evidence(s.month, "", s.spent - s.budget) for s in worst if s.spent > s.budget)
    yield Symptom(CODE, values, over, Basis.EFFECTIVE, Certainty.MEASURED, evidence)
