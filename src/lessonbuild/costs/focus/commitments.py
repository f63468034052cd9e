"""Commitments: what is bought is used or left unused, and each of the three has rows of its own (invariants 1 to 3)."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from lessonbuild.costs.focus.fault import Fault, Row, Table, fault, moment, number

_CENT = Decimal("0.005")  # less than half a cent of a sum
_ID, _STATUS = "CommitmentDiscountId", "CommitmentDiscountStatus"
Numbered = Sequence[tuple[int, Row]]


def balances(table: Table) -> Iterator[Fault]:
    """Of each commitment, what is billed for it = the effective cost of what it covered + of what it left unused.

    A payment for a term that the table does not hold whole cannot be compared and is passed over.
    """
    if not {_ID, _STATUS, "BilledCost", "EffectiveCost"} <= set(table.columns):
        return
    wrong: list[int] = []
    for bought, spread in _by_commitment(table):
        if bought and _holds_terms(bought, spread) and abs(_sum(bought, "BilledCost") - _spread(spread)) > _CENT:
            wrong += [number for number, _ in bought]
    text = "of a commitment's purchases, the sum is that of the EffectiveCost of its rows, used and unused"
    yield from fault("commitment-balance", "BilledCost", wrong, text)


def _by_commitment(table: Table) -> Iterator[tuple[Numbered, Numbered]]:
    """The purchases of each, and the rows over which they are spread."""
    for name in dict.fromkeys(row[_ID] for _, row in table.rows if row[_ID] is not None):
        held = [(number, row) for number, row in table.rows if row[_ID] == name]
        bought = [(number, row) for number, row in held if row.get("ChargeCategory") == "Purchase"]
        yield bought, [(number, row) for number, row in held if row[_STATUS] in ("Used", "Unused")]


def _holds_terms(bought: Numbered, spread: Numbered) -> bool:
    """Whether the rows reach over the term of every payment that was made at once."""
    starts = [time for _, row in spread if (time := moment(row, "ChargePeriodStart"))]
    ends = [time for _, row in spread if (time := moment(row, "ChargePeriodEnd"))]
    for _, row in bought:
        start, end = moment(row, "ChargePeriodStart"), moment(row, "ChargePeriodEnd")
        if row.get("ChargeFrequency") != "One-Time" or start is None or end is None:
            continue
        if not starts or not ends or min(starts) > start or max(ends) < end:
            return False
    return True


def _sum(rows: Numbered, column: str) -> Decimal:
    return sum((number(row, column) or Decimal(0) for _, row in rows), Decimal(0))


def _spread(rows: Numbered) -> Decimal:
    return _sum([(n, row) for n, row in rows if row.get("ChargeCategory") == "Usage"], "EffectiveCost")


def covered(table: Table) -> Iterator[Fault]:
    """What a commitment pays for is priced as committed and billed with the purchase."""
    held = ("Used", "Unused")
    yield from table.faults(
        "covered-row",
        "PricingCategory",
        lambda row: row.get(_STATUS) in held and row["PricingCategory"] != "Committed",
        "of what a commitment covers, Committed",
    )
    yield from table.faults(
        "covered-row",
        "BilledCost",
        lambda row: row.get(_STATUS) in held and number(row, "BilledCost") != 0,
        "of what a commitment covers, 0",
    )


def unused(table: Table) -> Iterator[Fault]:
    """What is left unused belongs to no resource but the commitment."""
    yield from table.faults(
        "unused-row",
        "ResourceId",
        lambda row: row.get(_STATUS) == "Unused" and row["ResourceId"] != row.get(_ID),
        "of what a commitment left unused, the CommitmentDiscountId",
    )


def purchases(table: Table) -> Iterator[Fault]:
    """Buying a commitment is not using it."""
    rules: tuple[tuple[str, Callable[[Row], bool], str], ...] = (
        ("EffectiveCost", lambda row: number(row, "EffectiveCost") == 0, "0"),
        ("PricingCategory", lambda row: row["PricingCategory"] == "Standard", "Standard"),
        ("ResourceId", lambda row: row["ResourceId"] == row[_ID], "the CommitmentDiscountId"),
    )
    for column, right, text in rules:

        def wrong(row: Row, right: Callable[[Row], bool] = right) -> bool:
            return row.get("ChargeCategory") == "Purchase" and row.get(_ID) is not None and not right(row)

        yield from table.faults("commitment-purchase", column, wrong, f"of the purchase of a commitment, {text}")
