"""What a commitment promised, what it cost or saved in the scenario, and which size would have been best."""

from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal

from lessonbuild.costs.ledgers import Simulation
from lessonbuild.costs.ledgers.commitments import HOURS, is_held
from lessonbuild.costs.measures.commitments import best_size, break_even
from lessonbuild.model.scenario import Commitment

WHAT = (
    "from", "to", "hourly", "discount", "break-even", "days", "saving", "loss", "best-hourly", "best-saving",
    "against-best", "remaining-days", "remaining",
)  # fmt: skip


def plan(run: Simulation, name: str, what: str) -> Decimal | date:
    """A figure of a commitment; money in the lesson's currency. Raises KeyError."""
    commitment = run.scenario.commitments[name]
    days = [day for day in run.use().days if is_held(commitment, day)]
    match what:
        case "from":
            return date.fromisoformat(commitment.from_)
        case "to":
            return date.fromisoformat(commitment.to)
        case "hourly":
            return commitment.hourly
        case "discount":
            return commitment.discount
        case "break-even":
            return break_even(commitment.discount)
        case "days":
            return Decimal(len(days))
        case "saving":
            return saving(run, name, commitment.hourly)
        case "loss":
            return -saving(run, name, commitment.hourly)
        case "best-hourly":
            return best_hourly(run, name)
        case "best-saving":
            return saving(run, name, best_hourly(run, name))
        case "against-best":
            return run.saving(sizes={name: best_hourly(run, name)})
        case "remaining-days":
            return Decimal((date.fromisoformat(commitment.to) - date.fromisoformat(run.scenario.to)).days)
        case "remaining":
            return commitment.hourly * HOURS * plan_days_left(run, commitment)
    raise KeyError(what)


def plan_days_left(run: Simulation, commitment: Commitment) -> int:
    """The days of its term after the scenario's last."""
    after = date.fromisoformat(run.scenario.to) + timedelta(days=1)
    return max(0, (date.fromisoformat(commitment.to) - after).days + 1)


def saving(run: Simulation, name: str, hourly: Decimal) -> Decimal:
    """What a commitment of this size saves against none; negative where it loses."""
    return run.total(sizes={name: Decimal(0)}) - run.total(sizes={name: hourly})


def best_hourly(run: Simulation, name: str, off: tuple[str, ...] = ()) -> Decimal:
    """The size that saves most, among those that are sold: the step below or above the d-quantile of the demand."""
    commitment = run.scenario.commitments[name]
    exact = best_size(_demand(run, commitment, off), commitment.discount) / HOURS
    below = (exact / commitment.step).to_integral_value(ROUND_FLOOR) * commitment.step
    return min((below, below + commitment.step), key=lambda hourly: run.total(off, {name: hourly}))


def _demand(run: Simulation, commitment: Commitment, off: tuple[str, ...]) -> list[Decimal]:
    """What each day of its term asks for, at list price."""
    use = run.use(off)
    return [
        sum((row.listed for row in rows if row.kind == "Usage" and row.price in commitment.covers), Decimal(0))
        for day, rows in zip(use.days, use.charges, strict=True)
        if is_held(commitment, day)
    ]
