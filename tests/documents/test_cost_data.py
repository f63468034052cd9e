"""Cost data and what goes with them: complete, in order, without the answer, read by our own audit without a doubt."""

import csv
from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from json import loads
from pathlib import Path
from typing import Any

import pytest

from lessonbuild.build import settled
from lessonbuild.costs.ledgers import Simulation
from lessonbuild.documents.budget import budget
from lessonbuild.documents.commitments import commitments
from lessonbuild.documents.cost_data import LEARNER_COLUMNS, cost_data, cost_data_learner
from lessonbuild.documents.experiments import experiments
from lessonbuild.documents.usage import usage
from lessonbuild.model.focus import columns_of
from lessonbuild.model.ledger import Charge, Ledger
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.scenario import Scenario
from lessonbuild.model.workbook import Cell, Workbook
from lessonbuild.reading import read_lesson

ROOT = Path(__file__).parents[2]
FILES: tuple[Callable[[Lesson], tuple[Workbook, ...]], ...] = (
    cost_data, cost_data_learner, usage, budget, experiments, commitments,
)  # fmt: skip


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return settled(ROOT / "content" / "finops-for-ai.yaml")


@pytest.fixture(scope="module")
def scenario(lesson: Lesson) -> Scenario:
    return lesson.scenarios["halden"]


@pytest.fixture(scope="module")
def ledger(lesson: Lesson) -> Ledger:
    return lesson.ledgers["halden"]


def rows(books: tuple[Workbook, ...]) -> list[dict[str, Any]]:
    (book,) = books
    (sheet,) = book.sheets
    return [dict(zip((column.head for column in sheet.columns), row, strict=True)) for row in sheet.rows]


def heads(books: tuple[Workbook, ...]) -> tuple[str, ...]:
    return tuple(column.head for column in books[0].sheets[0].columns)


def written(cell: Cell) -> str:
    return format(cell, "f") if isinstance(cell, Decimal) else "" if cell is None else str(cell)


def as_csv(books: tuple[Workbook, ...], folder: Path) -> Path:
    path = folder / f"{books[0].name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads(books))
        writer.writerows([[written(cell) for cell in row] for row in books[0].sheets[0].rows])
    return path


def test_there_is_a_file_of_each(lesson: Lesson) -> None:
    names = [book.name for make in FILES for book in make(lesson)]
    assert names == ["cost-data", "cost-data-learner", "usage", "budget", "experiments", "commitments"]


def test_the_full_file_has_the_columns_of_the_specification_and_then_our_own(lesson: Lesson) -> None:
    found = heads(cost_data(lesson))
    assert found[:57] == columns_of("1.2")
    assert found[57:] == ("x_CostLine",)


def test_the_learners_file_has_fourteen_columns(lesson: Lesson) -> None:
    found = heads(cost_data_learner(lesson))
    assert found == LEARNER_COLUMNS
    assert len(found) == 14


def test_the_same_lesson_gives_the_same_files(lesson: Lesson) -> None:
    assert [make(lesson) for make in FILES] == [make(lesson) for make in FILES]


def test_a_lesson_without_a_simulated_project_has_none_of_them() -> None:
    sourdough = settled(ROOT / "tests" / "samples" / "sourdough.yaml")
    unsettled = read_lesson(ROOT / "content" / "finops-for-ai.yaml")
    assert [make(each) for each in (sourdough, unsettled) for make in FILES] == [()] * 12


def test_a_register_without_entries_is_no_file(lesson: Lesson, scenario: Scenario, ledger: Ledger) -> None:
    bare = scenario.model_copy(update={"experiments": {}})
    bare_lesson = lesson.model_copy(update={"scenarios": {"halden": bare}}).with_ledgers({"halden": ledger})
    assert experiments(bare_lesson) == ()


def test_rows_stand_in_the_order_of_days(lesson: Lesson) -> None:
    full = [row for row in rows(cost_data(lesson)) if not row["ChargeClass"]]
    days = [(row["BillingPeriodStart"], row["ChargePeriodStart"]) for row in full]
    assert days == sorted(days)
    for make in (cost_data_learner, usage):
        column = "BillingPeriodStart" if make is cost_data_learner else "date"
        found = [row[column] for row in rows(make(lesson))]
        assert found == sorted(found)


def test_each_charge_is_a_row_and_its_amounts_are_exact(lesson: Lesson, ledger: Ledger) -> None:
    found = rows(cost_data(lesson))
    assert [(row["BilledCost"], row["EffectiveCost"]) for row in found] == [
        (charge.billed, charge.effective) for charge in ledger.charges
    ]
    assert not [row for row in found for cell in row.values() if isinstance(cell, Decimal) and "E" in str(cell)]


def test_learners_are_told_no_event(lesson: Lesson, scenario: Scenario) -> None:
    """What stands in the register of experiments is theirs to read; everything else about an event is the answer."""
    tried = {experiment.name for experiment in scenario.experiments.values()}
    secret = {event.name.lower() for event in scenario.events.values() if event.name not in tried}
    secret |= {"idle", "runaway", "oversized", "ungated", "left on", "forgotten"}
    for make in FILES:
        said = {str(cell).lower() for row in rows(make(lesson)) for cell in row.values()}
        assert not [(cell, word) for cell in said for word in secret if word in cell]


