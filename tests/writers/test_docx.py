"""The Word file, read back with python-docx and compared with the document that it was written from."""

import re
import zipfile
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonbuild.model import blocks as b
from lessonbuild.model.blocks import spoken
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import (
    Audience,
    Block,
    BulletList,
    Composed,
    Document,
    Figure,
    NumberedList,
    Paragraph,
    Role,
    Section,
    Table,
)
from lessonbuild.model.place import Place
from lessonbuild.model.text import Run, Style, Text, text
from lessonbuild.writers.docx import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLACE = Place("lesson.yaml", 7, 3)


def texts(*words: str) -> tuple[Text, ...]:
    return tuple(text(word) for word in words)


def named(name: str, words: str = "") -> b.Named:
    return b.Named(text(name), text(words))


def picture() -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (40, 20), "navy").save(out, "PNG", dpi=(100, 100))
    return out.getvalue()


TABLE = Table(
    texts("Item", "Cost"),
    (texts("Compute", "1,200"), texts("All", "1,200")),
    "Costs by item.",
    text("What it costs"),
    (1,),
    True,
)
CHART = b.Chart(
    b.Chart.Kind.COLUMN,
    text("Spend doubled"),
    ("May", "June"),
    (("Spend", (1.0, 2.0)),),
    "USD",
    "Columns that double.",
    text("Exhibit 1"),
    source=text("Source: ledger"),
)
RUBRIC = b.RubricGrid(
    texts("Emerging", "Exemplary"),
    (b.RubricRow("use", text("Use of data"), 40, texts("Names a total.", "Names every driver."), ("20", "40")),),
    ("Criterion", "Points"),
    "Total",
    "Form: one criterion by two levels.",
)
FIELDS = b.FieldRow((b.TextField("team", text("Team")), b.TextField("date", text("Date"))))
CUES = tuple(b.Cue(act, act.value.title(), (Paragraph(text(f"Words to {act.value}.")),)) for act in b.Act)
MOMENT = b.Moment("09:06", "6 min", text("Where it went"), (named("Slides 4–6"), named("Hand out", "the case")), CUES)
PLAIN: tuple[Block, ...] = (
    Paragraph(text("Body words.")),
    *(Paragraph(text(f"Words of a {role.value}."), role) for role in Role),
    BulletList(texts("one point", "another point")),
    NumberedList(texts("first step", "second step"), 3),
    TABLE,
    Figure(picture(), "A blue field.", text("Figure of blue")),
)
COMPOSED: tuple[Composed, ...] = (
    b.Statement(text("Cost is a design decision.")),
    b.Quote(text("We never looked."), text("Head of platform")),
    b.BigNumber("USD 1.2 m", text("spent on idle machines")),
    b.Comparison(
        b.Side(text("Before"), texts("slow", "dear")), b.Side(text("After"), texts("quick")), text("Both matter.")
    ),
    b.Cards((named("Price", "what a unit costs"), named("Volume", "how many units"), named("Mix"))),
    *(
        b.Stages(shape, (named("Inform", "see it"), named("Operate", "keep it")), "Two stages.")
        for shape in b.Stages.Shape
    ),
    b.Stages(b.Stages.Shape.PROCESS, tuple(named(f"Step{n}", f"what is done {n}") for n in range(8)), "Eight stages."),
    b.Quadrant(
        b.Axis(text("Effort"), text("little"), text("much")),
        b.Axis(text("Value"), text("small"), text("great")),
        (named("Now", "tags"), named("Plan", "models"), named("Fill"), named("Leave")),
        "Effort and value.",
    ),
    b.Formula(
        text("Unit cost"),
        text("cost ÷ units"),
        (named("cost", "all of it"),),
        (Paragraph(text("6 ÷ 3 = 2")),),
        text("Careful."),
        "Example",
    ),
    b.Terms((named("Token", "a piece of a word"), named("GPU", "a processor"))),
    b.Terms((named("A term whose name is far too long to stand in a column of its own", "its meaning"),)),
    *(
        b.Callout(text(f"Label {tone.value}"), (Paragraph(text("Said.")), BulletList(texts("listed"))), tone)
        for tone in b.Tone
    ),
    b.Cover(text("Another title"), text("Its subtitle"), texts("3 hours")),
    b.Closing(text("Thank you"), texts("write to us")),
    b.Divider(2, text("Explore"), "09:30", "45 minutes", text("Find out.")),
    b.Agenda(
        texts("Starts", "Minutes", "Phase", "What"),
        (b.AgendaRow("09:00", "30", text("Engage"), text("Read.")),),
        "Ends at noon",
    ),
    b.Poll(texts("Storage", "Compute")),
    b.Discussion(texts("What now?"), text("In pairs")),
    b.Activity(
        text("Name suspects."), texts("Read", "Mark"), text("The sheet"), 12, "minutes", "until 10:35", "Hand in"
    ),
    *CUES,
    b.Cue(b.Act.DO, "Do", (NumberedList(texts("Start the timer", "Stop it")),)),
    MOMENT,
    b.RunOfShow(texts("Clock", "Step"), (b.RunGroup(text("1. Engage"), (texts("09:00", "Welcome"),)),), "One step."),
    b.Checklist(texts("Cards are cut")),
    b.AnswerLines(3),
    b.TextField("question", text("My question"), 2, text("One sentence.")),
    FIELDS,
    b.ChoiceField("quiz", text("Which?"), texts("this one", "that one")),
    b.RatingField("can", text("I can"), texts("not yet", "alone"), text("Tick one.")),
    RUBRIC,
)


