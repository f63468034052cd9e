"""The charges of a scenario as rows of FOCUS 1.2, the format in which suppliers deliver what they bill.

The words are FOCUS's own, in English whatever the language of the lesson. What a scenario leaves open is settled here:
a supplier has one account with its customer and in it a sub account for each environment; it sends an invoice for each
month. Who used what can be told from tags alone, as far as there are any.
"""

from datetime import date, timedelta

from lessonbuild.documents.data_file import exact
from lessonbuild.documents.focus_bill import Bill
from lessonbuild.documents.focus_skus import consumed, resource, sku
from lessonbuild.documents.focus_tags import json_text, tags
from lessonbuild.markdown import line as markdown
from lessonbuild.model.focus import columns_of
from lessonbuild.model.ledger import Charge, Covered
from lessonbuild.model.scenario import CostLine, Scenario
from lessonbuild.model.text import plain
from lessonbuild.model.workbook import Cell

Row = dict[str, Cell]

COST_LINE = "x_CostLine"
"""The one column besides FOCUS's own: the name that the lesson has for what is bought."""
COLUMNS = (*columns_of("1.2"), COST_LINE)


def row_of(bill: Bill, charge: Charge) -> Row:
    """The charge with every column; None where there is nothing to say."""
    row: Row = dict.fromkeys(COLUMNS)
    for part in (_periods, _parties, _kind, _costs, _prices, _commitment, _things):
        row.update(part(bill, charge))
    return row


def _periods(bill: Bill, charge: Charge) -> Row:
    """A correction stands on the invoice of its day and belongs to the closed month that it corrects."""
    first, after = _month(charge.day)
    start, end = charge.day, charge.day + timedelta(days=1)
    if charge.corrects:
        start, end = _month(date.fromisoformat(f"{charge.corrects}-01"))
    elif _is_monthly(bill.line(charge), charge):
        start, end = first, after
    return {
        "BillingPeriodStart": _moment(first), "BillingPeriodEnd": _moment(after),
        "ChargePeriodStart": _moment(start), "ChargePeriodEnd": _moment(end),
    }  # fmt: skip


def _is_monthly(line: CostLine | None, charge: Charge) -> bool:
    """Whether it is charged on the first day for the whole month."""
    return line is not None and any(m.monthly is not None for m in line.meters if m.price == charge.price)


