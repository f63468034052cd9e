"""Forms in Word: each field is there once, says what it asks, is filled in, and gives its value back."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from test_docx_forms import BUDGET, CANVAS, CERTIFIED, RATING, document, texts
from word_fields import W, fields, filled, names, part

from lessonbuild.build import assembled
from lessonbuild.model import blocks as b
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Block, Document, Paragraph
from lessonbuild.model.text import text
from lessonbuild.writers import pdf
from lessonbuild.writers.docx import write
from lessonbuild.writers.docx.controls import bookmark_of, tag_of

CONTENT = Path(__file__).parents[2] / "content" / "finops-for-ai.yaml"
LOCKED = {"attendance", "observation-checklist", "rubric", "peer-feedback", "session-feedback"}
WHY = b.TextField("why", text("Why?"), 3, text("One sentence"))
DAY = b.TextField("day", text("Date"), date=True)
ROW = b.FieldRow((b.TextField("team", text("Team")), DAY))
ONE = b.ChoiceField("one", text("Which?"), texts("This", "That"))
SOME = replace(ONE, id="some", several=True)
HOW = b.RatingField("how", text("How well?"), texts("Badly", "Well"), text("A hint"))
TICKS = b.Checklist(texts("Nodes are off", "Lights"))
RUBRIC = b.RubricGrid(
    texts("Low", "High"),
    (b.RubricRow("use", text("Use"), 25, texts("A total.", "All drivers."), ("12.5", "25")),),
    ("Criterion", "Points"),
    "Total",
    "One criterion.",
)
NAMED: tuple[tuple[Block, dict[str, tuple[str, str]]], ...] = (
    (WHY, {"why": ("lines", "Why? One sentence")}),
    (ROW, {"team": ("text", "Team"), "day": ("date", "Date")}),
    (replace(ROW, slim=True), {"team": ("text", "Team"), "day": ("date", "Date")}),
    (ONE, {"one.1": ("checkbox", "Which?: This"), "one.2": ("checkbox", "Which?: That")}),
    (SOME, {"some": ("checkbox", "Which?: This"), "some-2": ("checkbox", "Which?: That")}),
    (HOW, {"how.1": ("checkbox", "How well? A hint: Badly"), "how.2": ("checkbox", "How well? A hint: Well")}),
    (TICKS, {"tick": ("checkbox", "Nodes are off"), "tick-2": ("checkbox", "Lights")}),
    (
        RATING,
        {
            f"{name}.{n}": ("checkbox", f"{said}: {word}")
            for name, said in (("one", "size a finding"), ("two", "name an owner"))
            for n, word in enumerate(("not yet", "with help", "alone"), 1)
        },
    ),
    (
        CANVAS,
        {f"box-{n}": ("lines", f"Name {n} What about {n}?" if n else "Name 0") for n in range(5)},
    ),
    (
        BUDGET,
        {
            "grid-1-3": ("checkbox", "Sure: Model calls"), "grid-1-4": ("lines", "Owner: Model calls"),
            "grid-3-2": ("lines", "Amount, USD: All"), "grid-3-3": ("checkbox", "Sure: All"),
            "grid-3-4": ("lines", "Owner: All"),
        },
    ),
    (
        RUBRIC,
        {
            "use.1": ("checkbox", "Use: Low"), "use.2": ("checkbox", "Use: High"),
            "use-points": ("comboBox", "Points: Use"), "total-points": ("text", "Total"),
        },
    ),
    (CERTIFIED, {"name": ("text", "Name"), "date": ("text", "Date"), "who": ("text", "Baker")}),
)  # fmt: skip
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.just("\n"), min_size=1).filter(
    lambda words: not re.search("[\ufffe\uffff\r]", words)
)


@pytest.fixture(scope="module")
def kit(brand: Brand) -> dict[str, tuple[Document, bytes]]:
    """Every document of the kit that comes in Word."""
    made = [each for each in assembled(CONTENT) if each.name not in ("slides", "team-boards", "executive-briefing")]
    return {each.name: (each, write(each, brand).data) for each in made}


@pytest.mark.parametrize(("block", "expected"), NAMED, ids=lambda value: type(value).__name__)
def test_each_field_is_there_once_with_its_kind_its_title_and_its_tag(
    block: Block, expected: dict[str, tuple[str, str]], brand: Brand
) -> None:
    found = fields(write(document(block), brand).data)
    assert {tag: (each.kind, each.said("alias")) for tag, each in found.items()} == expected


@pytest.mark.parametrize(("block", "expected"), NAMED, ids=lambda value: type(value).__name__)
def test_a_field_stands_in_its_bookmark_and_cannot_be_deleted(
    block: Block, expected: dict[str, tuple[str, str]], brand: Brand
) -> None:
    found = fields(write(document(block), brand).data)
    assert [each.bookmark for each in found.values()] == [bookmark_of(tag) for tag in expected]
    assert {each.said("lock") for each in found.values()} == {"sdtLocked"}


def test_an_empty_field_shows_grey_words_or_an_empty_box_and_has_no_value(brand: Brand) -> None:
    found = fields(write(document(WHY, ROW, ONE, BUDGET, RUBRIC), brand).data)
    shown = {tag: (each.shown, each.value) for tag, each in found.items()}
    assert shown["why"] == ("Write here", "")
    assert shown["day"] == ("Pick a date", "")
    assert shown["one.1"] == ("\u2610", False)
    assert shown["grid-1-4"] == ("…", "")
    assert shown["use-points"] == ("Number", "")


def test_word_finds_the_grey_words_of_each_field_again(brand: Brand) -> None:
    data = write(document(WHY, ROW, BUDGET, RUBRIC), brand).data
    kept = {
        e.find(f".//{W}name").get(f"{W}val"): e for e in part(data, "word/glossary/document.xml").iter(f"{W}docPart")
    }
    for each in fields(data).values():
        if each.kind != "checkbox":
            named = each.element.find(f"{W}sdtPr/{W}placeholder/{W}docPart").get(f"{W}val")
            assert "".join(kept[named].find(f"{W}docPartBody").itertext()) == each.shown
    assert part(data, "word/glossary/styles.xml").tag == f"{W}styles"


def test_points_are_picked_from_what_the_levels_earn_or_typed(brand: Brand) -> None:
    found = fields(write(document(RUBRIC), brand).data)["use-points"].element
    assert [item.get(f"{W}value") for item in found.iter(f"{W}listItem")] == ["12.5", "25"]


def test_a_day_is_written_the_same_in_every_language(brand: Brand) -> None:
    found = fields(write(document(DAY), brand).data)["day"].element.find(f"{W}sdtPr/{W}date")
    assert found.find(f"{W}dateFormat").get(f"{W}val") == "yyyy-MM-dd"
    assert found.find(f"{W}lid").get(f"{W}val") == "en-GB"


@settings(max_examples=40, deadline=None)
@given(words=st.dictionaries(st.sampled_from(["why", "team", "box-1", "grid-1-4", "use-points"]), WORDS))
def test_what_is_filled_in_is_read_back_character_by_character(words: dict[str, str], brand: Brand) -> None:
    empty = _PRINTED.setdefault("form", write(document(WHY, ROW, CANVAS, BUDGET, RUBRIC), brand).data)
    found = fields(filled(empty, words))
    assert {tag: each.value for tag, each in found.items() if each.value} == words


_PRINTED: dict[str, bytes] = {}  # the form of the test above, made once


def test_every_field_takes_any_words_and_ticks_and_the_file_opens_again(brand: Brand) -> None:
    blocks = tuple(block for block, _ in NAMED if block not in (WHY, CERTIFIED, replace(ROW, slim=True), RATING))
    empty = write(document(WHY, *blocks), brand).data
    kinds = {tag: each.kind for tag, each in fields(empty).items()}
    said = "4,7 Mio. € – „Rückstände“, “quotes” ‘too’,\nКириллица: всё учтено"
    values = {tag: True if kind == "checkbox" else said for tag, kind in kinds.items()}
    full = filled(empty, values)
    assert {tag: each.value for tag, each in fields(full).items()} == values
    assert {each.shown for each in fields(full).values()} == {"\u2612", said}
    assert docx.Document(BytesIO(full)).paragraphs


def test_what_is_typed_is_not_grey(brand: Brand) -> None:
    data = write(document(WHY, BUDGET, CERTIFIED), brand).data
    styles = {style.get(f"{W}styleId"): style for style in part(data, "word/styles.xml").iter(f"{W}style")}
    for each in fields(data).values():
        look = str(each.element.find(f"{W}sdtPr/{W}rPr/{W}rStyle").get(f"{W}val"))
        assert look == "Box" or styles[look].find(f"{W}rPr/{W}color").get(f"{W}themeColor") == "text1"


def test_fields_of_one_name_are_numbered(brand: Brand) -> None:
    assert [*fields(write(document(WHY, WHY, ONE, ONE), brand).data)] == [
        "why", "why-2", "one.1", "one.2", "one-2.1", "one-2.2",
    ]  # fmt: skip


def test_a_long_question_is_a_title_that_word_accepts(brand: Brand) -> None:
    long = b.ChoiceField("q", text("Why " * 40), texts("Because " * 20, "Never"))
    titles = [each.said("alias") for each in fields(write(document(long), brand).data).values()]
    assert all(len(title) <= 64 and "…" in title for title in titles)
    assert titles[0] != titles[1]


IDS = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,9}(\.[1-9])?", fullmatch=True)


@given(st.lists(IDS, unique=True, min_size=2, max_size=30))
def test_bookmarks_are_names_that_word_accepts_and_no_two_are_the_same(ids: list[str]) -> None:
    made = [bookmark_of(each) for each in ids]
    assert all(re.fullmatch("[a-z][a-z0-9_]{0,39}", each) for each in made)
    assert len(set(made)) == len(made)
    assert len({tag_of(each) for each in ids}) == len(ids)
    assert all(len(tag_of(each)) <= 64 for each in ids)


@given(IDS)
def test_the_name_can_be_read_out_of_a_bookmark_that_holds_it(name: str) -> None:
    made = bookmark_of(name)
    if "___" not in made:
        assert made.replace("__", ".").replace("_", "-") == name


def test_ids_of_bookmarks_and_fields_are_not_given_twice(kit: dict[str, tuple[Document, bytes]]) -> None:
    for _, data in kit.values():
        marks = [e.get(f"{W}id") for e in part(data).iter(f"{W}bookmarkStart")]
        controls = [each.said("id") for each in fields(data).values()]
        names = [e.get(f"{W}name").casefold() for e in part(data).iter(f"{W}bookmarkStart")]
        assert all(len(set(ids)) == len(ids) for ids in (marks, controls, names))


def test_only_what_is_a_form_throughout_lets_nothing_but_its_fields_be_changed(
    kit: dict[str, tuple[Document, bytes]],
) -> None:
    locked = set()
    for name, (_, data) in kit.items():
        found = part(data, "word/settings.xml").find(f"{W}documentProtection")
        if found is not None:
            locked.add(name)
            assert {key.removeprefix(W): value for key, value in found.attrib.items()} == {
                "edit": "forms",
                "enforcement": "1",
            }
    assert locked == LOCKED


def test_a_form_says_which_it_is_and_of_which_edition(kit: dict[str, tuple[Document, bytes]]) -> None:
    for name, (made, data) in kit.items():
        if not fields(data):
            continue
        facts = {e.get("name"): "".join(e.itertext()) for e in part(data, "docProps/custom.xml")}
        assert facts == {"lessonbuild-form": name, "lessonbuild-edition": made.date}


def test_what_has_no_field_is_no_form(brand: Brand) -> None:
    data = write(document(Paragraph(text("Words"))), brand).data
    assert "docProps/custom.xml" not in zipfile.ZipFile(BytesIO(data)).namelist()


@pytest.mark.parametrize("name", [*sorted(LOCKED), "certificate", "worksheets", "handout", "cost-audit"])
def test_a_form_has_the_same_fields_in_word_and_in_pdf(
    name: str, kit: dict[str, tuple[Document, bytes]], brand: Brand
) -> None:
    made, data = kit[name]
    found = PdfReader(BytesIO(pdf.write(made, brand).data)).get_fields() or {}
    if not found:
        pytest.skip("the PDF writer makes no forms yet")
    asked = {str(key): str(value.get("/TU")) for key, value in found.items() if not key.startswith("lessonbuild-")}
    own = {key for key in asked if asked.get(re.sub(r"-\d+$", "", key)) != asked[key] or key in names(data)}
    assert own == names(data)  # an answer that runs over a page has a second field in PDF
