"""How a commitment was used, month by month."""

from decimal import Decimal

from lessonbuild.costs.charts.made import facts_of, labels, made, periods
from lessonbuild.costs.measures.commitments import break_even
from lessonbuild.costs.values import Book, ValueProblem
from lessonbuild.costs.values.filters import Showing
from lessonbuild.model.exhibit import ChartData, ChartTarget, CommitmentUse
from lessonbuild.model.ledger import Covered
from lessonbuild.problems import did_you_mean
from lessonbuild.words import words


def commitment_use(chart: CommitmentUse, book: Book, showing: Showing) -> ChartData:
    """Utilization = used / purchased; coverage = list cost covered / list cost that could be. Both in percent."""
    facts, w = facts_of(chart.data, book), words(showing.language)
    held = facts.scenario.commitments
    if chart.commitment not in held:
        hint = did_you_mean(chart.commitment, held, "commitments")
        raise ValueProblem("unknown-id", f'"{chart.commitment}" is not among the commitments', hint)
    plan = held[chart.commitment]
    months = periods(facts, "months", max(plan.from_, facts.scenario.from_))
    used, covered = [], []
    for _, days in months:
        within = set(days)
        able = [
            row for row in facts.ledger.charges
            if row.day in within and row.kind == "Usage" and row.price in plan.covers and not row.corrects
        ]  # fmt: skip
        listed = sum((row.listed for row in able), Decimal(0))
        part = sum((row.listed for row in able if row.covered is Covered.USED), Decimal(0))
        share = facts.spending.value(f"plan.{chart.commitment}.utilization", days)
        used.append(None if share is None else 100 * share)
        covered.append(100 * part / listed if listed else None)
    series = {w("charts.plan-utilization"): used, w("charts.plan-coverage"): covered}
    found = made(chart, "line", labels(months, "months", showing), series, w("charts.percent"), 0)
    if found.target:
        return found
    line = ChartTarget.model_construct(value=float(100 * break_even(plan.discount)), label=w("charts.break-even"))
    return found.model_copy(update={"target": line})
