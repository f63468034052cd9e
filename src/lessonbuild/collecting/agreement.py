"""How far raters agree: Krippendorff's alpha, for levels in an order.

K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections C and D; the ordinal metric, since it is
not equally far from each level to the next. Gaps are allowed: a unit counts as soon as two have rated it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

FEW = 10  # units: with fewer, a single rating moves alpha by tenths


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alpha is 1 for full agreement, 0 for what chance would give; None where nothing can be said."""

    alpha: float | None
    units: int  # rated by two or more
    ratings: int  # in those units

    @property
    def few(self) -> bool:
        """Whether there are so few units that alpha is only a hint."""
        return self.units < FEW


def agreement(units: Iterable[Sequence[int]]) -> Agreement:
    """Of units, each with the ratings that it got, in any order.

    None where no unit has two ratings, or where all are the same: there is no difference that they could agree on.
    """
    rated = [unit for unit in units if len(unit) > 1]
    shares: dict[tuple[int, int], float] = {}
    for unit in rated:
        for pair in permutations(unit, 2):
            shares[pair] = shares.get(pair, 0.0) + 1 / (len(unit) - 1)
    counts = Counter(value for unit in rated for value in unit)
    size = sum(counts.values())
    expected = sum(counts[a] * counts[b] * _apart(a, b, counts) for a in counts for b in counts)
    if not expected:
        return Agreement(None, len(rated), size)
    observed = sum(share * _apart(a, b, counts) for (a, b), share in shares.items())
    return Agreement(1 - (size - 1) * observed / expected, len(rated), size)


def _apart(a: int, b: int, counts: Mapping[int, int]) -> float:
    """The squared ordinal difference: how many ratings lie from the middle of one level to the middle of the other."""
    low, high = min(a, b), max(a, b)
    between = sum(count for value, count in counts.items() if low <= value <= high)
    return (between - (counts[low] + counts[high]) / 2) ** 2
