"""Why one month cost more than another: more of it, dearer or cheaper kinds of it, other prices."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations
from math import prod

from lessonbuild.model.spending import Costs, Usage

_EXACT = Decimal("0.000001")  # to which inner terms are rounded, so that the three add up exactly


@dataclass(frozen=True, slots=True)
class Move:
    """What one price did: (new price - old price) x new quantity, in currency."""

    service: str
    price: str
    effect: Decimal
    new: bool  # not sold in the first month: its effect is what was paid below its list price


@dataclass(frozen=True, slots=True)
class Variance:
    """The change of cost in three terms that add up to it, in currency."""

    volume: Decimal
    mix: Decimal
    moves: tuple[Move, ...]

    @property
    def price(self) -> Decimal:
        """The price term: that of all prices, new ones too."""
        return sum((move.effect for move in self.moves), Decimal(0))

    @property
    def known_price(self) -> Decimal:
        """The price term of what was bought in both months: what its seller changed, not what its users did."""
        return sum((move.effect for move in self.moves if not move.new), Decimal(0))

    @property
    def total(self) -> Decimal:
        """Cost of the second month - cost of the first."""
        return self.volume + self.mix + self.price


@dataclass(frozen=True, slots=True)
class _Line:
    """What was bought at one price in a month."""

    quantity: Decimal
    cost: Decimal
    listed: Decimal


_NOTHING = _Line(Decimal(0), Decimal(0), Decimal(0))
_Name = tuple[str, str]  # service and price


def variance(before: Iterable[Usage], after: Iterable[Usage], cost: Callable[[Costs], Decimal]) -> Variance:
    """The change between two months; P and Q are prices and quantities, 0 and 1 the months.

    volume = (sum Q1 - sum Q0) x average P0; mix = sum P0 Q1 - sum Q1 x average P0; price = sum (P1 - P0) Q1. The joint
    term of price and quantity is in the price, by convention. Quantities add up within a service and unit only, so
    each of those is a sum of its own. What has no price in the first month takes its list price in the second; where
    a seller gives a changed price a new id, its change is therefore mix. A line without a quantity, like a fee, is
    one of its kind. `cost` says which of the four costs.
    """
    old, new = _groups(before, cost), _groups(after, cost)
    parts = [_part(old.get(group, {}), new.get(group, {})) for group in sorted(old.keys() | new.keys())]
    volume = sum((part.volume for part in parts), Decimal(0))
    mix = sum((part.mix for part in parts), Decimal(0))
    return Variance(volume, mix, tuple(move for part in parts for move in part.moves))


def _groups(usage: Iterable[Usage], cost: Callable[[Costs], Decimal]) -> dict[_Name, dict[_Name, _Line]]:
    """The lines of each service and unit, by service and price."""
    groups: defaultdict[_Name, dict[_Name, _Line]] = defaultdict(dict)
    for one in usage:
        group, name = groups[one.service, one.unit or ""], (one.service, one.price)
        sofar = group.get(name, _NOTHING)
        quantity, paid, listed = one.quantity, cost(one.costs), one.costs.listed
        group[name] = _Line(sofar.quantity + quantity, sofar.cost + paid, sofar.listed + listed)
    return {key: {name: _counted(line) for name, line in group.items()} for key, group in groups.items()}


def _counted(line: _Line) -> _Line:
    return line if line.quantity > 0 else _Line(Decimal(1), line.cost, line.listed)


def _part(old: Mapping[_Name, _Line], new: Mapping[_Name, _Line]) -> Variance:
    """The three terms of one service and unit."""
    cost = sum((line.cost for line in old.values()), Decimal(0))
    quantity = sum((line.quantity for line in old.values()), Decimal(0))
    bought = sum((line.quantity for line in new.values()), Decimal(0))
    at_old = {name: _at_old_price(line, old.get(name)).quantize(_EXACT) for name, line in new.items()}
    repriced = sum(at_old.values(), Decimal(0))
    grown = (bought * cost / quantity).quantize(_EXACT) if quantity else repriced
    moves = tuple(Move(*name, line.cost - at_old[name], name not in old) for name, line in sorted(new.items()))
    return Variance(grown - cost, repriced - grown, moves)


def _at_old_price(line: _Line, old: _Line | None) -> Decimal:
    """P0 Q1 of a line; of a new one, its list cost."""
    return old.cost * line.quantity / old.quantity if old else line.listed


@dataclass(frozen=True, slots=True)
class TwoFactors:
    """The change of price x quantity in two terms that add up to it, in currency."""

    price: Decimal
    usage: Decimal

    @property
    def total(self) -> Decimal:
        """Second cost - first cost."""
        return self.price + self.usage


def two_factors(old_price: Decimal, old_quantity: Decimal, price: Decimal, quantity: Decimal) -> TwoFactors:
    """Price = (P1 - P0) Q1, usage = (Q1 - Q0) P0, of one thing that is bought.

    The joint term (P1 - P0) (Q1 - Q0) is in the price, by convention and as in `variance`; `shapley` shares it.
    """
    return TwoFactors((price - old_price) * quantity, (quantity - old_quantity) * old_price)


def shapley(before: Sequence[Decimal], after: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """The change of a product in one term a factor, in currency: its effect, averaged over all orders of changing them.

    Of two factors, (P1 - P0) (Q0 + Q1) / 2 and its twin; of a business driver three: units x tokens a unit x price a
    token. No order is preferred, and the terms add up to the change (to 28 digits). Raises ValueError where one side
    has more factors.
    """
    if len(before) != len(after):
        raise ValueError("there are as many factors after as before")
    orders = tuple(permutations(range(len(before))))
    effects = [Decimal(0)] * len(before)
    for order in orders:
        now = list(before)
        for factor in order:
            was, now[factor] = prod(now, start=Decimal(1)), after[factor]
            effects[factor] += prod(now, start=Decimal(1)) - was
    return tuple(effect / len(orders) for effect in effects)