def _month(day: date) -> tuple[date, date]:
    """Its first day and the first day after it."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _parties(bill: Bill, charge: Charge) -> Row:
    supplier, line = bill.service(charge).supplier, bill.line(charge)
    seller = bill.scenario.suppliers[supplier]
    row: Row = dict.fromkeys(("ProviderName", "PublisherName", "InvoiceIssuerName"), seller.name)
    row |= {
        "BillingAccountId": f"{supplier}-{bill.account}",
        "BillingAccountName": bill.scenario.account,
        "BillingAccountType": "Billing Account",
        "InvoiceId": f"{supplier}-{charge.day.isoformat()[:7]}",
    }
    if line:
        row |= {
            "SubAccountId": f"{supplier}-{bill.account}-{line.environment}",
            "SubAccountName": bill.scenario.environments[line.environment],
            "SubAccountType": "Environment",
        }
    if line and charge.kind == "Usage" and seller.region:
        row |= {"RegionId": seller.region, "RegionName": seller.region_name or seller.region}
    return row


def _kind(bill: Bill, charge: Charge) -> Row:
    service = bill.service(charge)
    return {
        "ChargeCategory": charge.kind,
        "ChargeClass": "Correction" if charge.corrects else None,
        "ChargeDescription": _description(bill, charge),
        "ChargeFrequency": "Usage-Based" if charge.kind == "Usage" else "Recurring",
        "ServiceName": service.name,
        "ServiceCategory": service.category,
        "ServiceSubcategory": service.subcategory,
        "PricingCategory": _pricing(bill, charge),
        COST_LINE: bill.called(charge),
    }


def _description(bill: Bill, charge: Charge) -> str:
    if charge.corrects:
        return _said(bill.scenario, charge)
    if not bill.line(charge):
        return f"{bill.called(charge)}: {'unused commitment' if charge.covered else 'commitment'}"
    return f"{bill.called(charge)}: {bill.scenario.prices[charge.price].name}"


def _said(scenario: Scenario, charge: Charge) -> str:
    """What the supplier says of a correction; of several that were joined, all that it says."""
    key = (charge.day.isoformat(), charge.corrects, charge.line, charge.price)
    fixes = [fix for fix in scenario.corrections if (fix.on, fix.of, fix.line, fix.price) == key]
    own = [fix for fix in fixes if fix.amount == charge.billed] or fixes
    return "; ".join(dict.fromkeys(plain(markdown(fix.what)) for fix in own))


def _pricing(bill: Bill, charge: Charge) -> str | None:
    if charge.kind == "Credit":
        return None
    if charge.covered:
        return "Committed"
    spot = bill.line(charge) and bill.scenario.prices[charge.price].spot
    return "Dynamic" if spot else "Standard"


def _costs(bill: Bill, charge: Charge) -> Row:
    """Nobody negotiates in a scenario: what is contracted is the list price."""
    return {
        "BilledCost": exact(charge.billed),
        "EffectiveCost": exact(charge.effective),
        "ListCost": exact(charge.listed),
        "ContractedCost": exact(charge.listed),
        "BillingCurrency": bill.currency,
        "PricingCurrency": bill.currency,
        "PricingCurrencyEffectiveCost": exact(charge.effective),
    }


def _prices(bill: Bill, charge: Charge) -> Row:
    """Quantities and unit prices; none of credits and corrections, whose amounts are made from nothing."""
    if charge.kind == "Credit" or charge.corrects:
        return {}
    per = bill.scenario.prices[charge.price].per if bill.line(charge) else bill.currency
    prices = ("ListUnitPrice", "ContractedUnitPrice")
    row: Row = dict.fromkeys((*prices, *(f"PricingCurrency{name}" for name in prices)), exact(charge.unit))
    row |= {"PricingQuantity": exact(charge.quantity), "PricingUnit": per}
    if charge.kind == "Usage" and charge.covered is not Covered.UNUSED:
        quantity, unit = consumed(charge.quantity, per)
        row |= {"ConsumedQuantity": exact(quantity), "ConsumedUnit": unit}
    return row


def _commitment(bill: Bill, charge: Charge) -> Row:
    if not charge.commitment:
        return {}
    plan = bill.commitment(charge)
    return {
        "CommitmentDiscountId": _commitment_id(bill, charge),
        "CommitmentDiscountName": plan.name,
        "CommitmentDiscountCategory": "Spend",
        "CommitmentDiscountType": "Spend Commitment",
        "CommitmentDiscountStatus": charge.covered.value if charge.covered else None,
        "CommitmentDiscountQuantity": exact(charge.effective if charge.covered else charge.quantity),
        "CommitmentDiscountUnit": bill.currency,
    }


def _commitment_id(bill: Bill, charge: Charge) -> str:
    supplier = bill.scenario.services[bill.commitment(charge).service].supplier
    return f"{supplier}/{bill.account}/commitments/{charge.commitment}"


def _things(bill: Bill, charge: Charge) -> Row:
    """What was bought, which resource it was, and the tags on that. A commitment is a resource of its own."""
    line, supplier = bill.line(charge), bill.service(charge).supplier
    if not line:
        plan = bill.commitment(charge)
        name = f"{plan.service}-commitment-{charge.commitment}"
        return {
            "SkuId": name, "SkuPriceId": name, "SkuMeter": plan.name, "ResourceId": _commitment_id(bill, charge),
            "ResourceName": plan.name, "ResourceType": "Commitment",
        }  # fmt: skip
    prices = bill.scenario.prices
    row: Row = {} if charge.kind == "Credit" else dict(sku(prices, charge.price))
    row |= resource(prices[charge.price], charge, f"{supplier}/{bill.account}/{line.environment}")
    return row | {"Tags": json_text(tags(line)) if charge.tagged else None}
