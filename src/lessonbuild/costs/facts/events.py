"""What an event was: when, how long, what its rows cost, and what the period would have cost without it."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from lessonbuild.costs.ledgers import Simulation
from lessonbuild.costs.ledgers.timeline import extent

WHAT = ("from", "to", "days", "hours", "listed", "effective", "saving")


def event(run: Simulation, name: str, what: str) -> Decimal | date:
    """A figure of an event, or what it sets a dial to. `saving` is a run without it: what would not have been spent.

    Raises KeyError for an unknown event or figure.
    """
    happening = run.scenario.events[name]
    end = datetime.fromisoformat(run.scenario.to) + timedelta(days=1)
    first, after = extent(happening, end)
    match what:
        case "from":
            return first.date()
        case "to":
            return (after - timedelta(hours=1)).date()
        case "hours":
            return Decimal(int((after - first).total_seconds()) // 3600)
        case "days":
            return Decimal(((after - timedelta(hours=1)).date() - first.date()).days + 1)
        case "listed" | "effective":
            rows = [row for row in run.ledger().charges if row.event == name]
            return sum((getattr(row, what) for row in rows), Decimal(0))
        case "saving":
            return run.saving([name])
    return happening.sets[what]
