"""The export reader: real and made files, each doubt, each refusal, and sums that agree with the rows."""

import csv
import gzip
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessonbuild.auditing.export import read_export
from lessonbuild.model.spending import Costs, Doubt, Export
from lessonbuild.problems import Problem, SourceError

duckdb = pytest.importorskip("duckdb", reason="the extra `audit` is not installed")

SHARED = Path(__file__).parents[3] / "shared" / "data" / "focus"
OFFICIAL = SHARED / "focus_1_0_sample_official_1000.csv"
COSTS = {"listed": "ListCost", "contracted": "ContractedCost", "billed": "BilledCost", "effective": "EffectiveCost"}
needs_samples = pytest.mark.skipif(not OFFICIAL.is_file(), reason=f"the samples of FOCUS are not in {SHARED}")

Row = dict[str, str]
ROW: Row = {
    "BilledCost": "1.5", "BillingAccountId": "a1", "BillingAccountName": "Acme", "BillingCurrency": "USD",
    "BillingPeriodEnd": "2025-09-01T00:00:00Z", "BillingPeriodStart": "2025-08-01T00:00:00Z",
    "ChargeCategory": "Usage", "ChargeClass": "", "ChargeDescription": "hours",
    "ChargePeriodEnd": "2025-08-02T00:00:00Z", "ChargePeriodStart": "2025-08-01T00:00:00Z",
    "ContractedCost": "1.5", "EffectiveCost": "1.5", "InvoiceIssuerName": "AWS", "ListCost": "2",
    "PricingQuantity": "2", "PricingUnit": "Hours", "ProviderName": "AWS", "PublisherName": "AWS",
    "ServiceCategory": "Compute", "ServiceName": "EC2", "PricingCategory": "Standard", "ListUnitPrice": "1",
    "SkuId": "S", "SkuPriceId": "S.1", "SubAccountId": "s1", "SubAccountName": "Shop", "ResourceId": "i-1",
    "CommitmentDiscountId": "", "CommitmentDiscountStatus": "", "ChargeFrequency": "Usage-Based", "Tags": "",
}  # fmt: skip


def row(**changes: str) -> Row:
    return ROW | changes


def tagged(**tags: str) -> Row:
    return row(Tags=json.dumps(tags))


def write(path: Path, rows: Iterable[Mapping[str, str]], head: Iterable[str] = ROW) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(head), extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


Made = Callable[..., Path]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return lambda *rows, name="rows.csv", head=ROW: write(tmp_path / name, rows, head)


def refused(path: Path, owner: str | None = None) -> tuple[Problem, ...]:
    with pytest.raises(SourceError) as caught:
        read_export(path, owner)
    assert all(problem.hint for problem in caught.value.problems)
    return caught.value.problems


def found(export: Export, code: str) -> list[Doubt]:
    return [doubt for doubt in export.doubts if doubt.code == code]


def total(export: Export, cost: str) -> Decimal:
    return sum((getattr(spend.costs, cost) for spend in export.spend), Decimal(0))


def plain(rows: Iterable[Mapping[str, str]], column: str) -> Decimal:
    return sum((Decimal(r[column]) for r in rows if r[column] not in ("", "NULL")), Decimal(0))


# ---- real files


@pytest.fixture(scope="module")
def official() -> Export:
    if not OFFICIAL.is_file():
        pytest.skip(f"the samples of FOCUS are not in {SHARED}")
    return read_export(OFFICIAL)


def test_the_official_sample_is_read_whole(official: Export) -> None:
    assert (official.version, official.currency, official.rows) == ("1.0", "USD", 1000)
    assert official.owner_key == "business_unit"
    assert len(official.resources) == 25


@pytest.mark.parametrize(("cost", "rounded"), [
    ("billed", "20.5202"), ("effective", "14.9765"), ("listed", "20.3909"), ("contracted", "14.9763"),
])  # fmt: skip
def test_the_official_sample_reconciles_to_the_last_digit(official: Export, cost: str, rounded: str) -> None:
    with OFFICIAL.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert total(official, cost) == plain(rows, COSTS[cost])
    assert total(official, cost).quantize(Decimal("0.0001")) == Decimal(rounded)


