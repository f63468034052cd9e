"""Forms in PDF: each field has its name, says what it asks for, lies where the pen would write, and holds any words."""

from io import BytesIO
from pathlib import Path

import page as checker
import pytest
from pdf_structure import Heard, fields, structure
from pypdf import PdfReader, PdfWriter
from test_pdf import BLOCKS, document
from test_pdf_forms import CERTIFICATE, TABLE

from lessonbuild.model.blocks import (
    Canvas,
    CanvasBox,
    Checklist,
    ChoiceField,
    FieldRow,
    RatingField,
    RatingTable,
    RubricGrid,
    TextField,
)
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Block, Paragraph
from lessonbuild.model.text import text
from lessonbuild.writers.pdf import write

RATINGS = RatingTable(text("I can"), (text("No"), text("Yes")), (("a", text("Name an owner")),), "I can")
CANVAS = Canvas((CanvasBox("c-1", text("Budget"), text("How much?"), 3), CanvasBox("c-2", text("Value"), (), 3)), 2, "")
RUBRIC = next(block for block in BLOCKS if isinstance(block, RubricGrid))


def read(brand: Brand, *blocks: Block, **changes: object) -> PdfReader:
    return PdfReader(BytesIO(write(document(*blocks, **changes), brand).data))


def asked(reader: PdfReader) -> dict[str, str]:
    """What each field asks, but for those that nobody sees."""
    return {name: str(found["/TU"]) for name, found in fields(reader).items() if not name.startswith("lessonbuild-")}


@pytest.mark.parametrize(
    ("block", "names"),
    [
        (TextField("a", text("What?"), 3, text("One sentence")), {"a": "What? One sentence"}),
        (FieldRow((TextField("b", text("Team")), TextField("c", text("Date")))), {"b": "Team", "c": "Date"}),
        (FieldRow((TextField("b", text("Team")), TextField("c", text("Date"))), slim=True), {"b": "Team", "c": "Date"}),
        (ChoiceField("d", text("Which?"), (text("This"), text("That"))), {"d": "Which?"}),
        (
            ChoiceField("d", text("Which?"), (text("This"), text("That")), several=True),
            {"d": "Which?: This", "d-2": "Which?: That"},
        ),
        (RatingField("e", text("How well?"), (text("Badly"), text("Well")), text("A hint")), {"e": "How well? A hint"}),
        (Checklist((text("Nodes are off"), text("Lights"))), {"tick": "Nodes are off", "tick-2": "Lights"}),
        (RATINGS, {"a": "Name an owner"}),
        (CANVAS, {"c-1": "Budget How much?", "c-2": "Value"}),
        (RUBRIC, {"r": "Drivers", "r-points": "Points: Drivers", "total-points": "Total"}),
        (
            TABLE,
            {
                "find-1-2": "Why: Lights", "find-1-3": "Done: Lights",
                "find-2-1": "What: 2", "find-2-2": "Why: 2", "find-2-3": "Done: 2",
            },
        ),
    ],
)  # fmt: skip
def test_each_field_has_its_name_and_says_what_it_asks(block: Block, names: dict[str, str], brand: Brand) -> None:
    assert asked(read(brand, block)) == names


def test_a_certificate_has_fields_for_the_name_and_the_signatures(brand):
    reader = read(brand, CERTIFICATE, wide=True)
    assert asked(reader) == {"name": "Name", "date": "Date", "sign": "Baker"}
    sizes = {name: int(found["/DA"].split()[1]) for name, found in fields(reader).items()}
    assert sizes["name"] > sizes["date"] == sizes["sign"] > 9


def test_a_field_stands_in_the_structure_after_its_question(brand):
    blocks = (Paragraph(text("Before")), TextField("a", text("What?")), Paragraph(text("After")))
    root = structure(read(brand, *blocks))
    tail = [(kid.tag, kid.words().strip()) for kid in root.kids[-4:]]
    assert tail == [("P", "Before"), ("P", "What?"), ("Form", ""), ("P", "After")]


def test_every_form_element_holds_one_widget_and_every_widget_is_in_one(brand):
    reader = read(brand, TextField("a", text("What?"), 90), CANVAS, RUBRIC, RATINGS, TABLE)
    held = [kid for each in structure(reader).all() if each.tag == "Form" for kid in each.kids]
    areas = [area.get_object() for page in reader.pages for area in page.get("/Annots", [])]
    forms = [each for each in structure(reader).all() if each.tag == "Form"]
    assert all(len(each.kids) == 1 and each.kids[0]["/Subtype"] == "/Widget" for each in forms)
    assert len(held) == len(areas) == len({int(area["/StructParent"]) for area in areas})


