"""Workbooks are read back: every text, number and formula, how it looks, and that nothing in it is taken for code."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from lessonbuild.model.brand import Brand
from lessonbuild.model.workbook import Cell, Column, Entry, Formula, Kind, Series, Sheet, Workbook
from lessonbuild.problems import Severity
from lessonbuild.writers.written import Written
from lessonbuild.writers.xlsx import write
from lessonbuild.writers.xlsx.formulas import filled, placed
from lessonbuild.writers.xlsx.numbers import number_formats

FIRST = 5  # the first row of data in the file


def money(head: str = "Cost") -> Column:
    return Column(head, Kind.MONEY)


def book(*sheets: Sheet, **more: str) -> Workbook:
    return Workbook("audit", "Audit of one & all", sheets, "en", "2026-11-23", **more)


def one(rows: Sequence[tuple[Cell, ...]], *columns: Column, **more: Any) -> Workbook:
    return book(Sheet("Data", "What it costs", columns or (Column("Text"),), tuple(rows), **more))


def opened(written: Written, values: bool = False) -> Any:
    return openpyxl.load_workbook(BytesIO(written.data), data_only=values, rich_text=False)


def part(written: Written, name: str) -> str:
    return zipfile.ZipFile(BytesIO(written.data)).read(name).decode()


COSTS = Sheet(
    "Months",
    "Costs grow",
    (Column("Month"), money("Effective cost"), money("List cost"), Column("Share", Kind.SHARE)),
    (
        ("January", Decimal("1200.25"), Decimal(2000), Formula("B2/C2", Decimal("0.600125"))),
        ("February", Decimal("900.5"), Decimal(1000), Formula("B{row}/C{row}", 0.9005)),
        (
            "Total",
            *(Formula("SUM({column}{first}:{column}{last})", v) for v in (2100.75, 3000)),
            Formula("B4/C4", 0.70025),
        ),
    ),
    total=True,
    note="With prepayments spread.",
    charts=(
        Series("Costs grow: =A1 or Data!B2", Series.Shape.LINE, 0, (1, 2), "USD a month", "A line that rises"),
        Series("Shares fall", Series.Shape.BAR, 0, (3,), "percent", "Bars"),
    ),
)


# ---- what stands in it --------------------------------------------------------------------------------------------


def test_title_note_head_and_rows_stand_in_their_places(brand: Brand) -> None:
    page = opened(write(book(COSTS), brand))["Months"]
    assert (page["A1"].value, page["A2"].value, page["A3"].value) == ("Costs grow", "With prepayments spread.", None)
    assert [cell.value for cell in page[4][:4]] == ["Month", "Effective cost (USD)", "List cost (USD)", "Share"]
    assert [page["A5"].value, page["B5"].value, page["C6"].value] == ["January", 1200.25, 1000]
    assert page["A1"].font.name == brand.heading.name
    assert page["A5"].font.name == brand.text.name
    assert page.freeze_panes == "A5"
    assert page.tables["Table1"].ref == "A4:D6"
    assert not page.protection.sheet


def test_a_formula_moves_with_its_table_and_keeps_its_value(brand: Brand) -> None:
    written = write(book(COSTS), brand)
    page, values = opened(written)["Months"], opened(written, values=True)["Months"]
    assert [page[f"D{row}"].value for row in (5, 6, 7)] == ["=B5/C5", "=B6/C6", "=B7/C7"]
    assert [page["B7"].value, page["C7"].value] == ["=SUM(B5:B6)", "=SUM(C5:C6)"]
    assert [values["D5"].value, values["D6"].value, values["B7"].value] == [0.600125, 0.9005, 2100.75]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("SUM(C2:C13)", "=SUM(C5:C16)"),
        ("$B$2*B$3+$B4", "=$B$5*B$6+$B7"),
        ("LOG10(A2)+1E5", "=LOG10(A5)+1E5"),
        ('IF(A2="B2","C3",0)', '=IF(A5="B2","C3",0)'),
        ("Old!B2+'Old name'!$C$3+Kept!A2", "='New'!B5+'It''s'!$C$6+Kept!A5"),
        ("SUM(2:3)", "=SUM(5:6)"),
        ("SUM(B:B)", "=SUM(B:B)"),
        ("=Rate2020*A2", "=Rate2020*A5"),
    ],
)
def test_references_move_and_nothing_else(formula: str, expected: str) -> None:
    assert placed(formula, {"Old": "New", "Old name": "It's"}) == expected


def test_a_formula_may_leave_its_place_to_the_writer() -> None:
    assert filled("SUM({column}{first}:{column}{last})-A{row}", 3, 27, 10) == "SUM(AB2:AB11)-A5"


INJECTIONS = [
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"),
    *("{=1}", "http://a.example/", "mailto:a@b.example", "1", "#N/A"),
    *("<r><t>x</t></r>", "a\nb", " a "),
]


def test_a_text_is_never_a_formula_an_address_or_a_number(brand: Brand) -> None:
    heads = [words.replace("\r", "\ufffd") for words in INJECTIONS]
    sheet = Sheet("Data", "=1+1", tuple(map(Column, INJECTIONS)), (tuple(INJECTIONS),), note="=2+2")
    written = write(book(sheet), brand)
    page = opened(written)["Data"]
    found = [page["A1"], page["A2"], *page[4], *page[FIRST]]
    assert [unescape(cell.value) for cell in found] == ["=1+1", "=2+2", *heads, *INJECTIONS]
    assert {cell.data_type for cell in found} == {"s"}
    assert "<f>" not in part(written, "xl/worksheets/sheet1.xml")
    assert "hyperlink" not in part(written, "xl/worksheets/sheet1.xml")
    assert all(cell.quotePrefix for cell in page[FIRST][:7])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([*INJECTIONS, "<r>&\x00</r>", "_x0041_ _x005F_", "\uffff", "\x1f\r\n"])
@given(st.lists(st.text(min_size=1), min_size=1, max_size=8))
def test_any_text_comes_back_as_it_was(brand: Brand, texts: list[str]) -> None:
    written = write(one([(words,) for words in texts]), brand)
    shared = part(written, "xl/sharedStrings.xml")
    items = re.findall(r"<si>(.*?)</si>", shared, re.DOTALL)
    indices = re.findall(r'<c r="A(\d+)"[^>]*t="s"><v>(\d+)</v>', part(written, "xl/worksheets/sheet1.xml"))
    found = [_words(items[int(index)]) for row, index in indices if int(row) >= FIRST]
    assert found == texts
    assert not written.problems


def _words(item: str) -> str:
    """The characters of a shared string, as the standard says to read them (ST_Xstring)."""
    from html import unescape as entities

    text = entities("".join(re.findall(r"<t(?: [^>]*)?>(.*?)</t>", item, re.DOTALL)))
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


@pytest.mark.parametrize("number", ["0.1", "-4.35", "123456789012.345", "999999999999999", "0.0000025", "-0", "1E+20"])
def test_a_decimal_is_the_same_number(brand: Brand, number: str) -> None:
    written = write(one([(Decimal(number),)], money()), brand)
    assert opened(written)["Data"]["A5"].value == float(number)
    assert not written.problems


def test_a_quotient_is_rounded_as_excel_rounds(brand: Brand) -> None:
    written = write(one([(Decimal(1) / 3,)], Column("Share", Kind.SHARE)), brand)
    assert opened(written)["Data"]["A5"].value == 0.333333333333333


@pytest.mark.parametrize(
    "number",
    [Decimal("NaN"), Decimal("Infinity"), float("nan"), Decimal("1234567890123456.78"), 10**15 + 1, Decimal("1E400")],
)
def test_what_excel_cannot_hold_stands_as_text_with_a_warning(brand: Brand, number: Decimal | float) -> None:
    written = write(one([(number,)], money()), brand)
    assert opened(written)["Data"]["A5"].value == str(number)
    [problem] = written.problems
    assert (problem.code, problem.severity) == ("number-not-possible", Severity.WARNING)
    assert 'Data, row 5, "Cost (USD)"' in problem.message


def test_other_impossible_cells_are_told(brand: Brand) -> None:
    rows = [(date(1899, 12, 31),), ("😀" * 20000,), ("a\ud800b",), (Formula("A1", Decimal("NaN")),)]
    written = write(one(rows), brand)
    codes = ["date-not-possible", "text-too-long", "character-not-possible", "number-not-possible"]
    assert [problem.code for problem in written.problems] == codes
    page = opened(written)["Data"]
    assert page["A5"].value == "1899-12-31"
    assert page["A6"].value == "😀" * 16383
    assert page["A7"].value == "a\ufffdb"


def test_what_is_said_about_the_rows_can_hold_no_silent_characters(brand: Brand) -> None:
    chart = Series("a\x01", Series.Shape.COLUMN, 0, (0,), "u\x02", 'alt\x03 "q"')
    rows = [(Formula("A1", "v\x04"),)]
    written = write(replace(one(rows, Column("h\x05"), note="\ud800", charts=(chart,)), title="\udc80"), brand)
    assert [problem.code for problem in written.problems] == ["character-not-possible"]
    assert opened(written)["Data"]["A4"].value == "h\ufffd"
    assert 'descr="alt\ufffd &quot;q&quot;"' in part(written, "xl/drawings/drawing1.xml")


# ---- how it looks -------------------------------------------------------------------------------------------------


def test_every_kind_has_its_format_and_its_side(brand: Brand) -> None:
    columns = (
        Column("T"),
        Column("N", Kind.COUNT),
        money(),
        Column("S", Kind.SHARE),
        Column("D", Kind.DATE),
        Column("E"),
    )
    page = opened(write(one([("a", 1234, Decimal("12.5"), 0.25, date(2026, 1, 2), "b")], *columns), brand))["Data"]
    formats = [cell.number_format for cell in page[FIRST]]
    assert formats == ["General", "#,##0", "#,##0.00", "0.0%", "yyyy-mm-dd", "General"]
    assert [c.alignment.horizontal for c in page[FIRST]] == ["left", "right", "right", "right", "left", "left"]
    assert page["E5"].value.date() == date(2026, 1, 2)
    assert page["C4"].font.b
    assert page["C4"].fill.start_color.rgb == f"FF{brand.colours.tint}"


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ((0.5, 999), "#,##0.00"),
        ((0.5, 1000), "#,##0"),
        ((-5000, 3), "#,##0"),
        ((0.002, 0.03), "#,##0.0000"),
        ((0.0000025,), "#,##0.00000000"),
        ((0, None, "n/a"), "#,##0.00"),
    ],
)
def test_money_has_the_decimals_that_its_size_asks_for(amounts: tuple[Any, ...], expected: str) -> None:
    assert number_formats((money(),), [amounts]) == (expected,)


def test_the_total_is_ruled_and_bold(brand: Brand) -> None:
    page = opened(write(book(COSTS), brand))["Months"]
    assert all(cell.font.b and cell.border.top.style == "thin" for cell in page[7][:4])
    assert not page["B6"].font.b


def test_columns_are_as_wide_as_what_stands_in_them(brand: Brand) -> None:
    rows = [("a", "word " * 40, "a line of thirty characters...")]
    page = opened(write(one(rows, Column("A"), Column("B"), Column("C"), note="word " * 100), brand))["Data"]
    widths = [page.column_dimensions[letter].width for letter in "ABC"]
    assert 8 <= widths[0] < 9
    assert 60 <= widths[1] < 61
    assert 24 < widths[2] < 36
    assert page["B5"].alignment.wrap_text
    assert page.row_dimensions[5].height >= 45
    assert "A2:" in str(page.merged_cells.ranges)
    assert page.row_dimensions[2].height >= 60


def test_entries_are_tinted_open_and_checked_and_all_else_is_protected(brand: Brand) -> None:
    columns = (Column("What"), money(), Column("When", Kind.DATE), money("Sum"), Column("Who"))
    rows: list[tuple[Cell, ...]] = [
        ("a", Entry(Decimal(1)), Entry(None), Formula("B2", 1), Entry("Ana", choices=("Ana", "Ben"))),
        ("b", Entry(Formula("B2", 1)), date(2026, 1, 1), None, Entry(None, choices=("Ana", "Ben"))),
    ]
    written = write(
        book(Sheet("Data", "T", columns, tuple(rows)), Sheet("Other", "T", (Column("A"),), (("x",),))), brand
    )
    page, other = opened(written)["Data"], opened(written)["Other"]
    assert page.protection.sheet
    assert other.protection.sheet  # a sheet of results too, when its workbook has entries
    assert page.protection.password is None
    assert [cell.protection.locked for cell in page[5]] == [True, False, False, True, False]
    assert [cell.protection.locked for cell in page[6]] == [True, False, True, True, False]
    assert page["B6"].value == "=B5"  # an answer may be a formula
    assert page["B5"].fill.start_color.rgb not in ("00000000", page["A5"].fill.start_color.rgb)
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    assert {place: (rule.type, rule.operator) for place, rule in rules.items()} == {
        "B5:B6": ("decimal", "greaterThanOrEqual"),
        "C5": ("date", "greaterThanOrEqual"),
        "E5:E6": ("list", None),
    }
    assert rules["E5:E6"].formula1 == '"Ana,Ben"'
    assert rules["B5:B6"].error == "An amount without a currency sign, not below zero."


def test_a_cell_may_be_of_another_kind_than_its_column(brand: Brand) -> None:
    rows: list[tuple[Cell, ...]] = [
        (Decimal("1234.5"),),
        (Entry(Decimal("0.1"), kind=Kind.SHARE),),
        (Entry(Decimal("5.2"), open=False, kind=Kind.MONEY),),
        (Entry(None),),
    ]
    page = opened(write(one(rows, Column("Value", Kind.NUMBER)), brand))["Data"]
    assert [page[f"A{row}"].number_format for row in (5, 6, 7, 8)] == ["#,##0", "0.0%", "#,##0.00", "#,##0"]
    assert [page[f"A{row}"].protection.locked for row in (5, 6, 7, 8)] == [True, False, True, False]


@pytest.mark.parametrize("heads", [("A", "a"), ("", "B"), ("a\x01", "B"), ("x" * 256, "B")])
def test_heads_that_a_table_cannot_have_stand_in_a_plain_row(brand: Brand, heads: tuple[str, str]) -> None:
    page = opened(write(one([("1", "2")], *map(Column, heads)), brand))["Data"]
    assert not page.tables
    assert page["B4"].value == heads[1]
    assert page["B4"].font.b


# ---- names, charts, paper, properties -----------------------------------------------------------------------------


def test_a_name_that_is_not_allowed_is_repaired_and_told(brand: Brand) -> None:
    names = ["A/B: [x]*?", "Ok", "ok", "n" * 40, "n" * 35, "", "History", "'q'", "😀" * 20]
    sheets = tuple(Sheet(name, "T", (Column("A"),), ((Formula("Ok!A2", 1),),)) for name in names)
    written = write(book(*sheets), brand)
    found = opened(written).sheetnames
    assert found == ["A-B- -x---", "Ok", "ok 2", "n" * 31, "n" * 29 + " 2", "Sheet", "History 2", "q", "😀" * 15]
    assert [problem.code for problem in written.problems] == ["sheet-name-changed"] * 8
    assert '"History" is called "History 2"' in written.problems[5].message


def test_charts_are_native_and_say_what_they_show(brand: Brand) -> None:
    written = write(book(COSTS), brand)
    line, bar = (part(written, f"xl/charts/chart{n}.xml") for n in (1, 2))
    assert ">Costs grow: =A1 or Data!B2<" in line
    assert ">USD a month<" in line
    assert ">percent<" in bar
    assert "<c:lineChart>" in line
    assert '<c:barDir val="bar"/>' in bar
    assert "Months!$B$5:$B$6" in line  # without the total
    assert "<c:legend>" in line
    assert "<c:legend>" not in bar
    assert brand.colours.series[0] in line
    drawing = part(written, "xl/drawings/drawing1.xml")
    assert re.findall(r'descr="([^"]*)"', drawing) == ["A line that rises", "Bars"]
    assert len(opened(written)["Months"]._charts) == 2


def test_a_chart_of_nothing_is_left_out_and_told(brand: Brand) -> None:
    written = write(book(replace(COSTS, rows=(), total=False)), brand)
    assert [problem.code for problem in written.problems] == ["chart-without-rows"]
    assert not opened(written)["Months"]._charts


def test_the_paper_is_set_up(brand: Brand) -> None:
    page = opened(write(book(COSTS), brand))["Months"]
    assert page.print_title_rows == "$4:$4"
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.oddFooter.right.text == "Page &P of &N"
    assert page.oddHeader.left.text.endswith("Audit of one && all")


def test_properties_name_the_organisation_and_nobody(brand: Brand) -> None:
    written = write(book(COSTS), brand)
    properties = opened(written).properties
    assert (properties.title, properties.creator, properties.language) == (
        "Audit of one & all",
        brand.organisation,
        "en",
    )
    assert properties.lastModifiedBy == brand.organisation
    assert f"{properties.created:%Y-%m-%d}" == "2026-11-23"
    assert "<Application>lessonbuild<" in part(written, "docProps/app.xml")
    assert brand.colours.second in part(written, "xl/theme/theme1.xml")


def test_a_workbook_of_little_can_be_opened(brand: Brand) -> None:
    for made in (book(), one([]), book(Sheet("A", "", (), ())), one([], total=True)):
        assert len(opened(write(made, brand)).sheetnames) == 1


SCRIPT = """
import sys
from pathlib import Path
from lessonbuild.reading import read_brand
from lessonbuild.writers.xlsx import write
from tests.writers.test_xlsx import COSTS, DEFAULT, book
sys.stdout.buffer.write(write(book(COSTS), read_brand(DEFAULT)).data)
"""
ROOT = Path(__file__).parents[2]
DEFAULT = ROOT / "assets" / "brands" / "default"


def test_equal_workbooks_are_equal_bytes_with_any_hash_seed() -> None:
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    made = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT], capture_output=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]  # fmt: skip
    assert made[0] == made[1]
    assert made[0].startswith(b"PK")


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice, to work the formulas out anew")
def test_libreoffice_works_out_the_same_values(brand: Brand, tmp_path: Path) -> None:
    data = write(book(COSTS), brand).data
    source = tmp_path / "source.xlsx"
    source.write_bytes(_without_values(data))
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), str(source)], check=True, capture_output=True, timeout=180
    )
    again = openpyxl.load_workbook(tmp_path / "out" / "source.xlsx", data_only=True)["Months"]
    kept = openpyxl.load_workbook(BytesIO(data), data_only=True)["Months"]
    for place in ("D5", "D6", "D7", "B7", "C7"):
        assert again[place].value == pytest.approx(kept[place].value)


def _without_values(data: bytes) -> bytes:
    """The file with no value at any formula, so that what LibreOffice says it worked out itself."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", source.read(name)))
    return out.getvalue()