def test_the_official_sample_raises_the_doubts_that_were_measured(official: Export) -> None:
    assert {d.column: d.rows for d in found(official, "value-case")} == {"ChargeFrequency": 7}
    assert [d.rows for d in found(official, "list-not-quantity")] == [31]
    assert {(d.shown, d.repaired): d.rows for d in found(official, "tag-key-drift")} == {
        ("env", "environment"): 42,
        (" org", "org"): 23,
        ("Cost department", "CostCenter"): 4,
    }
    assert next(key for key in official.tags if key.key == "environment").rows == 660 + 42
    assert [d.rows for d in found(official, "time-not-iso")] == [1000] * 4
    assert [d.column for d in found(official, "column-undeclared")] == ["Id"]
    assert [d.rows for d in found(official, "effective-rounded")] == [617]
    assert not found(official, "column-missing")


def padded(name: str, tmp_path: Path) -> Path:
    """A sample of the specification with the columns that it leaves out."""
    if not (SHARED / name).is_file():
        pytest.skip(f"the samples of FOCUS are not in {SHARED}")
    with (SHARED / name).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    extra = {"ServiceName": "S", "ContractedCost": "0", "BillingCurrency": "USD"}
    rows = [extra | {"ListCost": r["EffectiveCost"]} | r for r in rows]
    return write(tmp_path / name, rows, rows[0])


def test_a_bought_commitment_of_the_specification(tmp_path: Path) -> None:
    export = read_export(padded("spec12_commitment_discount_purchase_scenario_3.csv", tmp_path))
    (commitment,) = export.commitments
    assert (commitment.purchased, commitment.used) == (Decimal("4381.5"), 0)
    assert commitment.first == date(2023, 1, 1)
    (left_out,) = [d for d in found(export, "time-not-iso") if not d.repaired]
    assert (left_out.column, left_out.examples) == ("ChargePeriodEnd", (4,))
    assert left_out.shown == "2023-02-01T30:00:00Z"


def test_a_used_commitment_of_the_specification(tmp_path: Path) -> None:
    (commitment,) = read_export(padded("spec12_commitment_discount_usage_scenario_3.csv", tmp_path)).commitments
    assert (commitment.used, commitment.unused, commitment.covered) == (
        Decimal("0.75"),
        Decimal("0.25"),
        Decimal("0.75"),
    )


def test_an_unused_commitment_of_the_specification(tmp_path: Path) -> None:
    name = "spec12_zero_percent_utilization_without_commitment_discount_flexibility.csv"
    export = read_export(padded(name, tmp_path))
    (commitment,) = export.commitments
    assert (commitment.purchased, commitment.used, commitment.unused) == (Decimal("1.5"), 0, Decimal("1.5"))
    assert export.rows == 3  # blank lines are none


@needs_samples
def test_times_that_nobody_can_read_are_refused() -> None:
    (problem,) = refused(SHARED / "spec12_saas_spend_agreements_a2.csv")
    assert problem.code == "no-times"
    assert "4/1/25" in problem.message


@needs_samples
def test_a_file_without_the_provider_is_of_version_1_4() -> None:
    export = read_export(SHARED / "spec15draft_ai_model_identity_a.csv")
    assert export.version == "1.4"
    assert [usage.unit for usage in export.usage] == ["1000000 Tokens"] * 2


# ---- formats


def as_parquet(source: Path, goal: Path, columns: str = "*") -> Path:
    query = f"COPY (SELECT {columns} FROM read_csv(?, all_varchar = true, nullstr = '')) TO '{goal}' (FORMAT parquet)"
    duckdb.connect().execute(query, [str(source)])
    return goal


VARIED = (
    tagged(team="a", env="prod"),
    row(BilledCost="0.000000000001", Tags='{"team": "b"}', ChargePeriodStart="2025-08-01T05:00:00.000Z"),
    row(ServiceName='Quoted "name",\nwith a break', ListCost="1.5E-3", ListUnitPrice="NULL"),
    row(ChargeCategory="Tax", SkuId="", SkuPriceId="null", Tags="NULL"),
)


def same(one: Export, other: Export) -> None:
    fields = ("version", "currency", "rows", "owner_key", "spend", "usage", "commitments", "resources", "tags")
    for field in fields:
        assert getattr(one, field) == getattr(other, field), field