def document(*blocks: Block, **more: Any) -> Document:
    sections = more.pop("sections", (Section(text("First heading"), blocks, place=PLACE),))
    given = {"audience": Audience.LEARNER, "language": "en-GB", "date": "2026-10-01", "lesson": "The lesson"} | more
    return Document(name="sample", title=text("Sample title"), sections=sections, **given)


def read(made: Document, brand: Brand) -> Any:
    return docx.Document(BytesIO(write(made, brand).data))


def part(made: Document, brand: Brand, name: str) -> str:
    return zipfile.ZipFile(BytesIO(write(made, brand).data)).read(name).decode()


def words(found: Any) -> str:
    """Every word in the body, tables included, in reading order."""
    pieces = found.element.body.iter(f"{W}p", f"{W}t", f"{W}tab", f"{W}br")
    return "".join(piece.text if piece.tag == f"{W}t" else " " for piece in pieces)


def said(words: str) -> set[str]:
    return {word for word in re.split(r"[\s:/]+", words.replace("\u00a0", " ")) if word.strip("_")}


@pytest.mark.parametrize("block", [*PLAIN, *COMPOSED], ids=lambda block: type(block).__name__)
def test_no_word_of_a_block_is_lost(block: Block, brand: Brand) -> None:
    assert said(spoken(block)) <= said(words(read(document(block), brand)))


def test_an_axis_and_the_name_of_a_phase_are_printed(brand: Brand) -> None:
    found = words(read(document(*COMPOSED), brand))
    assert all(word in found for word in ("Effort", "little", "much", "Value", "small", "great", "2\u2002Explore"))


def test_notes_are_not_lost(brand: Brand) -> None:
    section = Section(text("Shown"), (), notes=(Paragraph(text("said, not shown")),))
    assert "said, not shown" in words(read(document(sections=(section,)), brand))


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_any_words_come_back_but_for_what_xml_cannot_hold(brand: Brand, words: str) -> None:
    found = read(document(Paragraph(text(words))), brand).paragraphs[-1].text
    plain = words.replace("\r\n", "\n")
    assert found == re.sub("[\x00-\x08\x0b\x0c\r\x0e-\x1f\ufffe\uffff]", "", plain)


def test_equal_documents_give_equal_bytes(brand: Brand) -> None:
    made = document(*PLAIN, CHART, *COMPOSED, contents=True)
    assert write(made, brand).data == write(made, brand).data


def test_the_properties_say_what_the_document_is(brand: Brand) -> None:
    properties = read(document(), brand).core_properties
    assert (properties.title, properties.language, properties.author) == ("Sample title", "en-GB", brand.organisation)
    assert properties.created.date() == date(2026, 10, 1)
    assert 'w:lang w:val="en-GB"' in part(document(), brand, "word/styles.xml")


def test_word_opens_it_in_its_present_mode_and_asks_nothing(brand: Brand) -> None:
    settings_xml = part(document(contents=True), brand, "word/settings.xml")
    assert 'w:name="compatibilityMode"' in settings_xml
    assert 'w:val="15"' in settings_xml
    assert "updateFields" not in settings_xml
    assert "w:dirty" not in part(document(contents=True), brand, "word/document.xml")


