"""The ledger: what a simulated project cost, charge by charge and day by day, with the telemetry beside it.

Money is exact (Decimal). The four costs are those of FOCUS: list, contracted, billed (on the invoice) and effective
(what a use cost, with prepayments spread over it). Nobody negotiates in a scenario, so contracted is list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum


class Covered(Enum):
    """What a row has to do with a commitment, in the words of FOCUS."""

    USED = "Used"
    UNUSED = "Unused"


@dataclass(frozen=True, slots=True)
class Charge:
    """A row of the ledger: one price of one cost line on one day."""

    day: date
    line: str  # id of the cost line; of the commitment, on rows of its own
    price: str  # id of the price; of the commitment, on rows of its own
    kind: str  # Usage, Purchase, Credit
    quantity: Decimal  # in the unit of the price, to a millionth
    unit: Decimal  # list price of one
    listed: Decimal
    billed: Decimal
    effective: Decimal
    tagged: bool = False
    covered: Covered | None = None
    commitment: str | None = None  # its id, on rows that it covers, of its purchase and of what it left unused
    corrects: str | None = None  # the closed month ("2025-02") that it corrects
    event: str | None = None  # the event without which it would not be there


@dataclass(frozen=True, slots=True)
class Machine:
    """Telemetry of a day: what share of the hours paid for one price of a cost line did any work."""

    day: date
    line: str
    price: str
    hours: Decimal
    utilization: Decimal  # a share of 1


@dataclass(frozen=True, slots=True)
class Ledger:
    """All of it. Charges stand in the order of days, and within a day of the scenario's lines."""

    days: tuple[date, ...]
    charges: tuple[Charge, ...]
    machines: tuple[Machine, ...]
    drivers: Mapping[str, tuple[Decimal, ...]]  # what was counted each day: conversations, resolved cases

    @property
    def months(self) -> tuple[str, ...]:
        """The months that it covers, as "2025-08"."""
        return tuple(dict.fromkeys(day.isoformat()[:7] for day in self.days))

    def counted(self, driver: str, days: Iterable[date]) -> Decimal:
        """The sum of a driver over some of the days."""
        first, values = self.days[0], self.drivers[driver]
        return sum((values[(day - first).days] for day in days), Decimal(0))


def span(first: date, last: date) -> tuple[date, ...]:
    """Every day from the first to the last."""
    return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))
