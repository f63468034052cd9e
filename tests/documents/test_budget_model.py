"""The budget model: what its formulas give, here and in LibreOffice; what learners find; what is said of mistakes."""

import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lessonbuild.build import settled
from lessonbuild.costs import settle
from lessonbuild.documents.budget_model import budget_model, budget_model_solution
from lessonbuild.model.brand import Brand
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.spreadsheet import Spot
from lessonbuild.problems import SourceError
from lessonbuild.reading import read_lesson
from lessonbuild.writers.docx import write as write_docx
from lessonbuild.writers.xlsx import write
from tests.costs.test_values import LESSON

CONTENT = Path(__file__).parents[2] / "content" / "finops-for-ai.yaml"
pytestmark = pytest.mark.filterwarnings("ignore:Unable to read chart")


@pytest.fixture(scope="module")
def halden() -> Lesson:
    return settled(CONTENT)


@pytest.fixture(scope="module")
def files(halden: Lesson, brand: Brand) -> dict[str, bytes]:
    [learners], [solution] = budget_model(halden), budget_model_solution(halden)
    return {"learners": write(learners, brand).data, "solution": write(solution, brand).data}


def opened(data: bytes, values: bool = False) -> Any:
    return openpyxl.load_workbook(BytesIO(data), data_only=values)


def results(data: bytes) -> dict[str, Any]:
    return {row[0]: row[1] for row in opened(data, values=True)["Results"].iter_rows(min_row=5, values_only=True)}


def recalculated(data: bytes, folder: Path) -> Any:
    """The workbook as LibreOffice works it out, which is given no value to keep."""
    bare = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            target.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", source.read(name)))
    (folder / "bare.xlsx").write_bytes(bare.getvalue())
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", str(folder / "out"), str(folder / "bare.xlsx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return opened((folder / "out" / "bare.xlsx").read_bytes(), values=True)


# ---- the lesson's own model ---------------------------------------------------------------------------------------


def test_the_solution_gives_the_numbers_of_the_key(halden: Lesson, files: dict[str, bytes], brand: Brand) -> None:
    from docx import Document

    from lessonbuild.documents.answer_key import answer_key

    [key] = answer_key(halden)
    words = " ".join(node.text or "" for node in Document(BytesIO(write_docx(key, brand).data)).element.iter("{*}t"))
    found = results(files["solution"])
    assert f"{found['Net present value, as run']:,.0f}" in words
    assert f"{found['Net present value, with your savings']:,.0f}" in words
    assert f"{found['Budget 2026'] / 1000:,.1f}" in words
    assert f"{found['ROI of 2025']:.1%}" in words
    assert f"{found['Internal rate of return, as run']:.1%}" in words
    assert f"{found['Internal rate of return, with your savings']:.1%}" in words
    assert f"${found['Fully loaded cost of a resolved case in 2025']:.3f}" in words
    amounts = [row[6] for row in opened(files["solution"], values=True)["Findings"].iter_rows(5, 10, values_only=True)]
    assert all(f"${amount:,.0f}" in words for amount in amounts), amounts


def test_the_plan_by_day_gives_what_the_ledger_gives(halden: Lesson, files: dict[str, bytes]) -> None:
    page = opened(files["solution"], values=True)["Plan by size"]
    sizes = {size: saved for size, _, _, _, saved in page.iter_rows(5, 14, values_only=True)}
    best = max(sizes, key=lambda size: sizes[size])
    assert best == 6.5
    assert sizes[best] == pytest.approx(results(files["solution"])["What it would have saved in 2025, against none"])
    used = opened(files["solution"], values=True)["Inputs"]
    assert f"{-sizes[30]:,.0f}" == f"{halden_loss(halden):,.0f}"
    assert used["B20"].value == best


def halden_loss(lesson: Lesson) -> Decimal:
    """Unused, less what the used part saved, from the ledger's own rows."""
    plan = lesson.scenarios["halden"].commitments["plan"]
    rows = [row for row in lesson.ledgers["halden"].charges if row.commitment == "plan" and row.kind == "Usage"]
    paid = sum((row.effective for row in rows), Decimal(0))
    used = sum((row.effective for row in rows if row.covered and row.covered.value == "Used"), Decimal(0))
    return paid - used / (1 - plan.discount)


