"""One truth for every number: a price, a date or the seed changes in the YAML, and the files that are built say so."""

import csv
import re
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from lessonbuild.build import Order, build

pytestmark = pytest.mark.filterwarnings("ignore:Unable to read chart")
CONTENT = (Path(__file__).parents[1] / "content" / "finops-for-ai.yaml").read_text("utf-8")
WANTED = ("answer-key", "case-study", "worksheets", "slides", "cost-data", "budget-model-solution")
FORMATS = {
    "answer-key.docx",
    "budget-model-solution.xlsx",
    "case-study-halden-year.pdf",
    "worksheets.docx",
    "slides.pptx",
    "cost-data.csv",
}


def built(folder: Path, old: str = "", new: str = "") -> dict[str, bytes]:
    """The files of the lesson in which one thing is changed."""
    assert not old or CONTENT.count(old) == 1
    lesson = folder / "finops-for-ai.yaml"
    lesson.write_text(CONTENT.replace(old, new) if old else CONTENT, "utf-8")
    made = build(lesson, Order(documents=WANTED, output=folder / "output"))
    return {file.name: file.read_bytes() for file in made.files if file.name in FORMATS}


def said(files: dict[str, bytes]) -> dict[str, str]:
    """What stands in each, as text."""
    found = {name: _words(Document(BytesIO(files[name]))) for name in ("answer-key.docx", "worksheets.docx")}
    found["case"] = " ".join(
        page.extract_text() for page in PdfReader(BytesIO(files["case-study-halden-year.pdf"])).pages
    )
    found["slides"] = " ".join(_slide(slide) for slide in Presentation(BytesIO(files["slides.pptx"])).slides)
    return {name: re.sub(r"\s+", " ", words) for name, words in found.items()}


def _words(document: Any) -> str:
    return " ".join(node.text or "" for node in document.element.body.iter("{*}t"))


def _slide(slide: Any) -> str:
    words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_chart:
            words += [f"{value:.3f}" for plot in shape.chart.plots for s in plot.series for value in s.values if value]
    return " ".join([*words, slide.notes_slide.notes_text_frame.text])


def results(files: dict[str, bytes]) -> dict[str, float]:
    """The last sheet of the budget model, filled in."""
    page = load_workbook(BytesIO(files["budget-model-solution.xlsx"]), data_only=True)["Results"]
    return {row[0]: row[1] for row in page.iter_rows(min_row=5, values_only=True)}


def found(files: dict[str, bytes]) -> list[float]:
    """The amounts of its findings."""
    page = load_workbook(BytesIO(files["budget-model-solution.xlsx"]), data_only=True)["Findings"]
    return [row[6] for row in page.iter_rows(5, 10, values_only=True)]


def billed(files: dict[str, bytes], line: str) -> Decimal:
    """The list cost of a line in the data file."""
    rows = csv.DictReader(StringIO(files["cost-data.csv"].decode("utf-8")))
    return sum((Decimal(row["ListCost"]) for row in rows if row["x_CostLine"] == line), Decimal(0))


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("usual"))


def test_a_price_changes_key_case_worksheet_slides_and_data_together(usual: dict[str, bytes], tmp_path: Path) -> None:
    dearer = built(tmp_path, "service: gpu, price: 32.00, per: Hours", "service: gpu, price: 40.00, per: Hours")
    before, after = said(usual), said(dearer)
    assert "$118,272 at list price" in before["answer-key.docx"]
    assert "$147,840 at list price" in after["answer-key.docx"]  # 2 x 24 x 77 x 40
    assert "32.00 none" in before["case"]
    assert "40.00 none" in after["case"]
    assert "43,008" in before["worksheets.docx"]
    assert "53,760" in after["worksheets.docx"]  # 2 x 40 x 24 x 28
    assert billed(dearer, "GPU, Lens training") / billed(usual, "GPU, Lens training") == Decimal("1.25")
    assert before["slides"] != after["slides"]
    assert (found(usual)[0], found(dearer)[0]) == (118272, 147840)
    worth = f"{results(dearer)['Net present value, as run']:,.0f}".replace("-", "−")
    assert worth in after["answer-key.docx"]
    assert worth not in before["answer-key.docx"]


def test_the_dates_of_an_event_change_key_and_data_together(usual: dict[str, bytes], tmp_path: Path) -> None:
    shorter = built(tmp_path, "from: 2025-04-05, to: 2025-06-20}", "from: 2025-04-05, to: 2025-05-31}")
    words = said(shorter)["answer-key.docx"]
    assert "for 57 days at 2% utilization" in words
    assert "$87,552 at list price" in words  # 2 x 24 x 57 x 32
    assert billed(usual, "GPU, Lens training") - billed(shorter, "GPU, Lens training") == 2 * 24 * 20 * 32
    assert found(shorter)[0] == 87552


def test_another_seed_changes_all_and_leaves_what_follows_from_the_story(
    usual: dict[str, bytes], tmp_path: Path
) -> None:
    other = built(tmp_path, "    seed: 2047\n", "    seed: 2041\n")
    before, after = said(usual), said(other)
    assert all(before[name] != after[name] for name in ("answer-key.docx", "case", "slides"))
    assert "$118,272 at list price" in after["answer-key.docx"]
    assert billed(other, "GPU, Lens training") == billed(usual, "GPU, Lens training")
    assert found(other)[0] == found(usual)[0]
    assert f"{results(other)['Budget 2026'] / 1000:,.1f}" in after["answer-key.docx"]
    assert results(other)["Budget 2026"] != results(usual)["Budget 2026"]
    assert billed(other, "Model API, production") != billed(usual, "Model API, production")
