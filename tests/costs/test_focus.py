"""The FOCUS check: our own cost data keep every rule, planted faults are found, the examples of the standard add up."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonbuild.build import settled
from lessonbuild.costs.focus import RULES, Fault, faults
from lessonbuild.costs.focus.fault import Table
from lessonbuild.documents.cost_data import cost_data
from lessonbuild.model.focus import columns_of, rows_of
from lessonbuild.model.ledger import Covered, Ledger
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.workbook import Cell

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT.parent / "shared" / "data" / "focus"
CENT = Decimal("0.01")
Row = dict[str, str | None]


@dataclass(frozen=True)
class Data:
    """Cost data as a CSV file has them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]

    def __iter__(self):
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def faults(self) -> tuple[Fault, ...]:
        return faults(self.columns, self.rows)

    def sum(self, column: str, **where: str | None) -> Decimal:
        return sum((Decimal(row[column] or 0) for row in self if where.items() <= row.items()), Decimal(0))


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return settled(ROOT / "content" / "finops-for-ai.yaml")


@pytest.fixture(scope="module")
def ledger(lesson: Lesson) -> Ledger:
    return lesson.ledgers["halden"]


@pytest.fixture(scope="module")
def halden(lesson: Lesson) -> Data:
    (sheet,) = cost_data(lesson)[0].sheets
    return Data(tuple(c.head for c in sheet.columns), tuple(tuple(written(cell) for cell in row) for row in sheet.rows))


def written(cell: Cell) -> str | None:
    return format(cell, "f") if isinstance(cell, Decimal) else None if cell is None else str(cell)


@pytest.fixture(scope="module")
def june(halden: Data) -> Data:
    """A month in which everything happens, and one row each of what happened in others."""
    rows = [tuple(row.values()) for row in halden if row["InvoiceId"] in ("corvane-2025-06", "auralis-2025-06")]
    credit = next(tuple(row.values()) for row in halden if row["ChargeCategory"] == "Credit")
    correction = next(tuple(row.values()) for row in halden if row["ChargeClass"] == "Correction")
    return Data(halden.columns, (*rows, credit, correction))


def test_our_own_cost_data_keep_every_rule(halden: Data) -> None:
    assert halden.faults() == ()


def test_what_is_billed_in_a_month_is_the_sum_of_each_suppliers_invoice(
    halden: Data, lesson: Lesson, ledger: Ledger
) -> None:
    scenario = lesson.scenarios["halden"]
    invoices: dict[str, Decimal] = {}
    for charge in ledger.charges:
        sold = scenario.prices.get(charge.price) or scenario.commitments[charge.price]
        invoice = f"{scenario.services[sold.service].supplier}-{charge.day:%Y-%m}"
        invoices[invoice] = invoices.get(invoice, Decimal(0)) + charge.billed
    assert {row["InvoiceId"] for row in halden} == set(invoices)
    for invoice, amount in invoices.items():
        assert abs(halden.sum("BilledCost", InvoiceId=invoice) - amount) < CENT


@pytest.mark.parametrize(
    ("column", "cost"),
    [("BilledCost", "billed"), ("EffectiveCost", "effective"), ("ListCost", "listed"), ("ContractedCost", "listed")],
)
def test_the_sums_are_those_of_the_ledger(halden: Data, ledger: Ledger, column: str, cost: str) -> None:
    for month in ledger.months:
        rows = [charge for charge in ledger.charges if charge.day.isoformat().startswith(month)]
        expected = sum((getattr(charge, cost) for charge in rows), Decimal(0))
        assert abs(halden.sum(column, BillingPeriodStart=f"{month}-01T00:00:00Z") - expected) < CENT


def test_what_a_commitment_covered_and_left_unused_is_what_was_paid_for_it(halden: Data, ledger: Ledger) -> None:
    used, unused = (halden.sum("EffectiveCost", CommitmentDiscountStatus=s) for s in ("Used", "Unused"))
    paid = halden.sum("BilledCost", ChargeCategory="Purchase", CommitmentDiscountName="Flexible Spend Plan")
    assert used + unused == paid == 213 * 24 * 30
    assert used == sum(c.effective for c in ledger.charges if c.covered is Covered.USED)
    assert halden.sum("CommitmentDiscountQuantity", CommitmentDiscountStatus="Unused") == unused


