"""What is filled in, cut out and taken home as Word files: read back, with heights, boxes and sizes measured."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonbuild.fonts import widest_word
from lessonbuild.model import blocks as b
from lessonbuild.model.blocks import spoken
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Audience, Block, BulletList, Document, Paragraph, Role, Section
from lessonbuild.model.place import Place
from lessonbuild.model.printing import Printing
from lessonbuild.model.text import Text, text
from lessonbuild.writers.docx import write
from lessonbuild.writers.docx.form_columns import form_fit
from lessonbuild.writers.docx.geometry import CARDS, CERTIFICATE, FORM, PORTRAIT, page_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MM = 72 / 25.4
PLACE = Place("lesson.yaml", 7, 3)
BOX = "\u2610"


def texts(*words: str) -> tuple[Text, ...]:
    return tuple(text(word) for word in words)


def grid(*rows: tuple[str, ...], **more: Any) -> b.FormTable:
    head, *rest = rows
    return b.FormTable("grid", texts(*head), tuple(texts(*row) for row in rest), "A table to fill in.", **more)


BUDGET = grid(
    ("Driver", "Amount, USD", "Sure", "Owner"),
    ("Model calls", "1,200", "", ""),
    ("Storage", "300", "–", "Finance"),
    ("All", "", "", ""),
    caption=text("What 2026 pays for"),
    lines=2,
    ticks=(2,),
    total=True,
)
RATING = b.RatingTable(
    text("After this session I can"),
    texts("not yet", "with help", "alone"),
    (("one", text("size a finding")), ("two", text("name an owner"))),
    "Two statements.",
)
CANVAS = b.Canvas(
    tuple(
        b.CanvasBox(f"box-{n}", text(f"Name {n}"), text(f"What about {n}?" if n else ""), lines)
        for n, lines in enumerate((3, 4, 2, 2, 5))
    ),
    3,
    "Five boxes",
)
ROLE = b.CutCard(
    text("Role 1 of 6"),
    text("FinOps lead"),
    tuple(
        block
        for label in ("Wants", "Knows", "Asks")
        for block in (Paragraph(text(label), Role.LABEL), BulletList(texts(f"{label} one", f"{label} two")))
    ),
)
PROMPT = b.CutCard(text("Explore · prompt"), text("Who would notice first?"), (Paragraph(text("Name the screen.")),))
ROLES = b.CutCards((ROLE,) * 3, 1, 2, "3 cards to cut out.")
PROMPTS = b.CutCards((PROMPT,) * 7, 2, 2, "7 cards to cut out.")
CERTIFIED = b.Certificate(
    b.TextField("name", text("Name")),
    text("has worked in a team"),
    text("Your first sourdough loaf"),
    text("Reading dough instead of the clock"),
    (b.Named(text("Duration"), text("90 minutes")),),
    text("Objectives"),
    texts("Judge a dough", "Scale a recipe"),
    (b.TextField("date", text("Date")), b.TextField("who", text("Baker"))),
)
BLOCKS = (BUDGET, RATING, CANVAS, ROLES, PROMPTS, CERTIFIED)


def document(*blocks: Block, **more: Any) -> Document:
    sections = more.pop("sections", (Section(text("Sample title"), blocks, place=PLACE),))
    given = {"audience": Audience.LEARNER, "language": "en-GB", "date": "2026-10-01", "lesson": "The lesson"} | more
    return Document(name="sample", title=text("Sample title"), sections=sections, **given)


def read(made: Document, brand: Brand) -> Any:
    return docx.Document(BytesIO(write(made, brand).data))


def table(block: Block, brand: Brand) -> Any:
    return read(document(block), brand).tables[0]._tbl


def said(element: Any) -> str:
    pieces = element.iter(f"{W}p", f"{W}t", f"{W}tab", f"{W}br")
    return "".join(piece.text if piece.tag == f"{W}t" else " " for piece in pieces)


def pieces(words: str) -> set[str]:
    return {word for word in re.split(r"[\s:]+", words) if word.strip("_")}


def heights(table: Any) -> list[tuple[float, str]]:
    """The height of each row in points and its rule; 0 where the row is as high as its words."""
    found = [row.find(f"{W}trPr/{W}trHeight") for row in table.tr_lst]
    return [(0.0, "") if h is None else (int(h.get(f"{W}val")) / 20, h.get(f"{W}hRule")) for h in found]


def widths(table: Any) -> list[float]:
    return [int(column.get(f"{W}w")) / 20 for column in table.find(f"{W}tblGrid")]


def kept(row: Any) -> bool:
    return all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p"))


def cells(row: Any) -> list[Any]:
    return list(row.iterchildren(f"{W}tc"))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_no_word_of_a_form_is_lost(block: Block, brand: Brand) -> None:
    assert pieces(spoken(block)) <= pieces(said(read(document(block), brand).element.body))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_among_other_blocks_no_word_is_lost_either(block: Block, brand: Brand) -> None:
    made = document(Paragraph(text("Before")), block, Paragraph(text("After")))
    assert pieces(spoken(block)) | {"Before", "After"} <= pieces(said(read(made, brand).element.body))


def test_a_row_with_an_empty_cell_has_room_to_write_and_a_printed_one_its_own_height(brand: Brand) -> None:
    assert heights(table(BUDGET, brand)) == [
        (0.0, ""),
        (pytest.approx(16 * MM, abs=0.1), "atLeast"),
        (0.0, ""),
        (pytest.approx(16 * MM, abs=0.1), "atLeast"),
    ]


def test_an_empty_cell_of_a_column_to_tick_is_a_box_and_a_printed_one_is_text(brand: Brand) -> None:
    rows = [[said(cell).strip() for cell in cells(row)] for row in table(BUDGET, brand).tr_lst]
    assert [row[2] for row in rows] == ["Sure", BOX, "–", BOX]
    assert sum(cell == BOX for row in rows for cell in row) == 2


def test_a_table_to_fill_in_has_a_repeated_head_whole_rows_a_sum_and_words_for_those_who_cannot_see_it(
    brand: Brand,
) -> None:
    found = table(BUDGET, brand)
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in found.tr_lst] == [True, False, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in found.tr_lst)
    values = {tag: found.tblPr.find(f"{W}{tag}").get(f"{W}val") for tag in ("tblStyle", "tblCaption", "tblDescription")}
    assert values == {
        "tblStyle": "LessonTable",
        "tblCaption": "What 2026 pays for",
        "tblDescription": "A table to fill in.",
    }
    assert found.tblPr.find(f"{W}tblLook").get(f"{W}lastRow") == "1"


def test_hairlines_stand_between_the_columns_and_not_outside(brand: Brand) -> None:
    row = table(BUDGET, brand).tr_lst[1]
    sides = [[side.tag.removeprefix(W) for side in cell.find(f"{W}tcPr/{W}tcBorders")] for cell in cells(row)]
    assert sides == [["right"], ["left", "right"], ["left", "right"], ["left"]]


def test_numbers_stand_to_the_right_under_their_head(brand: Brand) -> None:
    rows = read(document(BUDGET), brand).tables[0].rows
    assert [row.cells[1].paragraphs[0].style.name for row in rows[:2]] == ["Table Number Head", "Table Number"]


def test_a_form_without_anything_to_fill_in_is_a_table_to_read(brand: Brand) -> None:
    found = table(grid(("Part", "Words"), ("Cost", "250"), ("Value", "200")), brand)
    assert {height for height, _ in heights(found)} == {0.0}
    assert found.find(f".//{W}tcBorders") is None


def test_a_short_table_stays_whole_with_its_caption_and_what_to_do(brand: Brand) -> None:
    made = document(Paragraph(text("Fill in the owner.")), BUDGET)
    found = read(made, brand)
    assert [kept(row) for row in found.tables[0]._tbl.tr_lst] == [True, True, True, False]
    before = [p for p in found.paragraphs if p.text in ("Fill in the owner.", "What 2026 pays for")]
    assert [p.paragraph_format.keep_with_next or p.style.paragraph_format.keep_with_next for p in before] == [True] * 2


def test_a_long_table_breaks_between_rows_but_leaves_none_alone(brand: Brand) -> None:
    rows = table(grid(("No.", "Measure"), *((str(n), "") for n in range(40))), brand).tr_lst
    assert [n for n, row in enumerate(rows) if n and kept(row)] == [1, 39]


ROOM = 480.0
WORDS = st.text("abc mno -", max_size=50)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=2, max_size=5), shares=st.booleans(), tick=st.booleans())
def test_columns_to_fill_in_take_the_whole_room_and_break_no_word(
    brand: Brand, rows: list[tuple[str, ...]], shares: bool, tick: bool
) -> None:
    made = grid(*rows, widths=(1, 5, 2) if shares else (), ticks=(2,) if tick else ())
    found = form_fit(made, ROOM, brand.text)
    assert not found.crowded
    assert sum(found.widths) == pytest.approx(ROOM)
    for column, width in enumerate(found.widths):
        assert width >= max(widest_word(row[column], brand.text, found.size) for row in made.rows)


def test_columns_with_nothing_printed_have_more_room_than_those_of_printed_words_or_boxes(brand: Brand) -> None:
    made = grid(("No.", "What we watch", "Done"), ("1", "", ""), ("2", "", ""), ticks=(2,))
    number, watched, done = form_fit(made, ROOM, brand.text).widths
    assert watched > 4 * max(number, done)
    assert form_fit(grid(("a", "b"), ("", ""), widths=(1, 3)), ROOM, brand.text).widths == pytest.approx((120, 360))


def test_a_rating_table_has_the_scale_once_and_a_box_for_each_of_its_points(brand: Brand) -> None:
    found = table(RATING, brand)
    rows = [[said(cell).strip() for cell in cells(row)] for row in found.tr_lst]
    assert rows[0] == ["After this session I can", "not yet", "with help", "alone"]
    assert [row[1:] for row in rows[1:]] == [[BOX] * 3] * 2
    assert all(height >= 8 * MM - 0.1 for height, _ in heights(found)[1:])
    assert 0.45 <= widths(found)[0] / sum(widths(found)) <= 0.5
    assert found.tr_lst[0].find(f"{W}trPr/{W}tblHeader") is not None


def test_long_words_of_a_scale_are_not_broken(brand: Brand) -> None:
    scale = texts("Strongly", "Moderately", "Independently", "Unquestionably", "Not")
    made = b.RatingTable(text("Said"), scale, (("one", text("a statement")),), "One.")
    found = table(made, brand)
    assert min(widths(found)[1:]) >= widest_word(scale[3], brand.text, 9, bold=True)
    endless = replace(made, scale=texts(*("Donaudampfschifffahrt" for _ in range(7))))
    assert [problem.code for problem in write(document(endless), brand).problems] == ["crowded-table"]


def test_boxes_of_a_canvas_are_ruled_share_their_row_and_have_their_lines(brand: Brand) -> None:
    found = table(CANVAS, brand)
    assert [len(cells(row)) for row in found.tr_lst] == [3, 2]
    assert [sum(int(tc.tcPr.gridSpan.val) for tc in cells(row)) for row in found.tr_lst] == [6, 6]
    (first, _), (second, _) = heights(found)
    assert first >= 4 * 8 * MM + 14
    assert second >= 5 * 8 * MM + 14
    assert {len(cell.find(f"{W}tcPr/{W}tcBorders")) for row in found.tr_lst for cell in cells(row)} == {4}
    assert [kept(row) for row in found.tr_lst] == [True, False]
    assert found.tblPr.find(f"{W}tblDescription").get(f"{W}val") == "Form: Five boxes"


def test_a_canvas_that_no_page_holds_is_a_warning_at_its_place(brand: Brand) -> None:
    assert not write(document(CANVAS), brand).problems
    boxes = tuple(b.CanvasBox(f"{n}", text(f"Box {n}"), (), 12) for n in range(3))
    (problem,) = write(document(b.Canvas(boxes, 1, "Three boxes")), brand).problems
    assert (problem.code, problem.place) == ("canvas-too-high", PLACE)


@pytest.mark.parametrize(("block", "pages"), [(ROLES, 2), (PROMPTS, 2)], ids=["roles", "prompts"])
def test_cards_have_one_size_and_a_place_that_a4_and_letter_both_have(
    block: b.CutCards, pages: int, brand: Brand
) -> None:
    made = read(document(block), brand)
    sheets = [found._tbl for found in made.tables]
    assert len(sheets) == pages
    for sheet in sheets:
        assert sum(widths(sheet)) == pytest.approx(180 * MM, abs=0.1)
        assert {rule for _, rule in heights(sheet)} == {"exact"}
        assert all(height == pytest.approx(240 / block.down * MM, abs=0.1) for height, _ in heights(sheet))
        assert len(heights(sheet)) <= block.down
    (paper,) = made.sections
    top = paper.top_margin.mm + 24 / MM  # the grid begins under a line of 24 points
    assert top == pytest.approx((297 - 240) / 2, abs=0.1)
    assert paper.left_margin.mm == pytest.approx((210 - 180) / 2, abs=0.1)


def test_each_sheet_of_cards_begins_a_page_at_the_same_height(brand: Brand) -> None:
    body = read(document(PROMPTS), brand).element.body
    lines = [element.getprevious() for element in body.iterchildren(f"{W}tbl")]
    styles = [line.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for line in lines]
    assert styles == ["CardsHeading", "CardsGap"]
    assert [line.find(f"{W}pPr/{W}pageBreakBefore") is not None for line in lines] == [False, True]
    spacing = {
        name: read(document(PROMPTS), brand).styles.element.find(f"{W}style[@{W}styleId='{name}']/{W}pPr/{W}spacing")
        for name in styles
    }
    assert {sum(int(s.get(f"{W}{side}", 0)) for side in ("line", "after")) for s in spacing.values()} == {480}


def test_only_cards_have_cutting_lines(brand: Brand) -> None:
    last = read(document(PROMPTS), brand).tables[-1]._tbl
    cut = [[cell.find(f"{W}tcPr/{W}tcBorders") is not None for cell in cells(row)] for row in last.tr_lst]
    assert cut == [[True, True], [True, False]]
    lines = {side.get(f"{W}val") for side in last.iter(f"{W}tcBorders") for side in side}
    assert lines == {"dashed"}


def test_the_title_of_cards_is_a_heading_that_leaves_them_their_place(brand: Brand) -> None:
    found = read(document(PROMPTS), brand)
    assert [p.text for p in found.paragraphs if p.style.name in ("Cards Heading", "Title")] == ["Sample title"]
    assert "Sample title" in found.sections[0].header.paragraphs[0].text


def test_labelled_lists_of_a_wide_card_stand_beside_each_other(brand: Brand) -> None:
    card = cells(read(document(ROLES), brand).tables[0]._tbl.tr_lst[0])[0]
    (lists,) = card.findall(f"{W}tbl")
    (row,) = lists.tr_lst
    columns = [said(cell).split() for cell in cells(row) if said(cell).strip()]
    assert columns == [[label, label, "one", label, "two"] for label in ("Wants", "Knows", "Asks")]


def sizes(element: Any) -> set[float]:
    return {int(size.get(f"{W}val")) / 2 for size in element.iter(f"{W}sz")}


def filled(words: int) -> b.CutCards:
    card = b.CutCard(text("Over"), text("A title"), (Paragraph(text("word " * words)),))
    return b.CutCards((card,), 2, 2, "1 card to cut out.")


def test_a_card_with_many_words_is_set_smaller_and_one_with_too_many_warns(brand: Brand) -> None:
    assert sizes(table(filled(20), brand)) == {21.0, 14.0}
    assert not write(document(filled(190)), brand).problems
    smaller = min(sizes(table(filled(190), brand)))
    assert 9.0 <= smaller < 14.0
    (problem,) = write(document(filled(500)), brand).problems
    assert (problem.code, problem.place) == ("card-overfull", PLACE)
    assert min(sizes(table(filled(500), brand))) == 9.0


def test_all_cards_of_a_set_have_the_size_of_the_fullest(brand: Brand) -> None:
    (full,), (short,) = filled(190).cards, filled(5).cards
    assert sizes(table(b.CutCards((short, full), 2, 2, "2 cards."), brand)) == sizes(table(filled(190), brand))


def test_a_certificate_is_one_wide_page_without_heads_and_feet(brand: Brand) -> None:
    found = read(document(CERTIFIED, wide=True), brand)
    (paper,) = found.sections
    assert (paper.page_width.mm, paper.page_height.mm) == pytest.approx((297, 210), abs=0.1)
    (sheet,) = found.tables
    assert {rule for _, rule in heights(sheet._tbl)} == {"exact"}
    room = paper.page_height.pt - paper.top_margin.pt - paper.bottom_margin.pt
    assert room - 10 < sum(height for height, _ in heights(sheet._tbl)) < room - 4
    marginal = (paper.first_page_header, paper.first_page_footer)
    assert not [p.text for part in marginal for p in part.paragraphs if p.text]
    assert [said(p).split()[:2] for p in sheet._tbl.iter(f"{W}p") if p.style == "CertificateWord"] == [
        ["Sample", "title"]
    ]


def test_the_line_for_a_name_is_twelve_centimetres_long(brand: Brand) -> None:
    found = table(CERTIFIED, brand)
    (line,) = [p for p in found.iter(f"{W}p") if p.style == "CertificateName"]
    room = sum(widths(found)[2:])
    assert room - int(line.pPr.find(f"{W}ind").get(f"{W}right")) / 20 == pytest.approx(120 * MM, abs=0.2)


def test_signatures_stand_beside_each_other_under_their_lines(brand: Brand) -> None:
    _, lines, names = table(CERTIFIED, brand).tr_lst
    ruled = [n for n, cell in enumerate(cells(lines)) if cell.find(f"{W}tcPr/{W}tcBorders") is not None]
    assert ruled == [n for n, cell in enumerate(cells(names)) if said(cell).strip()]
    assert said(names).split() == ["Date", "Baker"]


def test_a_certificate_with_too_many_objectives_warns(brand: Brand) -> None:
    assert not write(document(CERTIFIED, wide=True), brand).problems
    many = texts(*("an objective that takes quite a few words " * 4 for _ in range(14)))
    (problem,) = write(document(replace(CERTIFIED, objectives=many), wide=True), brand).problems
    assert problem.code == "certificate-overfull"


def test_each_kind_of_document_has_its_page() -> None:
    assert page_of(document(Paragraph(text("Words"))), Printing()) == PORTRAIT
    assert page_of(document(Paragraph(text("Words")), BUDGET), Printing()) == FORM
    assert page_of(document(PROMPTS), Printing()) == CARDS
    assert page_of(document(CERTIFIED, wide=True), Printing()) == CERTIFICATE
    assert page_of(document(PROMPTS, CERTIFIED), Printing()) == PORTRAIT


def test_sheets_that_begin_a_page_each_leave_the_title_to_the_running_head(brand: Brand) -> None:
    sections = tuple(Section(text(f"Sheet {n}"), (BUDGET,), starts_page=True) for n in (1, 2))
    found = read(document(sections=sections), brand)
    heads = [(p.style.name, bool(p.paragraph_format.page_break_before)) for p in found.paragraphs if "Sheet" in p.text]
    assert heads == [("Heading 1", False), ("Heading 1", True)]
    assert not [p for p in found.paragraphs if p.text == "Sample title"]
    assert "Sample title" in found.sections[0].first_page_header.paragraphs[0].text


def row_of(*labels: str) -> b.FieldRow:
    return b.FieldRow(tuple(b.TextField(label.lower(), text(label)) for label in labels), slim=True)


def test_short_fields_stand_in_one_line_with_their_names_and_long_ones_under_them(brand: Brand) -> None:
    (short,) = table(row_of("Team", "Written by"), brand).tr_lst
    assert [said(cell).strip() for cell in cells(short)] == ["Team", "Write here", "", "Written by", "Write here"]
    assert heights(table(row_of("Team", "Written by"), brand)) == [(pytest.approx(8 * MM, abs=0.1), "atLeast")]
    (long,) = table(row_of("Cost basis (billed, effective, list)", "Month"), brand).tr_lst
    assert [len(cell.findall(f"{W}p")) for cell in cells(long)] == [2, 1, 2]
    (roomy,) = table(replace(row_of("Team", "Written by"), slim=False), brand).tr_lst
    assert [len(cell.findall(f"{W}p")) for cell in cells(roomy)] == [2, 1, 2]


def test_a_field_in_which_notes_are_placed_has_room_for_them(brand: Brand) -> None:
    axis, fields = b.Axis(text("Effort"), text("little"), text("much")), (b.Named(text("Now")),) * 4
    drawn = [table(b.Quadrant(axis, axis, fields, "Four fields.", lines), brand) for lines in (0, 6)]
    assert heights(drawn[0])[0][0] < 6 * 8 * MM - 1 < heights(drawn[1])[0][0]


@pytest.mark.parametrize("count", [1, 2, 3, 6, 12, 25])
def test_no_line_to_write_on_is_left_alone(count: int, brand: Brand) -> None:
    field = b.TextField("q", text("Why?"), count)
    label, *lines = read(document(Paragraph(text("Think.")), field), brand).paragraphs[-count - 1 :]
    assert label.style.base_style.paragraph_format.keep_with_next
    held = [bool(line.paragraph_format.keep_with_next) for line in lines]
    assert held == [n < min(count, 5) - 1 or n == count - 2 for n in range(count)]
