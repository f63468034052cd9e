"""How few things make most of the cost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

MOST = Decimal("0.80")


@dataclass(frozen=True, slots=True)
class Rank:
    """One thing in the ranking; shares are of 1."""

    name: str
    cost: Decimal
    share: Decimal
    share_so_far: Decimal


def ranked(costs: Mapping[str, Decimal]) -> tuple[Rank, ...]:
    """The most expensive first, with its share of the sum. Credits are left out: a share of a net sum may pass 1."""
    paid = sorted(((cost, name) for name, cost in costs.items() if cost > 0), key=lambda pair: (-pair[0], pair[1]))
    whole = sum((cost for cost, _ in paid), Decimal(0))
    ranks, so_far = [], Decimal(0)
    for cost, name in paid:
        so_far += cost
        ranks.append(Rank(name, cost, cost / whole, so_far / whole))
    return tuple(ranks)


def how_many(ranks: Sequence[Rank], share: Decimal = MOST) -> int:
    """How many of the first make that share of the whole; 0 of nothing."""
    return next((number for number, rank in enumerate(ranks, 1) if rank.share_so_far >= share), len(ranks))


def top(ranks: Sequence[Rank], count: int, other: str) -> tuple[Rank, ...]:
    """The first of the ranking, and the rest as one under the name `other`; the shares still add up to 1."""
    first, rest = tuple(ranks[:count]), ranks[count:]
    if not rest:
        return first
    cost, share = sum((r.cost for r in rest), Decimal(0)), sum((r.share for r in rest), Decimal(0))
    return (*first, Rank(other, cost, share, Decimal(1)))
