"""PDF: every word arrives, on the right page, in embedded faces, the same bytes each time; pages break sensibly."""

import re
from dataclasses import dataclass, replace
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from lessonbuild.model.blocks import (
    Act,
    Activity,
    Agenda,
    AgendaRow,
    AnswerLines,
    Axis,
    BigNumber,
    Callout,
    Cards,
    Chart,
    Checklist,
    ChoiceField,
    Comparison,
    Cover,
    Cue,
    Discussion,
    Divider,
    FieldRow,
    Formula,
    Mark,
    Moment,
    Named,
    Poll,
    Quadrant,
    Quote,
    RatingField,
    RubricGrid,
    RubricRow,
    RunGroup,
    RunOfShow,
    Screen,
    Side,
    Stages,
    Statement,
    Target,
    Terms,
    TextField,
    Tone,
    spoken,
)
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
from lessonbuild.model.text import Run, Style, text
from lessonbuild.writers.pdf import write

LONG = "When the bill came nobody could say which team had ordered what and so the meeting went on until noon. "


def document(*blocks: Block, **changes: object) -> Document:
    made = Document(
        "guide",
        text("A guide"),
        Audience.LEARNER,
        (Section(text("Beginning"), blocks),),
        "FinOps for AI",
        "en-GB",
        "2026-11-23",
    )
    return replace(made, **changes)


def read(made: Document, brand: Brand) -> PdfReader:
    return PdfReader(BytesIO(write(made, brand).data))


def pages(made: Document, brand: Brand) -> list[str]:
    return [page.extract_text() for page in read(made, brand).pages]


def paragraphs(count: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text(LONG * 3)) for _ in range(count))


def closed(words: str) -> str:
    """The characters alone: lines break where they like."""
    return re.sub(r"\s", "", words)


def named(*pairs: tuple[str, str]) -> tuple[Named, ...]:
    return tuple(Named(text(name), text(words)) for name, words in pairs)


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (300, 200), "grey").save(out, "PNG")
    return out.getvalue()