def test_learners_see_one_row_where_an_event_added_another(lesson: Lesson, ledger: Ledger) -> None:
    found = rows(cost_data_learner(lesson))
    names = ("BillingPeriodStart", "ChargePeriodStart", "x_CostLine", "SkuMeter", "ChargeCategory")
    keys = Counter((*(row[name] for name in names), row["BilledCost"] == 0) for row in found)
    assert max(keys.values()) == 1
    assert len(ledger.charges) > len(found)
    for cost in ("BilledCost", "EffectiveCost"):
        assert sum(row[cost] for row in found) == sum(row[cost] for row in rows(cost_data(lesson)))


def test_the_learners_months_are_those_of_the_lesson(lesson: Lesson, ledger: Ledger) -> None:
    by_month: Counter[str] = Counter()
    for row in rows(cost_data_learner(lesson)):
        by_month[row["BillingPeriodStart"].isoformat()[:7]] += row["EffectiveCost"]
    for charge in ledger.charges:
        by_month[charge.day.isoformat()[:7]] -= charge.effective
    assert set(by_month.values()) == {0}


def test_the_team_is_named_where_there_are_tags(lesson: Lesson, ledger: Ledger) -> None:
    full, tagged = rows(cost_data(lesson)), [charge.tagged for charge in ledger.charges]
    assert [row["Tags"] is not None for row in full] == tagged
    teams = {loads(row["Tags"])["team"] for row in full if row["Tags"]}
    assert {row["x_Team"] for row in rows(cost_data_learner(lesson))} == {*teams, None}


def one(lesson: Lesson, ledger: Ledger, test: Callable[[Charge], bool]) -> dict[str, Any]:
    """The row of the first charge that passes."""
    number = next(i for i, charge in enumerate(ledger.charges) if test(charge))
    return rows(cost_data(lesson))[number]


def test_a_correction_stands_on_the_invoice_of_its_month_and_belongs_to_the_one_before(
    lesson: Lesson, ledger: Ledger
) -> None:
    row = one(lesson, ledger, lambda charge: charge.corrects is not None)
    assert (row["ChargePeriodStart"], row["ChargePeriodEnd"]) == ("2025-02-01T00:00:00Z", "2025-03-01T00:00:00Z")
    assert (row["BillingPeriodStart"], row["InvoiceId"]) == ("2025-03-01T00:00:00Z", "corvane-2025-03")
    assert (row["ChargeClass"], row["ChargeCategory"]) == ("Correction", "Usage")
    assert "billed by mistake" in row["ChargeDescription"]
    assert row["PricingQuantity"] is None


def test_two_corrections_of_a_month_keep_their_own_words_and_are_one_row_for_learners(
    lesson: Lesson, scenario: Scenario
) -> None:
    (fix,) = scenario.corrections
    more = [fix, fix.model_copy(update={"amount": Decimal("-3.60"), "what": "Traffic counted *twice*"})]
    other = scenario.model_copy(update={"corrections": more})
    changed = lesson.model_copy(update={"scenarios": {"halden": other}})
    changed = changed.with_ledgers({"halden": Simulation(other).ledger()})
    full = [row["ChargeDescription"] for row in rows(cost_data(changed)) if row["ChargeClass"]]
    assert full == [fix.what, "Traffic counted twice"]
    learners = [row for row in rows(cost_data_learner(changed)) if row["EffectiveCost"] == -90]
    assert [row["x_CostLine"] for row in learners] == ["Network"]


def test_what_is_paid_by_the_month_is_charged_for_the_month(lesson: Lesson, ledger: Ledger) -> None:
    row = one(lesson, ledger, lambda charge: charge.line == "seats" and charge.day.month == 12)
    assert (row["ChargePeriodStart"], row["ChargePeriodEnd"]) == ("2025-12-01T00:00:00Z", "2026-01-01T00:00:00Z")
    assert (row["ChargeFrequency"], row["ConsumedQuantity"]) == ("Recurring", None)


def test_tokens_are_priced_by_the_million_and_consumed_one_by_one(lesson: Lesson, ledger: Ledger) -> None:
    row = one(lesson, ledger, lambda charge: charge.price == "grand-input")
    assert (row["PricingUnit"], row["ConsumedUnit"]) == ("1000000 Tokens", "Tokens")
    assert row["ConsumedQuantity"] == row["PricingQuantity"] * 1000000


def test_spot_is_dynamic_and_what_a_plan_covers_is_committed(lesson: Lesson, ledger: Ledger) -> None:
    spot = one(lesson, ledger, lambda charge: charge.price == "ga8-spot")
    covered = one(lesson, ledger, lambda charge: bool(charge.covered) and charge.line != "plan")
    assert (spot["PricingCategory"], covered["PricingCategory"]) == ("Dynamic", "Committed")
    assert covered["BilledCost"] == 0 < covered["EffectiveCost"] == covered["CommitmentDiscountQuantity"]
    assert covered["ListUnitPrice"] * covered["PricingQuantity"] == covered["ListCost"]


