"""The rows summed up: spend, use, commitments and the dearest resources. Nothing leaves the database but sums."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from lessonbuild.auditing.given import Given
from lessonbuild.auditing.spellings import Spelling, meant
from lessonbuild.model.spending import Commitment, Costs, Resource, Spend, Usage

_SUMS = ", ".join(f"coalesce(sum({cost}), 0)" for cost in ("listed", "contracted", "billed", "effective"))
_DEAREST = 25


def charges(given: Given, found: tuple[Spelling, ...]) -> None:
    """A view `charges`: the rows that belong to a day, repaired and typed."""
    strange: dict[str, list[Spelling]] = {}
    for spelling in found:
        strange.setdefault(spelling.column, []).append(spelling)
    given.connection.execute(_charges(strange))


def _charges(strange: Mapping[str, list[Spelling]]) -> str:
    """A period may end within a day or at its end: `until` is the last day that it touches."""
    return f"""
CREATE VIEW charges AS SELECT row,
    starts::DATE AS day,
    coalesce((ends - INTERVAL 1 MICROSECOND)::DATE, starts::DATE) AS until,
    coalesce(filled(ServiceName), filled(ServiceCategory), 'Other') AS service,
    coalesce({meant("ServiceCategory", strange)}, 'Other') AS category,
    coalesce({meant("ChargeCategory", strange)}, 'Usage') AS charge,
    {meant("PricingCategory", strange)} AS pricing,
    {meant("CommitmentDiscountStatus", strange)} AS commitment,
    coalesce({meant("ChargeClass", strange)} = 'Correction', false) AS correction,
    number(ListCost) AS listed, number(ContractedCost) AS contracted,
    number(BilledCost) AS billed, number(EffectiveCost) AS effective,
    number(PricingQuantity) AS quantity, filled(PricingUnit) AS unit,
    coalesce(filled(SkuPriceId), filled(SkuId), '') AS price,
    filled(CommitmentDiscountId) AS commitment_id, filled(CommitmentDiscountName) AS commitment_name,
    filled(ResourceId) AS resource, coalesce(filled(SubAccountName), filled(SubAccountId)) AS account,
    filled(Tags) AS tags
FROM given WHERE starts IS NOT NULL"""


def spend(given: Given) -> Iterator[Spend]:
    """By day and everything that tells charges apart."""
    by = "day, service, category, owner, environment, charge, pricing, commitment, correction"
    for row in given.rows(f"SELECT {by}, {_SUMS} FROM owned GROUP BY ALL ORDER BY ALL"):
        day, service, category, owner, environment, charge, pricing, commitment, correction, *costs = row
        yield Spend(day, service, category, owner, environment, charge, pricing, commitment, correction, Costs(*costs))


def usage(given: Given) -> Iterator[Usage]:
    """By month and price."""
    by = "strftime(day, '%Y-%m') AS month, service, price, unit"
    sums = f"coalesce(sum(quantity), 0), {_SUMS}"
    query = f"SELECT {by}, {sums} FROM charges WHERE charge = 'Usage' GROUP BY ALL ORDER BY ALL"
    for month, service, price, unit, quantity, *costs in given.rows(query):
        yield Usage(month, service, price, unit, quantity, Costs(*costs))


def commitments(given: Given) -> Iterator[Commitment]:
    """By the id of the commitment."""
    used = "charge = 'Usage' AND commitment = 'Used'"
    query = f"""
SELECT commitment_id, max(commitment_name), min(day), max(day),
    coalesce(sum(billed) FILTER (WHERE charge = 'Purchase'), 0),
    coalesce(sum(effective) FILTER (WHERE {used}), 0),
    coalesce(sum(effective) FILTER (WHERE charge = 'Usage' AND commitment = 'Unused'), 0),
    coalesce(sum(listed) FILTER (WHERE {used}), 0)
FROM charges WHERE commitment_id IS NOT NULL GROUP BY 1 ORDER BY 1"""
    yield from (Commitment(*row) for row in given.rows(query))


def resources(given: Given) -> Iterator[Resource]:
    """The dearest first. What is left over of a commitment is no resource, though FOCUS names one there."""
    own = "resource IS NOT NULL AND resource IS DISTINCT FROM commitment_id"
    query = f"""
WITH dearest AS (SELECT resource, min(day) AS since, max(day) AS last, sum(effective) AS cost FROM charges
    WHERE {own} GROUP BY 1 ORDER BY cost DESC NULLS LAST, 1 LIMIT {_DEAREST}),
shares AS (SELECT resource, service, owner, sum(effective) AS share FROM owned
    WHERE {own} AND resource IN (SELECT resource FROM dearest) GROUP BY ALL),
main AS (SELECT resource, service, owner FROM shares
    QUALIFY row_number() OVER (PARTITION BY resource ORDER BY share DESC NULLS LAST, service, owner) = 1)
SELECT resource, service, owner, since, last, coalesce(cost, 0) AS cost FROM dearest JOIN main USING (resource)
ORDER BY cost DESC, resource"""
    found = list(given.rows(query))
    daily = _daily(given, [row[0] for row in found], own)
    for id_, service, owner, first, last, cost in found:
        days = (first + timedelta(i) for i in range((last - first).days + 1))
        each = tuple(daily.get((id_, day), Decimal(0)) for day in days)
        yield Resource(id_, service, owner, first, last, cost, each)


def _daily(given: Given, ids: list[str], own: str) -> dict[tuple[str, date], Decimal]:
    """What each of the resources cost a day."""
    query = (
        f"SELECT resource, day, coalesce(sum(effective), 0) FROM charges WHERE {own} AND resource IN (SELECT unnest(?))"
    )
    return {(id_, day): cost for id_, day, cost in given.rows(f"{query} GROUP BY ALL", [ids])}