CHART = Chart(
    Chart.Kind.LINE, text("Spending passed the budget in May"), ("Mar", "Apr", "May"),
    (("Budget", (1.0, 2.0, 3.0)), ("Actual", (1.0, 2.5, 4.0))), "USD thousand", "alt", label=text("Exhibit 3"),
    marks=(Mark("Actual", "May", "Passed"),), target=Target(2.5, "Limit"), source=text("Source: ledger"),
)  # fmt: skip
TABLE = Table(
    (text("Month"), text("Cost")),
    ((text("March"), text("12")), (text("Total"), text("12"))),
    "d",
    text("Costs"),
    (1,),
    True,
)
ACROSS = Axis(text("Across"), text("near"), text("far"))
UPWARD = Axis(text("Upward"), text("low"), text("high"))
QUARTERS = named(("Try", "cheap"), ("Decide", "dear"), ("Leave", "small"), ("Stop", "useless"))
BLOCKS: tuple[Block, ...] = (
    Paragraph((Run("Plain "), Run("strong", Style.STRONG), Run(" <&> "), Run("link", link="https://example.org/a?b=1&c"))),
    Paragraph(text("Lead"), Role.LEAD),
    Paragraph(text("Label"), Role.LABEL),
    Paragraph(text("Source: somewhere"), Role.SOURCE),
    BulletList((text("first point"), text("second point"))),
    NumberedList((text("seventh"), text("eighth")), 7),
    TABLE,
    Figure(picture(), "alt", text("A caption")),
    Statement(text("One sentence")),
    Quote(text("Said"), text("somebody")),
    BigNumber("77", text("days idle")),
    Comparison(Side(text("Left side"), (text("l1"),)), Side(text("Right side"), (text("r1"),)), text("The verdict")),
    Cards(named(("Card A", "about a"), ("Card B", "about b"), ("Card C", "about c"))),
    *(Stages(shape, named(("Inform", "see"), ("Optimize", "cut"), ("Operate", "go")), "alt") for shape in Stages.Shape),
    Quadrant(ACROSS, UPWARD, QUARTERS, "alt"),
    Screen(text("Cost explorer"), named(("Period", "2025")), CHART, TABLE, (text("Look here"),), "alt"),
    Formula(
        text("Unit cost"), text("cost over cases"), named(("cost", "all")),
        (Paragraph(text("12 / 4 = 3")),), text("Mind"), "Worked",
    ),
    Terms(named(("FinOps", "A way of working"))),
    *(Callout(text(f"Tone {tone.value}"), (Paragraph(text("Inside")),), tone) for tone in Tone),
    Divider(2, text("Explore"), "09:30", "45 minutes", text("Take a bill apart")),
    Agenda(
        (text("Time"), text("Min"), text("Phase"), text("What")),
        (AgendaRow("09:00", "30", text("Engage"), text("read")),), "12:00",
    ),
    Poll((text("Idle"), text("Retries"))),
    Discussion((text("Why?"),), text("In pairs")),
    Activity(text("Find leaks"), (text("Rank"),), text("One sheet"), 15, "minutes", "until 10:35", "Hand in"),
    *(Cue(act, f"Label-{act.value}", (Paragraph(text(f"words of {act.value}")),)) for act in Act),
    Moment("09:06", "6 min", text("A step"), named(("Slides", "3")), (Cue(Act.SAY, "Say", (Paragraph(text("Hi")),)),)),
    RunOfShow((text("Clock"), text("Step")), (RunGroup(text("Phase 1"), ((text("09:00"), text("Begin")),)),), "d"),
    Checklist((text("Nodes are off"),)),
    TextField("a", text("What surprised you?"), 3, text("One sentence")),
    FieldRow((TextField("b", text("Team")), TextField("c", text("Date")))),
    ChoiceField("d", text("Which?"), (text("This one"), text("That one"))),
    RatingField("e", text("How well?"), (text("Badly"), text("Well")), text("A hint")),
    RubricGrid(
        (text("Low"), text("High")), (RubricRow("r", text("Drivers"), 20, (text("none"), text("all")), ("10", "20")),),
        ("Criterion", "Points"), "Total", "d",
    ),
)  # fmt: skip


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_every_word_of_a_block_arrives(block, wide, brand):
    found = closed(" ".join(pages(document(block, wide=wide), brand)))
    for word in spoken(block).split():
        shown = word.strip(":") if isinstance(block, Composed) else word  # a colon joins what may be set apart
        if not re.fullmatch(r"_+|–", shown) and not isinstance(block, Chart | Screen):
            assert closed(shown) in found, word


def test_a_chart_is_drawn_as_vectors_with_real_words(brand):
    reader = read(document(CHART), brand)
    words = closed(reader.pages[0].extract_text())
    for part in (
        "Exhibit 3",
        "Spending passed",
        "USD thousand",
        "Budget",
        "Actual",
        "Passed",
        "Limit",
        "Mar",
        "Source: ledger",
    ):
        assert closed(part) in words, part
    assert not reader.pages[0].images


def test_a_screen_shows_filters_chart_table_and_where_to_look(brand):
    screen = next(block for block in BLOCKS if isinstance(block, Screen))
    words = closed(" ".join(pages(document(screen), brand)))
    for part in ("Cost explorer", "Period", "2025", "Spending passed", "March", "12", "Look here"):
        assert closed(part) in words


def test_a_kind_that_the_writer_does_not_know_says_its_parts(brand):
    @dataclass(frozen=True)
    class Riddle(Composed):
        def parts(self) -> tuple[Block, ...]:
            return (Paragraph(text("What is dear and idle?")), Callout(text("Answer"), (Paragraph(text("A node")),)))

    words = closed(pages(document(Riddle()), brand)[0])
    assert closed("What is dear and idle?") in words
    assert closed("A node") in words


