"""What one unit of the outcome costs, and from how many units on a cache or own machines pay.

Money is Decimal, shares are Decimal with 1 for the whole. Token metrics: FinOps Foundation, FinOps for AI; the nearer
a unit is to the outcome (a resolved case rather than a token), the less it rewards what is merely cheap.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lessonbuild.costs.measures.series import ratio

HOURS_A_MONTH = Decimal(730)
"""365 x 24 / 12: how long a machine that is never switched off is paid for."""

_MILLION = Decimal(1_000_000)
_SECONDS = Decimal(3600)


def cost_per_unit(cost: Decimal, units: Decimal, fewest: Decimal = Decimal(1)) -> Decimal | None:
    """Cost / units, in currency a unit; None of fewer than `fewest`, where fixed cost would make it any number."""
    return ratio(cost, units) if units >= fewest else None


def cost_per_resolved(run: Decimal, review: Decimal, resolved: Decimal, fewest: Decimal = Decimal(1)) -> Decimal | None:
    """(Run + review by people) / cases resolved, in currency a case; None of too few.

    Not per case tried: a cheaper model that resolves fewer may cost more each.
    """
    return cost_per_unit(run + review, resolved, fewest)


@dataclass(frozen=True, slots=True)
class Blend:
    """What tokens cost on average in this mix of kinds; in another mix, the same prices make another average."""

    per_million: Decimal  # in currency
    mix: tuple[tuple[str, Decimal], ...]  # each kind (input, cached input, output) and its share of all tokens

    @property
    def per_thousand(self) -> Decimal:
        """The same for a thousand tokens."""
        return self.per_million / 1000


def blended(tokens: Mapping[str, Decimal], prices: Mapping[str, Decimal]) -> Blend | None:
    """Sum of tokens x price / sum of tokens, by kind of token; prices in currency a million.

    None of no tokens. Raises KeyError for a kind that has no price.
    """
    whole = sum(tokens.values(), Decimal(0))
    paid = ratio(sum((count * prices[kind] for kind, count in tokens.items()), Decimal(0)), whole)
    return None if paid is None else Blend(paid, tuple((kind, count / whole) for kind, count in tokens.items()))


def cache_break_even(write: Decimal, read: Decimal) -> Decimal | None:
    """How often a cached prompt must be read again to cost less: n > (w - 1) / (1 - r), from w + r n < 1 + n.

    Write and read are shares of the price of input that is not cached, such as 1.25 and 0.1. None where reads are no
    cheaper: it never pays.
    """
    return max(Decimal(0), (write - 1) / (1 - read)) if read < 1 else None


def monthly_own_cost(hourly: Decimal, machines: Decimal, people: Decimal, overhead: Decimal) -> Decimal:
    """Own machines in currency a month: hourly rate x 730 x machines + people + overhead, whether busy or idle."""
    return hourly * HOURS_A_MONTH * machines + people + overhead


def self_host_break_even(own: Decimal, bought: Decimal, marginal: Decimal = Decimal(0)) -> Decimal | None:
    """Tokens a month from which own machines cost less: own / (price bought - own marginal cost).

    `own` is the cost of a month; the prices are in currency a million tokens, the one bought blended in the mix of the
    use. None where the marginal cost alone is no lower. The machines must be able to make so many: see `output`.
    """
    each = ratio(own, bought - marginal)
    return None if each is None else each * _MILLION


def output(per_second: Decimal, machines: Decimal, utilization: Decimal) -> Decimal:
    """Tokens a month that own machines make: tokens a second of one x 3600 x 730 x machines x utilization."""
    return per_second * _SECONDS * HOURS_A_MONTH * machines * utilization


def own_cost_per_million(hourly: Decimal, per_second: Decimal, utilization: Decimal) -> Decimal | None:
    """Hourly rate / (tokens a second x 3600 x utilization / 1,000,000), in currency a million tokens.

    Utilization divides the tokens and never multiplies the bill, as some calculators have it: a machine that is on is
    paid for whole, so that half the use is twice the cost. None where nothing is made.
    """
    return ratio(hourly, per_second * _SECONDS * utilization / _MILLION)