USE = {"ServiceName": "Corvane GPU Compute", "ChargeCategory": "Usage", "CommitmentDiscountId": None}
USED, UNUSED = {"CommitmentDiscountStatus": "Used"}, {"CommitmentDiscountStatus": "Unused"}
PLAN = {"ChargeCategory": "Purchase", "CommitmentDiscountName": "Flexible Spend Plan"}
CREDIT, CORRECTION = {"ChargeCategory": "Credit"}, {"ChargeClass": "Correction"}

PLANTED: list[tuple[str, str, Mapping[str, str | None], str | None]] = [
    # the code of the fault, its column, what the row is, what is written there
    ("null", "BilledCost", USE, None),
    ("null", "InvoiceIssuerName", USE, None),
    ("null", "ServiceSubcategory", USE, None),
    ("empty", "ServiceName", USE, " "),
    ("empty", "RegionId", USE, ""),
    ("placeholder", "RegionId", USE, "Not Applicable"),
    ("placeholder", "ResourceId", USE, "NULL"),
    ("number", "BilledCost", USE, "1,234.50"),
    ("number", "BilledCost", USE, "$5"),
    ("number", "EffectiveCost", USE, "+5"),
    ("number", "ListUnitPrice", USE, "1/3"),
    ("number", "PricingQuantity", USE, "1E+5"),
    ("number", "PricingQuantity", USE, "nan"),
    ("number", "PricingQuantity", USE, "٣"),
    ("time", "ChargePeriodStart", USE, "2025-06-01 00:00:00"),
    ("time", "ChargePeriodEnd", USE, "2025-06-31T00:00:00Z"),
    ("time", "BillingPeriodEnd", USE, "2025-07-01T00:00:00+02:00"),
    ("json", "Tags", USE, "team=vision-ml"),
    ("json", "Tags", USE, '["vision-ml"]'),
    ("json", "Tags", USE, '{"team": {"name": "vision-ml"}}'),
    ("json", "Tags", USE, '{"team": "vision-ml", "team": "support-ai"}'),
    ("json", "SkuPriceDetails", USE, '{"x_Share": NaN}'),
    ("value", "ChargeCategory", USE, "usage"),
    ("value", "ServiceCategory", USE, "Artificial Intelligence"),
    ("currency", "BillingCurrency", USE, "Dollars"),
    ("subcategory", "ServiceSubcategory", USE, "Generative AI"),
    ("price-detail", "SkuPriceDetails", USE, '{"GpuCount": "8"}'),
    ("price-detail", "SkuPriceDetails", USE, '{"gpuCount": 8}'),
    ("condition", "ChargeFrequency", PLAN, "Usage-Based"),
    ("list-cost", "ListCost", USE, "1"),
    ("contracted-cost", "ContractedCost", USE, "1"),
    ("unit-price", "ListUnitPrice", USE, "-32"),
    ("credit-cost", "EffectiveCost", CREDIT, "0"),
    ("credit-cost", "ListCost", CREDIT, "0"),
    ("commitment-balance", "BilledCost", PLAN, "719"),
    ("covered-row", "PricingCategory", USED, "Standard"),
    ("covered-row", "PricingCategory", UNUSED, "Standard"),
    ("covered-row", "BilledCost", USED, "1"),
    ("unused-row", "ResourceId", UNUSED, "corvane/halden/research/lens-training-ga8"),
    ("commitment-purchase", "EffectiveCost", PLAN, "720"),
    ("commitment-purchase", "PricingCategory", PLAN, "Committed"),
    ("commitment-purchase", "ResourceId", PLAN, None),
    ("period-order", "ChargePeriodEnd", USE, "2025-06-01T00:00:00Z"),
    ("period-order", "BillingPeriodEnd", USE, "2025-06-01T00:00:00Z"),
    ("outside-billing-period", "ChargePeriodStart", USE, "2025-05-31T00:00:00Z"),
    ("not-closed", "ChargeClass", USE, "Correction"),
    ("several", "ServiceCategory", UNUSED, "Analytics"),
    ("several", "SkuId", USED, "gpu-other"),
    ("several", "CommitmentDiscountUnit", UNUSED, "EUR"),
    ("several", "BillingCurrency", CREDIT, "EUR"),
    ("several", "InvoiceIssuerName", USED, "Another"),
]


def planted(data: Data, what: Mapping[str, str | None], change: Mapping[str, str | None]) -> tuple[Data, int]:
    """The data with one row changed, the last of its kind; and the number of the row."""
    number = [i for i, row in enumerate(data, 1) if what.items() <= row.items()][-1]
    rows = list(data.rows)
    rows[number - 1] = tuple((list(data)[number - 1] | change).values())
    return Data(data.columns, tuple(rows)), number


