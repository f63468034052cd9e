"""Applying a commitment: what it covers each day, what is left unused, and the purchase itself.

By the day: hours are not simulated, so a commitment of $30 an hour covers use worth $720 a day. Use is covered in the
order of the cost lines. Used and unused add up to the purchase exactly.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from lessonbuild.model.ledger import Charge, Covered
from lessonbuild.model.scenario import Commitment

HOURS = 24
_QUANTITY = Decimal("0.000001")


def applied(
    charges: tuple[Charge, ...], day: date, name: str, commitment: Commitment, hourly: Decimal
) -> Iterator[Charge]:
    """The rows of a day, those that are covered split where the commitment ends, and the rows of the commitment."""
    if not hourly or not is_held(commitment, day):
        yield from charges
        return
    size = left = hourly * HOURS
    for row in charges:
        take = min(left, discounted(row, commitment))
        if take <= 0:
            yield row
            continue
        left -= take
        yield from _split(row, name, commitment, take)
    yield Charge(day, name, name, "Purchase", size, Decimal(1), size, size, Decimal(0), commitment=name)
    if left:
        yield Charge(
            day, name, name, "Usage", left, Decimal(1), left, Decimal(0), left, covered=Covered.UNUSED, commitment=name
        )


def is_held(commitment: Commitment, day: date) -> bool:
    """Whether the day lies in its term."""
    return commitment.from_ <= day.isoformat() <= commitment.to


def discounted(row: Charge, commitment: Commitment) -> Decimal:
    """What the row would cost at committed prices; 0 of what it does not cover."""
    if row.kind != "Usage" or row.corrects or row.covered or row.price not in commitment.covers:
        return Decimal(0)
    return row.listed * (1 - commitment.discount)


def _split(row: Charge, name: str, commitment: Commitment, take: Decimal) -> Iterator[Charge]:
    """The covered part of a row, and the rest of it at list price."""
    whole = discounted(row, commitment)
    quantity = row.quantity
    if take < whole:
        quantity = (row.quantity * take / whole).quantize(_QUANTITY, ROUND_HALF_EVEN)
    listed = quantity * row.unit
    yield replace(
        row, quantity=quantity, listed=listed, billed=Decimal(0), effective=take, covered=Covered.USED, commitment=name
    )
    if rest := row.quantity - quantity:
        cost = rest * row.unit
        yield replace(row, quantity=rest, listed=cost, billed=cost, effective=cost)
