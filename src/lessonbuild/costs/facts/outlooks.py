"""Forecasts of a scenario's later months as they could have been made in the middle, and how wrong they were."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from lessonbuild.costs.facts.spending import Spending
from lessonbuild.costs.measures.forecasts import linear_trend, mape, run_rate, wape
from lessonbuild.model.scenario import Forecast

RECENT = 10  # days that say what a line costs that does not follow the volume
METHODS = ("run-rate", "trend", "drivers")


def outlook(spending: Spending, plan: Forecast, method: str) -> dict[str, Decimal]:
    """The forecast of each month ahead ("2025-07"), in currency. Raises KeyError for an unknown method."""
    months = spending.ledger.months
    known = [month for month in months if month <= plan.made]
    ahead = [month for month in months if month > plan.made]
    past = [_spent(spending, month) for month in known]
    match method:
        case "run-rate":
            return {month: run_rate(past, number) for number, month in enumerate(ahead, 1)}
        case "trend":
            return {month: linear_trend(past, number) for number, month in enumerate(ahead, 1)}
        case "drivers":
            return {month: _from_drivers(spending, plan, month) for month in ahead}
    raise KeyError(method)


def errors(spending: Spending, forecasts: Mapping[str, Decimal]) -> dict[str, Decimal | None]:
    """`wape` and `mape` of the forecasts, shares of 1."""
    pairs = [(_spent(spending, month), amount) for month, amount in forecasts.items()]
    return {"wape": wape(pairs), "mape": mape(pairs)}


def _spent(spending: Spending, month: str) -> Decimal:
    return spending.value("actual", _days(spending, month)) or Decimal(0)


def _days(spending: Spending, month: str) -> tuple[date, ...]:
    return tuple(day for day in spending.ledger.days if day.isoformat().startswith(month))


def _from_drivers(spending: Spending, plan: Forecast, month: str) -> Decimal:
    """Planned volume x last unit cost + what each other line cost a day lately x its days + fees as last invoiced."""
    last, ahead = _days(spending, plan.made), _days(spending, month)
    unit = sum((_line(spending, line, last) for line in plan.variable), Decimal(0)) / _counted(spending, plan, last)
    amount = unit * plan.volumes[month]
    for name, line in spending.scenario.lines.items():
        if name in plan.variable or line.charge == "Credit":
            continue
        if line.charge == "Purchase":
            amount += _line(spending, name, last)
            continue
        end = plan.ends.get(name, "9999")
        days = sum(1 for day in ahead if day.isoformat() <= end)
        amount += _line(spending, name, last[-RECENT:]) / RECENT * days
    for name in spending.scenario.commitments:
        amount += _line(spending, name, last[-RECENT:]) / RECENT * len(ahead)
    return amount


def _line(spending: Spending, line: str, days: tuple[date, ...]) -> Decimal:
    return spending.value(f"line.{line}", days) or Decimal(0)


def _counted(spending: Spending, plan: Forecast, days: tuple[date, ...]) -> Decimal:
    return spending.ledger.counted(plan.driver, days)
