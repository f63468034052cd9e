"""How far a result moves with each of its inputs, and the value of an input at which a decision turns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

Inputs = Mapping[str, Decimal]
Result = Callable[[Inputs], Decimal]

_HALVINGS = 60  # to a 10^18th of the range


@dataclass(frozen=True, slots=True)
class Swing:
    """One bar of a tornado: an input at its two ends, and the result at each while all other inputs stay."""

    name: str
    low: Decimal  # of the input
    high: Decimal
    at_low: Decimal  # of the result; above `at_high` where more of the input means less of the result
    at_high: Decimal

    @property
    def width(self) -> Decimal:
        """How far the ends of the result are apart."""
        return abs(self.at_high - self.at_low)


def swings(result: Result, inputs: Inputs, ranges: Mapping[str, tuple[Decimal, Decimal]]) -> tuple[Swing, ...]:
    """The swing of each input that has a range (low, high), the widest first, then by name.

    One at a time: inputs that move together may move the result further than any bar shows. Raises KeyError for
    a range of what is no input.
    """
    found = []
    for name, (low, high) in ranges.items():
        at_low, at_high = (result(_otherwise(inputs, name, value)) for value in (low, high))
        found.append(Swing(name, low, high, at_low, at_high))
    return tuple(sorted(found, key=lambda swing: (-swing.width, swing.name)))


def turning_point(result: Result, inputs: Inputs, name: str, low: Decimal, high: Decimal) -> Decimal | None:
    """The value of an input, from low to high, at which the result passes 0 while all others stay; by bisection.

    None where the result has the same sign at both ends: it then turns nowhere between them, or an even number of
    times. Where it jumps over 0, the place of the jump. Raises KeyError for what is no input.
    """

    def at(value: Decimal) -> Decimal:
        return result(_otherwise(inputs, name, value))

    below, above = at(low), at(high)
    if not below or not above:
        return high if below else low
    if (below > 0) == (above > 0):
        return None
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        there = at(middle)
        if not there:
            return middle
        low, high = (middle, high) if (there > 0) == (below > 0) else (low, middle)
    return (low + high) / 2


def _otherwise(inputs: Inputs, name: str, value: Decimal) -> Inputs:
    """The inputs with another value of one of them."""
    if name not in inputs:
        raise KeyError(name)
    return {**inputs, name: value}