def test_the_sample_is_clean(june: Data) -> None:
    assert june.faults() == ()


@pytest.mark.parametrize(("code", "column", "what", "instead"), PLANTED, ids=lambda value: str(value)[:30])
def test_a_planted_fault_is_found_in_its_row(
    june: Data, code: str, column: str, what: Mapping[str, str | None], instead: str | None
) -> None:
    data, number = planted(june, what, {column: instead})
    found = [fault for fault in data.faults() if (fault.code, fault.column) == (code, column)]
    assert any(number in fault.rows for fault in found)
    assert all(fault.text for fault in found)


CONDITIONS = list(rows_of("lessonbuild.costs.focus", "conditions.csv"))


@pytest.mark.parametrize("rule", CONDITIONS, ids=lambda rule: f"{rule['rule']} {rule['when']}")
def test_each_rule_of_the_table_is_found_where_it_is_broken(june: Data, rule: dict[str, str]) -> None:
    held = dict(meeting(condition) for condition in rule["when"].split("; "))
    wrong = {"null": "1", "given": None}.get(rule["must"], rule["must"].removeprefix("not "))
    data, number = planted(june, USE, {"CapacityReservationId": None} | held | {rule["column"]: wrong})
    (broken, *_) = [
        f for f in data.faults() if f.column == rule["column"] and f.text.endswith(f"{rule['when']} ({rule['rule']})")
    ]
    assert broken.code == "condition"
    assert number in broken.rows


def meeting(condition: str) -> tuple[str, str | None]:
    """A column and a value in it that meets the condition."""
    column, sign, values = condition.split(" ", 2)
    if sign == "=":
        return column, None if values == "null" else values.split(" | ")[0]
    others = {"ChargeCategory": "Tax", "ChargeClass": None, "CommitmentDiscountStatus": None}
    return column, "1" if values == "null" else others[column]


def test_every_rule_has_a_planted_fault(june: Data) -> None:
    """A rule that nothing breaks is not known to work."""
    unbroken = set(RULES)
    for _, column, what, instead in PLANTED:
        data, _ = planted(june, what, {column: instead})
        unbroken -= {rule for rule in unbroken if any(rule(Table.of(data.columns, data.rows)))}
    assert {rule.__name__ for rule in unbroken} == {"presence", "custom_columns"}, (
        "those of columns have their own test"
    )


def test_columns_are_asked_for_by_name_once_and_in_order(june: Data) -> None:
    names = [name for name in june.columns if name != "BilledCost"]
    found = faults(["x_First", *names, "Extra", "Tags"], [])
    assert {(fault.code, fault.column) for fault in found} == {
        ("column-missing", "BilledCost"),
        ("column-order", "x_First"),
        ("column-order", "x_CostLine"),
        ("column-unknown", "Extra"),
        ("column-twice", "Tags"),
    }


def test_a_column_that_depends_on_the_supplier_may_be_absent(june: Data) -> None:
    kept = [i for i, name in enumerate(june.columns) if not name.startswith(("Capacity", "PricingCurrency", "Tags"))]
    rows = [[row[i] for i in kept] for row in june.rows]
    assert faults([june.columns[i] for i in kept], rows) == ()


def test_a_row_with_too_few_cells_is_a_fault_and_hides_no_other(june: Data) -> None:
    data, number = planted(june, USE, {"BilledCost": "much"})
    found = faults(data.columns, [*data.rows, ("1", "2")])
    assert Fault("row-length", "", (len(data.rows) + 1,), "a row has a cell for each column") in found
    assert [fault.rows for fault in found if fault.code == "number"] == [(number,)]


PAID_AT_ONCE = ["ChargeCategory", "ChargeFrequency", "CommitmentDiscountId", "CommitmentDiscountStatus",
                "ChargePeriodStart", "ChargePeriodEnd", "BilledCost", "EffectiveCost"]  # fmt: skip


def paid_at_once(*days: tuple[str, str, str]) -> list[str]:
    """What is out of balance in two days of a plan that was paid for at once."""
    first, after = "2025-06-01T00:00:00Z", "2025-06-03T00:00:00Z"
    rows: list[list[str | None]] = [["Purchase", "One-Time", "p", None, first, after, "48", "0"]]
    for day, used, unused in days:
        period = [f"2025-06-0{day}T00:00:00Z", f"2025-06-0{int(day) + 1}T00:00:00Z"]
        rows += [["Usage", "Usage-Based", "p", "Used", *period, "0", used]]
        rows += [["Usage", "Usage-Based", "p", "Unused", *period, "0", unused]]
    return [fault.column for fault in faults(PAID_AT_ONCE, rows) if fault.code == "commitment-balance"]