def test_every_style_that_is_used_is_there(brand: Brand) -> None:
    found = read(document(*PLAIN, CHART, *COMPOSED, contents=True), brand)
    known = {style.style_id for style in found.styles}
    used = {e.get(f"{W}val") for kind in ("pStyle", "rStyle", "tblStyle") for e in found.element.iter(f"{W}{kind}")}
    assert used <= known


def test_sections_are_headings_of_their_level_and_begin_pages_where_they_say(brand: Brand) -> None:
    sections = (
        Section(text("One"), ()),
        Section(text("Two"), (), level=2),
        Section(text("Three"), (), starts_page=True),
    )
    found = read(document(sections=sections), brand)
    heads = [(p.style.name, p.text, bool(p.paragraph_format.page_break_before)) for p in found.paragraphs[1:]]
    assert heads == [("Heading 1", "One", False), ("Heading 2", "Two", False), ("Heading 1", "Three", True)]


def test_a_title_that_the_first_section_repeats_is_printed_once_and_is_a_heading(brand: Brand) -> None:
    found = read(document(sections=(Section(text("Sample title"), (Paragraph(text("Body")),)),)), brand)
    titled = [p for p in found.paragraphs if p.text == "Sample title"]
    assert [p.style.name for p in titled] == ["Document Heading"]


def test_a_moment_under_a_heading_of_its_own_title_says_it_once(brand: Brand) -> None:
    found = read(document(sections=(Section(text("Top"), ()), Section(MOMENT.title, (MOMENT,), level=2))), brand)
    assert [p.text for p in found.paragraphs if "Where it went" in p.text] == ["09:06\u20026 min\tWhere it went"]


def test_the_contents_lead_to_every_heading(brand: Brand) -> None:
    sections = tuple(Section(text(f"Heading {n}"), (), level=1 + n % 2) for n in range(6))
    found = read(document(sections=sections, contents=True), brand)
    entries = {
        e.get(f"{W}anchor"): "".join(t.text for t in e.iter(f"{W}t")) for e in found.element.iter(f"{W}hyperlink")
    }
    marks = {e.get(f"{W}name") for e in found.element.iter(f"{W}bookmarkStart")}
    assert list(entries.values()) == [f"Heading {n}" for n in range(6)]
    assert set(entries) <= marks


def test_each_numbered_list_begins_anew(brand: Brand) -> None:
    found = read(document(NumberedList(texts("a", "b")), NumberedList(texts("c"), start=4)), brand)
    ids = [p._p.pPr.numPr.numId.val for p in found.paragraphs if p.style.name == "List Number"]
    numbers = {n.numId: n.find(f".//{W}startOverride") for n in found.part.numbering_part.element.num_lst}
    assert ids[0] == ids[1] != ids[2]
    assert [numbers[ids[0]].get(f"{W}val"), numbers[ids[2]].get(f"{W}val")] == ["1", "4"]


def test_a_table_has_a_repeated_head_whole_rows_and_words_for_those_who_cannot_see_it(brand: Brand) -> None:
    (table,) = read(document(TABLE), brand).tables
    rows = table._tbl.tr_lst
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    said = {kind: table._tbl.tblPr.find(f"{W}tbl{kind}").get(f"{W}val") for kind in ("Caption", "Description")}
    assert said == {"Caption": "What it costs", "Description": "Costs by item."}
    assert [c.paragraphs[0].style.name for c in table.rows[1].cells] == ["Table Text", "Table Number"]


def test_tables_without_a_head_say_that_they_are_layout_or_form(brand: Brand) -> None:
    for table in read(document(*COMPOSED), brand).element.iter(f"{W}tbl"):
        look, words = (table.find(f"{W}tblPr/{W}{tag}") for tag in ("tblLook", "tblDescription"))
        headed = table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert headed == (look.get(f"{W}firstRow") == "1")
        assert headed or words.get(f"{W}val").startswith(("Layout: ", "Form: "))


