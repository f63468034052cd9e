"""Why one month cost more than another: volume, mix and price of a cost line, or of all of them."""

from decimal import Decimal

from lessonbuild.costs.measures.variance import Variance, variance
from lessonbuild.model.ledger import Ledger
from lessonbuild.model.scenario import Scenario
from lessonbuild.model.spending import Costs, Usage

WHAT = ("volume", "mix", "price", "total")


def bridge(scenario: Scenario, ledger: Ledger, line: str, months: tuple[str, str], what: str) -> Decimal:
    """A term of the change between two months ("2025-08"), at list price. Raises KeyError.

    `price` is what sellers changed; what was not bought in the first month is mix, at its list price.
    """
    if line not in scenario.lines or what not in WHAT:
        raise KeyError(line)
    return Decimal(getattr(_terms(scenario, ledger, line, months), what))


def _terms(scenario: Scenario, ledger: Ledger, line: str, months: tuple[str, str]) -> Variance:
    before, after = (_usage(scenario, ledger, line, month) for month in months)
    return variance(before, after, lambda costs: costs.listed)


def _usage(scenario: Scenario, ledger: Ledger, line: str, month: str) -> list[Usage]:
    found: dict[str, tuple[Decimal, Decimal]] = {}
    for row in ledger.charges:
        if row.line == line and row.day.isoformat().startswith(month):
            quantity, cost = found.get(row.price, (Decimal(0), Decimal(0)))
            found[row.price] = quantity + row.quantity, cost + row.listed
    return [
        Usage(
            month, scenario.prices[price].service, price, scenario.prices[price].per, quantity,
            Costs(cost, cost, cost, cost),
        )
        for price, (quantity, cost) in found.items()
    ]  # fmt: skip