def test_months_add_up_to_the_budget(files: dict[str, bytes]) -> None:
    page = opened(files["solution"], values=True)["Months"]
    rows = list(page.iter_rows(5, 16, values_only=True))
    assert sum(row[9] for row in rows) == pytest.approx(results(files["solution"])["Budget 2026"])
    assert sum(row[5] for row in rows) == 152
    assert rows[-1][10] == pytest.approx(results(files["solution"])["Budget 2026"])


def test_learners_find_no_answer(halden: Lesson, files: dict[str, bytes]) -> None:
    model = halden.budget_model
    assert model
    theirs, solution = model.worked(solution=False), model.worked(solution=True)
    answered = [spot for spot in model.spots() if (cell := model.cell(spot)) and cell.answer and not cell.start]
    assert len(answered) > 80
    assert {theirs[spot] for spot in answered} == {None}
    assert all(solution[spot] is not None for spot in answered)
    strings = zipfile.ZipFile(BytesIO(files["learners"])).read("xl/sharedStrings.xml").decode()
    told = {str(solution[spot]) for spot in answered if model.kind(spot) == "text" and len(str(solution[spot])) > 12}
    told -= {"Finance partner", "Finance partner and procurement"}  # who fills in what is said on the first sheet
    assert len(told) > 15
    assert not [words for words in told if words in strings]
    assert results(files["learners"])["What it would have saved in 2025, against none"] == 0


def test_what_learners_fill_in_is_open_and_tinted_and_nothing_else(halden: Lesson, files: dict[str, bytes]) -> None:
    book, model = opened(files["learners"]), halden.budget_model
    assert model
    for name, sheet in model.sheets.items():
        page = book[sheet.name]
        assert page.protection.sheet
        for number, row in enumerate(sheet.rows, 5):
            for i, column in enumerate(sheet.columns, 1):
                cell = page.cell(number, i)
                is_open = model.is_open(Spot(name, row, column))
                assert cell.protection.locked is not is_open, cell.coordinate
                assert (cell.fill.fill_type == "solid") is is_open, cell.coordinate


def test_every_sheet_of_numbers_that_a_team_steers_by_has_a_native_chart(files: dict[str, bytes]) -> None:
    names = zipfile.ZipFile(BytesIO(files["learners"])).namelist()
    assert len([name for name in names if re.match(r"xl/charts/chart\d+\.xml", name)]) == 6


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice, to work the formulas out anew")
@pytest.mark.parametrize("copy", ["learners", "solution"])
def test_libreoffice_works_out_the_same(files: dict[str, bytes], tmp_path: Path, copy: str) -> None:
    again, kept, formulas = recalculated(files[copy], tmp_path), opened(files[copy], values=True), opened(files[copy])
    checked = 0
    for page in formulas:
        for row in page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    theirs, ours = again[page.title][cell.coordinate].value, kept[page.title][cell.coordinate].value
                    expected = None if ours in (None, "") else pytest.approx(ours, rel=1e-9, abs=1e-6)
                    assert (theirs or None if expected is None else theirs) == expected, (page.title, cell.value)
                    checked += 1
    assert checked > 1300


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice, to work the formulas out anew")
def test_what_a_learner_types_reaches_the_results(files: dict[str, bytes], tmp_path: Path) -> None:
    """The size that was bought, typed into the learners' copy, gives the loss that the key names."""
    book = opened(files["learners"])
    row = next(cell.row for cell in book["Inputs"]["A"] if str(cell.value).startswith("Your plan"))
    book["Inputs"].cell(row, 2).value = 30
    out = BytesIO()
    book.save(out)
    again = recalculated(out.getvalue(), tmp_path)["Results"]
    found = {line[0]: line[1] for line in again.iter_rows(min_row=5, values_only=True)}
    assert found["What it would have saved in 2025, against none"] == pytest.approx(-36204, abs=1)


# ---- what an author is told ---------------------------------------------------------------------------------------