def test_no_two_tables_touch_and_none_is_last(brand: Brand) -> None:
    body = read(document(TABLE, TABLE, FIELDS, TABLE), brand).element.body
    kinds = [child.tag.rpartition("}")[2] for child in body]
    assert all(pair != ("tbl", "tbl") for pair in pairwise(kinds))
    assert kinds[-2] == "p"


def test_pictures_say_what_they_show(brand: Brand) -> None:
    shapes = read(document(Figure(picture(), "A blue field."), CHART), brand).inline_shapes
    assert [shape._inline.docPr.get("descr") for shape in shapes] == ["A blue field.", "Columns that double."]


def test_a_chart_stands_between_its_title_and_its_source(brand: Brand) -> None:
    found = [p.text for p in read(document(CHART), brand).paragraphs]
    assert found[-3:] == ["Exhibit 1\u2002Spend doubled", "", "Source: ledger"]


def test_links_lead_out_of_the_document(brand: Brand) -> None:
    link = Run("the specification", Style.PLAIN, "https://focus.finops.org/?a=1&b=2")
    (found,) = read(document(Paragraph((Run("See "), link))), brand).paragraphs[-1].hyperlinks
    assert (found.text, found.address) == ("the specification", "https://focus.finops.org/?a=1&b=2")


@pytest.mark.parametrize("audience", list(Audience))
def test_every_page_says_whose_copy_it_is(audience: Audience, brand: Brand) -> None:
    (section,) = read(document(audience=audience), brand).sections
    heads = ["".join(p.text for p in head.paragraphs) for head in (section.first_page_header, section.header)]
    feet = ["".join(p.text for p in foot.paragraphs) for foot in (section.first_page_footer, section.footer)]
    mine = audience is Audience.FACILITATOR
    assert all(("Facilitator's\u00a0copy" in head) == mine for head in heads)
    for whose, words in ((Audience.FACILITATOR, "Facilitator's copy"), (Audience.LEARNER, "Learner's copy")):
        assert all((words in foot) == (audience is whose) for foot in feet)
    assert all("Page 1 of 1" in foot and "2026-10-01" in foot for foot in feet)


def test_a_wide_document_lies_on_its_long_side(brand: Brand) -> None:
    assert [read(document(wide=wide), brand).sections[0].page_width.mm for wide in (False, True)] == pytest.approx(
        [210, 297], abs=0.1
    )


def show(steps: int) -> b.RunOfShow:
    rows = tuple(texts(f"09:{n:02}", f"Step {n}", "Leave it out") for n in range(steps))
    return b.RunOfShow(texts("Clock", "Step", "Cut"), (b.RunGroup(text("1. Engage"), rows),), "Steps.")


def test_a_run_of_show_too_long_for_a_page_is_a_warning_at_its_place(brand: Brand) -> None:
    assert not write(document(show(30)), brand).problems
    (problem,) = write(document(show(80)), brand).problems
    assert (problem.code, problem.place) == ("run-of-show-too-long", PLACE)


def test_a_run_of_show_in_a_longer_document_has_a_page_of_its_own_with_the_same_heads(brand: Brand) -> None:
    sections = (
        Section(text("Before"), ()),
        Section(text("Show"), (show(30),), starts_page=True),
        Section(text("After"), (Paragraph(text("Words")),)),
    )
    found = read(document(sections=sections, audience=Audience.FACILITATOR), brand).sections
    assert [s.different_first_page_header_footer for s in found] == [True, False, False]
    assert [s.header.is_linked_to_previous for s in found] == [False, True, True]


def test_a_table_whose_words_must_break_is_a_warning(brand: Brand) -> None:
    long = texts(*("Unbreakablewordsofgreatlength" for _ in range(6)))
    (problem,) = write(document(Table(long, (long,), "Too much.")), brand).problems
    assert (problem.code, problem.place) == ("crowded-table", PLACE)


def test_room_to_write_has_as_many_rules_as_it_says(brand: Brand) -> None:
    found = read(document(b.TextField("q", text("Why?"), 4)), brand).paragraphs
    assert [p.style.name for p in found[-5:]] == ["Field Label", "Answer Field", *["Answer Line"] * 3]


def test_each_cell_of_a_rubric_has_a_box_to_tick(brand: Brand) -> None:
    (table,) = read(document(RUBRIC, wide=True), brand).tables
    assert ["\u2610" in "".join(cell._tc.itertext()) for cell in table.rows[1].cells] == [False, True, True, False]
