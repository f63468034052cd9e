"""Chance that depends on what it is for and on nothing else.

A number is drawn from its name (seed, line, day), not from a stream: switching one event off leaves every other draw
as it was, so that the difference of two ledgers is the event alone.
"""

from datetime import date
from functools import cache
from hashlib import blake2b
from math import exp
from statistics import NormalDist

_NORMAL = NormalDist()
_SIZE = 8  # bytes
_VALUES = float(256**_SIZE)


@cache
def uniform(seed: int, name: str, day: date) -> float:
    """A number between 0 and 1, both left out, as even as a hash is."""
    drawn = blake2b(f"{seed}/{name}/{day.isoformat()}".encode(), digest_size=_SIZE).digest()
    return (int.from_bytes(drawn, "big") + 0.5) / _VALUES


@cache
def _normal(seed: int, name: str, day: date) -> float:
    return _NORMAL.inv_cdf(uniform(seed, name, day))


def factor(seed: int, name: str, day: date, spread: float) -> float:
    """A factor around 1 whose logarithm has this standard deviation; 1 of none."""
    return exp(_normal(seed, name, day) * spread) if spread else 1.0
