"""The functions that figures may be made with: what a spreadsheet has, and the measures of this field."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from lessonbuild.costs.measures import experiments, investment
from lessonbuild.model.arithmetic import ExpressionError


def _total(*values: Decimal) -> Decimal:
    return sum(values, Decimal(0))


def _npv(rate: Decimal, *flows: Decimal) -> Decimal:
    return investment.npv(rate, flows)


def _irr(*flows: Decimal) -> Decimal:
    found = investment.irr(flows)
    if found is None:
        raise ExpressionError("these flows have no rate of return, or several", "show their net present value instead")
    return found


def _payback(*flows: Decimal) -> Decimal:
    found = investment.payback(flows)
    if found is None:
        raise ExpressionError("these flows never pay back what they cost")
    return found


def _roi(benefit: Decimal, cost: Decimal) -> Decimal:
    found = investment.roi(benefit, cost)
    if found is None:
        raise ExpressionError("a return on no cost has no value")
    return found


def _staged(value: Decimal, *stages: Decimal) -> Decimal:
    """`staged(value, cost, chance, cost, chance, ...)`."""
    if len(stages) % 2:
        raise ExpressionError("a stage has a cost and a chance", "staged(150000, 4000, 40%, 11000, 62.5%)")
    return experiments.staged_value(list(zip(stages[::2], stages[1::2], strict=True)), value)


def _days(first: date, last: date) -> Decimal:
    return Decimal((last - first).days + 1)


def _year(number: Decimal, month: Decimal, day: Decimal) -> date:
    return date(int(number), int(month), int(day))


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "min": min,
    "max": max,
    "sum": _total,
    "mean": lambda *values: _total(*values) / len(values),
    "abs": abs,
    "round": lambda value, places=Decimal(0): round(value, int(places)),  # as bankers do: half to even
    "npv": _npv,
    "irr": _irr,
    "payback": _payback,
    "roi": _roi,
    "staged": _staged,
    "days": _days,
    "date": _year,
}
