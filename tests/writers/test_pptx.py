"""The deck, read back with python-pptx and compared with the document that it was written from."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from lessonbuild.model import blocks as b
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import (
    Audience,
    Block,
    BulletList,
    Document,
    NumberedList,
    Paragraph,
    Role,
    Section,
    Table,
)
from lessonbuild.model.place import Place
from lessonbuild.model.text import Run, Style, Text, text
from lessonbuild.writers.pptx import write
from lessonbuild.writers.pptx.deck import deck
from lessonbuild.writers.pptx.fit import height
from lessonbuild.writers.pptx.grid import HEIGHT, WIDTH
from lessonbuild.writers.pptx.layouts import LAYOUTS
from lessonbuild.writers.pptx.pieces import Group, Piece, Shape, Words

PLACE = Place("lesson.yaml", 7, 3)


def named(name: str, words: str = "") -> b.Named:
    return b.Named(text(name), text(words))


def texts(*words: str) -> tuple[Text, ...]:
    return tuple(text(word) for word in words)


def chart(kind: b.Chart.Kind, **more: Any) -> b.Chart:
    series = (("Actual", (40.0, 55.0, 61.0)), ("Budget", (40.0, 45.0, 50.0)))
    if kind is b.Chart.Kind.WATERFALL:
        series = (("Change", (40.0, -5.0, 35.0)),)
        more.setdefault("totals", ("January", "March"))
    made = b.Chart(
        kind,
        text("What was spent"),
        ("January", "February", "March"),
        series,
        "USD thousand",
        f"A {kind.value} chart of three months.",
        source=text("Source: the ledger"),
    )
    return replace(made, **more)


TABLE = Table(
    texts("Service", "Cost"),
    (texts("Inference", "1,200"), texts("Storage", "90"), texts("Total", "1,290")),
    "Cost by service",
    text("Last month"),
    (1,),
    True,
)

RUBRIC = b.RubricGrid(
    texts("Emerging", "Proficient"),
    (b.RubricRow("drivers", text("Cost drivers"), 40, texts("names a driver", "sizes each driver"), ("20", "40")),),
    ("Criterion", "Points"),
    "Total",
    "One criterion by two levels",
)

SHOWN: dict[str, tuple[Block, ...]] = {
    "Cover": (
        b.Cover(
            text("The cost of an answer"),
            text("A morning with a real bill"),
            texts("09:00–12:00", "Finance and engineering"),
        ),
    ),
    "Agenda": (
        b.Agenda(
            tuple(texts("Starts", "Minutes", "Phase", "What we do")),
            (b.AgendaRow("09:00", "30", text("Engage"), text("Read the bill")),),
            "We end at 12:00",
        ),
    ),  # type: ignore[arg-type]
    "Divider": (b.Divider(1, text("Engage"), "09:00", "30 minutes", text("Vote, and read the opening of the case.")),),
    "Statement": (b.Statement(text("A budget read monthly cannot steer a system that spends by the second.")),),
    "Quote": (b.Quote(text("Everyone takes ownership for their usage."), text("FinOps Foundation")),),
    "Number": (
        b.BigNumber("USD 15,590", text("for two machines that ran all week")),
        Paragraph(text("Source: the ledger"), Role.SOURCE),
    ),
    "Comparison": (
        b.Comparison(
            b.Side(text("Committed"), texts("cheaper", "paid while idle")),
            b.Side(
                text("On demand"),
                texts(
                    "dearer",
                ),
            ),
            text("Commit to the floor."),
        ),
    ),
    "Cards": (b.Cards((named("Idle", "paid, not used"), named("Oversized", "smaller would do"), named("Repeated"))),),
    "Process": (
        b.Stages(
            b.Stages.Shape.PROCESS,
            (named("Meter", "record usage"), named("Price", "apply rates"), named("Decide")),
            "Three steps",
        ),
    ),
    "Cycle": (
        b.Stages(
            b.Stages.Shape.CYCLE,
            (named("Inform", "show cost"), named("Optimize", "use less"), named("Operate", "keep it")),
            "A cycle",
        ),
    ),
    "Funnel": (
        b.Stages(
            b.Stages.Shape.FUNNEL,
            (named("Ideas", "many"), named("Pilots", "some"), named("Products", "few")),
            "A funnel",
        ),
    ),
    "Timeline": (
        b.Stages(b.Stages.Shape.TIMELINE, (named("5 April", "left running"), named("20 June", "found")), "Two dates"),
    ),
    "Quadrant": (
        b.Quadrant(
            b.Axis(text("Demand"), text("Steady"), text("Spiky")),
            b.Axis(text("Waiting"), text("None"), text("Hours")),
            (
                named("Batch", "nightly"),
                named("Spot", "backfills"),
                named("Committed", "daytime"),
                named("Scaling", "launches"),
            ),
            "Four fields",
        ),
    ),
    "Column": (chart(b.Chart.Kind.COLUMN, emphasis=("Actual",), target=b.Target(50, "Limit")),),
    "Bar": (
        chart(b.Chart.Kind.BAR, target=b.Target(50, "Limit"), emphasis=("March",)),
        Paragraph(text("Only March was over.")),
    ),
    "Line": (chart(b.Chart.Kind.LINE, emphasis=("Actual",), marks=(b.Mark("Actual", "February", "New model"),)),),
    "Stacked": (chart(b.Chart.Kind.STACKED),),
    "Waterfall": (chart(b.Chart.Kind.WATERFALL, emphasis=("February",)),),
    "Screen": (
        b.Screen(
            text("Cost explorer"),
            (named("Period", "May"),),
            chart(b.Chart.Kind.COLUMN),
            TABLE,
            texts("First the period.", "Then the tag."),
            "A console",
        ),
    ),
    "Table": (TABLE, Paragraph(text("Inference is nearly all of it."))),
    "Poll": (b.Poll(texts("Idle capacity", "Retries", "People")),),
    "Discussion": (b.Discussion(texts("Which number?", "Who should see it?"), text("In pairs, four minutes")),),
    "Activity": (
        b.Activity(
            text("Name the three largest drivers."),
            texts("Read the exhibits.", "Agree on three."),
            text("One sheet"),
            25,
            "minutes",
            "until 10:05",
            "Hand in",
        ),
    ),
    "Formula": (
        b.Formula(
            text("Unit cost"),
            text("cost per case = cost ÷ cases"),
            (named("cost", "all of it"),),
            (Paragraph(text("1,290 ÷ 100 = 12.90")),),
            text("Same definition each month."),
            "Example",
        ),
    ),
    "Callout": (b.Callout(text("Remember"), (Paragraph(text("A cost nobody owns is a cost nobody stops.")),)),),
    "Checklist": (b.Checklist(texts("Sheet handed in", "Question written")),),
    "Rubric": (RUBRIC,),
    "Prose": (
        Paragraph(text("Shared platforms need a rule."), Role.LEAD),
        BulletList(texts("Tag by purpose.", "Say what is left.")),
        NumberedList(texts("First this.", "Then that.")),
    ),
    "Two leads": (chart(b.Chart.Kind.LINE), Paragraph(text("Then the table.")), TABLE),
    "Field": (b.TextField("q", text("What will you change?"), 1),),
    "Closing": (b.Closing(text("A cost nobody owns is a cost nobody stops."), texts("Reflection due in two weeks")),),
}

NOTES: tuple[Block, ...] = (
    Paragraph(text("09:06 · Where has the money gone?"), Role.LABEL),
    b.Cue(
        b.Act.SAY,
        "Say",
        (Paragraph((Run("Think of the "), Run("last", Style.EMPHASIS), Run(" project you paid for."))),),
    ),
    b.Cue(b.Act.EXPECT, "Expect", (BulletList(texts("Idle capacity", "Retries")),)),
)


def document(sections: tuple[Section, ...]) -> Document:
    return Document(
        "slides",
        text("The cost of an answer"),
        Audience.FACILITATOR,
        sections,
        "The cost of an answer",
        "en",
        "2026-11-23",
    )


def section(title: str, *blocks: Block, **more: Any) -> Section:
    return Section(text(title), blocks, more.pop("notes", NOTES), PLACE, **more)


EVERYTHING = document(
    tuple(
        section(f"About {name}", *blocks, group="Engage" if i < 12 else "Explore")
        for i, (name, blocks) in enumerate(SHOWN.items())
    )
)


def opened(data: bytes) -> Any:
    return Presentation(BytesIO(data))


@pytest.fixture(scope="module")
def everything(brand: Brand) -> Any:
    return opened(write(EVERYTHING, brand).data)


def words_on(slide: Any) -> str:
    """All that can be read on a slide: shapes and groups, tables, and charts with names, numbers and labels."""
    found = [node.text or "" for node in slide._element.iter("{*}t")]
    for shape in slide.shapes:
        if shape.has_chart:
            found += [node.text or "" for node in shape.chart._chartSpace.iter("{*}v", "{*}t")]
    return " ".join(found)


def single_words(shown: str) -> set[str]:
    """Words and numbers; 12,000 and 12000.0 are one number, and a hyphen may be a minus."""
    plain = re.sub(r"(?<=\d),(?=\d)", "", shown.replace("−", "-"))
    found: list[str] = re.findall(r"-?\d+(?:\.\d+)?|\w+", plain)
    return {re.sub(r"\.0$", "", word) for word in found}


def pieces_of(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        if isinstance(piece, Group):
            yield from pieces_of(piece.pieces)


@pytest.mark.parametrize("name", SHOWN)
def test_no_word_is_lost(name: str, brand: Brand) -> None:
    deck_ = opened(write(document((section(f"About {name}", *SHOWN[name]),)), brand).data)
    shown = single_words(" ".join(words_on(slide) for slide in deck_.slides))
    lost = {word for block in SHOWN[name] for word in single_words(b.spoken(block))} - shown
    assert lost <= set("ABC"), "only the letters of a poll, which are its bullets"


def test_each_slide_has_its_title_and_nothing_empty(everything: Any) -> None:
    assert len(everything.slides) >= len(SHOWN)
    for slide in everything.slides:
        assert slide.shapes.title.text_frame.text.strip()
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id, "the title is read first"
        for shape in slide.placeholders:
            assert not shape.has_text_frame or shape.text_frame.text.strip() or shape._element.findall(".//{*}fld")


@pytest.mark.parametrize(
    ("name", "layout"),
    [
        ("Cover", "Title"),
        ("Divider", "Section"),
        ("Statement", "Statement"),
        ("Quote", "Quote"),
        ("Number", "Number"),
        ("Comparison", "Two columns"),
        ("Cards", "Cards"),
        ("Cycle", "Diagram"),
        ("Line", "Chart"),
        ("Table", "Table"),
        ("Poll", "Poll"),
        ("Discussion", "Question"),
        ("Activity", "Activity with timer"),
        ("Prose", "Text"),
        ("Closing", "Closing"),
        ("Agenda", "Table"),
        ("Rubric", "Table"),
    ],
)
def test_what_leads_decides_the_layout(name: str, layout: str, brand: Brand) -> None:
    assert deck(document((section("A title", *SHOWN[name]),)), brand).slides[0].layout == layout


def test_text_is_as_high_as_its_box_at_most_and_on_the_slide(brand: Brand) -> None:
    for slide in deck(EVERYTHING, brand).slides:
        for piece in pieces_of((slide.title, *slide.pieces)):
            if isinstance(piece, Words | Shape):
                pad = piece.pad if isinstance(piece, Shape) else 0
                assert height(piece.paras, piece.box.w - 2 * pad, brand) <= piece.box.h - 2 * pad + 1, (
                    slide.layout,
                    piece,
                )
                assert piece.box.x >= -0.01
                assert piece.box.right <= WIDTH + 0.01
                assert piece.box.bottom <= HEIGHT + 0.01


def test_nothing_is_smaller_than_a_label_or_shrunk_by_the_viewer(everything: Any) -> None:
    for slide in everything.slides:
        sizes = [int(node.get("sz")) for node in slide._element.iter("{*}rPr", "{*}defRPr") if node.get("sz")]
        assert min(sizes) >= 1400
        assert not list(slide._element.iter("{*}normAutofit", "{*}spAutoFit"))
        assert all(node.get("wrap") == "square" for node in slide._element.iter("{*}bodyPr") if node.get("wrap"))


def test_colours_are_the_themes(brand: Brand) -> None:
    package = zipfile.ZipFile(BytesIO(write(EVERYTHING, brand).data))
    for name in package.namelist():
        if re.match(r"ppt/(slides|charts|slideLayouts|slideMasters|notesSlides)/[^/]+\.xml", name):
            assert b"srgbClr" not in package.read(name), name
    for name in ("ppt/theme/theme1.xml", "ppt/theme/theme2.xml"):
        theme = package.read(name).decode()
        assert brand.colours.accent in theme
        assert brand.heading.name in theme
        assert brand.text.name in theme


def test_every_run_has_the_documents_language(everything: Any) -> None:
    for slide in everything.slides:
        for page in (slide._element, slide.notes_slide._element):
            assert {run.find("{*}rPr").get("lang") for run in page.iter("{*}r")} <= {"en-US"}


def test_notes_hold_every_cue_under_its_label(everything: Any) -> None:
    for slide in everything.slides:
        body = slide.notes_slide.notes_text_frame
        assert [p.text for p in body.paragraphs] == [
            "09:06 · Where has the money gone?",
            "Say: Think of the last project you paid for.",
            "Expect:",
            "Idle capacity",
            "Retries",
        ]
        assert body.paragraphs[1].runs[0].font.bold
        assert body.paragraphs[1].runs[1].font.size == Pt(12)


def test_notes_too_long_for_a_page_are_set_smaller_with_a_warning(brand: Brand) -> None:
    said = b.Cue(b.Act.SAY, "Say", (Paragraph(text("These are a good many words to say. " * 105)),))
    written = write(document((section("Much to say", b.Statement(text("Short.")), notes=(said,)),)), brand)
    assert [(p.code, p.place) for p in written.problems] == [("notes-long", PLACE)]
    size = opened(written.data).slides[0].notes_slide.notes_text_frame.paragraphs[0].runs[0].font.size
    assert size in (Pt(11), Pt(10.5))


def test_phases_are_sections(brand: Brand) -> None:
    sections = (
        section("Opening", *SHOWN["Statement"]),
        section("A", *SHOWN["Poll"], group="Engage"),
        section("B", *SHOWN["Cards"], group="Engage"),
    )
    made = opened(write(document(sections), brand).data)
    found = [(s.get("name"), len(list(s.iter("{*}sldId")))) for s in made.element.iter("{*}section")]
    assert found == [("The cost of an answer", 1), ("Engage", 2)]


def test_an_activity_counts_down_its_minutes(brand: Brand) -> None:
    slide = opened(write(document((section("Work", *SHOWN["Activity"]),)), brand).data).slides[0]
    effect = next(slide._element.iter("{*}animEffect"))
    target = next(effect.iter("{*}spTgt")).get("spid")
    assert next(effect.iter("{*}cTn")).get("dur") == str(25 * 60 * 1000)
    assert [shape.name for shape in slide.shapes if str(shape.shape_id) == target] == ["Time left"]


@pytest.mark.parametrize(
    "title", ["A title of two lines that says what the slide shows, " * 2, "Far too long a title. " * 8]
)
def test_a_long_title_is_set_smaller_with_a_warning(title: str, brand: Brand) -> None:
    made = deck(document((section(title.strip(), *SHOWN["Poll"]),)), brand)
    long = len(title) > 150
    assert [p.code for p in made.problems] == (["title-long"] if long else [])
    assert (made.slides[0].title.paras[0].size < 30) is long


def test_a_list_too_long_continues_and_keeps_every_item(brand: Brand) -> None:
    items = texts(
        *(f"Item {n} is a sentence of moderate length, so that twenty of them need a second slide." for n in range(20))
    )
    written = write(document((section("Much to read", BulletList(items)),)), brand)
    slides = list(opened(written.data).slides)
    assert [slide.shapes.title.text_frame.text for slide in slides[:2]] == [
        "Much to read",
        f"Much to read (2 of {len(slides)})",
    ]
    assert [p.code for p in written.problems] == ["slide-continued"]
    found = re.findall(r"Item (\d+) ", " ".join(words_on(slide) for slide in slides))
    assert found == [str(n) for n in range(20)]


def test_a_table_too_long_repeats_its_head_and_keeps_its_total_company(brand: Brand) -> None:
    rows = (*(texts(f"Row {n}", "1") for n in range(24)), texts("Total", "24"))
    table = Table(texts("What", "How much"), rows, "Many rows", numeric=(1,), total=True)
    slides = opened(write(document((section("All of it", table),)), brand).data).slides
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    assert len(tables) > 1
    assert all(t.first_row and t.cell(0, 0).text == "What" for t in tables)
    assert len(tables[-1].rows) > 2
    assert sum(len(t.rows) - 1 for t in tables) == len(rows)


def test_the_agenda_is_drawn_to_scale(brand: Brand) -> None:
    words = texts("Starts", "Minutes", "Phase", "What we do")
    rows = tuple(
        b.AgendaRow("09:00", minutes, text(f"Phase {minutes}"), text("Read")) for minutes in ("30", "60", "90")
    )
    agenda = b.Agenda((words[0], words[1], words[2], words[3]), rows, "We end at 12:00")
    slide = opened(write(document((section("Today", agenda),)), brand).data).slides[0]
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    half, one, more = (table.rows[n].height for n in (1, 2, 3))
    assert one == pytest.approx(2 * half, rel=0.01)
    assert more == pytest.approx(3 * half, rel=0.01)


def test_a_source_is_named_once(brand: Brand) -> None:
    again = Paragraph(text("Source: the ledger"), Role.SOURCE)
    slide = opened(write(document((section("Shown", chart(b.Chart.Kind.LINE), again),)), brand).data).slides[0]
    assert words_on(slide).count("Source: the ledger") == 1


def test_what_cannot_be_drawn_is_said(brand: Brand) -> None:
    long = (
        "a sentence that goes on and on, as no card should, until there is no room left on the slide for it at all " * 3
    )
    cards = b.Cards(tuple(named(f"Card {n}", long) for n in range(6)))
    slides = opened(write(document((section("Too much", cards),)), brand).data).slides
    assert len(slides) > 1
    assert all(f"Card {n}" in " ".join(words_on(slide) for slide in slides) for n in range(6))


def test_a_deck_is_the_same_bytes_each_time(brand: Brand) -> None:
    assert write(EVERYTHING, brand).data == write(EVERYTHING, brand).data


def test_the_package_says_what_it_is(everything: Any) -> None:
    properties = everything.core_properties
    assert (properties.title, properties.author, properties.language) == ("The cost of an answer", "lessonbuild", "en")
    assert str(properties.created)[:10] == "2026-11-23"
    assert (everything.slide_width.inches, everything.slide_height.inches) == (pytest.approx(13.333, abs=0.001), 7.5)


def test_the_master_names_our_layouts_with_title_foot_and_number(everything: Any) -> None:
    assert [layout.name for layout in everything.slide_layouts] == [layout.name for layout in LAYOUTS]
    for layout in everything.slide_layouts:
        kinds = {str(shape.placeholder_format.type).split(" ")[0] for shape in layout.placeholders}
        assert "TITLE" in kinds
        assert layout.name == "Title" or {"FOOTER", "SLIDE_NUMBER"} <= kinds