MODEL = """
budget-model:
  title: A week of bread
  sheets:
    flour:
      name: Flour
      title: What the flour costs
      columns:
        what: {head: What}
        sacks: {head: Sacks, kind: number, open: true}
        price: {head: Price, kind: price, fill: bread.flour}
        cost: {head: Cost, kind: money, fill: = sacks * price}
        each: {head: A day, kind: money, fill: = cost / sum(sacks)}
      rows:
        rye: {what: Rye, sacks: {answer: 4}}
        wheat: {what: Wheat, sacks: {start: 2, answer: = flour.rye.sacks * 3}, price: 1.5}
        spelt: {what: Spelt}
      total: [cost]
"""


def model(tmp_path: Path, old: str = "", new: str = "") -> Lesson:
    assert old in MODEL
    path = tmp_path / "bread.yaml"
    path.write_text(LESSON + (MODEL.replace(old, new, 1) if old else MODEL), "utf-8")
    return settle(read_lesson(path))


def test_a_row_overrides_what_its_column_fills_it_with(tmp_path: Path) -> None:
    found = model(tmp_path).budget_model
    assert found
    theirs, solution = found.worked(solution=False), found.worked(solution=True)
    cost = {row: (theirs[Spot("flour", row, "cost")], solution[Spot("flour", row, "cost")]) for row in ("rye", "wheat")}
    assert cost == {"rye": (0, Decimal("3.6")), "wheat": (Decimal("3.0"), Decimal("18.0"))}


def test_formulas_are_those_of_spreadsheets(tmp_path: Path) -> None:
    [book] = budget_model_solution(model(tmp_path))
    [sheet] = book.sheets
    said = [[getattr(getattr(cell, "value", cell), "formula", None) or getattr(cell, "formula", None) for cell in row]
            for row in sheet.rows]  # fmt: skip
    assert [row[3] for row in said] == ["B2*C2", "B3*C3", "B4*C4", "SUM({column}{first}:{column}{last})"]
    assert said[0][4] == 'IFERROR(D2/SUM(B$2:B$4),"")'
    assert said[1][1] == "B2*3"


def test_a_lesson_without_a_model_or_not_settled_gives_none(tmp_path: Path) -> None:
    path = tmp_path / "bread.yaml"
    path.write_text(LESSON, "utf-8")
    assert budget_model(settle(read_lesson(path))) == ()
    path.write_text(LESSON + MODEL, "utf-8")
    assert budget_model(read_lesson(path)) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "at", "words"),
    [
        ("= sacks * price", "= sacks * prize", "arithmetic", "= sacks * prize", "its columns are what, sacks, price"),
        ("= sacks * price", "= sacks * bags.price", "arithmetic", "= sacks * bags", "the sheets are flour"),
        ("= sacks * price", "= summ(sacks)", "arithmetic", "= summ", 'did you mean "sum"'),
        ("= sacks * price", "= sum(3)", "arithmetic", "= sum", "sum(column)"),
        ("= sacks * price", "= sacks *", "arithmetic", "= sacks *", "a number or a name"),
        ("= sacks * price", "= each * 2", "circular-value", "= ", "cells are made of each other"),
        ("fill: bread.flour", "fill: bread.flower", "unknown-value", "bread.flower", 'did you mean "bread.flour"'),
        ("total: [cost]", "total: [costs]", "unknown-id", "costs", 'did you mean "cost"'),
        ("spelt: {what: Spelt}", "spelt: {wat: Spelt}", "unknown-id", "Spelt", 'did you mean "what"'),
    ],
)
def test_a_mistake_is_told_at_its_place_with_a_hint(
    tmp_path: Path, old: str, new: str, code: str, at: str, words: str
) -> None:
    with pytest.raises(SourceError) as caught:
        model(tmp_path, old, new)
    [problem] = caught.value.problems
    assert problem.code == code
    assert words in f"{problem.message} {problem.hint}"
    lines = (tmp_path / "bread.yaml").read_text("utf-8").splitlines()
    assert problem.place
    assert at in lines[problem.place.line - 1][problem.place.column - 1 :]
