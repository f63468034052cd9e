"""What is filled in and cut out, in PDF: room for a pen, whole rows, cards of one size, a certificate on one page."""

import itertools
import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from lessonbuild.model.blocks import (
    Canvas,
    CanvasBox,
    Certificate,
    CutCard,
    CutCards,
    FieldRow,
    FormTable,
    Named,
    RatingTable,
    TextField,
)
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Audience, Block, BulletList, Document, Paragraph, Role, Section, spoken
from lessonbuild.model.text import text
from lessonbuild.writers.pdf import write

MM = 72 / 25.4
Lines = list[tuple[float, float, float, float]]


def document(*blocks: Block, **changes: object) -> Document:
    section = Section(text("Beginning"), blocks)
    made = Document("sheet", text("A sheet"), Audience.LEARNER, (section,), "FinOps for AI", "en", "2026-11-23")
    return replace(made, **changes)


def pages(made: Document, brand: Brand) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(write(made, brand).data)).pages]


def closed(words: str) -> str:
    return re.sub(r"\s", "", words)


def drawn(made: Document, brand: Brand, page: int = 0) -> tuple[Lines, int]:
    """The straight lines of a page in points, and how many circles it has (four curves each)."""
    reader = PdfReader(BytesIO(write(made, brand).data))
    matrices, at, start, lines, curves = [(1, 0, 0, 1, 0.0, 0.0)], (1, 0, 0, 1, 0.0, 0.0), (0.0, 0.0), Lines(), 0
    for operands, operator in reader.pages[page].get_contents().operations:
        numbers = [float(n) for n in operands if isinstance(n, (int, float))]
        match operator:
            case b"q":
                matrices.append(at)
            case b"Q":
                at = matrices.pop()
            case b"cm":
                at = (1, 0, 0, 1, at[4] + numbers[4], at[5] + numbers[5])
            case b"m":
                start = (numbers[0], numbers[1])
            case b"l":
                lines.append((start[0] + at[4], start[1] + at[5], numbers[0] + at[4], numbers[1] + at[5]))
                start = (numbers[0], numbers[1])
            case b"c":
                curves += 1
    return lines, curves // 4


TABLE = FormTable(
    "find", (text("What"), text("Why"), text("Done")), ((text("Lights"), (), ()), ((), (), ())), "Form: what and why",
    text("What we found"), lines=2, ticks=(2,), widths=(4, 5, 2),
)  # fmt: skip


def test_an_empty_cell_has_eight_millimetres_for_each_line(brand: Brand) -> None:
    lines, _ = drawn(document(TABLE), brand)
    across = sorted({round(y, 1) for x, y, x2, y2 in lines if abs(y - y2) < 0.1 and x2 - x > 20}, reverse=True)
    apart = [a - b for a, b in itertools.pairwise(across)]
    assert apart == pytest.approx([8 * MM] * len(TABLE.rows) * TABLE.lines, abs=0.2)


def test_the_fine_lines_in_a_cell_stand_eight_millimetres_apart(brand: Brand) -> None:
    tall = replace(TABLE, lines=4, ticks=(), rows=(((), (), ()),))
    lines, _ = drawn(document(tall), brand)
    first = min(x for x, *_ in lines)
    ups = sorted({round(y, 1) for x, y, _, y2 in lines if x == first and y == y2})
    apart = [b - a for a, b in itertools.pairwise(ups)]
    assert sum(abs(gap - 8 * MM) < 3 for gap in apart) >= 3


def test_every_word_of_a_form_arrives(brand: Brand) -> None:
    rating = RatingTable(text("I can"), (text("No"), text("Yes")), (("a", text("Name an owner")),), "I can")
    canvas = Canvas(
        (CanvasBox("c-1", text("Budget"), text("How much?"), 3), CanvasBox("c-2", text("Value"), (), 3)), 2, ""
    )
    row = FieldRow((TextField("team", text("Team")), TextField("by", text("Written by"))), slim=True)
    made = document(row, TABLE, rating, canvas)
    found = closed("".join(pages(made, brand)))
    for block in (TABLE, rating):
        assert all(closed(words) in found for words in re.split(r"[\n\t]", spoken(block)))
    assert all(word in found for word in ("Team", "Writtenby", "Budget", "Howmuch?", "Value"))


def test_a_rating_has_a_round_box_for_each_point_of_each_statement(brand: Brand) -> None:
    scale = tuple(text(word) for word in ("No", "Partly", "Yes"))
    rows = tuple((f"s-{n}", text(f"Statement {n}")) for n in range(4))
    assert drawn(document(RatingTable(text("I can"), scale, rows, "I can")), brand)[1] == 12