def test_what_is_only_said_is_not_lost(brand):
    made = document(
        sections=(Section(text("One"), (Paragraph(text("shown")),), notes=(Paragraph(text("spoken aloud")),)),)
    )
    assert closed("spoken aloud") in closed(pages(made, brand)[0])


def test_equal_documents_are_equal_bytes(brand):
    made = document(*BLOCKS[:12], CHART, contents=True)
    assert write(made, brand).data == write(made, brand).data


def test_the_file_says_what_it_is_in_which_language_and_of_which_date(brand):
    reader = read(document(*BLOCKS[:2]), brand)
    assert reader.metadata is not None
    assert reader.metadata.title == "A guide"
    assert reader.metadata.author == "lessonbuild"
    assert str(reader.metadata["/CreationDate"]).startswith("D:20261123")
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_all_faces_are_embedded(brand):
    for page in read(document(*BLOCKS), brand).pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"], font.get_object()["/BaseFont"]


def test_every_page_of_a_facilitators_copy_says_so_and_no_learners_does(brand):
    long = paragraphs(30)
    copies = pages(document(*long, audience=Audience.FACILITATOR), brand)
    assert len(copies) > 2
    assert all("Facilitator's copy" in page for page in copies)
    assert not any("Facilitator's copy" in page for page in pages(document(*long), brand))


def test_pages_are_counted_and_carry_title_and_edition(brand):
    found = pages(document(*paragraphs(30)), brand)
    for number, page in enumerate(found, 1):
        assert f"Page {number} of {len(found)}" in page
        assert "Edition of 2026-11-23" in page
    assert all("A guide" in page and "FinOps for AI" in page for page in found)


def chapters(count: int) -> tuple[Section, ...]:
    return tuple(
        Section(text(f"Chapter-{n}"), paragraphs(2 + n % 3), level=1 + n % 3 % 2, starts_page=n % 4 == 0)
        for n in range(count)
    )


def test_contents_and_bookmarks_lead_to_the_pages_of_their_headings(brand):
    reader = read(document(sections=chapters(14), contents=True), brand)
    found = [page.extract_text() for page in reader.pages]

    def leaves(outline):
        for item in outline:
            yield from leaves(item) if isinstance(item, list) else (item,)

    marks = {mark.title: reader.get_destination_page_number(mark) + 1 for mark in leaves(reader.outline)}
    del marks["A guide"]
    assert list(marks) == [f"Chapter-{n}" for n in range(14)]
    assert all(re.search(rf"{name}$", found[page - 1], re.MULTILINE) for name, page in marks.items())
    assert {name: int(page) for page, name in re.findall(r"(\d+)\s+(Chapter-\d+)", found[0])} == marks
    assert len(reader.pages[0].get("/Annots", [])) == 14


@pytest.mark.parametrize("filler", range(4, 40, 3))
def test_a_heading_is_never_the_last_of_a_page(filler, brand):
    lines = tuple(Paragraph(text("Filler words.")) for _ in range(filler))
    sections = (Section(text("One"), lines), Section(text("HEADING"), (Paragraph(text("follows " * 60)),), level=2))
    page = next(page for page in pages(document(sections=sections), brand) if "HEADING" in page)
    assert len(re.findall("follows", page.split("HEADING")[1])) > 15  # two lines at least


@pytest.mark.parametrize("filler", range(4, 40, 3))
def test_a_lead_stays_with_what_it_leads(filler, brand):
    lines = tuple(Paragraph(text("Filler words.")) for _ in range(filler))
    led = (Paragraph(text("LEAD"), Role.LEAD), Paragraph(text("follows " * 60)))
    sections = (Section(text("One"), lines), Section(text("Two"), led, level=2))
    page = next(page for page in pages(document(sections=sections), brand) if "LEAD" in page)
    assert len(re.findall("follows", page.split("LEAD")[1])) > 15