def test_a_commitment_that_was_paid_at_once_is_compared_over_its_whole_life() -> None:
    assert paid_at_once(("1", "18", "6"), ("2", "24", "0")) == []
    assert paid_at_once(("1", "18", "6"), ("2", "18", "0")) == ["BilledCost"]


def test_a_part_of_its_life_tells_nothing() -> None:
    assert paid_at_once(("1", "18", "6")) == paid_at_once() == []


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_number_written_out_is_a_number(value: Decimal) -> None:
    assert "number" not in {fault.code for fault in faults(["BilledCost"], [[format(value, "f")]])}


@given(st.integers(1000), st.sampled_from(["{:,}", "+{}", "${}", "{} USD", "{}.", "{}%"]))
def test_a_number_made_up_for_people_is_not(value: int, form: str) -> None:
    assert "number" in {fault.code for fault in faults(["BilledCost"], [[form.format(value)]])}


def example(name: str) -> Data:
    """An example of the specification; some write the word null."""
    path = EXAMPLES / f"{name}.csv"
    if not path.exists():
        pytest.skip("the examples of the specification are not beside the repository")
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = (row for row in csv.reader(file) if row)
    return Data(tuple(head), tuple(tuple(None if cell in ("", "null") else cell for cell in row) for row in rows))


def found_in(data: Data) -> set[tuple[str, str, tuple[int, ...]]]:
    """What is wrong besides columns that the example leaves out."""
    return {(f.code, f.column, f.rows) for f in data.faults() if f.code != "column-missing"}


def test_the_example_of_three_quarters_used_adds_up() -> None:
    """$1.00 an hour for a year: half paid at once, half by the hour; an hour in which three quarters are used."""
    bought, use = (example(f"spec12_commitment_discount_{what}_scenario_3") for what in ("purchase", "usage"))
    upfront = bought.sum("BilledCost", ChargeFrequency="One-Time")
    (hourly,) = {Decimal(row["BilledCost"] or 0) for row in bought if row["ChargeFrequency"] == "Recurring"}
    used = use.sum("EffectiveCost", CommitmentDiscountStatus="Used")
    unused = use.sum("EffectiveCost", CommitmentDiscountStatus="Unused")
    assert upfront == 4380
    assert upfront / (365 * 24) + hourly == used + unused == 1
    assert used / (used + unused) == Decimal("0.75")
    assert found_in(use) == set()
    assert found_in(bought) == {("time", "ChargePeriodEnd", (4,))}, "the example has a thirtieth hour"


def test_the_example_of_nothing_used_adds_up_and_names_the_wrong_resource() -> None:
    data = example("spec12_zero_percent_utilization_without_commitment_discount_flexibility")
    assert data.sum("EffectiveCost", CommitmentDiscountStatus="Unused") == Decimal("1.50")
    assert data.sum("BilledCost", ChargeCategory="Purchase") == Decimal("1.50")
    assert found_in(data) == {
        ("unused-row", "ResourceId", (2,)),
        ("condition", "ConsumedQuantity", (2,)),
        ("column-unknown", "SkuPriceid", ()),
        ("column-order", "x_CommitmentDiscountUnitPrice", ()),
    }


def test_the_example_of_a_spend_agreement_adds_up_to_the_contract() -> None:
    data = example("spec12_saas_spend_agreements_a2")
    assert data.sum("BilledCost") == data.sum("EffectiveCost") == 1200
    assert {code for code, _, _ in found_in(data)} == {"time", "value", "subcategory", "condition"}
    assert ("value", "ServiceCategory", tuple(range(1, 14))) in found_in(data), '"Database" is not a category'


def test_the_example_of_a_virtual_currency_adds_up() -> None:
    data = example("spec12_virtual_currency_pricing_model_a2")
    assert (data.sum("BilledCost"), data.sum("EffectiveCost")) == (0, 1230)
    assert data.sum("PricingCurrencyEffectiveCost") == 615
    assert {code for code, _, _ in found_in(data)} == {"time"}


def test_the_table_of_columns_is_that_of_the_specification() -> None:
    path = EXAMPLES / "focus_1_2_columns.csv"
    if not path.exists():
        pytest.skip("the table of the specification is not beside the repository")
    rows: Sequence[Row] = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    assert columns_of("1.2") == tuple(row["Column"] for row in rows)
    assert len(rows) == 57