@pytest.mark.parametrize("rows", [3, 20, 60])
def test_a_long_form_repeats_its_head_and_breaks_between_rows(rows: int, brand: Brand) -> None:
    filled = tuple((text(f"row-{n}"), (), ()) for n in range(rows))
    made = pages(document(replace(TABLE, rows=filled, caption=())), brand)
    assert all("What" in page for page in made)
    assert re.findall(r"row-\d+", "\n".join(made)) == [f"row-{n}" for n in range(rows)]


def test_shares_that_are_too_narrow_are_a_warning(brand: Brand) -> None:
    written = write(document(replace(TABLE, widths=(1, 200, 1))), brand)
    assert [problem.code for problem in written.problems] == ["table-shares"]


def card(number: int, words: str = "Ask first.") -> CutCard:
    return CutCard(text(f"Card {number}"), text(f"Title-{number}"), (Paragraph(text(words)),))


def cards(count: int, across: int = 2, down: int = 2, words: str = "Ask first.") -> Document:
    return document(CutCards(tuple(card(n, words) for n in range(1, count + 1)), across, down, "cards"))


def test_four_cards_a_page_and_the_title_in_the_running_head(brand: Brand) -> None:
    made = pages(cards(6), brand)
    assert [re.findall(r"Title-\d", page) for page in made] == [
        ["Title-1", "Title-2", "Title-3", "Title-4"],
        ["Title-5", "Title-6"],
    ]
    assert all("A sheet" in page for page in made)


def test_cards_and_their_marks_lie_on_a4_and_on_letter(brand: Brand) -> None:
    """A printer that centres A4 on Letter cuts 9 mm off above and below; 4 mm at each edge no printer reaches."""
    lines, _ = drawn(cards(4), brand)
    ups = [y for _, y, _, y2 in lines for y in (y, y2)]
    xs = [x for x, _, x2, _ in lines for x in (x, x2)]
    assert min(ups) > (9 + 4) * MM
    assert max(ups) < (297 - 9 - 4) * MM
    assert min(xs) > 4 * MM
    assert max(xs) < 206 * MM
    trim = sorted({round(x / MM, 1) for x, y, x2, y2 in lines if abs(x - x2) < 0.01 and abs(y2 - y) > 200 * MM})
    assert trim == [15.0, 105.0, 195.0]


def test_the_text_of_all_cards_has_one_size_and_too_much_is_a_warning(brand: Brand) -> None:
    assert write(cards(4, words="Ask first. " * 20), brand).problems == ()
    codes = [problem.code for problem in write(cards(2, words="Ask first, then look. " * 120), brand).problems]
    assert codes == ["card-overfull"] * 2


def test_labelled_lists_stand_beside_each_other_on_a_wide_card(brand: Brand) -> None:
    lists = tuple(
        block
        for name in ("want", "know", "ask")
        for block in (Paragraph(text(name), Role.LABEL), BulletList((text(f"{name}-item"),)))
    )
    made = document(CutCards((CutCard((), text("Lead"), lists),), 1, 2, "cards"))
    reader = PdfReader(BytesIO(write(made, brand).data))
    tops: dict[str, float] = {}
    reader.pages[0].extract_text(visitor_text=lambda words, _cm, tm, *_: tops.setdefault(words.strip(), _cm[5] + tm[5]))
    assert tops["want"] == pytest.approx(tops["know"]) == pytest.approx(tops["ask"])


CERTIFICATE = Certificate(
    TextField("name", text("Name")), text("took part"), text("A lesson"), text("Reading dough"),
    (Named(text("Duration"), text("3 hours")),), text("Objectives"), (text("Judge a dough"),),
    (TextField("date", text("Date")), TextField("sign", text("Baker"))),
)  # fmt: skip


def test_a_certificate_is_one_page_without_running_head_or_number(brand: Brand) -> None:
    (page,) = pages(document(CERTIFICATE, wide=True), brand)
    assert all(
        words in page for words in ("Name", "took part", "A lesson", "Reading dough", "3 hours", "Judge", "Baker")
    )
    assert "Page 1" not in page
    assert "Learner" not in page


def test_a_certificate_that_does_not_fit_is_a_warning(brand: Brand) -> None:
    long = replace(CERTIFICATE, objectives=tuple(text(f"Objective {n}") for n in range(60)))
    assert [p.code for p in write(document(long, wide=True), brand).problems] == ["page-overfull"]


def test_sheets_that_begin_a_page_each_need_no_title_page(brand: Brand) -> None:
    sheets = tuple(Section(text(f"Sheet-{n}"), (TABLE,), starts_page=True) for n in range(3))
    made = pages(document(sections=sheets), brand)
    assert [re.findall(r"Sheet-\d", page) for page in made] == [["Sheet-0"], ["Sheet-1"], ["Sheet-2"]]
    assert "A sheet" in made[0]
