"""How much of the spending has an owner."""

from collections.abc import Iterable
from decimal import Decimal

from lessonbuild.costs.measures.series import month, ratio, total
from lessonbuild.model.spending import Spend

GOALS = (Decimal("0.70"), Decimal("0.85"), Decimal("0.90"))
"""Shares with an owner that the FinOps Framework gives as sample goals of crawl, walk and run."""


def is_allocatable(part: Spend) -> bool:
    """Use and purchases of open periods. Taxes, credits and corrections belong to an invoice, not to a team."""
    return part.charge in ("Usage", "Purchase") and not part.correction


def owned_share(spend: Iterable[Spend], *, with_unused: bool) -> Decimal | None:
    """Effective cost with an owner / effective cost that could have one; a share of 1.

    What commitments left unused never has an owner. With it, the share says how much of the money is accounted for;
    without it, how well resources are tagged. The first can fall while the second rises.
    """
    base = [part for part in spend if is_allocatable(part) and (with_unused or part.commitment != "Unused")]
    return ratio(total(part for part in base if part.owner), total(base))


def owned_share_by_month(spend: Iterable[Spend], *, with_unused: bool) -> dict[str, Decimal | None]:
    """The same for each month, in order; None in a month with nothing to own."""
    months: dict[str, list[Spend]] = {}
    for part in spend:
        months.setdefault(month(part.day), []).append(part)
    return {name: owned_share(parts, with_unused=with_unused) for name, parts in sorted(months.items())}