def test_packed_text_and_parquet_give_the_same(made: Made, tmp_path: Path) -> None:
    path = made(*VARIED)
    packed = tmp_path / "packed.csv"  # what it is shows in its first bytes, not in its name
    packed.write_bytes(gzip.compress(path.read_bytes()))
    export = read_export(path)
    assert any("\nwith" in spend.service for spend in export.spend)
    for other in (packed, as_parquet(path, tmp_path / "rows.parquet")):
        same(export, read_export(other))
        assert read_export(other).doubts == export.doubts


TYPED = """* REPLACE (BilledCost::DOUBLE AS BilledCost, EffectiveCost::DECIMAL(18, 6) AS EffectiveCost,
    ChargePeriodStart::TIMESTAMP AS ChargePeriodStart, ChargePeriodEnd::TIMESTAMPTZ AS ChargePeriodEnd, {} AS Tags)"""


@pytest.mark.parametrize("tags", [
    "Tags::JSON::MAP(VARCHAR, VARCHAR)", """from_json(Tags, '{"team": "VARCHAR", "env": "VARCHAR"}')""", "Tags::JSON",
    "map_entries(Tags::JSON::MAP(VARCHAR, VARCHAR))",
])  # fmt: skip
def test_typed_parquet_gives_the_same_as_text(made: Made, tmp_path: Path, tags: str) -> None:
    path = made(tagged(team="a", env="prod"), row(Tags='{"team": "b"}', BilledCost="0.1"), row(BilledCost="1E-9"))
    same(read_export(path), read_export(as_parquet(path, tmp_path / "typed.parquet", TYPED.replace("{}", tags))))


@pytest.mark.parametrize("sign", [";", "\t"])
def test_other_delimiters_are_seen(tmp_path: Path, sign: str) -> None:
    lines = [sign.join(ROW), sign.join(ROW.values())]
    (tmp_path / "rows.csv").write_bytes("\ufeff".encode() + "\r\n".join(lines).encode())
    assert total(read_export(tmp_path / "rows.csv"), "billed") == Decimal("1.5")


@pytest.mark.parametrize(
    "name", ["a*.csv", "[c].csv", "b'; DROP TABLE x;--.csv", 'q".csv', "{1,2}?.csv", "k=v.csv", "-x.csv"]
)
def test_a_name_is_only_a_name(made: Made, tmp_path: Path, name: str) -> None:
    made(row(BilledCost="100"), name="ab.csv")
    made(row(BilledCost="100"), name="c.csv")
    (tmp_path / "y[1]=2").mkdir()
    assert total(read_export(made(row(), name=name)), "billed") == Decimal("1.5")
    assert total(read_export(made(row(), name=f"y[1]=2/{name}")), "billed") == Decimal("1.5")


