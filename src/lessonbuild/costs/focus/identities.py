"""What may be only one of each (invariant 8): a service has one category, a price one SKU, a file one currency."""

from collections.abc import Iterator

from lessonbuild.costs.focus.fault import Cell, Fault, Table, fault

_ONE = (
    ("ServiceName", "ServiceCategory"),
    ("ServiceName", "ServiceSubcategory"),
    ("SkuPriceId", "SkuId"),
    ("SkuId", "SkuMeter"),
    ("SubAccountId", "SubAccountName"),
    ("RegionId", "RegionName"),
    ("CommitmentDiscountId", "CommitmentDiscountCategory"),
    ("CommitmentDiscountId", "CommitmentDiscountUnit"),
    ("InvoiceId", "InvoiceIssuerName"),
    ("InvoiceId", "BillingAccountId"),
    ("", "BillingCurrency"),
    ("", "PricingCurrency"),
)


def one_of_each(table: Table) -> Iterator[Fault]:
    """For each pair, the rows whose value is not that of the first row of the same thing at the same provider."""
    for of, one in _ONE:
        if one in table.columns and (not of or of in table.columns):
            yield from fault("several", one, _others(table, of, one), f"one for each {of}" if of else "one in a table")


def _others(table: Table, of: str, one: str) -> list[int]:
    first: dict[tuple[Cell, Cell], Cell] = {}
    found = []
    for number, row in table.rows:
        thing = (row.get("ProviderName"), row[of]) if of else (None, None)
        if (of and row[of] is None) or row[one] is None:
            continue
        if first.setdefault(thing, row[one]) != row[one]:
            found.append(number)
    return found