@pytest.mark.parametrize("kind", [ChoiceField, RatingField])
def test_one_of_several_is_one_field_with_a_button_for_each(kind: type, brand: Brand) -> None:
    found = fields(read(brand, kind("d", text("Which?"), (text("This"), text("That €")))))["d"]
    assert found["/FT"] == "/Btn"
    assert found["/Ff"] == 1 << 15  # a second click takes the choice back
    assert list(found["/Opt"]) == ["This", "That €"]
    buttons = [kid.get_object() for kid in found["/Kids"]]
    assert [button["/TU"] for button in buttons] == ["Which?: This", "Which?: That €"]
    assert [set(button["/AP"]["/N"]) for button in buttons] == [{"/0", "/Off"}, {"/1", "/Off"}]
    assert all(button["/AS"] == "/Off" for button in buttons)


@pytest.mark.parametrize(("lines", "flag"), [(1, 0), (4, 1 << 12)])
def test_a_field_of_several_lines_takes_several_lines(lines: int, flag: int, brand: Brand) -> None:
    found = fields(read(brand, TextField("a", text("What?"), lines)))["a"]
    assert found["/Ff"] == flag
    left, low, right, top = (float(side) for side in found["/Rect"])
    assert right - left > 300
    assert (top - low) / lines > 15


def test_an_answer_that_runs_over_a_page_has_a_field_on_each(brand):
    reader = read(brand, TextField("a", text("What?"), 70))
    assert [[area.get_object()["/T"] for area in page["/Annots"]] for page in reader.pages] == [["a"], ["a-2"], ["a-3"]]


def test_questions_that_share_an_id_are_fields_of_their_own(brand):
    scale = (text("No"), text("Yes"))
    reader = read(brand, *(RatingField("e", text(word), scale) for word in ("One?", "Two?")))
    assert asked(reader) == {"e": "One?", "e-2": "Two?"}
    assert [len(found["/Kids"]) for found in fields(reader).values() if "/Kids" in found] == [2, 2]


def test_a_form_tells_which_one_it_is_and_of_which_edition(brand):
    found = fields(read(brand, TextField("a", text("What?"))))
    told = {name: found[f"lessonbuild-{name}"] for name in ("form", "edition")}
    assert {name: field["/V"] for name, field in told.items()} == {"form": "guide", "edition": "2026-11-23"}
    assert all(field["/Ff"] == 1 and "/Rect" not in field for field in told.values())


def test_a_document_without_fields_is_no_form(brand):
    assert "/AcroForm" not in read(brand, Paragraph(text("Nothing to fill in"))).trailer["/Root"]


def test_the_face_to_type_in_is_embedded_and_has_the_euro_sign(brand):
    form = read(brand, TextField("a", text("What?"))).trailer["/Root"]["/AcroForm"]
    (face,) = form["/DR"]["/Font"].values()
    assert "/FontFile2" in face["/FontDescriptor"]
    assert face["/Encoding"] == "/WinAnsiEncoding"
    width = dict(zip(range(32, 256), face["/Widths"], strict=True))
    assert width[0x80] > 400  # €, in thousandths
    assert width[ord("i")] < width[ord("m")]


SAID = "Zoë – “q” €5 \u017elu\u0165ou\u010dk\u00fd \u0394 \u4e2d"


def test_what_is_filled_in_comes_back_word_for_word(brand):
    writer = PdfWriter(clone_from=read(brand, TextField("a", text("What?")), RATINGS, TABLE))
    for page in writer.pages:
        writer.update_page_form_field_values(page, {"a": SAID, "find-1-3": "/Yes"}, auto_regenerate=True)
    out = BytesIO()
    writer.write(out)
    found = fields(PdfReader(out))
    assert found["a"]["/V"] == SAID
    assert found["find-1-3"]["/AS"] == "/Yes"
    assert found["find-2-3"]["/AS"] == "/Off"


def test_a_filled_form_still_conforms(brand: Brand, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=read(brand, TextField("a", text("What?"), 3), TextField("b", text("Why?")), RATINGS))
    writer.update_page_form_field_values(writer.pages[0], {"a": "Zoë – “q” €5\nand more"}, auto_regenerate=False)
    writer.write(tmp_path / "filled.pdf")
    assert checker.validate_pdf(tmp_path / "filled.pdf", profile="ua1").is_compliant
    found = fields(PdfReader(tmp_path / "filled.pdf"))
    assert "/AP" in found["a"]
    assert "/AP" not in found["b"]  # one answer is not drawn in another's place


def test_a_tick_is_drawn_and_an_empty_box_is_the_page_s_own(brand):
    found = fields(read(brand, Checklist((text("Off"),))))["tick"]
    looks = {state: shape.get_object().get_data().split() for state, shape in found["/AP"]["/N"].items()}
    assert looks["/Off"] == []
    assert looks["/Yes"].count(b"l") == 2


@pytest.mark.parametrize("block", [RUBRIC, RATINGS], ids=["rubric", "ratings"])
def test_the_first_cell_of_a_row_heads_it(block: Block, brand: Brand) -> None:
    (table,) = [each for each in structure(read(brand, block)).all() if each.tag == "Table"]
    rows = [kid for kid in table.kids[1:] if isinstance(kid, Heard)]
    assert all(isinstance(row.kids[0], Heard) and row.kids[0].scope == "Row" for row in rows)