def test_a_resource_keeps_its_name_over_the_year(lesson: Lesson) -> None:
    named: dict[str, set[str]] = {}
    for row in rows(cost_data(lesson)):
        if row["ResourceId"]:
            named.setdefault(row["ResourceName"], set()).add(row["ResourceId"])
    assert {len(ids) for ids in named.values()} == {1}
    assert "lens-training-ga8" in named


def test_a_price_says_its_sku_its_model_and_whose_it_is(lesson: Lesson, scenario: Scenario, ledger: Ledger) -> None:
    prices = dict(scenario.prices)
    prices["ga8-spot"] = prices["ga8-spot"].model_copy(update={"sku": "ga8"})
    prices["grand-cached"] = prices["grand-cached"].model_copy(update={"model": "grand", "tokens": "cached-input"})
    lines = {name: line.model_copy(update={"owner": "mira"}) for name, line in scenario.lines.items()}
    told = scenario.model_copy(update={"prices": prices, "lines": lines})
    other = lesson.model_copy(update={"scenarios": {"halden": told}}).with_ledgers({"halden": ledger})

    demand, spot = (one(other, ledger, lambda charge, name=name: charge.price == name) for name in ("ga8", "ga8-spot"))
    assert demand["SkuId"] == spot["SkuId"]
    assert demand["SkuMeter"] == spot["SkuMeter"]
    assert demand["SkuPriceId"] != spot["SkuPriceId"]
    assert loads(spot["SkuPriceDetails"]) == {"GpuCount": 8, "InstanceType": "ga8"}

    cached = one(other, ledger, lambda charge: charge.price == "grand-cached" and charge.tagged)
    assert loads(cached["SkuPriceDetails"]) == {
        "x_ModelId": "grand",
        "x_TokenDirection": "Input",
        "x_TokenCacheAction": "Read",
    }
    assert loads(cached["Tags"])["owner"] == "mira"


def test_usage_holds_what_was_counted_and_what_machines_did(lesson: Lesson, ledger: Ledger) -> None:
    found = rows(usage(lesson))
    counted = sum(row["value"] for row in found if row["metric"] == "conversations")
    assert counted == sum(ledger.drivers["conversations"])
    on = [row for row in found if row["scope"] == "lens-training-ga8" and row["date"] == date(2025, 5, 1)]
    assert [(row["metric"], row["value"], row["unit"]) for row in on] == [
        ("hours", Decimal(48), "Hours"),
        ("utilization", Decimal("0.02"), "share of hours"),
    ]
    assert {row["scope"] for row in found} - {None} <= {row["ResourceName"] for row in rows(cost_data(lesson))}


def test_several_meters_of_a_resource_are_one_row_in_usage(lesson: Lesson, scenario: Scenario, ledger: Ledger) -> None:
    first = next(machine for machine in ledger.machines)
    doubled = Ledger(ledger.days, ledger.charges, (first, *ledger.machines), ledger.drivers)
    found = rows(usage(lesson.with_ledgers({"halden": doubled})))
    before = rows(usage(lesson))
    assert len(found) == len(before)
    changed = [(a, b) for a, b in zip(before, found, strict=True) if a != b]
    assert [(b["metric"], b["value"]) for _, b in changed] == [("hours", 2 * first.hours)]


def test_registers_say_what_was_agreed(lesson: Lesson, scenario: Scenario) -> None:
    (plan,) = rows(commitments(lesson))
    assert (plan["hourly"], plan["discount"], plan["from"]) == (Decimal(30), Decimal("0.28"), date(2025, 6, 2))
    assert plan["covers"].split("; ")[1] == scenario.prices["ga4"].name
    trial = next(row for row in rows(experiments(lesson)) if row["team"] == "mlops-platform")
    assert (trial["cost-line"], trial["gate"], trial["to"]) == ("GPU, self-hosting trial", None, date(2025, 8, 29))
    assert sum(row["budget"] for row in rows(budget(lesson))) == 730000


def test_our_own_audit_reads_them_without_a_doubt(lesson: Lesson, ledger: Ledger, tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="the extra `audit` is not installed")
    from lessonbuild.auditing.audit import audit

    audited = audit(as_csv(cost_data(lesson), tmp_path), as_csv(budget(lesson), tmp_path))
    assert (audited.export.doubts, audited.problems) == ((), ())
    assert (audited.export.version, audited.export.rows) == ("1.2", len(ledger.charges))
    assert (audited.export.currency, audited.export.owner_key) == (lesson.currency, "team")
    spent = sum(part.costs.effective for part in audited.export.spend)
    assert spent == sum(charge.effective for charge in ledger.charges)
    (plan,) = audited.export.commitments
    assert plan.purchased == plan.used + plan.unused
