"""An audit from the file to the files: one truth in report and workbook, the same bytes, and clear refusals."""

import csv
import re
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document as Word
from openpyxl import load_workbook
from pypdf import PdfReader

pytest.importorskip("duckdb", reason="the extra `audit` is not installed")

from lessonbuild.auditing.audit import Audited, audit
from lessonbuild.cli import main

HEAD = [
    "BilledCost", "EffectiveCost", "ListCost", "ContractedCost", "ChargeCategory", "ChargePeriodStart",
    "ChargePeriodEnd", "BillingPeriodStart", "BillingPeriodEnd", "BillingAccountId", "BillingCurrency",
    "InvoiceIssuerName", "ProviderName", "PublisherName", "ServiceCategory", "ServiceName", "PricingCategory",
    "Tags",
]  # fmt: skip
FIRST, DAYS, SPIKE = date(2025, 1, 1), 90, 60  # the 60th day costs ten times as much
LOUD, QUIET = Decimal(100), Decimal(20)


def rows() -> list[dict[str, str]]:
    """Three months: a service with an owner and one day that stands out, and one without."""
    made = []
    for n in range(DAYS):
        day = FIRST + timedelta(n)
        for service, cost, tags in (
            ("Models", LOUD * (10 if n == SPIKE else 1), '{"team": "ai"}'),
            ("Logs", QUIET, ""),
        ):
            month = day.replace(day=1)
            after = (month + timedelta(32)).replace(day=1)
            costs = dict.fromkeys(HEAD[:4], str(cost))
            times = (day, day + timedelta(1), month, after)
            periods = dict(zip(HEAD[5:9], (f"{when}T00:00:00Z" for when in times), strict=True))
            made.append(
                costs
                | periods
                | {
                    "ChargeCategory": "Usage", "BillingAccountId": "a", "BillingCurrency": "USD",
                    "InvoiceIssuerName": "C", "ProviderName": "C", "PublisherName": "C",
                    "ServiceCategory": "AI and Machine Learning", "ServiceName": service,
                    "PricingCategory": "Standard", "Tags": tags,
                }
            )  # fmt: skip
    return made


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "cloud.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, HEAD)
        writer.writeheader()
        writer.writerows(rows())
    return path


@pytest.fixture(scope="module")
def audited(export: Path) -> Audited:
    plan = export.with_name("budget.csv")
    plan.write_text("month,budget\n2025-01,3000\n2025-02,3000\n2025-03,3000\n", "utf-8")
    return audit(export, plan)


TOTAL = DAYS * (LOUD + QUIET) + 9 * LOUD


def test_report_and_workbook_hold_the_same_sum(audited: Audited) -> None:
    shown = f"{TOTAL:,.0f}"
    pdf = " ".join(page.extract_text() for page in PdfReader(BytesIO(audited.files["audit-cloud.pdf"])).pages)
    word = Word(BytesIO(audited.files["audit-cloud.docx"]))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert shown in pdf
    assert shown in cells
    book = load_workbook(BytesIO(audited.files["audit-cloud.xlsx"]), data_only=True)
    for name in ("Months", "Services", "Owners"):
        totals = [row for row in book[name].iter_rows(values_only=True) if row[0] == "Total"]
        assert [Decimal(str(row[1])) for row in totals] == [TOTAL]


def test_the_sums_of_the_workbook_are_formulas_over_its_rows(audited: Audited) -> None:
    sheet = load_workbook(BytesIO(audited.files["audit-cloud.xlsx"]))["Services"]
    (total,) = [row for row in sheet.iter_rows() if row[0].value == "Total"]
    first, last = re.fullmatch(r"=SUM\(B(\d+):B(\d+)\)", str(total[1].value)).groups()  # type: ignore[union-attr]
    assert [sheet.cell(int(row), 1).value for row in (first, last)] == ["Models", "Logs"]


def test_the_day_that_stands_out_and_the_cost_without_an_owner_are_asked_about(audited: Audited) -> None:
    found = {finding.code: finding for finding in audited.findings}
    assert found["spike"].amount == pytest.approx(9 * LOUD, rel=Decimal("0.001"))
    assert found["unowned-cost"].amount == DAYS * QUIET
    assert all(finding.ask for finding in audited.findings)


def test_without_quantities_nothing_is_said_of_volume_or_price(audited: Audited) -> None:
    """The export names none: a dearer month may be either."""
    assert not {"growth", "price-change"} & {finding.code for finding in audited.findings}


def test_a_budget_is_compared_month_by_month(audited: Audited) -> None:
    pdf = " ".join(page.extract_text() for page in PdfReader(BytesIO(audited.files["audit-cloud.pdf"])).pages)
    assert re.search(r"2025-01\s+3,000\s+3,720\s+720\s+24.0%", pdf)


def test_equal_exports_give_equal_bytes(export: Path, audited: Audited) -> None:
    assert audit(export, export.with_name("budget.csv")).files == audited.files


def test_the_report_belongs_to_no_session(audited: Audited) -> None:
    pdf = " ".join(page.extract_text() for page in PdfReader(BytesIO(audited.files["audit-cloud.pdf"])).pages)
    assert "copy" not in pdf


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["audit", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), "a traceback is a bug"
    return result.exit_code, result.output


def test_the_command_says_what_it_read_and_made(export: Path, tmp_path: Path) -> None:
    code, said = run(str(export), "--output", str(tmp_path))
    assert (code, "180 rows" in said, "3 files" in said) == (0, True, True)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx", ".pdf", ".xlsx"]


def test_an_unknown_owner_tag_is_said_with_the_ones_there_are(export: Path, tmp_path: Path) -> None:
    code, said = run(str(export), "--owner", "taem", "--output", str(tmp_path / "none"))
    assert (code, "team" in said) == (1, True)
    assert not (tmp_path / "none").exists()


def test_what_is_no_export_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", "utf-8")
    for path in (other, tmp_path / "missing.csv"):
        code, said = run(str(path), "--output", str(tmp_path / "none"))
        assert (code, "error" in said) == (1, True)