@pytest.mark.parametrize("filler", range(24, 32))
def test_no_line_of_a_paragraph_stands_alone_on_a_page(filler, brand):
    lines = tuple(Paragraph(text("Filler words.")) for _ in range(filler))
    for page in pages(document(*lines, Paragraph(text("tail " * 75))), brand):
        assert len(re.findall("tail", page)) == 0 or len(re.findall("tail", page)) > 25


def test_a_table_repeats_its_head_on_every_page_and_loses_no_row(brand):
    rows = tuple((text(f"node-{n:03d}"), text("idle")) for n in range(120))
    made = document(Table((text("Resource"), text("State-of-it")), rows, "d"))
    found = pages(made, brand)
    assert len(found) > 2
    assert all("State-of-it" in page for page in found)
    assert re.findall(r"node-\d{3}", " ".join(found)) == [f"node-{n:03d}" for n in range(120)]


def run_of_show(rows: int) -> RunOfShow:
    row = (text("09:00"), text("Where has your money gone?"), text("Skip the poll; take three hands at once."))
    return RunOfShow(
        (text("Clock"), text("Step"), text("If late")), (RunGroup(text("Phase"), (row,) * rows),), "The session"
    )


@pytest.mark.parametrize("rows", [5, 20, 32])
def test_the_run_of_show_stands_on_one_page(rows, brand):
    written = write(document(run_of_show(rows), audience=Audience.FACILITATOR), brand)
    assert len(PdfReader(BytesIO(written.data)).pages) == 1
    assert not written.problems


def test_a_run_of_show_that_fits_on_no_page_is_a_warning_and_complete(brand):
    written = write(document(run_of_show(120)), brand)
    assert [problem.code for problem in written.problems] == ["page-overfull"]
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(written.data)).pages)
    assert len(re.findall("Where has", words)) == 120


def test_a_rubric_stands_on_one_wide_page_with_a_box_for_each_cell(brand):
    cells = tuple(text(LONG) for _ in range(4))
    rows = tuple(RubricRow(f"r{n}", text(f"Criterion {n}"), 20, cells, ("5", "10", "15", "20")) for n in range(5))
    grid = RubricGrid(tuple(text(f"Level {n}") for n in range(4)), rows, ("Criterion", "Points"), "Total", "d")
    reader = read(document(Paragraph(text(LONG)), grid, wide=True), brand)
    assert len(reader.pages) == 1
    width, height = reader.pages[0].mediabox.width, reader.pages[0].mediabox.height
    assert width > height
    sides = re.findall(rb"[\d.]+ [\d.]+ ([\d.]+) ([\d.]+) re B", reader.pages[0].get_contents().get_data())
    assert len(sides) == 20
    assert all(float(side) >= 13.3 for pair in sides for side in pair)  # 5 mm with its line


def test_ruled_lines_break_over_pages_without_losing_any(brand):
    def drawn(count: int) -> int:
        reader = read(document(AnswerLines(count)), brand)
        return sum(len(re.findall(rb" l S", page.get_contents().get_data())) for page in reader.pages)

    assert drawn(60) - drawn(10) == 50


def test_signs_that_the_face_does_not_have_are_told_with_their_section(brand):
    place = Place("lesson.yaml", 12, 3)
    made = document(sections=(Section(text("One"), (Paragraph(text("snow \u2603")),), place=place),))
    problem = write(made, brand).problems[0]
    assert (problem.code, problem.place) == ("missing-glyph", place)
    assert "\u2603" in problem.message


def test_signs_that_only_the_headings_face_lacks_are_drawn_in_the_other(brand):
    formula = Formula(text("Name"), text("\u2211 of all"))
    written = write(document(formula), brand)
    assert not written.problems
    assert "\u2211" in PdfReader(BytesIO(written.data)).pages[0].extract_text()


def test_a_table_that_is_too_wide_is_a_warning(brand):
    cells = tuple(text("incomprehensible") for _ in range(18))
    assert [p.code for p in write(document(Table(cells, (cells,), "d")), brand).problems] == ["table-too-wide"]


