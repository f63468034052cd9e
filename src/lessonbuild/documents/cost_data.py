"""Cost data: the ledger as FOCUS 1.2 with all its columns, and as a table of fourteen columns for a spreadsheet.

The full file has a row for each charge, as `lessonbuild audit` reads them. In the learners' file charges of one price
of one cost line on one day are one row, since two would tell that something besides the usual ran there; nothing in it
names an event. Its months by BillingPeriodStart are those of the lesson's figures.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from lessonbuild.documents.data_file import Rows, data_file
from lessonbuild.documents.focus_bill import Bill
from lessonbuild.documents.focus_rows import COLUMNS, COST_LINE, row_of
from lessonbuild.model.focus import columns as focus_columns
from lessonbuild.model.ledger import Charge, Ledger
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.scenario import Scenario
from lessonbuild.model.workbook import Cell, Column, Kind, Workbook

TEAM = "x_Team"
"""The tag `team` in a column of its own, which spreadsheets can count by; empty of what is not tagged."""
LEARNER_COLUMNS = (
    "ChargePeriodStart", "BillingPeriodStart", "ServiceName", "SubAccountName", "ResourceName", "ChargeCategory",
    "SkuMeter", "PricingQuantity", "PricingUnit", "ListUnitPrice", "BilledCost", "EffectiveCost", COST_LINE, TEAM,
)  # fmt: skip
_NONE = Decimal(0)
_DAYS = ("ChargePeriodStart", "BillingPeriodStart")


def cost_data(lesson: Lesson) -> tuple[Workbook, ...]:
    """The ledger of each scenario as FOCUS 1.2, in the order of its charges."""

    def rows(name: str, scenario: Scenario, ledger: Ledger) -> Rows:
        bill = Bill(name, scenario, lesson.currency)
        return [tuple(row_of(bill, charge).values()) for charge in ledger.charges]

    return data_file(lesson, "cost-data", tuple(Column(name, _kind(name)) for name in COLUMNS), rows)


def cost_data_learner(lesson: Lesson) -> tuple[Workbook, ...]:
    """The same for learners."""

    def rows(name: str, scenario: Scenario, ledger: Ledger) -> Rows:
        bill = Bill(name, scenario, lesson.currency)
        return [_learners(bill, charge) for charge in _joined(ledger.charges)]

    columns = tuple(Column(name, Kind.DATE if name in _DAYS else _kind(name)) for name in LEARNER_COLUMNS)
    return data_file(lesson, "cost-data-learner", columns, rows)


def _kind(name: str) -> Kind:
    column = focus_columns().get(name)
    if column is None or column.type != "Decimal":
        return Kind.TEXT
    return Kind.MONEY if name.endswith("Cost") else Kind.COUNT


def _joined(charges: Iterable[Charge]) -> Iterable[Charge]:
    """Charges that differ in nothing but amounts and the event that they come from, as one."""
    found: dict[Charge, Charge] = {}
    for charge in charges:
        key = replace(charge, quantity=_NONE, listed=_NONE, billed=_NONE, effective=_NONE, event=None)
        found[key] = _sum(found[key], charge) if key in found else charge
    return found.values()


def _sum(one: Charge, other: Charge) -> Charge:
    amounts = ("quantity", "listed", "billed", "effective")
    return replace(one, **{name: getattr(one, name) + getattr(other, name) for name in amounts})


def _learners(bill: Bill, charge: Charge) -> tuple[Cell, ...]:
    line, row = bill.line(charge), row_of(bill, charge)
    row |= {name: date.fromisoformat(str(row[name])[:10]) for name in _DAYS}
    row[TEAM] = line.team if line and charge.tagged else None
    return tuple(row[name] for name in LEARNER_COLUMNS)
