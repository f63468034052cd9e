"""Costs and what they are made of (invariants 4 and 5)."""

from collections.abc import Iterator
from decimal import Decimal

from lessonbuild.costs.focus.fault import Fault, Row, Table, number

_APART = Decimal("0.000001")  # of 1, or of the cost where that is more: exports round their last digits
_UNIT_PRICES = (
    "ListUnitPrice", "ContractedUnitPrice", "PricingCurrencyListUnitPrice", "PricingCurrencyContractedUnitPrice",
)  # fmt: skip


def listed(table: Table) -> Iterator[Fault]:
    """List unit price x quantity = list cost."""
    yield from _product(table, "list-cost", "ListUnitPrice", "ListCost")


def contracted(table: Table) -> Iterator[Fault]:
    """Contracted unit price x quantity = contracted cost."""
    yield from _product(table, "contracted-cost", "ContractedUnitPrice", "ContractedCost")


def _product(table: Table, code: str, price: str, cost: str) -> Iterator[Fault]:
    def wrong(row: Row) -> bool:
        if row.get("ChargeClass") == "Correction":
            return False
        unit, quantity, product = number(row, price), number(row, "PricingQuantity"), number(row, cost)
        if unit is None or quantity is None or product is None:
            return False
        return not is_near(unit * quantity, product)

    yield from table.faults(code, cost, wrong, f"{price} x PricingQuantity, except of corrections")


def is_near(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts are the same but for rounding."""
    return abs(one - other) <= _APART * max(Decimal(1), abs(one), abs(other))


def not_negative(table: Table) -> Iterator[Fault]:
    """Credits have negative quantities or costs, never negative prices."""
    for name in _UNIT_PRICES:

        def wrong(row: Row, name: str = name) -> bool:
            return (number(row, name) or Decimal(0)) < 0

        yield from table.faults("unit-price", name, wrong, "a price is not negative")


def credit_costs(table: Table) -> Iterator[Fault]:
    """A credit has no use to spread it over: it costs what it is billed; without a unit price, the others, too."""
    of_price = {"EffectiveCost": "", "ListCost": "ListUnitPrice", "ContractedCost": "ContractedUnitPrice"}
    for cost, price in of_price.items():

        def wrong(row: Row, cost: str = cost, price: str = price) -> bool:
            amounts = number(row, cost), number(row, "BilledCost")
            bare = not price or row.get(price) is None
            return row.get("ChargeCategory") == "Credit" and bare and None not in amounts and amounts[0] != amounts[1]

        yield from table.faults("credit-cost", cost, wrong, "of a credit, the BilledCost")