def test_text_runs_on_where_a_numbered_exhibit_waits_for_the_next_page(brand):
    blocks = (*paragraphs(7), CHART, *(Paragraph(text(f"after-{n} " + LONG * 2)) for n in range(6)))
    first, second, *_ = pages(document(*blocks), brand)
    assert "after-0" in first
    assert "Exhibit 3" in second


@pytest.mark.parametrize("closed", [True, False])
def test_the_next_heading_passes_an_exhibit_only_of_a_section_that_is_not_closed(closed, brand):
    first = Section(text("First"), (*paragraphs(7), CHART), closed=closed)
    second = Section(text("Second"), paragraphs(1))
    found = " ".join(pages(document(sections=(first, second)), brand))
    assert (found.index("Exhibit 3") < found.index("Second")) == closed


def test_exhibits_stay_in_their_order(brand):
    numbered = replace(TABLE, caption=(Run("Exhibit 4", Style.STRONG), Run("  "), Run("Costs")))
    blocks = (*paragraphs(7), CHART, numbered, *paragraphs(3), replace(CHART, label=text("Exhibit 5")), *paragraphs(2))
    assert re.findall(r"Exhibit \d", " ".join(pages(document(*blocks), brand))) == [
        "Exhibit 3",
        "Exhibit 4",
        "Exhibit 5",
    ]


def test_a_heading_that_repeats_the_title_is_not_set_twice(brand):
    made = document(sections=(Section(text("A guide"), (Paragraph(text("words")),)),))
    assert pages(made, brand)[0].count("A guide") == 1


def test_a_cover_stands_for_the_title(brand):
    cover = Cover(text("The great lesson"), text("Its subtitle"), (text("3 hours"),))
    words = pages(document(cover), brand)[0]
    assert all(part in words for part in ("The great lesson", "Its subtitle", "3 hours"))
    assert "Beginning" not in words


HUGE: tuple[Block, ...] = (
    Paragraph(text(LONG * 120)),
    Paragraph(text("x" * 4000)),
    Callout(text("Long"), (*paragraphs(30), ChoiceField("c", text("Which?"), (text(LONG),) * 60)), Tone.CARE),
    Table((text("One"), text("Two")), ((text(LONG * 150), text("a")),), "d", text("Caption")),
    Comparison(Side(text("L"), tuple(text(LONG) for _ in range(60))), Side(text("R"), (text("r"),)), text("Verdict")),
    Cards(named(("Card", LONG * 60), ("Other", "short"))),
    *(Stages(shape, named(("Name", LONG * 60), ("Other", "short")), "alt") for shape in Stages.Shape),
    Quadrant(ACROSS, UPWARD, (*named(("q", LONG * 60)), *QUARTERS[1:]), "alt"),
    Formula(text("F"), text(LONG * 50), named(("t", LONG * 40)), paragraphs(20), text("c")),
    Moment("09:00", "6 min", text("Step"), (), tuple(Cue(act, act.value, paragraphs(20)) for act in Act)),
    Terms(named((LONG, LONG * 80))),
    TextField("f", text(LONG * 3), 90),
    ChoiceField("c", text("Which?"), tuple(text(LONG) for _ in range(80))),
    RubricGrid((text("L"),), (RubricRow("r", text("n"), 1, (text(LONG * 90),), ("1",)),), ("C", "P"), "T", "d"),
    BulletList((text(LONG * 90),)),
)  # fmt: skip


@pytest.mark.parametrize("block", HUGE, ids=lambda block: type(block).__name__)
def test_no_length_of_text_breaks_a_page_or_loses_words(block, brand):
    found = closed(" ".join(pages(document(Paragraph(text(LONG)), block, Paragraph(text("THE-END"))), brand)))
    assert "THE-END" in found
    assert found.count("noon.") >= spoken(block).count("noon.")