def test_a_link_is_followed(made: Made, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.csv"
    link.symlink_to(made(row()))
    assert read_export(link).name == "link"


def test_values_are_never_sql(made: Made) -> None:
    evil = "x'); DROP VIEW given; --"
    export = read_export(made(
        row(BillingCurrency=evil, ServiceName=evil, ChargeCategory=evil, Tags=json.dumps({evil: evil})) | {evil: "1"},
        row(BillingCurrency="", Tags=json.dumps({evil.upper(): evil})) | {evil: ""}, head=[*ROW, evil],
    ), evil)  # fmt: skip
    assert {spend.owner for spend in export.spend} == {evil}
    assert [d.column for d in found(export, "column-undeclared")] == [evil]


# ---- doubts


def only(export: Export, code: str, column: str) -> Doubt:
    (doubt,) = [doubt for doubt in found(export, code) if doubt.column == column]
    return doubt


def test_a_clean_export_raises_no_doubt(made: Made) -> None:
    export = read_export(made(tagged(team="a"), tagged(team="b")))
    assert export.doubts == ()
    (cell,) = [spend for spend in export.spend if spend.owner == "a"]
    assert cell.costs == Costs(Decimal(2), Decimal("1.5"), Decimal("1.5"), Decimal("1.5"))


def test_two_ways_to_say_nothing(made: Made) -> None:
    doubt = only(read_export(made(row(), row(ChargeClass="NULL"), row())), "null-mixed", "ChargeClass")
    assert doubt == Doubt("null-mixed", "ChargeClass", 1, (2,), "NULL", "null")


@pytest.mark.parametrize(("written", "read"), [
    ("2025-08-01 07:00:00", "2025-08-01T07:00:00Z"), ("2025-08-01", "2025-08-01T00:00:00Z"),
    ("2025-08-01T01:00:00+02:00", "2025-07-31T23:00:00Z"), ("2025-08-01T07:00:00", "2025-08-01T07:00:00Z"),
])  # fmt: skip
def test_a_time_in_another_form(made: Made, written: str, read: str) -> None:
    export = read_export(made(row(ChargePeriodStart=written)))
    doubt = only(export, "time-not-iso", "ChargePeriodStart")
    assert (doubt.shown, doubt.repaired, doubt.examples) == (written, read, (1,))
    assert export.spend[0].day.isoformat() == read[:10]


@pytest.mark.parametrize("written", ["2025-08-01T30:00:00Z", "5/1/25", "", "2025-02-30T00:00:00Z", "infinity"])
def test_a_row_of_no_day_is_left_out(made: Made, written: str) -> None:
    export = read_export(made(row(), row(ChargePeriodStart=written, BilledCost="100")))
    assert total(export, "billed") == Decimal("1.5")
    assert only(export, "time-not-iso", "ChargePeriodStart") == Doubt(
        "time-not-iso", "ChargePeriodStart", 1, (2,), written, ""
    )


def test_a_fraction_of_a_second_is_iso(made: Made) -> None:
    assert not read_export(made(row(ChargePeriodStart="2025-08-01T00:00:00.000Z"))).doubts


def test_values_in_another_case(made: Made) -> None:
    export = read_export(made(row(ChargeCategory=" usage", ChargeFrequency="Usage-based"), row()))
    assert only(export, "value-case", "ChargeCategory").repaired == "Usage"
    assert only(export, "value-case", "ChargeFrequency").shown == "Usage-based"
    assert {spend.charge for spend in export.spend} == {"Usage"}


def test_values_that_are_not_allowed(made: Made) -> None:
    export = read_export(made(row(), row(ServiceCategory="Database")))
    assert only(export, "unknown-value", "ServiceCategory") == Doubt(
        "unknown-value", "ServiceCategory", 1, (2,), "Database", ""
    )


def test_values_that_are_not_there(made: Made) -> None:
    export = read_export(made(row(ServiceName="NULL", ServiceCategory="")))
    assert only(export, "value-missing", "ServiceName").rows == 1
    assert (export.spend[0].service, export.spend[0].category) == ("Other", "Other")


def test_columns_that_nobody_declared(made: Made) -> None:
    export = read_export(made(row(Id="7", x_Mine="8"), head=[*ROW, "Id", "x_Mine"]))
    (doubt,) = found(export, "column-undeclared")
    assert (doubt.column, doubt.shown) == ("Id", "7")


def test_columns_that_an_audit_can_do_without(made: Made) -> None:
    head = [name for name in ROW if name not in ("BillingAccountName", "Tags", "BillingCurrency")]
    export = read_export(made(row(), head=head))
    assert [d.column for d in found(export, "column-missing")] == ["BillingAccountName"]
    assert (export.currency, export.owner_key, export.spend[0].owner) == ("XXX", None, "Shop")
    assert only(export, "currency-missing", "BillingCurrency").repaired == "XXX"


def test_keys_that_drift(made: Made) -> None:
    export = read_export(made(
        tagged(Team="a", env="prod"), tagged(Team="a", environment="prod"), tagged(Team="a", environment="prod"),
        tagged(**{" team": "b", "Cost-Center": "1"}), tagged(cost_center="1", costcentre="2"),
    ))  # fmt: skip
    merged = {doubt.shown: doubt.repaired for doubt in found(export, "tag-key-drift")}
    assert merged == {"env": "environment", " team": "Team", "cost_center": "Cost-Center", "costcentre": "Cost-Center"}
    assert {key.key: key.rows for key in export.tags} == {"Team": 4, "environment": 3, "Cost-Center": 2}
    assert {(spend.owner, spend.environment) for spend in export.spend} == {("a", "prod"), ("b", None), (None, None)}


@pytest.mark.parametrize("tags", ["team=a", '["team"]', '{"team": ', "7"])
def test_tags_that_are_none(made: Made, tags: str) -> None:
    doubt = only(read_export(made(tagged(team="a"), row(Tags=tags))), "tags-not-json", "Tags")
    assert (doubt.rows, doubt.examples, doubt.shown) == (1, (2,), tags)


@pytest.mark.parametrize("cost", ["1,234.5", "$5", "NaN", "", "NULL", "1e40"])
def test_a_cost_that_is_no_number(made: Made, cost: str) -> None:
    export = read_export(made(row(), row(BilledCost=cost)))
    assert only(export, "cost-not-number", "BilledCost") == Doubt("cost-not-number", "BilledCost", 1, (2,), cost, "")
    assert total(export, "billed") == Decimal("1.5")


def test_a_list_cost_that_is_not_price_times_quantity(made: Made) -> None:
    export = read_export(made(row(ListCost="2.001"), row(ListCost="3"), row(ListCost="3", ChargeClass="Correction")))
    doubt = only(export, "list-not-quantity", "ListCost")
    assert (doubt.examples, doubt.shown) == ((2,), "1 x 2 is not 3")


def test_effective_costs_without_decimals(made: Made) -> None:
    export = read_export(made(row(EffectiveCost="2"), row(EffectiveCost="2.00"), row()))
    assert only(export, "effective-rounded", "EffectiveCost").examples == (1, 2)
    assert not found(read_export(made(row(EffectiveCost="2"), row(), row())), "effective-rounded")


def test_rows_without_a_currency(made: Made) -> None:
    doubt = only(read_export(made(row(), row(BillingCurrency=""))), "currency-missing", "BillingCurrency")
    assert (doubt.examples, doubt.repaired) == ((2,), "USD")


def on(day: str, until: str) -> Row:
    return row(ChargePeriodStart=f"{day}T00:00:00Z", ChargePeriodEnd=f"{until}T00:00:00Z")


def test_days_without_rows(made: Made) -> None:
    export = read_export(made(on("2025-08-01", "2025-08-02"), on("2025-08-05", "2025-08-06")))
    assert found(export, "period-missing") == [Doubt("period-missing", "ChargePeriodStart", 3, (), "2025-08-02", "")]


def test_a_row_covers_all_days_of_its_period(made: Made) -> None:
    assert not read_export(made(on("2025-08-01", "2025-09-01"), on("2025-09-01", "2025-10-01"))).doubts


# ---- sums


def test_the_dearest_resources_by_day(made: Made) -> None:
    later = on("2025-08-03", "2025-08-04")
    export = read_export(made(row(), later | {"EffectiveCost": "5"}, row(ResourceId="i-2", EffectiveCost="6")))
    first, second = export.resources
    assert (first.id, first.effective, first.daily) == ("i-1", Decimal("6.5"), (Decimal("1.5"), 0, 5))
    assert (second.id, second.last - second.first) == ("i-2", timedelta(0))


def test_use_by_month_and_price(made: Made) -> None:
    export = read_export(made(row(), row(), row(SkuPriceId=""), row(ChargeCategory="Tax")))
    assert [(u.month, u.price, u.quantity) for u in export.usage] == [("2025-08", "S", 2), ("2025-08", "S.1", 4)]


def test_the_wanted_tag_names_the_owners(made: Made) -> None:
    path = made(tagged(team="a", Stage_Manager="x"), tagged(team="b"))
    assert read_export(path).owner_key == "team"
    export = read_export(path, "stage-manager")
    assert export.owner_key == "Stage_Manager"
    assert {spend.owner for spend in export.spend} == {"x", None}


money = st.decimals(-1000, 1000, places=9).map(str)
made_rows = st.builds(
    lambda day, service, charge, team, billed, effective: row(
        ChargePeriodStart=f"2025-08-{day:02}T00:00:00Z", ServiceName=service, ChargeCategory=charge,
        Tags=json.dumps({"team": team}) if team else "", BilledCost=billed, EffectiveCost=effective,
    ),
    st.integers(1, 31), st.sampled_from("ABC"), st.sampled_from(["Usage", "usage", "Purchase", "Tax", "?"]),
    st.sampled_from(["", "x", "y"]), st.one_of(money, st.sampled_from(["", "NULL", "1E-9"])), money,
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(made_rows, min_size=1, max_size=30))
def test_sums_agree_with_the_rows(tmp_path: Path, rows: list[Row]) -> None:
    export = read_export(write(tmp_path / "rows.csv", rows))
    assert export.rows == len(rows)
    for cost, column in COSTS.items():
        assert total(export, cost) == plain(rows, column)
    for service in "ABC":
        own = [spend.costs.effective for spend in export.spend if spend.service == service]
        assert sum(own, Decimal(0)) == plain((r for r in rows if r["ServiceName"] == service), "EffectiveCost")


# ---- refusals


def test_all_missing_columns_are_named_at_once(made: Made) -> None:
    renamed = {"BilledCost": "Billed_Cost", "ListCost": "PublicPrice"}
    problems = refused(
        made({renamed.get(name, name): value for name, value in ROW.items()}, head=[renamed.get(n, n) for n in ROW])
    )
    assert {problem.message for problem in problems} == {
        'the column "BilledCost" is missing', 'the column "ListCost" is missing',
    }  # fmt: skip
    assert 'did you mean "Billed_Cost"?' in {problem.hint for problem in problems}


def test_several_currencies_are_not_added_up(made: Made) -> None:
    (problem,) = refused(made(row(), row(), row(BillingCurrency="EUR")))
    assert problem.code == "several-currencies"
    assert "EUR (1 rows), USD (2 rows)" in problem.message


def test_a_wrong_owner_tag_is_refused_with_what_was_meant(made: Made) -> None:
    (problem,) = refused(made(tagged(business_unit="a")), "busines_unit")
    assert (problem.code, problem.hint) == ("no-such-tag", 'did you mean "business_unit"?')


def test_exports_joined_with_their_heads_are_refused(made: Made) -> None:
    (problem,) = refused(made(row(), {name: name for name in ROW}, row()))
    assert (problem.code, problem.message) == ("several-datasets", "row 2 is the head of another export")


def test_another_data_set_of_focus_is_refused(made: Made) -> None:
    (problem,) = refused(made({"ContractCommitmentId": "c"}, head=["ContractId", "ContractCommitmentId"]))
    assert problem.code == "other-dataset"


def test_an_export_without_rows_is_refused(made: Made) -> None:
    assert refused(made())[0].code == "no-rows"


def test_a_column_that_stands_there_twice_is_refused(made: Made) -> None:
    assert refused(made(row(), head=[*ROW, "Tags"]))[0].code == "column-twice"


@pytest.mark.parametrize(("content", "code"), [
    (b"", "no-rows"), (b"PK\x03\x04....", "not-an-export"), (b"PAR1 and no more", "not-an-export"),
    (b"\x1f\x8b and no more", "not-an-export"), (b"just some words\n", "not-an-export"),
    (b"\x00\x01\x02\x03,\x04", "not-an-export"),
    ("Kosten,Größe\n".encode("latin-1"), "not-an-export"), ("BilledCost,Tags\n".encode("utf-16"), "not-an-export"),
])  # fmt: skip
def test_what_is_no_export_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "rows.csv").write_bytes(content)
    assert [problem.code for problem in refused(tmp_path / "rows.csv")] == [code]


@pytest.mark.parametrize(("broken", "words"), [
    (b"1,2,3\r\n", "as many cells"), (b'"never closed\r\n', "quotation"), (b"1,2,3\n", "end in different ways"),
    (b",".join([b"\xff"] * len(ROW)) + b"\r\n", "UTF-8"),
])  # fmt: skip
def test_a_broken_row_is_named(made: Made, broken: bytes, words: str) -> None:
    path = made(row(), row())
    path.write_bytes(path.read_bytes() + broken)
    (problem,) = refused(path)
    assert problem.code == "not-an-export"
    assert words in problem.message


def test_a_packed_file_that_breaks_off_is_refused(made: Made, tmp_path: Path) -> None:
    whole = gzip.compress(made(*(row(ResourceId=f"i-{i * 7919 % 10007}") for i in range(20_000))).read_bytes())
    (tmp_path / "half.csv.gz").write_bytes(whole[: len(whole) // 2])
    assert refused(tmp_path / "half.csv.gz")[0].code == "not-an-export"


def test_no_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.csv")[0].code == "no-such-file"
    assert refused(tmp_path)[0].code == "several-datasets"
